import type { Billing } from "../../billing";
import { columnName } from "../../cells";
import type { KeyedName } from "../../documents";
import { pointsOf, type ColumnMapping, type Mapping, type Reading, type TableFates } from "../../inventory";
import type { Anomaly, Severity } from "../../messages";
import { createDirectory, type Campaign, type Grid } from "../../tariff";
import { priceFields } from "../analyses/price-fields";
import type { Member } from "../state/choices";
import { planOf, type PointShown, type Preview, type RowCount, type Table, type TableColumn } from "../state/preview";
import { meaningsOf } from "../state/questions";
import { questionOf } from "./point-questions";

/** Codes of the points that a clearer heading settles, where they keep a column from being billed. */
const aboutHeadings: ReadonlySet<string> = new Set([
  "ambiguous-header",
  "unclear-header",
  "untitled-column",
  "unknown-column",
  "duplicate-header",
  "column-beside-label",
  "years-column",
  "exit-date-unclear",
  "entry-date-unclear",
  "only-other-year",
  "stock-before",
  "sum-column",
  "closed-column",
  "no-school-over-column",
]);

/** A billing as the pane shows it, `ownSheets` being the generated sheets that the workbook holds already. */
export function previewOfBilling(billing: Billing, ownSheets: readonly KeyedName[]): Preview {
  const { reading, statement, anomalies } = billing;
  const unclear = new Set(
    anomalies.filter(({ severity, code }) => severity === "error" && aboutHeadings.has(code)).map(anomalyKey),
  );
  const tables = tablesOf(reading, statement.grid, unclear);
  const meanings = meaningsOf(statement.grid);
  const points = pointsShown(anomalies, tables, meanings);
  return {
    statement,
    rows: reading.rows,
    numbers: reading.numbers,
    quantities: reading.quantities.length,
    tables,
    prices: priceFields({ inForce: statement.grid, base: statement.grid }),
    points,
    counts: {
      error: countBySeverity(points, "error"),
      warning: countBySeverity(points, "warning"),
      info: countBySeverity(points, "info"),
    },
    unclear: unclear.size,
    withoutHeadcounts: anomalies.some(({ code }) => code === "no-headcounts"),
    members: membersOf(statement.campaign),
    meanings,
    plan: planOf(billing.sheets, ownSheets),
  };
}

/** The tables that are read come first, in the order of what became of their rows. */
function tablesOf({ mappings, fates }: Reading, grid: Grid, unclear: ReadonlySet<string>): Table[] {
  return mappings.map((mapping, at) => tableOf(mapping, fates[at] ?? null, grid, unclear));
}

function tableOf(mapping: Mapping, fates: TableFates | null, grid: Grid, unclear: ReadonlySet<string>): Table {
  const { sheet, layout, kind, kindWords, range, communeFrom, columns } = mapping;
  const all = columns.map((column) => columnOf(column, mapping, grid, unclear));
  const [top = 0, bottom = 0] = range.split(":").map(lastRowOf);
  const header = Math.max(top, ...columns.map(({ cell }) => lastRowOf(cell)));
  return {
    file: sheet.file,
    sheet: sheet.name,
    otherFile: sheet.otherFile,
    layout,
    kind,
    kindWords,
    range,
    rows: fates === null ? null : rowsCounted(fates, header, bottom),
    body: { first: header + 1, last: bottom },
    commune: communeOf(communeFrom),
    columns: all.filter(({ role }) => role !== "ignored"),
    unused: all.filter(({ role }) => role === "ignored"),
  };
}

/** `header`: the row above the first one that counts, as Excel numbers it. */
function rowsCounted({ rows }: TableFates, header: number, bottom: number): RowCount {
  const counts = { read: 0, billed: 0, excluded: 0, error: 0 };
  for (let row = header; row < bottom; row += 1) {
    const fate = rows.fateOf(row);
    if (fate === null) continue;
    counts.read += 1;
    counts[fate === "billed" || fate === "error" ? fate : "excluded"] += 1;
  }
  return counts;
}

function columnOf(
  { cell, column, header, role, nature, why, numbers, sum }: ColumnMapping,
  { sheet }: Mapping,
  grid: Grid,
  unclear: ReadonlySet<string>,
): TableColumn {
  const prestation = grid.rows.find(({ code }) => code === role)?.prestation ?? null;
  return {
    cell: cell === "" ? columnName(column) : cell,
    header: header.replace(/\s+/g, " ").trim(),
    role,
    prestation,
    nature,
    why,
    numbers,
    sum,
    toConfirm: unclear.has(anomalyKey({ file: sheet.file, sheet: sheet.name, cell })),
  };
}

function anomalyKey({ file, sheet, cell }: Pick<Anomaly, "file" | "sheet" | "cell">): string {
  return JSON.stringify([file, sheet, cell]);
}

/** The last row of an address, as Excel numbers it; 0 where it has none. */
function lastRowOf(address: string): number {
  return Number(/\d+$/.exec(address)?.[0] ?? 0);
}

function membersOf({ snapshot }: Campaign): Member[] {
  const collator = new Intl.Collator("fr");
  return createDirectory(snapshot)
    .members.map(({ insee, name }) => ({ insee, name }))
    .sort((a, b) => collator.compare(a.name, b.name));
}

/** `inventory` writes `commune B`, `entity C`, or `sheet`, `title`, `columns`, `none`. */
function communeOf(from: string): Table["commune"] {
  const letter = / ([A-Z]+)$/.exec(from)?.[1];
  if (letter !== undefined) return { from: "column", letter };
  return { from: from === "sheet" || from === "title" || from === "columns" ? from : "none" };
}

function pointsShown(
  anomalies: readonly Anomaly[],
  tables: readonly Table[],
  meanings: Preview["meanings"],
): PointShown[] {
  return pointsOf(anomalies).map((point) => ({
    ...point.anomalies[0]!,
    anomalies: point.anomalies,
    places: point.places,
    question: questionOf(point, tables, meanings),
  }));
}

function countBySeverity(anomalies: readonly Anomaly[], severity: Severity): number {
  return anomalies.filter((anomaly) => anomaly.severity === severity).length;
}
