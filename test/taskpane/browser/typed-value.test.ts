import { CellError, CellSet, sheetOfValues, type SheetCells } from "../../../src/cells";
import { createCellTexts, readTyped } from "../../../src/taskpane/browser/grid/cell-text";

/** A sheet whose second column shows days, and whose third shows money. */
function sheet(): SheetCells {
  const [dates, money, withoutResult] = [new CellSet(), new CellSet(), new CellSet()];
  dates.add(0, 1);
  money.add(0, 2);
  withoutResult.add(0, 5);
  const facts = { dates, money, withoutResult, struck: new CellSet() };
  return {
    // 41944 is 1 November 2014.
    ...sheetOfValues("Parc", [["Amagney", 41944, 1011.5, 0.1 + 0.2, new CellError("#REF!"), null]]),
    facts: { ...facts, sums: new Map(), filteredRows: new Set() },
  };
}

describe("what is typed in a cell is what a spreadsheet would take it for", () => {
  test.each<[string, number, unknown]>([
    ["12", 0, { value: 12 }],
    [" 1 234,5 ", 0, { value: 1234.5 }],
    ["1234.5", 0, { value: 1234.5 }],
    ["\u22124", 0, { value: -4 }],
    ["1\u202f011", 0, { value: 1011 }],
    ["", 0, { value: null }],
    ["École élémentaire", 0, { value: "École élémentaire" }],
    ["025112", 0, { value: "025112" }],
    ["0", 0, { value: 0 }],
    ["0,5", 0, { value: 0.5 }],
    ["'12", 0, { value: "12" }],
    ["12 postes", 0, { value: "12 postes" }],
    ["1 23", 0, { value: "1 23" }],
    ["01/11/2014", 0, { value: "01/11/2014" }],
    ["01/11/2014", 1, { value: 41944 }],
    ["31/02/2014", 1, { value: "31/02/2014" }],
    ["=A1+1", 0, "formula"],
  ])("« %s » in column %i", (text, column, expected) => {
    expect(readTyped(text, sheet(), 0, column, false)).toEqual(expected);
  });
});

describe("a cell shows what it holds", () => {
  const { shown, typed } = createCellTexts("fr-FR", false, "Ligne");
  const plain = (text: string) => text.replace(/\s/g, " ");

  test("a text, a day, an amount, a number without the dust of floats, an error, a formula without a result", () => {
    const of = sheet();
    const row = of.rows[0]!.map((_, column) => plain(shown(of, 0, column, null)));
    expect(row).toEqual(["Amagney", "01/11/2014", "1 011,50", "0,3", "#REF!", "=…"]);
  });

  test("what is shown to be corrected, typed again as it is, changes nothing", () => {
    const of = sheet();
    for (const column of [0, 1, 2]) {
      const again = readTyped(typed(of, 0, column), of, 0, column, false);
      expect(again).toEqual({ value: of.rows[0]![column] });
    }
  });
});
