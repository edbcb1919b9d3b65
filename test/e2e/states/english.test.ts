/**
 * @jest-environment ./test/run/page-environment.mjs
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { buildOnce } from "../../build/built";
import { draw, nameOf, root, usePage } from "../../taskpane/view/draw";
import { states } from "../../taskpane/view/states";
import { launchBrowser } from "../browser";
import { overflows } from "../pane-checks";

usePage({ analysed: true, apart: true });

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const { dist } = await buildOnce();
  // The pane's own style sheet: those of the pages of help set other margins.
  const [, sheet] = /href="?([^" >]+\.css)/.exec(readFileSync(join(dist, "taskpane.html"), "utf8"))!;
  const style = readFileSync(join(dist, sheet!), "utf8");
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 270, height: 720 } });
  await page.setContent(
    `<!doctype html><html lang="en"><style>${style}</style><body><div id="pane"></div></body></html>`,
  );
});
afterAll(() => browser?.close());

/** What overflows of a state, drawn as it is and shown in the narrowest pane. */
async function overflowing(): Promise<string[]> {
  const { innerHTML } = root();
  await page.evaluate((html) => (document.querySelector("#pane")!.innerHTML = html), innerHTML);
  return overflows(page.mainFrame());
}

describe("in English, in the narrowest pane, nothing overflows and nothing is left to fill", () => {
  it.each(Object.keys(states))("« %s »", async (name) => {
    draw(states[name]!(), "en");
    expect(root().textContent).not.toMatch(/undefined|NaN|\{\w+\}|\[object/);
    expect([...root().querySelectorAll("button")].filter((one) => nameOf(one) === "")).toEqual([]);
    expect(await overflowing()).toEqual([]);
  });

  it("what is wider is found", async () => {
    draw([], "en");
    root().querySelector("h1")!.innerHTML =
      '<span style="white-space: nowrap">Reconciliation of the statement, commune by commune</span>';
    expect((await overflowing()).join("\n")).toContain("Reconciliation");
  });
});
