import {
  cellAt,
  cellName,
  CellError,
  CellSet,
  dateOfCell,
  isBlank,
  isoDate,
  lacksResult,
  type Cell,
  type SheetCells,
} from "../../cells";
import { anomaly, type Anomaly, type MessageCode } from "../../messages";
import type { ActFault } from "../act-fields";

/** The code of an anomaly in a sheet, for a fault of a file. */
const codesOfCells: Readonly<Partial<Record<MessageCode, MessageCode>>> = {
  "grid-bad-text": "convention-missing-value",
  "grid-missing-key": "convention-missing-value",
  "grid-bad-code": "convention-bad-code",
  "grid-bad-date": "convention-bad-date",
  "grid-dates-reversed": "convention-dates-reversed",
  "grid-duplicate-code": "communes-twice",
};

/** Reads the cells of a settings sheet as data of a convention, and gathers each fault at its cell. */
export class SettingsReader {
  readonly anomalies: Anomaly[] = [];
  private readonly valueless = new CellSet();

  constructor(
    readonly sheet: SheetCells,
    private readonly date1904: boolean,
  ) {}

  /** Returns the text of a cell, a number as digits; empty for a blank, or for a missing value, which is reported. */
  text(row: number, column: number): string {
    const cell = this.value(row, column);
    return cell === null ? "" : String(cell).replace(/\s+/g, " ").trim();
  }

  /** Returns a numeric code of length `figures`, without spaces, with the leading zeros that Excel drops. */
  code(row: number, column: number, figures = 0): string {
    return this.text(row, column)
      .replace(/\s/g, "")
      .padStart(this.isNumber(row, column) ? figures : 0, "0");
  }

  /** Returns a date as `2014-11-01`; the text of the cell when it is not a date, which no loader accepts. */
  day(row: number, column: number): string {
    const cell = this.value(row, column);
    const date = cell === null ? null : dateOfCell(cell, this.date1904);
    return date === null ? this.text(row, column) : isoDate(date);
  }

  fail(code: MessageCode, params: Anomaly["params"], row: number, column: number): void {
    const { file, name } = this.sheet;
    this.anomalies.push(anomaly("error", code, params, { file, sheet: name, cell: cellName(row, column) }));
  }

  /** Reports a fault at the cell that gives it, worded for a sheet; a cell without a value is already reported. */
  failAs({ code, params: { value } }: ActFault, label: string, row: number, column: number): void {
    if (this.valueless.has(row, column)) return;
    const isMissing = value === "" || isBlank(cellAt(this.sheet, row, column));
    const own = isMissing ? "convention-missing-value" : (codesOfCells[code] ?? code);
    this.fail(own, { field: label, label, value }, row, column);
  }

  private isNumber(row: number, column: number): boolean {
    return typeof cellAt(this.sheet, row, column) === "number";
  }

  /** Returns the value of a cell; null when it is blank, or has no value, which is reported. */
  private value(row: number, column: number): Exclude<Cell, null | CellError> | null {
    const cell = cellAt(this.sheet, row, column);
    if (cell instanceof CellError || lacksResult(this.sheet, row, column)) {
      const value = cell instanceof CellError ? cell.code : "";
      if (!this.valueless.has(row, column)) this.fail("convention-cell-without-value", { value }, row, column);
      this.valueless.add(row, column);
      return null;
    }
    return isBlank(cell) ? null : cell;
  }
}
