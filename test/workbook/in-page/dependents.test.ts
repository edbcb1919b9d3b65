import { readFile } from "node:fs/promises";
import { writeOds } from "hucre/ods";
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { cellAt } from "../../../src/cells";
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
    told: point === undefined ? null : `${point.severity} ${point.sheet}!${point.cell}`,
    billed: lines.map(({ quantity }) => Number(quantity)),
  };
}

describe("what depends on a corrected cell is never billed by the result that it had: an error at its cell", () => {
  test.each<[string, string]>([
    ["directly", computed("Saisie!A2*2")],
    ["through a formula of another sheet", computed("Relais!A1")],
    ["through a name", computed("Base*2")],
    ["through a name that moves with who reads it", computed("Relative*2")],
    ["by a range", computed("SUM(Saisie!A1:A3)")],
    ["by a range whose end is computed", computed("SUM(Saisie!A1:INDEX(Saisie!A3:A9,1))")],
    ["by whole columns", computed("SUM(Saisie!A:A)-99")],
    ["by whole rows", computed("SUM(Saisie!2:3)")],
    ["by the column of a table", computed("SUM(Saisies[Nombre])-99")],
    ["by an address that is written", computed("INDIRECT(&quot;Saisie!A2&quot;)*2")],
    ["by an address that is written in a cell", computed("INDIRECT(Relais!A2)*2")],
    ["by an offset", computed("OFFSET(Saisie!A1,1,0)*2")],
    ["by a formula that other cells share", computed("Saisie!$A$2*2", ' t="shared" ref="D3:D4" si="0"')],
    ["by a matrix formula of this cell alone", computed("SUM(Saisie!A2:A3)", ' t="array" ref="D3"')],
  ])("%s", async (_, f) => {
    const { held, told, billed } = await afterCorrection(f);
    expect({ told, billed }).toEqual({ told: "error Parc!D3", billed: [] });
    // What recalculates it finds the formula as it was.
    const [, cell] = /<c r="D3">(.*?)<\/c>/.exec(partOf(await savedBytes(held)))!;
    expect(cell).toBe(f);
  });

  test("what does not depend on it keeps its result, and is billed", async () => {
    const { told, billed } = await afterCorrection(computed("SUM(Saisie!A3:A3)*2+COUNTA(Saisie!B:XFD)"));
    expect({ told, billed }).toEqual({ told: null, billed: [20] });
  });
});

function partOf(bytes: Uint8Array): string {
  let found = "";
  withPart(bytes, sheet1, (text) => (found = text));
  return found;
}

describe("what cannot be corrected without leaving a number that is no longer true is refused, and nothing changes", () => {
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
