import { fold, memoByText, wordSet, type Cell } from "../../cells";
import { pupilPart, sinceIn, wordsOf, type LabelReading } from "../../tariff";
import type { ColumnReason } from "../types";
import { bareNumberRank, type Flag, type StructuralRole } from "./heading-roles";
import { dateHeader, flagOf, reasonIn, speaksOfMoney } from "./heading-words";

export type ReadLabel = (text: string) => LabelReading;

interface Structural {
  readonly role: StructuralRole;
  /** Among columns of one role, the lower is preferred. */
  readonly rank: number;
  /** Why it is ignored; null where it is not. */
  readonly why: ColumnReason | null;
  /** What a yes below it says, where it may hold yes and no. */
  readonly flag: Flag | null;
}

/** A heading as the rules look at it. */
interface Heading {
  /** Without accents, capitals and signs. */
  readonly plain: string;
  /** Its words, opened and in the singular. */
  readonly words: readonly string[];
  /** Those that name something. */
  readonly main: readonly string[];
  readonly years: readonly number[];
}

/** One row of the table of roles: the role of the headings that all of its patterns and its test accept. */
interface Rule {
  readonly role: StructuralRole;
  readonly rank?: number | ((heading: Heading) => number);
  readonly why?: ColumnReason;
  readonly plain?: RegExp;
  /** A pattern of all the words that name something. */
  readonly all?: RegExp;
  readonly test?: (heading: Heading) => boolean;
}

const small = wordSet(
  "nom libelle denomination intitule de du des d la le les l a au en et ou par numero n concerne concernee colonne",
);
const communeNouns = wordSet("commune ville collectivite mairie localite");
const besideCommune = wordSet(
  "ecole rattachement siege membre accueil scolaire nouvelle cagb agglo agglomeration concernee beneficiaire debitrice",
);
const schoolNouns = wordSet("ecole etablissement groupescolaire gs site implantation");
const besideSchool = wordSet("scolaire commune beneficiaire");
const labelNouns = wordSet(
  "prestation designation materiel equipement article libelle categorie produit objet famille item",
);
const besideLabel = wordSet("type nature informatique poste");
const quantityWords = wordSet(
  "nb quantite nombre unite de d total u somme machine appareil materiel equipement element exemplaire article objet",
);
const counting = wordSet("nb quantite");
const numbering = wordSet("numero n rang ordre ligne");
const none = new Set<string>();

/** Returns whether words all are among some nouns, one at least, or others that may stand beside them. */
const areOf = (words: readonly string[], nouns: ReadonlySet<string>, others: ReadonlySet<string> = none): boolean =>
  words.some((word) => nouns.has(word)) && words.every((word) => nouns.has(word) || others.has(word));

/** Returns whether a heading is no « Inventaire 2014 » nor « Situation au 1er novembre 2014 »: these head quantities. */
const isUndated = ({ main, years }: Heading): boolean =>
  years.length === 0 || !/^(inventaire|situation|etat)$/.test(main.join(" "));

/** Pivot tables, and words that only pupils' lists have: such a list is counted, its names never kept (decisions §8). */
const first: readonly Rule[] = [
  { role: "commune", rank: 2, plain: /^(etiquettes?|libelles?) de lignes?$|^row labels?$/ },
  { role: "ignored", why: "remark", plain: /^(etiquettes?|libelles?) de colonnes?$|^column labels?$/ },
  { role: "pupil", plain: /^(nom|prenom)( d usage| usage| de famille| famille)?( de l| de| d)? ?eleves?$/ },
  { role: "pupil", plain: /^(ine|prenoms?( \d)?|date (de )?naissance|nee? le|nom d usage( eleve)?|nom de famille)$/ },
];

/** Where the equipment stands. */
const places: readonly Rule[] = [
  { role: "insee", test: ({ words }) => words.includes("insee") },
  { role: "insee", all: /^code commune|^commune code|^cog$/ },
  { role: "school-code", all: /\b(uai|rne)\b|^code (ecole|etablissement)/ },
  { role: "school-code", test: ({ words, main }) => /^numero/.test(words[0] ?? "") && areOf(main, schoolNouns) },
  {
    role: "level",
    test: ({ words }) => /^(type|niveau|nature) (de l |d |de )?(ecole|etablissement)$/.test(words.join(" ")),
  },
  { role: "level", all: /^(niveau|m e|maternelle elementaire|degre)$/ },
  {
    role: "commune",
    rank: ({ main }) => (main[0] === "commune" ? 0 : 1),
    test: ({ main }) => areOf(main, communeNouns, besideCommune),
  },
  {
    role: "school",
    rank: ({ main }) => (/^(site|implantation)$/.test(main[0]!) ? 2 : main[0] === "ecole" ? 0 : 1),
    test: ({ main }) => areOf(main, schoolNouns, besideSchool),
  },
];

/** Which machine it is, where, in what state; what is billed, and how many; in French, or in GLPI's own English. */
const others: readonly Rule[] = [
  { role: "serial-number", all: /\bserie\b|\bserial\b|^sn$/, test: ({ main }) => main[0] !== "nb" },
  {
    role: "inventory-number",
    rank: ({ main }) => (/inventaire|inventory/.test(main.join(" ")) ? 0 : 1),
    all: /^(inventaire|inv|code inventaire|etiquette|codebarre|asset tag|reference inventaire|ref inventaire|immobilisation|inventory( number)?|asset number)$/,
    test: isUndated,
  },
  { role: "inventory-number", rank: bareNumberRank, all: /^(id|identifiant|reference|ref)$/ },
  { role: "status", all: /^(etat|statut|status|state|situation|etat materiel|statut materiel)$/, test: isUndated },
  { role: "entity", all: /^(entite|entity)$/ },
  { role: "location", all: /^(lieu|lieux|localisation|emplacement|location)$/ },
  {
    role: "campaign",
    all: /^(campagne|exercice|annee campagne|annee scolaire|rentree|rentree scolaire|annee rentree)$/,
    test: ({ years }) => years.length === 0,
  },
  { role: "nature", all: /^nature$/ },
  {
    role: "nature",
    rank: 1,
    all: /^(nature (operation|prestation|intervention|facturation)|operation|type (operation|facturation)|installation maintenance|maintenance installation|m i|i m)$/,
  },
  { role: "label", rank: 1, plain: /^(libelle|intitule)$/ },
  { role: "label", rank: 3, all: /^(ordinateur )?type$/ },
  { role: "label", rank: 2, all: /^type (ordinateur|poste|pc|serveur|logiciel|imprimante|machine|uc)$/ },
  {
    role: "label",
    rank: ({ main }) => (labelNouns.has(main[0]!) ? 0 : 1),
    test: ({ main }) => areOf(main, labelNouns, besideLabel),
  },
  {
    role: "quantity",
    rank: ({ words }) => (words.includes("quantite") ? 0 : 1),
    test: ({ words }) => areOf(words, counting, quantityWords),
  },
  { role: "ignored", why: "identifier", test: ({ words }) => areOf(words, numbering) },
  {
    role: "name",
    plain: /^(nom|name|hostname|machine name|computer name)( (machine|ordinateur|poste|materiel))?$/,
  },
  { role: "school", rank: 1, all: /^principale$/, test: ({ words }) => words.includes("denomination") },
  { role: "level", rank: 1, all: /^patronyme$/ },
];

/**
 * Parts of words, one of which each heading of an anchor or of a label holds: any other text of a sheet is passed over before
 * the rules are asked, as rows repeat by the thousand. A word added to the rules of these roles is heard only if it holds one.
 */
export const mayHeadRow =
  /comm|cne|ville|collectivit|mairie|localit|col|tab|groupe|gs|site|implant|insee|cog|entit|lieu|emplac|locat|localis|ine|nom|naiss|n[ée]|patron|prest|d[ée]sig|mat[ée]r|quip|art|libel|cat|prod|objet|famil|intit|type|lignes|item|row/i;

/** The same of what a form is told by: the headings of communes and of schools, and schools' names. */
export const mayHeadForm =
  /comm|cne|ville|collectivit|mairie|localit|col|tab|groupe|gs|site|implant|matern|l[ée]ment|primaire|fiche/i;

/** The same of what stands at the left of names across: the headings of communes and of schools, a pivot table's too. */
export const mayHeadAcross = /comm|cne|ville|collectivit|mairie|localit|col|tab|groupe|gs|site|implant|lignes|row/i;

/** Returns the role of the first rule that a heading follows; null when it follows none. */
function ruled(rules: readonly Rule[], heading: Heading): Structural | null {
  const words = heading.main.join(" ");
  const rule = rules.find(
    ({ plain, all, test }) =>
      (plain?.test(heading.plain) ?? true) && (all?.test(words) ?? true) && (test?.(heading) ?? true),
  );
  if (rule === undefined) return null;
  const { role, rank = 0, why = null } = rule;
  return { role, rank: typeof rank === "number" ? rank : rank(heading), why, flag: null };
}

const ignored = (why: ColumnReason): Structural => ({ role: "ignored", rank: 0, why, flag: null });

/** Returns the role that a header alone tells; null when it names a quantity or nothing known. */
export const structuralRole = memoByText((text): Structural | null => {
  if (text.length > 60) return null;
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  const { words, years } = wordsOf(text);
  const heading: Heading = { plain, words, main: words.filter((word) => !small.has(word)), years };
  const placed = ruled(first, heading) ?? ruled(places, heading);
  if (placed !== null) return placed;
  if (speaksOfMoney(text, words)) return ignored("money");
  // « Depuis le 01/11/2013 » says a date: there are quantities below it, and no dates.
  const date = sinceIn(fold(text)) === null ? dateHeader(words, plain) : null;
  if (date !== null) return { ...date, flag: flagOf(text) };
  const role = ruled(others, heading);
  if (role !== null) return role;
  const why = reasonIn(text, words, heading.main);
  return why === null ? null : ignored(why);
});

/**
 * Splits a header from the group's name that GLPI 10 and 11 put before it: « Caractéristiques - Numéro de série »; null when
 * there is none.
 */
export function splitGroupPrefix(text: string): { readonly group: string; readonly rest: string } | null {
  const match = /^(.+) - (.+)$/.exec(text);
  return match === null ? null : { group: match[1]!.trim(), rest: match[2]!.trim() };
}

/** Returns the text of a header cell, or null when it holds none; a bare year (2014) may be typed as a number. */
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
