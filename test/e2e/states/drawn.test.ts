/**
 * @jest-environment ./test/run/page-environment.mjs
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Language } from "../../../src/messages";
import { screenOf } from "../../../src/taskpane/view/screen-of";
import { screens } from "../../../src/taskpane/view/screens";
import { buildOnce } from "../../build/built";
import { draw, leave, nameOf, root, usePage } from "../../taskpane/view/draw";
import { states } from "../../taskpane/view/states";
import { launchBrowser } from "../browser";
import { readings } from "../camera";
import { accessibilityFaults, defineOverflowing, type Overflowing } from "../pane-checks";
import { focusFaults } from "../tab-stops";

usePage({ analysed: true, apart: true });

interface Drawn {
  readonly name: string;
  readonly screen: string;
  readonly html: string;
}

const languages = ["fr", "en"] as const;
const drawn: Record<Language, Drawn[]> = { fr: [], en: [] };
/** In French, the first state of each screen. */
let first: Drawn[];

let browser: Browser;
let page: Page;
beforeAll(async () => {
  document.body.innerHTML = '<div id="pane"></div>';
  for (const language of languages)
    for (const [name, events] of Object.entries(states)) {
      const session = draw(events(), language);
      drawn[language].push({ name, screen: screenOf(session.store.state), html: root().innerHTML });
      leave();
    }
  first = drawn.fr.filter(({ screen }, at) => drawn.fr.findIndex((one) => one.screen === screen) === at);

  const { dist } = await buildOnce();
  // The pane's own style sheet: those of the pages of help set other margins.
  const [, sheet] = /href="?([^" >]+\.css)/.exec(readFileSync(join(dist, "taskpane.html"), "utf8"))!;
  const style = readFileSync(join(dist, sheet!), "utf8");
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent(
    '<!doctype html><html lang="fr"><title>Ordiclasse</title><meta name="color-scheme" content="light dark">' +
      `<style>${style}</style><style id="reader"></style><body><div id="pane"></div></body></html>`,
  );
  await defineOverflowing(page.mainFrame());
});
afterAll(() => browser?.close());

/** Each state that is wider than the pane is, and what of it. */
function overflowing(shown: readonly Pick<Drawn, "name" | "html">[]): Promise<string[]> {
  return page.evaluate(
    (shown) =>
      shown.flatMap(({ name, html }) => {
        document.querySelector("#pane")!.innerHTML = html;
        return (window as unknown as Overflowing).overflowing().map((fault) => `${name}: ${fault}`);
      }),
    shown,
  );
}

async function show({ html }: Drawn): Promise<void> {
  await page.evaluate((html) => (document.querySelector("#pane")!.innerHTML = html), html);
}

const shapes = [...[270, 320, 450].map((width) => ({ called: String(width), width, style: "" })), ...readings];

describe("what a state shows, drawn without Excel", () => {
  it("is every screen of the pane", () => {
    expect(first.map(({ screen }) => screen).sort()).toEqual(Object.keys(screens).sort());
  });

  it("in English, leaves nothing to fill, and names each button", () => {
    for (const { html } of drawn.en) {
      document.body.innerHTML = `<div id="pane">${html}</div>`;
      expect(root().textContent).not.toMatch(/undefined|NaN|\{\w+\}|\[object/);
      expect([...root().querySelectorAll("button")].filter((one) => nameOf(one) === "")).toEqual([]);
    }
  });

  it.each(languages.flatMap((language) => shapes.map((shape) => ({ language, ...shape }))))(
    "does not overflow: $language, $called",
    async ({ language, width, style = "" }) => {
      await page.setViewportSize({ width, height: 720 });
      await page.evaluate((style) => (document.querySelector("#reader")!.textContent = style), style);
      expect(await overflowing(drawn[language])).toEqual([]);
    },
  );

  it("is found where it is wider", async () => {
    await page.setViewportSize({ width: 320, height: 720 });
    const [state] = drawn.en;
    const html = state!.html.replace(
      /<h1[^>]*>/,
      '$&<span style="white-space: nowrap">Reconciliation of the statement, commune by commune</span>',
    );
    expect((await overflowing([{ name: "planted", html }])).join("\n")).toContain("Reconciliation");
  });
});

describe("each screen, as wide as Excel opens the pane on Windows", () => {
  beforeAll(async () => {
    await page.evaluate(() => (document.querySelector("#reader")!.textContent = ""));
  });

  it("has Tab go through all that can be pressed, in the order of reading, with a ring", async () => {
    await page.setViewportSize({ width: 320, height: 720 });
    for (const screen of first) {
      await show(screen);
      expect([screen.name, (await focusFaults(page.mainFrame())).faults]).toEqual([screen.name, []]);
    }
  });

  it.each([
    ["light", { colorScheme: "light", forcedColors: "none" }, "all"],
    ["dark", { colorScheme: "dark", forcedColors: "none" }, "colours"],
    ["forced", { colorScheme: "light", forcedColors: "active" }, "colours"],
  ] as const)("has no fault that axe finds: %s colours", async (colours, media, rules) => {
    // As high as what it holds: nothing is under a bar that stays.
    await page.setViewportSize({ width: 320, height: 6000 });
    await page.emulateMedia(media);
    // Of the other states, colours are those of their screen.
    for (const screen of colours === "light" ? drawn.fr : first) {
      await show(screen);
      const faults = await accessibilityFaults(page.mainFrame(), rules);
      expect([screen.name, faults]).toEqual([screen.name, []]);
    }
  });
});
