import { randomUUID } from "node:crypto";
import { access, link, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Anomaly } from "../../messages";

export type SaveResult = { readonly ok: true } | { readonly ok: false; readonly anomaly: Anomaly };

/**
 * Writes a file whole or not at all: into a temporary file of the same folder, flushed to the disk, then put in place
 * in one move. Without `overwrite`, a file that is there already is left alone, even one that appears meanwhile.
 */
export async function saveFileSafely(
  path: string,
  bytes: Uint8Array,
  { overwrite }: { readonly overwrite: boolean },
): Promise<SaveResult> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    if (overwrite) await rename(temporary, path);
    else await putWithoutOverwriting(temporary, path);
    return { ok: true };
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === "EEXIST";
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return {
      ok: false,
      anomaly: {
        severity: "error",
        code: exists ? "file-exists" : "file-not-written",
        file: basename(path),
        sheet: null,
        cell: null,
        params: { path, reason },
      },
    };
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** A hard link fails where the name is taken, in one step; disks without links (some shares and keys) are asked first. */
async function putWithoutOverwriting(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw error;
    const taken = await access(path).then(
      () => true,
      () => false,
    );
    if (taken) throw Object.assign(new Error("The file exists."), { code: "EEXIST" });
    await rename(temporary, path);
  }
}
