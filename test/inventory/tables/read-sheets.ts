import { parseCellName, sheetOfValues, type Cell, type CellBlock, type SheetCells } from "../../../src/cells";
import type { InventoryReading } from "../../../src/inventory";
import { defaultOptions, type Options } from "../../../src/options";
import { campaignOf, gridFor } from "../../../src/tariff";
import { readInventory } from "../../at-once";

export const _ = null;

/** A visible sheet of plain rows; merges are written as Excel does, « C1:D1 ». */
export function sheet(
  name: string,
  rows: readonly (readonly Cell[])[],
  merges: readonly string[] = [],
  extra: Partial<SheetCells> = {},
): SheetCells {
  return { ...sheetOfValues(name, rows, "classeur.xlsx"), merges: merges.map(blockOf), ...extra };
}

/** The block of a range, « C1:D1 ». */
export function blockOf(range: string): CellBlock {
  const [from, to] = range.split(":").map((name) => parseCellName(name)!);
  return { top: from!.row, left: from!.column, bottom: to!.row, right: to!.column };
}

/** Reads sheets for a campaign, with the built-in grid. */
export function read(sheets: readonly SheetCells[], year = 2014, options: Partial<Options> = {}): InventoryReading {
  const campaign = campaignOf(year);
  const found = gridFor(campaign);
  if (!found.ok) throw new Error(`no grid for ${year}`);
  return readInventory({
    workbooks: [{ file: "classeur.xlsx", date1904: false, sheets }],
    campaign,
    grid: found.value,
    options: { ...defaultOptions, ...options },
  });
}

/** What is billable, as « Commune/École CODE quantité », an installation marked with +, sorted. */
export function billed(reading: InventoryReading): string[] {
  return reading.quantities
    .map(
      ({ school, prestation, nature, quantity }) =>
        `${school.commune.name}/${school.name} ${prestation}${nature === "installation" ? "+" : ""} ${quantity}`,
    )
    .sort();
}

/** The anomalies, as « severity code Feuille!A1 ». */
export function told(reading: InventoryReading, ...severities: string[]): string[] {
  return reading.anomalies
    .filter((anomaly) => severities.length === 0 || severities.includes(anomaly.severity))
    .map((anomaly) => `${anomaly.severity} ${anomaly.code} ${anomaly.sheet ?? ""}!${anomaly.cell ?? ""}`);
}
