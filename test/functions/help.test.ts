import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { JSDOM } from "jsdom";
import { civilDate, parseCellName, toSerial } from "../../src/cells";
import * as functions from "../../src/functions/functions";

interface Described {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly optional?: boolean }[];
}

/** The pages by their names, made as the build makes them: by modules of Node's, which jest cannot load. */
function madePages(): Readonly<Record<string, string>> {
  const script =
    'import { readFileSync } from "node:fs";' +
    'import { describedFunctions, functionsPage } from "./src/help/functions-page.mjs";' +
    "const made = async (name, language) =>" +
    '  [`${name}.html`, functionsPage(readFileSync(`src/help/${name}.md`, "utf8"), await describedFunctions(), language)];' +
    'const pages = [await made("aide-fonctions", "fr"), await made("functions-en", "en")];' +
    "process.stdout.write(JSON.stringify(Object.fromEntries(pages)));";
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

const made = madePages();
const htmlOf = (page: string) => made[page] ?? readFileSync(`src/help/${page}`, "utf8");

let described: readonly Described[];
const functionOf = new Map<string, (...args: unknown[]) => unknown>();
beforeAll(async () => {
  const { metadataJson, associate } = await generateCustomFunctionsMetadata("src/functions/functions.ts");
  described = JSON.parse(metadataJson).functions;
  for (const { id, functionName } of associate) functionOf.set(id, Reflect.get(functions, functionName));
});

/** How each page writes lists and numbers, as Excel of that language does. */
const pages = [
  { file: "aide-fonctions.html", separator: ";", decimal: ",", inventory: "exemple", language: "fr" },
  { file: "functions-en.html", separator: ",", decimal: ".", inventory: "example", language: "en" },
] as const;

describe.each(pages)("$file", ({ file, separator, decimal, inventory, language }) => {
  const { document } = new JSDOM(htmlOf(file)).window;
  const text = (element: Element | null) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  const all = (selector: string, inside: ParentNode = document) => [...inside.querySelectorAll(selector)];

  /** What a cell of the page holds: a number, a day, or a text. */
  const valueOf = (written: string): number | string => {
    const day = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(written);
    if (day !== null) return toSerial(civilDate(Number(day[3]), Number(day[2]), Number(day[1]))!);
    const plain = written.replaceAll(" ", "").replace(decimal, ".");
    return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : written;
  };

  const rowsOf = (table: Element) =>
    all("tbody tr", table).map((row) => all("td", row).map((cell) => valueOf(text(cell))));

  /** Cells of the example inventory, as `F2:F3` names them. */
  const range = (address: string): unknown[][] => {
    const [first, last] = address.split(":").map((cell) => parseCellName(cell)!);
    const cells = rowsOf(document.getElementById(inventory)!).map((row) =>
      row.map((cell) => (cell === "" ? null : cell)),
    );
    return cells.slice(first!.row, last!.row + 1).map((row) => row.slice(first!.column, last!.column + 1));
  };

  const call = (formula: string): unknown => {
    const [, name = "", list = ""] = /^=ORDICLASSE\.([A-Z]+)\((.*)\)$/.exec(formula) ?? [];
    const argument = new RegExp(`"[^"]*"|[A-Z]\\d:[A-Z]\\d|\\d+(?:\\${decimal}\\d+)?`, "g");
    const args = list.match(argument) ?? [];
    // The list is its arguments and separators, nothing that was passed over.
    expect(list).toBe(args.join(`${separator} `));
    const values = args.map((one) =>
      one.startsWith('"') ? one.slice(1, -1) : one.includes(":") ? range(one) : Number(one.replace(decimal, ".")),
    );
    return functionOf.get(name)!(...values);
  };

  test("each function has its section, with its arguments in order", () => {
    for (const { name, parameters } of described) {
      const section = document.getElementById(name.toLowerCase())!;
      expect(text(section.querySelector("h2"))).toBe(name);
      const written = parameters.map((one) => (one.optional === true ? `[${one.name}]` : one.name));
      expect(text(section.querySelector("code"))).toBe(`ORDICLASSE.${name}(${written.join(`${separator} `)})`);
      const explained = all("table", section)[0]!;
      expect(all("tbody th", explained).map(text)).toEqual(parameters.map((one) => one.name));
      expect(all("ul li", section).length).toBeGreaterThan(0);
    }
    expect(all("main section[id]").map((section) => section.id)).toEqual(
      described.map(({ name }) => name.toLowerCase()),
    );
  });

  test("each function has an example, and it gives what the page says", () => {
    for (const { name } of described) {
      const examples = all(".example", document.getElementById(name.toLowerCase())!);
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        const formula = text(example);
        expect(formula).toContain(`ORDICLASSE.${name}(`);
        const result = call(formula);
        const shown = example.nextElementSibling!;
        const table = shown.querySelector("table.result");
        if (table === null) {
          expect({ formula, result: [result].flat(2)[0] }).toEqual({
            formula,
            result: valueOf(text(shown.querySelector("samp"))),
          });
          continue;
        }
        const headers = table.classList.contains("headed") ? [all("thead th", table).map(text)] : [];
        expect({ formula, result }).toEqual({ formula, result: [...headers, ...rowsOf(table)] });
      }
    }
  });

  test("its arithmetic is right", () => {
    const sums = all(".sum");
    expect(sums.length).toBeGreaterThanOrEqual(5);
    for (const sum of sums) {
      const cents = text(sum)
        .split(" + ")
        .map((product) => product.split(" × ").reduce((total, one) => total * Number(valueOf(one)), 1))
        .reduce((total, one) => total + Math.round(one * 100), 0);
      expect(cents / 100).toBe(valueOf(text(sum.parentElement!.querySelector("samp"))));
    }
  });

  test("it stands under a strict policy, in its language, and its links lead somewhere", () => {
    expect(document.documentElement.lang).toBe(language);
    expect(all("script, style, [style], [onclick], img")).toEqual([]);
    expect(all('link[rel="stylesheet"]').map((link) => link.getAttribute("href"))).toEqual(["help.css"]);
    for (const link of all("a")) {
      const [page = "", anchor = ""] = link.getAttribute("href")!.split("#");
      const target = page === "" ? document : new JSDOM(htmlOf(page)).window.document;
      if (anchor !== "")
        expect({ page, anchor, found: target.getElementById(anchor) !== null }).toMatchObject({ found: true });
    }
    const ids = all("[id]").map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const section of all("[aria-labelledby]"))
      expect(document.getElementById(section.getAttribute("aria-labelledby")!)).not.toBeNull();
  });

  test("it is typeset in its language", () => {
    const prose = all("p, td, li, caption, h2, h3").map((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const code of all("code, samp", copy)) code.remove();
      return copy.textContent ?? "";
    });
    for (const one of prose) {
      expect(one).not.toMatch(/\w'\w/);
      if (language === "fr") expect(one.replace(/\n */g, "\n")).not.toMatch(/« | »|[^\s] [;!?]|\S :/);
    }
  });
});
