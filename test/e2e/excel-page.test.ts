import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser";
import { ExcelPage } from "./excel-page";

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

test.each([
  ["a request to another place", `<script src="asks.js"></script>`, "Request: GET https://elsewhere.example.test/x"],
  ["a web socket", `<script src="socket.js"></script>`, "Web socket: wss://elsewhere.example.test/"],
  [
    "a file that was not built",
    `<img src="absent.png">`,
    "File not found: GET https://intranet.ville.test/ordiclasse/absent.png",
  ],
  ["an exception", `<script src="throws.js"></script>`, "Exception: Error: planted"],
  ["a warning in the console", `<script src="warns.js"></script>`, "Console: planted"],
  ["a script that the policy forbids", `<script>1</script>`, "Content policy: script-src-elem inline"],
])("%s is held against it", async (_, html, told) => {
  expect(await faultsOf(html)).toContainEqual(expect.stringContaining(told));
});
