import type { AcrossRow } from "../recognise/across-rows";
import type { Column } from "../table";
import { InstalledRow } from "./installed-on";
import type { CountedSchool } from "./counted";
import { readQuantity } from "./quantity";
import type { TableReading } from "./reading-table";

/** With the schools across, the rows that date what was installed: each cell is of one school. (decisions §4) */
export class AcrossDates {
  private readonly dated: readonly (readonly [row: number, column: Column])[];
  private readonly counted: readonly (readonly [row: number, code: string])[];
  private readonly known = new Map<string, InstalledRow>();

  constructor(private readonly reading: TableReading) {
    const rows: [number, AcrossRow][] = [...(reading.table.acrossRows ?? [])];
    this.dated = rows.flatMap(([row, { column }]) =>
      column.role.kind === "installed-on" ? [[row, column] as const] : [],
    );
    this.counted = rows.flatMap(
      ([
        row,
        {
          column: { role, nature },
        },
      ]) =>
        role.kind === "count" && role.code !== null && nature !== "installation" ? [[row, role.code] as const] : [],
    );
  }

  /** False where a date of the same school says that a prestation came after the snapshot. */
  allowsService(code: string, school: Column): boolean {
    return this.dated.every(
      ([row, column]) =>
        column.role.kind !== "installed-on" ||
        column.role.code !== code ||
        this.at(row, column, school).allowsService(code, null),
    );
  }

  /** Counts what the dates of one row say that was installed in each school; true where some of it is billed. */
  count(row: number, column: Column, schools: readonly (readonly [Column, CountedSchool])[]): boolean {
    let billed = false;
    const codes = this.counted.map(([, code]) => code);
    for (const [across, school] of schools)
      for (const { code, nature, quantity } of this.at(row, column, across).quantities(codes))
        if (this.reading.count(school, code, nature, quantity, row, across.index).billed) billed = true;
    return billed;
  }

  private at(row: number, column: Column, school: Column): InstalledRow {
    const key = `${row}|${school.index}`;
    let known = this.known.get(key);
    if (known === undefined && column.role.kind === "installed-on") {
      const { code, unit } = column.role;
      known = new InstalledRow(this.reading, [{ column: { ...column, index: school.index }, code, unit }], row);
      for (const [counted, own] of this.counted) {
        const read = readQuantity(this.reading.cell(counted, school.index));
        if (own === code && read.kind === "value") known.allowsService(own, read.value);
      }
      this.known.set(key, known);
    }
    return known!;
  }
}
