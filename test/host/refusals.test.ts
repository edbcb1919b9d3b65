import { ExcelHost, startInJsdom, type OfficePage } from ".";
import type { HostOptions } from ".";
import { blankWorkbook } from "./blank-workbook";

type Told = {
  readonly code: string;
  readonly debugInfo: { readonly errorLocation: string; readonly statement: string };
};

describe("What Excel refuses, and how it says so", () => {
  let page: OfficePage;
  const open = async (options: HostOptions = {}) => {
    const host = new ExcelHost(await blankWorkbook(), options);
    page = await startInJsdom(host);
    return host;
  };
  afterEach(() => page.close());

  const refusal = async (batch: (context: Excel.RequestContext) => void): Promise<Told> => {
    const refused = await page.window.Excel.run(async (context) => {
      batch(context);
      await context.sync();
    }).then(
      () => null,
      (error: Told) => error,
    );
    if (refused === null) throw new Error("Nothing was refused.");
    expect(refused).toBeInstanceOf(page.window.OfficeExtension.Error);
    return refused;
  };
  /** Sends what the library's own types would not let one write. */
  const raw = () =>
    (
      page.window.OfficeExtension as unknown as {
        readonly BatchApiHelper: Record<"invokeSetProperty" | "invokeMethod", (...args: unknown[]) => void>;
      }
    ).BatchApiHelper;
  const set = (object: object, name: string, value: unknown) => raw().invokeSetProperty(object, name, value, 0);
  const call = (object: object, name: string) => raw().invokeMethod(object, name, 0, [], 0, 0);
  const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Feuil1");

  it("refuses what is not there, and names the call", async () => {
    await open();
    const { code, debugInfo } = await refusal((context) => context.workbook.worksheets.getItem("Absente").load("name"));
    expect(code).toBe("ItemNotFound");
    expect(debugInfo.errorLocation).toBe("WorksheetCollection.getItem");
    expect(debugInfo.statement).toMatch(/worksheets\.getItem\(/);
  });

  it("leaves applied what came before the refusal, and undone what came after", async () => {
    await open();
    await refusal((context) => {
      context.workbook.worksheets.add("Avant");
      context.workbook.worksheets.add("Avant");
      context.workbook.worksheets.add("Après");
    });
    const names = await page.window.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      return worksheets.items.map(({ name }) => name);
    });
    expect(names).toEqual(["Feuil1", "Avant"]);
  });

  const cases: readonly [string, string, (context: Excel.RequestContext) => void][] = [
    ["a write to a read-only property", "AccessDenied", (c) => set(sheet(c).getRange("A1"), "Address", "B2")],
    ["a property its class has not", "ApiNotFound", (c) => set(sheet(c).getRange("A1"), "Valeurs", [[1]])],
    ["a method its class has not", "ApiNotFound", (c) => call(sheet(c), "Renommer")],
    ["a name to load that its class has not", "InvalidArgument", (c) => void sheet(c).load("nom")],
    ["what the model of this host has not", "NotImplemented", (c) => void sheet(c).shapes.addTextBox("x")],
    [
      "an array of another size than its range",
      "InvalidArgument",
      (c) => {
        sheet(c).getRangeByIndexes(0, 0, 999, 2).values = Array.from({ length: 1000 }, () => [1, 2]);
      },
    ],
    ["a member of a later API set", "ApiNotFound", (c) => void c.workbook.linkedWorkbooks.breakAllLinks()],
  ];
  it.each(cases)("refuses %s: %s", async (_, code, batch) => {
    await open();
    expect((await refusal(batch)).code).toBe(code);
  });

  it("refuses members of an API set beyond the declared one, though the library lets them through", async () => {
    await open({ apiSets: { ExcelApi: "1.13" } });
    expect((await refusal((context) => void sheet(context).load("tabId"))).code).toBe("ApiNotFound");
    page.close();
    await open({ apiSets: { ExcelApi: "1.14" } });
    const tabId = await page.window.Excel.run(async (context) => {
      const loaded = sheet(context).load("tabId");
      await context.sync();
      return (loaded as unknown as { readonly tabId: number }).tabId;
    });
    expect(tabId).toBe(1);
  });

  it("lets a read-only workbook be read and not written", async () => {
    await open({ readOnly: true });
    expect(page.window.Office.context.document.mode).toBe("readOnly");
    expect((await refusal((context) => set(sheet(context), "Name", "Autre"))).code).toBe("AccessDenied");
    expect((await refusal((context) => void context.workbook.worksheets.add("Autre"))).code).toBe("AccessDenied");
    const name = await page.window.Excel.run(async (context) => {
      const active = context.workbook.worksheets.getActiveWorksheet().load("name");
      await context.sync();
      return active.name;
    });
    expect(name).toBe("Feuil1");
  });

  it("has the library itself refuse what was not loaded, and what outlived its run", async () => {
    await open();
    await page.window.Excel.run(async (context) => {
      const unloaded = sheet(context).load("name");
      expect(() => unloaded.name).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
      await context.sync();
      expect(unloaded.name).toBe("Feuil1");
      expect(() => unloaded.visibility).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    });
  });
});
