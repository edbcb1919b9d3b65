import { ExcelHost, objectErrors, startInJsdom, transportErrors, type OfficePage } from ".";
import type { HostWorkbook } from "./model";
import { blankWorkbook } from "./blank-workbook";
import { payloadLimit } from "./rich-api";

describe("An Excel that fails", () => {
  let workbook: HostWorkbook;
  let page: OfficePage;
  const host = new ExcelHost({
    get root() {
      return workbook.root;
    },
  });
  beforeAll(async () => {
    workbook = await blankWorkbook();
    page = await startInJsdom(host);
    await host.ready();
  });
  afterAll(() => {
    expect(page.faults).toEqual([]);
    page.close();
  });
  beforeEach(async () => {
    workbook = await blankWorkbook();
    host.mend();
    host.resetRequests();
  });

  /** Adds two sheets in one request; gives the code of the refusal, or null. */
  const addTwo = (options: object = {}) =>
    page.window.Excel.run(options as Excel.RunOptions, async (context) => {
      context.workbook.worksheets.add("Une");
      context.workbook.worksheets.add("Deux");
      await context.sync();
    }).then(
      () => null,
      (error: { readonly code: string }) => error.code,
    );
  const names = () => workbook.book.sheets.map(({ name }) => name);

  // Two actions reach the workbook and its sheets, then each sheet is added: four actions.
  it.each([
    ["before", []],
    ["halfway", []],
    [3, ["Une"]],
    ["after", ["Une", "Deux"]],
  ] as const)("fails %s it applies a request, and what was applied stays", async (when, added) => {
    host.failAt(1, { code: "AccessDenied", when });
    expect(await addTwo()).toBe("AccessDenied");
    expect(names()).toEqual(["Feuil1", ...added]);
    expect(host.requests).toMatchObject([{ error: "AccessDenied", actions: 4 }]);
  });

  it("applies half of a request's actions, whichever way it then fails", async () => {
    for (const code of ["AccessDenied", 5012]) {
      workbook = await blankWorkbook();
      host.failAt(1, { code, when: "halfway" });
      await page.window.Excel.run(async (context) => {
        for (const name of ["A", "B", "C", "D"]) context.workbook.worksheets.add(name);
        await context.sync();
      }).catch(() => {});
      // Six actions: three are applied, the last of which adds the first sheet.
      expect(names()).toEqual(["Feuil1", "A"]);
    }
  });

  it("fails at the request planned, once, or from that one on", async () => {
    const codes = async (count: number) => {
      const told: (string | null)[] = [];
      for (let each = 0; each < count; each++)
        told.push(
          await page.window.Excel.run(async (context) => {
            context.workbook.load("name");
            await context.sync();
          }).then(
            () => null,
            (error: { readonly code: string }) => error.code,
          ),
        );
      return told;
    };
    host.failAt(2, { code: 5102, when: "before" });
    expect(await codes(3)).toEqual([null, "ActivityLimitReached", null]);
    host.failAt(2, { code: 5102, when: "before", forever: true });
    expect(await codes(3)).toEqual([null, "ActivityLimitReached", "ActivityLimitReached"]);
    host.mend();
    expect(await codes(1)).toEqual([null]);
  });

  it("knows every code that the library has for Excel's refusals", () => {
    const { ErrorCodes } = page.window.Excel as unknown as { readonly ErrorCodes: Readonly<Record<string, string>> };
    expect(Object.keys(objectErrors).sort()).toEqual(Object.values(ErrorCodes).sort());
  });

  it("counts requests from 1, and only those on the workbook", async () => {
    expect(() => host.failAt(0, { code: "AccessDenied", when: "before" })).toThrow(RangeError);
    expect(() => host.failAt(1.5, { code: "AccessDenied", when: "before" })).toThrow(RangeError);
    host.failAt(1, { code: "AccessDenied", when: "before" });
    await page.window.Office.addin.showAsTaskpane();
    expect(host.requests).toMatchObject([{ kind: "service" }]);
    expect(await addTwo()).toBe("AccessDenied");
  });

  it.each(Object.entries(objectErrors))("tells %s as the library does", async (code, httpStatusCode) => {
    host.failAt(1, { code, when: "before" });
    const error: unknown = await page.window.Excel.run(async (context) => {
      context.workbook.load("name");
      await context.sync();
    }).catch((refused: unknown) => refused);
    expect(error).toMatchObject({ code, httpStatusCode });
  });

  it.each(transportErrors)("tells transport error $error as $code", async ({ error, code }) => {
    host.failAt(1, { code: error, when: "before" });
    expect(await addTwo()).toBe(code);
    expect(names()).toEqual(["Feuil1"]);
  });

  it("answers nothing but errors while it is down", async () => {
    host.down = true;
    expect(await addTwo()).toBe("GeneralException");
    expect(names()).toEqual(["Feuil1"]);
    host.down = false;
    expect(await addTwo()).toBeNull();
  });

  it("refuses requests while a cell is edited, and lets wait those that ask for it", async () => {
    host.cellEditing = true;
    expect(await addTwo()).toBe("InvalidOperationInCellEditMode");
    const waiting = addTwo({ delayForCellEdit: true });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(names()).toEqual(["Feuil1"]);
    host.cellEditing = false;
    expect(await waiting).toBeNull();
    expect(names()).toEqual(["Feuil1", "Une", "Deux"]);
  });

  it("answers as late as it is told to", async () => {
    host.delay = 60;
    const start = performance.now();
    expect(await addTwo()).toBeNull();
    expect(performance.now() - start).toBeGreaterThan(55);
  });

  const codeOf = (batch: (context: Excel.RequestContext) => void) =>
    page.window.Excel.run(async (context) => {
      batch(context);
      await context.sync();
    }).then(
      () => null,
      (error: { readonly code: string }) => error.code,
    );
  /** A column of cells of 30 000 characters; 174 of them weigh 5 220 000 bytes, 175 more than 5 × 1024 × 1024. */
  const column = (context: Excel.RequestContext, cells: number) =>
    context.workbook.worksheets.getItem("Feuil1").getRangeByIndexes(0, 0, cells, 1);
  const write = (cells: number) =>
    codeOf((context) => {
      column(context, cells).values = Array.from({ length: cells }, () => ["x".repeat(30_000)]);
    });

  it("refuses a request over 5 MB without applying it", async () => {
    expect(payloadLimit).toBe(5_242_880);
    expect(await write(175)).toBe("RequestPayloadSizeLimitExceeded");
    expect(workbook.cell("Feuil1", "A1")).toBeNull();
    expect(await write(174)).toBeNull();
    expect(workbook.cell("Feuil1", "A174")).toHaveLength(30_000);
    expect(host.requests.filter(({ kind }) => kind === "workbook").map(({ error }) => error)).toEqual([
      5103,
      undefined,
    ]);
  });

  it("refuses an answer over 5 MB", async () => {
    await write(100);
    expect(await codeOf((context) => void column(context, 100).load("values"))).toBeNull();
    const twice = await codeOf((context) => [1, 2].forEach(() => column(context, 100).load("values")));
    expect(twice).toBe("ResponsePayloadSizeLimitExceeded");
    expect(host.requests.map(({ error }) => error)).toContain(5104);
  });
});
