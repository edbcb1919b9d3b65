import { fold, memoByText, wordSet } from "../../cells";
import { wordsOf } from "../../tariff";
import type { ColumnReason } from "../types";
import type { Flag, StructuralRole } from "./heading-roles";

/** Money by its sign, or by its words wherever they stand. */
const moneySign = /[€$£]/;
const money = wordSet(
  "eur euro montant cout prix pu tarif ttc ht tva valeur budget amount price cost value depense recette redevance cotisation " +
    "subvention amortissement loyer remboursement facturation",
);
/** A price that a heading recalls (« Postes à 36,86 € ») says nothing of what stands below it. */
const recalledPrice = /\(?\s*(?:a |x )?\d+(?:[.,]\d+)?\s*(?:€|eur|euros?)(?:\s*(?:ht|ttc))?\s*\)?/g;

const ratioWords = wordSet(
  "ratio taux moyenne pourcentage pct age anciennete surface superficie m2 rang classement ecart evolution variation difference " +
    "population habitant % etp coefficient capacite debit puissance frequence vitesse volumetrie",
);
/** What is counted here is people or rooms, never machines; the first word after « Nb » decides. */
const countedOthers = wordSet(
  "classe division salle enseignant professeur instituteur agent personnel atsem aesh etp emploi habitant famille site etage " +
    "duree prise siege demi repas",
);
/** Counted by « Nb » alone: an hour or a year beside something else is a date. */
const countedTimes = wordSet("heure jour mois an annee");
const identifiers = wordSet("numero id identifiant code reference ref matricule uai rne siret siren serie serial");
const identifierNouns = wordSet("siret siren postal");
const contacts = wordSet(
  "adresse telephone tel fax mail courriel email responsable contact directeur directrice address phone user rue",
);
const remarks = wordSet("observation remarque commentaire note comment description precision avi");
/** What a machine is, in words that bill nothing. */
const descriptive = wordSet(
  "marque modele fabricant processeur memoire ram disque systeme domaine reseau utilisateur usager garantie fournisseur " +
    "circonscription zone secteur rep tri academie departement region cycle groupe technique service ip mac os manufacturer model " +
    "operating processor memory domain network vendor supplier comments salle bureau local batiment etage postal " +
    "facture bon modification expiration",
);
const pupilWords = wordSet("eleve enfant effectif inscrit");
const machineWords = wordSet("poste pc ordinateur machine serveur uc station imprimante tablette ipad portable");

/**
 * Returns whether a heading sets one thing against another: « Élèves / poste », « PC par classe »; « école » and « enfant » are
 * units of the act.
 */
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

/** Returns whether a heading speaks of money, prices that it only recalls apart. */
export function speaksOfMoney(text: string, words: readonly string[]): boolean {
  if (words.some((word) => money.has(word) && !["eur", "euro"].includes(word))) return true;
  if (payers.test(fold(text))) return true;
  const rest = fold(text).replace(recalledPrice, " ");
  return moneySign.test(rest) || /\beur(?:os?)?\b/.test(rest);
}

/** Returns why a heading that does not speak of money heads no quantity, whatever stands below it; null when it may head one. */
export function reasonIn(text: string, words: readonly string[], main: readonly string[]): ColumnReason | null {
  const plain = fold(text);
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
  if (identifierNouns.has(noun)) return "identifier";
  if (descriptive.has(noun)) return "remark";
  const lead = ["date", "type", "nom", "libelle"].includes(first) ? (counted.find((word) => word !== first) ?? "") : "";
  if (descriptive.has(lead)) return first === "date" ? "other-date" : "remark";
  return null;
}

/** What a heading of dates dates. */
interface DateHeader {
  readonly role: StructuralRole;
  /** Among columns of one role, the lower is preferred. */
  readonly rank: number;
  readonly why: ColumnReason | null;
}

/** Dates that say when a machine came into service, the surest first; a purchase only where nothing else does. */
const entries = [
  /\b(?:mises?|mis|mise) (?:en )?(?:service|place|production|fonction)\b|\bmise\b|\benservice\b|\bmes\b|\bstart ?up\b|\bin service\b/,
  /\binstallation\b|\binst(?:all?)?\b|\binstallee?s?\b|\bpose[es]*\b|\bdeploiement\b|\bdeploye/,
  /\blivraison\b|\blivree?s?\b|\breception\b|\bdelivery\b|\bbl\b/,
  /\bentrees?\b|\bdepuis\b|\barrivees?\b|\barrive\b|\bstart\b|\bdotation\b/,
];
/** Rank of a date of installation among the entries, as its place in them is. */
export const installationRank = 1;
/** Rank of a date of purchase among the entries. */
export const purchaseRank = 8;
const purchase = /\bachat\b|\bachete|\bacquisition\b|\bacquise?s?\b|\bpurchase\b|\bbuy\b/;

const exits =
  /\bsorti\w*\b|\bretir\w*\b|\bretrait\b|\bretour (?:en )?(?:stock|atelier|magasin|mairie)\b|\breform\w*\b|\brebut\b|\bdesinstall\w*\b|\bdepos[es]*\b|\bdepose\b|\bremplacee?s? le\b|\breprise?s? le\b|\bcession\b|\bcedee?s? le\b|\bfin (?:de |du )?(?:service|vie|utilisation|parc)\b|\bvolee?s? le\b|\bvendue?s? le\b|\bdonnee?s? le\b|\brestitu\w*\b|\brendue?s? le\b|\bdecommission\w*\b|\bmis(?:es?)? hors service\b|\bhs (?:le|depuis)\b|\bdeclass\w*\b|\bdetruite?s? le\b|\bperdue?s? le\b|\bdispos(?:al|ed)\b|\bradiation\b|\bradiee?s? le\b|\bpartie?s? le\b|\benlevee?s? le\b|\bevacuee?s? le\b|\bjetee?s? le\b|\bdeparts?\b|\benlevement\b/;
/** A machine may come back from a loan as from service: which is not said. */
const unclearExits = /\bretours?\b|\bremplacements?\b|\breprises?\b|\brendue?s?\b|\brenouvellement\b/;
const planned = /\bprev[ui]\w*\b|\bplanifi\w*\b|\bsouhait\w*\b|\bestim\w*\b|\btheorique\b/;

/** Dates known to say nothing of the service. */
const otherDates =
  /\bgarantie\b|\bwarranty\b|\bmodification\b|\bmodified\b|\bmodifie\b|\bnaissance\b|\bcommandee?s?\b|\border\b|\bfacture\w*\b|\bpaiement\b|\bmandat\w*\b|\binventaires?\b|\binventoried\b|\bmaj\b|\bmise a jour\b|\bupdate\b|\bsaisie?\b|\bvisite\b|\bpassage\b|\bcontrole\b|\bverif\w*\b|\bdernier\w*\b|\blast\b|\bcreation\b|\bcreated\b|\bexpiration\b|\becheance\b|\bamortissement\b|\bfabrication\b|\bdebut (?:de )?garantie\b|\bmaintenance\b|\bintervention\b|\bconnexion\b|\binscription\b/;

/**
 * Tells how surely a heading of dates says entry into service (0 the surest), whether it says that it dates or not; −1 when it
 * does not.
 */
export function entryRank(plain: string): number {
  return entries.findIndex((pattern) => pattern.test(plain));
}

/** Entry into service, without a word for a date. */
const entersAlone = /^(?:mise en service|mes|mise en place|m e s|in service)$/;
/** Rank of an end of service that is headed without a word for a date: it may hold states, or numbers. */
export const exitAloneRank = 1;
/** Ends of service, without a word for a date. */
const exitsAlone =
  /^(?:de |d )?(?:fin de service|retour en stock|mise? au rebut|rebut|retiree?s?|retrait|reformee?s?|reforme|sortie?s?|restituee?s?|repris|fin|depose|cession|departs?|enlevement)$/;
const unclearAlone = /^(?:date (?:de |d |du )?)?(?:retours?|remplacements?|reprises?)(?: prevue?s?| le)?$/;

/** A heading that may head dates: its words, and its text without accents nor signs. */
interface MaybeDated {
  readonly plain: string;
  /** It has a word for a date. */
  readonly isDated: boolean;
  /** Its words speak of an update, « MAJ ». */
  readonly isUpdate: boolean;
}

const otherDate: DateHeader = { role: "ignored", rank: 0, why: "other-date" };
const unclearExit: DateHeader = { role: "exit-unclear", rank: 0, why: null };

/** What a heading of dates dates, by the first rule that holds; null where it heads no dates after all. */
const dateRules: readonly (readonly [(heading: MaybeDated) => boolean, DateHeader | null])[] = [
  [
    ({ plain, isDated }) =>
      (isDated || /^(?:derniere?|last)\b/.test(plain)) && otherDates.test(plain) && !/\bfin de service\b/.test(plain),
    otherDate,
  ],
  [
    ({ plain, isDated }) =>
      isDated && planned.test(plain) && (exits.test(plain) || unclearExits.test(plain) || /\bremplac/.test(plain)),
    unclearExit,
  ],
  [({ plain, isDated }) => isDated && planned.test(plain), otherDate],
  [({ plain, isDated }) => isDated && exits.test(plain), { role: "date-out", rank: 0, why: null }],
  [({ plain }) => exitsAlone.test(plain), { role: "date-out", rank: exitAloneRank, why: null }],
  [({ plain, isDated }) => unclearAlone.test(plain) || (isDated && unclearExits.test(plain)), unclearExit],
  [({ isDated, isUpdate }) => isUpdate && isDated, otherDate],
  [({ isUpdate }) => isUpdate, null],
  ...entries.map(
    (entry, rank) =>
      [
        ({ plain, isDated }: MaybeDated) => (isDated || entersAlone.test(plain)) && entry.test(plain),
        { role: "date-in", rank, why: null },
      ] as const,
  ),
  [({ plain, isDated }) => isDated && purchase.test(plain), { role: "date-in", rank: purchaseRank, why: null }],
  [({ plain }) => plain === "date" || plain === "le", { role: "date", rank: 9, why: null }],
];

/** Finds the role of a column of dates, by its heading alone; null when it heads none. `plain` has neither accents nor signs. */
export function dateHeader(words: readonly string[], plain: string): DateHeader | null {
  const isDated = words.includes("date") || /\b(?:le|depuis|date)$/.test(plain) || /^(?:le|date|depuis)\b/.test(plain);
  const heading = { plain, isDated, isUpdate: /\bmaj\b/.test(words.join(" ")) };
  return dateRules.find(([holds]) => holds(heading))?.[1] ?? null;
}

const out =
  /^(?:est |mis au |mise au )?(?:reforme|reformee|hs|rebut|sorti|sortie|retire|retiree|vole|volee|perdu|perdue|cede|cedee|declasse|horsparc|detruit|remplace|restitue|rendu)$/;
const stock = /^(?:enstock|reserve|stock)$/;
const inService = /^(?:est )?(?:enservice|actif|active|utilise|utilisee|fonctionnel|present|presente|oui)$/;
const installed = /^(?:nouveau|nouvelle|neuf|neuve|entree|installe|installee|nouveau materiel|ajout)$/;

/** Returns what a yes says under a heading (« Réformé », « En service ? »); null when a yes would say nothing known. (decisions §4) */
export const flagOf: (text: string) => Flag | null = memoByText((text) => {
  const words = wordsOf(text.replace(/\b(oui|non|o|n)\b\s*[/|-]\s*\b(oui|non|o|n)\b/gi, " ")).words;
  const said = words
    .filter((word) => !["le", "la", "a", "au", "du", "de", "materiel", "machine"].includes(word))
    .join(" ");
  if (out.test(said)) return "out";
  if (stock.test(said)) return "stock";
  if (inService.test(said)) return "in-service";
  return installed.test(said) ? "installed" : null;
});
