import { fold, type Cell } from "../../cells";
import { headcount, takeYears } from "../../tariff";
import { columnOf } from "../column";
import type { LabelReading } from "../texts/label-reading";
import { nameAt } from "../texts/values";
import type { TableReader } from "./table-reader";

/** Whether what a row label counts is the campaign's, another year's, or out of service. */
type Standing = "own" | "other-year" | "out";

interface Labelled {
  readonly standing: Standing;
  /** What it counts, without its year: a prestation code, otherwise folded words. */
  readonly what: string;
  /** The same, with the school and the nature. */
  readonly key: string;
}

/**
 * Leaves out the rows whose label is of another year or out of service, beside one that is not; reports an error when
 * there is none. (decisions §4)
 */
export class SecondLabels {
  private readonly rows = new Map<number, Labelled>();
  private readonly ownKeys = new Set<string>();
  private readonly own = new Set<string>();
  /** Other years whose equipment in service is listed: the installations of these years are of the same campaigns. */
  readonly stocks = new Set<number>();

  constructor(
    private readonly reader: TableReader,
    private readonly column: number,
    private readonly readLabel: (text: string) => LabelReading,
    isRead: (text: string) => boolean,
  ) {
    const { table } = reader;
    const names = [columnOf(table, "commune"), columnOf(table, "school")].flatMap((one) => one?.index ?? []);
    // Installed equipment does not stand in for equipment in service.
    const nature = columnOf(table, "nature");
    const school = names.map(() => "");
    for (let row = table.bodyTop; row <= table.bottom; row += 1) {
      names.forEach((index, at) => (school[at] = nameAt(table.sheet, row, index) ?? school[at]!));
      const cell: Cell = table.sheet.rows[row]?.[column] ?? null;
      if (typeof cell === "string" && cell.trim() !== "" && !isRead(cell))
        this.note(row, cell, [...school, fold(nameAt(table.sheet, row, nature?.index ?? null) ?? "")]);
    }
  }

  private note(row: number, text: string, school: readonly string[]): void {
    const reading = this.readLabel(text);
    const what = whatOf(text, reading);
    if (what === null) return;
    const key = [...school, what].join("|");
    const standing = this.standingOf(reading);
    this.rows.set(row, { standing, what, key });
    const { item, years } = reading;
    if (standing === "other-year" && item.kind === "prestation" && item.code !== headcount) this.stocks.add(years[0]!);
    if (standing !== "own") return;
    this.ownKeys.add(key);
    this.own.add(what);
  }

  private standingOf({ item, standing, isRead, years }: LabelReading): Standing {
    if (standing === "out" && isRead && item.kind === "prestation") return "out";
    return years.length === 1 && years[0] !== this.reader.context.campaign.year ? "other-year" : "own";
  }

  /** Reports a row of another year, or out of service, and leaves it out or refuses it; returns whether it did. */
  reports(row: number): boolean {
    const read = this.rows.get(row);
    if (read === undefined || read.standing === "own") return false;
    const { campaign } = this.reader.context;
    const params = { label: String(this.reader.cell(row, this.column)).trim(), campaign: campaign.year };
    if (read.standing === "out") {
      if (!this.own.has(read.what)) return false;
      this.reader.report("info", "out-of-service-row", row, this.column, params);
      this.reader.leaveOut(row, "not-in-service", "text");
      return true;
    }
    if (this.ownKeys.has(read.key)) {
      this.reader.report("info", "row-of-year-before", row, this.column, params);
      this.reader.leaveOut(row, "other-year", "date");
      return true;
    }
    if (this.reader.accepts("only-row-of-year", row, this.column)) return false;
    this.reader.report("error", "only-row-of-year", row, this.column, params);
    return true;
  }
}

/** Returns what a label counts without its year: a prestation, otherwise its words; null for an installation. */
function whatOf(text: string, { item, nature, years }: LabelReading): string | null {
  if (nature === "installation") return null;
  if (item.kind === "prestation") return `${item.code}|${item.part ?? ""}`;
  if (years.length !== 1) return null;
  const words = takeYears(fold(text)).rest.replace(/\s+/g, " ").trim();
  return words === "" ? null : words;
}
