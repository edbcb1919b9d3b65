import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { browserMessage, message, type BrowserCode } from "../../../src/messages";
import { buildOnce } from "../../build/built";
import { atDepth, describeInDepth, testInDepth } from "../../depth";
import { launchBrowser } from "../browser";
import { buildAgain, Site } from "./offline-site";

let browser: Browser;
let dist: string;
let site: Site;
let context: BrowserContext;
let faults: string[];

const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");

beforeAll(async () => {
  ({ dist } = await buildOnce());
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  faults = [];
  context = await browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(120_000);
});
afterEach(async () => {
  await context.close();
  await site.close();
  expect(faults).toEqual([]);
});

/** The page, once the browser keeps all that it may need. */
async function loaded(page: Page, file = "navigateur.html"): Promise<Page> {
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (told) => told.type() === "error" && faults.push(told.text()));
  await page.goto(site.address + file);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  });
  return page;
}

/** Opens the example, bills it, and saves the workbook; gives the name of the file. */
async function bills(page: Page): Promise<string> {
  await page.getByRole("button", { name: say("browser-example") }).click();
  await page.getByRole("button", { name: message("pane-step-documents") }).click();
  await page.getByRole("button", { name: /^Générer les \d+ feuilles$/ }).click();
  await page.getByRole("button", { name: /^Confirmer/ }).click();
  await page.getByRole("button", { name: "Titre CAGB", exact: true }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: say("browser-save") }).click(),
  ]);
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe("PK");
  return download.suggestedFilename();
}

const folders: [string, string][] = [
  ["the folder of an intranet", "/outils/ordiclasse/"],
  ["the root of a site", "/"],
];

test.each(atDepth(folders.slice(0, 1), folders))(
  "once loaded from %s, the page is loaded again, opens, bills and saves without a network",
  async (_, path) => {
    site = await Site.open(dist, path);
    const page = await loaded(await context.newPage());
    await context.setOffline(true);
    await site.close();
    const asked = site.asked.length;
    await page.reload();
    expect(await bills(page)).toBe("inventaire-exemple-ordiclasse.xlsx");
    // Its help, and the guide that it leads to, with their pictures.
    const help = await context.newPage();
    await help.goto(`${site.address}aide.html`);
    await help.goto(`${site.address}guide.html`);
    const missing = () => [...document.images].filter((image) => image.complete && image.naturalWidth === 0);
    expect(await help.evaluate(() => document.images.length)).toBeGreaterThan(3);
    expect(await help.evaluate(missing)).toEqual([]);
    expect(site.asked.length).toBe(asked);
  },
);

testInDepth(
  "it keeps its own files alone: nothing of Excel’s pane, which goes by as if nothing were kept",
  async () => {
    site = await Site.open(dist, "/outils/ordiclasse/");
    const page = await loaded(await context.newPage());
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return { names, files: requests.flat().map(({ url }) => url) };
    });
    expect(kept.names).toEqual([expect.stringContaining(`ordiclasse ${site.address} `)]);
    const files = kept.files.map((url) => url.slice(site.address.length));
    expect(files).toEqual(expect.arrayContaining(["navigateur.html", "aide.html", "help-en.html", "guide.html"]));
    expect(
      files.filter((name) => /taskpane|functions\.js|functions-in-pane|manifest|office|icons|\.map$/.test(name)),
    ).toEqual([]);
    const before = site.asked.length;
    await page.evaluate(async () => {
      await fetch("taskpane.html");
      await fetch("manifest.xml");
    });
    expect(site.asked.slice(before)).toEqual(["/outils/ordiclasse/taskpane.html", "/outils/ordiclasse/manifest.xml"]);
  },
);

describeInDepth("a new version", () => {
  let next: string;
  beforeEach(async () => {
    next = await mkdtemp(join(tmpdir(), "ordiclasse-next-"));
    await cp(dist, next, { recursive: true });
  });
  afterEach(() => rm(next, { recursive: true, force: true }));

  const cachesOf = (page: Page) => page.evaluate(() => caches.keys());

  test("takes the place of the one before, whole; a page that is open goes on with its own until it is loaded again", async () => {
    site = await Site.open(dist, "/outils/ordiclasse/");
    const page = await loaded(await context.newPage());
    const [first] = await cachesOf(page);
    await buildAgain(next);
    site.folder = next;
    await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      const taken = new Promise((done) =>
        navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }),
      );
      await registration.update();
      await taken;
    });
    expect(await cachesOf(page)).toEqual(expect.arrayContaining([first, expect.stringMatching(/ next$/)]));
    // What the open page asks for now is of its own version, which the server does not have any more.
    const asked = site.asked.length;
    await bills(page);
    expect(site.asked.slice(asked).filter((name) => name.includes("beside"))).toEqual([]);

    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await page.getByRole("button", { name: say("browser-example") }).waitFor();
    await page.reload();
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    expect(await cachesOf(page)).toEqual([expect.stringMatching(/ next$/)]);
    await context.setOffline(true);
    await page.reload();
    await bills(page);
  });

  test("an incomplete new version, in a folder half updated, is not kept: the previous one stays", async () => {
    site = await Site.open(dist, "/outils/ordiclasse/");
    const page = await loaded(await context.newPage());
    const before = await cachesOf(page);
    const script = join(next, "service-worker.js");
    await writeFile(script, (await readFile(script, "utf8")).replace(/"version":"\w+"/, '"version":"half"'));
    await writeFile(join(next, "aide.html"), "<!doctype html><title>Autre version</title>");
    site.folder = next;
    const state = await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      const found = new Promise<ServiceWorker>((done) =>
        registration.addEventListener("updatefound", () => done(registration.installing!), { once: true }),
      );
      void registration.update();
      const worker = await found;
      while (worker.state === "installing") await new Promise((done) => setTimeout(done, 50));
      return worker.state;
    });
    expect(state).toBe("redundant");
    await context.setOffline(true);
    await page.reload();
    expect(await bills(page)).toBe("inventaire-exemple-ordiclasse.xlsx");
    expect((await cachesOf(page)).filter((name) => before.includes(name))).toEqual(before);
    // The browser tells of the file that was refused.
    faults = faults.filter((fault) => !/integrity/.test(fault));
  });
});
