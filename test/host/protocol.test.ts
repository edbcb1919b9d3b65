import { ExcelHost, startInJsdom } from ".";
import { SmallWorkbook } from "./small-workbook";

describe("The shipped Office.js against this host", () => {
  it("starts, runs a first batch and reads back what it wrote", async () => {
    const host = new ExcelHost(new SmallWorkbook(), { file: "Parc 2014.xlsx" });
    const page = await startInJsdom(host);
    const { Excel, Office } = page.window;
    expect(Office.context.displayLanguage).toBe("fr-FR");
    expect(Office.context.document.url).toMatch(/\/Parc%202014\.xlsx$/);
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
      const range = sheet.getRange("A1:B2");
      range.values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
      range.load("values,address,format/font/bold");
      await context.sync();
      return [sheet.name, range.address, range.values, range.format.font.bold];
    });
    expect(read).toEqual([
      "Feuil1",
      "Feuil1!A1:B2",
      [
        [1, 2],
        [3, 4],
      ],
      true,
    ]);
    expect(host.requests.filter(({ kind }) => kind === "workbook")).toHaveLength(2);
    expect(page.faults).toEqual([]);
    page.close();
  });
});
