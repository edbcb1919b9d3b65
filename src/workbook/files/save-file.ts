import { randomBytes } from "node:crypto";
import { access, constants, copyFile, link, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { anomaly, type Anomaly } from "../../messages";
import type { FileRefused } from "./opened-file";

type SaveResult = { readonly ok: true } | FileRefused;

export interface FileToSave {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes several files, all or none, each whole: every one is flushed to the disk, under a temporary name of its folder,
 * before the first is put in place in one move, and one that cannot be put in place takes back those before it. Without
 * `overwrite`, a file that is there already is left alone, even one that appears meanwhile. What a run that was killed left
 * beside them is cleared.
 */
export async function saveFilesSafely(
  files: readonly FileToSave[],
  { overwrite }: { readonly overwrite: boolean },
): Promise<SaveResult> {
  const staged = files.map(({ path, bytes }) => ({
    path,
    bytes,
    temporary: temporaryBeside(path),
    backup: temporaryBeside(path),
  }));
  const placed: typeof staged = [];
  let path = "";
  try {
    for (const one of staged) {
      path = one.path;
      await clearLeftovers(path);
      await writeThrough(one.temporary, one.bytes);
    }
    for (const [index, one] of staged.entries()) {
      path = one.path;
      const isLast = index === staged.length - 1;
      if (overwrite && !isLast) await keepBackup(one.path, one.backup);
      if (overwrite) await rename(one.temporary, one.path);
      else await putWithoutOverwriting(one.temporary, one.path);
      placed.push(one);
    }
    await removeAll(staged.map((one) => one.backup));
    return { ok: true };
  } catch (error) {
    await removeAll(staged.filter((one) => !placed.includes(one)).map((one) => one.backup));
    for (const one of placed.reverse()) await takeBack(one.path, one.backup);
    return { ok: false, anomaly: notWritten(path, error) };
  } finally {
    await removeAll(staged.map((one) => one.temporary));
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Puts a file in place; a hard link fails when the name is taken, in one step; disks without links (some shares and keys)
 * are asked first.
 */
async function putWithoutOverwriting(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (codeOfSystem(error) === "EEXIST") throw error;
    if (await isThere(path)) throw Object.assign(new Error("The file exists."), { code: "EEXIST" });
    await rename(temporary, path);
  }
}

/** Keeps what a file was under another name, until the others are in place too. */
async function keepBackup(path: string, backup: string): Promise<void> {
  if (!(await isThere(path))) return;
  await link(path, backup).catch(() => copyFile(path, backup, constants.COPYFILE_EXCL));
}

/**
 * Puts a file back as it was. Never throws: the first fault is the one to tell, and a backup that cannot be put back stays
 * on the disk.
 */
async function takeBack(path: string, backup: string): Promise<void> {
  if (await isThere(backup)) await rename(backup, path).catch(() => undefined);
  else await removeAll([path]);
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true }).catch(() => undefined);
}

function codeOfSystem(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function notWritten(path: string, error: unknown): Anomaly {
  const code = codeOfSystem(error);
  const params = { path, reason: code ?? String(error) };
  return anomaly("error", code === "EEXIST" ? "file-exists" : "file-not-written", params, { file: basename(path) });
}

/** A UUID whose last figures are the number of the process that made it. */
const identity = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})$/;

/** Returns a name beside a file that no other bears: `.parc.xlsx.<uuid>.tmp`. It tells the run that it belongs to. */
function temporaryBeside(path: string): string {
  const random = randomBytes(10).toString("hex");
  const groups = [random.slice(0, 8), random.slice(8, 12), random.slice(12, 16), random.slice(16, 20)];
  return join(
    dirname(path),
    `.${basename(path)}.${[...groups, process.pid.toString(16).padStart(12, "0")].join("-")}.tmp`,
  );
}

/**
 * Removes what runs that were killed left beside a file: under exactly such a name for that file, of a process that is no
 * longer there. What cannot be removed, or listed, is left.
 */
async function clearLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const start = `.${basename(path)}.`;
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(start) || !name.endsWith(".tmp")) continue;
    const process = identity.exec(name.slice(start.length, -".tmp".length))?.[1];
    if (process !== undefined && !isRunning(Number.parseInt(process, 16)))
      await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process may not be sent anything, and is there.
    return codeOfSystem(error) === "EPERM";
  }
}
