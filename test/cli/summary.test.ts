import { writeXlsx, type CellValue } from "hucre/xlsx";
import { writeFile } from "node:fs/promises";
import { summarise } from "../../src/cli/summary";
import { speechOf, type Anomaly, type Severity } from "../../src/messages";
import { defaultOptions } from "../../src/options";
import voted from "../../src/tariff/conventions/2014/grid.json";
import { makeStatement } from "../at-once";
import { ofCanteens } from "../messages/nouns";
import * as given from "../statement/fixtures";
import { Folder, run } from "./run-rebill";
import { amagney, headers, smallWorkbook } from "./small-workbook";

const statement = makeStatement(given.golden, given.grid, given.campaign, defaultOptions);
const found = (severity: Severity, code: Anomaly["code"], count: number): Anomaly[] =>
  Array.from({ length: count }, (_one, index) => ({
    severity,
    code,
    file: "parc.xlsx",
    sheet: "Parc",
    cell: `A${index + 1}`,
    params: {},
  }));

/** The lines under the counts. */
function listed(...anomalies: Anomaly[]): string[] {
  const lines = summarise(
    { reading: given.golden, statement, anomalies, sheets: [] },
    { sheets: [], json: true },
    speechOf("fr"),
  );
  return lines.slice(lines.findIndex((line) => line.startsWith("Points")) + 1);
}

test("the summary speaks of those that a convention names, in its nouns", () => {
  const billing = { reading: given.golden, statement, anomalies: found("info", "commune-recap", 1), sheets: [] };
  const said = summarise(billing, { sheets: [], json: true }, speechOf("fr", ofCanteens)).join("\n");
  expect(said).toContain("Titre du Département à l’Agglo");
  expect(said).toMatch(/Restaurants scolaires\s: \d+ · Haltes-garderies\s: \d+/);
  expect(said).toContain(
    "Ce tableau donne, par halte-garderie, les sommes de ce que d’autres détaillent par restaurant",
  );
  expect(said).not.toMatch(/école|commune|CAGB|Ville/i);
});

describe("the summary lists what was found, one cause a line", () => {
  test("cells below each other are one range, with their number", () => {
    const lines = listed(...found("info", "commune-recap", 17), ...found("info", "same-source-twice", 1));
    expect(lines).toEqual([
      expect.stringMatching(/^ {2}Parc!A1:A17\s: Ce tableau donne/),
      expect.stringMatching(/^ {2}Parc!A1\s: Ce tableau répète/),
    ]);
  });

  test("ranges that are not named are counted, one or several", () => {
    const apart = (...rows: number[]) =>
      rows.map((row) => ({ ...found("info", "commune-recap", 1)[0]!, cell: `A${row}` }));
    expect(listed(...apart(1, 5))[0]).toMatch(/^ {2}Parc!A1 et une autre plage\s: /);
    expect(listed(...apart(1, 5, 9))[0]).toMatch(/^ {2}Parc!A1 et 2 autres plages\s: /);
  });

  test("the anomalies of one word are reported once, with the choice that settles them", () => {
    const natures = found("error", "unknown-nature", 93).map((one) => ({ ...one, params: { value: "MES" } }));
    expect(listed(...natures)).toEqual([
      expect.stringMatching(/^ {2}Parc!A1:A93\s: «\sMES\s» n’est pas une nature\s: 93 lignes ne sont pas facturées/),
      expect.stringMatching(
        /«\swords\s» des options\s: \{ "word": "MES", "kind": "nature", "as": "…" \} \(installation, maintenance/,
      ),
    ]);
  });

  test("the summary shows six lines of information at most, and counts the others", () => {
    const codes = [
      ...(["commune-recap", "same-source-twice", "filtered-rows", "hidden-parts", "pupil-list"] as const),
      ...(["packs-inferred", "out-without-date", "total-ignores-text"] as const),
    ];
    const lines = listed(...codes.flatMap((code) => found("info", code, 2)));
    expect(lines).toHaveLength(7);
    expect(lines[6]).toMatch(/… et 4 de plus/); // the two codes that are left, twice each
  });

  test("errors, then warnings, thirty of each, each list with what is left", () => {
    const each = (severity: Severity, code: Anomaly["code"], name: string, count: number) =>
      found(severity, code, count).map((one, index) => ({ ...one, params: { [name]: `x${index}` } }));
    const lines = listed(...each("warning", "in-repair", "status", 31), ...each("error", "error-in-name", "value", 32));
    expect(lines).toHaveLength(62);
    expect(lines[29]).toMatch(/Parc!A30\s: La cellule contient l’erreur/);
    expect(lines[30]).toMatch(/… et 2 de plus/);
    expect(lines[31]).toMatch(/Parc!A1\s: Matériel/);
    expect(lines[61]).toMatch(/… et 1 de plus/);
  });
});

const folder = new Folder();
const path = (name: string) => folder.file(name);
const [out, json] = [
  ["--out", "o.xlsx"],
  ["--json", "o.json"],
];

/** Four rows more than a list shows. */
const rows = (row: (index: number) => CellValue[]) => Array.from({ length: 34 }, (_, index) => row(index));
const nowhere = rows((index) => [`Atlantis ${index}`, "École", 10, 1, 0]);

/** The lines that say that there are more points than are shown; spaces are plain, outputs are in the test's folder. */
async function more(...argv: string[]): Promise<string[]> {
  const { out: lines } = await run(...argv.map((word) => (/^o\./.test(word) ? path(word) : word)), "--overwrite");
  return lines.map((line) => line.replace(/\s/g, " ")).filter((line) => /^ {2}… /.test(line));
}

describe("points beyond those shown are told to be where they are", () => {
  test("the campaign’s: on « Contrôles » where the workbook is written, in the JSON where that is", async () => {
    await writeFile(path("parc.xlsx"), await smallWorkbook([amagney, ...nowhere]));
    const ask = (...argv: string[]) => more(path("parc.xlsx"), "--campaign", "2014", ...argv);
    expect(await ask("--force", ...out!, ...json!)).toEqual([
      "  … et 4 de plus : voir la feuille « Contrôles » ou le JSON.",
    ]);
    expect(await ask("--force", ...out!)).toEqual(["  … et 4 de plus : voir la feuille « Contrôles »."]);
    expect(await ask("--force", ...json!)).toEqual(["  … et 4 de plus : voir le JSON."]);
    expect(await ask()).toEqual(["  … et 4 de plus : ajoutez --json pour les lire tous."]);
    expect(await ask("--lang", "en")).toEqual(["  … and 4 more: add --json to read them all."]);
  });

  test("held back, no workbook is written: its sheets are not named", async () => {
    await writeFile(path("parc.xlsx"), await smallWorkbook([amagney, ...nowhere]));
    const ask = (...argv: string[]) =>
      more(path("parc.xlsx"), "--campaign", "2014", "--out", path("tenu.xlsx"), ...argv);
    expect(await ask(...json!)).toEqual(["  … et 4 de plus : voir le JSON."]);
    expect(await ask()).toEqual(["  … et 4 de plus : ajoutez --json pour les lire tous."]);
  });

  test("a sheet of ours under another name, the user having one of this name", async () => {
    const sheets = [{ name: "Contrôles", rows: [["à moi"]] }];
    await writeFile(path("parc.xlsx"), await smallWorkbook([amagney, ...nowhere], sheets));
    expect(await more(path("parc.xlsx"), "--campaign", "2014", "--force", ...out!)).toEqual([
      "  … et 4 de plus : voir la feuille « Contrôles (2) ».",
    ]);
  });

  test("points of the compared workbook beyond those shown are said to be in the JSON", async () => {
    await writeFile(path("2015.xlsx"), await smallWorkbook());
    await writeFile(path("2014.xlsx"), await smallWorkbook([amagney, ...nowhere]));
    const asked = [path("2015.xlsx"), "--campaign", "2015", "--compare", path("2014.xlsx"), "--force", ...out!];
    expect(await more(...asked, ...json!)).toEqual(["  … et 4 de plus : voir le JSON."]);
    expect(await more(...asked)).toEqual(["  … et 4 de plus : ajoutez --json pour les lire tous."]);
  });

  test("points of a simulation beyond those shown are said to be on « Simulation » or in the JSON", async () => {
    const tablets = rows((index) => ["Amagney", `École ${index}`, 10, 1, 0, `beaucoup ${index}`]);
    const sheets = [{ name: "Parc", rows: [[...headers, "Tablettes"], ...tablets] }];
    await writeFile(path("parc.xlsx"), await writeXlsx({ sheets }));
    const price = { cagb: null, commune: "6.50" };
    const tablet = { code: "TABLETTE", prestation: "Tablette", unit: "tablette", installation: price };
    const grid = { ...voted, rows: [...voted.rows, { ...tablet, maintenance: price }] };
    await writeFile(path("grille.json"), JSON.stringify(grid));
    const asked = [path("parc.xlsx"), "--campaign", "2014", "--simulate", path("grille.json")];
    // At the voted prices, tablets are one point to look at; under those tried, none of their cells can be counted.
    expect(await more(...asked, ...out!, ...json!)).toEqual([
      "  … et 4 de plus : voir la feuille « Simulation » ou le JSON.",
    ]);
    expect((await more(...asked, ...json!)).at(-1)).toBe("  … et 4 de plus : voir le JSON.");
  });
});
