import { fold, memoByText, type Cell } from "../../cells";
import { pupilPart, sinceIn, wordsOf, type LabelReading } from "../../tariff";
import type { Flag } from "../table";
import { bareNumberRank } from "../tables/column-statistics";
import type { ColumnReason } from "../types";
import { dateHeader, flagOf, reasonIn, speaksOfMoney } from "./heading-words";

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
  /** A date that may be that of leaving, or not: asked. */
  | "exit-unclear"
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
const labelNouns = set(
  "prestation designation materiel equipement article libelle categorie produit objet famille item",
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

interface Structural {
  readonly role: StructuralRole;
  /** Among columns of one role, the lower is preferred. */
  readonly rank: number;
  /** Why it is ignored; null where it is not. */
  readonly why: ColumnReason | null;
  /** What a yes below it says, where it may hold yes and no. */
  readonly flag: Flag | null;
}

function found(role: StructuralRole, rank = 0): Structural {
  return { role, rank, why: null, flag: null };
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
  if (/^(etiquettes?|libelles?) de lignes?$|^row labels?$/.test(plain)) return found("commune", 2);
  if (/^(etiquettes?|libelles?) de colonnes?$|^column labels?$/.test(plain))
    return { role: "ignored", rank: 0, why: "remark", flag: null };
  if (pupilWords.some((pattern) => pattern.test(plain))) return found("pupil");
  const { words, years } = wordsOf(text);
  const main = words.filter((word) => !small.has(word));
  const all = main.join(" ");
  const only = (nouns: ReadonlySet<string>, ...others: string[]): boolean =>
    main.some((word) => nouns.has(word)) && main.every((word) => nouns.has(word) || others.includes(word));
  const place = placeRole(words, main, all, only);
  if (place !== null) return place;
  if (speaksOfMoney(text, words)) return { role: "ignored", rank: 0, why: "money", flag: null };
  // « Depuis le 01/11/2013 » says a date: there are quantities below it, and no dates.
  const date = sinceIn(fold(text)) === null ? dateHeader(words, plain) : null;
  if (date !== null) return { ...date, flag: flagOf(text) };

  const machine = machineRole(main, all);
  if (machine !== null && !(years.length > 0 && /^(inventaire|situation|etat)$/.test(all))) return machine;
  if (
    years.length === 0 &&
    /^(campagne|exercice|annee campagne|annee scolaire|rentree|rentree scolaire|annee rentree)$/.test(all)
  )
    return found("campaign");
  if (
    /^(nature|nature (operation|prestation|intervention|facturation)|operation|type (operation|facturation)|installation maintenance|maintenance installation|m i|i m)$/.test(
      all,
    )
  )
    return found("nature", all === "nature" ? 0 : 1);
  if (plain === "libelle" || plain === "intitule") return found("label", 1);
  if (all === "type" || all === "ordinateur type") return found("label", 3);
  if (/^type (ordinateur|poste|pc|serveur|logiciel|imprimante|machine|uc)$/.test(all)) return found("label", 2);
  if (only(labelNouns, "type", "nature", "informatique", "poste"))
    return found("label", labelNouns.has(main[0]!) ? 0 : 1);
  if (isQuantity(words)) return found("quantity", words.includes("quantite") ? 0 : 1);
  if (words.length > 0 && words.every((word) => ["numero", "n", "rang", "ordre", "ligne"].includes(word)))
    return { role: "ignored", rank: 0, why: "identifier", flag: null };
  if (/^(nom|name|hostname|machine name|computer name)( (machine|ordinateur|poste|materiel))?$/.test(plain))
    return found("name");
  if (all === "principale" && words.includes("denomination")) return found("school", 1);
  if (all === "patronyme") return found("level", 1);
  const why = reasonIn(text, words, main);
  return why === null ? null : { role: "ignored", rank: 0, why, flag: null };
}

type Only = (nouns: ReadonlySet<string>, ...others: string[]) => boolean;

/** Columns that say where the equipment stands. */
function placeRole(words: readonly string[], main: readonly string[], all: string, only: Only): Structural | null {
  if (words.includes("insee") || /^code commune|^commune code/.test(all) || all === "cog") return found("insee");
  if (/\b(uai|rne)\b/.test(all) || /^code (ecole|etablissement)/.test(all)) return found("school-code");
  if (/^numero/.test(words.join(" ")) && only(schoolNouns)) return found("school-code");
  if (
    /^(type|niveau|nature) (de l |d |de )?(ecole|etablissement)$/.test(words.join(" ")) ||
    /^(niveau|m e|maternelle elementaire|degre)$/.test(all)
  )
    return found("level");
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
    return found("commune", main[0] === "commune" ? 0 : 1);
  if (only(schoolNouns, "scolaire", "commune", "beneficiaire"))
    return found("school", ["site", "implantation"].includes(main[0]!) ? 2 : main[0] === "ecole" ? 0 : 1);
  return null;
}

/** Columns that say which machine it is, where, and in what state; in French, or in GLPI's own English. */
function machineRole(main: readonly string[], all: string): Structural | null {
  if (/\bserie\b|\bserial\b|^sn$/.test(all) && main[0] !== "nb") return found("serial-number");
  if (
    /^(inventaire|inv|code inventaire|etiquette|codebarre|asset tag|reference inventaire|ref inventaire|immobilisation|inventory( number)?|asset number)$/.test(
      all,
    )
  )
    return found("inventory-number", /inventaire|inventory/.test(all) ? 0 : 1);
  if (/^(id|identifiant|reference|ref)$/.test(all)) return found("inventory-number", bareNumberRank);
  if (/^(etat|statut|status|state|situation|etat materiel|statut materiel)$/.test(all)) return found("status");
  if (/^(entite|entity)$/.test(all)) return found("entity");
  if (/^(lieu|lieux|localisation|emplacement|location)$/.test(all)) return found("location");
  return null;
}

const quantityWords = set(
  "nb quantite nombre unite de d total u somme machine appareil materiel equipement element exemplaire article objet",
);

function isQuantity(words: readonly string[]): boolean {
  return (
    words.length > 0 &&
    words.every((word) => quantityWords.has(word)) &&
    words.some((word) => word === "nb" || word === "quantite")
  );
}

/** The same, remembered by text: for texts of headers, not for what stands below them. */
export const structuralRole: (text: string) => Structural | null = memoByText(readStructuralRole);

/** GLPI 10 and 11 put the group's name before a header: « Caractéristiques - Numéro de série ». */
export function splitGroupPrefix(text: string): { readonly group: string; readonly rest: string } | null {
  const match = /^(.+) - (.+)$/.exec(text);
  return match === null ? null : { group: match[1]!.trim(), rest: match[2]!.trim() };
}

/** The text of a header cell; a bare year (2014) may be typed as a number. */
export function headerText(cell: Cell): string | null {
  if (typeof cell === "string") {
    const text = cell.replace(/\s+/g, " ").trim();
    return text === "" ? null : text;
  }
  return typeof cell === "number" && Number.isInteger(cell) && cell >= 1990 && cell <= 2099 ? String(cell) : null;
}

/** What one header cell says by itself. */
export interface HeaderWord {
  readonly text: string;
  readonly role: StructuralRole | null;
  readonly rank: number;
  /** Why it heads no quantity, where its role says so. */
  readonly why: ColumnReason | null;
  /** What a yes below it would say. */
  readonly flag: Flag | null;
  readonly reading: LabelReading;
  /** It says something of ours: a role, a prestation, a nature, a year, a part of the headcount. */
  readonly recognised: boolean;
}

/** Roles that only an inventory or a list of schools has: one of them must stand in a header row. */
export const anchors: ReadonlySet<StructuralRole> = new Set([
  "commune",
  "school",
  "entity",
  "location",
  "insee",
  "pupil",
]);

export type ReadLabel = (text: string) => LabelReading;

/** Reads one header text, its GLPI group prefix dropped where it hides the word: « Caractéristiques - Lieu », « Lieu - Nom complet ». */
export function headerWord(text: string, readLabel: ReadLabel): HeaderWord {
  const split = splitGroupPrefix(text);
  for (const candidate of split === null
    ? [text]
    : [text, ...(/^nom( complet)?$/i.test(split.rest) ? [split.group] : []), split.rest]) {
    const structural = structuralRole(candidate);
    const reading = readLabel(candidate);
    const named =
      reading.label.kind !== "none" || (reading.complete && (reading.nature !== null || reading.years.length > 0));
    if (structural !== null || named || pupilPart(candidate) !== null)
      return {
        text: candidate,
        role: structural?.role ?? null,
        rank: structural?.rank ?? 0,
        why: structural?.why ?? null,
        flag: structural?.flag ?? flagOf(candidate),
        reading,
        recognised: structural?.role !== "ignored",
      };
  }
  return { text, role: null, rank: 0, why: null, flag: flagOf(text), reading: readLabel(text), recognised: false };
}
