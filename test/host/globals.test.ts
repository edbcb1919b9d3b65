import { ExcelHost, lendOffice } from ".";
import { blankWorkbook } from "./blank-workbook";

test("modules of src find Office and Excel as they would in a page, as long as the page is open", async () => {
  const before = typeof Excel;
  const page = await lendOffice(new ExcelHost(await blankWorkbook()));
  expect([Office.context.platform, typeof Excel.run, typeof CustomFunctions.associate]).toEqual([
    "OfficeOnline",
    "function",
    "function",
  ]);
  const name = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
    await context.sync();
    return sheet.name;
  });
  expect(name).toBe("Feuil1");
  page.close();
  expect([before, typeof Excel, typeof Office]).toEqual(["undefined", "undefined", "undefined"]);
});

test("an error that nobody catches in the page fails the test", async () => {
  const host = new ExcelHost(await blankWorkbook());
  const page = await lendOffice(host, { scripts: ["setTimeout(() => { throw new Error('oubli') })"] });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(page.faults).toEqual([expect.stringContaining("oubli")]);
  page.close();
});
