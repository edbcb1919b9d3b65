import { readFile, writeFile } from "node:fs/promises";
import { samplePath } from "../../acceptance/samples";
import { makeRegister } from "../../bench/register";
import { Folder, run } from "../../cli/run-rebill";
import { atDepth, testInDepth } from "../../depth";
import { browserMessage, message, type BrowserCode } from "../../../src/messages";
import { useBrowser } from "../open-excel";
import { BrowserPage } from "./browser-page";

useBrowser();
const folder = new Folder();

const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");
/** Enough for an opening to be followed, and given up, in the middle. */
const rows = atDepth(20_000, 100_000);
const name = "registre.xlsx";
const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
let register: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

beforeAll(async () => {
  register = { name, mimeType, buffer: Buffer.from(await makeRegister(rows, 2014)) };
});

/** What the page says from now on, each sentence once. */
async function listen({ page }: BrowserPage): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said = new Set<string>();
    const note = () => document.querySelectorAll(".progress p").forEach((one) => said.add(one.textContent ?? ""));
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { said });
  });
  return () => page.evaluate(() => [...(window as unknown as { said: Set<string> }).said]);
}

const cancel = ({ page }: BrowserPage) => page.getByRole("button", { name: message("pane-act-cancel") });

/**
 * Presses « Annuler » as soon as the page says a sentence, from inside the page: somebody outside it may look too late, and
 * find that the work is over. What it gives waits until that is done.
 */
async function cancelsOnceTold({ page }: BrowserPage, sentence: string): Promise<() => Promise<void>> {
  const label = message("pane-act-cancel");
  await page.evaluate(
    ([sentence, label]) => {
      const isTold = () => [...document.querySelectorAll(".progress p")].some((one) => one.textContent === sentence);
      const pressed = new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!isTold()) return;
          observer.disconnect();
          [...document.querySelectorAll("button")].find((one) => one.textContent === label)!.click();
          resolve();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      });
      Object.assign(window, { pressed });
    },
    [sentence, label] as const,
  );
  return () => page.evaluate(() => (window as unknown as { pressed: Promise<void> }).pressed);
}

async function toDocuments({ page, person }: BrowserPage): Promise<void> {
  await person.reads(2014);
  await page.getByRole("button", { name: message("pane-step-documents") }).click();
  await page.getByRole("button", { name: /^Générer les \d+ feuilles$/ }).click();
}

testInDepth(
  "a long register is opened with its progress told, billed and saved: it is what the command writes, byte for byte",
  async () => {
    const browser = await BrowserPage.open();
    const { page } = browser;
    const said = await listen(browser);
    await browser.chooses(register);
    const opening = say("browser-opening", { file: name });
    expect(await said()).toEqual(
      expect.arrayContaining([
        opening,
        expect.stringMatching(/^Ouverture de «\sregistre\.xlsx\s»\s: [\d\s]+ lignes sur [\d\s]+…$/),
      ]),
    );
    await toDocuments(browser);
    await page.getByRole("button", { name: /^Confirmer/ }).click();
    await page.getByRole("button", { name: message("pane-done-open") }).waitFor();
    expect(await said()).toEqual(
      expect.arrayContaining([message("pane-generating-prepare"), message("pane-generating-check")]),
    );
    const saved = await browser.saves(() => page.getByRole("button", { name: say("browser-save") }).click());
    const [file, out] = [folder.file(name), folder.file("out.xlsx")];
    await writeFile(file, register.buffer);
    expect(await run(file, "--campaign", "2014", "--out", out, "--force", "--overwrite")).toMatchObject({ code: 0 });
    expect(saved.bytes.equals(await readFile(out))).toBe(true);
  },
);

test("an opening that is given up leaves the page as it was: the first screen, then the workbook that was open", async () => {
  const browser = await BrowserPage.open();
  const { page } = browser;
  const opening = say("browser-opening", { file: name });
  const first = await cancelsOnceTold(browser, opening);
  await page.locator("#files").setInputFiles(register);
  await first();
  await page.getByText(say("browser-drop")).waitFor();
  expect(page.workers()).toEqual([]);

  await browser.chooses(samplePath("anomalies-2014.xlsx"));
  const second = await cancelsOnceTold(browser, opening);
  await page.locator("#files").setInputFiles(register);
  await second();
  await cancel(browser).waitFor({ state: "detached" });
  expect(await browser.tabs()).toEqual(["Inventaire 2014"]);
  expect(page.workers()).toHaveLength(1);
  // What comes after it is opened as if nothing had been.
  await page.locator("#files").setInputFiles(register);
  await page.locator(".file strong").filter({ hasText: name }).waitFor();
  expect(await browser.tabs()).toEqual(["Registre", "Effectifs"]);
  expect(page.workers()).toHaveLength(1);
});

testInDepth("a generation that is stopped leaves the workbook as it was, and it can be done again", async () => {
  const browser = await BrowserPage.open();
  const { page } = browser;
  await browser.chooses(register);
  await toDocuments(browser);
  await cancelsOnceTold(browser, message("pane-generating-prepare"));
  await page.getByRole("button", { name: /^Confirmer/ }).click();
  await page.getByText(message("pane-cancelled-title")).waitFor();
  expect(await browser.tabs()).toEqual(["Registre", "Effectifs"]);
  expect(await page.getByText(say("browser-unsaved")).count()).toBe(0);
  const saved = await browser.saves(() => page.getByRole("button", { name: say("browser-save") }).click());
  expect(saved.bytes.equals(register.buffer)).toBe(true);
});

test("a missing worker file is reported, without a wait", async () => {
  const browser = await BrowserPage.open();
  const { page } = browser;
  await page.route(/worker\.[0-9a-f]{12}\.js$/, (route) => route.fulfill({ status: 404, body: "" }));
  await page.locator("#files").setInputFiles(samplePath("anomalies-2014.xlsx"));
  await page.getByText(message("pane-file-not-loaded", { file: "anomalies-2014.xlsx" })).waitFor();
  expect(await page.getByText(say("browser-drop")).count()).toBe(1);
  // The browser tells of it too.
  browser.watched.faults.splice(0);
});
