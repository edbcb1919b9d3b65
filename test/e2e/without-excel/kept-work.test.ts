import { browserMessage, keptMessage, type BrowserCode, type KeptCode } from "../../../src/messages";
import { smallWorkbook } from "../../cli/small-workbook";
import { accessibilityFaults } from "../pane-checks";
import { useBrowser } from "../open-excel";
import { BrowserPage } from "./browser-page";

useBrowser();
const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");
const kept = (code: KeptCode, params = {}) => keptMessage(code, params, "fr");
const file = "parc.xlsx";
const title = kept("kept-title", { time: kept("kept-time", { hours: 14, minutes: "03" }) });
const keptAt = kept("kept-unsaved", { time: kept("kept-time", { hours: 14, minutes: "03" }) });

/** The tab is closed and opened again: all that is left is what the browser kept. */
async function comesBack({ page }: BrowserPage): Promise<void> {
  await page.getByText(keptAt).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: say("browser-title") }).waitFor();
}

test("the tab is closed at each step, and the work is there again with its file: corrections, choices, campaign; then it is forgotten", async () => {
  const browser = await BrowserPage.open();
  const { page, person } = browser;
  page.on("dialog", (dialog) => void dialog.accept());
  const buffer = Buffer.from(await smallWorkbook());
  const given = { name: file, mimeType: "application/octet-stream", buffer };
  const resumes = async () => {
    await page.getByRole("heading", { name: title }).waitFor();
    await page.getByLabel(kept("kept-choose", { file })).setInputFiles(given);
    await browser.hasRead();
  };
  const cell = page.locator('td[data-cell="D2"]');
  const corrects = async (value: string) => {
    await cell.click();
    await page.keyboard.type(value);
    await page.keyboard.press("Enter");
    await page.getByText(say("browser-corrected", { cell: "D2" })).waitFor();
  };

  await browser.opens(file, buffer);
  await person.reads(2014);
  expect(await page.getByText(keptAt).count()).toBe(0);
  await corrects("12");
  await comesBack(browser);
  expect(await accessibilityFaults(page.mainFrame())).toEqual([]);
  await resumes();
  // The campaign chosen then is billed at once: 12 workstations in the place of 10.
  await page
    .locator(".titre")
    .getByText(/^1\s243,52\s€$/)
    .waitFor();
  expect(await cell.innerText()).toBe("12");
  expect(await cell.getAttribute("class")).toContain("changed");

  await person.generates();
  await comesBack(browser);
  await page.getByText(kept("kept-documents")).waitFor();
  await resumes();
  expect(await browser.tabs()).toEqual(["Parc"]);

  // Taken back, nothing is left to be kept.
  await cell.click();
  await page.keyboard.press("ControlOrMeta+z");
  await page.getByText(keptAt).waitFor({ state: "detached" });
  await corrects("11");
  await comesBack(browser);

  // Chosen as any other file is, it is asked there.
  await browser.opens(file, buffer);
  await page.getByText(title).waitFor();
  await page.getByRole("button", { name: kept("kept-resume"), exact: true }).click();
  await page
    .locator(".titre")
    .getByText(/^1\s206,66\s€$/)
    .waitFor();
  await comesBack(browser);
  await page.getByRole("button", { name: kept("kept-forget") }).click();
  await page.getByRole("heading", { name: title }).waitFor({ state: "detached" });
  await page.reload();
  await page.getByLabel(say("browser-choose")).waitFor();
  expect(await page.getByRole("heading", { name: title }).count()).toBe(0);
});
