import {
  browserMessage,
  issueMessage,
  keptMessage,
  message,
  type BrowserCode,
  type KeptCode,
} from "../../../src/messages";
import { amagney, smallWorkbook } from "../../cli/small-workbook";
import { testInDepth } from "../../depth";
import { accessibilityFaults } from "../pane-checks";
import { useBrowser } from "../open-excel";
import { BrowserPage } from "./browser-page";

useBrowser();
const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");
const kept = (code: KeptCode, params = {}) => keptMessage(code, params, "fr");
const file = "parc.xlsx";
const euros = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" });
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

// test/taskpane/browser/kept/kept-issue shows the same without a browser.
testInDepth(
  "the tab is closed once an état is marked as issued, and it is still issued: on the original file, and on the one saved",
  async () => {
    const browser = await BrowserPage.open();
    const { page, person } = browser;
    page.on("dialog", (dialog) => void dialog.accept());
    const buffer = Buffer.from(await smallWorkbook());
    const given = (name: string, bytes: Buffer) => ({ name, mimeType: "application/octet-stream", buffer: bytes });
    const corrects = async (value: string) => {
      await page.locator('td[data-cell="D2"]').click();
      await page.keyboard.type(value);
      await page.keyboard.press("Enter");
      await page.getByText(say("browser-corrected", { cell: "D2" })).waitFor();
    };
    const picker = page.getByLabel(kept("kept-choose", { file }));

    await browser.opens(file, buffer);
    await person.reads(2014);
    await person.generates();
    await person.press("pane-issue-mark");
    await person.pane.getByLabel(issueMessage("pane-issue-date", {}, "fr")).fill("25/11/2014");
    await person.pressNamed(issueMessage("pane-issue-save", {}, "fr"));
    await person.button(message("pane-issue-complete")).waitFor();
    await comesBack(browser);
    const issue = { number: "2014-01", version: 1, campaign: 2014, date: "25 novembre 2014" };
    await page.getByText(kept("kept-issued", { ...issue, total: euros.format(1169.8) })).waitFor();
    await picker.setInputFiles(given(file, buffer));
    await browser.hasRead();
    await person.opensStep("documents");
    await person.button(message("pane-issue-complete")).waitFor();

    const saved = await browser.saves(() => browser.savesWorkbook());
    expect(saved.name).toBe("parc-ordiclasse.xlsx");
    await corrects("12");
    await person.button(message("pane-issue-rectify")).waitFor();
    await comesBack(browser);
    await picker.setInputFiles(given("autre.xlsx", Buffer.from(await smallWorkbook([amagney, amagney]))));
    const refusal = { file: "autre.xlsx", work: file, saved: saved.name };
    await page.getByText(kept("kept-other-file", refusal)).waitFor();
    await picker.setInputFiles(given(saved.name, saved.bytes));
    await browser.hasRead();
    expect(await page.locator('td[data-cell="D2"]').innerText()).toBe("12");
    expect(await browser.tabs()).toEqual(["Parc", "Journal"]);
    await person.opensStep("documents");
    await person.button(message("pane-issue-rectify")).waitFor();
  },
);
