import type { Cell } from "../../cells";
import { CellError, fold, memoByText } from "../../cells";
import { isUnitWord } from "./units";

/** Why a quantity cannot be read. */
export type BadQuantity = "negative" | "fractional" | "too-large" | "text" | "error";

/** A quantity as decisions §4 reads it. `blank` is nothing at all; a dash or a word for nothing is a value, 0. */
export type ReadQuantity =
  | { readonly kind: "blank" }
  | {
      readonly kind: "value";
      readonly value: number;
      readonly asText: boolean;
      readonly warned: boolean;
      /** The word written after the number (« 12 postes »), folded: it must be one for what is counted. */
      readonly unit: string | null;
      /** A dash, or a word for nothing. */
      readonly isSign: boolean;
    }
  | { readonly kind: "mark"; readonly value: 0 | 1; readonly isLetter: boolean }
  | { readonly kind: "bad"; readonly reason: BadQuantity };

const blank: ReadQuantity = { kind: "blank" };
const zero: ReadQuantity = { kind: "value", value: 0, asText: false, warned: false, unit: null, isSign: true };
const largest = 9_999_999;

const zeroSign = /^[-‐‑‒–—−/]$/;
const zeroWords = new Set(["neant", "aucun", "aucune", "sans objet", "s.o.", "s.o", "so"]);
const yes = new Set(["oui", "x", "✓", "✔"]);
const no = new Set(["non", "n"]);
const plain = /^\d+$/;
const grouped = /^\d{1,3}(?: \d{3})+$/;
const wholeDecimal = /^(\d+)[.,]0{1,2}$/;
const withWord = /^(\d+|\d{1,3}(?: \d{3})+) ?([a-z]+)\.?$/;
const approximate = /^(?:[≈~] ?(\d+)|(\d+) ?\*)$/;

function value(text: string, warned: boolean, unit: string | null = null): ReadQuantity {
  const number = Number(text.replaceAll(" ", ""));
  return number > largest
    ? { kind: "bad", reason: "too-large" }
    : { kind: "value", value: number, asText: true, warned, unit, isSign: false };
}

function readText(raw: string): ReadQuantity {
  const trimmed = raw.replace(/[\s\u00a0\u202f\u200b]+/g, " ").trim();
  if (trimmed === "") return blank;
  const folded = fold(trimmed);
  if (zeroSign.test(trimmed) || zeroWords.has(folded)) return zero;
  if (plain.test(trimmed) || grouped.test(trimmed)) return value(trimmed, false);
  const whole = wholeDecimal.exec(trimmed);
  if (whole !== null) return value(whole[1]!, false);
  if (yes.has(folded) || folded === "o") return { kind: "mark", value: 1, isLetter: folded === "o" };
  if (no.has(folded)) return { kind: "mark", value: 0, isLetter: false };
  const counted = withWord.exec(folded);
  if (counted !== null && isUnitWord(counted[2]!)) return value(counted[1]!, true, counted[2]!);
  const about = approximate.exec(trimmed);
  if (about !== null) return value((about[1] ?? about[2])!, true);
  if (/^[-−–] ?\d+([.,]\d+)?$/.test(trimmed)) return { kind: "bad", reason: "negative" };
  if (/^\d+[.,]\d{1,2}$/.test(trimmed)) return { kind: "bad", reason: "fractional" };
  return { kind: "bad", reason: "text" };
}

const readTextOnce = memoByText(readText);

/**
 * Reads a quantity cell as the table of decisions §4 says, whatever is counted: `mark` (oui, x) is 1 only where the unit is
 * the école, and a unit is to be one of what is counted.
 */
export function readQuantity(cell: Cell): ReadQuantity {
  if (cell === null) return blank;
  if (typeof cell === "number") {
    if (cell < 0) return { kind: "bad", reason: "negative" };
    if (!Number.isInteger(cell)) return { kind: "bad", reason: "fractional" };
    return cell > largest
      ? { kind: "bad", reason: "too-large" }
      : { kind: "value", value: cell, asText: false, warned: false, unit: null, isSign: false };
  }
  if (typeof cell === "string") return readTextOnce(cell);
  if (typeof cell === "boolean") return { kind: "mark", value: cell ? 1 : 0, isLetter: false };
  return cell instanceof CellError ? { kind: "bad", reason: "error" } : { kind: "bad", reason: "text" };
}

/** True for a text that answers yes or no in full: beside it, the letter « O » is a yes, and no zero. */
export function isYesOrNo(cell: Cell): boolean {
  if (typeof cell !== "string") return false;
  const folded = fold(cell);
  return folded === "oui" || no.has(folded);
}

/** A number, or a text that is only one: what a person sees as a number. */
export function holdsNumber(cell: Cell): boolean {
  if (typeof cell === "number") return true;
  return typeof cell === "string" && /^\s*\d/.test(cell) && readQuantity(cell).kind === "value";
}
