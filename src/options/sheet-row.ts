import { CellError, cellAt, cellName } from "../cells";
import type { Cell, SheetCells } from "../cells";
import type { Anomaly, MessageCode } from "../messages";
import { isRowNumber, isWeight, isYear, plainCellName } from "./checks";
import { choiceOf, optionsHeaders } from "./wordings";

/** One row of the options sheet: its option, then its arguments, which are numbered from 1. Faults go to `anomalies`. */
export class OptionRow {
  constructor(
    private readonly sheet: SheetCells,
    private readonly row: number,
    private readonly column: number,
    private readonly anomalies: Anomaly[],
  ) {}

  /** As written; empty where blank. */
  get option(): string {
    return this.optionalText(0);
  }

  get isBlank(): boolean {
    return optionsHeaders.every((_header, index) => this.optionalText(index) === "");
  }

  optionalText(index: number): string {
    const cell = this.value(index);
    return cell instanceof CellError ? cell.code : String(cell ?? "").trim();
  }

  /** `missing` is the message that says how such a row is filled in. */
  text(index: number, missing: MessageCode): string | null {
    if (this.hasError(index)) return null;
    const text = this.optionalText(index);
    if (text !== "") return text;
    this.fail(missing, index, { column: optionsHeaders[index] ?? "" });
    return null;
  }

  /** One of several wordings, or of the words of the options file that they stand for. */
  choice<K extends string>(wordings: Readonly<Record<K, string>>, index = 1): K | null {
    const choice = choiceOf(wordings, this.optionalText(index));
    if (choice !== null) return choice;
    const choices = Object.values<string>(wordings).map((wording) => `«\u00a0${wording}\u00a0»`);
    this.fail("options-sheet-bad-choice", index, { value: this.optionalText(index), choices: choices.join(", ") });
    return null;
  }

  weight(index: number): number | null {
    const weight = this.number(index);
    if (isWeight(weight)) return weight;
    this.fail("options-sheet-bad-weight", index, { value: this.optionalText(index) });
    return null;
  }

  rowNumber(index: number): number | null {
    const row = this.number(index);
    if (isRowNumber(row)) return row;
    this.fail("options-sheet-bad-row", index, { value: this.optionalText(index) });
    return null;
  }

  year(index: number): number | null {
    if (this.hasError(index)) return null;
    const year = this.number(index);
    if (isYear(year)) return year;
    const value = this.optionalText(index);
    if (value === "") this.fail("options-sheet-no-year", index, {});
    else this.fail("options-sheet-bad-year", index, { value });
    return null;
  }

  /** `bad` is the message that says which cell is wanted. */
  cellName(index: number, bad: MessageCode): string | null {
    const name = plainCellName(this.optionalText(index));
    if (name === null) this.fail(bad, index, { value: this.optionalText(index) });
    return name;
  }

  /** Null where blank; undefined, with its fault told, where it is no address. */
  optionalCellName(index: number, bad: MessageCode): string | null | undefined {
    return this.optionalText(index) === "" ? null : (this.cellName(index, bad) ?? undefined);
  }

  fail(code: MessageCode, index: number, params: Anomaly["params"]): void {
    this.anomalies.push({
      severity: "error",
      code,
      file: this.sheet.file,
      sheet: this.sheet.name,
      cell: cellName(this.row, this.column + index),
      params: { option: this.option, ...params },
    });
  }

  /** Whether the cell holds an Excel error, which is then told. */
  private hasError(index: number): boolean {
    const value = this.value(index);
    if (!(value instanceof CellError)) return false;
    this.fail("options-sheet-error", index, { column: optionsHeaders[index] ?? "", value: value.code });
    return true;
  }

  private value(index: number): Cell {
    return cellAt(this.sheet, this.row, this.column + index);
  }

  /** A number typed as text counts: a .csv has nothing else. */
  private number(index: number): number | null {
    const cell = this.value(index);
    if (typeof cell === "number") return cell;
    const isNumber = typeof cell === "string" && /^\s*\d+([.,]\d+)?\s*$/.test(cell);
    return isNumber ? Number(cell.replace(",", ".")) : null;
  }
}
