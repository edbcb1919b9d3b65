import { isFormula, isShownAsDate, isShownAsMoney, sumAt } from "../../../src/cells";
import type { SheetCells } from "../../../src/cells";
import { openActiveWorkbook } from "../../../src/workbook/office";
import { samples } from "../../acceptance/samples";
import { openedFile, sampleBytes, startExcel, type ExcelInTest } from "./excel";
import { faultyFile } from "../files/faulty-files";
import { richWorkbook } from "../files/rich-workbook";

jest.setTimeout(60_000);

const file = "parc.xlsx";
let excel: ExcelInTest;
beforeAll(async () => {
  excel = await startExcel(file);
});
afterAll(() => excel.close());

/** The sheets of a workbook, as it is open in Excel and as its file holds it. */
async function bothDoors(bytes: Uint8Array): Promise<readonly [readonly SheetCells[], readonly SheetCells[]]> {
  await excel.open(bytes);
  const read = await openActiveWorkbook();
  if (!read.ok) throw new Error(read.anomaly.code);
  return [read.workbook.cells.sheets, (await openedFile(bytes, file)).cells.sheets];
}

describe("what cells are beyond their values is the same in Excel as in the file", () => {
  test.each([...samples, "anomalies-2014"])("%s", async (name) => {
    const [inExcel, inFile] = await bothDoors(sampleBytes(name));
    expect(inExcel.map(({ facts }) => facts)).toEqual(inFile.map(({ facts }) => facts));
  });

  test("a formula that adds up, a date, a filter", async () => {
    const [inExcel, inFile] = await bothDoors(await richWorkbook());
    expect(inExcel.map(({ facts }) => facts)).toEqual(inFile.map(({ facts }) => facts));
    const parc = inExcel[0]!;
    expect(sumAt(parc, 3, 2)).toBe("SUM(C2:C3)");
    expect([isFormula(parc, 3, 2), isFormula(parc, 1, 2)]).toEqual([true, false]);
    expect([isShownAsDate(parc, 1, 3), isShownAsDate(parc, 1, 2), isShownAsMoney(parc, 1, 3)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([...parc.facts!.filteredRows]).toEqual([2]);
  });

  test("a date typed for a quantity", async () => {
    const [[parc]] = await bothDoors(faultyFile("date-in-quantity.xlsx"));
    const dates = parc!.rows.flatMap((cells, row) => cells.filter((_, column) => isShownAsDate(parc!, row, column)));
    expect(dates).toEqual([41671]);
  });
});
