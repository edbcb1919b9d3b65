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

/** Returns the concept that a text begins with, where all of it is read; null where it is not. */
function leadOf(text: string): Concept | null {
  const { meanings, unread } = commonReader.read(text, "name");
  const [first] = meanings;
  return unread.length === 0 && first?.is === "concept" ? first.concept : null;
}

/** Returns whether a text heads a row of figures that are no inventory: prices, amounts, last year's reminder. */
export function headsOtherFigures(text: string): boolean {
  const lead = /^\s*[acemnprtdév]/i.test(text) ? leadOf(text) : null;
  return lead !== null && otherFigures.has(lead);
}

/** Returns whether what stands for a school is a forecast, a budget or a check; of a machine, « Contrôlé » may be its state. */
export const isForecast: (text: string) => boolean = memoByText((text) => {
  const lead = /^\s*[a-eopvfié]/i.test(text) ? leadOf(text) : null;
  return lead !== null && (forecasts.has(lead) || /^(?:controle|verification|budget)s?\b/.test(fold(text)));
});

/** Returns whether a text goes after « École », which a column of kinds says: « du Retrait », « de la Somme ». */
export const isComplement = (text: string): boolean => /^(?:de|du|des|d)\b/.test(fold(text));

/** What a lone text that heads schools begins with. */
const section = new RegExp(
  String.raw`^(?:${fold(nameWords.zone)
    .replaceAll("_", " ")
    .split(" ")
    .filter((word) => word !== "pedagogique")
    .join("s?|")}s?|ecoles?|groupes? scolaires?|maternelles?|elementaires?|primaires?)\b`,
);

/** Returns whether a text alone on its row heads schools of a kind or a part of the town, all of it read; and is no commune badly written. */
export function isSection(text: string, match: CommuneMatch): boolean {
  if (match.kind !== "unknown" || match.suggestion !== null || !section.test(fold(text))) return false;
  const { meanings, unread } = commonReader.read(text, "section");
  return unread.length === 0 && meanings.every((meaning) => meaning.is === "concept" && !saysMore(meaning.concept));
}

function saysMore(concept: Concept): boolean {
  const { standing, kind, nature } = senses[concept]!;
  return standing !== undefined || kind !== undefined || nature !== undefined;
}

/** Returns whether a text alone on its row is a school's name, and not its commune's nor a section's: « École primaire ». */
export function isSchoolName(text: string): boolean {
  return /^(?:(?:ecole|groupe scolaire|gs|rpi|annexe|maternelle|elementaire|primaire)\b(?!s))/.test(fold(text));
}

/** What tells two schools of one place apart; any other level (PS … CM2, a class) is a part of one school's pupils. */
const kinds = /^(?:ecoles? )?(?:maternelles?|mat|elementaires?|elem|primaires?|prim|preelementaires?|annexe)\.?$/;

/** Returns whether a level is a kind of school, which may be part of its name. */
export const isKindOfSchool = (level: string): boolean => kinds.test(fold(level));

/** Returns a school's name and its kind (« Maternelle »), as one name. */
export const withKind = (name: string, kind: string): string => `${name} (${kind})`;

/** Returns a cell's text, or null when it holds none. */
export function textOf(cell: Cell): string | null {
  return typeof cell === "string" && cell.trim() !== "" ? cell : null;
}

/** Returns the text of a row that holds nothing else, and its column; null when it holds more, or a number. */
export function loneText(
  cells: readonly Cell[],
  { left, right }: Pick<CellBlock, "left" | "right">,
): { readonly text: string; readonly column: number } | null {
  const column = cells.findIndex((cell, at) => at >= left && at <= right && !isBlank(cell));
  const text = cells[column];
  return typeof text === "string" && isBlankRow(cells, column + 1, right) ? { text, column } : null;
}

/** What may stand beside it: « Stock mairie », « Matériel réformé ». */
const besideNone = conceptSet("thing town townHall commune agglomeration time date unit count campaign");

/** Places that are no schools, and may be sites of other conventions: « Mairie », « Médiathèque », « Atelier ». */
const otherSites = conceptSet("townHall elsewhere storage");

/** Returns whether a text names no site where one stands, among others than schools: « Stock », « Réformés »; « Mairie » is one. */
export function namesNoSite(text: string): boolean {
  const { meanings } = commonReader.read(text, "name");
  const [first] = meanings;
  return namesNoSchool(text) && !(first?.is === "concept" && otherSites.has(first.concept));
}

/** Returns whether a text names no school, though it stands where one does: « Stock », « Réformés », « À prévoir ». */
export const namesNoSchool: (text: string) => boolean = memoByText((text) => {
  if (isSchoolName(text) || isComplement(text)) return false;
  // What a pivot table calls those of no name.
  if (/^\s*\((?:vide|blank)\)\s*$/i.test(text)) return true;
  const { meanings, names, unread } = commonReader.read(text, "name");
  if (meanings.length === 0) return unread.length === 0 && names.length === 0 && /^[\s+\-–—/?.]+$/.test(text);
  const status = readStatus(text);
  if ((status !== null && status !== "in-service") || isForecast(text)) return true;
  const [first] = meanings;
  // « Dont neufs », « y compris … »: of something else, whatever follows.
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

/** Returns whether a text that names no school by itself may name one that has pupils: « Neuve », « Active », but not « Dotation ». */
export function namesAny(text: string): boolean {
  const { meanings } = commonReader.read(text, "name");
  return meanings.every((each) => each.is === "concept" && senses[each.concept]!.standing === undefined);
}

function isNone(meaning: Meaning): boolean {
  if (meaning.is !== "concept") return false;
  const { noSchool, nature, standing, state } = senses[meaning.concept]!;
  return noSchool === true || nature === "installation" || (standing !== undefined && state !== "in-service");
}

/** A commune and its school, as one cell writes them. */
export interface CommuneAndSchool {
  readonly commune: string;
  readonly school: string;
}

const streets = nameWords.address
  .split(/\s+/)
  .filter((word) => !/_|^(?:bp|cs|cedex)$/.test(word))
  .map(fold);
const street = new RegExp(String.raw`(?:^|\s)(?:${[...streets, "place", "cours", "rte"].join("|")})(?:\s|$)`);

/** Finds the commune at the end of a school's name, « Primaire de Franois (Franois) »; null when there is none, or it is a street's. */
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

/** Longer is no commune and its school. */
const longestName = 300;

/** No commune's name has so many words. */
const longestCommune = 12;
const between = /\s+[-–—/:]\s*|\s*[–—:]\s+|\s*,\s+/g;

/** Splits « Pirey – École maternelle », « École maternelle (Pirey) » into commune and school; null when neither part is a commune. */
export function splitCommune(text: string, directory: CommuneDirectory): CommuneAndSchool | null {
  const bracketed = /^(.+?)\s*\(([^()]+)\)\s*$/.exec(text);
  if (bracketed !== null && directory.find(bracketed[1]!).kind !== "unknown")
    return { commune: bracketed[1]!.trim(), school: bracketed[2]!.trim() };
  for (const parts of cuts(text)) if (directory.find(parts.commune).kind !== "unknown") return parts;
  return writtenLast(text, directory);
}

/** Returns a school's name without the commune's written before it: « École du Pont » of « Pirey – École du Pont ». */
function withoutCommune({ name }: Commune, text: string): string {
  for (const { commune, school } of cuts(text)) if (communeKey(commune) === communeKey(name)) return school;
  return text;
}

/** Yields a text cut in two at each of its dashes, commas and colons. */
function* cuts(text: string): Generator<CommuneAndSchool> {
  if (text.length > longestName) return;
  for (const separator of text.matchAll(between)) {
    const commune = text.slice(0, separator.index).trim();
    const school = text.slice(separator.index + separator[0].length).trim();
    if (commune !== "" && school !== "") yield { commune, school };
  }
}

/** Splits « École maternelle – Pirey » or « École maternelle (Pirey) », the commune last; null for any other text. */
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

/** Returns the school that « École : X » names; null when the text is of another form. */
export function declaredSchool(text: string): string | null {
  return declared.exec(text)?.[1]?.trim() ?? null;
}

/** Returns the school that a text names, without what follows a dash, a comma or a date; null when it names none. */
export function schoolIn(text: string): string | null {
  const said = declared.exec(text)?.[1];
  if (said !== undefined) return said.trim();
  if (!named.test(fold(text)) || structuralRole(text) !== null) return null;
  const name = text.split(/\s[-–—]\s|[,;:(]| au /)[0]!.trim();
  return name === "" ? null : name;
}

/** Returns what two writings of a school's name inside one commune have in common. (decisions §2) */
export function schoolKey(commune: Commune, name: string): string {
  return `${commune.insee}|${communeKey(withoutCommune(commune, name))}`;
}

/** Returns the name that a school's key holds, its commune apart. */
export function nameOfKey(key: string): string {
  return key.slice(key.indexOf("|") + 1);
}
