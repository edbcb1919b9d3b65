import { Decimal } from "decimal.js";
import {
  cellName,
  parseCellName,
  remembered,
  rowsBetweenPauses,
  type CellBlock,
  type SheetCells,
  type Steps,
} from "../../cells";
import { headcount, rowsBilled, type Grid, type Nature } from "../../tariff";
import type { CountedLine, Ledger } from "../ledger";
import { columnOf, countedNature, countsEquipment, leftOut, type Column } from "../column";
import { placeIn, type Head, type Table } from "../table";
import type { TableReading } from "../table-reading";
import type { ColumnMapping, ColumnReason, InventoryReading, Mapping, NumberInError, RowFates } from "../types";

/** Returns whether a table was read, as opposed to hidden or not understood. */
export function isReadTable({ kind }: Pick<Mapping, "kind">): boolean {
  return kind !== "hidden" && kind !== "unread";
}

/** Returns whether no table was read: all are hidden or not understood. */
export function readsNothing({ mappings }: Pick<InventoryReading, "mappings">): boolean {
  return !mappings.some(isReadTable);
}

/** Returns the zero-based row of a table's lowest header cell; its body is below. */
export function headingRow({ block, columns }: Pick<Mapping, "block" | "columns">): number {
  return Math.max(block.top, ...columns.map(({ cell }) => parseCellName(cell)?.row ?? 0));
}

/** The quantity counted in a cell, and its units beyond the maximum for a school. */
type CountedThere = Pick<CountedLine, "quantity" | "beyond">;

/**
 * The outcomes of the rows of a table, and the quantity counted in each cell, by zero-based row and column of the
 * sheet.
 */
interface CellFates {
  readonly rows: RowFates;
  readonly countedIn: (column: number) => ReadonlyMap<number, CountedThere> | undefined;
}

/** Returns how a table was understood; `fates`: the outcomes of its rows and cells, null when it is not read. */
export function* mappingOf(table: Table, fates: CellFates | null = null): Steps<Mapping> {
  const { top, left, bottom, right } = table.on;
  return {
    sheet: table.ref,
    kind: table.kind,
    kindWords: table.kindWords,
    layout: table.layout,
    block: { top, left, bottom, right },
    communeFrom: communeFrom(table),
    columns: table.turned === null ? yield* columnsOf(table, fates) : headsOf(table, table.turned.heads, fates),
    rows: fates?.rows ?? null,
  };
}

/**
 * Returns the mapping with the code of the prestation billed by pupil in place of the headcount role, when the grid has
 * exactly one such prestation.
 */
export function withPupilCode(mapping: Mapping, grid: Grid): Mapping {
  const [only, other] = rowsBilled(grid, headcount);
  if (only === undefined || other !== undefined) return mapping;
  const codeOf = <R extends string | null>(role: R): R | string => (role === headcount ? only.code : role);
  const columns = mapping.columns.map((each) => ({ ...each, role: codeOf(each.role), of: codeOf(each.of) }));
  return { ...mapping, columns };
}

function communeFrom(table: Table): Mapping["communeFrom"] {
  const kinds = ["commune", "entity", "location", "insee"] as const;
  const column = kinds.map((kind) => columnOf(table, kind)).find((each) => each !== null);
  if (column === undefined) return { from: table.sheetCommune?.from ?? "columns" };
  return table.turned ? { from: "columns" } : { from: "column", column: column.index };
}

function* columnsOf(
  { columns, sheet, bodyTop, bottom }: Table,
  fates: CellFates | null,
): Steps<readonly ColumnMapping[]> {
  const mapped: ColumnMapping[] = [];
  for (const column of columns) {
    if (column.texts.length === 0 && column.role.kind === "other" && column.role.why === null) continue;
    yield;
    mapped.push({
      column: column.index,
      cell: cellName(column.headerRow, column.index),
      header: column.header,
      ...roleOf(column.role),
      nature: shownNature(column),
      why: whyWithoutRole(column),
      ...numbersIn(sheet, column.index, { top: bodyTop, bottom }, fates),
    });
  }
  return mapped;
}

/** Returns the columns of a turned table as the sheet shows them: one for each school, or label, above its body. */
function headsOf({ on, bodyLeft }: Table, heads: readonly Head[], fates: CellFates | null): ColumnMapping[] {
  return heads.map(({ column, row, texts, role, nature, why }) => ({
    column,
    cell: cellName(row, column),
    header: texts.join(" › "),
    role: role === "school" && why === null ? "quantity" : role === "label" || role === "nature" ? role : "ignored",
    of: null,
    nature,
    why: role === "label" || role === "nature" ? null : why,
    ...numbersIn(on.sheet, column, { top: bodyLeft, bottom: on.bottom }, fates),
  }));
}

/** Returns how a table was understood, once the rules have decided its outcome. */
export function* mergedMapping({ table, reader, lines }: TableReading, ledger: Ledger, rows: RowFates): Steps<Mapping> {
  const out = ledger.columnClaims(table);
  // A recapitulation by commune is read with its communes as schools; shown, they are communes again.
  const own = table.columns.filter(({ role }) => !(reader.isRecap && role.kind === "school"));
  const columns = own.map((column): Column => {
    const claim = out.get(column.index);
    return claim === undefined ? column : leftOut(column, claim.why);
  });
  const turned = table.turned && {
    ...table.turned,
    heads: table.turned.heads.map((head): Head => ({ ...head, why: head.why ?? whyOfHead(ledger, table, head) })),
  };
  const kind = ledger.tableClaim(table)?.kind ?? table.kind;
  const counted = new Map<number, Map<number, CountedThere>>();
  for (const [at, { row, facts }] of lines.entries()) {
    if (at % rowsBetweenPauses === 0) yield;
    for (const fact of facts) {
      const claim = ledger.claimOf(fact);
      if (claim?.is !== "counted") continue;
      const place = placeIn(table, row, fact.column);
      // When both natures count the cell, its quantity is shown once.
      const most = (what: keyof CountedThere) => Math.max(...claim.lines.map((one) => one[what]), 0);
      const inColumn = remembered(counted, place.column, () => new Map<number, CountedThere>());
      inColumn.set(place.row, { quantity: most("quantity"), beyond: most("beyond") });
    }
  }
  const countedIn = (column: number) => counted.get(column);
  return yield* mappingOf({ ...table, kind, columns, turned }, { rows, countedIn });
}

/** Returns why the column of a school is not counted; null when it is. */
function whyOfHead(ledger: Ledger, table: Table, { column, role }: Head): ColumnReason | null {
  const claim = role === "school" ? ledger.rowClaim(table, column) : null;
  if (claim === null) return null;
  if (claim.is !== "left-out") return "refused";
  const { reason } = claim;
  if (reason === "total" || reason === "subtotal") return "total";
  if (reason === "other-year") return reason;
  return reason === "withdrawn" || reason === "spare" ? "out-of-service" : "ignored";
}

function roleOf(role: Table["columns"][number]["role"]): Pick<ColumnMapping, "role" | "of"> {
  switch (role.kind) {
    case "count":
      return { role: role.code ?? "quantity", of: null };
    case "installed-on":
      return { role: role.unit === "year" ? "year-installed" : "date-installed", of: role.code };
    case "part":
      return { role: "headcount-part", of: role.part };
    case "other":
      return { role: "ignored", of: null };
    default:
      return { role: role.kind, of: null };
  }
}

/** Returns why a column is not counted; null when it has a role. */
function whyWithoutRole({ role }: Table["columns"][number]): ColumnReason | null {
  if (role.kind === "refused") return "refused";
  if (role.kind === "other") return role.why ?? "unknown";
  return role.kind === "ignored" ? (role.why ?? "ignored") : null;
}

/** Returns the nature of an equipment column, from its header or by default. */
function shownNature(column: Table["columns"][number]): Nature | null {
  return countsEquipment(column.role) ? countedNature(column.role.code, column.nature) : column.nature;
}

/** Count and sum of the numbers of a column, as Excel's status bar shows for a selection, then by outcome. */
type ColumnNumbers = Pick<ColumnMapping, "numbers" | "sum" | "counted" | "leftOut" | "inError">;

/** Sums the cells of a column between two rows, both included. */
function numbersIn(
  sheet: SheetCells,
  column: number,
  { top, bottom }: Pick<CellBlock, "top" | "bottom">,
  fates: CellFates | null,
): ColumnNumbers {
  let [numbers, counted] = [0, 0];
  const sum = new ExactSum();
  const leftOut = new ExactSum();
  const inError: NumberInError[] = [];
  const countedIn = fates?.countedIn(column);
  for (let row = top; row <= bottom; row += 1) {
    const value = sheet.rows[row]?.[column] ?? null;
    const there = countedIn?.get(row);
    counted += there?.quantity ?? 0;
    leftOut.add(there?.beyond ?? 0);
    if (typeof value !== "number") continue;
    numbers += 1;
    sum.add(value);
    if (there !== undefined) continue;
    leftOut.add(value);
    if (value > 0 && Number.isInteger(value) && fates?.rows.fateOf(row) === "error") inError.push({ row, value });
  }
  return { numbers, sum: sum.total(), counted, leftOut: leftOut.total(), inError };
}

/** A sum of numbers: whole numbers add up as integers, others as decimals. */
class ExactSum {
  private whole = 0;
  private others = new Decimal(0);

  add(value: number): void {
    if (Number.isSafeInteger(this.whole + value)) this.whole += value;
    else this.others = this.others.plus(value);
  }

  total(): Decimal {
    return this.others.plus(this.whole);
  }
}
