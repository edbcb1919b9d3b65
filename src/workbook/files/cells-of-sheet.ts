import type { Sheet } from "hucre/xlsx";
import { CellError, isSum, placeKey, CellSet } from "../../cells";
import type { Cell, CellFacts, SheetCells } from "../../cells";
import { shownBy } from "../number-format";
import { serialOf, serialOfOds } from "./serial";

/** Errors of Excel and LibreOffice, which these formats give as plain text. */
const errorText = /^(#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|Err:\d{3})$/;

/** The core's view of a sheet of values, that hucre read of an .xls or an .ods, or that a .csv is. Its rows are left as they are. */
export function cellsOfSheet(sheet: Sheet, file: string, format: "xls" | "ods" | "csv"): SheetCells {
  const dates = new CellSet();
  const rows = sheet.rows.map((row, r) =>
    row.map((value, column): Cell => {
      if (value instanceof Date) {
        dates.add(r, column);
        return format === "ods" ? serialOfOds(value) : serialOf(value, false);
      }
      if (value === "" || value === undefined) return null;
      return format !== "csv" && typeof value === "string" && errorText.test(value) ? new CellError(value) : value;
    }),
  );
  while (rows.length > 0 && rows[rows.length - 1]!.every((cell) => cell === null)) rows.pop();
  return {
    file,
    name: sheet.name,
    visibility: "visible",
    rows,
    merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    filtered: false,
    tables: [],
    generatedKey: null,
    facts: { ...detailsOf(sheet, rows), dates, filteredRows: new Set() },
  };
}

/** hucre keeps apart the cells that are more than a value: formulas, and formats of an .ods. */
function detailsOf(sheet: Sheet, rows: readonly (readonly Cell[])[]): Omit<CellFacts, "dates" | "filteredRows"> {
  const [money, formulas, withoutResult, struck] = [new CellSet(), new CellSet(), new CellSet(), new CellSet()];
  const sums = new Map<number, string>();
  for (const [key, { formula, style }] of sheet.cells ?? []) {
    const comma = key.indexOf(",");
    const [row, column] = [Number(key.slice(0, comma)), Number(key.slice(comma + 1))];
    const value = rows[row]?.[column] ?? null;
    if (typeof value === "number" && style?.numFmt !== undefined && shownBy(style.numFmt) === "money")
      money.add(row, column);
    if (typeof value === "number" && style?.font?.strikethrough === true) struck.add(row, column);
    if (formula === undefined || (value !== null && typeof value !== "number")) continue;
    formulas.add(row, column);
    if (isSum(formula)) sums.set(placeKey(row, column), formula);
    if (value === null) withoutResult.add(row, column);
  }
  return { money, formulas, withoutResult, sums, struck };
}
