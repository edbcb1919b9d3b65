import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame } from "playwright-core";
import { addInBase, buildOnce } from "../build/built";
import { testInDepth } from "../depth";
import { launchBrowser } from "./browser";
import { ExcelPage } from "./excel-page";
import { accessibilityFaults, overflows } from "./pane-checks";
import { WatchedPage } from "./watched-page";

let browser: Browser;
let built: string;
beforeAll(async () => {
  built = (await buildOnce()).dist;
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const title = (pane: Frame) => pane.getByRole("alert").getByRole("heading").innerText();
const wrong = async (pane: Frame) => [...(await overflows(pane)), ...(await accessibilityFaults(pane))];

/** What the pane says, and what is wrong with how it says it, where the add-in lacks files of these names. */
async function without(lost: RegExp) {
  const files = await mkdtemp(join(tmpdir(), "add-in-"));
  try {
    await cp(built, files, { recursive: true });
    for (const name of await readdir(files)) if (lost.test(name)) await rm(join(files, name));
    const page = await ExcelPage.open(browser, { receive: () => undefined }, { files, width: 270 });
    await page.pane.waitForLoadState();
    // Styles alone say it, once they have waited: the test doesn't.
    const waited = await page.pane.evaluate(() =>
      document.getAnimations().map((animation) => {
        animation.finish();
        return Number(animation.effect!.getComputedTiming().delay) / 1000;
      }),
    );
    const retry = page.pane.getByRole("link", { name: "Réessayer" });
    const said = { title: await title(page.pane), canRetry: await retry.isVisible(), wrong: await wrong(page.pane) };
    return { said, waited, held: await page.close() };
  } finally {
    await rm(files, { recursive: true, force: true });
  }
}

test("a part of the add-in that does not come: the pane says so, and offers to try again", async () => {
  const { said, held } = await without(/^chain\..*js$/);
  expect(said).toEqual({ title: "Le volet n’a pas pu démarrer", canRetry: true, wrong: [] });
  expect(held).toContainEqual(expect.stringMatching(/^File not found: .*chain/));
});

testInDepth("a page without any script says so after ten seconds, and offers to try again", async () => {
  const { said, waited, held } = await without(/^taskpane\..*js$/);
  expect(waited).toContain(10);
  expect(said).toEqual({ title: "Le volet n’a pas pu démarrer", canRetry: true, wrong: [] });
  expect(held).toContainEqual(expect.stringMatching(/^File not found: .*taskpane/));
});

test("a browser instead of Excel: the page says where it works", async () => {
  const blank = { hostPage: "", locale: "fr-FR", width: 320, height: 720, colours: "light", sharpness: 1 } as const;
  const { page, context } = await WatchedPage.open(browser, { files: built, ...blank });
  await page.goto(`${addInBase}taskpane.html`);
  expect(await title(page.mainFrame())).toContain("Excel");
  expect(await wrong(page.mainFrame())).toEqual([]);
  await context.close();
});
