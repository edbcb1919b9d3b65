import { sheetOfValues, type SheetCells } from "../../../src/cells";
import { barOf, declarationsOf, edgesOf } from "../../../src/taskpane/browser/grid/cell-look";
import { createCellTexts } from "../../../src/taskpane/browser/grid/cell-text";
import type { CellLook } from "../../../src/workbook/files";

const plain: CellLook = {
  ...{ format: "General", bold: false, italic: false, underline: false, strike: false, size: 11 },
  ...{ colour: null, fill: null, align: null, vertical: null, wrap: false, indent: 0, edges: {} },
};
const thin = { line: "thin", colour: "A6A6A6" };

describe("a cell is written as its file shows it", () => {
  const shownIn = (locale: string, date1904 = false) => {
    const texts = createCellTexts(locale, date1904, "Ligne");
    return (value: SheetCells["rows"][number][number], format: string) =>
      texts.shown(sheetOfValues("Parc", [[value]]), 0, 0, { ...plain, format }).replace(/\s/g, " ");
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

describe("a cell has the look of its file", () => {
  test("nothing, where it has none of its own", () => {
    expect(declarationsOf(plain)).toBe("");
    expect(edgesOf(undefined, undefined, false)).toBe("");
  });

  test("characters, colours, place, wrapping", () => {
    const look = { ...plain, bold: true, underline: true, size: 16.5, colour: "FFFFFF", fill: "1F3864" };
    expect(declarationsOf({ ...look, align: "right", wrap: true, indent: 1 }).split("; ")).toEqual([
      "font-weight: 700",
      "text-decoration: underline",
      "font-size: 1.500rem",
      "color: #FFFFFF",
      "background-color: #1F3864",
      "text-align: right",
      "white-space: pre-wrap",
      "padding-right: 0.90rem",
    ]);
  });

  test("lines of its own or of the next cell; those of the grid are not seen over a colour", () => {
    expect(edgesOf(thin, { line: "double", colour: null }, false)).toBe(
      "border-bottom: 1px solid #A6A6A6; border-right: 3px double #000000",
    );
    expect(edgesOf(thin, undefined, true)).toBe("border-bottom: 1px solid #A6A6A6; border-right: 0");
  });

  test("a bar as long as its number is, beside the highest", () => {
    const bars = { block: { top: 0, left: 0, bottom: 9, right: 0 }, colour: "BFBFBF" };
    expect(barOf(bars, 25, 100)).toContain("#BFBFBF 25%, transparent 25%");
    expect(barOf(bars, 0, 100)).toBe("");
  });
});
