import { memoByText } from "../../cells";
import { wordsOf } from "../../tariff";

/** What a column that is not a quantity holds. */
export type StructuralRole =
  | "commune"
  | "insee"
  | "school"
  | "school-code"
  | "level"
  | "label"
  | "nature"
  | "quantity"
  | "date-in"
  | "date-out"
  | "date"
  | "status"
  | "inventory-number"
  | "serial-number"
  | "entity"
  | "location"
  | "campaign"
  | "pupil"
  | "name"
  | "ignored";

const set = (text: string): ReadonlySet<string> => new Set(text.split(" "));

const small = set(
  "nom libelle denomination intitule de du des d la le les l a au en et ou par numero n concerne concernee colonne",
);
const communeNouns = set("commune ville collectivite mairie localite");
const schoolNouns = set("ecole etablissement groupescolaire gs site implantation");
const labelNouns = set("prestation designation materiel equipement article libelle categorie produit objet famille");
const ignoredNouns = set(
  "observation remarque commentaire note adresse telephone tel mail courriel email responsable contact classe enseignant salle bureau " +
    "marque modele fabricant processeur memoire ram disque systeme domaine reseau utilisateur usager garantie fournisseur facture " +
    "commande budget valeur prix cout montant surface circonscription postal zone secteur rep tri academie departement region " +
    "siren siret modification expiration livraison bon cycle groupe technique service ip mac os",
);

/** Words that only pupils' lists have: such a list is counted, its names never kept (decisions §8). */
const pupilWords = [
  /^ine$/,
  /^(nom|prenom)( d usage| usage| de famille| famille)?( de l| de| d)? ?eleves?$/,
  /^prenoms?( \d)?$/,
  /^date (de )?naissance$/,
  /^ne(e)? le$/,
  /^nom d usage( eleve)?$/,
  /^nom de famille$/,
];

/** Dates that say when a machine came into service, the surest first. */
const entries = [
  /mise/,
  /installation|installe/,
  /livraison|livre/,
  /reception|entree|acquisition|acquis|deploiement|pose/,
  /achat|achete/,
];

function dateRole(words: readonly string[], plain: string): { role: StructuralRole; rank: number } | null {
  const text = words.join(" ");
  const dated = words.includes("date") || /\ble$/.test(plain);
  if (
    /\b(sortie|sorti|retrait|retire|reforme|rebut|depose|desinstallation|restitution|rendu|restitue|repris|fin|cession)\b/.test(
      text,
    ) &&
    dated
  )
    return /garantie/.test(text) ? null : { role: "date-out", rank: 0 };
  if (/^(rebut|retire|retrait|reforme|sortie|sorti|restitue|repris|fin|depose)( le)?$/.test(text))
    return { role: "date-out", rank: 1 };
  if (/\b(garantie|modification|naissance|commande|facture|inventaire|maj|saisie|debut)\b/.test(text)) return null;
  const rank = entries.findIndex((pattern) => pattern.test(text));
  if (rank >= 0 && (dated || text === "mise" || text === "mise service")) return { role: "date-in", rank };
  return text === "date" ? { role: "date", rank: 9 } : null;
}

export interface Structural {
  readonly role: StructuralRole;
  /** Among columns of one role, the lower is preferred. */
  readonly rank: number;
}

/** The role that a header alone tells, or null where it names a quantity or nothing known. */
export function readStructuralRole(text: string): Structural | null {
  if (text.length > 60) return null;
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  if (pupilWords.some((pattern) => pattern.test(plain))) return { role: "pupil", rank: 0 };
  const { words } = wordsOf(text);
  const date = dateRole(words, plain);
  if (date !== null) return date;
  const main = words.filter((word) => !small.has(word));
  const all = main.join(" ");
  const only = (nouns: ReadonlySet<string>, ...others: string[]): boolean =>
    main.some((word) => nouns.has(word)) && main.every((word) => nouns.has(word) || others.includes(word));

  if (words.includes("insee") || /^code commune|^commune code/.test(all) || all === "cog")
    return { role: "insee", rank: 0 };
  if (/\b(uai|rne)\b/.test(all) || /^code (ecole|etablissement)/.test(all)) return { role: "school-code", rank: 0 };
  if (/^numero/.test(words.join(" ")) && only(schoolNouns)) return { role: "school-code", rank: 0 };
  if (
    /^(type|niveau|nature) (de l |d |de )?(ecole|etablissement)$/.test(words.join(" ")) ||
    /^(niveau|m e|maternelle elementaire|degre)$/.test(all)
  )
    return { role: "level", rank: 0 };
  if (
    only(
      communeNouns,
      "ecole",
      "rattachement",
      "siege",
      "membre",
      "accueil",
      "scolaire",
      "nouvelle",
      "cagb",
      "agglo",
      "agglomeration",
      "concernee",
      "beneficiaire",
      "debitrice",
    )
  )
    return { role: "commune", rank: main[0] === "commune" ? 0 : 1 };
  if (only(schoolNouns, "scolaire", "commune", "beneficiaire"))
    return { role: "school", rank: ["site", "implantation"].includes(main[0]!) ? 2 : main[0] === "ecole" ? 0 : 1 };
  if (/\bserie\b|\bserial\b|^sn$/.test(all)) return { role: "serial-number", rank: 0 };
  if (
    /^(inventaire|inv|code inventaire|etiquette|codebarre|asset tag|reference inventaire|ref inventaire|immobilisation)$/.test(
      all,
    )
  )
    return { role: "inventory-number", rank: all.includes("inventaire") ? 0 : 1 };
  if (/^(id|identifiant|reference|ref)$/.test(all)) return { role: "inventory-number", rank: 3 };
  if (/^(etat|statut|status|situation|etat materiel|statut materiel)$/.test(all)) return { role: "status", rank: 0 };
  if (/^(entite|entity)$/.test(all)) return { role: "entity", rank: 0 };
  if (/^(lieu|localisation|emplacement|location)$/.test(all)) return { role: "location", rank: 0 };
  if (/^(campagne|exercice|annee campagne|annee scolaire|rentree|rentree scolaire)$/.test(all))
    return { role: "campaign", rank: 0 };
  if (
    /^(nature|nature (operation|prestation|intervention|facturation)|operation|type (operation|facturation)|installation maintenance|maintenance installation)$/.test(
      all,
    )
  )
    return { role: "nature", rank: all === "nature" ? 0 : 1 };
  if (plain === "libelle" || plain === "intitule") return { role: "label", rank: 1 };
  if (all === "type") return { role: "label", rank: 3 };
  if (only(labelNouns, "type", "nature", "informatique", "poste"))
    return { role: "label", rank: labelNouns.has(main[0]!) ? 0 : 1 };
  if (
    words.length > 0 &&
    words.every((word) => ["nb", "quantite", "nombre", "unite", "de", "d", "total"].includes(word)) &&
    words.some((word) => ["nb", "quantite"].includes(word))
  )
    return { role: "quantity", rank: words.includes("quantite") ? 0 : 1 };
  if (words.length > 0 && words.every((word) => ["numero", "n", "rang", "ordre", "ligne"].includes(word)))
    return { role: "ignored", rank: 0 };
  if (/^nom( (machine|ordinateur|poste|materiel))?$/.test(plain)) return { role: "name", rank: 0 };
  if (all === "principale" && words.includes("denomination")) return { role: "school", rank: 1 };
  if (all === "patronyme") return { role: "level", rank: 1 };
  const counted = main.filter((word) => word !== "nb" && word !== "total");
  if (counted.length > 0 && ignoredNouns.has(counted[0]!)) return { role: "ignored", rank: 0 };
  if (main.length > 1 && ["nb", "date", "code", "type"].includes(main[0]!) && ignoredNouns.has(main[1]!))
    return { role: "ignored", rank: 0 };
  return null;
}

/** The same, remembered by text: for texts of headers, not for what stands below them. */
export const structuralRole: (text: string) => Structural | null = memoByText(readStructuralRole);

/** GLPI 10 and 11 put the group's name before a header: « Caractéristiques - Numéro de série ». */
export function splitGroupPrefix(text: string): { readonly group: string; readonly rest: string } | null {
  const match = /^(.+) - (.+)$/.exec(text);
  return match === null ? null : { group: match[1]!.trim(), rest: match[2]!.trim() };
}
