import { fold } from "../../cells";
import type { ColumnReason } from "../types";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Money by its sign, or by its words wherever they stand. */
const moneySign = /[€$£]/;
const money = set(
  "eur euro montant cout prix pu tarif ttc ht tva valeur budget amount price cost value depense recette redevance cotisation " +
    "subvention amortissement loyer remboursement facturation",
);
/** A price that a heading recalls (« Postes à 36,86 € ») says nothing of what stands below it. */
const recalledPrice = /\(?\s*(?:a |x )?\d+(?:[.,]\d+)?\s*(?:€|eur|euros?)(?:\s*(?:ht|ttc))?\s*\)?/g;

const ratioWords = set(
  "ratio taux moyenne pourcentage pct age anciennete surface superficie m2 rang classement ecart evolution variation difference " +
    "population habitant % etp coefficient capacite debit puissance frequence vitesse volumetrie",
);
/** What is counted here is people or rooms, never machines; the first word after « Nb » decides. */
const countedOthers = set(
  "classe division salle enseignant professeur instituteur agent personnel atsem aesh etp emploi habitant famille site etage " +
    "duree prise siege demi repas",
);
/** Counted by « Nb » alone: an hour or a year beside something else is a date. */
const countedTimes = set("heure jour mois an annee");
const identifiers = set("numero id identifiant code reference ref matricule uai rne siret siren serie serial");
const identifierNouns = set(
  "siret siren postal cp telephone tel fax inventaire serie facture commande bon livraison immobilisation ip mac garantie contrat",
);
const contacts = set(
  "adresse telephone tel fax mail courriel email responsable contact directeur directrice address phone user rue",
);
const remarks = set("observation remarque commentaire note comment description precision avi");
/** What a machine is, in words that bill nothing. */
const descriptive = set(
  "marque modele fabricant processeur memoire ram disque systeme domaine reseau utilisateur usager garantie fournisseur " +
    "circonscription zone secteur rep tri academie departement region cycle groupe technique service ip mac os manufacturer model " +
    "operating processor memory domain network vendor supplier comments salle bureau local batiment etage postal " +
    "facture bon modification expiration",
);
const pupilWords = set("eleve enfant effectif inscrit");
const machineWords = set("poste pc ordinateur machine serveur uc station imprimante tablette portable");

/** « Élèves / poste », « PC par classe »: one thing for another; « école » and « enfant » are units of the act. */
function isRatio(words: readonly string[], plain: string): boolean {
  if (words.some((word) => ratioWords.has(word))) return !words.includes("section");
  const match = /^(.*?)(?:\/| par | pour (?:cent|\d+|un) | a l )(.*)$/.exec(plain);
  if (match === null) return /\bpar (?:classe|eleve|poste|pc|ordinateur|habitant)\b/.test(plain);
  const [first, second] = [kindIn(match[1]!), kindIn(match[2]!)];
  return first !== null && second !== null && first !== second;
}

function kindIn(text: string): "pupils" | "machines" | "rooms" | null {
  const words = text.split(/[^a-z0-9]+/).map((word) => word.replace(/[sx]$/, ""));
  if (words.some((word) => machineWords.has(word))) return "machines";
  if (words.some((word) => pupilWords.has(word))) return "pupils";
  return words.includes("classe") ? "rooms" : null;
}

/** Who bears what: such a heading heads amounts, as in the grid. */
const payers =
  /^(?:maintenance |installation )?(?:(?:part|quote part|a charge)\b.*|cagb|agglo|agglomeration|grand besancon|gbm)(?: maintenance| installation)?$/;

/** Whether a heading speaks of money, prices that it only recalls apart. */
export function speaksOfMoney(text: string, words: readonly string[]): boolean {
  if (words.some((word) => money.has(word) && !["eur", "euro"].includes(word))) return true;
  if (payers.test(fold(text))) return true;
  const rest = fold(text).replace(recalledPrice, " ");
  return moneySign.test(rest) || /\beur(?:os?)?\b/.test(rest);
}

/** Why a heading heads no quantity, whatever stands below it; null where it may. */
export function reasonIn(text: string, words: readonly string[], main: readonly string[]): ColumnReason | null {
  const plain = fold(text);
  if (speaksOfMoney(text, words)) return "money";
  if (isRatio(words, plain) || /%/.test(text)) return "ratio";
  const counted = main.filter((word) => word !== "total");
  const isCount = words.includes("nb") || words.includes("quantite");
  const noun = counted.find((word) => word !== "nb" && word !== "quantite") ?? "";
  if (countedOthers.has(noun) && (isCount || noun !== "site")) return "ratio";
  if (isCount && countedTimes.has(noun)) return "ratio";
  if (isCount) return contacts.has(noun) ? "contact" : null;
  if (remarks.has(noun)) return "remark";
  if (contacts.has(noun)) return "contact";
  const first = words.find((word) => word !== "") ?? "";
  if (identifiers.has(first) || /^n ?°|^n° |^no\b/.test(plain)) return "identifier";
  if (identifierNouns.has(noun) && (noun === "siret" || noun === "siren" || noun === "postal")) return "identifier";
  if (descriptive.has(noun)) return "remark";
  const lead = ["date", "type", "nom", "libelle"].includes(first) ? (counted.find((word) => word !== first) ?? "") : "";
  if (descriptive.has(lead)) return first === "date" ? "other-date" : "remark";
  return null;
}
