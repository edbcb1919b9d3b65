import { addTo, cellAt, cellName, fold, frenchDate, isoDate, type SheetCells, type WorkbookCells } from "../../cells";
import { anomaly, failure, success, type Anomaly, type MessageCode, type Result } from "../../messages";
import type { Campaign } from "../convention";
import type { Convention } from "../convention";
import type { Grid } from "../grid";
import { builtInConventions } from "../built-in";
import { checkGrids, gridFor, periodOf, type DayOfCount } from "../grids";
import { TarifsRowReader, type TarifsRow } from "./read-row";
import {
  findTarifsTables,
  headerOf,
  tarifsColumn,
  tarifsHeaders,
  tarifsNotNamed,
  type TarifsColumn,
  type TarifsHeader,
  type TarifsTable,
} from "./table";

/** The terms of a convention used to read a table: its day of count and its payers. */
type TarifsTerms = Pick<Convention, "count" | "nouns" | "debtor">;

/**
 * Reads the grids in the workbook's own table `Tarifs`, oldest first, one for each act and period; null when there is
 * no such table, in which case the built-in grids apply. As strict as a built-in grid: any fault refuses the whole
 * table, each at its cell. (decisions §1)
 */
export function readTarifs(
  sheets: readonly SheetCells[],
  date1904: boolean,
  terms: TarifsTerms = builtInConventions[0]!,
): Result<readonly Grid[]> | null {
  const [table, second] = findTarifsTables(sheets, terms.nouns);
  if (table === undefined) return null;
  if (second !== undefined) {
    const params = { sheet: table.sheet.name };
    return failure([anomalyAt(second, second.block.top, second.block.left, "tarifs-twice", params)]);
  }
  const header = readHeader(table, terms);
  if (!header.ok) return header;

  const reader = new TarifsRowReader(table.sheet, header.value, terms, date1904);
  const rows: TarifsRow[] = [];
  for (let row = table.block.top + 1; row <= table.block.bottom; row++) {
    const read = reader.row(row);
    if (read !== null) rows.push(read);
  }
  const groups = groupByGrid(rows);
  const anomalies = [...reader.anomalies, ...duplicates(table, groups), ...misfits(table, groups, terms.count)];
  if (rows.length === 0 && anomalies.length === 0)
    anomalies.push(anomalyAt(table, table.block.top, table.block.left, "tarifs-empty", {}));
  return anomalies.length > 0 ? failure(anomalies) : success(groups.map(({ grid }) => grid));
}

function readHeader(table: TarifsTable, { nouns, debtor }: TarifsTerms): Result<ReadonlyMap<TarifsColumn, number>> {
  const { top, left, right } = table.block;
  const columns = new Map<TarifsColumn, number>();
  const anomalies: Anomaly[] = [];
  for (let column = left; column <= right; column++) {
    const text = String(cellAt(table.sheet, top, column) ?? "");
    const header = tarifsColumn(text, nouns);
    if (header === null) anomalies.push(anomalyAt(table, top, column, "tarifs-unknown-column", { header: text }));
    else if (columns.has(header)) anomalies.push(anomalyAt(table, top, column, "tarifs-duplicate-column", { header }));
    else columns.set(header, column);
  }
  // Without an intermediary, the columns of its share are not needed.
  const isNeeded = (header: TarifsHeader): boolean => debtor !== null || !header.endsWith("CAGB");
  const missing = tarifsHeaders.filter((header) => isNeeded(header) && !columns.has(header));
  if (missing.length > 0) {
    const headers = missing.map((header) => `«\u00a0${headerOf(header, nouns)}\u00a0»`).join(", ");
    anomalies.unshift(anomalyAt(table, top, left, "tarifs-missing-column", { headers }));
  }
  return anomalies.length > 0 ? failure(anomalies) : success(columns);
}

interface Group {
  readonly grid: Grid;
  readonly rows: readonly TarifsRow[];
}

function groupByGrid(rows: readonly TarifsRow[]): Group[] {
  const byGrid = new Map<string, TarifsRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([isoDate(row.from), isoDate(row.to), row.act]);
    addTo(byGrid, key, row);
  }
  return [...byGrid.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, group]) => ({ grid: gridOf(group), rows: group }));
}

function gridOf(rows: readonly TarifsRow[]): Grid {
  const { from, to, act } = rows[0]!;
  return {
    id: `Tarifs ${isoDate(from)}`,
    act,
    votedOn: null,
    from,
    to,
    note: "",
    origin: "workbook",
    rows: rows.map(({ tariff }) => tariff),
  };
}

/** Returns an error for each code or wording that two rows of a period share: which price applies would be unknown. */
function duplicates(table: TarifsTable, groups: readonly Group[]): Anomaly[] {
  return groups.flatMap(({ rows }) => {
    const [codes, wordings] = [new Map<string, TarifsRow>(), new Map<string, TarifsRow>()];
    return rows.flatMap((row) => {
      const { code, prestation } = row.tariff;
      const sameCode = firstOf(codes, code, row);
      const sameWording = firstOf(wordings, fold(prestation), row);
      if (sameCode !== null)
        return [anomalyIn(table, row.codeCell, "tarifs-duplicate-code", { value: code, first: sameCode.codeCell })];
      if (sameWording === null) return [];
      const params = { value: prestation, first: sameWording.prestationCell };
      return [anomalyIn(table, row.prestationCell, "tarifs-duplicate-wording", params)];
    });
  });
}

/** Returns the first row with a key; null when it is this one. */
function firstOf(known: Map<string, TarifsRow>, key: string, row: TarifsRow): TarifsRow | null {
  const first = known.get(key);
  if (first === undefined) known.set(key, row);
  return first ?? null;
}

function misfits(table: TarifsTable, groups: readonly Group[], count: DayOfCount): Anomaly[] {
  return checkGrids(
    groups.map(({ grid }) => grid),
    count,
  ).map(({ kind, earlier, later, day }) => {
    const cell = groups.find(({ grid }) => grid === later)!.rows[0]!.fromCell;
    const named = (grid: Grid) => `${periodOf(grid)} (${grid.act})`;
    const params = { earlier: named(earlier), later: named(later), day: frenchDate(day) };
    return anomalyIn(table, cell, kind === "gap" ? "tarifs-gap" : "tarifs-overlap", params);
  });
}

function anomalyAt(
  table: TarifsTable,
  row: number,
  column: number,
  code: MessageCode,
  params: Anomaly["params"],
): Anomaly {
  return anomalyIn(table, cellName(row, column), code, params);
}

function anomalyIn({ sheet }: TarifsTable, cell: string, code: MessageCode, params: Anomaly["params"]): Anomaly {
  return anomaly("error", code, params, { file: sheet.file, sheet: sheet.name, cell });
}

/**
 * Returns the grid that bills workbooks read together: that of their only table `Tarifs`, else the built-in one, with a
 * warning for each grid without that name; or why there is none. Serial dates are read in the date system of the
 * workbook with the table. (decisions §1)
 */
export function gridOfWorkbooks(
  workbooks: readonly WorkbookCells[],
  campaign: Campaign,
): Result<{ readonly grid: Grid; readonly warnings: readonly Anomaly[] }> {
  // The prices of a workbook's own convention have already been read.
  if (campaign.convention.origin === "workbook") {
    const chosen = gridFor(campaign);
    return chosen.ok ? success({ grid: chosen.value, warnings: [] }) : chosen;
  }
  const owners = workbooks.filter(holdsTarifs);
  const sheets = owners.flatMap((workbook) => workbook.sheets);
  const own = readTarifs(sheets, owners[0]?.date1904 ?? false, campaign.convention);
  if (own?.ok === false) return own;
  const warnings =
    own === null
      ? tarifsNotNamed(
          workbooks.flatMap((workbook) => workbook.sheets),
          campaign.convention.nouns,
        )
      : [];
  const chosen = gridFor(campaign, own?.value);
  // A grid that only lacks its name explains a missing grid: its warning comes first.
  return chosen.ok ? success({ grid: chosen.value, warnings }) : failure([...warnings, ...chosen.error]);
}

/** Returns the sheets that hold the user's own grid. */
export function gridSheets(sheets: readonly SheetCells[]): SheetCells[] {
  return findTarifsTables(sheets).map(({ sheet }) => sheet);
}

/** Returns whether a workbook has a table `Tarifs`, faulty or not. */
export function holdsTarifs(workbook: WorkbookCells): boolean {
  return readTarifs(workbook.sheets, workbook.date1904) !== null;
}
