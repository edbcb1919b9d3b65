import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { associateCommands } from "../../src/commands";
import { buildOnce } from "../build/built";
import { manifestFaults, type Surroundings } from "./manifest-faults";

const source = readFileSync("manifest.xml", "utf8");
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** The names that the commands give to Office, told to a table that only notes them. */
function associatedNames(): string[] {
  const names: string[] = [];
  const office = { actions: { associate: (name: string) => names.push(name) } };
  Object.assign(globalThis, { Office: office });
  associateCommands(new Promise(() => undefined));
  Reflect.deleteProperty(globalThis, "Office");
  return names;
}

let around: Surroundings;

beforeAll(async () => {
  const { dist } = await buildOnce();
  const file = (path: string) => (existsSync(join(dist, path)) ? readFileSync(join(dist, path)) : null);
  around = { base: "https://localhost:3000/", file, actions: associatedNames(), version };
});

test("the manifest agrees with the build, the commands and the version, and obeys Office's limits", () => {
  expect(manifestFaults(source, around)).toEqual([]);
});

test("the lock file bears the manifest's version too", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    version: string;
    packages: Record<string, { version: string }>;
  };
  expect([lock.version, lock.packages[""]?.version]).toEqual([version, version]);
});

describe("a fault of each kind is told", () => {
  const replaced = (from: string | RegExp, to: string) => {
    expect(source).toMatch(from);
    return source.replace(from, to);
  };
  const base = "https://localhost:3000/";

  test.each<[kind: string, xml: () => string, told: string]>([
    [
      "an http address",
      () => replaced(`${base}taskpane.html`, "http://localhost:3000/taskpane.html"),
      "not https: http://",
    ],
    [
      "a resid of nothing",
      () => replaced('resid="Relire.Tip"', 'resid="Relire.Tap"'),
      "resid without a resource: Relire.Tap",
    ],
    [
      "a resource unused",
      () => replaced('resid="Relire.Tip"', 'resid="Relire.Tap"'),
      "resource that nothing uses: Relire.Tip",
    ],
    [
      "a resid too long",
      () => source.replaceAll('"Relire.Tip"', `"Relire.${"x".repeat(26)}"`),
      "resid over 32 characters: Relire.xxx",
    ],
    [
      "an id twice",
      () => replaced('id="Ordiclasse.Suivant"', 'id="Ordiclasse.Precedent"'),
      "id given twice: Ordiclasse.Precedent",
    ],
    ["a file not built", () => replaced(`${base}functions.json`, `${base}fonctions.json`), "address of no file"],
    [
      "a place not in its page",
      () => replaced("aide.html#assistance", "aide.html#secours"),
      "address of no place in its page",
    ],
    [
      "an address elsewhere",
      () => replaced(`${base}functions.js"`, 'https://cdn.test/functions.js"'),
      "address outside",
    ],
    ["an icon of another size", () => replaced("/relire-32.png", "/relire-40.png"), "icon not 32 × 32"],
    ["a large icon of another size", () => replaced("/ordiclasse-64.png", "/ordiclasse-80.png"), "icon not 64 × 64"],
    [
      "an icon missing",
      () => replaced('<bt:Image size="80" resid="Icon.relire.80"/>', ""),
      "no icon of 80 pixels: Ordiclasse.Relire",
    ],
    ["another version", () => replaced(/<Version>[^<]*/, "<Version>9.9.9.0"), "version 9.9.9.0"],
    [
      "a label too long",
      () => replaced('DefaultValue="Relire"', `DefaultValue="${"x".repeat(126)}"`),
      "text over 125 characters",
    ],
    ["a supertip too long", () => replaced("Relit l’inventaire", "x".repeat(250)), "text over 250 characters"],
    [
      "a text in one language only",
      () => replaced('<bt:Override Locale="en-US" Value="Re-read"/>', ""),
      "no en-US text: Relire.Label",
    ],
    [
      "a command that nothing answers",
      () => replaced("<FunctionName>relire<", "<FunctionName>lire<"),
      "function that nothing associates: lire",
    ],
    [
      "an answer that no command asks for",
      () => replaced("<FunctionName>relire<", "<FunctionName>lire<"),
      "function that no command calls: relire",
    ],
    [
      "a second page",
      () => replaced('<FunctionFile resid="Taskpane.Url"', '<FunctionFile resid="Help.Url"'),
      "page apart from the shared runtime's: Help.Url",
    ],
    [
      "another page to start with",
      () => replaced(`${base}taskpane.html`, `${base}aide.html`),
      "another page to start with",
    ],
    [
      "an API that Excel 2021 lacks",
      () => replaced('"ExcelApi" MinVersion="1.14"', '"ExcelApi" MinVersion="1.15"'),
      "requirement beyond Excel 2021: ExcelApi 1.15",
    ],
    [
      "a requirement of functions, which some Excel 2021 lack",
      () => replaced("</Sets>", '<Set Name="CustomFunctionsRuntime" MinVersion="1.3"/></Sets>'),
      "requirement that an Excel 2021 may lack: CustomFunctionsRuntime",
    ],
    [
      "a pane with an id, which a shared page may not have",
      () => replaced("<Title resid=", "<TaskpaneId>Office.AutoShowTaskpaneWithDocument</TaskpaneId><Title resid="),
      "pane named apart from the shared page: Office.AutoShowTaskpaneWithDocument",
    ],
    [
      "a requirement forgotten",
      () => replaced(/<Set Name="SharedRuntime"[^>]*>/, ""),
      "requirement missing: SharedRuntime",
    ],
    ["a group too full", () => source.replace(/<Control .*?<\/Control>/s, (some) => some.repeat(8)), "over 7 commands"],
    ["a tab too full", () => source.replace(/<Group .*<\/Group>/s, (some) => some.repeat(2)), "10 groups in the tab"],
    ["something left to fill", () => replaced("<ProviderName>", "<ProviderName>Contoso "), "left to fill: Contoso"],
  ])("%s", (_kind, xml, told) => {
    expect(manifestFaults(xml(), around)).toContainEqual(expect.stringContaining(told));
  });
});
