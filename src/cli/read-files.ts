import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { CommandCode } from "../messages";
import { parseOptions, type OptionsReading } from "../options";
import { gridFor, loadGrid, readTarifs, type Campaign, type Grid } from "../tariff";
import { openWorkbookFile, type OpenWorkbook } from "../workbook";
import { refusal, type Refusal } from "./refusal";

/** The workbooks of the paths, or the first that cannot be used and why; `onFile` is told each name before its turn. */
export async function openInputs(
  paths: readonly string[],
  onFile: (name: string) => void,
): Promise<{ readonly opened: readonly OpenWorkbook[] } | { readonly refused: Refusal }> {
  const opened: OpenWorkbook[] = [];
  for (const path of paths) {
    const name = basename(path);
    onFile(name);
    const bytes = await bytesOf(path);
    if (!(bytes instanceof Uint8Array)) return { refused: bytes };
    const result = await openWorkbookFile(bytes, name);
    if (!result.ok) return { refused: result.anomaly };
    opened.push(result.workbook);
  }
  return { opened };
}

/** The options of `--options FILE`, or everything wrong in them; none where no file is given. */
export async function readOptionsFile(path: string | null): Promise<OptionsReading<CommandCode>> {
  if (path === null) return { options: {} };
  const read = await readJson(path, "options");
  return "refused" in read ? { anomalies: [read.refused] } : parseOptions(read.value, basename(path));
}

type GridReading = { readonly grid: Grid } | { readonly refusals: readonly Refusal[] };

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

/** What is said of a file that is no JSON, of what it should hold. */
const faults = {
  options: { notUtf8: "cli-options-not-utf8", notJson: "cli-options-not-json" },
  grid: { notUtf8: "cli-grid-not-utf8", notJson: "cli-grid-not-json" },
} as const satisfies Record<string, Record<string, CommandCode>>;

/** The value of a JSON file, or why it has none. */
async function readJson(
  path: string,
  what: keyof typeof faults,
): Promise<{ readonly value: unknown } | { readonly refused: Refusal }> {
  const bytes = await bytesOf(path);
  if (!(bytes instanceof Uint8Array)) return { refused: bytes };
  const text = textOf(bytes);
  if (text === null) return { refused: refusal(faults[what].notUtf8, { path }) };
  try {
    const value = JSON.parse(text) as unknown;
    return isTooDeep(value) ? { refused: refusal("cli-json-too-deep", { path }) } : { value };
  } catch (error) {
    return { refused: refusal(faults[what].notJson, { path, ...placeOfFault(text, error) }) };
  }
}

/** No option and no grid has so many levels; what quotes a value would not come back from a hundred thousand. */
const mostLevels = 100;

function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return true;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** The decoder drops the mark that Windows' Notepad puts first. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where the text stops being JSON: the engine says it as an offset, or not at all where the text ends too early. */
function placeOfFault(text: string, error: unknown): { readonly line: number; readonly column: number } {
  const position = /position (\d+)/.exec((error as Error).message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** The bytes of a file, or why they cannot be read. */
async function bytesOf(path: string): Promise<Uint8Array | Refusal> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return refusal("cli-input-unreadable", { path, reason });
  }
}
