import { CellError, CellSet, sheetOfValues, type SheetCells } from "../../../src/cells";
import { createCellTexts, readTyped } from "../../../src/taskpane/browser/grid/cell-text";
import type { CellLook } from "../../../src/workbook/files";

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

describe("a text typed in a cell has the value that a spreadsheet would give it", () => {
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

  test("a cell shows its text, day, amount, rounded number or error, and nothing for a formula without a result", () => {
    const of = sheet();
    const row = of.rows[0]!.map((_, column) => plain(shown(of, 0, column, null)));
    expect(row).toEqual(["Amagney", "01/11/2014", "1 011,50", "0,3", "#REF!", "=…"]);
  });

  test("the text shown to correct a cell, typed again as it is, changes nothing", () => {
    const of = sheet();
    for (const column of [0, 1, 2]) {
      const again = readTyped(typed(of, 0, column), of, 0, column, false);
      expect(again).toEqual({ value: of.rows[0]![column] });
    }
  });
});

describe("a cell is written as its file shows it", () => {
  const shownIn = (locale: string, date1904 = false) => {
    const texts = createCellTexts(locale, date1904, "Ligne");
    return (value: SheetCells["rows"][number][number], format: string) =>
      texts.shown(sheetOfValues("Parc", [[value]]), 0, 0, { format } as CellLook).replace(/\s/g, " ");
  };
  const french = shownIn("fr-FR");

  test.each<[string, number, string]>([
    ['#,##0.00\\ "€"', 1234.56, "1 234,56 €"],
    ["#,##0.00\\ [$€-40C]", -7, "-7,00 €"],
    ["0.0%", 0.125, "12,5%"],
    ["dd/mm/yyyy", 41944, "01/11/2014"],
    ["mmm-yy", 41944, "nov.-14"],
    ["General", 0.1 + 0.2, "0,3"],
    // Text kept as such may look like a number; what no format says is said plainly.
    ["xx!bad[", 4, "4"],
  ])("%s of %d is %s", (format, value, expected) => {
    expect(french(value, format)).toBe(expected);
  });

  test("a text is itself; in English, amounts are in English; a day of an old Mac is the same day", () => {
    expect(french("0012", "@")).toBe("0012");
    expect(shownIn("en-GB")(1234.5, '#,##0.00\\ "€"')).toBe("1,234.50 €");
    // 1 November 2014, counted from 1904.
    expect(shownIn("fr-FR", true)(41944 - 1462, "dd/mm/yyyy")).toBe("01/11/2014");
  });
});
