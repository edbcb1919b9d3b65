import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { addInBase } from "../build/built";
import { officeBase } from "../host";
import { launchBrowser } from "./browser";
import { ExcelPage } from "./excel-page";
import { WatchedPage } from "./watched-page";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** What is held against a pane whose page holds this, with the policy that the add-in has. */
async function faultsOf(...html: string[]): Promise<readonly string[]> {
  const files = await mkdtemp(join(tmpdir(), "pane-"));
  try {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; connect-src *">`;
    await writeFile(join(files, "taskpane.html"), `<!doctype html><title>Volet</title>${policy}${html.join("")}`);
    await writeFile(join(files, "sound.js"), `console.info("sound")`);
    await writeFile(join(files, "throws.js"), `throw new Error("planted")`);
    await writeFile(join(files, "warns.js"), `console.warn("planted")`);
    await writeFile(join(files, "asks.js"), `fetch("https://elsewhere.example.test/x").catch(() => 0)`);
    await writeFile(join(files, "socket.js"), `new WebSocket("wss://elsewhere.example.test/")`);
    const page = await ExcelPage.open(browser, { receive: () => undefined }, { files });
    await page.pane.waitForLoadState("networkidle");
    return await page.close();
  } finally {
    await rm(files, { recursive: true, force: true });
  }
}

test("a sound pane has nothing held against it", async () => {
  expect(await faultsOf(`<script src="sound.js"></script>`)).toEqual([]);
});

test("requests elsewhere, web sockets, files that were not built, exceptions, warnings and breaches of the policy are", async () => {
  const faulty = ["asks", "socket", "throws", "warns"].map((name) => `<script src="${name}.js"></script>`);
  const found = await faultsOf(...faulty, `<img src="absent.png">`, `<script>1</script>`);
  for (const told of [
    "Request: GET https://elsewhere.example.test/x",
    "Web socket: wss://elsewhere.example.test/",
    "File not found: GET https://intranet.ville.test/ordiclasse/absent.png",
    "Exception: Error: planted",
    "Console: planted",
    "Content policy: script-src-elem inline",
  ])
    expect(found).toContainEqual(expect.stringContaining(told));
});

test("a page restricted to its own folder lists what it requests elsewhere, Office.js included", async () => {
  const files = await mkdtemp(join(tmpdir(), "page-"));
  try {
    await writeFile(join(files, "page.html"), `<!doctype html><title>Page</title><script src="asks.js"></script>`);
    await writeFile(join(files, "asks.js"), `fetch("${officeBase}office.js"); fetch("page.html");`);
    const look = { width: 320, height: 720, colours: "light", sharpness: 1 } as const;
    const asked = { files, hostPage: "", locale: "fr-FR", ...look, isAlone: true };
    const watched = await WatchedPage.open(browser, asked);
    await watched.page.goto(`${addInBase}page.html`, { waitUntil: "networkidle" });
    expect(await watched.close()).toEqual([`Request beyond its folder: GET ${officeBase}office.js`]);
  } finally {
    await rm(files, { recursive: true, force: true });
  }
});
