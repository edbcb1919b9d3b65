import { isBlank, placeKey, remembered } from "../../cells";
import type { Commune, Nature } from "../../tariff";
import { codeCounted, type AcrossRow, type Column } from "../table";
import type { CountedSchool } from "./counts";
import { datesInstalled, InstalledRow, type InstalledOn } from "./installed-row";
import type { Locator } from "./locator";
import type { RowNatures } from "./row-natures";
import type { TableReader } from "./table-reader";
import { schoolKey } from "../texts/school-names";
import { parseQuantity } from "../texts/values";

/** The schools that stand across a table, each over its columns. */
export class SchoolsAcross {
  readonly columns: readonly Column[];
  /** Communes over the columns, by column: found, chosen, or null and told on the header. */
  private readonly communes = new Map<number, Commune | null>();

  constructor(
    private readonly reader: TableReader,
    private readonly locator: Locator,
  ) {
    this.columns = reader.table.columns.filter(({ role, school }) => role.kind === "count" && school !== null);
  }

  /** Returns the schools that hold something in a row, those whose commune is unknown left out. */
  filledAt(row: number): (readonly [Column, CountedSchool])[] {
    return this.columns.flatMap((column) => {
      const school = isBlank(this.reader.cell(row, column.index)) ? null : this.at(column, row);
      return school === null ? [] : [[column, school] as const];
    });
  }

  /** Returns the school over a column; null if its commune is not known, and the row then is in error. */
  at(column: Column, row: number): CountedSchool | null {
    const { reader } = this;
    const named = column.school!;
    const commune = named.commune === null ? this.locator.communes.of(row) : this.communeOver(column);
    if (commune === null) {
      reader.log.fail(row);
      return null;
    }
    const school = reader.school(commune, named.name, named.row, named.column);
    if (named.whole !== undefined) school.whole = { key: schoolKey(commune, named.whole), name: named.whole };
    return school;
  }

  private communeOver({ school }: Column): Commune | null {
    const { commune: text, row, column } = school!;
    const { directory } = this.reader.context;
    return remembered(this.communes, column, () =>
      this.reader.resolveCommune(directory.find(text!), text!, row, column),
    );
  }
}

/** With the schools across, the rows that date what was installed: each cell is of one school. (decisions §4) */
export class AcrossDates {
  private readonly dated: readonly (readonly [row: number, column: InstalledOn])[];
  private readonly counted: readonly (readonly [row: number, code: string])[];
  /** Prestations whose installations a row counts. */
  private readonly installed: ReadonlySet<string>;
  private readonly known = new Map<number, InstalledRow>();

  constructor(
    private readonly reader: TableReader,
    natures: RowNatures,
  ) {
    const rows: [number, AcrossRow][] = [...(reader.table.acrossRows ?? [])];
    this.dated = rows.flatMap(([row, { column }]) => (datesInstalled(column) ? [[row, column] as const] : []));
    const counting = rows.flatMap(([row, { column }]) => {
      const code = codeCounted(column.role);
      return code === null
        ? []
        : [{ row, code, isInstalled: (natures.of(row, code) ?? column.nature) === "installation" }];
    });
    this.counted = counting.filter(({ isInstalled }) => !isInstalled).map(({ row, code }) => [row, code]);
    this.installed = new Set(counting.filter(({ isInstalled }) => isInstalled).map(({ code }) => code));
  }

  /**
   * Returns false if a date of the same school says that a prestation came after the snapshot or, of installations that a row
   * counts, that they are not the campaign's.
   */
  allows(code: string, nature: Nature, school: Column): boolean {
    return this.dated.every(([row, column]) => {
      if (column.role.code !== code) return true;
      const dates = this.at(row, column, school);
      return nature === "maintenance" ? dates.allowsService(code) : dates.allowsInstalled(code);
    });
  }

  /** Counts what the dates of one row say that was installed in each school; returns whether some of it is billed. */
  count(row: number, column: InstalledOn, schools: readonly (readonly [Column, CountedSchool])[]): boolean {
    let billed = false;
    const codes = this.counted.map(([, code]) => code);
    for (const [across, school] of schools)
      for (const { code, nature, quantity } of this.at(row, column, across).quantities(codes))
        if (this.reader.count(school, code, nature, quantity, row, across.index).billed) billed = true;
    return billed;
  }

  private at(row: number, column: InstalledOn, school: Column): InstalledRow {
    return remembered(this.known, placeKey(row, school.index), () => {
      const dates = new InstalledRow(this.reader, [{ ...column, index: school.index }], row, this.installed);
      for (const [counted, code] of this.counted) {
        const read = parseQuantity(this.reader.cell(counted, school.index));
        if (code === column.role.code && read.kind === "value") dates.noteService(code, read.value);
      }
      return dates;
    });
  }
}
