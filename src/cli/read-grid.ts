import { basename, extname } from "node:path";
import { gridFor, loadGrid, readTarifs } from "../tariff";
import type { Campaign, Grid } from "../tariff";
import { openInputs } from "./read-inputs";
import { readJson } from "./read-json";
import { refusal } from "./refusal";
import type { Refusal } from "./refusal";

export type GridReading = { readonly grid: Grid } | { readonly refusals: readonly Refusal[] };

/**
 * The grid of `--simulate`: a data file like the built-in ones, or the table `Tarifs` of a workbook. Among several grids
 * of a table, the one of the campaign; where none covers it, the last: a trial need not be in force.
 */
export async function readGrid(path: string, campaign: Campaign, onFile: (name: string) => void): Promise<GridReading> {
  return extname(path).toLowerCase() === ".json" ? ofData(path) : ofWorkbook(path, campaign, onFile);
}

async function ofData(path: string): Promise<GridReading> {
  const read = await readJson(path, "grid");
  if ("refused" in read) return { refusals: [read.refused] };
  const loaded = loadGrid(read.value);
  return "grid" in loaded
    ? { grid: loaded.grid }
    : { refusals: loaded.errors.map(({ code, params }) => refusal(code, params)) };
}

async function ofWorkbook(path: string, campaign: Campaign, onFile: (name: string) => void): Promise<GridReading> {
  const opened = await openInputs([path], onFile);
  if ("refused" in opened) return { refusals: [opened.refused] };
  const { cells } = opened.opened[0]!;
  const tarifs = readTarifs(cells.sheets, cells.date1904);
  if (tarifs === null) return { refusals: [refusal("cli-grid-no-tarifs", { file: basename(path) })] };
  if ("anomalies" in tarifs) return { refusals: tarifs.anomalies };
  const inForce = gridFor(campaign, tarifs.grids);
  return { grid: "grid" in inForce ? inForce.grid : tarifs.grids.at(-1)! };
}
