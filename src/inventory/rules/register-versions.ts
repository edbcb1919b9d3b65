import type { Anomaly } from "../../messages";
import type { RepeatChoice } from "../../options";
import { anomalyOfTable, placeOf, type Params } from "../anomalies";
import { repeatsOf } from "../choices";
import { columnOf } from "../column";
import { rowsOf, type Table } from "../table";
import { yearRank } from "./facets";

/** How a list of machines is treated, decided before it is read. */
export type Version =
  | { readonly kind: "read" }
  /** Of another year, or a repeat of one that is read. */
  | { readonly kind: "other-year" | "duplicate"; readonly anomaly: Anomaly }
  /** In conflict with another. */
  | { readonly kind: "ambiguous"; readonly params: Params };

/** Why a list of machines is left out. */
type LeftOut = "other-year-source" | "same-source-twice" | "undated-source";

/** Returns a row as one text, which identifies a machine without a number. */
function rowKey(table: Table, row: number): string {
  const cells = table.sheet.rows[row]?.slice(table.left, table.right + 1) ?? [];
  return cells
    .map((cell) =>
      String(cell ?? "")
        .trim()
        .toUpperCase(),
    )
    .join("\u0000");
}

/** Returns the machines of a list: numbers, otherwise whole rows. */
function machinesOf(table: Table): Set<string> {
  const column = columnOf(table, "inventory-number") ?? columnOf(table, "serial-number");
  if (column === null) return new Set(rowsOf(table).map((row) => rowKey(table, row)));
  const numbers = rowsOf(table).map((row) => table.sheet.rows[row]?.[column.index] ?? "");
  return new Set(numbers.map((number) => String(number).trim().toUpperCase()).filter((number) => number !== ""));
}

/** The fewest machines for a list to be another version of one. */
const fewest = 3;

/** Returns whether at least half of the machines of a list are in another. */
function sameMachines(first: Table, second: Table): boolean {
  const some = machinesOf(second);
  if (some.size < fewest) return false;
  const all = machinesOf(first);
  return [...some].filter((machine) => all.has(machine)).length * 2 >= some.size;
}

/** Returns whether a list has every machine of another, which can then be left out without loss. */
function listsAllOf(kept: Table, left: Table): boolean {
  const all = machinesOf(kept);
  return [...machinesOf(left)].every((machine) => all.has(machine));
}

/** Returns the pairs of lists of one kind with the same machines, in the order of the later one. */
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

/** Returns whether two lists have the same rows, in any order. */
function sameRows(first: Table, second: Table): boolean {
  const textOf = (table: Table): string =>
    rowsOf(table)
      .map((row) => rowKey(table, row))
      .sort()
      .join("\n");
  return textOf(first) === textOf(second);
}

/**
 * Decides which version of a list of machines is read, when several have the same machines: that of the campaign's
 * year; of identical lists, one; when nothing distinguishes them, none. Lists of different machines are all read.
 * (decisions §4)
 */
export function versionsOf(
  tables: readonly Table[],
  campaign: number,
  repeats: readonly RepeatChoice[],
): Map<Table, Version> {
  const versions = new Map<Table, Version>(tables.map((table) => [table, { kind: "read" }]));
  const chosenOf = (first: Table, second: Table) => repeatsOf(second.on, repeats) ?? repeatsOf(first.on, repeats);
  const pairs = likeRegisters(tables).filter(([first, second]) => chosenOf(first, second) !== "added");
  const remaining = (): typeof pairs =>
    pairs.filter(([first, second]) => versions.get(first)!.kind === "read" && versions.get(second)!.kind === "read");
  const leaveOut = (left: Table, kept: Table, code: LeftOut): void => {
    const params = { kept: placeOf(kept), year: left.year ?? "", all: 1, campaign };
    const kind = code === "other-year-source" ? "other-year" : "duplicate";
    const severity = code === "undated-source" ? "warning" : "info";
    versions.set(left, { kind, anomaly: anomalyOfTable(severity, code, left, params) });
  };
  // The campaign's own list first: the lists that it replaces are no longer compared.
  const rank = ({ year }: Table): number => yearRank(year, campaign);
  for (const highest of [2, 1])
    for (const [first, second] of remaining())
      for (const [kept, left] of [[first, second] as const, [second, first] as const]) {
        if (rank(kept) !== highest || rank(left) >= highest) continue;
        if (left.year !== null) leaveOut(left, kept, "other-year-source");
        else if (listsAllOf(kept, left)) leaveOut(left, kept, "undated-source");
      }
  for (const [first, second] of remaining()) {
    if (versions.get(first)!.kind !== "read") continue;
    if (chosenOf(first, second) === "last") leaveOut(first, second, "same-source-twice");
    else if (sameRows(first, second) || chosenOf(first, second) === "first")
      leaveOut(second, first, "same-source-twice");
  }
  for (const [first, second] of remaining())
    for (const table of [first, second])
      versions.set(table, { kind: "ambiguous", params: { first: placeOf(first), second: placeOf(second) } });
  return versions;
}
