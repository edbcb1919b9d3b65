import type { Cell } from "../../cells";
import { CellError, fold, memoByText } from "../../cells";

/** Why a quantity cannot be read. */
export type BadQuantity = "negative" | "fractional" | "too-large" | "text" | "error";

/** A quantity as decisions §4 reads it. `zero` is written; `blank` is nothing at all. */
export type ReadQuantity =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: number; readonly asText: boolean; readonly warned: boolean }
  | { readonly kind: "mark"; readonly value: 0 | 1 }
  | { readonly kind: "bad"; readonly reason: BadQuantity };

const blank: ReadQuantity = { kind: "blank" };
const zero: ReadQuantity = { kind: "value", value: 0, asText: false, warned: false };
const largest = 9_999_999;

const zeroSign = /^[-‐‑‒–—−/]$/;
const zeroWords = new Set(["neant", "sans objet", "s.o.", "s.o", "so"]);
const units =
  "postes?|pc|p|ordinateurs?|uc|machines?|serveurs?|logiciels?|licences?|imprimantes?|pieces?|eleves?|enfants?|packs?|unites?|u|ex";
const plain = /^\d+$/;
const grouped = /^\d{1,3}(?: \d{3})+$/;
const wholeDecimal = /^(\d+)[.,]0{1,2}$/;
const withUnit = new RegExp(`^(\\d+) ?(?:${units})\\.?$`);
const approximate = /^(?:[≈~] ?(\d+)|(\d+) ?\*)$/;

function value(text: string, warned: boolean): ReadQuantity {
  const number = Number(text);
  return number > largest
    ? { kind: "bad", reason: "too-large" }
    : { kind: "value", value: number, asText: true, warned };
}

function readText(raw: string): ReadQuantity {
  const trimmed = raw.replace(/[\s\u00a0\u202f\u200b]+/g, " ").trim();
  if (trimmed === "") return blank;
  const folded = fold(trimmed);
  if (zeroSign.test(trimmed) || zeroWords.has(folded)) return zero;
  if (plain.test(trimmed)) return value(trimmed, false);
  if (grouped.test(trimmed)) return value(trimmed.replaceAll(" ", ""), false);
  const whole = wholeDecimal.exec(trimmed);
  if (whole !== null) return value(whole[1]!, false);
  if (folded === "oui" || folded === "x" || folded === "o") return { kind: "mark", value: 1 };
  if (folded === "non" || folded === "n") return { kind: "mark", value: 0 };
  const counted = withUnit.exec(folded);
  if (counted !== null) return value(counted[1]!, true);
  const about = approximate.exec(trimmed);
  if (about !== null) return value((about[1] ?? about[2])!, true);
  if (/^[-−–] ?\d+([.,]\d+)?$/.test(trimmed)) return { kind: "bad", reason: "negative" };
  if (/^\d+[.,]\d{1,2}$/.test(trimmed)) return { kind: "bad", reason: "fractional" };
  return { kind: "bad", reason: "text" };
}

const readTextOnce = memoByText(readText);

/** Reads a quantity cell as the table of decisions §4 says; `mark` (oui, x) is 1 only where the unit is the école. */
export function readQuantity(cell: Cell): ReadQuantity {
  if (cell === null) return blank;
  if (typeof cell === "number") {
    if (cell < 0) return { kind: "bad", reason: "negative" };
    if (!Number.isInteger(cell)) return { kind: "bad", reason: "fractional" };
    return cell > largest
      ? { kind: "bad", reason: "too-large" }
      : { kind: "value", value: cell, asText: false, warned: false };
  }
  if (typeof cell === "string") return readTextOnce(cell);
  if (typeof cell === "boolean") return { kind: "mark", value: cell ? 1 : 0 };
  return cell instanceof CellError ? { kind: "bad", reason: "error" } : { kind: "bad", reason: "text" };
}
