import type { Finding } from "../../billing";
import { cellName, placeKey } from "../../cells";
import type { ModelCell, SheetModel } from "../../documents";
import { anomaly, type VerifyCode } from "../../messages";
import { valueIn } from "../cell-content";
import type { FoundCell, FoundSheet } from "../files";
import { comparableFormula, isSameResult, isSameValue, placeOf, quotedPair } from "./comparable";

/** What sheets are compared in. */
export interface Compared {
  readonly file: string;
  readonly date1904: boolean;
  /** Names, in small letters, of the sheets that were not made again: which of their cells a formula reads is not known. */
  readonly unmade: ReadonlySet<string>;
}

/** Returns each cell of a generated sheet that does not hold what it should, or leads elsewhere. */
export function compareSheet(found: FoundSheet, { rows }: SheetModel, compared: Compared): Finding[] {
  const findings: Finding[] = [];
  for (let row = 0; row < Math.max(rows.length, found.cells.length); row++) {
    const [wanted, held] = [rows[row]?.cells ?? [], found.cells[row] ?? []];
    for (let column = 0; column < Math.max(wanted.length, held.length); column++) {
      const cell = cellName(row, column);
      const place = { file: compared.file, sheet: found.name, cell };
      const tell: Tell = (code, [is, should]) =>
        findings.push(anomaly("error", code, { found: is, wanted: should }, place));
      compareCell(held[column], wanted[column] ?? null, compared, tell);
      compareLink(found.links.get(placeKey(row, column)), wanted[column]?.link, tell);
    }
  }
  return findings;
}

type Tell = (code: VerifyCode, contents: readonly [found: string, wanted: string]) => void;

const nothing: FoundCell = { formula: null, value: null };

function compareCell(
  held: FoundCell = nothing,
  wanted: ModelCell | null,
  { date1904, unmade }: Compared,
  tell: Tell,
): void {
  const value = wanted === null ? null : blankAsNull(valueIn(wanted, date1904));
  const formula = wanted?.formula ?? null;
  const isFormulaSame =
    held.formula === null || formula === null
      ? held.formula === formula
      : comparableFormula(held.formula, unmade) === comparableFormula(formula, unmade);
  if (!isFormulaSame || (formula === null && !isSameValue(held.value, value)))
    tell("verify-cell-differs", quotedPair(held, { formula, value }));
  // A file may keep no results: whoever opens it works them out.
  else if (formula !== null && held.value !== null && !isSameResult(held.value, value))
    tell("verify-result-differs", quotedPair({ value: held.value }, { value }));
}

/** A cell holds no empty text. */
function blankAsNull(value: ModelCell["value"]): ModelCell["value"] {
  return value === "" ? null : value;
}

function compareLink(held: string | undefined, wanted: ModelCell["link"], tell: Tell): void {
  // Programs write in their own ways where another file is.
  if (wanted?.file !== undefined) return;
  const place = wanted === undefined ? null : placeOf(wanted.sheet, wanted.cell);
  const isSame =
    held === undefined || place === null
      ? held === undefined && place === null
      : comparableFormula(held) === comparableFormula(place);
  if (!isSame) tell("verify-link-differs", quotedPair({ value: held ?? null }, { value: place }));
}
