import {
  as15Digits,
  cellAt,
  CellError,
  isAwaited,
  firstSerial,
  fold,
  frenchDate,
  fromSerial,
  lastSerial,
  memoByText,
  parseWrittenDate,
  plainLetters,
  shift1904,
  toSerial,
  wordSet,
  type Cell,
  type SheetCells,
} from "../../cells";
import type { TariffRow, UsualCode } from "../../tariff";
import { numberIn } from "./numbers-in-words";

/** Why a quantity cannot be read. */
type BadQuantity = "negative" | "fractional" | "too-large" | "text" | "error";

/**
 * A quantity read from a cell. `blank` is an empty cell; a dash or a word for nothing is a value of 0. (decisions §4)
 */
export type ParsedQuantity =
  | { readonly kind: "blank" }
  | {
      readonly kind: "value";
      readonly value: number;
      readonly asText: boolean;
      readonly warned: boolean;
      /**
       * The word after the number (« 12 postes »), folded, which must be a unit of what is counted; null when there is
       * none.
       */
      readonly unit: string | null;
      /** Whether the zero is written as a dash or a word. */
      readonly isSign: boolean;
    }
  | { readonly kind: "mark"; readonly value: 0 | 1; readonly isLetter: boolean }
  | { readonly kind: "bad"; readonly reason: BadQuantity };

const blank: ParsedQuantity = { kind: "blank" };
const zero: ParsedQuantity = { kind: "value", value: 0, asText: false, warned: false, unit: null, isSign: true };
const largest = 9_999_999;

const zeroSign = /^[-‐‑‒–—−/]$/;
const zeroWords = new Set(["neant", "aucun", "aucune", "sans objet", "s.o.", "s.o", "so"]);
const yes = new Set(["oui", "x", "✓", "✔"]);
const no = new Set(["non", "n"]);
const plain = /^\d+$/;
const grouped = /^\d{1,3}(?: \d{3})+$/;
const wholeDecimal = /^(\d+)[.,]0{1,2}$/;
const withWord = /^(\d+|\d{1,3}(?: \d{3})+) ?([a-z]+)\.?$/;
/** A number in figures, then in words: « 3 (trois) », « 21 (vingt et un) ». */
const twice = /^(\d+) ?\(([a-z]+(?:[ -][a-z]+)*)\)$/;
/** A number on the dotted line of a printed form: « ....11.... ». */
const onDots = /^[.…_]{2,} ?(\d+) ?[.…_]{2,}$/;
const approximate = /^(?:[≈~] ?(\d+)|(\d+) ?\*)$/;

function valueOfText(text: string, warned: boolean, unit: string | null = null): ParsedQuantity {
  const number = Number(text.replaceAll(" ", ""));
  return number > largest
    ? { kind: "bad", reason: "too-large" }
    : { kind: "value", value: number, asText: true, warned, unit, isSign: false };
}

function parseQuantityText(raw: string): ParsedQuantity {
  const trimmed = plainLetters(raw).text.replace(/\s+/g, " ").trim();
  if (trimmed === "") return blank;
  const folded = fold(trimmed);
  if (zeroSign.test(trimmed) || zeroWords.has(folded)) return zero;
  if (plain.test(trimmed) || grouped.test(trimmed)) return valueOfText(trimmed, false);
  const [, whole] = wholeDecimal.exec(trimmed) ?? onDots.exec(trimmed) ?? [];
  if (whole !== undefined) return valueOfText(whole, false);
  if (yes.has(folded) || folded === "o") return { kind: "mark", value: 1, isLetter: folded === "o" };
  if (no.has(folded)) return { kind: "mark", value: 0, isLetter: false };
  const [, figures, inWords] = twice.exec(folded) ?? [];
  if (figures !== undefined && numberIn(inWords!.replaceAll("-", " ")) === Number(figures))
    return valueOfText(figures, false);
  const counted = withWord.exec(folded);
  if (counted !== null && unitWords.has(counted[2]!)) return valueOfText(counted[1]!, true, counted[2]!);
  const about = approximate.exec(trimmed);
  if (about !== null) return valueOfText((about[1] ?? about[2])!, true);
  if (/^[-−–] ?\d+([.,]\d+)?$/.test(trimmed)) return { kind: "bad", reason: "negative" };
  if (/^\d+[.,]\d{1,2}$/.test(trimmed)) return { kind: "bad", reason: "fractional" };
  return { kind: "bad", reason: "text" };
}

const quantityOfText = memoByText(parseQuantityText);

/**
 * Reads the quantity in a cell. The caller accepts a `mark` (oui, x) as 1 only if a site has at most one, and a word
 * only as a unit of the prestation. (decisions §4)
 */
export function parseQuantity(cell: Cell): ParsedQuantity {
  if (cell === null) return blank;
  if (typeof cell === "number") {
    if (cell < 0) return { kind: "bad", reason: "negative" };
    const value = as15Digits(cell);
    if (!Number.isInteger(value)) return { kind: "bad", reason: "fractional" };
    return value > largest
      ? { kind: "bad", reason: "too-large" }
      : { kind: "value", value, asText: false, warned: false, unit: null, isSign: false };
  }
  if (typeof cell === "string") return quantityOfText(cell);
  if (typeof cell === "boolean") return { kind: "mark", value: cell ? 1 : 0, isLetter: false };
  return cell instanceof CellError ? { kind: "bad", reason: "error" } : { kind: "bad", reason: "text" };
}

/** Returns the number that a cell shows, even typed as text; null when it shows none. */
export function numberShown(cell: Cell): number | null {
  if (typeof cell === "number") return cell;
  const read = parseQuantity(cell);
  return read.kind === "value" ? read.value : null;
}

/** Returns whether a quantity is blank, zero or no. */
export function isNothing(read: ParsedQuantity): boolean {
  return read.kind === "blank" || ("value" in read && read.value === 0);
}

/**
 * Returns whether a cell is a yes or a no in full, « oui », « non » or « n »; in a column with one, the letter « O » is
 * a yes rather than a zero.
 */
export function isYesOrNo(cell: Cell): boolean {
  if (typeof cell !== "string") return false;
  const folded = fold(cell);
  return folded === "oui" || no.has(folded);
}

/** Returns whether a cell holds a number, or a text that people see as a number. */
export function holdsNumber(cell: Cell): boolean {
  if (typeof cell === "number") return true;
  return typeof cell === "string" && /^\s*\d/.test(cell) && parseQuantity(cell).kind === "value";
}

/** Units of anything. */
const anything = wordSet("unite unites u ex exemplaire exemplaires");

const pupils = wordSet("eleve eleves el enfant enfants inscrit inscrits");

/** The first word of a code: `POSTE` of `POSTE_STD`. */
type FirstWord<Code extends string> = Code extends `${infer First}_${string}` ? First : Code;

/** Units by prestation code, or by the first word of a code; the unit in the grid is always accepted too. */
const byKind: Readonly<
  Record<FirstWord<UsualCode>, ReadonlySet<string>> & Partial<Record<UsualCode, ReadonlySet<string>>>
> = {
  PACK: wordSet("pack packs"),
  SERVEUR: wordSet("serveur serveurs machine machines"),
  POSTE: wordSet("poste postes pc p ordinateur ordinateurs uc machine machines"),
  POSTE_SPEC: wordSet("portable portables poste postes pc p ordinateur ordinateurs uc machine machines"),
  LOGICIEL: wordSet("logiciel logiciels licence licences"),
  PIECES: wordSet("piece pieces"),
  IMPRIMANTE: wordSet("imprimante imprimantes"),
  TABLETTE: wordSet("tablette tablettes ipad ipads"),
};

const wordsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(Object.entries(byKind));

/** Words accepted after a number, as its unit. */
const unitWords: ReadonlySet<string> = new Set([
  ...anything,
  ...pupils,
  ...[...wordsOf.values()].flatMap((words) => [...words]),
]);

/**
 * Returns whether a word after a number is a unit of a row of the grid: « 12 PC » are workstations, « 12 élèves » are
 * not.
 */
export function isUnitOf(word: string, { code, unit, counts }: Pick<TariffRow, "code" | "unit" | "counts">): boolean {
  if (anything.has(word)) return true;
  const own = fold(unit);
  const words = counts === "pupils" ? pupils : (wordsOf.get(code) ?? wordsOf.get(code.split("_")[0]!));
  return (words?.has(word) ?? false) || word === own || word === `${own}s`;
}

/** The serial that stands for a blank date. */
export const blankDate = -1;

const noDate = new Set(["", "-", "–", "—", "/", "néant", "neant", "sans objet", "s.o."]);

/** The empty date of a database: « 0000-00-00 ». */
const zeros = /^\s*0+([-/.])0+(?:\1)0+(?:\s+0+:0+(?::0+)?)?\s*$/;

/** 31/12/9999, by which databases mean that nothing ends. */
const never = 2_958_465;

function inRange(serial: number): number {
  return (serial >= firstSerial && serial <= lastSerial) || serial === never ? serial : Number.NaN;
}

function parseDateText(text: string): number {
  if (noDate.has(text.replace(/\s+/g, " ").trim().toLowerCase()) || zeros.test(text)) return blankDate;
  const date = parseWrittenDate(text);
  return date === null ? Number.NaN : inRange(toSerial(date));
}

const dateOfText = memoByText(parseDateText);

/**
 * Reads a day as a serial of the 1900 system; returns `blankDate` when there is none, NaN when it cannot be read.
 * (decisions §4)
 */
export function readDate(cell: Cell, date1904: boolean): number {
  if (cell === null) return blankDate;
  if (typeof cell === "number") return inRange(Math.floor(cell) + (date1904 ? shift1904 : 0));
  return typeof cell === "string" ? dateOfText(cell) : Number.NaN;
}

/** Returns a cell as French Excel shows it, for messages. */
export function shownCell(cell: Cell): string {
  if (cell === null) return "";
  if (cell instanceof CellError) return cell.code;
  if (typeof cell === "boolean") return cell ? "VRAI" : "FAUX";
  return typeof cell === "number" ? String(cell).replace(".", ",") : cell.trim();
}

/** Returns a label without the colon after it: « Commune : ». */
export const withoutColon = (label: string): string => label.replace(/\s*:\s*$/, "");

/** Returns a text with its heading, « Fermée : oui »: an answer to it does not apply under other headings. */
export const underHeading = (heading: string, text: string): string => `${withoutColon(heading)}\u00a0: ${text}`;

/** Returns a cell as French Excel shows it; a number that may be a day, as this day. */
export function shownDay(cell: Cell, date1904: boolean): string {
  const day = typeof cell === "number" ? readDate(cell, date1904) : Number.NaN;
  return day > 0 ? frenchDate(fromSerial(day)) : shownCell(cell);
}

/** Returns the parameters of a message about a cell: its value, and whether Excel may be computing it. */
export function paramsOfCell(cell: Cell): { readonly value: string | number; readonly computing?: string } {
  return { value: typeof cell === "number" ? cell : shownCell(cell), ...(isAwaited(cell) && { computing: "1" }) };
}

/** Returns the text of a cell that names something; a number becomes its digits. Null when the cell has neither. */
export function nameOf(cell: Cell): string | null {
  if (typeof cell === "string") return cell.trim() === "" ? null : cell;
  return typeof cell === "number" ? String(cell) : null;
}

/** Returns the text of a sheet's cell that names something; null too when the column is null. */
export function nameAt(sheet: SheetCells, row: number, column: number | null): string | null {
  return column === null ? null : nameOf(cellAt(sheet, row, column));
}

/** The value that replaces a formula without a stored result, so that it is not read as a blank. */
export const withoutResult = new CellError("=");

/** Returns whether a cell is a formula without a stored result. */
export function isWithoutResult(cell: Cell): boolean {
  return cell instanceof CellError && cell.code === withoutResult.code;
}
