import { ExcelHost, startInJsdom, type OfficePage } from ".";
import type { HostOptions } from ".";
import { blankWorkbook } from "./blank-workbook";

type Told = {
  readonly code: string;
  readonly debugInfo: { readonly errorLocation: string; readonly statement: string };
};

describe("Excel's refusals and their codes", () => {
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
        readonly BatchApiHelper: Record<"invokeSetProperty" | "invokeMethod", (...args: unknown[]) => void> &
          Record<"createPropertyObject", (...args: unknown[]) => { load(names: string): void }>;
      }
    ).BatchApiHelper;
  const set = (object: object, name: string, value: unknown) => raw().invokeSetProperty(object, name, value, 0);
  const call = (object: object, name: string) => raw().invokeMethod(object, name, 0, [], 0, 0);
  const callWith = (object: object, name: string, args: unknown[]) => raw().invokeMethod(object, name, 0, args, 0, 0);
  const navigate = (object: object, name: string) =>
    raw()
      .createPropertyObject((page.window.Excel as unknown as { Worksheet: unknown }).Worksheet, object, name, false, 4)
      .load("name");
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
    ["a navigation its class has not", "ApiNotFound", (c) => navigate(sheet(c), "Dessins")],
    ["a whole array for one cell", "InvalidArgument", (c) => void (sheet(c).getRange("A1").values = [[1, 2]])],
    ["null in the place of a value", "InvalidArgument", (c) => set(sheet(c).getRange("A1"), "Values", null)],
    ["a name of a sheet that Excel forbids", "InvalidArgument", (c) => void c.workbook.worksheets.add("Parc/2014")],
    ["a name of a sheet that is taken", "ItemAlreadyExists", (c) => void c.workbook.worksheets.add("FEUIL1")],
    ["to delete the only sheet", "InvalidOperation", (c) => sheet(c).delete()],
    ["an address that is none", "InvalidArgument", (c) => void sheet(c).getRange("A0").load("address")],
    [
      "a formula written the French way",
      "InvalidArgument",
      (c) => void (sheet(c).getRange("A1").formulas = [["=SUM(B1;C1)"]]),
    ],
    [
      "formulas in the user's language",
      "NotImplemented",
      (c) => void (sheet(c).getRange("A1").formulasLocal = [["=SOMME(B1)"]]),
    ],
    [
      "a formula that is too long",
      "FormulaLengthExceedsLimit",
      (c) => void (sheet(c).getRange("A1").formulas = [[`=${"1+".repeat(4_100)}1`]]),
    ],
    ["a list of objects as an argument", "NotImplemented", (c) => callWith(sheet(c), "Calculate", [[sheet(c)]])],
    ["an event of a table", "NotImplemented", (c) => void sheet(c).tables.onChanged.add(async () => {})],
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

  it.each<[string, (context: Excel.RequestContext) => void]>([
    ["read", (c) => void sheet(c).load("showGridlines")],
    ["written", (c) => void (sheet(c).tabColor = "#FF0000")],
    ["called", (c) => void sheet(c).getRanges("A1,B2").load("address")],
    ["reached", (c) => void sheet(c).pageLayout.load("orientation")],
  ])("refuses what a first Excel had not, whether it is %s", async (_, batch) => {
    await open({ apiSets: { ExcelApi: "1.1" } });
    expect((await refusal(batch)).code).toBe("ApiNotFound");
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

  it("has the library itself refuse what was not loaded", async () => {
    await open();
    await page.window.Excel.run(async (context) => {
      const unloaded = sheet(context).load("name");
      expect(() => unloaded.name).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
      await context.sync();
      expect(unloaded.name).toBe("Feuil1");
      expect(() => unloaded.visibility).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    });
  });

  it("has the library itself refuse a range that outlived its run", async () => {
    await open();
    let kept: Excel.Range;
    await page.window.Excel.run(async (context) => {
      kept = sheet(context).getRange("A1").load("address");
      await context.sync();
    });
    const refused = page.window.Excel.run(kept!.context, async (context) => {
      kept.load("values");
      await context.sync();
    });
    await expect(refused).rejects.toMatchObject({ code: "InvalidObjectPath" });
  });

  it("refuses what hangs from a sheet deleted meanwhile, whether it was kept or is asked for again", async () => {
    const host = await open();
    await page.window.Excel.run(async (context) => {
      const added = context.workbook.worksheets.add("Brouillon").load("id");
      const range = added.getRange("A1").load("address");
      await context.sync();
      added.delete();
      await context.sync();
      range.load("values");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
      context.workbook.worksheets.getItem(added.id).load("name");
      await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    });
    expect(host.requests.filter(({ error }) => error === "ItemNotFound")).toHaveLength(2);
  });

  it("refuses an id of a range that it never gave, or was given back", async () => {
    const host = await open();
    const answer = host.richApi.answer(
      JSON.stringify({
        Actions: [{ Id: 1, ActionType: 2, Name: "", ObjectPathId: 1, QueryInfo: { Select: ["address"] } }],
        ObjectPaths: { 1: { Id: 1, ObjectPathType: 6, Name: "range:99" } },
      }),
    );
    expect(JSON.parse(answer.Data![2])).toMatchObject({ Error: { Code: "InvalidReference", ActionIndex: 0 } });
  });

  it("answers nothing that it does not know, without a word left out", async () => {
    const host = await open();
    const ask = (action: object, path: object) => {
      const batch = {
        Actions: [{ Id: 1, Name: "", ObjectPathId: 1, ...action }],
        ObjectPaths: { 1: { Id: 1, ...path } },
      };
      return (JSON.parse(host.richApi.answer(JSON.stringify(batch)).Data![2]) as { Error?: { Code: string } }).Error
        ?.Code;
    };
    const workbook = { ObjectPathType: 1, Name: "" };
    expect(ask({ ActionType: 6 }, workbook)).toBe("NotImplemented");
    expect(ask({ ActionType: 9 }, workbook)).toBe("NotImplemented");
    expect(ask({ ActionType: 1 }, { ObjectPathType: 2, Name: "Microsoft.Inconnu" })).toBe("ApiNotFound");
    expect(ask({ ActionType: 1, ObjectPathId: 2 }, workbook)).toBe("InvalidArgument");
  });

  it("tells the test of a call of Office that it has no answer to, which would else hang", async () => {
    await open();
    const { context, CoercionType } = page.window.Office;
    context.document.getSelectedDataAsync(CoercionType.Text, () => {});
    expect(page.faults).toEqual([expect.stringMatching(/The host has no answer to .*"DispatchId":64/)]);
  });
});
