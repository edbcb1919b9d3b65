import type { BigIntStats } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { destinationOf, type OpenWorkbook } from "../workbook";
import { refusal, type Arguments, type Refusal } from "./arguments";
/** The paths of a command line; those that were not given are absent. */
type Paths = Pick<Arguments, "inputs" | "out" | "options" | "overwrite"> &
  Partial<
    Pick<Arguments, "json" | "csv" | "csvCommunes" | "publipostage" | "pdf" | "compare" | "simulate" | "rectify">
  >;

/** Returns why the paths of a command line cannot be read or written; null when they can. (decisions §5) */
export async function faultOfPaths(asked: Paths): Promise<Refusal | null> {
  const sources = sourcesOf(asked);
  for (const path of sources) {
    const fault = await faultOfSource(path);
    if (fault !== null) return fault;
  }
  const { inputs, compare = [] } = asked;
  return (await faultOfInputs(inputs)) ?? (await faultOfInputs(compare)) ?? (await faultOfOutputs(asked, sources));
}

/** A file whose name is known only once everything is billed, and the flag that asked for it. */
interface NamedFile {
  readonly path: string;
  readonly flag: string;
}

/** Returns why files cannot be written under their names, a file that is read or another output; null otherwise. */
export async function faultOfNames(asked: Paths, files: readonly NamedFile[]): Promise<Refusal | null> {
  if (files.length === 0) return null;
  const others = new Map<string, string | null>();
  for (const { flag, path } of outputsOf(asked)) others.set(await identityOf(path), flag);
  for (const path of sourcesOf(asked)) others.set(await identityOf(path), null);
  for (const { path, flag } of files) {
    const other = others.get(await identityOf(path));
    if (other === null) return refusal("cli-over-input", { path, flag });
    if (other !== undefined) return refusal("cli-same-output", { path, flag, other });
  }
  return null;
}

function sourcesOf({ inputs, options, compare = [], simulate = null, rectify = null }: Paths): string[] {
  return [...inputs, ...compare, ...[options, simulate, rectify].filter((path) => path !== null)];
}

async function faultOfSource(path: string): Promise<Refusal | null> {
  try {
    return (await stat(path)).isFile() ? null : refusal("cli-input-folder", { path });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    if (reason === "ENOENT" || reason === "ENOTDIR") return refusal("cli-input-missing", { path });
    return refusal("cli-input-unreadable", { path, reason });
  }
}

/** Refuses two workbooks with the same file name: it alone identifies them in sources, and Excel opens only one too. */
async function faultOfInputs(inputs: readonly string[]): Promise<Refusal | null> {
  for (const [index, path] of inputs.entries())
    for (const earlier of inputs.slice(0, index)) {
      if (await isSameFile(path, earlier)) return refusal("cli-input-twice", { path });
      const name = basename(path);
      if (name.toLowerCase() === basename(earlier).toLowerCase()) return refusal("cli-same-name", { name });
    }
  return null;
}

/** Returns each output file that the command line names, with its flag. */
function outputsOf({ out, json = null, csv = null, csvCommunes = null, publipostage = null }: Paths) {
  const written = {
    "--out": out,
    "--json": json,
    "--csv": csv,
    "--csv-communes": csvCommunes,
    "--publipostage": publipostage,
  };
  return Object.entries(written).flatMap(([flag, path]) => (path === null ? [] : [{ flag, path }]));
}

async function faultOfOutputs(asked: Paths, sources: readonly string[]): Promise<Refusal | null> {
  const { pdf = null } = asked;
  const outputs = outputsOf(asked);
  for (const { flag, path } of outputs) {
    for (const source of sources) if (await isSameFile(path, source)) return refusal("cli-over-input", { path, flag });
    const fault = await faultOfOutput(path, asked.overwrite);
    if (fault !== null) return fault;
  }
  for (const [index, { flag, path }] of outputs.entries())
    for (const other of outputs.slice(0, index))
      if (await isSameFile(path, other.path)) return refusal("cli-same-output", { path, flag, other: other.flag });
  return pdf === null ? null : faultOfFolder(pdf);
}

/** Refuses to replace anything but a regular file: not a folder, a device or a pipe. */
async function faultOfOutput(path: string, overwrite: boolean): Promise<Refusal | null> {
  const there = await statOf(path);
  if (there !== null && !there.isFile()) return refusal("cli-output-not-file", { path });
  return there !== null && !overwrite ? refusal("cli-output-exists", { path }) : faultOfParent(path);
}

/** Refuses a path of a folder that leads to something else. */
async function faultOfFolder(path: string): Promise<Refusal | null> {
  const there = await statOf(path);
  if (there === null) return faultOfParent(path);
  return there.isDirectory() ? null : refusal("cli-output-not-folder", { path });
}

/** Refuses a path in a folder that does not exist. */
async function faultOfParent(path: string): Promise<Refusal | null> {
  const parent = await statOf(dirname(resolve(path)));
  return parent?.isDirectory() === true ? null : refusal("cli-output-folder", { path: dirname(path) });
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  return (await identityOf(a)) === (await identityOf(b));
}

/**
 * Returns an identity shared by all paths to one file: other spellings, links, or, for a file that does not exist yet,
 * another case.
 */
async function identityOf(path: string): Promise<string> {
  const there = await statOf(path);
  return there !== null && there.ino !== 0n ? `${there.dev}:${there.ino}` : (await realPathOf(path)).toLowerCase();
}

function statOf(path: string): Promise<BigIntStats | null> {
  return stat(path, { bigint: true }).catch(() => null);
}

/** Returns an absolute path without links; the file may not exist yet. */
async function realPathOf(path: string): Promise<string> {
  const whole = await destinationOf(resolve(path)).catch(() => resolve(path));
  return realpath(whole).catch(async () =>
    join(await realpath(dirname(whole)).catch(() => dirname(whole)), basename(whole)),
  );
}

/** Refuses an extension other than that of the workbook: .xlsm with macros, .xlsx otherwise. */
export function faultOfExtension(out: string | null, first: OpenWorkbook): Refusal | null {
  const extension = first.format === "xlsm" ? ".xlsm" : ".xlsx";
  if (out === null || extname(out).toLowerCase() === extension) return null;
  return refusal("cli-out-extension", { path: out, file: first.cells.file, extension });
}
