import {
  displayLanguage,
  documentSettings,
  isReadOnly,
  lacksFunctions,
  loadWithWorkbook,
  numberLocale,
  readingEmptiesUndo,
  savesFiles,
  showPane,
  tooOld,
  versions,
} from "../../src/taskpane/host";
import { ExcelHost, lendOffice, type HostOptions, type OfficePage } from "../host";
import { HostWorkbook } from "../host/model";
import { smallWorkbook } from "../cli/small-workbook";

let page: OfficePage | null = null;
async function excel(options: HostOptions = {}): Promise<ExcelHost> {
  const host = new ExcelHost(await HostWorkbook.open(await smallWorkbook(), "parc.xlsx"), options);
  page = await lendOffice(host);
  return host;
}
afterEach(() => {
  page?.close();
  page = null;
});

describe("the host, as Excel describes itself", () => {
  it("is the language of its commands, and the style of its numbers", async () => {
    await excel({ locale: "en-US" });
    expect(displayLanguage()).toBe("en");
    expect(numberLocale()).toMatch(/^en/);
  });

  it("is French unless it is English", async () => {
    await excel({ locale: "fr-FR" });
    expect(displayLanguage()).toBe("fr");
    expect(numberLocale()).toMatch(/^fr/);
  });

  it("is whether it is recent enough, with its version where it is not", async () => {
    await excel();
    expect(tooOld()).toBeNull();
    page!.close();
    await excel({ apiSets: { ExcelApi: "1.13" } });
    expect(tooOld()).toMatch(/^\d+\./);
    page!.close();
    await excel({ apiSets: { SharedRuntime: "1.0" } });
    expect(tooOld()).not.toBeNull();
  });

  it("is its version and its kind, after those of the add-in, for whoever is called for help", async () => {
    await excel();
    const [own, host] = versions();
    expect(own).toMatch(/^Ordiclasse \d+\.\d+\.\d+$/);
    expect(host).toMatch(/^Excel \d+\.[\d.]+, \w+$/);
  });

  it("is whether it takes functions, which no Excel has to for the pane", async () => {
    await excel();
    expect(lacksFunctions()).toBe(false);
    page!.close();
    await excel({ withoutFunctions: "none" });
    expect([lacksFunctions(), tooOld()]).toEqual([true, null]);
  });

  it("is whether the workbook may be written to", async () => {
    await excel({ readOnly: true });
    expect(isReadOnly()).toBe(true);
    page!.close();
    await excel();
    expect(isReadOnly()).toBe(false);
  });

  it.each([
    ["PC", true, true],
    ["OfficeOnline", true, false],
    ["Mac", false, false],
    ["iOS", false, false],
  ])("is whether a pane may save a file, and what reading costs: %s, %s, %s", async (platform, isSaved, isEmptied) => {
    await excel();
    const lent = Office;
    const context = Object.create(lent.context, { platform: { value: platform } }) as Office.Context;
    globalThis.Office = Object.create(lent, { context: { value: context } }) as typeof Office;
    expect([savesFiles(), readingEmptiesUndo()]).toEqual([isSaved, isEmptied]);
    globalThis.Office = lent;
  });

  it("is what the document keeps", async () => {
    const host = await excel();
    expect(documentSettings.get("ordiclasse.volet")).toBeFalsy();
    documentSettings.save("ordiclasse.volet", "x");
    expect(documentSettings.get("ordiclasse.volet")).toBe("x");
    expect(host.settings.get("ordiclasse.volet")).toBe("x");
  });
});

describe("the pane", () => {
  it("is loaded with the workbook, or not any more; Excel may refuse", async () => {
    const { services } = await excel();
    expect([await loadWithWorkbook(true), services.startup]).toEqual([true, "Background"]);
    services.startupIsRefused = true;
    expect([await loadWithWorkbook(false), services.startup]).toEqual([false, "Background"]);
  });

  it("shows; where Excel refuses it, what was asked for goes on", async () => {
    const { services } = await excel();
    await showPane();
    expect(services.visibility).toBe("Visible");
    services.visibility = "Background";
    services.paneIsRefused = true;
    await expect(showPane()).resolves.toBeUndefined();
    expect(services.visibility).toBe("Background");
  });
});
