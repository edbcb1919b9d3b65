import { readFile } from "node:fs/promises";
import { samplePath, sampleYear, samples } from "../acceptance/samples";
import { Folder } from "../cli/run-rebill";
import { commandLine } from "./command-line";
import { openExcel, useBrowser } from "./open-excel";
import { differences, linesOf, timeless } from "./workbook-lines";

useBrowser();
const folder = new Folder();

describe("the pane writes into the open workbook what the command line writes into a file", () => {
  // In quick runs, test/e2e/correct does so of one, and test/workbook/office/contract has both ports write each without a browser.
  test.each([...samples, "anomalies-2014"])("%s", async (name) => {
    const [file, campaign] = [`${name}.xlsx`, Number(sampleYear(name))];
    const bytes = new Uint8Array(await readFile(samplePath(file)));
    const { workbook, person } = await openExcel(bytes, file);
    const users = workbook.userCells();
    await person.reads(campaign);
    await person.generates();
    const expected = await commandLine(folder, bytes, file, campaign);
    expect(differences(timeless(await linesOf(await workbook.save())), timeless(expected.lines))).toEqual([]);
    expect(workbook.userCells()).toEqual(users);
  });
});
