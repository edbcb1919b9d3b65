import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { addInOrigin } from "../host/pane/envelope";

/** Where the built add-in says that it is: a folder, as on an intranet. */
export const addInBase = `${addInOrigin}/ordiclasse/`;

interface Built {
  /** Folder of the add-in, as `npm run build` leaves it in `dist`. */
  readonly dist: string;
}

const builds = resolve("node_modules/.cache/ordiclasse-builds");
/** All that a build depends on. */
const inputs = [
  "src",
  "assets",
  "manifest.xml",
  "webpack.config.js",
  "webpack",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const hour = 3_600_000;

/**
 * The add-in, built for `addInBase` from the sources as they are now: one build for all the tests. It is kept under a
 * fingerprint of its sources, so that jest's workers, and runs that follow, share it; whoever comes while another builds
 * waits for that one. `env` is what a person adds to the build: `office=local`.
 */
export async function buildOnce(...env: readonly string[]): Promise<Built> {
  // As a person may write it, without the last slash.
  const asked = [`base=${addInBase.slice(0, -1)}`, ...env].flatMap((setting) => ["--env", setting]);
  const folder = join(builds, await fingerprint(asked));
  await mkdir(builds, { recursive: true });
  while (!(await exists(folder))) {
    const release = await lock(`${folder}.lock`);
    if (release === null) await wait(200);
    else
      try {
        if (!(await exists(folder))) await build(asked, folder);
      } finally {
        await release();
      }
  }
  return { dist: folder };
}

async function build(asked: readonly string[], folder: string): Promise<void> {
  await forgetOld();
  const draft = `${folder}.draft`;
  await rm(draft, { recursive: true, force: true });
  const webpack = resolve("node_modules/webpack-cli/bin/cli.js");
  const args = ["--config-name", "add-in", ...asked, "--output-path", draft];
  const run = spawn(process.execPath, [webpack, ...args], { env: environment() });
  let said = "";
  for (const stream of [run.stdout, run.stderr]) stream.on("data", (text: Buffer) => (said += text.toString()));
  const code = await new Promise<number | null>((done, failed) => run.on("close", done).on("error", failed));
  if (code !== 0) throw new Error(`The add-in does not build (${code}):\n${said}`);
  await rename(draft, folder);
}

// jest's own NODE_ENV would go for webpack's mode.
function environment(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  delete environment["NODE_ENV"];
  return environment;
}

async function fingerprint(asked: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(asked.join("\n"));
  for (const input of inputs) for (const file of await filesIn(input)) hash.update(file).update(await readFile(file));
  return hash.digest("hex").slice(0, 20);
}

async function filesIn(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Takes the lock, and gives how to release it; null while another process that is alive has it. */
async function lock(path: string): Promise<(() => Promise<void>) | null> {
  try {
    await writeFile(path, String(process.pid), { flag: "wx" });
    return () => rm(path, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const owner = Number(await readFile(path, "utf8").catch(() => ""));
    if (owner > 0 && !alive(owner)) await rm(path, { force: true });
    return null;
  }
}

function alive(process_: number): boolean {
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Builds of sources that are no more, left alone for an hour in case a run still reads them. */
async function forgetOld(): Promise<void> {
  for (const name of await readdir(builds)) {
    const path = join(builds, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > hour) await rm(path, { recursive: true, force: true });
  }
}
