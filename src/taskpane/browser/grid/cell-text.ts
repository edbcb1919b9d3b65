import {
  CellError,
  cellAt,
  frenchDate,
  fromSerial,
  isShownAsDate,
  isShownAsMoney,
  lacksResult,
  type Cell,
  type SheetCells,
} from "../../../cells";

/** How the numbers of cells are written. */
export interface CellTexts {
  /** What stands at the head of the numbers of rows. */
  readonly corner: string;
  /** What a cell shows. */
  readonly shown: (sheet: SheetCells, row: number, column: number) => string;
  /** What one types to have what a cell holds. */
  readonly typed: (sheet: SheetCells, row: number, column: number) => string;
}

/** What a cell shows whose formula has no result. */
const noResult = "=…";

/** Returns how cells are written in the language of the page; serials count from 1904 in some workbooks. */
export function createCellTexts(locale: string, date1904: boolean, corner: string): CellTexts {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 6, useGrouping: false });
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const dated = (value: number) => frenchDate(fromSerial(Math.floor(value), date1904));
  const written = (value: Cell): string => {
    if (value === null) return "";
    if (value instanceof CellError) return value.code;
    if (typeof value === "boolean") return value ? "VRAI" : "FAUX";
    return typeof value === "number" ? plain.format(value) : value;
  };
  const asDate = (sheet: SheetCells, row: number, column: number, value: Cell) =>
    typeof value === "number" && value > 0 && isShownAsDate(sheet, row, column) ? dated(value) : null;
  return {
    corner,
    shown: (sheet, row, column) => {
      const value = cellAt(sheet, row, column);
      if (value === null && lacksResult(sheet, row, column)) return noResult;
      const date = asDate(sheet, row, column, value);
      if (date !== null) return date;
      return typeof value === "number" && isShownAsMoney(sheet, row, column) ? money.format(value) : written(value);
    },
    typed: (sheet, row, column) => {
      const value = cellAt(sheet, row, column);
      return asDate(sheet, row, column, value) ?? written(value);
    },
  };
}
