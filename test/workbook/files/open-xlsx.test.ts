import fc from "../../properties";
import { writeXlsx } from "hucre/xlsx";
import { CellError, fromSerial, isoDate, lacksResult, parseCellName, toSerial } from "../../../src/cells";
import type { OpenWorkbook } from "../../../src/workbook";
import { serialOf } from "../../../src/workbook/files/days";
import { richWorkbook, withPart } from "./rich-workbook";
import { openedFile } from "../../opened-file";

/** A workbook of one sheet whose `<sheetData>` is given as Excel would write it. */
async function withCells(sheetData: string): Promise<OpenWorkbook> {
  const bytes = await writeXlsx({ sheets: [{ name: "Feuil1", rows: [["x"]] }] });
  return openedFile(
    withPart(bytes, "xl/worksheets/sheet1.xml", (text) =>
      text.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${sheetData}</sheetData>`),
    ),
  );
}

describe("each kind of cell comes with its own value", () => {
  test("errors are errors, text that looks like one is text, booleans are booleans, formulas are their results", async () => {
    const workbook = await withCells(
      '<row r="1"><c r="A1" t="e"><v>#REF!</v></c><c r="B1" t="inlineStr"><is><t>#REF!</t></is></c><c r="C1" t="b"><v>1</v></c>' +
        '<c r="D1"><f>1+1</f><v>2</v></c><c r="E1" t="str"><f>"a"</f><v>a</v></c><c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
    );
    expect(workbook.cells.sheets[0]!.rows[0]).toEqual([
      new CellError("#REF!"),
      "#REF!",
      true,
      2,
      "a",
      new CellError("#DIV/0!"),
    ]);
    expect(workbook.anomalies).toEqual([]);
  });

  test("rich text is its text, an empty text is blank, and what nothing fills is left out below the last value", async () => {
    const workbook = await withCells(
      '<row r="2"><c r="B2" t="inlineStr"><is><r><t>Beu</t></r><r><rPr><b/></rPr><t>re</t></r></is></c><c r="C2" t="str"><f>""</f><v></v></c></row><row r="9"><c r="A9"/></row>',
    );
    expect(workbook.cells.sheets[0]!.rows).toEqual([
      [null, null, null],
      [null, "Beure", null],
    ]);
  });

  test("a formula that was never computed is blank, and known for one: the reading tells of it", async () => {
    const { cells, anomalies } = await withCells(
      '<row r="2"><c r="C2"><f>SUM(A1:A2)</f></c><c r="D2"><f>1+1</f><v></v></c></row><row r="3"><c r="A3"><f>2</f><v>2</v></c></row>',
    );
    const [only] = cells.sheets;
    expect(only!.rows[1]).toEqual([null, null, null, null]);
    const isLacking = (name: string) => lacksResult(only!, parseCellName(name)!.row, parseCellName(name)!.column);
    expect(["C2", "D2", "A3"].filter(isLacking)).toEqual(["C2", "D2"]);
    expect(anomalies).toEqual([]);
  });

  test("one below the last value is not left out with the blanks", async () => {
    const { cells } = await withCells(
      '<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><f>1+1</f></c></row>',
    );
    expect(cells.sheets[0]!.rows).toEqual([[null], [1], [null]]);
  });
});

describe("dates are serials, whatever the time zone", () => {
  const dated = (date1904: boolean) =>
    writeXlsx({
      dateSystem: date1904 ? "1904" : "1900",
      sheets: [
        {
          name: "D",
          rows: [
            [
              new Date(Date.UTC(2014, 10, 1)),
              new Date(Date.UTC(2014, 2, 30, 18)),
              new Date(Date.UTC(2015, 9, 25, 2, 30)),
            ],
          ],
        },
      ],
    });

  test.each([false, true])(
    "dates are serials in the date system of the workbook (1904: %s), with the time of day as a fraction",
    async (date1904) => {
      const { cells } = await openedFile(await dated(date1904));
      expect(cells.date1904).toBe(date1904);
      // 41944 is 1 November 2014; the 1904 system counts 1462 days less.
      const shift = date1904 ? 1462 : 0;
      expect(cells.sheets[0]!.rows[0]![0]).toBe(41944 - shift);
      expect(cells.sheets[0]!.rows[0]![1]).toBe(41728.75 - shift);
      expect(cells.sheets[0]!.rows[0]![2]).toBeCloseTo(42302 + 2.5 / 24 - shift, 8);
      expect(isoDate(fromSerial(cells.sheets[0]!.rows[0]![2] as number, date1904))).toBe("2015-10-25");
    },
  );

  test("a number under a date format comes back as it was typed", async () => {
    const workbook = await withCells(
      '<row r="1"><c r="A1" s="1"><v>12</v></c><c r="B1" s="1"><v>60.5</v></c><c r="C1" s="1"><v>0</v></c></row>',
    );
    expect(workbook.cells.sheets[0]!.rows[0]).toEqual([12, 60.5, 0]);
  });

  test("every day from 1 March 1900 is the serial that the calendar says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73050 }), fc.boolean(), (serial, date1904) => {
        const { year, month, day } = fromSerial(serial, date1904);
        const date = new Date(Date.UTC(year, month - 1, day));
        expect(serialOf(date, date1904)).toBe(toSerial({ year, month, day }, date1904));
      }),
    );
  });
});

describe("a sheet tells what hides in it", () => {
  test("hidden sheets, rows and columns, filters, merges, tables, and no trouble with a chart sheet", async () => {
    const { cells } = await openedFile(await richWorkbook(), "parc.xlsm");
    expect(cells.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
      ["Parc d'écoles", "visible"],
      ["Effectifs", "visible"],
      ["Cachée", "hidden"],
    ]);
    const [parc, effectifs] = cells.sheets;
    expect([...parc!.hiddenRows]).toEqual([2]);
    expect([...parc!.hiddenColumns]).toEqual([2]);
    expect([parc!.filtered, effectifs!.filtered]).toEqual([true, false]);
    expect(parc!.merges).toEqual([{ top: 3, left: 0, bottom: 3, right: 1 }]);
    expect(effectifs!.tables).toEqual([{ name: "Effectifs", block: { top: 0, left: 0, bottom: 1, right: 1 } }]);
    expect(parc!.generatedKey).toBeNull();
  });

  test("a row hidden by hand, outside any filter, is hidden but not filtered", async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: "F",
          rows: [["a"], ["b"], ["c"]],
          rowDefs: new Map([[2, { hidden: true }]]),
          autoFilter: { range: "A1:A2" },
        },
      ],
    });
    const { cells } = await openedFile(bytes);
    expect([[...cells.sheets[0]!.hiddenRows], cells.sheets[0]!.filtered]).toEqual([[2], false]);
  });
});

describe("a workbook that Excel saved without calculating it", () => {
  /** The codes told of a workbook whose calculation was left so. */
  const toldOf = async (calculation: string) => {
    const bytes = await writeXlsx({ sheets: [{ name: "Feuil1", rows: [["x"]] }] });
    const saved = withPart(bytes, "xl/workbook.xml", (text) =>
      text.replace(/<calcPr[^>]*\/>/, "").replace("</workbook>", `<calcPr ${calculation}/></workbook>`),
    );
    return (await openedFile(saved)).anomalies.map(({ severity, code }) => `${severity} ${code}`);
  };

  test("is told where it calculates on demand only: its quantities may date from before a change", async () => {
    expect(await toldOf('calcMode="manual" calcCompleted="0" calcOnSave="0"')).toEqual(["error file-not-calculated"]);
  });

  test("is not where it had calculated, nor where another program only asks Excel to calculate", async () => {
    expect(await toldOf('calcMode="manual" calcOnSave="0"')).toEqual([]);
    expect(await toldOf('calcMode="auto" calcCompleted="0" fullCalcOnLoad="1"')).toEqual([]);
  });
});
