import { isFilteredOut, isShownAsDate, isShownAsMoney, lacksResult, shownAmong, sumAt } from "../../../src/cells";
import type { SheetCells } from "../../../src/cells";
import { faultyFile, withSheetData } from "./faulty-files";
import { richWorkbook, withPart } from "./rich-workbook";
import { openedFile } from "../../opened-file";

const first = async (bytes: Uint8Array, name?: string) => (await openedFile(bytes, name)).cells.sheets[0]!;

/** A sheet of one row of numbers, from A1, each in the format of its place. */
async function formatted(...codes: (number | string)[]): Promise<SheetCells> {
  const cells = codes.map((_, index) => `<c s="${index}"><v>41944</v></c>`).join("");
  const own = codes.map((code, index) =>
    typeof code === "string" ? `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>` : "",
  );
  const formats = codes.map((code, index) => `<xf numFmtId="${typeof code === "number" ? code : 200 + index}"/>`);
  const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>${own.join("")}</numFmts><cellXfs>${formats.join("")}</cellXfs></styleSheet>`;
  const bytes = await withSheetData(`<row r="1">${cells}</row>`);
  return first(withPart(bytes, "xl/styles.xml", () => styles));
}

describe("how a number is shown", () => {
  it("keeps the number as stored under a date format: 60 is 60", async () => {
    const sheet = await first(faultyFile("sixty-in-date-format.xlsx"));
    expect([sheet.rows[1]![5], isShownAsDate(sheet, 1, 5)]).toEqual([60, true]);
    expect([sheet.rows[2]![5], isShownAsDate(sheet, 2, 5)]).toEqual([0, false]);
  });

  it("tells a date that was typed for a quantity", async () => {
    const sheet = await first(faultyFile("date-in-quantity.xlsx"));
    const dates = sheet.rows.flatMap((cells, row) => cells.filter((_, column) => isShownAsDate(sheet, row, column)));
    expect(dates).toEqual([41671]);
  });

  it.each([14, 22, 47, "dd/mm/yyyy", "[$-40C]d mmmm yyyy;@", "[h]:mm", "mmm\\-yy"])("%s is a date", async (code) => {
    const sheet = await formatted(code);
    expect([isShownAsDate(sheet, 0, 0), isShownAsMoney(sheet, 0, 0)]).toEqual([true, false]);
  });

  it.each([
    7,
    44,
    "#,##0.00\\ &quot;€&quot;",
    "#,##0.00\\ [$€-40C]",
    "0.00&quot; EUR&quot;",
    "[$$-409]#,##0",
    "0&quot; F&quot;",
  ])("%s is money", async (code) => {
    const sheet = await formatted(code);
    expect([isShownAsDate(sheet, 0, 0), isShownAsMoney(sheet, 0, 0)]).toEqual([false, true]);
  });

  it.each([0, 1, 4, 10, 49, "0 &quot;postes&quot;", "_-* #,##0\\ _€_-", "[Red]0", "General", "0.00E+00"])(
    "%s is neither",
    async (code) => {
      const sheet = await formatted(code);
      expect([isShownAsDate(sheet, 0, 0), isShownAsMoney(sheet, 0, 0)]).toEqual([false, false]);
    },
  );

  it.each([
    ["0&quot; (prévu)&quot;", "41944 (prévu)"],
    ["0 &quot;lots de 5&quot;;-0", "41944 lots de 5"],
    ["\\(0\\)", "(41944)"],
    ["&quot;en réserve : &quot;#,##0", "en réserve : 41944"],
    ["0 &quot;postes&quot;", "41944 postes"],
    ["&quot;– &quot;0", "– 41944"],
    ["&quot;néant&quot;;-0", "41944 (néant)"],
    [";;;", "(41944)"],
  ])("%s writes words around it: « %s »", async (code, shown) => {
    expect(shownAmong(await formatted(code), 0, 0, 41944)).toBe(shown);
  });

  it.each([
    "0_);(0)",
    "0;-0;&quot;néant&quot;",
    "00\\ 00\\ 00",
    "0.00&quot;%&quot;",
    "General",
    "[&gt;1]0&quot; PC&quot;;0",
  ])("%s writes none around a positive number, or not always", async (code) => {
    expect(shownAmong(await formatted(code), 0, 0, 41944)).toBeNull();
  });

  it("takes a cell of the type of a date for the serial of its day", async () => {
    const sheet = await first(await withSheetData('<row r="1"><c r="A1" t="d"><v>2014-11-01T18:00:00</v></c></row>'));
    expect([sheet.rows[0]![0], isShownAsDate(sheet, 0, 0)]).toEqual([41944.75, true]);
  });
});

describe("the formula of a cell", () => {
  it("is told from a blank where it has no result", async () => {
    const sheet = await first(faultyFile("qty-formula-no-value.xlsx"));
    expect([sheet.rows[1]![5], lacksResult(sheet, 1, 5)]).toEqual([null, true]);
    expect([lacksResult(sheet, 2, 5), lacksResult(sheet, 5, 5)]).toEqual([false, false]);
  });

  it("has a result where that is an empty text", async () => {
    const sheet = await first(await withSheetData('<row r="1"><c r="A1" t="str"><f>""</f><v></v></c></row>'));
    expect(lacksResult(sheet, 0, 0)).toBe(false);
  });

  it("is told where it adds up, and shared formulas as each cell has them", async () => {
    const sheet = await first(
      await withSheetData(
        '<row r="4"><c r="B4"><f t="shared" ref="B4:D4" si="0">SUM(B1:B3)+$A$1</f><v>1</v></c><c r="C4"><f t="shared" si="0"/><v>1</v></c>' +
          '<c r="D4"><f t="shared" si="0"/><v>1</v></c><c r="E4"><f>SUBTOTAL(9,E1:E3)</f><v>1</v></c><c r="F4"><f>F1+F2</f><v>1</v></c></row>',
      ),
    );
    expect([1, 2, 3, 4, 5, 6].map((column) => sumAt(sheet, 3, column))).toEqual([
      "SUM(B1:B3)+$A$1",
      "SUM(C1:C3)+$A$1",
      "SUM(D1:D3)+$A$1",
      "SUBTOTAL(9,E1:E3)",
      null,
      null,
    ]);
  });
});

it("the rows hidden by a filter and the merged ranges are read", async () => {
  const sheet = await first(await richWorkbook(), "parc.xlsm");
  expect([0, 1, 2, 3].map((row) => isFilteredOut(sheet, row))).toEqual([false, false, true, false]);
  const merged = await first(faultyFile("merged-quantity.xlsx"));
  expect(merged.merges).toEqual([{ top: 1, left: 5, bottom: 2, right: 5 }]);
});

it("phonetic texts are left out, in a cell and among shared texts", async () => {
  expect((await first(faultyFile("inline-phonetic.xlsx"))).rows[1]![5]).toBe("12");
});
