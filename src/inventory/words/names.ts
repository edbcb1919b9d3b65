import { fold, isBlank, isBlankRow, memoByText, type Cell, type CellBlock } from "../../cells";
import { communeKey, communeNamed, type Commune, type CommuneDirectory, type CommuneMatch } from "../../tariff";
import { structuralRole } from "./headings";
import { readStatus } from "./titles";

const aside = /^(prix|tarifs?|montants?|couts?|ratios?|ecarts?|evolution|rappel|pour memoire|pm)\b/;
const forecast =
  /^(previsions?|previsionnel|prevus?|budgets?|demandes?|besoins?|objectifs?|projections?|estimations?|controles?|verifications?|cibles?)\b/;

/** Returns whether a text heads a row of figures that are no inventory: prices, amounts, last year's reminder. */
export function headsOtherFigures(text: string): boolean {
  return /^\s*[cemprté]/i.test(text) && aside.test(fold(text));
}

/** Returns whether what stands for a school is a forecast, a budget or a check; of a machine, « Contrôlé » may be its state. */
export const isForecast: (text: string) => boolean = memoByText(
  (text) => /^\s*[bcdeopvé]/i.test(text) && forecast.test(fold(text)),
);

const section =
  /^(secteurs?|zones?|cantons?|circonscriptions?|ecoles?|groupes? scolaires?|maternelles?|elementaires?|primaires?|rpi|regroupements?)\b/;

/** Returns whether a text alone on its row heads schools of a kind or a part of the town, and is no commune badly written. */
export function isSection(text: string, match: CommuneMatch): boolean {
  return match.kind === "unknown" && match.suggestion === null && section.test(fold(text));
}

/** Returns whether a text alone on its row is a school's name, and not its commune's nor a section's: « École primaire ». */
export function isSchoolName(text: string): boolean {
  return /^(?:(?:ecole|groupe scolaire|gs|rpi|annexe|maternelle|elementaire|primaire)\b(?!s))/.test(fold(text));
}

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

/** What is no school where a school's name is expected: stocks, movements, forecasts, other places of the town. */
const names = `
  stocks? (?:la_)?reserve depots? magasins? ateliers? prets? emprunts? reformee?s? rebuts? reparations? sav pannes? mairies? cantines?
  bibliotheques? mediatheques? centres?_de_loisirs? clsh alsh periscolaires? garderies? services?_techniques? services?_informatiques?
  a_prevoir a_commander a_installer a_livrer a_recevoir a_venir commandes? devis achats? neufs? neuves? nouveaux? nouvelles?
  divers autres? non_affectee?s? non_localisee?s? inconnue?s? ref references? ecarts? differences? variations? evolutions?
`;
const ofTown = "(?: (?:de la )?(?:mairie|ville|commune|agglo|dtic|informatique))?";
const noSchool = new RegExp(`^(?:${names.trim().split(/\s+/).join("|").replaceAll("_", " ")})${ofTown}$`);
/** « Dont neufs », « Installés en 2014 »: of something else, whatever follows. */
const movement =
  /^(?:dont|y compris|installee?s?|posee?s?|livree?s?|arrivee?s?|recue?s?|achetee?s?|remplacee?s?|ajoutee?s?)\b/;

/** Returns whether a text names no school, though it stands where one does: « Stock », « Réformés », « À prévoir ». */
export const namesNoSchool: (text: string) => boolean = memoByText((text) => {
  if (isSchoolName(text)) return false;
  const folded = fold(text)
    .replace(/\b(?:19|20)\d\d\b/g, " ")
    .replace(/[^a-z]+/g, " ")
    .trim();
  if (folded === "") return /^[\s+\-–—/?.]+$/.test(text);
  const status = readStatus(text);
  return (
    (status !== null && status !== "in-service") || noSchool.test(folded) || movement.test(folded) || isForecast(text)
  );
});

/** A commune and its school, as one cell writes them. */
export interface CommuneAndSchool {
  readonly commune: string;
  readonly school: string;
}

const street =
  /(?:^|\s)(?:rue|avenue|av|route|rte|chemin|place|allée|allee|faubourg|fbg|boulevard|bd|quai|cours)(?:\s|$)/i;

/**
 * Finds the commune that a school's name ends with: « Groupe scolaire – Franois », « Primaire de Franois (Franois) »; null when
 * it ends with none, or with that of a street.
 */
export function endingCommune(text: string, directory: CommuneDirectory): string | null {
  const words = text.replace(/[()]/g, " ").trim().split(/\s+/);
  for (let from = 1; from < words.length; from += 1) {
    const name = words
      .slice(from)
      .join(" ")
      .replace(/^(?:[-–—/:,]\s*)?(?:commune\s+)?(?:de\s+|d[’']\s*)?/i, "");
    if (name !== "" && communeNamed(name, directory) !== null)
      return street.test(words.slice(0, from).join(" ")) ? null : name;
  }
  return null;
}

const between = /\s+[-–—/:]\s*|\s*[–—:]\s+|\s*,\s+/g;

/**
 * Splits « Pirey – École maternelle » or « Pirey (École maternelle) », or either with the commune last; null when no part is a
 * commune of the directory. The school may be called like one too (« Pirey – Pouilley »): nobody knows then which is meant.
 */
export function splitCommune(text: string, directory: CommuneDirectory): CommuneAndSchool | null {
  const bracketed = /^(.+?)\s*\(([^()]+)\)\s*$/.exec(text);
  if (bracketed !== null && directory.find(bracketed[1]!).kind !== "unknown")
    return { commune: bracketed[1]!.trim(), school: bracketed[2]!.trim() };
  for (const parts of cuts(text)) if (directory.find(parts.commune).kind !== "unknown") return parts;
  return writtenLast(text, directory);
}

/** Splits « Pirey – École maternelle » over a column into a commune, and a name that is no commune's; null for any other text. */
export function communeWrittenFirst(text: string, directory: CommuneDirectory): CommuneAndSchool | null {
  const [, commune, school] = /^(.+?)(?: [-–—/] |\s?: )(.+)$/.exec(text) ?? [];
  if (commune === undefined || school === undefined || directory.find(commune).kind === "unknown") return null;
  return directory.find(school).kind === "unknown" ? { commune, school } : null;
}

/** Returns a school's name without the commune's written before it: « École du Pont » of « Pirey – École du Pont ». */
function withoutCommune({ name }: Commune, text: string): string {
  for (const { commune, school } of cuts(text)) if (communeKey(commune) === communeKey(name)) return school;
  return text;
}

/** Yields a text cut in two at each of its dashes, commas and colons. */
function* cuts(text: string): Generator<CommuneAndSchool> {
  for (const separator of text.matchAll(between)) {
    const commune = text.slice(0, separator.index).trim();
    const school = text.slice(separator.index + separator[0].length).trim();
    if (commune !== "" && school !== "") yield { commune, school };
  }
}

/** Splits « École maternelle – Pirey » or « École maternelle (Pirey) », the commune last; null for any other text. */
function writtenLast(text: string, directory: CommuneDirectory): CommuneAndSchool | null {
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
