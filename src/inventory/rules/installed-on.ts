import { toSerial } from "../../cells";
import type { Nature } from "../../tariff";
import type { Fact, Line } from "../facts";
import { error, leftOut } from "../ledger";
import { entryOfYear } from "../rows/installation-dates";
import { codeCounted, columnOf, countedNature } from "../column";
import type { TableReading } from "../table-reading";
import { blankDate, parseQuantity } from "../texts/values";

/** The time of an installation, relative to the campaign. */
type When = "blank" | "before" | "campaign" | "after" | "error";

/**
 * Reads the dates of installation of rows. A day counts one unit installed on that day; a year, all the units of the
 * row, if it is the campaign's. What was installed after the day of count is not in service yet. When a column counts
 * installations, dates add nothing: they decide whether these belong to the campaign. (decisions §4, In service and
 * installed)
 */
export function readInstallationDates(reading: TableReading): void {
  for (const line of reading.lines)
    if (line.facts.some(({ dates }) => dates !== null)) new InstallationDates(reading, line).read();
}

/** The prestations that the columns of a table count, and those of them counted as installed. */
interface ColumnsCounted {
  readonly all: ReadonlySet<string>;
  readonly installed: ReadonlySet<string>;
}

class InstallationDates {
  private readonly dated: readonly Fact[];
  private readonly counted: readonly Fact[];
  private readonly columns: ColumnsCounted;
  private readonly when = new Map<Fact, When>();
  private readonly outside = new Set<Fact>();

  constructor(
    private readonly reading: TableReading,
    private readonly line: Line,
  ) {
    this.dated = line.facts.filter(({ dates }) => dates !== null);
    this.counted = line.facts.filter(({ dates }) => dates === null);
    this.columns = this.countedByColumns();
  }

  private get ledger() {
    return this.reading.reader.ledger;
  }

  read(): void {
    for (const fact of this.dated) this.when.set(fact, this.whenOf(fact));
    for (const fact of this.counted) if (this.ledger.isOpen(fact)) this.weigh(fact);
    for (const fact of this.dated) if (this.ledger.isOpen(fact)) this.count(fact);
  }

  /** Leaves out a quantity dated after the day of count, or not installed in the campaign. */
  private weigh(fact: Fact): void {
    const { code, natures } = fact;
    const own = this.dated.filter((dated) => dated.code === code);
    if (!natures.includes("installation")) {
      const isLater = !this.columns.installed.has(code!) && own.some((dated) => this.when.get(dated) === "after");
      if (isLater) this.ledger.claim(fact, leftOut("after-snapshot", "date"));
      return;
    }
    const other = own.find((dated) => ["before", "after"].includes(this.when.get(dated)!));
    if (other !== undefined) {
      // Reported once for each date, however many columns count what it dates.
      if (!this.outside.has(other)) this.reading.service.reportOutside(this.line.row, other.column);
      this.outside.add(other);
      this.ledger.claim(fact, leftOut("other-year", "date"));
    } else if (own.some((dated) => this.when.get(dated) === "error")) this.ledger.claim(fact, error);
  }

  /** Counts what a date adds: an installation of the campaign, and a unit in service that no column counts. */
  private count(fact: Fact): void {
    const { code, dates, line, column } = fact;
    const when = this.when.get(fact)!;
    if (when === "error") return this.ledger.claim(fact, error);
    if (code === null || !["campaign", "before"].includes(when) || this.isOnlyRead(code))
      return this.ledger.claim(fact, { is: "date" });
    const inService = this.inServiceOf(code);
    if (when === "campaign" && dates === "day" && inService > 1) {
      const { header } = this.reading.table.columns.find(({ index }) => index === column)!;
      this.reading.reader.report("error", "one-date-for-several", line.row, column, { quantity: inService, header });
      return this.ledger.claim(fact, error);
    }
    // « Serveur standard | Serveur spécifique | Date d’installation »: the date concerns the other server.
    if (this.columns.all.has(code) && inService === 0) return this.ledger.claim(fact, { is: "date" });
    const natures: Nature[] = [];
    if (dates === "day" && !this.columns.all.has(code)) natures.push("maintenance");
    if (when === "campaign") natures.push("installation");
    fact.natures = natures;
    fact.quantity = dates === "day" ? 1 : inService;
    if (natures.length === 0 || fact.quantity === 0) this.ledger.claim(fact, { is: "date" });
  }

  /**
   * Returns whether a date adds nothing: what it dates is counted in the same row, or all that its row counts is not
   * billed.
   */
  private isOnlyRead(code: string): boolean {
    const { natures } = this.reading;
    if (this.columns.installed.has(code)) return true;
    const claims = this.counted.map((each) => this.ledger.claimOf(each));
    const others = claims.filter((claim) => !(claim?.is === "left-out" && claim.reason === "zero"));
    if (others.length > 0 && !others.includes(null)) return true;
    if (columnOf(this.reading.table, "label") === null) return false;
    const isWritten = ({ natureBy, heading }: Fact): boolean =>
      natureBy === "label" || natureBy === "section" || heading === "installation";
    return natures.column !== null || this.counted.some(isWritten);
  }

  /** Returns how many units of a prestation the row counts in service. */
  private inServiceOf(code: string): number {
    const { reader } = this.reading;
    let sum = 0;
    for (const fact of this.counted) {
      if (fact.code !== code || fact.natures.includes("installation")) continue;
      const read = parseQuantity(reader.cell(this.line.row, fact.column));
      if ("value" in read) sum += read.value;
    }
    return sum;
  }

  private whenOf({ line, column, dates, code }: Fact): When {
    const { reader, table } = this.reading;
    const { campaign } = reader.context;
    const isOfYears = dates === "year";
    const date = isOfYears
      ? entryOfYear(reader.cell(line.row, column), campaign, table.date1904)
      : reader.dateAt(
          line.row,
          table.columns.find(({ index }) => index === column)!,
        );
    if (date === blankDate) return "blank";
    if (Number.isNaN(date)) {
      if (isOfYears) reader.reportUnreadable("unreadable-year", line.row, column);
      return "error";
    }
    if (date > toSerial(campaign.snapshot)) {
      const isReported = column === this.reading.service.dateIn?.index || this.columns.installed.has(code ?? "");
      if (!isReported) reader.report("warning", "after-snapshot", line.row, column, { campaign: campaign.year });
      return "after";
    }
    return date > toSerial(campaign.windowStart) ? "campaign" : "before";
  }

  /**
   * Returns what the columns of the table count, even blank in this row; in a table with labels, what this row's label
   * names.
   */
  private countedByColumns(): ColumnsCounted {
    const { table } = this.reading;
    if (columnOf(table, "label") !== null)
      return { all: new Set(this.dated.flatMap(({ code }) => code ?? [])), installed: new Set() };
    const [all, installed] = [new Set<string>(), new Set<string>()];
    for (const { role, nature } of table.columns) {
      const code = codeCounted(role);
      if (code === null) continue;
      all.add(code);
      if (countedNature(code, nature ?? this.line.section) === "installation") installed.add(code);
    }
    return { all, installed };
  }
}
