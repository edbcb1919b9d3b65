import { ExcelHost, startInJsdom, type OfficePage } from ".";
import { blankWorkbook, firstSheet } from "./blank-workbook";

describe("Excel around the pane", () => {
  let host: ExcelHost;
  let page: OfficePage;
  const open = async (scripts: readonly string[] = []) => {
    page = await startInJsdom(host, { scripts });
  };
  beforeEach(async () => {
    host = new ExcelHost(await blankWorkbook());
  });
  afterEach(() => {
    expect(page.faults).toEqual([]);
    page.close();
  });

  it("runs a ribbon command until it says that it has completed", async () => {
    await open([
      `window.ran = 0; Office.actions.associate("GENERER", (event) => { setTimeout(() => { window.ran += 1; event.completed(); }, 20) })`,
    ]);
    await host.runCommand("GENERER");
    expect((page.window as unknown as { readonly ran: number }).ran).toBe(1);
    await expect(host.runCommand("INCONNUE")).rejects.toThrow("no such function");
  });

  it("keeps the document's settings from one start to the next", async () => {
    await open();
    const { settings } = page.window.Office.context.document;
    settings.set("signataire", { nom: "Dupont" });
    await new Promise((resolve) => settings.saveAsync(resolve));
    expect(host.settings.get("signataire")).toEqual({ nom: "Dupont" });
    page.close();
    await open();
    expect(page.window.Office.context.document.settings.get("signataire")).toEqual({ nom: "Dupont" });
  });

  it("leaks no settings into another document", async () => {
    await open();
    page.window.Office.context.document.settings.set("a", 1);
    await new Promise((resolve) => page.window.Office.context.document.settings.saveAsync(resolve));
    page.close();
    host = new ExcelHost(await blankWorkbook());
    await open();
    expect(page.window.Office.context.document.settings.get("a")).toBeNull();
  });

  it("tells a sheet's listener, or that of all sheets, of what happens to it, as long as it listens", async () => {
    await open();
    const heard: string[] = [];
    let handler: OfficeExtension.EventHandlerResult<Excel.WorksheetSelectionChangedEventArgs>;
    await page.window.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getActiveWorksheet().onChanged.add(async ({ address }) => void heard.push(`sheet ${address}`));
      handler = worksheets.onSelectionChanged.add(async ({ address }) => void heard.push(`all ${address}`));
      await context.sync();
    });
    expect(host.raise("Changed", firstSheet, { address: "B2", changeType: "RangeEdited" })).toBe(true);
    expect(host.raiseSelectionChanged(firstSheet, "C3")).toBe(true);
    await turn();
    expect(heard).toEqual(["sheet B2", "all C3"]);
    await page.window.Excel.run(handler!.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    expect(host.raiseSelectionChanged(firstSheet, "D4")).toBe(false);
  });

  it("tells the document's own listener that the selection changed", async () => {
    await open();
    let heard = 0;
    const { document } = page.window.Office.context;
    await new Promise((resolve) =>
      document.addHandlerAsync(page.window.Office.EventType.DocumentSelectionChanged, () => void (heard += 1), resolve),
    );
    expect(host.raiseSelectionChanged(firstSheet, "A1")).toBe(true);
    await turn();
    expect(heard).toBe(1);
  });

  it("shows and hides the pane, and sets the ribbon's buttons", async () => {
    await open();
    const { Office } = page.window;
    await Office.addin.showAsTaskpane();
    expect(host.services.visibility).toBe("Visible");
    await Office.addin.hide();
    expect(host.services.visibility).toBe("Background");
    await Office.ribbon.requestUpdate({ tabs: [{ id: "Onglet", controls: [{ id: "Annuler", enabled: false }] }] });
    expect(host.services.ribbon.get("Annuler")).toBe(false);
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
    expect(host.services.startup).toBe("Background");
  });

  it("speaks English where Excel does", async () => {
    host = new ExcelHost(await blankWorkbook(), { locale: "en-US" });
    await open();
    expect(page.window.Office.context.displayLanguage).toBe("en-US");
  });
});

const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
