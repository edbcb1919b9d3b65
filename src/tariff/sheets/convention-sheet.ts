import { cellName, fold, monthOf, parseWrittenDate, type SheetCells } from "../../cells";
import { failure, success, type JsonObject, type Result } from "../../messages";
import type { ActFault } from "../act-fields";
import { loadTerms, type Terms } from "../load-convention";
import {
  conventionRows,
  conventionSheetName,
  creditLinePrefix,
  localCreditParts,
  type ConventionRow,
} from "./convention-rows";
import { SettingsReader } from "./settings-reader";

const rowsByLabel = new Map(
  conventionRows.flatMap((row) => [row.label, ...(row.others ?? [])].map((label) => [fold(label), row] as const)),
);

/** The number of known labels that makes a sheet named « Convention » one, and not the text of an act. */
const enoughLabels = 3;
/** Labels are searched in the first columns only. */
const deepestColumn = 10;

/** Returns the zero-based column of labels of a sheet « Convention »; null for any other sheet. */
function labelColumn({ name, generatedKey, rows }: SheetCells): number | null {
  if (generatedKey !== null || fold(name) !== fold(conventionSheetName)) return null;
  const counts = Array.from({ length: deepestColumn }, (_, column) =>
    rows.reduce((count, cells) => count + (rowsByLabel.has(fold(String(cells[column] ?? ""))) ? 1 : 0), 0),
  );
  const most = Math.max(...counts);
  return most >= enoughLabels ? counts.indexOf(most) : null;
}

/** Returns whether a sheet is the user's « Convention », faulty or not. */
export function isConventionSheet(sheet: SheetCells): boolean {
  return labelColumn(sheet) !== null;
}

/** Reads the terms of a convention in the user's sheet « Convention »; as strict as a file, each fault at its cell. */
export function readConventionSheet(sheet: SheetCells, date1904: boolean): Result<Terms> {
  const reader = new ConventionSheetReader(new SettingsReader(sheet, date1904), labelColumn(sheet)!);
  return reader.terms();
}

/** The cell that gives a field. */
interface FieldPlace {
  readonly label: string;
  readonly row: number;
  readonly column: number;
}

class ConventionSheetReader {
  private readonly places = new Map<string, FieldPlace>();
  private readonly values = new Map<string, unknown>();
  private readonly creditLine: JsonObject[] = [];

  constructor(
    private readonly cells: SettingsReader,
    private readonly labels: number,
  ) {}

  terms(): Result<Terms> {
    const { sheet } = this.cells;
    for (let row = 0; row < sheet.rows.length; row += 1) this.row(row);
    this.reportMissing();
    const loaded = loadTerms(this.data());
    if (!loaded.ok) for (const fault of loaded.error) this.report(fault);
    const { anomalies } = this.cells;
    return loaded.ok && anomalies.length === 0 ? success(loaded.value) : failure(anomalies);
  }

  private row(row: number): void {
    const label = this.cells.text(row, this.labels);
    const column = this.labels + 1;
    const value = this.cells.text(row, column);
    const known = rowsByLabel.get(fold(label));
    if (known !== undefined) this.field(known, label, row, column);
    else if (fold(label).startsWith(fold(creditLinePrefix))) this.creditPart(label, row, column);
    // A title has no value of its own; a value without a known label would be lost.
    else if (value !== "" && fold(value) !== "valeur")
      this.cells.fail("convention-unknown-row", { label, value }, row, label === "" ? column : this.labels);
  }

  private field({ field, kind }: ConventionRow, label: string, row: number, column: number): void {
    const first = this.places.get(field);
    if (first !== undefined)
      return this.cells.fail("convention-row-twice", { label, first: cellName(first.row, first.column) }, row, column);
    this.places.set(field, { label, row, column });
    this.values.set(field, this.valueOf(kind, row, column));
  }

  private valueOf(kind: ConventionRow["kind"], row: number, column: number): unknown {
    const text = this.cells.text(row, column);
    if (text === "") return undefined;
    if (kind === "code" || kind === "insee") return this.cells.code(row, column, kind === "insee" ? 5 : 0);
    if (kind === "date") return this.cells.day(row, column);
    if (kind === "year") return /^\d{4}$/.test(text) ? Number(text) : text;
    if (kind === "count-day") return countDay(this.cells.day(row, column)) ?? countDay(text) ?? text;
    return text;
  }

  private creditPart(label: string, row: number, column: number): void {
    const heading = label.slice(creditLinePrefix.length).replace(/^\s*:\s*/, "");
    const place = `creditLine[${this.creditLine.length}]`;
    for (const [key, at] of [
      ["heading", this.labels],
      ["code", column],
      ["label", column + 1],
    ] as const)
      this.places.set(`${place}.${key}`, { label, row, column: at });
    const option = localCreditParts[heading];
    const name = this.cells.text(row, column + 1);
    this.creditLine.push({
      heading,
      code: this.cells.code(row, column),
      ...(name !== "" && { label: name }),
      ...(option !== undefined && { option }),
    });
  }

  /** Reports all missing rows in one anomaly. */
  private reportMissing(): void {
    const missing = conventionRows
      .filter((row) => row.blank === undefined && !this.isGiven(row))
      .map(({ label }) => label);
    const labels = missing.map((label) => `«\u00a0${label}\u00a0»`).join(", ");
    if (missing.length > 0) this.cells.fail("convention-rows-missing", { labels }, 0, this.labels);
  }

  /** Returns whether a row is present, or belongs to an intermediary that the convention does not have. */
  private isGiven({ field }: ConventionRow): boolean {
    return this.places.has(field) || (field.startsWith("debtor.") && !this.hasDebtor());
  }

  private hasDebtor(): boolean {
    return ["name", "short", "siren"].some((key) => this.values.get(`debtor.${key}`) !== undefined);
  }

  /** Returns the data of the sheet, as in a file. */
  private data(): JsonObject {
    const data: Record<string, unknown> = { id: this.cells.sheet.name, creditLine: this.creditLine };
    for (const { field, blank } of conventionRows) {
      const [key, inner] = field.split(".") as [string, string?];
      const value = this.values.get(field) ?? (blank === "null" ? null : blank === "absent" ? undefined : "");
      if (inner === undefined) data[key] = value;
      else if (value !== undefined) data[key] = { ...(data[key] as object | undefined), [inner]: value };
    }
    return this.hasDebtor() ? data : { ...data, debtor: null };
  }

  /** Reports a fault of the data at its cell; missing rows are already reported. */
  private report(fault: ActFault): void {
    const { field } = fault.params;
    const at = this.places.get(field);
    if (at !== undefined) this.cells.failAs(fault, at.label, at.row, at.column);
    else if (field === "creditLine") this.cells.fail("convention-no-credit-line", {}, 0, this.labels);
  }
}

/** Returns the day and month in a text, with or without a year; null when there is none. */
function countDay(text: string): { readonly day: number; readonly month: number } | null {
  const iso = /^\d{4}-(\d\d)-(\d\d)$/.exec(text);
  if (iso !== null) return { day: Number(iso[2]), month: Number(iso[1]) };
  const figures = /^(\d{1,2})[/.-](\d{1,2})$/.exec(text);
  if (figures !== null) return { day: Number(figures[1]), month: Number(figures[2]) };
  const words = /^(\d{1,2})(?:er)? (\S+)$/i.exec(fold(text));
  const month = words === null ? 0 : monthOf(words[2]!);
  if (month > 0) return { day: Number(words![1]), month };
  const date = parseWrittenDate(text);
  return date === null ? null : { day: date.day, month: date.month };
}
