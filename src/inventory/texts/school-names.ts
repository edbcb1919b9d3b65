import { fold, isBlank, isBlankRow, memoByText, type Cell, type CellBlock } from "../../cells";
import { communeKey, communeNamed, type Commune, type CommuneDirectory, type CommuneMatch } from "../../tariff";
import { structuralRole } from "./heading-role";
import { nameWords } from "./name-words";
import { commonReader } from "./read-text";
import { type Concept, conceptSet, senses } from "./senses";
import { readStatus } from "./state";
import type { Meaning } from "./types";

const otherFigures = conceptSet("money ratio difference reminder information memory extreme average lastYear nextYear");
const forecasts = conceptSet("forecast wished");

/** Returns the concept with which a text begins; null when it begins otherwise, or is not entirely understood. */
function leadOf(text: string): Concept | null {
  const { meanings, unread } = commonReader.read(text, "name");
  const [first] = meanings;
  return unread.length === 0 && first?.is === "concept" ? first.concept : null;
}

/**
 * Returns whether a text heads a row of figures that are not an inventory: prices, amounts, a reminder of last year.
 */
export function headsOtherFigures(text: string): boolean {
  const lead = /^\s*[acemnprtdév]/i.test(text) ? leadOf(text) : null;
  return lead !== null && otherFigures.has(lead);
}

/**
 * Returns whether a text in the place of a school is a forecast, a budget or a check. For a machine, « Contrôlé » may
 * be its state instead.
 */
export const isForecast: (text: string) => boolean = memoByText((text) => {
  const lead = /^\s*[a-eopvfié]/i.test(text) ? leadOf(text) : null;
  return lead !== null && (forecasts.has(lead) || /^(?:controle|verification|budget)s?\b/.test(fold(text)));
});

/** Returns whether a text completes « École », written in a column of kinds: « du Retrait », « de la Somme ». */
export const isComplement = (text: string): boolean => /^(?:de|du|des|d)\b/.test(fold(text));

/** The first word of a text that heads several schools. */
const section = new RegExp(
  String.raw`^(?:${fold(nameWords.zone)
    .replaceAll("_", " ")
    .split(" ")
    .filter((word) => word !== "pedagogique")
    .join("s?|")}s?|ecoles?|groupes? scolaires?|maternelles?|elementaires?|primaires?)\b`,
);

/**
 * Returns whether a text alone in its row is a section title, of a kind of schools or of a district: entirely
 * understood, and not a misspelt commune.
 */
export function isSection(text: string, match: CommuneMatch): boolean {
  if (match.kind !== "unknown" || match.suggestion !== null || !section.test(fold(text))) return false;
  const { meanings, unread } = commonReader.read(text, "section");
  return unread.length === 0 && meanings.every((meaning) => meaning.is === "concept" && !saysMore(meaning.concept));
}

function saysMore(concept: Concept): boolean {
  const { standing, kind, nature } = senses[concept]!;
  return standing !== undefined || kind !== undefined || nature !== undefined;
}

/**
 * Returns whether a text alone in its row is the name of one school, such as « École primaire », rather than that of a
 * commune or a section.
 */
export function isSchoolName(text: string): boolean {
  return /^(?:(?:ecole|groupe scolaire|gs|rpi|annexe|maternelle|elementaire|primaire)\b(?!s))/.test(fold(text));
}

/**
 * Levels that distinguish two schools of one place; any other level (PS … CM2, a class) is a part of a school's pupils.
 */
const kinds = /^(?:ecoles? )?(?:maternelles?|mat|elementaires?|elem|primaires?|prim|preelementaires?|annexe)\.?$/;

/** Returns whether a level is a kind of school, which may be part of its name. */
export const isKindOfSchool = (level: string): boolean => kinds.test(fold(level));

/** Returns the name of a school with its kind (« Maternelle »). */
export const withKind = (name: string, kind: string): string => `${name} (${kind})`;

/** Returns the text of a cell; null when it has none. */
export function textOf(cell: Cell): string | null {
  return typeof cell === "string" && cell.trim() !== "" ? cell : null;
}

/** Returns the only text of a row with its column; null when the row has another value, or a number. */
export function loneText(
  cells: readonly Cell[],
  { left, right }: Pick<CellBlock, "left" | "right">,
): { readonly text: string; readonly column: number } | null {
  const column = cells.findIndex((cell, at) => at >= left && at <= right && !isBlank(cell));
  const text = cells[column];
  return typeof text === "string" && isBlankRow(cells, column + 1, right) ? { text, column } : null;
}

/** Concepts allowed beside the name of no school: « Stock mairie », « Matériel réformé ». */
const besideNone = conceptSet("thing town townHall commune agglomeration time date unit count campaign");

/** Places that are not schools, but may be sites of other conventions: « Mairie », « Médiathèque », « Atelier ». */
const otherSites = conceptSet("townHall elsewhere storage");

/**
 * Returns whether a text in the place of a site names none, under a convention whose sites are not schools: « Stock »,
 * « Réformés », but not « Mairie ».
 */
export function namesNoSite(text: string): boolean {
  const { meanings } = commonReader.read(text, "name");
  const [first] = meanings;
  return namesNoSchool(text) && !(first?.is === "concept" && otherSites.has(first.concept));
}

/** Returns whether a text in the place of a school names none: « Stock », « Réformés », « À prévoir ». */
export const namesNoSchool: (text: string) => boolean = memoByText((text) => {
  if (isSchoolName(text) || isComplement(text)) return false;
  // The label of blanks in a pivot table.
  if (/^\s*\((?:vide|blank)\)\s*$/i.test(text)) return true;
  const { meanings, names, unread } = commonReader.read(text, "name");
  if (meanings.length === 0) return unread.length === 0 && names.length === 0 && /^[\s+\-–—/?.]+$/.test(text);
  const status = readStatus(text);
  if ((status !== null && status !== "in-service") || isForecast(text)) return true;
  const [first] = meanings;
  // « Dont neufs », « y compris … » qualify something else.
  if (first!.is === "qualifier" && (first!.how === "part-of" || first!.how === "includes")) return true;
  if (unread.length > 0 || names.some(({ kind }) => kind !== "commune" && kind !== "service")) return false;
  return (
    meanings.some(isNone) &&
    meanings.every(
      (meaning) =>
        isNone(meaning) || meaning.is === "item" || (meaning.is === "concept" && besideNone.has(meaning.concept)),
    )
  );
});

/**
 * Returns whether a text names an establishment that is not a primary school: « Collège Diderot », « École de musique ».
 */
export const isOtherTeaching = (text: string): boolean =>
  /^(?:colleges?|lycees?|iut|universites?|cfa|ecoles? (?:municipales? )?(?:de musique|de danse|d art))\b/.test(
    fold(text),
  );

/**
 * Returns whether a text that names no school may still be the name of one, if it has pupils: « Neuve », « Active »,
 * but not « Dotation ».
 */
export function namesAny(text: string): boolean {
  const { meanings } = commonReader.read(text, "name");
  return meanings.every((each) => each.is === "concept" && senses[each.concept]!.standing === undefined);
}

function isNone(meaning: Meaning): boolean {
  if (meaning.is !== "concept") return false;
  const { noSchool, nature, standing, state } = senses[meaning.concept]!;
  return noSchool === true || nature === "installation" || (standing !== undefined && state !== "in-service");
}

/** A commune and its school written in one cell. */
export interface CommuneAndSchool {
  readonly commune: string;
  readonly school: string;
}

const streets = nameWords.address
  .split(/\s+/)
  .filter((word) => !/_|^(?:bp|cs|cedex)$/.test(word))
  .map(fold);
const street = new RegExp(String.raw`(?:^|\s)(?:${[...streets, "place", "cours", "rte"].join("|")})(?:\s|$)`);

/**
 * Returns the name of a commune at the end of a school's name, « Primaire de Franois (Franois) »; null when there is
 * none, or when it is the name of a street.
 */
export function endingCommune(text: string, directory: CommuneDirectory): string | null {
  const words = text.replace(/[()]/g, " ").trim().split(/\s+/).slice(-longestCommune);
  for (let from = words.length === longestCommune ? 0 : 1; from < words.length; from += 1) {
    const name = words
      .slice(from)
      .join(" ")
      .replace(/^(?:[-–—/:,]\s*)?(?:commune\s+)?(?:de\s+|d[’']\s*)?/i, "");
    if (name !== "" && communeNamed(name, directory) !== null)
      return street.test(fold(words.slice(0, from).join(" "))) ? null : name;
  }
  return null;
}

/** In characters; a longer text is not a commune with its school. */
const longestName = 300;

/** More words than the name of any commune. */
const longestCommune = 12;
const between = /\s+[-–—/:]\s*|\s*[–—:]\s+|\s*,\s+/g;

/**
 * Splits a text into commune and school, « Pirey – École maternelle », « École maternelle (Pirey) »; null when neither
 * part is a commune, or when what its brackets say is of its name, « Pirey (25) », « Vèze (La) ».
 */
export function splitCommune(text: string, directory: CommuneDirectory): CommuneAndSchool | null {
  const bracketed = /^(.+?)\s*\(([^()]+)\)\s*$/.exec(text);
  if (bracketed !== null && directory.find(bracketed[1]!).kind !== "unknown") {
    if (communeKey(bracketed[1]!) === communeKey(text)) return null;
    return { commune: bracketed[1]!.trim(), school: bracketed[2]!.trim() };
  }
  for (const parts of cuts(text)) if (directory.find(parts.commune).kind !== "unknown") return parts;
  return writtenLast(text, directory);
}

/** Returns the name of a school without its commune: « École du Pont » for « Pirey – École du Pont ». */
function withoutCommune({ name }: Commune, text: string): string {
  for (const { commune, school } of cuts(text)) if (communeKey(commune) === communeKey(name)) return school;
  return text;
}

/** Yields the two parts of a text at each of its dashes, commas and colons. */
function* cuts(text: string): Generator<CommuneAndSchool> {
  if (text.length > longestName) return;
  for (const separator of text.matchAll(between)) {
    const commune = text.slice(0, separator.index).trim();
    const school = text.slice(separator.index + separator[0].length).trim();
    if (commune !== "" && school !== "") yield { commune, school };
  }
}

/**
 * Splits a text that ends with its commune: « École maternelle – Pirey », « École maternelle (Pirey) »; null for any
 * other text.
 */
function writtenLast(text: string, directory: CommuneDirectory): CommuneAndSchool | null {
  if (text.length > longestName) return null;
  const [, school, commune] = /^(.+?)(?:\s+[-–—/:]\s*|\s*[–—:,]\s+|\s*\()([^()]+?)\)?\s*$/.exec(text) ?? [];
  if (school === undefined || commune === undefined || schoolIn(school) === null) return null;
  return communeNamed(commune, directory) === null ? null : { commune: commune.trim(), school: school.trim() };
}

/** « École : Jean Macé ». */
const declared =
  /^\s*(?:nom (?:de l[’' ]\s*)?)?(?:école|ecole|établissement|etablissement|groupe scolaire|site)\s*:\s*(.+)$/i;

/** « École primaire », « Groupe scolaire Jean Macé ». */
const named = /^(ecole|groupe scolaire|maternelle|elementaire|primaire)\b/;

/** Returns the school in « École : X »; null for any other form. */
export function declaredSchool(text: string): string | null {
  return declared.exec(text)?.[1]?.trim() ?? null;
}

/** Returns the school that a text names, without what follows a dash, a comma or a date; null when it names none. */
export function schoolIn(text: string): string | null {
  const label = declared.exec(text)?.[1];
  if (label !== undefined) return label.trim();
  if (!named.test(fold(text)) || structuralRole(text) !== null) return null;
  const name = text.split(/\s[-–—]\s|[,;:(]| au /)[0]!.trim();
  return name === "" ? null : name;
}

/** Returns the key of a school: two spellings of its name in one commune have the same. (decisions §2) */
export function schoolKey(commune: Commune, name: string): string {
  return `${commune.insee}|${communeKey(withoutCommune(commune, name))}`;
}

/** Returns the folded name in a school's key, without its commune. */
export function nameOfKey(key: string): string {
  return key.slice(key.indexOf("|") + 1);
}
