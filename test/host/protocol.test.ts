import { ExcelHost, startInJsdom, type OfficePage } from ".";
import { blankWorkbook, firstSheet } from "./blank-workbook";

describe("The shipped Office.js against this host", () => {
  let host: ExcelHost;
  let page: OfficePage;
  const run = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => page.window.Excel.run(batch);
  const ofWorkbook = () => host.requests.filter(({ kind }) => kind === "workbook");

  beforeAll(async () => {
    host = new ExcelHost(await blankWorkbook(), { file: "Parc 2014.xlsx" });
    page = await startInJsdom(host);
  });
  afterAll(() => {
    expect(page.faults).toEqual([]);
    page.close();
  });
  beforeEach(() => host.resetRequests());

  it("starts in Excel's language, on its document, with the API sets of Office 2021", () => {
    const { context } = page.window.Office;
    expect(context.displayLanguage).toBe("fr-FR");
    expect(context.document.url).toMatch(/\/Parc%202014\.xlsx$/);
    expect(context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(true);
    expect(context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(false);
  });

  it("keeps a range from one request to the next, reads back what was written, and counts the requests", async () => {
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
      const range = sheet.getRange("A1:B2");
      range.values = [
        [1, 2],
        [3, 4],
      ];
      await context.sync();
      range.format.font.bold = true;
      range.load("values,address,format/font/bold");
      await context.sync();
      return [sheet.name, range.address, range.values[1]![1], range.format.font.bold];
    });
    expect(read).toEqual(["Feuil1", "Feuil1!A1:B2", 4, true]);
    expect(ofWorkbook()).toMatchObject([{ actions: 8 }, { actions: 5 }]);
    const [first, second] = ofWorkbook();
    expect(first!.bytesIn).toBeGreaterThan(first!.bytesOut);
    expect(second!.bytesOut).toBeGreaterThan(100);
  });

  it("gives back the ranges kept once the run is over", async () => {
    await run(async (context) => {
      context.workbook.worksheets.getItem("Feuil1").getRange("A1").load("address");
      await context.sync();
      expect(host.keptReferences).toBe(1);
    });
    await run(async (context) => context.sync());
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.keptReferences).toBe(0);
    expect(host.requests.map(({ kind }) => kind)).toContain("cleanup");
  });

  it("adds one sheet by a path used several times, and finds it again by its id and by its name", async () => {
    const names = await run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add("Contrôles");
      sheet.load("id");
      sheet.getRange("A1").values = [["x"]];
      await context.sync();
      sheet.name = "Contrôles 2014";
      await context.sync();
      const byId = worksheets.getItem(sheet.id).load("name");
      const byName = worksheets.getItem("Contrôles 2014").load("name");
      worksheets.load("items/name");
      await context.sync();
      return [byId.name, byName.name, worksheets.items.map(({ name }) => name)];
    });
    expect(names).toEqual(["Contrôles 2014", "Contrôles 2014", ["Feuil1", "Contrôles 2014"]]);
  });

  it("brings a page of a collection, with what hangs from each item", async () => {
    const found = await run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.load({ name: true, $top: 1, $skip: 1 } as never);
      await context.sync();
      return sheets.items.map(({ name }) => name);
    });
    expect(found).toEqual(["Contrôles 2014"]);
  });

  it("hands out plain values with retrieve", async () => {
    const items = await run(async (context) => {
      const sheets = context.workbook.worksheets as unknown as {
        retrieve(names: string): { readonly items: readonly Record<"name" | "visibility", string>[] };
      };
      const retrieved = sheets.retrieve("items/name,items/visibility");
      await context.sync();
      return retrieved.items.map(({ name, visibility }) => `${name} ${visibility}`);
    });
    expect(items).toEqual(["Feuil1 Visible", "Contrôles 2014 Visible"]);
  });

  it("lets what hangs from a null object be null, and what is done to it undone", async () => {
    const nothing = await run(async (context) => {
      const absent = context.workbook.worksheets.getItemOrNullObject("Absente");
      const used = absent.getUsedRangeOrNullObject();
      used.load("address");
      absent.load("name");
      absent.delete();
      await context.sync();
      return [absent.isNullObject, used.isNullObject];
    });
    expect(nothing).toEqual([true, true]);
  });

  it("puts together again an array that the library cut in pieces", async () => {
    const values = Array.from({ length: 1000 }, (_, row) => [row, row + 0.5]);
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Feuil1");
      sheet.getRangeByIndexes(0, 0, 1000, 2).values = values;
      await context.sync();
      const last = sheet
        .getRangeByIndexes(0, 0, 1000, 2)
        .getRow(750)
        .getBoundingRect(sheet.getRangeByIndexes(0, 0, 1000, 2).getRow(999));
      last.load("values");
      await context.sync();
      return [last.values.length, last.values[0]![0]];
    });
    // 1500 cells a piece, so 750 rows of two cells, then 250.
    expect(read).toEqual([250, 750]);
  });

  it("answers traces, by which the library knows that an event is registered", async () => {
    await run(async (context) => {
      context.workbook.worksheets.getItem("Feuil1").onChanged.add(async () => {});
      await context.sync();
    });
    expect(host.raise("Changed", firstSheet, { address: "A1" })).toBe(true);
    expect(host.raise("Activated", firstSheet)).toBe(false);
  });
});
