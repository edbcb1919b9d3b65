import { ExcelHost, objectErrors, payloadLimit, startInJsdom, transportErrors, type OfficePage } from ".";
import { SmallWorkbook } from "./small-workbook";

describe("An Excel that fails", () => {
  const workbook = new SmallWorkbook();
  const host = new ExcelHost(workbook);
  let page: OfficePage;
  beforeAll(async () => {
    page = await startInJsdom(host);
    await host.ready();
  });
  afterAll(() => page.close());
  beforeEach(() => {
    host.mend();
    host.resetRequests();
    workbook.sheets.sheets.splice(1);
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
  const names = () => workbook.sheets.items().map((sheet) => sheet.get("name"));

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
      workbook.sheets.sheets.splice(1);
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

  it("refuses a request over 5 MB without applying it", async () => {
    const code = await write("x".repeat(payloadLimit));
    expect(code).toBe("RequestPayloadSizeLimitExceeded");
    expect(await write("x".repeat(payloadLimit - 5000))).toBeNull();
    expect(host.requests.filter(({ kind }) => kind === "workbook").map(({ error }) => error)).toEqual([
      5103,
      undefined,
    ]);
  });

  it("refuses an answer over 5 MB", async () => {
    const half = "x".repeat(payloadLimit / 2);
    expect(await write(half)).toBeNull();
    const code = await page.window.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      for (const each of [1, 2])
        sheets
          .getItem("Feuil1")
          .getRange(`A${each - each + 1}`)
          .load("values");
      await context.sync();
    }).then(
      () => null,
      (error: { readonly code: string }) => error.code,
    );
    expect(code).toBe("ResponsePayloadSizeLimitExceeded");
    expect(host.requests.at(-1)).toMatchObject({ error: 5104 });
  });

  const write = (text: string) =>
    page.window.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Feuil1").getRange("A1").values = [[text]];
      await context.sync();
    }).then(
      () => null,
      (error: { readonly code: string }) => error.code,
    );
});
