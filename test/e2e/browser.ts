import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import type { Browser, LaunchOptions } from "playwright-core";

const run = promisify(execFile);

/** `npm ci` empties it, and an update of the package unpacks anew. */
const home = resolve("node_modules/.cache/ordiclasse-chromium-141.0.0");

/**
 * A headless Chromium: on Linux x64 the one that npm brings, elsewhere the system's Edge or Chrome. Throws, saying what was
 * tried, where there is none: a test without a browser has shown nothing.
 */
export async function launchBrowser(): Promise<Browser> {
  if (process.platform === "linux" && process.arch === "x64") return chromium.launch(await npmChromium());
  const refusals: string[] = [];
  for (const system of systemBrowsers) {
    try {
      return await chromium.launch(system);
    } catch (error) {
      refusals.push(`${system.channel ?? system.executablePath}: ${String(error).split("\n")[0]}`);
    }
  }
  throw new Error(`These tests need Edge or Chrome on this system, and found none.\n${refusals.join("\n")}`);
}

const systemBrowsers: readonly LaunchOptions[] = [
  { channel: "msedge" },
  { channel: "chrome" },
  { executablePath: "/usr/bin/chromium" },
];

/** How to launch the browser of `@sparticuz/chromium`, unpacked into a folder the first time it is asked for. */
export async function npmChromium(folder = home): Promise<LaunchOptions> {
  if (!(await isFile(join(folder, "chromium")))) await unpack(folder);
  await tellFonts(folder);
  const executablePath = join(folder, "chromium");
  const env: NodeJS.ProcessEnv = { ...process.env, FONTCONFIG_FILE: join(folder, "fonts.conf") };
  if (!(await starts(executablePath, env))) {
    env["LD_LIBRARY_PATH"] = [join(folder, "al2023/lib"), env["LD_LIBRARY_PATH"]].filter(Boolean).join(":");
    const failure = await whyNot(executablePath, env);
    if (failure !== null) throw new Error(`npm's Chromium does not start on this system: ${failure}`);
  }
  return {
    executablePath,
    env: env as Record<string, string>,
    args: ["--font-render-hinting=none"],
  };
}

/**
 * Unpacks aside and renames: processes that unpack at the same time never see half a browser, and the first one wins.
 * The package unpacks its libraries of nss, nspr and expat only on what it takes for Amazon's Node, and always under the
 * temporary folder: a process of its own is told both.
 */
async function unpack(folder: string): Promise<void> {
  await mkdir(resolve(folder, ".."), { recursive: true });
  const aside = await mkdtemp(`${folder}-`);
  try {
    const code = `import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())`;
    const env = { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
    await run(process.execPath, ["--input-type=module", "-e", code], { env });
    await rename(aside, folder).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Says where the fonts are: again where the folder was moved, and under its name only once it is whole. */
async function tellFonts(folder: string): Promise<void> {
  const [path, settings] = [join(folder, "fonts.conf"), fontSettings(folder)];
  if ((await readFile(path, "utf8").catch(() => null)) === settings) return;
  const aside = `${path}-${process.pid}`;
  await writeFile(aside, settings);
  await rename(aside, path);
}

/** The package's Open Sans, near Segoe UI in width, is what every machine measures with; its own fonts only lend symbols. */
const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
  ${["Segoe UI", "sans-serif", "system-ui", "Arial", "Helvetica"]
    .map(
      (name) => `<match target="pattern"><test name="family"><string>${name}</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit></match>`,
    )
    .join("\n  ")}
</fontconfig>
`;

const isFile = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

const starts = async (path: string, env: NodeJS.ProcessEnv) => (await whyNot(path, env)) === null;

const whyNot = (path: string, env: NodeJS.ProcessEnv): Promise<string | null> =>
  run(path, ["--version"], { env }).then(
    () => null,
    (error: { readonly stderr?: string; readonly message: string }) => error.stderr?.trim() || error.message,
  );
