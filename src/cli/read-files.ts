import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { failure, parseJsonText, success, type CommandCode, type Result } from "../messages";
import { parseOptions, type PartialOptions } from "../options";
import {
  conventionOfWorkbooks,
  gridToSimulate,
  loadConvention,
  loadGrid,
  readTarifs,
  type Campaign,
  type Convention,
  type Grid,
} from "../tariff";
import { openWorkbookFile, type OpenWorkbook } from "../workbook";
import { refusal, refuse, type Refusal } from "./arguments";

/** What a file gives, or why it cannot be used. */
export type Reading<T> = Result<T, readonly Refusal[]>;

/**
 * Opens the workbooks of the paths, up to the first that cannot be used; `onFile` is told each name before its turn.
 */
export async function openInputs(
  paths: readonly string[],
  onFile: (name: string) => void,
): Promise<Reading<readonly OpenWorkbook[]>> {
  const opened: OpenWorkbook[] = [];
  for (const path of paths) {
    const name = basename(path);
    onFile(name);
    const bytes = await bytesOf(path);
    if (!bytes.ok) return bytes;
    const result = await openWorkbookFile(bytes.value, name);
    if (!result.ok) return failure([result.anomaly]);
    opened.push(result.workbook);
  }
  return success(opened);
}

/** Returns the conventions whose parties and members options may name: the workbooks' own where they say one, else those given. */
export function conventionsNamed(given: readonly Convention[], inputs: readonly OpenWorkbook[]): readonly Convention[] {
  const own = conventionOfWorkbooks(inputs.map(({ cells }) => cells));
  return own?.ok === true ? [own.value] : given;
}

/** Reads the options of `--options FILE`, which may name the parties and the members of some conventions; none when no file is given. */
export async function readOptionsFile(
  path: string | null,
  among: readonly Convention[],
): Promise<Reading<PartialOptions>> {
  if (path === null) return success({});
  const read = await readJson(path, "options");
  if (!read.ok) return read;
  return parseOptions(read.value, basename(path), among);
}

/**
 * Reads the grid of `--simulate`: a data file like the built-in ones, or the table `Tarifs` of a workbook, in the terms of the
 * convention of the campaign. Among several grids of a table, the one of the campaign; when none covers it, the last: a grid
 * simulated need not be in force.
 */
export async function readGrid(
  path: string,
  campaign: Campaign,
  onFile: (name: string) => void,
): Promise<Reading<Grid>> {
  if (extname(path).toLowerCase() === ".json") {
    const read = await readJson(path, "grid");
    if (!read.ok) return read;
    const loaded = loadGrid(read.value, "built-in", campaign.convention);
    return loaded.ok ? loaded : failure(loaded.error.map(({ code, params }) => refusal(code, params)));
  }
  const opened = await openInputs([path], onFile);
  if (!opened.ok) return opened;
  const { cells } = opened.value[0]!;
  const tarifs = readTarifs(cells.sheets, cells.date1904, campaign.convention);
  if (tarifs === null) return refuse("cli-grid-no-tarifs", { file: basename(path) });
  return tarifs.ok ? success(gridToSimulate(tarifs.value, campaign)) : tarifs;
}

/**
 * Reads the convention of `--convention`: the folder of a built-in one has the same three files. Every fault is told, each at its
 * field in its file.
 */
export async function readConvention(folder: string): Promise<Reading<Convention>> {
  const [convention, grid, communes] = await Promise.all(
    conventionFiles.map((name) => readJson(join(folder, `${name}.json`), "convention")),
  );
  if (!convention!.ok) return convention!;
  if (!grid!.ok) return grid!;
  if (!communes!.ok) return communes!;
  const loaded = loadConvention(
    { convention: convention!.value, grid: grid!.value, communes: communes!.value },
    "folder",
  );
  if (loaded.ok) return loaded;
  return failure(
    loaded.error.map(({ code, params, file }) => refusal(code, { ...params, field: `${file}.json, ${params.field}` })),
  );
}

const conventionFiles = ["convention", "grid", "communes"] as const;

/** What is said of a file that is no JSON, of what it should hold. */
const faults = {
  options: { notUtf8: "cli-options-not-utf8", notJson: "cli-options-not-json" },
  grid: { notUtf8: "cli-grid-not-utf8", notJson: "cli-grid-not-json" },
  convention: { notUtf8: "cli-convention-not-utf8", notJson: "cli-convention-not-json" },
  issued: { notUtf8: "cli-issued-not-utf8", notJson: "cli-issued-not-json" },
} as const satisfies Record<string, Record<string, CommandCode>>;

/** Reads a file of JSON; `what` it should hold says how a fault is told. A key given twice is one, wherever it is. */
export async function readJson(path: string, what: keyof typeof faults): Promise<Reading<unknown>> {
  const bytes = await bytesOf(path);
  if (!bytes.ok) return bytes;
  const text = decode(bytes.value);
  if (text === null) return refuse(faults[what].notUtf8, { path });
  const parsed = parseJsonText(text);
  if (parsed.ok) return isTooDeep(parsed.value) ? refuse("cli-json-too-deep", { path }) : parsed;
  const fault = parsed.error;
  if ("stopsAt" in fault) return refuse(faults[what].notJson, { path, ...fault.stopsAt });
  return failure(fault.repeated.map((key) => refusal("json-key-twice", { file: path, ...key })));
}

async function bytesOf(path: string): Promise<Reading<Uint8Array>> {
  try {
    return success(await readFile(path));
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return refuse("cli-input-unreadable", { path, reason });
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

/** Decodes UTF-8; null for any other bytes. The decoder drops the mark that Windows' Notepad puts first. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
