import { cellName, sourceName } from "../../cells";
import { anomalyAt } from "../anomalies";
import type { Anomaly } from "../../messages";
import type { Count, CountedSchool } from "../read/counted";
import type { TableReading } from "../read/reading-table";
import type { Table } from "../table";

/**
 * What a table may show: equipment and headcounts. Two tables may rival each other on one of them only; a table of
 * installations rivals what others show of installations, never what is in service.
 */
export type Facet = "equipment" | "installation" | "headcount";

/** Whether a count of a table belongs to a facet. */
export function inFacet({ code, nature }: Pick<Count, "code" | "nature">, facet: Facet): boolean {
  if (facet === "installation" && nature !== "installation") return false;
  return (code === "PORTAIL") === (facet === "headcount");
}

/** The schools of which a table shows a facet, with its counts. */
export function schoolsOfFacet(reading: TableReading, facet: Facet): Map<string, Map<string, number>> {
  const schools = new Map<string, Map<string, number>>();
  for (const school of reading.schools.values()) {
    const counts = new Map<string, number>();
    for (const [key, count] of school.counts) if (inFacet(count, facet)) counts.set(key, count.quantity + count.beyond);
    if (facet === "headcount" && school.headcount !== null && counts.size === 0) counts.set("PORTAIL|maintenance", 0);
    if (counts.size > 0) schools.set(school.key, counts);
  }
  return schools;
}

/** True where the table shows the facet, and it was not taken out. */
export function shows(reading: TableReading, facet: "equipment" | "headcount"): boolean {
  if (reading.dropped.has(facet)) return false;
  return facet === "headcount" ? reading.showsHeadcounts : !["headcounts", "pupil-list"].includes(reading.table.layout);
}

/** Takes one facet out of a table: it is another table's to show. True where nothing of the table is left. */
export function dropFacet(reading: TableReading, facet: Facet): boolean {
  for (const school of reading.schools.values()) {
    for (const [key, count] of school.counts) if (inFacet(count, facet)) school.counts.delete(key);
    if (facet === "headcount") school.headcount = null;
    else if (facet === "equipment" || reading.kind === "installations") school.equipped = false;
  }
  reading.dropped.add(facet);
  if (facet === "installation" && reading.kind === "installations") reading.dropped.add("equipment");
  const left = shows(reading, "equipment") || shows(reading, "headcount");
  if (facet === "headcount") reading.showsHeadcounts = false;
  else if (facet === "equipment") reading.showsPacks = false;
  return !left;
}

/** The rows of a table of which something is counted. */
export function rowsCounted({ schools }: TableReading): Set<number> {
  const rows = new Set<number>();
  for (const { counts } of schools.values())
    for (const { cells } of counts.values()) for (const cell of cells) for (const row of cell.rows) rows.add(row);
  return rows;
}

/** The first cell of a table's headings. */
function headingOf(table: Table): { row: number; column: number } {
  const column = table.columns.find((candidate) => candidate.texts.length > 0)?.index ?? table.left;
  return { row: table.headerTop, column };
}

/** An anomaly on the first header cell of a table. */
export function anomalyOfTable(
  severity: Anomaly["severity"],
  code: Anomaly["code"],
  table: Table,
  params: Record<string, string | number>,
): Anomaly {
  const { row, column } = headingOf(table);
  return anomalyAt(severity, code, table.sheet, row, column, params);
}

/** Where a table stands, as it is named to people: « Parc!A4 ». */
export function placeOf(table: Table): string {
  const { row, column } = headingOf(table);
  return sourceName(table.ref.name, cellName(row, column), table.ref.otherFile);
}

/** A school with nothing left to bill and no row of its own in error. */
export function isEmpty(school: CountedSchool): boolean {
  return school.counts.size === 0 && !school.equipped && school.headcount === null;
}
