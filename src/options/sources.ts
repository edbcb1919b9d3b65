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

/** The words that stand for each choice in the sheet, by its word of the file. */
export type Wordings<Choice extends string> = Readonly<Record<Choice, string>>;

/** Headers of the sheet of options. The values follow the option, by position. */
export const optionsHeaders = ["Option", "Valeur", "Précision", "Précision 2", "Précision 3", "Précision 4"] as const;

/** Widths of the columns of a new sheet, in characters. */
export const optionsWidths: readonly number[] = [24, 22, 22, 30, 18, 30];

/** Reads the fields of a file of options. Texts are taken without the spaces around them. */
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
   * Reads one of several values, the first of which stands in when it is none; a key missing in an item is told
   * already.
   */
  choice<T extends string | boolean>(data: JsonObject, key: string, place: string, choices: readonly T[]): T {
    const found = choices.find((choice) => choice === data[key]);
    if (found === undefined && (place === "" || data[key] !== undefined)) {
      const shown = choices.map((choice) => JSON.stringify(choice)).join(", ");
      this.fail("options-bad-choice", inside(place, key), data[key], { choices: shown });
    }
    return found ?? choices[0]!;
  }

  /** Reads as `choice`, of choices that may be said as in the sheet too. */
  wordedChoice<T extends string>(data: JsonObject, key: string, place: string, wordings: Wordings<T>): T {
    const written = data[key];
    const said = typeof written === "string" ? choiceOf(wordings, written) : null;
    return said ?? this.choice(data, key, place, Object.keys(wordings) as T[]);
  }

  protected override knownKeys(keys: readonly string[]): Anomaly["params"] {
    return { keys: keys.join(", ") };
  }
}

/** One row of the sheet of options: the name of its option, then its values, numbered from 1. Faults go to `anomalies`. */
export class OptionRow {
  constructor(
    private readonly sheet: SheetCells,
    private readonly row: number,
    private readonly column: number,
    readonly anomalies: Anomaly[],
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

  /**
   * Reads the text of a cell; fails when it is empty, with `missing`, the message that says how such a row is filled
   * in.
   */
  text(index: number, missing: MessageCode): string | undefined {
    if (this.hasError(index)) return undefined;
    const text = this.optionalText(index);
    if (text !== "") return text;
    return this.fail(missing, index, { column: optionsHeaders[index] ?? "" });
  }

  /** Reads one of several wordings, or of the words of the file that they stand for; fails when it is none. */
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

  /** Tells a fault at a value of the row. */
  fail(code: MessageCode, index: number, params: Anomaly["params"]): undefined {
    const { file, name } = this.sheet;
    const place = { file, sheet: name, cell: cellName(this.row, this.column + index) };
    this.anomalies.push(anomaly("error", code, { option: this.option, ...params }, place));
  }

  /** Returns whether the cell holds an Excel error, which is then told. */
  private hasError(index: number): boolean {
    const value = this.value(index);
    if (!(value instanceof CellError)) return false;
    this.fail("options-sheet-error", index, { column: optionsHeaders[index] ?? "", value: value.code });
    return true;
  }

  value(index: number): Cell {
    return cellAt(this.sheet, this.row, this.column + index);
  }

  /** Returns the number of a cell, or null. A number typed as text counts: a .csv has nothing else. */
  private writtenNumber(index: number): number | null {
    const cell = this.value(index);
    if (typeof cell === "number") return cell;
    const isNumber = typeof cell === "string" && /^\s*\d+([.,]\d+)?\s*$/.test(cell);
    return isNumber ? Number(cell.replace(",", ".")) : null;
  }
}

/** Returns whether a value is a weight: a finite number, zero or more, of pupils or of any other proportion. */
export function isWeight(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

/** Returns whether a value is the number of a row, as Excel shows it. */
export function isRowNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value - 1 <= sheetEnd.row;
}

/** Returns whether a value is a year that a campaign may have. */
export function isYear(value: unknown): value is number {
  return typeof value === "number" && parseCampaign(String(value)) !== null;
}

/** Returns an A1 address in its plain writing (`$b$3` → `B3`), or null when a text is none. */
export function plainCellName(text: string): string | null {
  const place = parseCellName(text);
  return place === null ? null : cellName(place.row, place.column);
}

/** Returns the choice that a text says, by its wording, accents, case and spacing apart, or by its word of the file. */
export function choiceOf<Choice extends string>(wordings: Wordings<Choice>, text: string): Choice | null {
  const choices = Object.keys(wordings) as Choice[];
  return choices.find((one) => fold(wordings[one]) === fold(text)) ?? choices.find((one) => one === text) ?? null;
}
