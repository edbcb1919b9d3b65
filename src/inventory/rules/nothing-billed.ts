import { blockName } from "../../cells";
import { anomaly, type Anomaly } from "../../messages";
import type { Mapping, Quantity, SheetRows } from "../types";

/** Kinds of what is passed over: the user said so, or it was not understood. */
const passedOver: ReadonlySet<Mapping["kind"]> = new Set(["ignored", "unread"]);

/** Returns an error that names the tables when nothing is billed, and no other error or choice explains it. (decisions §4) */
export function nothingBilled(
  quantities: readonly Quantity[],
  mappings: readonly Mapping[],
  rows: readonly SheetRows[],
  told: readonly Anomaly[],
): Anomaly[] {
  const apart = mappings.filter(({ kind }) => passedOver.has(kind));
  // Where no table is passed over, rows are: all of them.
  const over = apart.length > 0 ? apart : rows.every(isSetAside) ? [] : mappings;
  if (quantities.length > 0 || over.length === 0 || told.some(({ severity }) => severity === "error")) return [];
  const first = over[0]!;
  const places = over.map(({ sheet, block }) => `${sheet.name}!${blockName(block)}`);
  const shown = places.length > most ? [...places.slice(0, most), "…"] : places;
  const { file, name } = first.sheet;
  return [anomaly("error", "nothing-billed", { tables: shown.join(", ") }, { file, sheet: name })];
}

/** Returns whether the user set aside every row of a sheet that is no title. */
function isSetAside({ read, reasons }: SheetRows): boolean {
  const { title = 0, "set-aside": aside = 0 } = reasons;
  return aside > 0 && read === title + aside;
}

/** Beyond so many places, a sentence is no longer read. */
const most = 5;
