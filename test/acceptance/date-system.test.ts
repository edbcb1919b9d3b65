import { readFile, writeFile } from "node:fs/promises";
import { readXlsx } from "hucre/xlsx";
import { Folder, run } from "../cli/run-rebill";
import { smallWorkbook } from "../cli/small-workbook";
import { partText } from "../workbook/files/package-check";
import { withPart } from "../workbook/files/rich-workbook";

const folder = new Folder();

/** The small workbook as an old Mac would keep it: serials of dates count from 1 January 1904. */
const macWorkbook = async () =>
  withPart(await smallWorkbook(), "xl/workbook.xml", (xml) =>
    xml.includes("<workbookPr")
      ? xml.replace("<workbookPr", '<workbookPr date1904="1"')
      : xml.replace("<sheets>", '<workbookPr date1904="1"/><sheets>'),
  );

test("documents put into a workbook that counts days from 1904 show the same days, run after run", async () => {
  await writeFile(folder.file("parc.xlsx"), await macWorkbook());
  await run(folder.file("parc.xlsx"), "--campaign", "2014", "--out", folder.file("1.xlsx"));
  await run(folder.file("1.xlsx"), "--campaign", "2014", "--out", folder.file("2.xlsx"));
  const bytes = await readFile(folder.file("2.xlsx"));
  expect(partText(bytes, "xl/workbook.xml")).toContain('date1904="1"');
  const { sheets } = await readXlsx(bytes);
  const dates = (name: string) =>
    sheets
      .find((sheet) => sheet.name === name)!
      .rows.flat()
      .filter((value) => value instanceof Date)
      .map((value) => value.toISOString().slice(0, 16));
  expect(dates("Contrôles")).toEqual(["2014-11-01T00:00"]);
  // Two runs: when, and the snapshot.
  expect(dates("Journal")).toEqual(["2014-11-25T14:03", "2014-11-01T00:00", "2014-11-25T14:03", "2014-11-01T00:00"]);
});
