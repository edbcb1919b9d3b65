import { access, constants, copyFile, link, lstat, open, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import type { Stats } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { anomaly, type Anomaly } from "../../messages";
import type { FileRefused } from "./opened-file";
import { clearLeftovers, temporaryBeside } from "./temporary-files";

/** An error code of this module, not of the system. */
const readOnly = "read-only";

/** The result of saving files. */
type SaveResult = { readonly ok: true } | FileRefused;

/** A file to save. */
export interface FileToSave {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface Saving {
  readonly overwrite: boolean;
  /** Returns whether a run may have created a file of that name in these folders; its leftovers are then deleted. */
  readonly mayHaveMade?: (fileName: string) => boolean;
}

/**
 * Writes several files, all or none, each whole. Every file is flushed to disk under a temporary name in its folder
 * before the first one is moved into place; when a move fails, the previous ones are undone. Without `overwrite`, an
 * existing file is kept, even one that appears meanwhile. With it, a file keeps its permissions, a read-only file is
 * kept, and a link is followed. Leftovers of killed runs in the same folders are deleted.
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

/** A file to write, at the end of any links, with the file that it replaces and its temporary names. */
interface Staged extends FileToSave {
  readonly replaced: Stats | null;
  readonly temporary: string;
  readonly backup: string;
}

/** Prepares the writing of a file. Throws when the existing file is read-only: a move would replace it nevertheless. */
async function prepare({ path: asked, bytes }: FileToSave, overwrite: boolean): Promise<Staged> {
  const path = await destinationOf(asked);
  const replaced = await stat(path).catch(() => null);
  if (overwrite && replaced?.isFile() === true && !(await isWritable(path, replaced)))
    throw Object.assign(new Error("The file is read-only."), { code: readOnly });
  return { path, bytes, replaced, temporary: temporaryBeside(path), backup: temporaryBeside(path) };
}

/** Returns the path that a link refers to, whether it exists or not; any other path is returned as it is. */
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

/** Returns whether a file may be written: an administrator may write any file, except one that nobody may write. */
function isWritable(path: string, { mode }: Stats): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => (mode & 0o222) !== 0,
    () => false,
  );
}

/** Writes bytes under a temporary name, with the permissions of the file that they replace. */
async function writeThrough({ temporary, bytes, replaced }: Staged): Promise<void> {
  const file = await open(temporary, "wx", replaced === null ? undefined : 0o600);
  try {
    await file.writeFile(bytes);
    if (replaced !== null) {
      // A user who may not give the file away keeps it.
      await file.chown(replaced.uid, replaced.gid).catch(() => undefined);
      // A file system without permissions refuses to change them.
      if ((await file.stat()).mode !== replaced.mode) await file.chmod(replaced.mode & 0o7777);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Moves a file into place. A hard link fails in one step when the name is taken; on file systems without links (some
 * network shares and USB keys), the name is checked first.
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

/** Keeps a file under a backup name until the other files are in place. */
async function keepBackup(path: string, backup: string): Promise<void> {
  if (!(await isThere(path))) return;
  await link(path, backup).catch(() => copyFile(path, backup, constants.COPYFILE_EXCL));
}

/** Restores a file; a backup that cannot be restored stays on the disk. Never throws: the first error is reported. */
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
  const message = code === "EEXIST" ? "file-exists" : code === readOnly ? "file-read-only" : "file-not-written";
  return anomaly("error", message, params, { file: basename(path) });
}
