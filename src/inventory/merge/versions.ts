import { parseCellName, remembered, type Cell } from "../../cells";
import type { Anomaly } from "../../messages";
import type { RepeatChoice } from "../../options";
import { anomalyOfTable, placeOf, type Params } from "../anomalies";
import { repeatsOf } from "../choices";
import { columnOf, countsEquipment, rowsOf, type Table } from "../table";
import { isBilledKind, yearRank } from "./facets";
import type { TableOutcome } from "./table-outcome";

/** What is known of a machine table before reading. */
export type Version =
  | { readonly kind: "read" }
  /** Another year's, or the same as one that is read. */
  | { readonly kind: "other-year" | "duplicate"; readonly anomaly: Anomaly }
  /** Not to be told from another. */
  | { readonly kind: "ambiguous"; readonly params: Params };

/** Why a register is set apart; what repeats another or says no year is one that stands elsewhere already. */
type LeftOut = "other-year-source" | "same-source-twice" | "undated-source";

const sample = 2000;

/** Returns a row as one text: what tells a machine from another if the register has no number. */
function rowKey(table: Table, row: number): string {
  const cells: readonly Cell[] = table.sheet.rows[row] ?? [];
  return cells
    .slice(table.left, table.right + 1)
    .map((cell) => (cell === null ? "" : String(cell).trim().toUpperCase()))
    .join("\u0000");
}

/** Returns the machines that a register lists, `most` at most: by number, else by the whole row. */
function machinesOf(table: Table, most: number): Set<string> {
  const column = columnOf(table, "inventory-number") ?? columnOf(table, "serial-number");
  const machines = new Set<string>();
  for (let row = table.bodyTop; row <= table.bottom && machines.size < most; row += 1) {
    if (column === null) {
      machines.add(rowKey(table, row));
      continue;
    }
    const cell: Cell = table.sheet.rows[row]?.[column.index] ?? null;
    if (typeof cell === "string" || typeof cell === "number") machines.add(String(cell).trim().toUpperCase());
  }
  return machines;
}

function sameMachines(first: Table, second: Table): boolean {
  const some = machinesOf(second, sample);
  if (some.size < 3) return false;
  const all = machinesOf(first, Number.POSITIVE_INFINITY);
  let shared = 0;
  for (const machine of some) if (all.has(machine)) shared += 1;
  return shared * 2 >= some.size;
}

/** Returns whether a register lists every machine of another, which then loses nothing by being set apart. */
function listsAllOf(kept: Table, left: Table): boolean {
  const all = machinesOf(kept, Number.POSITIVE_INFINITY);
  return [...machinesOf(left, Number.POSITIVE_INFINITY)].every((machine) => all.has(machine));
}

/** Pairs registers of one kind that list the same machines, in the order of the later one. */
function likeRegisters(tables: readonly Table[]): (readonly [Table, Table])[] {
  const registers = tables.filter(
    ({ layout, kind }) => layout === "machine-rows" && (kind === "inventory" || kind === "installations"),
  );
  return registers.flatMap((second, later) =>
    registers
      .slice(0, later)
      .filter((first) => first.kind === second.kind && sameMachines(first, second))
      .map((first) => [first, second] as const),
  );
}

/** Returns whether two registers hold the same rows, in any order. */
function sameRows(first: Table, second: Table): boolean {
  const textOf = (table: Table): string =>
    rowsOf(table)
      .map((row) => rowKey(table, row))
      .sort()
      .join("\n");
  return textOf(first) === textOf(second);
}

/**
 * Tells versions of one register, which list the same machines: the campaign's year is read, the others are set apart; the
 * same register twice is read once; if nothing tells them apart, none is. Registers of different machines are all read.
 * (decisions §4)
 */
export function versionsOf(
  tables: readonly Table[],
  campaign: number,
  repeats: readonly RepeatChoice[],
): Map<Table, Version> {
  const versions = new Map<Table, Version>(tables.map((table) => [table, { kind: "read" }]));
  const saidOf = (first: Table, second: Table) => repeatsOf(second, repeats) ?? repeatsOf(first, repeats);
  const pairs = likeRegisters(tables).filter(([first, second]) => saidOf(first, second) !== "added");
  const remaining = (): typeof pairs =>
    pairs.filter(([first, second]) => versions.get(first)!.kind === "read" && versions.get(second)!.kind === "read");
  const leaveOut = (left: Table, kept: Table, code: LeftOut): void => {
    const params = { kept: placeOf(kept), year: left.year ?? "", campaign };
    const kind = code === "other-year-source" ? "other-year" : "duplicate";
    const severity = code === "undated-source" ? "warning" : "info";
    versions.set(left, { kind, anomaly: anomalyOfTable(severity, code, left, params) });
  };
  // The campaign's own register first: what it sets apart rivals nothing any more.
  const rank = ({ year }: Table): number => yearRank(year, campaign);
  for (const highest of [2, 1])
    for (const [first, second] of remaining())
      for (const [kept, left] of [[first, second] as const, [second, first] as const]) {
        if (rank(kept) !== highest || rank(left) >= highest || versions.get(kept)!.kind !== "read") continue;
        if (left.year !== null) leaveOut(left, kept, "other-year-source");
        else if (listsAllOf(kept, left)) leaveOut(left, kept, "undated-source");
      }
  for (const [first, second] of remaining())
    if (versions.get(first)!.kind === "read" && (sameRows(first, second) || saidOf(first, second) === "first"))
      leaveOut(second, first, "same-source-twice");
  for (const [first, second] of remaining())
    for (const table of [first, second])
      versions.set(table, { kind: "ambiguous", params: { first: placeOf(first), second: placeOf(second) } });
  return versions;
}

/** Returns whether the table has a row a commune and names no school: a recap, if other tables hold its detail. */
export function isByCommune(table: Table): boolean {
  const names = (["school", "entity", "location"] as const).some((kind) => columnOf(table, kind) !== null);
  return !names && table.layout !== "pupil-list" && columnOf(table, "commune") !== null;
}

/** Returns the table as if each commune were its own school, so that it is read like any other. */
export function withCommunesAsSchools(table: Table): Table {
  const commune = columnOf(table, "commune")!;
  return { ...table, columns: [...table.columns, { ...commune, role: { kind: "school" } }] };
}

/** Quantities by the INSEE code of their commune, then by the key of their count: its prestation and nature. */
type Sums = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Adds up what tables count, before any cap. */
function sums(outcomes: readonly TableOutcome[]): Sums {
  const byCommune = new Map<string, Map<string, number>>();
  for (const outcome of outcomes)
    for (const school of outcome.schools.values())
      for (const [key, count] of school.counts) {
        const own = remembered(byCommune, school.commune.insee, () => new Map<string, number>());
        own.set(key, (own.get(key) ?? 0) + count.quantity + count.beyond);
      }
  return byCommune;
}

/**
 * Tells what the rows of a recap that could be read show of the detail: the same sums, other sums of the same things, or
 * things that no table details.
 */
function compare(recap: TableOutcome, detailed: Sums): "equal" | "differs" | "alone" {
  const shown = sums([recap]);
  // A recap has one row a commune: two are of something that it tells apart.
  if (recap.anomalies.some(({ code }) => code === "duplicate-school")) return "alone";
  const things = new Set([...detailed.values()].flatMap((own) => [...own.keys()]));
  if (shown.size === 0) return showsNoResult(recap, detailed, things) ? "equal" : "alone";
  const each = [...shown].flatMap(([insee, own]) => [...own].map(([key, quantity]) => ({ insee, key, quantity })));
  if (!each.every(({ insee, key }) => detailed.has(insee) && things.has(key))) return "alone";
  return each.every(({ insee, key, quantity }) => detailed.get(insee)!.get(key) === quantity) ? "equal" : "differs";
}

/** Returns whether a recap would show sums of the same things, were its formulas computed. */
function showsNoResult(recap: TableOutcome, detailed: Sums, things: ReadonlySet<string>): boolean {
  if (!recap.anomalies.some(isWithoutSum)) return false;
  const codes = new Set([...things].map((key) => key.slice(0, key.indexOf("|"))));
  return (
    [...recap.schools.values()].every(({ commune }) => detailed.has(commune.insee)) &&
    recap.table.columns.every(({ role }) => !countsEquipment(role) || codes.has(role.code))
  );
}

/** Returns whether an anomaly is of a sum that could not be compared, its formula having no result. */
function isWithoutSum({ code }: Anomaly): boolean {
  return code === "total-without-result";
}

/** Returns whether an anomaly is an error on a row of a table's body. */
function isOfRow({ log }: TableOutcome, { severity, cell }: Anomaly): boolean {
  return severity === "error" && cell !== null && log.isError(parseCellName(cell)!.row);
}

/**
 * Leaves out a table by commune beside tables that detail the same things by school: a recap, compared like a total, a
 * difference being a warning, as is a sum whose formula has no result. A row of it that cannot be read keeps its own error:
 * it may be of a commune that no table details. Alone it cannot be billed, since tariffs are by school: an error. (decisions
 * §4)
 */
export function checkRecaps(recaps: readonly TableOutcome[], details: readonly TableOutcome[]): void {
  if (recaps.length === 0) return;
  const detailed = sums(details);
  for (const recap of recaps) {
    // What is left out for what it is, or as the user said, is no recap either.
    if (!isBilledKind(recap.kind)) continue;
    const kind = compare(recap, detailed);
    if (kind !== "alone") recap.kind = "repeats";
    recap.schools.clear();
    const own = kind === "alone" ? [] : recap.anomalies.filter((each) => isWithoutSum(each) || isOfRow(recap, each));
    recap.anomalies.length = 0;
    recap.showsHeadcounts = false;
    recap.showsPacks = false;
    if (kind === "alone") recap.log.failAll();
    else recap.log.excludeRead("duplicate-source");
    const [severity, code] = (
      {
        equal: ["info", "commune-recap"],
        differs: ["warning", "recap-differs"],
        alone: ["error", "no-school-column"],
      } as const
    )[kind];
    recap.anomalies.push(anomalyOfTable(severity, code, recap.table, {}), ...own);
  }
}
