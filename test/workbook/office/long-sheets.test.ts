import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { CellError } from "../../../src/cells";
import { openActiveWorkbook } from "../../../src/workbook/office";
import { sentBy, startExcel, type ExcelInTest } from "./excel";
import { openedFile } from "../../opened-file";

const file = "parc.xlsx";
let excel: ExcelInTest;
beforeAll(async () => {
  excel = await startExcel(file);
});
afterAll(() => excel.close());

/** A sheet of so many rows; those that are named hold these texts in their second column, and `=NA()` for « error ». */
async function workbookOf(rows: number, texts: Readonly<Record<number, string>>): Promise<Uint8Array> {
  const cells = Array.from({ length: rows }, (_, row) => [row + 1, texts[row + 1] ?? "Fixe"]);
  const parts = unzipSync(await writeXlsx({ sheets: [{ name: "Parc", rows: cells }] }));
  const path = "xl/worksheets/sheet1.xml";
  let xml = strFromU8(parts[path]!);
  for (const [row, text] of Object.entries(texts)) {
    const content = text === "error" ? `t="e"><f>NA()</f><v>#N/A</v>` : `t="inlineStr"><is><t>${text}</t></is>`;
    xml = xml.replace(new RegExp(`<c r="B${row}"[^>]*>.*?</c>`), `<c r="B${row}" ${content}</c>`);
  }
  return zipSync({ ...parts, [path]: strToU8(xml) });
}

async function read(bytes: Uint8Array) {
  await excel.open(bytes);
  const reading = await openActiveWorkbook();
  if (!reading.ok) throw new Error(reading.anomaly.code);
  return { rows: reading.workbook.cells.sheets[0]!.rows, requests: sentBy(excel.host).length };
}

describe("a sheet longer than what is asked first", () => {
  const texts = { 2: "error", 3: "#N/A", 5000: "#1", 5001: "error", 5500: "# 12", 6100: "error" };

  test("is read to its last row, in one more request, and another where texts look like errors", async () => {
    const bytes = await workbookOf(6100, texts);
    const { rows, requests } = await read(bytes);
    expect(requests).toBe(5);
    expect(rows).toHaveLength(6100);
    for (const row of [2, 5001, 6100]) expect(rows[row - 1]).toEqual([row, new CellError("#N/A")]);
    for (const [row, text] of [
      [3, "#N/A"],
      [5000, "#1"],
      [5500, "# 12"],
    ] as const)
      expect(rows[row - 1]).toEqual([row, text]);
    expect(rows).toEqual((await openedFile(bytes, file)).cells.sheets[0]!.rows);
  });

  test("a sheet that ends with what is asked first takes no more request", async () => {
    const { rows, requests } = await read(await workbookOf(5000, {}));
    expect([rows.length, requests]).toEqual([5000, 3]);
  });
});
