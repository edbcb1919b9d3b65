import { blockName } from "../../cells";
import { anomaly, type Anomaly } from "../../messages";
import type { Mapping, Quantity, SheetRows } from "../types";

/** Kinds of tables not read: ignored by the user, or not understood. */
const passedOver: ReadonlySet<Mapping["kind"]> = new Set(["ignored", "unread"]);

/**
 * Returns an error that names the tables, when nothing is billed without another error or a choice that explains it.
 * (decisions §4)
 */
export function nothingBilled(
  quantities: readonly Quantity[],
  mappings: readonly Mapping[],
  rows: readonly SheetRows[],
  reported: readonly Anomaly[],
): Anomaly[] {
  const apart = mappings.filter(({ kind }) => passedOver.has(kind));
  // Without such a table, all the rows were left out.
  const over = apart.length > 0 ? apart : rows.every(isSetAside) ? [] : mappings;
  if (quantities.length > 0 || over.length === 0 || reported.some(({ severity }) => severity === "error")) return [];
  const first = over[0]!;
  const places = over.map(({ sheet, block }) => `${sheet.name}!${blockName(block)}`);
  const shown = places.length > most ? [...places.slice(0, most), "…"] : places;
  const { file, name } = first.sheet;
  return [anomaly("error", "nothing-billed", { tables: shown.join(", ") }, { file, sheet: name })];
}

/** Returns whether the user set aside every row of a sheet except titles. */
function isSetAside({ read, reasons }: SheetRows): boolean {
  const { title = 0, "set-aside": aside = 0 } = reasons;
  return aside > 0 && read === title + aside;
}

/** The most places named in the message. */
const most = 5;
