import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";

const { name: product, version } = JSON.parse(readFileSync("package.json", "utf8")) as Readonly<Record<string, string>>;
const [archive, command, bill] = [
  `${product}-${version}.zip`,
  `rebill-${version}.mjs`,
  `${product}-${version}.cdx.json`,
] as const;

let folders: string[];

/** Releases in a folder of its own, as on a computer of another place. */
function released(timeZone: string): string {
  const folder = mkdtempSync(join(tmpdir(), "ordiclasse-release-"));
  const env: NodeJS.ProcessEnv = { ...process.env, TZ: timeZone };
  // jest's own would go for webpack's mode.
  delete env["NODE_ENV"];
  const run = spawnSync(process.execPath, ["webpack/release.mjs", folder], { encoding: "utf8", env });
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  return folder;
}

const read = (name: string) => readFileSync(join(folders[0]!, name));

beforeAll(() => {
  folders = [released("Europe/Paris"), released("Pacific/Auckland")];
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

test("two releases of the same sources are the same to the byte, whatever the hour and the place", () => {
  const names = [archive, command, bill, "NOTICES.txt", "SHA256SUMS"].sort();
  expect(folders.map((folder) => readdirSync(folder).sort())).toEqual([names, names]);
  const differ = names.filter((name) => !read(name).equals(readFileSync(join(folders[1]!, name))));
  expect(differ).toEqual([]);
});

test("SHA256SUMS says the sum of every other file, as sha256sum -c reads it", () => {
  const said = read("SHA256SUMS").toString().trimEnd().split("\n");
  const sums = [archive, command, bill, "NOTICES.txt"].sort();
  expect(said).toEqual(sums.map((name) => `${createHash("sha256").update(read(name)).digest("hex")}  ${name}`));
});

test("the archive is the pages and their installer in one folder: no map of sources, no command, no address of anybody's", () => {
  const files = unzipSync(read(archive));
  const names = Object.keys(files);
  expect(names.filter((name) => !name.startsWith("ordiclasse/") || /\.(map|mjs)$|manifest\.xml$/.test(name))).toEqual(
    [],
  );
  expect(names).toEqual(
    expect.arrayContaining(
      ["installer.html", "taskpane.html", "NOTICES.txt", "LICENSE.txt"].map((one) => `ordiclasse/${one}`),
    ),
  );
  const text = (name: string) => Buffer.from(files[name]!).toString();
  // The installer's script has what it replaces.
  const addressed = names.filter((name) => name !== "ordiclasse/installer.js" && text(name).includes("localhost:3000"));
  expect(addressed).toEqual([]);
  expect(read(archive).length).toBeLessThan(8_000_000);
});

test("the command bears the licence of each package that it bundles", () => {
  const script = read(command).toString();
  const bundled = [
    ...script.matchAll(/^(?:;\/\/|\/\*\*\*\/ ".*|!\*\*\* ) ?\.\/node_modules\/((?:@[^/]+\/)?[^/]+)\//gm),
  ];
  expect(new Set(bundled.map(([, name]) => name)).size).toBeGreaterThan(15);
  const notices = script.slice(script.lastIndexOf("Ordiclasse pour Excel"));
  expect(bundled.filter(([, name]) => !notices.includes(`\n${name} `)).map(([, name]) => name)).toEqual([]);
});

test("the bill of materials names what the product depends on, each at its version", () => {
  const { components, metadata } = JSON.parse(read(bill).toString()) as {
    readonly components: readonly { readonly name: string; readonly version: string }[];
    readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  };
  expect(metadata.component).toMatchObject({ name: product, version });
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const said = components.map((one) => `${one.name} ${one.version}`);
  expect(said).toEqual(expect.arrayContaining(Object.entries(dependencies).map((one) => one.join(" "))));
  // Of what only makes and tests it, nothing.
  expect(said.length).toBeLessThan(50);
});
