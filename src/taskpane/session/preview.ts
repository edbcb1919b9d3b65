import { columnName } from "../../cells";
import { isReadTable } from "../../inventory";
import type { ColumnMapping, Mapping } from "../../inventory";
import type { Anomaly, Severity } from "../../messages";
import { formatAmount } from "../../money";
import type { Billing, KeyedName } from "../../sheets";
import { totalOf } from "../../statement";
import type { CommuneTotal } from "../../statement";
import { createDirectory } from "../../tariff";
import type { Campaign, Grid } from "../../tariff";
import { priceFields } from "./analyses/price-fields";
import type { Member } from "./choice-types";
import { meaningsOf } from "./meanings";
import type { CommuneRow, Plan, Preview, Table, TableColumn } from "./preview-types";

/** Codes of the points that a clearer heading settles. */
const aboutHeadings: ReadonlySet<string> = new Set([
  "ambiguous-header",
  "unclear-header",
  "duplicate-header",
  "assumed-header",
]);

/** A billing as the pane shows it, `ownSheets` being the generated sheets that the workbook holds already. */
export function previewOfBilling(billing: Billing, ownSheets: readonly KeyedName[]): Preview {
  const { reading, statement, anomalies } = billing;
  const unclear = new Set(anomalies.filter(({ code }) => aboutHeadings.has(code)).map(placeOf));
  const byCommunes = statement.reconciliations.find(({ by }) => by === "communes");
  return {
    campaign: statement.campaign.year,
    act: statement.grid.act,
    prices: priceFields({ inForce: statement.grid, base: statement.grid }),
    tables: reading.mappings.filter(isReadTable).map((mapping) => tableOf(mapping, statement.grid, unclear)),
    rows: reading.rows.map(({ sheet, read, billed, excluded, error }) => ({
      sheet: sheet.name,
      otherFile: sheet.otherFile,
      read,
      billed,
      excluded,
      error,
    })),
    schools: statement.schools,
    pupils: statement.pupils,
    quantities: reading.quantities.length,
    points: bySeverity(anomalies),
    counts: {
      error: countOf(anomalies, "error"),
      warning: countOf(anomalies, "warning"),
      info: countOf(anomalies, "info"),
    },
    unclear: unclear.size,
    withoutHeadcounts: anomalies.some(({ code }) => code === "no-headcounts"),
    cagb: formatAmount(statement.cagb),
    due: formatAmount(statement.communes),
    total: formatAmount(statement.total),
    communes: statement.byCommune.map(communeRow),
    members: membersOf(statement.campaign),
    meanings: meaningsOf(statement.grid),
    difference: byCommunes === undefined ? "0.00" : formatAmount(byCommunes.difference),
    plan: planOf(billing.sheets, ownSheets),
  };
}

export function communeRow({ commune, split, due, cagb }: CommuneTotal): CommuneRow {
  return {
    insee: commune.insee,
    name: commune.name,
    installation: formatAmount(split.installation.cagb.plus(split.installation.commune)),
    maintenance: formatAmount(split.maintenance.cagb.plus(split.maintenance.commune)),
    cagb: formatAmount(cagb),
    due: formatAmount(due),
    total: formatAmount(totalOf(split)),
  };
}

/** What a run writes over, adds and takes away. */
export function planOf(sheets: readonly KeyedName[], ownSheets: readonly KeyedName[]): Plan {
  const wanted = new Set(sheets.map(({ key }) => key));
  return {
    sheets: sheets.map(({ key, name }) => ({ key, name })),
    replaced: ownSheets.filter(({ key }) => wanted.has(key)).map(({ name }) => name),
    removed: ownSheets.filter(({ key }) => !wanted.has(key)).map(({ name }) => name),
  };
}

function tableOf(mapping: Mapping, grid: Grid, unclear: ReadonlySet<string>): Table {
  const { sheet, layout, range, communeFrom, columns } = mapping;
  const all = columns.map((column) => columnOf(column, mapping, grid, unclear));
  const header = Math.max(...columns.map(({ cell }) => rowOf(cell)));
  return {
    sheet: sheet.name,
    otherFile: sheet.otherFile,
    layout,
    range,
    body: { first: header + 1, last: rowOf(range) },
    commune: communeOf(communeFrom),
    columns: all.filter(({ role }) => role !== "ignored"),
    unused: all.filter(({ role }) => role === "ignored"),
  };
}

function columnOf(
  { cell, column, header, role, nature }: ColumnMapping,
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
    toConfirm: unclear.has(placeOf({ file: sheet.file, sheet: sheet.name, cell })),
  };
}

function placeOf({ file, sheet, cell }: Pick<Anomaly, "file" | "sheet" | "cell">): string {
  return JSON.stringify([file, sheet, cell]);
}

/** The last row of an address, as Excel numbers it; 0 where it has none. */
function rowOf(address: string): number {
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

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function bySeverity(anomalies: readonly Anomaly[]): Anomaly[] {
  return [...anomalies].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
}

function countOf(anomalies: readonly Anomaly[], severity: Severity): number {
  return anomalies.filter((anomaly) => anomaly.severity === severity).length;
}
