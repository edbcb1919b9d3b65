import { openActiveWorkbook } from "../../../src/workbook/office";
import { writeXlsx } from "hucre/xlsx";
import { atDepth } from "../../depth";
import { startExcel, type ExcelInTest } from "./excel";
import { townBytes, townFile } from "./town";
import { openedFile } from "../../opened-file";

let excel: ExcelInTest;
beforeAll(async () => {
  excel = await startExcel(townFile);
});
afterAll(() => excel.close());

/** A commune merged over two schools, so many times. */
function communes(count: number): Promise<Uint8Array> {
  const rows: (string | number | null)[][] = [["Commune", "École", "Postes"]];
  const merges = [];
  for (let at = 0; at < count; at++) {
    rows.push([`Commune ${at}`, "Maternelle", 1], [null, "Élémentaire", 2]);
    merges.push({ startRow: 1 + 2 * at, startCol: 0, endRow: 2 + 2 * at, endCol: 0 });
  }
  return writeXlsx({ sheets: [{ name: "Parc", rows, merges }] });
}

describe("merged cells", () => {
  test.each(atDepth([512, 600], [3, 512, 600, 1500]))("%d of them are read as the file has them", async (count) => {
    const bytes = await communes(count);
    await excel.open(bytes);
    const read = await openActiveWorkbook();
    if (!read.ok) throw new Error(read.anomaly.code);
    const byRow = (sheets: readonly { merges: readonly { top: number }[] }[]) =>
      sheets.map(({ merges }) => [...merges].sort((a, b) => a.top - b.top));
    const inFile = byRow((await openedFile(bytes, townFile)).cells.sheets);
    expect(inFile[0]).toHaveLength(count);
    expect(byRow(read.workbook.cells.sheets)).toEqual(inFile);
  });
});

test("a glance asks for no merged cells, which empties Excel's list of what can be undone; its values are those of a reading", async () => {
  const workbook = await excel.open(await communes(3));
  const glance = await openActiveWorkbook({}, "glance");
  expect(workbook.book.undoEmptied).toBe(0);
  const whole = await openActiveWorkbook();
  expect(workbook.book.undoEmptied).toBe(1);
  if (!glance.ok || !whole.ok) throw new Error("not read");
  const [one, other] = [glance, whole].map(({ workbook }) => workbook.cells.sheets[0]!);
  expect({ ...one, merges: other!.merges }).toEqual(other);
});

test("values that changed are read without asking how cells are merged, which nothing changed", async () => {
  const workbook = await excel.open(await communes(3));
  await openActiveWorkbook();
  const { undoEmptied } = workbook.book;
  const read = await openActiveWorkbook({}, "values");
  expect(workbook.book.undoEmptied).toBe(undoEmptied);
  const whole = await openActiveWorkbook();
  if (!read.ok || !whole.ok) throw new Error("not read");
  expect(read.workbook.cells.sheets[0]!.merges).not.toEqual([]);
  expect(read.workbook.cells).toEqual(whole.workbook.cells);
});

describe("the name of the workbook's file", () => {
  test("is the one that it has now, once it was saved under another", async () => {
    const workbook = await excel.open(await townBytes({ Beure: 2 }));
    workbook.book.file = "parc 2015.xlsx";
    const read = await openActiveWorkbook();
    if (!read.ok) throw new Error(read.anomaly.code);
    expect([read.workbook.cells.file, ...read.workbook.cells.sheets.map(({ file }) => file)]).toEqual(
      Array.from({ length: 1 + read.workbook.cells.sheets.length }, () => "parc 2015.xlsx"),
    );
  });

  test("is none where it was never saved", async () => {
    const workbook = await excel.open(await townBytes({ Beure: 2 }));
    workbook.book.file = "Classeur1";
    const read = await openActiveWorkbook();
    if (!read.ok) throw new Error(read.anomaly.code);
    expect(read.workbook.cells.file).toBe("Classeur");
  });
});
