import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** `.parc.xlsx.<uuid>.tmp`: the file that it stands beside, and a UUID whose last figures are the number of the process that made it. */
const temporary = /^\.(.+)\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})\.tmp$/;

/** Returns a name beside a file that no other bears. It tells the run that it belongs to. */
export function temporaryBeside(path: string): string {
  const random = randomBytes(10).toString("hex");
  const groups = [random.slice(0, 8), random.slice(8, 12), random.slice(12, 16), random.slice(16, 20)];
  return join(
    dirname(path),
    `.${basename(path)}.${[...groups, process.pid.toString(16).padStart(12, "0")].join("-")}.tmp`,
  );
}

/**
 * Removes what runs that were killed left beside files: under exactly such a name, for one of these files or for one that
 * `mayHaveMade` knows by its name, of a process that is no longer there. What cannot be removed, or listed, is left.
 */
export async function clearLeftovers(
  paths: readonly string[],
  mayHaveMade: (fileName: string) => boolean,
): Promise<void> {
  const written = new Set(paths.map((path) => join(path)));
  for (const folder of new Set(paths.map((path) => dirname(path))))
    for (const name of await readdir(folder).catch(() => [])) {
      const [, made, process] = temporary.exec(name) ?? [];
      if (made === undefined || process === undefined || isRunning(Number.parseInt(process, 16))) continue;
      if (written.has(join(folder, made)) || mayHaveMade(made))
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
