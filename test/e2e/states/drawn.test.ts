/**
 * @jest-environment ./test/run/page-environment.mjs
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Language } from "../../../src/messages";
import { screenOf, screens } from "../../../src/taskpane/screens";
import { buildOnce } from "../../build/built";
import { atDepth, depth, testInDepth } from "../../depth";
import { draw, leave, nameOf, root, usePage } from "../../taskpane/screens/draw";
import { states } from "../../taskpane/screens/states";
import { launchBrowser } from "../browser";
import { readings } from "../camera";
import { accessibilityFaults, defineOverflowing, type Overflowing } from "../pane-checks";
import { focusFaults } from "../tab-stops";

usePage({ analysed: "all", apart: true });

interface Drawn {
  readonly name: string;
  readonly screen: string;
  readonly html: string;
}

const languages = ["fr", "en"] as const;
const drawn: Record<Language, Drawn[]> = { fr: [], en: [] };
/** What is wrong with a state as it is drawn, by its name. */
const wrong: string[] = [];
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
      wrong.push(...faultsOf().map((fault) => `${name}, ${language}: ${fault}`));
      leave();
    }
  first = drawn.fr.filter(({ screen }, at) => drawn.fr.findIndex((one) => one.screen === screen) === at);

  const { dist } = await buildOnce();
  // The pane's own style sheet: those of the pages of help set other margins.
  const [, sheet] = /href="?([^" >]+\.css)/.exec(readFileSync(join(dist, "taskpane.html"), "utf8"))!;
  // And those of the screens that come with one of their own.
  const later = readdirSync(dist).filter((name) => /-view\..*\.css$/.test(name));
  const style = [sheet!, ...later].map((name) => readFileSync(join(dist, name), "utf8")).join("");
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent(
    '<!doctype html><html lang="fr"><title>Ordiclasse</title><meta name="color-scheme" content="light dark">' +
      `<style>${style}</style><style id="reader"></style><body><div id="pane"></div></body></html>`,
  );
  await defineOverflowing(page.mainFrame());
});
afterAll(() => browser?.close());

function faultsOf(): string[] {
  const count = (selector: string): number => root().querySelectorAll(selector).length;
  const nameless = [...root().querySelectorAll("button")].filter((one) => nameOf(one) === "").length;
  return [
    ...(count("h1") === 1 ? [] : ["not one title"]),
    ...(count(".primary") <= 1 ? [] : ["several main buttons"]),
    ...(/undefined|NaN|\{\w+\}|\[object/.test(root().textContent ?? "") ? ["a text left to fill"] : []),
    // No button is disabled, no dialog opens, nothing is styled inline, and each button has a name.
    ...(count("[disabled], [style], dialog, iframe") === 0 ? [] : ["disabled, styled or opened by itself"]),
    ...(nameless === 0 ? [] : ["a button without a name"]),
  ];
}

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

/** The narrowest pane, and the largest letters, show what the other shapes would. */
const hardest = atDepth([shapes[0]!, shapes.at(-1)!], shapes);

const inLanguage = (language: Language) => (shape: (typeof shapes)[number]) => ({ language, ...shape });

describe("the screens of a state, drawn without Excel", () => {
  it("the screens drawn are all those of the pane", () => {
    expect(first.map(({ screen }) => screen).sort()).toEqual(Object.keys(screens).sort());
  });

  it("each screen has one title, at most one main button and no text left to fill, and disables or styles nothing inline", () => {
    expect(wrong).toEqual([]);
  });

  it.each([...hardest.map(inLanguage("fr")), ...atDepth(hardest.slice(1), shapes).map(inLanguage("en"))])(
    "no screen overflows: $language, $called",
    async ({ language, width, style = "" }) => {
      await page.setViewportSize({ width, height: 720 });
      await page.evaluate((style) => (document.querySelector("#reader")!.textContent = style), style);
      expect(await overflowing(drawn[language])).toEqual([]);
    },
  );

  it("a screen that overflows is detected", async () => {
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

  testInDepth("has Tab go through all that can be pressed, in the order of reading, with a ring", async () => {
    await page.setViewportSize({ width: 320, height: 720 });
    for (const screen of first) {
      await show(screen);
      expect([screen.name, (await focusFaults(page.mainFrame())).faults]).toEqual([screen.name, []]);
    }
  });

  const looks = [
    ["light", { colorScheme: "light", forcedColors: "none" }, "all"],
    ["dark", { colorScheme: "dark", forcedColors: "none" }, "colours"],
    ["forced", { colorScheme: "light", forcedColors: "active" }, "colours"],
  ] as const;
  it.each(depth === "full" ? looks : looks.slice(0, 1))(
    "has no fault that axe finds: %s colours",
    async (colours, media, rules) => {
      // As high as what it holds: nothing is under a bar that stays.
      await page.setViewportSize({ width: 320, height: 6000 });
      await page.emulateMedia(media);
      // Of the other states, colours are those of their screen.
      for (const screen of colours === "light" ? atDepth(first, drawn.fr) : first) {
        await show(screen);
        const faults = await accessibilityFaults(page.mainFrame(), rules);
        expect([screen.name, faults]).toEqual([screen.name, []]);
      }
    },
  );
});
