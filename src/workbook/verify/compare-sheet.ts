import type { Finding } from "../../billing";
import { cellName, columnName, placeKey } from "../../cells";
import type { ModelCell, SheetModel } from "../../documents";
import { anomaly, type VerifyCode } from "../../messages";
import { valueIn } from "../cell-content";
import type { FoundCell, FoundSheet } from "../files";
import { comparableFormula, isSameResult, isSameValue, placeOf, quotedPair, shownDigits } from "./comparable";

/** The context of a comparison. */
export interface Compared {
  readonly file: string;
  readonly date1904: boolean;
  /** Lower-case names of the sheets that were not regenerated: a formula may refer to any of their cells. */
  readonly unmade: ReadonlySet<string>;
}

/**
 * Returns a finding for each cell of a generated sheet whose content, number format or link is not the expected one,
 * then for hidden rows, columns or the sheet itself.
 */
export function compareSheet(found: FoundSheet, model: SheetModel, compared: Compared): Finding[] {
  const { rows } = model;
  const findings: Finding[] = [];
  for (let row = 0; row < Math.max(rows.length, found.cells.length); row++) {
    const [wanted, held] = [rows[row]?.cells ?? [], found.cells[row] ?? []];
    for (let column = 0; column < Math.max(wanted.length, held.length); column++) {
      const cell = cellName(row, column);
      const place = { file: compared.file, sheet: found.name, cell };
      const report: Report = (code, [is, should]) =>
        findings.push(
          anomaly(
            "error",
            code,
            { found: is, wanted: should, ...(is === "" && { blank: "1" }), ...(should === "" && { none: "1" }) },
            place,
          ),
        );
      compareCell(held[column], wanted[column] ?? null, compared, report);
      compareFormat(held[column], found.formatAt(row, column), wanted[column] ?? null, report);
      compareLink(found.links.get(placeKey(row, column)), wanted[column]?.link, report);
    }
  }
  return [...findings, ...hiddenIn(found, model, compared.file)];
}

/** Returns findings for a hidden sheet, and for hidden rows and columns other than columns generated with width 0. */
function hiddenIn({ name: sheet, ...found }: FoundSheet, { widths }: SheetModel, file: string): Finding[] {
  const place = { file, sheet };
  const rows = [...found.hiddenRows].map((row) => String(row + 1));
  const columns = [...found.hiddenColumns].filter((column) => column < widths.length && widths[column] !== 0);
  return [
    ...(found.isHidden ? [anomaly("error", "verify-sheet-hidden" as const, {}, place)] : []),
    ...(rows.length === 0 ? [] : [anomaly("error", "verify-hidden" as const, { rows: rows.join(", ") }, place)]),
    ...(columns.length === 0
      ? []
      : [anomaly("error", "verify-hidden" as const, { columns: columns.map(columnName).join(", ") }, place)]),
  ];
}

type Report = (code: VerifyCode, contents: readonly [found: string, wanted: string]) => void;

const nothing: FoundCell = { formula: null, value: null };

function compareCell(
  held: FoundCell = nothing,
  wanted: ModelCell | null,
  { date1904, unmade }: Compared,
  report: Report,
): void {
  const value = wanted === null ? null : blankAsNull(valueIn(wanted, date1904));
  const formula = wanted?.formula ?? null;
  const isFormulaSame =
    held.formula === null || formula === null
      ? held.formula === formula
      : comparableFormula(held.formula, unmade) === comparableFormula(formula, unmade);
  if (!isFormulaSame || (formula === null && !isSameValue(held.value, value)))
    report("verify-cell-differs", quotedPair(asShown(held, wanted), asShown({ formula, value }, wanted)));
  // A file may keep no results: the program that opens it computes them.
  else if (formula !== null && held.value !== null && !isSameResult(held.value, value))
    report("verify-result-differs", quotedPair({ value: held.value }, { value }));
}

/** Returns a content with its date written out, `01/11/2014`, when the cell is formatted as one. */
function asShown(content: FoundCell, wanted: ModelCell | null): FoundCell {
  const format = wanted?.style?.numberFormat;
  if (typeof content.value !== "number" || !holdsDay(format)) return content;
  return { ...content, value: shownDigits(content.value, format!)?.text ?? content.value };
}

function holdsDay(format: string | undefined): boolean {
  return format?.includes("yy") === true;
}

/** Reports a number whose format shows other digits than the expected format does: ten times more, or nothing. */
function compareFormat(held: FoundCell = nothing, format: string, wanted: ModelCell | null, report: Report): void {
  const value = wanted?.value;
  const numberFormat = wanted?.style?.numberFormat ?? "General";
  if (typeof held.value !== "number" || typeof value !== "number" || format === "" || holdsDay(numberFormat)) return;
  const [shown, should] = [shownDigits(held.value, format), shownDigits(held.value, numberFormat)];
  if (shown !== null && should !== null && shown.digits !== should.digits)
    report("verify-format-differs", quotedPair({ value: shown.text }, { value: should.text }));
}

/** Excel stores no empty text in a cell. */
function blankAsNull(value: ModelCell["value"]): ModelCell["value"] {
  return value === "" ? null : value;
}

function compareLink(held: string | undefined, wanted: ModelCell["link"], report: Report): void {
  // Programs write the path of another file in different ways.
  if (wanted?.file !== undefined) return;
  const place = wanted === undefined ? null : placeOf(wanted.sheet, wanted.cell);
  const isSame =
    held === undefined || place === null
      ? held === undefined && place === null
      : comparableFormula(held) === comparableFormula(place);
  if (!isSame) report("verify-link-differs", quotedPair({ value: held ?? null }, { value: place }));
}
