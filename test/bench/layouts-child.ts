import type { SheetCells } from "../../src/cells";
import { defaultOptions } from "../../src/options";
import { campaignOf, gridFor } from "../../src/tariff";
import { readInventory } from "../at-once";
import { median, type LayoutFigures, type LayoutTask } from "./figures";
import { layouts } from "./inventories";
import { answerParent } from "./processes";
import { campaignYear } from "./register";

// Reads inventories of each layout, held in memory: a child process of main.ts.
answerParent(({ sizes }: LayoutTask): Promise<readonly LayoutFigures[]> => {
  const figures = Object.entries(layouts).map(([title, { make, most = Number.MAX_SAFE_INTEGER }]) => ({
    title,
    milliseconds: sizes.map((count) => (count > most ? null : timeOf(make(count)))),
  }));
  return Promise.resolve(figures);
});

/** Returns the processor's milliseconds for a warm reading: the median of three. */
function timeOf(sheets: readonly SheetCells[]): number {
  const campaign = campaignOf(campaignYear);
  const grid = gridFor(campaign);
  if (!grid.ok) throw new Error("No grid is valid for the campaign of the bench.");
  const read = (): number => {
    globalThis.gc?.();
    const start = process.cpuUsage();
    const { anomalies } = readInventory({
      workbooks: [{ file: "parc.xlsx", date1904: false, sheets }],
      campaign,
      grid: grid.value,
      options: defaultOptions,
    });
    const { user, system } = process.cpuUsage(start);
    const error = anomalies.find(({ severity }) => severity === "error");
    if (error !== undefined)
      throw new Error(`A layout of the bench is asked about: ${error.code} ${error.cell ?? ""}.`);
    return (user + system) / 1000;
  };
  const first = read();
  return first > 20_000 ? first : median([read(), read(), read()]);
}
