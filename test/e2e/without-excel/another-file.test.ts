import { readFile, writeFile } from "node:fs/promises";
import { browserMessage, message, settingsMessage, type BrowserCode } from "../../../src/messages";
import { Folder, run } from "../../cli/run-rebill";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { accessibilityFaults } from "../pane-checks";
import { useBrowser } from "../open-excel";
import { BrowserPage } from "./browser-page";

useBrowser();
const folder = new Folder();
const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");

const options = {
  name: "Options Ordiclasse",
  rows: [
    ["Option", "Valeur", "Précision", "Précision 2"],
    ["Besançon", "part CAGB seule"],
    ["Mot", "MES", "nature", "installation"],
  ],
};

test("last year's workbook, chosen with this year's, is not read with it: it is asked about, and its choices are taken one by one, then compared with", async () => {
  const [path, made] = [folder.file("parc-2014.xlsx"), folder.file("made.xlsx")];
  await writeFile(path, await smallWorkbook([amagney], [options]));
  expect((await run(path, "--campaign", "2014", "--out", made)).code).toBe(0);
  const file = (name: string, buffer: Uint8Array) => ({ name, mimeType: "", buffer: Buffer.from(buffer) });
  const last = file("parc-2014.xlsx", await readFile(made));
  const rows = [amagney, ["Besançon", "École primaire", 60, 4, 0]];

  const browser = await BrowserPage.open();
  const { page, person } = browser;
  await browser.chooses(last, file("parc-2015.xlsx", await smallWorkbook(rows)));
  const asked = page.getByRole("alert").filter({ hasText: say("browser-asked", { file: last.name, unsaved: "" }) });
  await asked.waitFor();
  expect(await page.locator(".bar .file").innerText()).toContain("parc-2015.xlsx");
  await person.reads(2015);
  expect(await accessibilityFaults(page.mainFrame())).toEqual([]);
  await asked.getByRole("button", { name: say("browser-asked-choices", { count: 2 }) }).click();
  for (const [label, written] of [
    ["Besançon", "part CAGB seule"],
    ["Mot", "MES · nature · installation"],
  ] as const) {
    const name = settingsMessage("pane-earlier-take-name", { label, written }, "fr");
    const take = page.getByRole("button", { name });
    await take.click();
    await take.waitFor({ state: "detached" });
  }
  await page.getByText(settingsMessage("pane-earlier-none", { file: last.name }, "fr")).waitFor();
  expect(await browser.tabs()).toContain("Options Ordiclasse");

  await page.locator("#files").setInputFiles(last);
  await page.getByRole("button", { name: say("browser-asked-compare"), exact: true }).click();
  await page.getByRole("heading", { name: message("pane-compare-title") }).waitFor();
  await page.getByText("parc-2014.xlsx").first().waitFor();
});
