import { access, constants, copyFile, link, lstat, open, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import type { Stats } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { anomaly, type Anomaly } from "../../messages";
import type { FileRefused } from "./opened-file";
import { clearLeftovers, temporaryBeside } from "./temporary-files";

/** No code of a system. */
const readOnly = "read-only";

type SaveResult = { readonly ok: true } | FileRefused;

export interface FileToSave {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Saving {
  readonly overwrite: boolean;
  /** Returns whether a run may have made a file of that name beside these: what one that was killed left of it goes too. */
  readonly mayHaveMade?: (fileName: string) => boolean;
}

/**
 * Writes several files, all or none, each whole: every one is flushed to the disk, under a temporary name of its folder,
 * before the first is put in place in one move, and one that cannot be put in place takes back those before it. Without
 * `overwrite`, a file that is there already is left alone, even one that appears meanwhile; with it, a file keeps its rights, one
 * that is read-only is left alone, and a link leads to the file that is written. What a run that was killed left beside them is
 * cleared.
 */
export async function saveFilesSafely(
  files: readonly FileToSave[],
  { overwrite, mayHaveMade = () => false }: Saving,
): Promise<SaveResult> {
  const staged: Staged[] = [];
  const placed: Staged[] = [];
  let path = "";
  try {
    for (const file of files) {
      path = file.path;
      staged.push(await prepare(file, overwrite));
    }
    await clearLeftovers(
      staged.map((one) => one.path),
      mayHaveMade,
    );
    for (const [index, one] of staged.entries()) {
      path = files[index]!.path;
      await writeThrough(one);
    }
    for (const [index, one] of staged.entries()) {
      path = files[index]!.path;
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

/** A file to write, where links lead to, with what it replaces and its names meanwhile. */
interface Staged extends FileToSave {
  readonly replaced: Stats | null;
  readonly temporary: string;
  readonly backup: string;
}

/** Throws when what is there may only be read: a move would replace it all the same. */
async function prepare({ path: asked, bytes }: FileToSave, overwrite: boolean): Promise<Staged> {
  const path = await destinationOf(asked);
  const replaced = await stat(path).catch(() => null);
  if (overwrite && replaced?.isFile() === true && !(await isWritable(path, replaced)))
    throw Object.assign(new Error("The file is read-only."), { code: readOnly });
  return { path, bytes, replaced, temporary: temporaryBeside(path), backup: temporaryBeside(path) };
}

/** Returns the path of the file that a link leads to, there or not; that of anything else as it is. */
export async function destinationOf(path: string): Promise<string> {
  const isLink = await lstat(path).then(
    (there) => there.isSymbolicLink(),
    () => false,
  );
  if (!isLink) return path;
  return realpath(path).catch(async (error: unknown) => {
    if (codeOfSystem(error) !== "ENOENT") throw error;
    return destinationOf(resolve(dirname(path), await readlink(path)));
  });
}

/** Returns whether a file may be written: who runs everything may write anything, but a file that nobody may write is left to itself. */
function isWritable(path: string, { mode }: Stats): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => (mode & 0o222) !== 0,
    () => false,
  );
}

/** Writes bytes under a temporary name, with the rights of the file that they replace. */
async function writeThrough({ temporary, bytes, replaced }: Staged): Promise<void> {
  const file = await open(temporary, "wx", replaced === null ? undefined : 0o600);
  try {
    await file.writeFile(bytes);
    if (replaced !== null) {
      // Whoever may not give it away keeps it.
      await file.chown(replaced.uid, replaced.gid).catch(() => undefined);
      // A disk that has no such rights refuses to be asked for them.
      if ((await file.stat()).mode !== replaced.mode) await file.chmod(replaced.mode & 0o7777);
    }
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
  const told = code === "EEXIST" ? "file-exists" : code === readOnly ? "file-read-only" : "file-not-written";
  return anomaly("error", told, params, { file: basename(path) });
}
