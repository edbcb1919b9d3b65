import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { manifestFaults } from "../manifest/manifest-faults";
import { addInBase as base, buildOnce } from "./built";
import { pageFaults, referencesOf } from "./page-faults";

let dist: string;
let files: string[];

const read = (name: string) => readFileSync(join(dist, name), "utf8");
const ending = (...ends: string[]) => files.filter((name) => ends.some((end) => name.endsWith(end)));

beforeAll(async () => {
  ({ dist } = await buildOnce());
  files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1));
});

test.each([
  ["the pane", "taskpane.html", 60_000],
  ["the page without Excel", "navigateur.html", 60_000],
])("%s is there before its limit: its page, scripts and styles, compressed", (_, page, limit) => {
  const first = [page, ...referencesOf(read(page)).filter((name) => /\.(js|css)$/.test(name))];
  expect(first.length).toBeGreaterThan(2);
  const bytes = first.map((name) => gzipSync(readFileSync(join(dist, name))).length).reduce((sum, size) => sum + size);
  expect(bytes).toBeLessThan(limit);
});

test("all that a browser keeps is of a type that IIS, nginx and Apache serve as they come: one file refused, and it keeps none", () => {
  const kept = /^const kept=(.+);$/m.exec(read("service-worker.js"))![1]!;
  const names = Object.keys((JSON.parse(kept) as { readonly files: Readonly<Record<string, string>> }).files);
  expect(new Set(names.map((name) => name.slice(name.lastIndexOf("."))))).toEqual(
    new Set([".css", ".html", ".js", ".png", ".ttf", ".txt", ".xlsx"]),
  );
});

test("the example of a first try comes with the pane, byte for byte, under a name that the pane asks for", () => {
  const [example, ...others] = ending(".xlsx");
  expect(others).toEqual([]);
  expect(readFileSync(join(dist, example!)).equals(readFileSync("assets/inventaire-exemple.xlsx"))).toBe(true);
  expect(ending(".js").some((name) => name.startsWith("taskpane.") && read(name).includes(example!))).toBe(true);
});

test("NOTICES.txt gives the licence of each package that a script or a font comes from, and of no other", () => {
  const bundled = ending(".map").flatMap((name) => {
    const { sources } = JSON.parse(read(name)) as { readonly sources: readonly string[] };
    return sources.flatMap((source) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  });
  const [introduction = "", ...notices] = read("NOTICES.txt").split(/^={80}\n\n/m);
  const named = notices.map((notice) => /^(\S+) \d/.exec(notice)?.[1]);
  // Fonts are no script, and of webpack there is what starts each of them.
  expect(new Set(named)).toEqual(new Set([...bundled, "@expo-google-fonts/carlito", "webpack"]));
  expect(introduction).toContain("Ordiclasse pour Excel");
  const grants = /Permission is hereby granted|Apache License|SIL OPEN FONT LICENSE/;
  expect(notices.filter((notice) => !grants.test(notice)).map((notice) => notice.slice(0, 80))).toEqual([]);
});

test("no script evaluates text", () => {
  expect(ending(".js").length).toBeGreaterThan(2);
  expect(ending(".js").filter((name) => /\beval\(|\bFunction\(["'`]/.test(read(name)))).toEqual([]);
});

test("each page has the policy before all else, nothing inline, and its links lead somewhere", () => {
  const pages = Object.fromEntries(ending(".html").map((name) => [name, read(name)]));
  expect(Object.keys(pages)).toEqual(
    expect.arrayContaining(["taskpane.html", "aide.html", "help-en.html", "aide-fonctions.html", "guide.html"]),
  );
  expect(pageFaults(pages, files)).toEqual([]);
});

test("the pane loads Office.js from Microsoft's address, before its own scripts", () => {
  const [first] = [...read("taskpane.html").matchAll(/<script\b[^>]*?\bsrc="?([^"\s>]+)/g)];
  expect(first?.[1]).toBe("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
});

test("nothing is asked over http: only names of XML vocabularies begin so", () => {
  const found = ending(".html", ".js", ".css", ".json").flatMap((name) => read(name).match(/http:\/\/[\w./-]+/g) ?? []);
  // Those of pages, of the workbooks that the pane opens from the disk, and of what a PDF says of itself.
  const vocabularies =
    /^http:\/\/(www\.w3\.org|schemas\.openxmlformats\.org|purl\.oclc\.org\/ooxml|www\.wps\.cn\/officeDocument|schemas\.microsoft\.com\/office|purl\.org\/dc|ns\.adobe\.com|www\.aiim\.org)\//;
  expect(found.filter((address) => !vocabularies.test(address))).toEqual([]);
});

test("a file keeps its name only where the manifest, or a person, names it", () => {
  const named = [...read("manifest.xml").matchAll(new RegExp(`Value="${base}([^"#]+)`, "g"))].map(([, name]) => name);
  const plain = files.filter((name) => !/\.[0-9a-f]{12}\./.test(name));
  // The add-in's largest icon is for whoever lists it; browsers know a service worker by its name; the installer's pages name its script.
  const known =
    /^(manifest\.xml|[a-z-]+\.html|(LICENSE|NOTICES)\.txt|functions\.js\.map|(service-worker|installer)\.js(\.map)?|assets\/icons\/[a-z]+-\d+\.png)$/;
  expect(plain.filter((name) => !named.includes(name) && !known.test(name))).toEqual([]);
});

test("the manifest is rewritten for the base, a folder of any https site", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const actions = [...read("manifest.xml").matchAll(/<FunctionName>(\w+)/g)].flatMap(([, name]) => name ?? []);
  const file = (path: string) => (files.includes(path) ? readFileSync(join(dist, path)) : null);
  expect(read("manifest.xml")).not.toContain("localhost");
  expect(manifestFaults(read("manifest.xml"), { base, file, actions, version })).toEqual([]);
});

test("each function's help is a place in a built page, at the base", () => {
  const { functions } = JSON.parse(read("functions.json")) as { functions: { id: string; helpUrl?: string }[] };
  expect(functions.length).toBeGreaterThan(0);
  const lost = functions.filter(({ helpUrl = "" }) => {
    const [page = "", place] = helpUrl.slice(base.length).split("#");
    return !helpUrl.startsWith(base) || !new RegExp(`\\bid="?${place}["\\s>]`).test(read(page));
  });
  expect(lost.map(({ id, helpUrl }) => `${id}: ${helpUrl}`)).toEqual([]);
});

test("functions.js, which the manifest names, associates by itself each function of functions.json", () => {
  const { functions } = JSON.parse(read("functions.json")) as { functions: { id: string }[] };
  const associated: string[] = [];
  const CustomFunctions = { associate: (id: string) => associated.push(id) };
  runInContext(read("functions.js"), createContext({ CustomFunctions, console }));
  expect(associated.sort()).toEqual(functions.map(({ id }) => id).sort());
});

test.each(["http://intranet.mairie.example/", "intranet.mairie.example", "https://intranet.mairie.example/?v=1"])(
  "a base that is no https address of a folder is refused: %s",
  (wrong) => {
    const run = spawnSync(process.execPath, ["node_modules/webpack-cli/bin/cli.js", "--env", `base=${wrong}`], {
      encoding: "utf8",
    });
    expect(run.status).not.toBe(0);
    expect(run.stderr + run.stdout).toContain(wrong);
  },
);

test("Excel hands the functions the errors of cells, so that one of them does not spoil a whole range", () => {
  expect(JSON.parse(read("functions.json"))).toMatchObject({ allowErrorForDataTypeAny: true });
});
