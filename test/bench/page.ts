import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { message } from "../../src/messages";
import { addInBase, buildOnce } from "../build/built";
import { launchBrowser } from "../e2e/browser";
import { WatchedPage } from "../e2e/watched-page";
import { BrowserPage } from "../e2e/without-excel/browser-page";
import { makeRegister } from "./register";

/** The last campaign with 59 communes. */
const campaign = 2014;
/** Milliseconds for which a page may answer nobody. */
const goal = 50;

/** What somebody does in the page, one thing after the other. */
const gestures: readonly (readonly [name: string, does: (page: BrowserPage, file: string) => Promise<void>])[] = [
  ["open the file", (page, file) => page.chooses(file)],
  ["first turns of the wheel", ({ page }) => turn(page, { times: 20, by: 400 })],
  ["further down", ({ page }) => turn(page, { times: 60, by: 900 })],
  ["up again", ({ page }) => turn(page, { times: 30, by: -600 })],
  ["read", read],
  ["generate", generate],
  ["correct a cell", correct],
];

/** Prints how long the page without Excel keeps its thread, size by size. */
export async function measurePage(sizes: readonly number[], folder: string): Promise<void> {
  const { dist: files } = await buildOnce();
  const browser = await launchBrowser();
  try {
    for (const rows of sizes) {
      // Chosen on the disk, as by a person: its bytes given by Playwright would be decoded in the page.
      const file = join(folder, `registre-${rows}.xlsx`);
      writeFileSync(file, await makeRegister(rows, campaign));
      const look = { width: 1280, height: 800, colours: "light", sharpness: 1 } as const;
      const watched = await WatchedPage.open(browser, { files, hostPage: "", locale: "fr-FR", ...look });
      await watched.page.goto(`${addInBase}navigateur.html`);
      await measure(new BrowserPage(watched), { rows, file });
      await watched.close();
    }
  } finally {
    await browser.close();
  }
}

async function measure(
  open: BrowserPage,
  { rows, file }: { readonly rows: number; readonly file: string },
): Promise<void> {
  const { page } = open;
  await page.evaluate(() => {
    const tasks: number[] = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      entryTypes: ["longtask"],
    });
    Object.assign(window, { longTasks: tasks });
  });
  console.log(`${String(rows).padEnd(8)}rows                longest, ms   long tasks   waited, ms`);
  let worst = 0;
  for (const [name, does] of gestures) {
    const start = performance.now();
    await does(open, file);
    await page.waitForTimeout(300);
    const waited = performance.now() - start;
    const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));
    const longest = Math.max(0, ...tasks);
    worst = Math.max(worst, longest);
    const shown = tasks.length === 0 ? "–" : longest.toFixed(0);
    console.log(
      `  ${name.padEnd(26)}${shown.padStart(14)}${String(tasks.length).padStart(13)}${waited.toFixed(0).padStart(13)}`,
    );
  }
  console.log(
    `  longest, of ${goal} ms${(worst / goal).toFixed(2).padStart(22)}   ${worst <= goal ? "✓" : "✗ MISSED"}\n`,
  );
}

async function turn(page: Page, { times, by }: { readonly times: number; readonly by: number }): Promise<void> {
  const { x, y } = (await page.getByRole("grid").boundingBox())!;
  await page.mouse.move(x + 200, y + 200);
  for (let time = 0; time < times; time++) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(16);
  }
}

async function read(open: BrowserPage): Promise<void> {
  const { page } = open;
  await page.locator('main[aria-busy="false"]').waitFor();
  const field = page.getByLabel(message("pane-campaign"));
  if ((await field.inputValue()) !== String(campaign)) await field.selectOption(String(campaign));
  // A workbook that is soon read is read by itself.
  const press = page.getByRole("button", { name: message("pane-act-read") });
  if ((await press.count()) > 0) await press.click();
  await open.hasRead();
}

async function generate({ page }: BrowserPage): Promise<void> {
  await page.getByRole("button", { name: message("pane-step-documents") }).click();
  await page.getByRole("button", { name: /^Générer les \d+ feuilles$/ }).click();
  await page.getByRole("button", { name: /^Confirmer/ }).click();
  await page.getByRole("button", { name: message("pane-done-open") }).waitFor();
}

async function correct({ page }: BrowserPage): Promise<void> {
  await page.locator(".sheet-tab:not(.list-opener)").first().click();
  await page.getByRole("grid").locator("td[data-cell]").nth(20).click();
  for (const key of ["F2", "Control+A", "1", "2", "Enter"]) await page.keyboard.press(key);
  await page.getByText(/^[A-Z]+\d+ corrigée/).waitFor();
}
