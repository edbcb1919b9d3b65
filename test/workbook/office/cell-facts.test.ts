import { writeXlsx } from "hucre/xlsx";
import { cellName, isShownAsDate, isShownAsMoney, isStruck, sumAt } from "../../../src/cells";
import type { SheetCells } from "../../../src/cells";
import { openActiveWorkbook } from "../../../src/workbook/office";
import { samples } from "../../acceptance/samples";
import { atDepth } from "../../depth";
import { laterLibrary } from "../../host";
import { sampleBytes, startExcel, type ExcelInTest } from "./excel";
import { faultyFile } from "../files/faulty-files";
import { richWorkbook } from "../files/rich-workbook";
import { openedFile } from "../../opened-file";

const file = "parc.xlsx";
let excel: ExcelInTest;
beforeAll(async () => {
  // Excel of today: one before ExcelApi 1.18 tells no notes.
  excel = await startExcel(file, { apiSets: { ExcelApi: "1.18" } }, { scripts: [laterLibrary] });
});
afterAll(() => excel.close());

/** The sheets of a workbook, as it is open in Excel and as its file holds it. */
async function bothDoors(bytes: Uint8Array): Promise<readonly [readonly SheetCells[], readonly SheetCells[]]> {
  await excel.open(bytes);
  const read = await openActiveWorkbook();
  if (!read.ok) throw new Error(read.anomaly.code);
  return [read.workbook.cells.sheets, (await openedFile(bytes, file)).cells.sheets];
}

describe("the facts of cells beyond their values are the same in Excel as in the file", () => {
  test.each(atDepth(["export-glpi-2015", "anomalies-2014"], [...samples, "anomalies-2014"]))("%s", async (name) => {
    const [inExcel, inFile] = await bothDoors(sampleBytes(name));
    expect(inExcel.map(({ facts }) => facts)).toEqual(inFile.map(({ facts }) => facts));
  });

  test("a formula that adds up, a date and a filter are the same facts in Excel and in the file", async () => {
    const [inExcel, inFile] = await bothDoors(await richWorkbook());
    expect(inExcel.map(({ facts }) => facts)).toEqual(inFile.map(({ facts }) => facts));
    const parc = inExcel[0]!;
    expect([sumAt(parc, 3, 2), sumAt(parc, 1, 2)]).toEqual(["SUM(C2:C3)", null]);
    expect([isShownAsDate(parc, 1, 3), isShownAsDate(parc, 1, 2), isShownAsMoney(parc, 1, 3)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([...parc.facts!.filteredRows]).toEqual([2]);
  });

  test("a day and a year are the same facts when Excel gives formats in French", async () => {
    const rows = [
      ["École", "Postes", "Le", "Depuis"],
      ["Bourg", 12, 41671, 41671],
    ];
    const shown = (numFmt: string) => ({ value: 41671, style: { numFmt } });
    const cells = new Map([
      ["1,2", shown("dd/mm/yyyy")],
      ["1,3", shown("yyyy")],
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: "Parc", rows, cells }] });
    (await excel.open(bytes)).book.formatsAreLocal = true;
    const read = await openActiveWorkbook();
    if (!read.ok) throw new Error(read.anomaly.code);
    const parc = read.workbook.cells.sheets[0]!;
    expect([1, 2, 3].map((column) => isShownAsDate(parc, 1, column))).toEqual([false, true, true]);
    expect(parc.facts).toEqual((await openedFile(bytes, file)).cells.sheets[0]!.facts);
  });

  test("struck-through cells are the same in Excel as in the file: a text, a column of numbers, a part of one, and a day", async () => {
    const struck = { style: { font: { strikethrough: true } } };
    const rows = [
      ["École", "Postes", "Serveurs", "Le"],
      ["Bourg", 12, 1, 41671],
      ["Pont", 9, 2, 41672],
    ];
    const place = (row: number, column: number) =>
      [`${row},${column}`, { value: rows[row]![column]!, ...struck }] as const;
    const cells = new Map([place(1, 0), place(1, 1), place(2, 1), place(2, 2), place(1, 3)]);
    const [[inExcel], [inFile]] = await bothDoors(await writeXlsx({ sheets: [{ name: "Parc", rows, cells }] }));
    expect(inExcel!.facts).toEqual(inFile!.facts);
    const names = rows.flatMap((row, at) =>
      row.flatMap((_, column) => (isStruck(inExcel!, at, column) ? [cellName(at, column)] : [])),
    );
    expect(names).toEqual(["A2", "B2", "D2", "B3", "C3"]);
  });

  test("a date typed for a quantity is the same fact in Excel and in the file", async () => {
    const [[parc]] = await bothDoors(faultyFile("date-in-quantity.xlsx"));
    const dates = parc!.rows.flatMap((cells, row) => cells.filter((_, column) => isShownAsDate(parc!, row, column)));
    expect(dates).toEqual([41671]);
  });
});
