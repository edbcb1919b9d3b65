import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Matches `.parc.xlsx.<uuid>.tmp`: the name of the final file, and a UUID that ends with the id of the process. */
const temporary = /^\.(.+)\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-([0-9a-f]{12})\.tmp$/;

/** Returns an unused temporary name beside a file, which identifies the process. */
export function temporaryBeside(path: string): string {
  const random = randomBytes(10).toString("hex");
  const groups = [random.slice(0, 8), random.slice(8, 12), random.slice(12, 16), random.slice(16, 20)];
  return join(
    dirname(path),
    `.${basename(path)}.${[...groups, process.pid.toString(16).padStart(12, "0")].join("-")}.tmp`,
  );
}

/**
 * Deletes temporary files that killed runs left: those of processes that no longer run, named after one of these files
 * or after a file that `mayHaveMade` accepts. Files that cannot be listed or deleted are left.
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
    // A process of another user cannot be signalled, but it exists.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
