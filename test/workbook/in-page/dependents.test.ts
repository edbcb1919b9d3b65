import { readFile } from "node:fs/promises";
import { writeOds } from "hucre/ods";
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { cellAt, lacksResult } from "../../../src/cells";
import { headers } from "../../cli/small-workbook";
import { withPart } from "../files/rich-workbook";
import { heldIn, readIt, savedBytes, sessionOn } from "./held-session";

/** What Excel writes of the cell D3, « Postes clients standard » of Audeux: 20, by a formula of what « Saisie » holds. */
const computed = (formula: string, attributes = "") => `<f${attributes}>${formula}</f>`;
const sheet1 = "xl/worksheets/sheet1.xml";

/** Amagney's 10 workstations are typed, Audeux' 20 are computed. « Relais » counts twice what « Saisie » holds, which D3 may read. */
async function withComputed(f: string): Promise<Uint8Array> {
  const parc: WriteSheet = {
    name: "Parc",
    rows: [headers, ["Amagney", "École primaire", 100, 10, 2], ["Audeux", "École primaire", 50, 20, 0]],
  };
  const saisie: WriteSheet = {
    name: "Saisie",
    rows: [["Nombre"], [10], [10], [99]],
    tables: [{ name: "Saisies", range: "A1:A4", columns: [{ name: "Nombre" }] }],
  };
  const relais: WriteSheet = {
    name: "Relais",
    rows: [[20], ["Saisie!A2"]],
    cells: new Map([["0,0", { value: 20, formula: "Saisie!A2*2", formulaResult: 20 }]]),
  };
  const bytes = await writeXlsx({
    sheets: [parc, saisie, relais],
    namedRanges: [
      { name: "Base", range: "Saisie!$A$2" },
      // From A1: two rows up and three columns to the left of the cell that reads it.
      { name: "Relative", range: "Saisie!XFB1048576" },
    ],
  });
  return withPart(bytes, sheet1, (text) =>
    text.replace(/<c r="D3"[^>]*><v>20<\/v><\/c>/, `<c r="D3">${f}<v>20</v></c>`),
  );
}

/** The cell that is corrected in « Saisie »: 10 workstations become 12. */
const correction = { sheet: "Saisie", row: 1, column: 0, value: 12 };

/** What the reading says of D3, and what Audeux owes for its workstations; null where it says nothing of them. */
async function afterCorrection(f: string) {
  const page = await sessionOn(await withComputed(f), "parc.xlsx");
  expect(await page.held.edit([correction])).toMatchObject({ ok: true });
  page.corrected();
  await readIt(page);
  const { source } = page.session.state;
  if (source.kind !== "read") throw new Error(source.kind);
  const point = source.preview.points.find(({ code }) => code === "formula-without-result");
  const lines = source.preview.statement.lines.filter(({ school, tariff }) => {
    return school.commune.name === "Audeux" && tariff.code === "POSTE_STD";
  });
  return {
    held: page.held,
    told: point === undefined ? null : `${point.severity} ${point.anomalies[0].sheet}!${point.anomalies[0].cell}`,
    billed: lines.map(({ quantity }) => Number(quantity)),
  };
}

describe("a formula that depends on a corrected cell is never billed by its former result: it is an error at its cell", () => {
  test.each<[string, string]>([
    ["directly", computed("Saisie!A2*2")],
    ["through a formula of another sheet", computed("Relais!A1")],
    ["through a name", computed("Base*2")],
    ["through a name that moves with who reads it", computed("Relative*2")],
    ["by a range whose end is computed", computed("SUM(Saisie!A1:INDEX(Saisie!A3:A9,1))")],
    ["by the column of a table", computed("SUM(Saisies[Nombre])-99")],
    ["by an address that is written", computed("INDIRECT(&quot;Saisie!A2&quot;)*2")],
    ["by an address that is written in a cell", computed("INDIRECT(Relais!A2)*2")],
    ["by an offset", computed("OFFSET(Saisie!A1,1,0)*2")],
    ["by a formula that other cells share", computed("Saisie!$A$2*2", ' t="shared" ref="D3:D4" si="0"')],
    ["by a sum of what is no number", computed("Saisie!A2+Saisie!A1")],
    ["by a sum of what is not computed here", computed("SUM(Saisie!A2,Relais!A1)")],
    ["by a subtotal of another kind", computed("SUBTOTAL(2,Saisie!A2:A3)+18")],
    ["by a sum that comes back to itself", computed("Saisie!A2+D3")],
    ["by a sum of a sheet that is not there", computed("SUM(Saisie!A2,Ailleurs!A1:A9)")],
  ])("%s", async (_, f) => {
    const { held, told, billed } = await afterCorrection(f);
    expect({ told, billed }).toEqual({ told: "error Parc!D3", billed: [] });
    // What recalculates it finds the formula as it was.
    const [, cell] = /<c r="D3">(.*?)<\/c>/.exec(partOf(await savedBytes(held)))!;
    expect(cell).toBe(f);
  });

  test("a formula that does not depend on a corrected cell keeps its result, and is billed", async () => {
    const { told, billed } = await afterCorrection(computed("SUM(Saisie!A3:A3)*2+COUNTA(Saisie!B:XFD)"));
    expect({ told, billed }).toEqual({ told: null, billed: [20] });
  });
});

describe("a sum that depends on a corrected cell is computed, and billed: 12 where it was 10", () => {
  test.each<[string, string, number]>([
    ["of a range, texts apart", computed("SUM(Saisie!A1:A3)"), 22],
    ["of whole columns, less a number", computed("SUM(Saisie!A:A)-99"), 22],
    ["of whole rows", computed("SUM(Saisie!2:3)"), 22],
    ["of cells, one by one", computed("+Saisie!A2+Saisie!$A$3"), 22],
    ["of parentheses, and of what is blank", computed("(Saisie!A2-(Saisie!A3-5))+Saisie!B2"), 7],
    ["of several ranges and numbers", computed("SUM(Saisie!A2, Saisie!A3:A3, 3, 1+1)"), 27],
    ["a subtotal", computed("SUBTOTAL(9,Saisie!A2:A3)"), 22],
    ["by a matrix formula of this cell alone", computed("SUM(Saisie!A2:A3)", ' t="array" ref="D3"'), 22],
  ])("%s", async (_, f, sum) => {
    const { held, told, billed } = await afterCorrection(f);
    expect({ told, billed }).toEqual({ told: null, billed: [sum] });
    // A spreadsheet finds the formula as it was, with its result.
    const [, cell] = /<c r="D3">(.*?)<\/c>/.exec(partOf(await savedBytes(held)))!;
    expect(cell).toBe(`${f}<v>${sum}</v>`);
  });

  /** A sheet of numbers, summed by formulas that were computed. */
  const summed = (rows: (number | string)[][], formulas: Record<string, string>, hidden: readonly number[] = []) =>
    writeXlsx({
      sheets: [
        {
          name: "Parc",
          rows,
          rowDefs: new Map(hidden.map((row) => [row, { hidden: true }])),
          cells: new Map(
            Object.entries(formulas).map(([at, formula]) => [at, { value: 99, formula, formulaResult: 99 }]),
          ),
        },
      ],
    });
  const corrects = async (bytes: Uint8Array, value: number | string) => {
    const held = await heldIn(bytes, "parc.xlsx");
    expect(await held.edit([{ sheet: "Parc", row: 0, column: 0, value }])).toMatchObject({ ok: true });
    const [sheet] = held.open.cells.sheets;
    return (row: number, column: number) => (lacksResult(sheet!, row, column) ? "=…" : cellAt(sheet!, row, column));
  };

  test("sums of sums are, and subtotals pass over each other", async () => {
    const rows = [[1], [2], [99], [4], [99], [99]];
    const formulas = { "2,0": "SUBTOTAL(9,A1:A2)", "4,0": "SUBTOTAL(109,A1:A4)", "5,0": "A3+A5" };
    const at = await corrects(await summed(rows, formulas), 10);
    expect([at(2, 0), at(4, 0), at(5, 0)]).toEqual([12, 16, 28]);
    const cents = await corrects(await summed([[0.1, 0.2, 99]], { "0,2": "SUM(A1:B1)" }), 0.7);
    expect(cents(0, 2)).toBe(0.9);
  });

  test("a cell put below what the sheet had counts; a text that was a number does not", async () => {
    const held = await heldIn(await summed([[1, 99]], { "0,1": "SUM(A1:A9)" }), "parc.xlsx");
    expect(await held.edit([{ sheet: "Parc", row: 6, column: 0, value: 5 }])).toMatchObject({ ok: true });
    expect(cellAt(held.open.cells.sheets[0]!, 0, 1)).toBe(6);
    expect(await held.edit([{ sheet: "Parc", row: 0, column: 0, value: "un" }])).toMatchObject({ ok: true });
    expect(cellAt(held.open.cells.sheets[0]!, 0, 1)).toBe(5);
  });

  test("a result that was taken out comes back once what it adds is known", async () => {
    const held = await heldIn(await summed([[1, 99]], { "0,1": "A1+1" }), "parc.xlsx");
    const edit = (value: number | string) => held.edit([{ sheet: "Parc", row: 0, column: 0, value }]);
    const [result, isLost] = [
      () => cellAt(held.open.cells.sheets[0]!, 0, 1),
      () => lacksResult(held.open.cells.sheets[0]!, 0, 1),
    ];
    expect(await edit("un")).toMatchObject({ ok: true });
    expect([result(), isLost()]).toEqual([null, true]);
    expect(await edit(4)).toMatchObject({ ok: true });
    expect([result(), isLost()]).toEqual([5, false]);
  });

  test("a subtotal of rows that are hidden is left to a spreadsheet", async () => {
    const at = await corrects(
      await summed([[1], [2], [99], [99]], { "2,0": "SUBTOTAL(9,A1:A2)", "3,0": "SUM(A1:A2)" }, [1]),
      10,
    );
    expect([at(2, 0), at(3, 0)]).toEqual(["=…", 12]);
  });
});

function partOf(bytes: Uint8Array): string {
  let found = "";
  withPart(bytes, sheet1, (text) => (found = text));
  return found;
}

describe("a correction that would leave an untrue number is refused, and nothing changes", () => {
  const shared = ' t="shared" ref="D3:D4" si="0"';
  const spilled = ' t="array" ref="D3:D4"';
  const hypotheses = ' t="dataTable" ref="D3:D4" dt2D="0" dtr="0" r1="E9"';
  const at = (sheet: string, row: number, column: number) => ({ sheet, row, column, value: 3 });
  test.each<[string, string, ReturnType<typeof at>, string]>([
    ["the cell that writes a formula for others", computed("Saisie!A2", shared), at("Parc", 2, 3), "shared-formula"],
    ["the cell of a matrix formula", computed("Saisie!A2:A3", spilled), at("Parc", 2, 3), "array-formula"],
    ["a cell that a matrix formula fills", computed("Saisie!A2:A3", spilled), at("Parc", 3, 3), "array-formula"],
    ["a cell that it reads", computed("Saisie!A2:A3", spilled), at("Saisie", 1, 0), "array-formula"],
    [
      "a cell that one that it reads is computed from",
      computed("Relais!A1:A2", spilled),
      at("Saisie", 1, 0),
      "array-formula",
    ],
    ["a cell of a table of hypotheses", computed("", hypotheses), at("Parc", 3, 3), "array-formula"],
    [
      "the cell that a table of hypotheses tries values in",
      computed("", hypotheses),
      at("Parc", 8, 4),
      "array-formula",
    ],
    ["the heading of a table of hypotheses", computed("", hypotheses), at("Parc", 2, 2), "array-formula"],
  ])("%s", async (_, f, edit, why) => {
    const held = await heldIn(await withComputed(f), "parc.xlsx");
    const before = held.open;
    expect(await held.edit([edit])).toEqual({ ok: false, why });
    expect(held.open).toBe(before);
    expect(held.hasUnsaved).toBe(false);
  });

  test("a cell beside a matrix formula, of which it reads nothing, is corrected", async () => {
    const held = await heldIn(await withComputed(computed("Saisie!A2:A3", spilled)), "parc.xlsx");
    expect(await held.edit([at("Parc", 1, 3)])).toMatchObject({ ok: true });
  });

  test("a cell that shares the formula of another one is corrected; the others keep it", async () => {
    const bytes = withPart(await withComputed(computed("Saisie!A2+10", shared)), sheet1, (text) =>
      text.replace("</sheetData>", '<row r="4"><c r="D4"><f t="shared" si="0"/><v>20</v></c></row></sheetData>'),
    );
    const held = await heldIn(bytes, "parc.xlsx");
    expect(await held.edit([at("Parc", 3, 3)])).toMatchObject({ ok: true });
    expect(cellAt(held.open.cells.sheets[0]!, 3, 3)).toBe(3);
    expect(partOf(await savedBytes(held))).toContain(computed("Saisie!A2+10", shared));
  });

  const rows = [
    ["Commune", "École", "Effectif", "Postes"],
    ["Amagney", "École A", 100, 10],
    ["Amagney", "École B", 50, 5],
  ];
  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    // A3 is =A2: the commune of the second school is the first one's.
    ["commune-calculee.xls", () => readFile("test/fixtures/workbook/commune-calculee.xls")],
    [
      "commune-calculee.ods",
      () =>
        writeOds({ sheets: [{ name: "Parc", rows, cells: new Map([["2,0", { value: "Amagney", formula: "A2" }]]) }] }),
    ],
  ])("%s: of a file of which only values were taken, where a text is the result of a formula", async (name, make) => {
    const held = await heldIn(await make(), name);
    expect(cellAt(held.open.cells.sheets[0]!, 2, 0)).toBe("Amagney");
    const edit = { sheet: "Parc", row: 1, column: 0, value: "Audeux" };
    expect(await held.edit([edit])).toEqual({ ok: false, why: "values-of-formulas" });
  });

  test("an .xls without a formula is corrected", async () => {
    const held = await heldIn(await readFile("test/fixtures/cli/parc.xls"), "parc.xls");
    const { name } = held.open.cells.sheets[0]!;
    expect(await held.edit([{ sheet: name, row: 1, column: 0, value: "Audeux" }])).toMatchObject({ ok: true });
  });
});
