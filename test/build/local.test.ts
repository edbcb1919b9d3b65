import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM, ResourceLoader, VirtualConsole } from "jsdom";
import { officeBase, officeFiles } from "../host";
import { addInBase as base, buildOnce } from "./built";
import { pageFaults } from "./page-faults";

/** What the add-in may ask of Office.js, on Windows, on a Mac and on the web, in French and in English. */
const library = [
  "en-us/office_strings.js",
  "excel-mac-16.00.js",
  "excel-web-16.00.js",
  "excel-win32-16.01.js",
  "fr-fr/office_strings.js",
  "o15apptofilemappingtable.js",
  "office.js",
];

let dist: string;
let files: string[];
let usual: string;

const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
const read = (name: string) => readFileSync(join(dist, name), "utf8");
const isOffices = (name: string) => name.startsWith("office/");

beforeAll(async () => {
  ({ dist } = await buildOnce("office=local"));
  ({ dist: usual } = await buildOnce());
  files = filesOf(dist);
});

test("Office.js is beside the pages, byte for byte, with its licence and nothing else of it", () => {
  expect(files.filter(isOffices)).toEqual([...library, "LICENSE.md"].map((name) => `office/${name}`).sort());
  const shipped = (name: string) => readFileSync(join(officeFiles, name === "LICENSE.md" ? "../LICENSE.md" : name));
  const changed = files.filter(isOffices).filter((name) => {
    return !readFileSync(join(dist, name)).equals(shipped(name.slice("office/".length)));
  });
  expect(changed).toEqual([]);
});

test("the pane loads it from there, before its own scripts", () => {
  const [first] = [...read("taskpane.html").matchAll(/<script\b[^>]*?\bsrc="?([^"\s>]+)/g)];
  expect(first?.[1]).toBe("office/office.js");
});

test("each page takes scripts from the add-in's own address only, and its links lead somewhere", () => {
  const pages = Object.fromEntries(files.filter((name) => name.endsWith(".html")).map((name) => [name, read(name)]));
  expect(Object.keys(pages)).toEqual(expect.arrayContaining(["taskpane.html", "aide.html", "guide.html"]));
  expect(pageFaults(pages, files, ["'self'"])).toEqual([]);
});

test("nothing of ours names the address where Microsoft serves Office.js", () => {
  const { hostname } = new URL(officeBase);
  const texts = files.filter((name) => !isOffices(name) && /\.(html|js|css|json|xml|map|txt)$/.test(name));
  expect(texts).toEqual(expect.arrayContaining(["taskpane.html", "functions.js", "functions.json", "manifest.xml"]));
  expect(texts.filter((name) => read(name).includes(hostname))).toEqual([]);
});

test("all else is the usual build, which has nothing of it; help says where Office.js comes from", () => {
  expect(filesOf(usual)).toEqual(files.filter((name) => !isOffices(name)));
  const local = (page: string) =>
    page
      .replaceAll(`${officeBase}office.js`, "office/office.js")
      .replaceAll(` ${new URL(officeBase).origin}`, "")
      .replace(/, et la bibliothèque d’Office depuis celui de\s+Microsoft\./, ", comme la bibliothèque d’Office.")
      .replace(/, and the Office library from Microsoft’s\./, ", and so does the Office library.");
  // What keeps the page for when the network is away, and what checks the folder, know pages that differ.
  const compared = filesOf(usual).filter((name) => !/^(service-worker|installer)\.js(\.map)?$/.test(name));
  const differ = compared.filter((name) => {
    const [here, there] = [readFileSync(join(dist, name)), readFileSync(join(usual, name))];
    return !here.equals(name.endsWith(".html") ? Buffer.from(local(there.toString())) : there);
  });
  expect(differ).toEqual([]);
  expect(read("aide.html")).toContain("votre collectivité, comme la bibliothèque d’Office.");
  expect(read("help-en.html")).toContain("organisation’s server, and so does the Office library.");
});

describe("the real Office.js finds there all that it asks for", () => {
  /** As Excel says it to the pane that it opens: itself, its platform, its file's version, its language. */
  test.each<[excel: string, hostInfo: string, asked: readonly string[]]>([
    ["Windows", "Excel$Win32$16.01$fr-FR$c$$$3", ["excel-win32-16.01.js", "fr-fr/office_strings.js"]],
    ["a later Windows", "Excel$Win32$16.02$en-US$c$$$3", ["excel-win32-16.01.js", "en-us/office_strings.js"]],
    ["a Mac", "Excel$Mac$16.02$fr-CA$c$$$3", ["excel-mac-16.00.js", "fr-fr/office_strings.js"]],
    ["the web", "Excel$Web$16.01$en-GB$c$$$3", ["excel-web-16.00.js", "en-us/office_strings.js"]],
    ["no Excel", "", ["o15apptofilemappingtable.js"]],
  ])("%s", async (_excel, hostInfo, asked) => {
    const page = await startOffice(hostInfo);
    expect(page.asked).toEqual(["office.js", ...asked].map((name) => `${base}office/${name}`));
    expect(page.missing).toEqual([]);
  });

  test("Office.js takes English when the display language is missing", async () => {
    const { asked, missing } = await startOffice("Excel$Web$16.01$de-DE$c$$$3");
    expect(missing).toEqual([`${base}office/de-de/office_strings.js`]);
    expect(asked.at(-1)).toBe(`${base}office/en-us/office_strings.js`);
  });
});

test("another place for Office.js is refused", () => {
  const run = spawnSync(process.execPath, ["node_modules/webpack-cli/bin/cli.js", "--env", "office=ailleurs"], {
    encoding: "utf8",
  });
  expect(run.status).not.toBe(0);
  expect(run.stderr + run.stdout).toContain("ailleurs");
});

/** Serves the built add-in at its base; notes what is asked, and what is not there. */
class AddInFiles extends ResourceLoader {
  readonly asked: string[] = [];
  readonly missing: string[] = [];

  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    this.asked.push(url);
    const path = url.startsWith(base) ? join(dist, url.slice(base.length)) : null;
    const found = path !== null && existsSync(path);
    if (!found) this.missing.push(url);
    const content = found ? Promise.resolve(readFileSync(path)) : Promise.reject(new Error(url));
    return Object.assign(content, { abort: () => {} }) as unknown as ReturnType<ResourceLoader["fetch"]>;
  }
}

/** Starts Office.js alone, up to where it would speak to Excel. */
async function startOffice(hostInfo: string): Promise<AddInFiles> {
  const resources = new AddInFiles();
  const { window } = new JSDOM(`<!doctype html><head><script src="office/office.js"></script></head>`, {
    url: `${base}taskpane.html`,
    runScripts: "dangerously",
    resources,
    // Nobody answers: what it says of that is none of this.
    virtualConsole: new VirtualConsole(),
    beforeParse: (window) => (window.name = hostInfo && JSON.stringify({ hostInfo })),
  });
  await new Promise((resolve) => window.addEventListener("load", resolve));
  window.close();
  return resources;
}
