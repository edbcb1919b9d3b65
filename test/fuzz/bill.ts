import type { WorkbookCells } from "../../src/cells";
import type { InventoryReading } from "../../src/inventory";
import { defaultOptions } from "../../src/options";
import { toJson, type Statement, type StatementJson } from "../../src/statement";
import { campaignOf, gridFor } from "../../src/tariff";
import { makeStatement, readInventory } from "../at-once";

/** A workbook's cells, billed. */
export interface Bill {
  readonly reading: InventoryReading;
  readonly statement: Statement;
  readonly json: StatementJson;
}

/** Reads and bills a workbook with the built-in grid of a campaign and the default options. */
export function bill(workbook: WorkbookCells, year: number): Bill {
  const campaign = campaignOf(year);
  const chosen = gridFor(campaign);
  if (!chosen.ok) throw new Error(`No grid for ${year}.`);
  const grid = chosen.value;
  const reading = readInventory({ workbooks: [workbook], campaign, grid, options: defaultOptions });
  const statement = makeStatement(reading, grid, campaign, defaultOptions);
  return { reading, statement, json: toJson(statement, reading, "fr") };
}
