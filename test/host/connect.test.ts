import { connect, ExcelHost, startInJsdom, type FunctionsFile, type OfficePage } from ".";
import { blankWorkbook } from "./blank-workbook";
import type { HostWorkbook } from "./model";

const customFunctions: FunctionsFile = {
  functions: [{ id: "TWICE", name: "TWICE", parameters: [{ name: "rows", dimensionality: "matrix" }] }],
};
const bundle = `CustomFunctions.associate("TWICE", (rows) => rows.map((row) => row.map((value) => 2 * value)))`;

describe("A workbook joined to the add-in", () => {
  let workbook: HostWorkbook;
  let host: ExcelHost;
  let page: OfficePage;
  beforeAll(async () => {
    workbook = await blankWorkbook();
    host = new ExcelHost(workbook, { customFunctions });
    connect(workbook, host);
    page = await startInJsdom(host, { scripts: [bundle] });
  });
  afterAll(() => {
    expect(page.faults).toEqual([]);
    page.close();
  });

  it("has its formulas call the add-in's functions, and spills what they give", async () => {
    workbook.type("Feuil1", "A1", 3);
    workbook.type("Feuil1", "A2", 4);
    workbook.type("Feuil1", "C1", "=ORDICLASSE.TWICE(A1:A2)");
    await workbook.calculate();
    expect([workbook.cell("Feuil1", "C1"), workbook.cell("Feuil1", "C2")]).toEqual([6, 8]);
    workbook.type("Feuil1", "A2", 5);
    await workbook.calculate();
    expect(workbook.cell("Feuil1", "C2")).toBe(10);
  });

  it("has listeners hear of changes, and know which are the add-in's own", async () => {
    const heard: string[] = [];
    await page.window.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Feuil1");
      sheet.onChanged.add(async ({ address, triggerSource }) => void heard.push(`${address} ${triggerSource}`));
      await context.sync();
      sheet.getRange("E1").values = [[1]];
      await context.sync();
    });
    workbook.type("Feuil1", "F2", 2);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual(["E1 ThisLocalAddin", "F2 Unknown"]);
  });
});
