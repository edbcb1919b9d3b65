import type { Cell } from "../../cells";
import { toSerial } from "../../cells";
import type { Campaign } from "../../tariff";
import { countedNature } from "../recognise/settle";
import type { Column, Role } from "../table";
import type { CountedSchool } from "./counted";
import { blankDate, readDate } from "./date";
import type { TableReading } from "./reading-table";
import { shownCell } from "./shown";

type InstalledOn = Extract<Role, { kind: "installed-on" }>;

/** When the units of one prestation in one row were installed, as the campaign sees it. */
interface Dated {
  readonly code: string;
  readonly unit: InstalledOn["unit"];
  readonly column: number;
  readonly when: "before" | "in-window" | "later";
}

/** A year of installation as a day: that of the campaign falls inside its window, a later one after it. */
export function entryOfYear(cell: Cell, { year, snapshot, windowStart }: Campaign): number {
  const text = cell === null ? "" : String(cell).trim();
  if (text === "" || /^[-–—/]$/.test(text)) return blankDate;
  if (!/^(?:19|20)\d\d$/.test(text)) return Number.NaN;
  if (Number(text) === year) return toSerial(snapshot);
  return Number(text) < year ? toSerial(windowStart) : toSerial(snapshot) + 1;
}

/** Columns that date what stands beside them, in tables of one row a school. (decisions §4) */
export class DatedInstallations {
  private readonly columns: readonly (Column & { readonly role: InstalledOn & { readonly code: string } })[];
  /** Prestations of which another column counts what is in service. */
  private readonly served: ReadonlySet<string>;

  constructor(
    private readonly reading: TableReading,
    counts: readonly Column[],
  ) {
    this.columns = reading.table.columns.flatMap((column) => {
      const { role } = column;
      if (role.kind !== "installed-on" || role.code === null) return [];
      return [{ ...column, role: { ...role, code: role.code } }];
    });
    this.served = new Set(
      counts.flatMap(({ role, nature }) =>
        role.kind === "count" && role.code !== null && countedNature(role.code, nature) === "maintenance"
          ? [role.code]
          : [],
      ),
    );
  }

  /** What the dates of a row say; what cannot be read is told. */
  at(row: number): readonly Dated[] {
    const { table, tools } = this.reading;
    const { campaign } = tools;
    const [start, end] = [toSerial(campaign.windowStart), toSerial(campaign.snapshot)];
    return this.columns.flatMap(({ index, role: { code, unit } }): Dated[] => {
      const cell = table.sheet.rows[row]?.[index] ?? null;
      const date = unit === "year" ? entryOfYear(cell, campaign) : readDate(cell, table.date1904);
      if (Number.isNaN(date)) this.reading.report("error", "unreadable-date", row, index, { value: shownCell(cell) });
      if (Number.isNaN(date) || date === blankDate) return [];
      const when = date > end ? "later" : date > start ? "in-window" : "before";
      if (when === "later") this.reading.report("warning", "after-snapshot", row, index, { campaign: campaign.year });
      return [{ code, unit, column: index, when }];
    });
  }

  /**
   * Counts what a row's dates say was installed: one unit a date, every unit in service a year. True where something is
   * billed. `inService` gives what the row counts in service of a prestation.
   */
  count(school: CountedSchool, row: number, dated: readonly Dated[], inService: (code: string) => number): boolean {
    const { reading } = this;
    let billed = false;
    for (const { code, unit, column, when } of dated) {
      if (when === "later") continue;
      const quantity = this.served.has(code) ? inService(code) : 1;
      if (!this.served.has(code)) billed = reading.count(school, code, "maintenance", 1, row, column).billed || billed;
      if (when === "before" || quantity === 0) continue;
      if (unit === "day" && quantity > 1) {
        reading.report("error", "one-date-for-several", row, column, { quantity });
        continue;
      }
      billed = reading.count(school, code, "installation", quantity, row, column).billed || billed;
    }
    return billed;
  }
}
