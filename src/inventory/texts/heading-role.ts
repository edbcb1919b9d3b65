import { fold, memoByText } from "../../cells";
import { sinceIn } from "../../tariff";
import type { ColumnReason } from "../types";
import { dateRole } from "./heading-dates";
import { type StructuralRole, bareNumberRank } from "./heading-roles";
import { type Heading, flagOf, readHeading, speaksOfMoney } from "./heading";
import type { TextReader } from "./read-text";
import { type Concept, type Flag, conceptSet, senses } from "./senses";

export interface Structural {
  readonly role: StructuralRole;
  /** The order of preference among the columns of one role, the lowest first. */
  readonly rank: number;
  /** Why it is ignored; null when it is not. */
  readonly why: ColumnReason | null;
  /** The meaning of a yes below it; null when it heads no yes and no. */
  readonly flag: Flag | null;
}

/** A row of the table of roles: the role of the headings that pass all its tests. */
interface Rule {
  readonly role: StructuralRole;
  readonly rank?: number | ((heading: Heading) => number);
  readonly why?: ColumnReason;
  /** A pattern of the concepts of the heading, all of whose words must be understood. */
  readonly says?: RegExp;
  /** The concepts that the heading may have, one of the first set at least. */
  readonly of?: readonly [nouns: ReadonlySet<string>, others: ReadonlySet<string>];
  readonly test?: (heading: Heading) => boolean;
}

const communes = conceptSet("commune town townHall");
const schools = conceptSet("school establishment site");
const labels = conceptSet("label thing");

/** Returns a test of whether a heading begins with one of these concepts, the concept « name » ignored. */
const startsWith =
  (...concepts: readonly string[]) =>
  ({ kinds }: Heading): boolean =>
    concepts.includes(kinds.find((concept) => concept !== "name") ?? "");
const isUndated = (heading: Heading): boolean => heading.isUndated;
const isWord =
  (...words: readonly string[]) =>
  ({ concepts }: Heading): boolean =>
    concepts.every(({ base }) => words.includes(base));

/** The headings of communes or members, and of schools or sites. */
const ofPlaces: readonly Rule[] = [
  {
    role: "commune",
    rank: (heading) => (startsWith("commune")(heading) ? 0 : 1),
    of: [communes, conceptSet("name whole agglomeration school site numbering")],
    // « Dont à la mairie » counts some of what stands before.
    test: ({ isPart }) => !isPart,
  },
  {
    role: "school",
    rank: (heading) => (startsWith("site")(heading) ? 2 : startsWith("school")(heading) ? 0 : 1),
    of: [schools, conceptSet("name whole commune unit numbering")],
  },
];

/**
 * The headings of pivot tables, of lists of pupils, whose names are never kept (decisions §8), and of the places of
 * equipment.
 */
const placing: readonly Rule[] = [
  { role: "commune", rank: 2, says: /^pivotRows$/ },
  { role: "ignored", why: "remark", says: /^pivotColumns$/ },
  { role: "pupil", test: ({ all, plain }) => all === "pupilName" && plain !== "ines" },
  { role: "insee", test: ({ kinds }) => kinds.includes("insee") },
  { role: "school-code", test: ({ kinds }) => kinds.includes("schoolCode") },
  {
    role: "school-code",
    says: /^code (?:school|establishment)\b|^numbering(?: name)?(?: (?:school|establishment|site))+$/,
  },
  { role: "school", says: /^name degree$/, test: ({ plain }) => /\b(?:ecole|etablissement)$/.test(plain) },
  { role: "level", says: /^degree$/ },
  { role: "level", says: /^level level$/, test: isWord("maternelle", "elementaire") },
  ...ofPlaces,
  { role: "school", rank: 1, says: /^level$/, test: isWord("gs") },
];

/**
 * The headings that identify a machine, its place and its state, the prestation and its quantity; in French, or in the
 * English of GLPI.
 */
const others: readonly Rule[] = [
  { role: "serial-number", test: ({ kinds }) => kinds.includes("serial") && kinds[0] !== "count" },
  {
    role: "inventory-number",
    rank: ({ kinds }) => (kinds.includes("inventory") ? 0 : 1),
    says: /^(?:(?:numbering|name|code|identifier) )*(?:inventory|tag)$/,
    test: isUndated,
  },
  {
    role: "inventory-number",
    rank: bareNumberRank,
    says: /^identifier$/,
    test: ({ plain }) => !/matricule/.test(plain),
  },
  {
    role: "status",
    says: /^(?:state|situation)(?: thing)?$/,
    test: (heading) => heading.isUndated || /^(?:statut|etat)/.test(heading.plain),
  },
  { role: "status", test: ({ plain }) => /^(?:statut|etat) au [\d ]+$/.test(plain) },
  { role: "entity", says: /^entity$/ },
  { role: "location", says: /^place$/ },
  { role: "campaign", says: /^(?:time )?campaign$/, test: isUndated },
  { role: "nature", says: /^nature$/ },
  {
    role: "nature",
    rank: 1,
    says: /^(?:nature|kindOf) (?:operation|label|money)$|^installation maintenance$|^maintenance installation$/,
  },
  { role: "nature", rank: 1, says: /^operation$/, test: isWord("operation") },
  { role: "label", rank: 1, says: /^name$/, test: isWord("libelle", "intitule") },
  { role: "label", rank: 3, says: /^(?:item )?kindOf$/ },
  { role: "label", rank: 2, says: /^kindOf item$/ },
  {
    role: "label",
    rank: ({ kinds }) => (labels.has(kinds[0] as Concept) ? 0 : 1),
    of: [labels, new Set(["name", "kindOf", "nature", "item", "unit"])],
    test: ({ kinds }) => !kinds.includes("item") || kinds.includes("kindOf"),
  },
  {
    role: "quantity",
    rank: ({ concepts }) => (concepts.some(({ base }) => /^(?:quantite|qte|qt)$/.test(base)) ? 0 : 1),
    of: [conceptSet("count"), conceptSet("unit total thing label time")],
    test: ({ concepts, isOnSnapshot }) =>
      !isOnSnapshot && concepts.every(({ concept, base }) => concept !== "label" || /^(?:article|objet)$/.test(base)),
  },
  { role: "ignored", why: "remark", test: ({ plain }) => /^(?:utilis|compt|denombr|point)ee?s? par$/.test(plain) },
  { role: "ignored", why: "identifier", says: /^numbering(?: numbering)*$/ },
  {
    role: "name",
    says: /^name(?: (?:unit|item|thing))?$/,
    test: ({ concepts }) => /^(?:nom|name|hostname|machine name|computer name)$/.test(concepts[0]!.base),
  },
  { role: "level", rank: 1, says: /^patronym$/ },
];

/** Returns the role of the first rule that a heading matches; null when it matches none. */
function ruled(rules: readonly Rule[], heading: Heading): Structural | null {
  const { kinds, all, isRead } = heading;
  const rule = rules.find(({ says, of, test }) => {
    if ((says !== undefined || of !== undefined) && !isRead) return false;
    if (says?.test(all) === false) return false;
    if (of !== undefined) {
      const [nouns, beside] = of;
      if (!kinds.some((each) => nouns.has(each)) || !kinds.every((each) => nouns.has(each) || beside.has(each)))
        return false;
    }
    return test?.(heading) ?? true;
  });
  if (rule === undefined) return null;
  const { role, rank = 0, why = null } = rule;
  return { role, rank: typeof rank === "number" ? rank : rank(heading), why, flag: null };
}

/**
 * Returns the role of a heading of members or of sites, with the nouns of the convention; null for any other heading.
 */
export function placeRole(text: string, texts: TextReader): Structural | null {
  return text.length > longest ? null : ruled(ofPlaces, readHeading(text, texts));
}

/** Returns whether a heading, in a table of installations, is that of their dates: « Date de livraison », « Date ». */
export function datesEntry(texts: readonly string[]): boolean {
  const role = structuralRole(texts.at(-1) ?? "")?.role;
  return role === "date-in" || role === "date";
}

const ignored = (why: ColumnReason): Structural => ({ role: "ignored", rank: 0, why, flag: null });

/** In characters; a longer text is a sentence. */
const longest = 60;

/**
 * Returns the role of a column according to its heading alone; null when the heading names a quantity, or nothing
 * known.
 */
export const structuralRole = memoByText((text): Structural | null => {
  if (text.length > longest) return null;
  const heading = readHeading(text);
  const placed = ruled(placing, heading);
  if (placed !== null) return placed;
  if (speaksOfMoney(text)) return ignored("money");
  // « Depuis le 01/11/2013 » heads quantities, not dates.
  const date = sinceIn(fold(text)) === null ? dateRole(heading) : null;
  if (date !== null) return { ...date, flag: flagOf(text) };
  const role = ruled(others, heading);
  if (role !== null) return role;
  const why = reasonIn(text, heading);
  return why === null ? null : ignored(why);
});

/** Returns why a heading that is not about money heads no quantity; null when it may head one. */
function reasonIn(text: string, { kinds, concepts, isFirstKnown, isPart }: Heading): ColumnReason | null {
  if (isPart) return null;
  const whyOf = (concept: string | undefined): ColumnReason | undefined =>
    concept === undefined ? undefined : senses[concept]?.column;
  const isRatio = concepts.some(({ concept }) => whyOf(concept) === "ratio" && !people.has(concept));
  if (isRatio || signOfChange.test(text) || comparesThings(text)) return "ratio";
  if (!isFirstKnown) return null;
  const counted = kinds.filter((each) => each !== "total" && each !== "count");
  const nouns = counted.length > 1 ? counted.filter((each) => each !== "numbering") : counted;
  const noun = nouns[0] as Concept | undefined;
  if (noun === undefined) return null;
  if (kinds.includes("count")) {
    if (people.has(noun) || noun === "time" || noun === "room" || noun === "site") return "ratio";
    return whyOf(noun) === "contact" ? "contact" : null;
  }
  if (people.has(noun)) return "ratio";
  const why = whyOf(noun);
  if (why === "remark" || why === "contact" || why === "identifier") return why;
  if (kinds[0] === "numbering" || kinds[0] === "identifier" || kinds[0] === "code") return "identifier";
  // « Date de garantie », « Type de disque », « Nom du fournisseur ».
  const isLead = noun === "date" || noun === "kindOf" || noun === "name";
  return isLead && whyOf(nouns[1]) !== undefined ? (noun === "date" ? "other-date" : "remark") : null;
}

/** Signs that head a difference. */
const signOfChange = /^\s*(?:\+\s*\/?\s*[-−–]|±|Δ)\s*$/;

/** Concepts that count people or rooms, never machines. */
const people = conceptSet("staff classroom otherCount");

/**
 * Returns whether a heading is a ratio of two things, « Élèves / poste », « PC par classe », other than a unit of the
 * act.
 */
function comparesThings(text: string): boolean {
  const plain = fold(text);
  const match = /^(.*?)(?:\/| par | pour (?:cent|\d+|un) | a l )(.*)$/.exec(plain);
  if (match === null) return false;
  const [first, second] = [thingIn(match[1]!), thingIn(match[2]!)];
  return second !== null && first !== second && (first !== null || /\bpar /.test(plain));
}

function thingIn(text: string): "pupils" | "machines" | "rooms" | null {
  const { kinds } = readHeading(text);
  if (kinds.includes("item") || kinds.includes("unit")) return "machines";
  if (kinds.includes("pupils")) return "pupils";
  return kinds.includes("classroom") ? "rooms" : null;
}
