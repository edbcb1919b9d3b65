import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { openWorkbookFile } from "../../../src/workbook";
import { openedFile } from "../../opened-file";
import { withSheetData } from "./faulty-files";

const rowsOf = (length: number) => [
  ["Commune", "École"],
  ["Beure", "é".repeat(length)],
];
const csvOf = (length: number) =>
  new TextEncoder().encode(
    rowsOf(length)
      .map((row) => `${row.join(";")}\n`)
      .join(""),
  );
const sheetsOf = (length: number) => ({ sheets: [{ name: "parc", rows: rowsOf(length) }] });
const inline = (length: number) =>
  withSheetData(`<row r="2"><c r="B2" t="inlineStr"><is><t>${"é".repeat(length)}</t></is></c></row>`);

describe("a text longer than a cell of Excel holds is refused at its cell", () => {
  it.each([
    ["parc.csv", "parc", csvOf],
    ["parc.xlsx", "parc", (length: number) => writeXlsx(sheetsOf(length))],
    ["parc.ods", "parc", (length: number) => writeOds(sheetsOf(length))],
    ["en-ligne.xlsx", "Feuil1", inline],
  ])("%s", async (name, sheet, write) => {
    const result = await openWorkbookFile(await write(32_768), name);
    expect(result).toMatchObject({
      ok: false,
      anomaly: { code: "text-too-long", params: { file: name, sheet, cell: "B2", count: 32_768 } },
    });
    expect((await openedFile(await write(32_767), name)).cells.sheets[0]!.rows[1]![1]).toHaveLength(32_767);
  });
});
