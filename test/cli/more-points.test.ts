import { writeFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import type { CellValue } from "hucre/xlsx";
import voted from "../../src/tariff/grids/2014.json";
import { Folder, run } from "./run-rebill";
import { amagney, headers, smallWorkbook } from "./small-workbook";

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

  test("the workbook compared’s: in the JSON alone", async () => {
    await writeFile(path("2015.xlsx"), await smallWorkbook());
    await writeFile(path("2014.xlsx"), await smallWorkbook([amagney, ...nowhere]));
    const asked = [path("2015.xlsx"), "--campaign", "2015", "--compare", path("2014.xlsx"), "--force", ...out!];
    expect(await more(...asked, ...json!)).toEqual(["  … et 4 de plus : voir le JSON."]);
    expect(await more(...asked)).toEqual(["  … et 4 de plus : ajoutez --json pour les lire tous."]);
  });

  test("a trial’s: on « Simulation » or in the JSON", async () => {
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
