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

/** The contents of a file, or why it cannot be used. */
export type Reading<T> = Result<T, readonly Refusal[]>;

/** Opens workbooks, up to the first that cannot be used; `onFile` receives each name before its file is read. */
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

/** Returns the conventions whose parties and members options may name: the workbooks' own, otherwise those given. */
export function conventionsNamed(given: readonly Convention[], inputs: readonly OpenWorkbook[]): readonly Convention[] {
  const own = conventionOfWorkbooks(inputs.map(({ cells }) => cells));
  return own?.ok === true ? [own.value] : given;
}

/** Reads the file of `--options`, which may name the parties and members of the conventions; empty without a file. */
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
 * Reads the grid of `--simulate` for the convention of the campaign: a data file like the built-in ones, or the table
 * `Tarifs` of a workbook. Of several grids of a table, returns the campaign's; when none covers it, the last, because a
 * simulated grid need not be in force.
 */
export async function readGrid(
  path: string,
  campaign: Campaign,
  onFile: (name: string) => void,
): Promise<Reading<Grid>> {
  if (extname(path).toLowerCase() === ".json") {
    const read = await readJson(path, "grid");
    if (!read.ok) return read;
    const loaded = loadGrid(read.value, campaign.convention);
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
 * Reads the folder of `--convention`, which has the same three files as a built-in convention. Fails with every fault,
 * each at its field in its file.
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

/** The codes of the faults of a file that is not JSON, by its intended content. */
const faults = {
  options: { notUtf8: "cli-options-not-utf8", notJson: "cli-options-not-json" },
  grid: { notUtf8: "cli-grid-not-utf8", notJson: "cli-grid-not-json" },
  convention: { notUtf8: "cli-convention-not-utf8", notJson: "cli-convention-not-json" },
  issued: { notUtf8: "cli-issued-not-utf8", notJson: "cli-issued-not-json" },
} as const satisfies Record<string, Record<string, CommandCode>>;

/** Reads a JSON file; `what`: its intended content, for messages. Fails on a key given twice, at any level. */
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

/** No option and no grid is this deep, and quoting a value of a hundred thousand levels would overflow the stack. */
const mostLevels = 100;

function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return true;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** Decodes UTF-8, without a byte order mark; null for any other bytes. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
