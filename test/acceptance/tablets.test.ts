import { readFile, writeFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import type { CellValue } from "hucre/xlsx";
import type { StatementJson } from "../../src/statement";
import { Folder, run } from "../cli/run-rebill";
import { faultsOf } from "../workbook/files/package-check";
import { gridWith, writeTarifs, type GridRow } from "./analyses";
import { openedFile } from "../opened-file";

const folder = new Folder();

/** Installed by the commune at 12,00; maintained for 4,00 by the CAGB and 6,50 by the commune. */
const tablets: GridRow = {
  code: "TABLETTE",
  prestation: "Tablette",
  unit: "tablette",
  installation: { cagb: null, commune: "12.00" },
  maintenance: { cagb: "4.00", commune: "6.50" },
};

/** A school of 100 pupils, 10 workstations and 7 tablets, 2 of which came this year, whatever the layout. */
const layouts: readonly [string, readonly CellValue[][]][] = [
  [
    "columns, « Tablettes »",
    [
      ["Commune", "École", "Effectif", "Postes clients standard", "Tablettes", "Tablettes installées"],
      ["Amagney", "École primaire", 100, 10, 7, 2],
    ],
  ],
  [
    "columns, « iPad », with the unit in the cells",
    [
      ["Commune", "École", "Effectif", "Postes clients standard", "iPad", "dont installés dans l’année"],
      ["Amagney", "École primaire", 100, 10, "7 tablettes", "2 iPads"],
    ],
  ],
  [
    "rows, « Tablette numérique » and « iPad »",
    [
      ["Commune", "École", "Prestation", "Nature", "Quantité"],
      ["Amagney", "École primaire", "Élèves", "Maintenance", 100],
      ["Amagney", "École primaire", "Poste client standard", "Maintenance", 10],
      ["Amagney", "École primaire", "Tablette numérique", "Maintenance", 7],
      ["Amagney", "École primaire", "iPad", "Installation", 2],
    ],
  ],
];

async function bill(rows: readonly CellValue[][], ...more: readonly string[]): Promise<StatementJson> {
  await writeFile(folder.file("parc.xlsx"), await writeXlsx({ sheets: [{ name: "Parc", rows: [...rows] }] }));
  const asked = ["--campaign", "2015", "--out", folder.file("o.xlsx"), "--json", folder.file("o.json")];
  const done = await run(folder.file("parc.xlsx"), ...more, ...asked);
  expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: [] });
  return JSON.parse(await readFile(folder.file("o.json"), "utf8"));
}

async function billWithTablets(rows: readonly CellValue[][]): Promise<StatementJson> {
  await writeTarifs(folder.file("tarifs.xlsx"), gridWith({}, [tablets]));
  return bill(rows, folder.file("tarifs.xlsx"));
}

async function sheetsOut(): Promise<ReadonlyMap<string, readonly (readonly unknown[])[]>> {
  const bytes = await readFile(folder.file("o.xlsx"));
  expect(faultsOf(bytes)).toEqual([]);
  const opened = await openedFile(bytes, "o.xlsx");
  return new Map(opened.cells.sheets.map(({ name, rows }) => [name, rows]));
}

describe("tablets, where the office’s own grid prices them", () => {
  test.each(layouts)("tablets are billed in %s", async (_, rows) => {
    const json = await billWithTablets(rows);
    const lines = json.lines.filter(({ prestation }) => prestation === "TABLETTE");
    expect(lines.map(({ nature, payer, quantity, amount }) => [nature, payer, quantity, amount])).toEqual([
      ["installation", "commune", 2, "24.00"],
      ["maintenance", "cagb", 7, "28.00"],
      ["maintenance", "commune", 7, "45.50"],
    ]);
    // 100 × 5,27 + a pack at 211,00 + 28,00 for the CAGB; 10 × 36,86 + 45,50 + 24,00 for the commune.
    expect(json).toMatchObject({ cagb: "766.00", communes: "438.10", total: "1204.10" });
  });

  test("the documents name them, with what each payer bears", async () => {
    await billWithTablets(layouts[0]![1]);
    const sheets = await sheetsOut();
    for (const name of ["Titre CAGB", "Répartition", "Fiche Amagney"]) {
      const named = sheets.get(name)!.filter((row) => row.some((cell) => /^Tablette\b/.test(String(cell))));
      expect({ name, named: named.length > 0 }).toEqual({ name, named: true });
    }
  });

  test("tablets are listed and not billed at the voted tariff of 2014", async () => {
    const json = await bill(layouts[0]![1]);
    expect(json).toMatchObject({ cagb: "738.00", communes: "368.60", total: "1106.60" });
    expect(json.anomalies).toContainEqual(expect.objectContaining({ severity: "warning", code: "untariffed" }));
  });
});
