import { cellAt, CellError, cellName, fold, parseCellName, sheetEnd, type Cell, type SheetCells } from "../cells";
import {
  anomaly,
  inside,
  JsonFields,
  type Anomaly,
  type CommandCode,
  type JsonObject,
  type MessageCode,
} from "../messages";
import { parseCampaign } from "../tariff";

/** The wordings of choices in the sheet, by their word in the file. */
export type Wordings<Choice extends string> = Readonly<Record<Choice, string>>;

/** The headers of the options sheet. Values are read by position after the option. */
export const optionsHeaders = ["Option", "Valeur", "Précision", "Précision 2", "Précision 3", "Précision 4"] as const;

/** The column widths of a new sheet, in characters. */
export const optionsWidths: readonly number[] = [24, 22, 22, 30, 18, 30];

/** Reads the fields of an options file. Texts are trimmed. */
export class OptionsJson extends JsonFields<CommandCode> {
  constructor() {
    super({
      notRecord: "options-not-a-record",
      unknownKey: "options-unknown-key",
      missingKey: "options-missing-key",
      notText: "options-not-text",
    });
  }

  override text(data: JsonObject, key: string, place: string): string {
    return super.text(data, key, place).trim();
  }

  textOrNull(data: JsonObject, key: string, place: string): string | null {
    return (data[key] ?? null) === null ? null : this.text(data, key, place);
  }

  items<T>(data: JsonObject, key: string, place: string, read: (item: unknown, place: string) => T): T[] {
    return this.list(data, key, place, "options-not-a-list", read);
  }

  number(
    data: JsonObject,
    key: string,
    place: string,
    isGood: (value: unknown) => value is number,
    bad: CommandCode,
  ): number {
    const value = data[key];
    if (isGood(value)) return value;
    if (value !== undefined) this.fail(bad, inside(place, key), value);
    return 0;
  }

  /**
   * Reads one of several values; any other value is reported and replaced by the first one. Keys missing from an item
   * are already reported.
   */
  choice<T extends string | boolean>(data: JsonObject, key: string, place: string, choices: readonly T[]): T {
    const found = choices.find((choice) => choice === data[key]);
    if (found === undefined && (place === "" || data[key] !== undefined)) {
      const shown = choices.map((choice) => JSON.stringify(choice)).join(", ");
      this.fail("options-bad-choice", inside(place, key), data[key], { choices: shown });
    }
    return found ?? choices[0]!;
  }

  /** Reads a choice, by its word or by its wording in the sheet. */
  wordedChoice<T extends string>(data: JsonObject, key: string, place: string, wordings: Wordings<T>): T {
    const written = data[key];
    const worded = typeof written === "string" ? choiceOf(wordings, written) : null;
    return worded ?? this.choice(data, key, place, Object.keys(wordings) as T[]);
  }
}

/** A row of the options sheet: the name of its option, then its values from 1. Faults are added to `anomalies`. */
export class OptionRow {
  constructor(
    private readonly sheet: SheetCells,
    private readonly row: number,
    private readonly column: number,
    readonly anomalies: Anomaly[],
  ) {}

  /** The name of its option, as written; empty when blank. */
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

  /** Reads the text of a cell; an empty one is a fault, reported as `missing`, which says how to fill in the row. */
  text(index: number, missing: MessageCode): string | undefined {
    if (this.hasError(index)) return undefined;
    const text = this.optionalText(index);
    if (text !== "") return text;
    return this.fail(missing, index, { column: optionsHeaders[index] ?? "" });
  }

  /** Reads one of several choices, by wording or by the word of the file; anything else is a fault. */
  choice<T extends string>(wordings: Wordings<T>, index = 1): T | undefined {
    const choice = choiceOf(wordings, this.optionalText(index));
    if (choice !== null) return choice;
    const choices = Object.values<string>(wordings).map((wording) => `«\u00a0${wording}\u00a0»`);
    return this.fail("options-sheet-bad-choice", index, {
      value: this.optionalText(index),
      choices: choices.join(", "),
    });
  }

  number(index: number, isGood: (value: unknown) => value is number, bad: MessageCode): number | undefined {
    const number = this.writtenNumber(index);
    return isGood(number) ? number : this.fail(bad, index, { value: this.optionalText(index) });
  }

  year(index: number): number | undefined {
    if (this.hasError(index)) return undefined;
    if (this.optionalText(index) === "") return this.fail("options-sheet-no-year", index, {});
    return this.number(index, isYear, "options-sheet-bad-year");
  }

  /** Reports a fault at a value of the row. */
  fail(code: MessageCode, index: number, params: Anomaly["params"]): undefined {
    const { file, name } = this.sheet;
    const place = { file, sheet: name, cell: cellName(this.row, this.column + index) };
    this.anomalies.push(anomaly("error", code, { option: this.option, ...params }, place));
  }

  /** Returns whether a cell holds an Excel error, which is then reported. */
  private hasError(index: number): boolean {
    const value = this.value(index);
    if (!(value instanceof CellError)) return false;
    this.fail("options-sheet-error", index, { column: optionsHeaders[index] ?? "", value: value.code });
    return true;
  }

  value(index: number): Cell {
    return cellAt(this.sheet, this.row, this.column + index);
  }

  /** Returns the number in a cell, or null. Numbers written as text count, because a .csv has no others. */
  private writtenNumber(index: number): number | null {
    const cell = this.value(index);
    if (typeof cell === "number") return cell;
    const isNumber = typeof cell === "string" && /^\s*\d+([.,]\d+)?\s*$/.test(cell);
    return isNumber ? Number(cell.replace(",", ".")) : null;
  }
}

/** Returns whether a value is a weight: a finite number, zero or above. */
export function isWeight(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

/** Returns whether a value is a one-based row number. */
export function isRowNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value - 1 <= sheetEnd.row;
}

/** Returns whether a value is a year that a campaign may have. */
export function isYear(value: unknown): value is number {
  return typeof value === "number" && parseCampaign(String(value)) !== null;
}

/** Returns an A1 address in its plain form (`B3` for `$b$3`); null when a text is not one. */
export function plainCellName(text: string): string | null {
  const place = parseCellName(text);
  return place === null ? null : cellName(place.row, place.column);
}

/**
 * Returns the choice in a text, by its wording, regardless of accents, case and spaces, or its file word; else null.
 */
export function choiceOf<Choice extends string>(wordings: Wordings<Choice>, text: string): Choice | null {
  const choices = Object.keys(wordings) as Choice[];
  return choices.find((one) => fold(wordings[one]) === fold(text)) ?? choices.find((one) => one === text) ?? null;
}
