import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A UUID whose last figures are the number of the process that made it. */
const identity = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})$/;

/** A name beside a file, that no other bears: `.parc.xlsx.<uuid>.tmp`. It tells the run that it belongs to. */
export function temporaryBeside(path: string): string {
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
export async function clearLeftovers(path: string): Promise<void> {
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
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
