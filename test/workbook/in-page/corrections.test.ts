import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import type { CellValue, WriteSheet } from "hucre/xlsx";
import { cellAt } from "../../../src/cells";
import { samplePath } from "../../acceptance/samples";
import { amagney, headers } from "../../cli/small-workbook";
import { generateIt, heldIn, readIt, savedBytes, sessionOn } from "./held-session";

const audeux: CellValue[] = ["Audeux", "École primaire", 50, 5, 0];

/** Row 2 counts by itself, row 3 counts twice what row 2 does, row 4 what row 3 does, on another sheet. */
function withFormulas(): Promise<Uint8Array> {
  const formula = (formula: string, value: number) => ({ value, formula, formulaResult: value });
  const parc: WriteSheet = {
    name: "Parc",
    rows: [headers, amagney, audeux],
    cells: new Map([["2,3", formula("'Autre feuille'!A1", 20)]]),
  };
  const other: WriteSheet = {
    name: "Autre feuille",
    rows: [[20], [7]],
    cells: new Map([
      ["0,0", formula("Parc!D2*2", 20)],
      ["1,0", formula("Parc!C2+7", 7)],
    ]),
  };
  return writeXlsx({ sheets: [parc, other] });
}

const parts = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

describe("a cell is corrected, and nothing else", () => {
  test("the rest of the sheet is as it was, byte for byte, and so are the other parts but for what recalculates", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "Parc", rows: [headers, amagney, audeux] }] });
    const held = await heldIn(bytes, "parc.xlsx");
    expect(await held.edit([{ sheet: "Parc", row: 1, column: 3, value: 12 }])).toMatchObject({ ok: true });
    const [before, after] = [parts(bytes), parts(await savedBytes(held))];
    const path = "xl/worksheets/sheet1.xml";
    const cell = /<c r="D2"[^>]*><v>10<\/v><\/c>/;
    expect(before.get(path)).toMatch(cell);
    expect(after.get(path)!.replace("<v>12</v>", "<v>10</v>")).toBe(
      before.get(path)!.replace(/(<c r="D2"[^>]*?)( t="n")?>/, "$1>"),
    );
    expect(
      [...after]
        .filter(([name, part]) => part !== before.get(name))
        .map(([name]) => name)
        .sort(),
    ).toEqual([path]);
    expect(after.get("xl/workbook.xml")).toContain('fullCalcOnLoad="1"');
  });

  test("a number, a text with signs of XML, a blank; cells and rows that the sheet did not have", async () => {
    const held = await heldIn(await writeXlsx({ sheets: [{ name: "Parc", rows: [["A"], ["B", 2]] }] }), "parc.xlsx");
    const edited = await held.edit([
      { sheet: "Parc", row: 0, column: 0, value: "École « A & B » <1>" },
      { sheet: "Parc", row: 1, column: 1, value: null },
      { sheet: "Parc", row: 1, column: 3, value: -1.5 },
      { sheet: "Parc", row: 4, column: 2, value: "  au-delà " },
      // As a file writes « A », and not here.
      { sheet: "Parc", row: 5, column: 0, value: "_x0041_" },
    ]);
    expect(edited.ok).toBe(true);
    const sheet = held.open.cells.sheets[0]!;
    expect([
      cellAt(sheet, 0, 0),
      cellAt(sheet, 1, 0),
      cellAt(sheet, 1, 1),
      cellAt(sheet, 1, 3),
      cellAt(sheet, 4, 2),
      cellAt(sheet, 5, 0),
    ]).toEqual(["École « A & B » <1>", "B", null, -1.5, "  au-delà ", "_x0041_"]);
  });

  test("a cell of a .csv is corrected, and its text is saved as an .xlsx", async () => {
    const held = await heldIn(Buffer.from("Commune;Postes\nAmagney;10\n"), "parc.csv");
    expect((await held.edit([{ sheet: "parc", row: 1, column: 1, value: 12 }])).ok).toBe(true);
    const saved = await heldIn(await savedBytes(held), "parc.xlsx");
    expect(saved.open.cells.sheets[0]!.rows[1]).toEqual(["Amagney", 12]);
  });
});

describe("a formula that depends on a corrected cell has no result until a spreadsheet computes it", () => {
  test("directly or through another sheet: an error at its cell where it is a quantity; other formulas keep theirs", async () => {
    const page = await sessionOn(await withFormulas(), "parc.xlsx");
    await readIt(page);
    // 20 workstations at Audeux, of the formula.
    expect(JSON.stringify(page.session.state.source)).not.toContain("formula-without-result");
    await page.held.edit([{ sheet: "Parc", row: 1, column: 3, value: 11 }]);
    page.corrected();
    await page.session.run.read();
    const { source } = page.session.state;
    if (source.kind !== "read") throw new Error(source.kind);
    expect(source.preview.points.flatMap(({ anomalies }) => anomalies)).toContainEqual(
      expect.objectContaining({ code: "formula-without-result", severity: "error", sheet: "Parc", cell: "D3" }),
    );
    const [parc, other] = page.held.open.cells.sheets;
    expect([cellAt(parc!, 2, 3), cellAt(other!, 0, 0), cellAt(other!, 1, 0)]).toEqual([null, null, 7]);
    // What recalculates it finds the formulas as they were.
    const sheet = parts(await savedBytes(page.held)).get("xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<c r="D3"[^>]*><f>'Autre feuille'!A1<\/f><\/c>/);
  });

  test("a sum that depends on a corrected cell is computed in a total, and compared with its rows again", async () => {
    const page = await sessionOn(await readFile(samplePath("anomalies-2014.xlsx")), "anomalies-2014.xlsx");
    const toldAtTotal = () => {
      const { source } = page.session.state;
      if (source.kind !== "read") throw new Error(source.kind);
      return source.preview.points.flatMap(({ severity, code, anomalies }) =>
        anomalies[0].cell === "F17" ? [`${severity} ${code}`] : [],
      );
    };
    await readIt(page);
    expect(toldAtTotal()).toEqual(["warning total-differs"]);
    // F17 is SUM(F4:F14).
    const at = (row: number) => Number(cellAt(page.held.open.cells.sheets[0]!, row, 5));
    const [total, corrected] = [at(16), at(5)];
    expect(await page.held.edit([{ sheet: "Inventaire 2014", row: 5, column: 5, value: 11 }])).toMatchObject({
      ok: true,
    });
    page.corrected();
    await readIt(page);
    expect(toldAtTotal()).toEqual(["warning total-differs"]);
    expect(at(16)).toBe(total + 11 - corrected);
  });
});

describe("a correction that would do harm is refused, and nothing changes", () => {
  const table: WriteSheet = {
    name: "Parc",
    rows: [headers, amagney],
    tables: [{ name: "Inventaire", range: "A1:E2", columns: headers.map((name) => ({ name: String(name) })) }],
  };
  test.each<[string, string, number, number, () => Promise<Uint8Array>, string]>([
    ["table-heading", "the heading of a native table", 0, 3, () => writeXlsx({ sheets: [table] }), "parc.xlsx"],
    [
      "no-sheet",
      "a sheet that is not there",
      0,
      0,
      () => writeXlsx({ sheets: [{ name: "P", rows: [[1]] }] }),
      "p.xlsx",
    ],
    [
      "values-of-formulas",
      "a file of which only the results of formulas were taken",
      1,
      1,
      () =>
        writeOds({
          sheets: [
            {
              name: "Parc",
              rows: [
                ["A", "B"],
                [1, 2],
              ],
              cells: new Map([["1,1", { value: 2, formula: "A2*2" }]]),
            },
          ],
        }),
      "parc.ods",
    ],
  ])("%s: %s", async (why, _, row, column, make, file) => {
    const held = await heldIn(await make(), file);
    const before = held.open;
    expect(await held.edit([{ sheet: "Parc", row, column, value: 3 }])).toEqual({ ok: false, why });
    expect(held.open).toBe(before);
    expect(held.hasUnsaved).toBe(false);
  });
});

describe("an undo takes the documents back, and nothing else", () => {
  test("the file is what it was; a cell corrected since stays corrected", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "Parc", rows: [headers, amagney] }] });
    const page = await sessionOn(bytes, "parc.xlsx");
    await readIt(page);
    await generateIt(page);
    expect(page.held.open.generatedSheets.length).toBeGreaterThan(3);
    await page.session.run.undo();
    expect(page.session.state.ending.kind).toBe("undone");
    expect(Buffer.from(await savedBytes(page.held)).equals(Buffer.from(bytes))).toBe(true);

    await generateIt(page);
    await page.held.edit([{ sheet: "Parc", row: 1, column: 2, value: 101 }]);
    await page.session.run.undo();
    expect(page.held.open.cells.sheets.map(({ name }) => name)).toEqual(["Parc"]);
    expect(cellAt(page.held.open.cells.sheets[0]!, 1, 2)).toBe(101);
    expect(page.held.canUndo).toBe(false);
  });
});

describe("the operations of the pane on a workbook", () => {
  test("a setting is kept in « Options Ordiclasse », added after the user’s sheets, then changed at its row alone", async () => {
    const page = await sessionOn(
      await writeXlsx({ sheets: [{ name: "Parc", rows: [headers, amagney] }] }),
      "parc.xlsx",
    );
    await readIt(page);
    for (const besancon of ["left-out", "like-others"] as const) {
      await page.session.run.openSettings();
      const { options } = page.session.state;
      if (options.kind !== "seen") throw new Error(options.kind);
      const { schoolUnit, printableFiches, signatory } = options.options;
      await page.session.run.saveSettings({ besancon, schoolUnit, printableFiches, signatory });
      expect(page.session.state.trouble).toBeNull();
    }
    const again = await heldIn(await savedBytes(page.held), "parc.xlsx");
    expect(again.open.cells.sheets.map(({ name }) => name)).toEqual(["Parc", "Options Ordiclasse"]);
  });

  test("a cell is shown in the grid, be its sheet hidden; a sheet that is not there says so", async () => {
    const sheets: WriteSheet[] = [
      { name: "Parc", rows: [headers, amagney] },
      { name: "Caché", rows: [[1]], hidden: true },
    ];
    const page = await sessionOn(await writeXlsx({ sheets }), "parc.xlsx");
    await page.session.run.selectCell("Parc", "D2");
    expect(page.shown).toEqual([["Parc", "D2"]]);
    await page.session.run.selectCell("Caché", "A1");
    expect(page.shown).toEqual([
      ["Parc", "D2"],
      ["Caché", "A1"],
    ]);
    await page.session.run.openSheet("Ailleurs");
    expect(page.session.state.trouble?.code).toBe("office-sheet-vanished");
    expect(page.shown).toHaveLength(2);
  });
});
