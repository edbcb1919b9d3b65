import { readFile, writeFile } from "node:fs/promises";
import { writeOds } from "hucre/ods";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import type { StatementJson } from "../../src/statement";
import { openWorkbookFile } from "../../src/workbook";
import { Folder, run } from "../cli/run-rebill";
import { amagney, amagneyAmounts, headers, smallWorkbook } from "../cli/small-workbook";
import { faultsOf } from "../workbook/files/package-check";

const folder = new Folder();
const out = () => folder.file("o.xlsx");
const bill = (paths: readonly string[], ...argv: string[]) =>
  run(...paths, "--campaign", "2014", "--out", out(), "--json", folder.file("o.json"), ...argv);
const readJson = async (): Promise<StatementJson> => JSON.parse(await readFile(folder.file("o.json"), "utf8"));
const readOut = async () => {
  const result = await openWorkbookFile(await readFile(out()), "o.xlsx");
  if (!result.ok) throw new Error(result.anomaly.code);
  return result.workbook;
};

describe("files of values are billed too, into an .xlsx that holds their values", () => {
  const rows = [headers, amagney];
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    [
      "a .csv of Excel in French",
      "parc.csv",
      () => Buffer.from(rows.map((row) => row.join(";")).join("\r\n"), "latin1"),
    ],
    ["a .csv in UTF-8", "parc.csv", () => Buffer.from(`\uFEFF${rows.map((row) => row.join(";")).join("\n")}`)],
    ["an .ods", "parc.ods", () => writeOds({ sheets: [{ name: "Parc", rows }] })],
    ["an .xls", "parc.xls", () => readFile("test/fixtures/cli/parc.xls")],
  ])("%s", async (_, name, make) => {
    await writeFile(folder.file(name), await make());
    expect((await bill([folder.file(name)])).code).toBe(0);
    const json = await readJson();
    expect(json).toMatchObject(amagneyAmounts);
    expect(json.anomalies).toContainEqual(
      expect.objectContaining({ severity: "info", code: `values-only-${name.slice(-3)}`, file: name }),
    );
    expect(faultsOf(await readFile(out()))).toEqual([]);
    const [first] = (await readOut()).cells.sheets;
    expect(first?.name.toLowerCase()).toBe("parc");
    expect(first?.rows[1]?.slice(0, 2)).toEqual(["Amagney", "École primaire"]);
  });
});

describe("several workbooks are read together", () => {
  test("headcounts of the second go with the equipment of the first; its cells are named with its file", async () => {
    await writeFile(
      folder.file("parc.xlsx"),
      await writeXlsx({
        sheets: [
          {
            name: "Parc",
            rows: [
              ["Commune", "École", "Postes clients standard"],
              ["Amagney", "École primaire", 10],
            ],
          },
        ],
      }),
    );
    await writeFile(
      folder.file("effectifs.xlsx"),
      await writeXlsx({
        sheets: [
          {
            name: "Rentrée 2014",
            rows: [
              ["Commune", "École", "Effectif"],
              ["AMAGNEY", "école primaire", 100],
            ],
          },
        ],
      }),
    );
    expect((await bill([folder.file("parc.xlsx"), folder.file("effectifs.xlsx")])).code).toBe(0);
    const json = await readJson();
    // 100 pupils × 5,27 and a pack at 211,00 for the CAGB; 10 workstations × 36,86 for the commune; nothing installed.
    expect(json).toMatchObject({ cagb: "738.00", communes: "368.60", pupils: 100, schools: 1 });
    const sourceOf = (code: string) => json.lines.find(({ prestation }) => prestation === code)?.source;
    expect(sourceOf("PORTAIL")).toEqual(["[effectifs.xlsx]Rentrée 2014!C2"]);
    expect(sourceOf("POSTE_STD")).toEqual(["Parc!C2"]);
    expect((await readOut()).cells.sheets.map(({ name }) => name)).not.toContain("Rentrée 2014");
  });
});

describe("imported texts stay texts, whatever they look like", () => {
  const names = ['=HYPERLINK("x")', "+33", "-1+2", "@SUM(A1)", "=1+1"];

  test("names of schools that look like formulas stay texts", async () => {
    await writeFile(folder.file("parc.xlsx"), await smallWorkbook(names.map((name) => ["Amagney", name, 100, 10, 2])));
    expect((await bill([folder.file("parc.xlsx")])).code).toBe(0);
    const json = await readJson();
    expect(new Set(json.lines.map(({ school }) => school))).toEqual(new Set(names));
    // Five times the one school: 5 × 738,00 and 5 × 431,80.
    expect(json).toMatchObject({ cagb: "3690.00", communes: "2159.00" });

    const { sheets } = await readXlsx(await readFile(out()), { readStyles: true });
    const fiche = sheets.find((sheet) => sheet.name === "Fiche Amagney")!;
    for (const name of names) {
      const places = fiche.rows.flatMap((row, r) => row.flatMap((value, c) => (value === name ? [`${r},${c}`] : [])));
      expect(places.length).toBeGreaterThan(0);
      for (const place of places) {
        const cell = fiche.cells?.get(place);
        expect(cell?.formula).toBeUndefined();
        expect(cell?.style?.numFmt).toBe("@");
      }
    }
  });
});

test("a workbook with macros stays one, and asks for its own extension", async () => {
  const sheets = [{ name: "Parc", rows: [headers, amagney] }];
  await writeFile(folder.file("parc.xlsm"), await writeXlsx({ sheets, vbaProject: Uint8Array.from([1, 2, 3]) }));
  expect((await bill([folder.file("parc.xlsm")])).code).toBe(2);
  const path = folder.file("o.xlsm");
  expect((await run(folder.file("parc.xlsm"), "--campaign", "2014", "--out", path)).code).toBe(0);
  const result = await openWorkbookFile(await readFile(path), "o.xlsm");
  expect(result.ok && result.workbook.format).toBe("xlsm");
});
