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

/** What is said, at a cell, of what a file has wrong. */
const codesOfCells: Readonly<Partial<Record<MessageCode, MessageCode>>> = {
  "grid-bad-text": "convention-missing-value",
  "grid-missing-key": "convention-missing-value",
  "grid-bad-code": "convention-bad-code",
  "grid-bad-date": "convention-bad-date",
  "grid-dates-reversed": "convention-dates-reversed",
  "grid-duplicate-code": "communes-twice",
};

/** Reads the cells of a sheet of settings as the data of a convention, and gathers each fault at its cell. */
export class SettingsReader {
  readonly anomalies: Anomaly[] = [];
  private readonly valueless = new CellSet();

  constructor(
    readonly sheet: SheetCells,
    private readonly date1904: boolean,
  ) {}

  /** Returns the text of a cell, a number by its digits; blank where it holds nothing, or no value, which is told. */
  text(row: number, column: number): string {
    const cell = this.value(row, column);
    return cell === null ? "" : String(cell).replace(/\s+/g, " ").trim();
  }

  /** Returns a code of figures, which Excel may hold as a number: without spaces, its first zeros back. */
  code(row: number, column: number, figures = 0): string {
    return this.text(row, column)
      .replace(/\s/g, "")
      .padStart(this.isNumber(row, column) ? figures : 0, "0");
  }

  /** Returns a day as data writes it, `2014-11-01`; the text of the cell, which no loader takes for a day, where it is none. */
  day(row: number, column: number): string {
    const cell = this.value(row, column);
    const date = cell === null ? null : dateOfCell(cell, this.date1904);
    return date === null ? this.text(row, column) : isoDate(date);
  }

  fail(code: MessageCode, params: Anomaly["params"], row: number, column: number): void {
    const { file, name } = this.sheet;
    this.anomalies.push(anomaly("error", code, params, { file, sheet: name, cell: cellName(row, column) }));
  }

  /** Tells a fault of the data at the cell that says it, in the words of a sheet; a cell without a value is told already. */
  failAs({ code, params: { value } }: ActFault, label: string, row: number, column: number): void {
    if (this.valueless.has(row, column)) return;
    const isMissing = value === "" || isBlank(cellAt(this.sheet, row, column));
    const own = isMissing ? "convention-missing-value" : (codesOfCells[code] ?? code);
    this.fail(own, { field: label, label, value }, row, column);
  }

  private isNumber(row: number, column: number): boolean {
    return typeof cellAt(this.sheet, row, column) === "number";
  }

  /** Returns what a cell holds; null where it is blank, or has no value, which is told. */
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
