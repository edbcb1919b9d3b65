import { unzipSync } from "fflate";
import { browserMessage, message, settingsMessage, type BrowserCode } from "../../../src/messages";
import { samplePath } from "../../acceptance/samples";
import { testInDepth } from "../../depth";
import { readPdf } from "../../pdf/read-pdf";
import { accessibilityFaults } from "../pane-checks";
import { useBrowser } from "../open-excel";
import { BrowserPage } from "./browser-page";

useBrowser();
const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");

/** The example, generated; then one of its sheets is shown. */
async function generated(): Promise<BrowserPage> {
  const browser = await BrowserPage.open("?exemple");
  const { page } = browser;
  await page.locator(".sheet-view td[data-cell]").first().waitFor();
  await browser.hasRead();
  await page.getByRole("button", { name: message("pane-step-documents") }).click();
  await page.getByRole("button", { name: /^Générer les \d+ feuilles$/ }).click();
  await page.getByRole("button", { name: /^Confirmer/ }).click();
  await page.getByRole("button", { name: "Titre CAGB", exact: true }).click();
  await page.locator(".paper").first().waitFor();
  return browser;
}

const named = async (browser: BrowserPage) => (await browser.page.locator(".document-name strong").innerText()).trim();

/** The letters of each page, in whatever order they are drawn. */
const lettersOf = async (pdf: Uint8Array) =>
  (await readPdf(pdf)).pages.map(({ text }) => [...text.replaceAll(" ", "")].sort().join(""));

testInDepth(
  "a document is a page as wide as its room in any window, printed alone; its PDF is the one of the whole",
  async () => {
    const browser = await generated();
    const { page } = browser;
    const frame = page.mainFrame();
    await page.getByRole("button", { name: "Fiche Amagney", exact: true }).click();
    await page.locator(".paper", { hasText: "212 500 144" }).waitFor();
    for (const width of [1024, 1366, 1920]) {
      await page.setViewportSize({ width, height: width === 1920 ? 1080 : 768 });
      await browser.drawn();
      const shown = await page.locator(".pages-view").evaluate((view) => {
        const { left, right, width } = view.querySelector(".paper")!.getBoundingClientRect();
        const room = view.getBoundingClientRect();
        return {
          isCut: left < room.left || right > room.right,
          isNarrow: width < Math.min(700, view.clientWidth * 0.9),
        };
      });
      expect([width, shown]).toEqual([width, { isCut: false, isNarrow: false }]);
    }
    expect(await accessibilityFaults(frame)).toEqual([]);
    const cut = page
      .locator(".paper-cell.number")
      .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth));
    expect((await cut).length).toBe(0);
    await browser.watched.wears("dark");
    expect(await accessibilityFaults(frame, "colours")).toEqual([]);

    const printed = await lettersOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const own = await browser.saves(() => page.getByRole("button", { name: say("browser-pdf-fiche") }).click());
    expect(own.name).toBe("2014_ORDICLASSE_25014_AMAGNEY.pdf");
    expect(printed).toEqual(await lettersOf(own.bytes));
    await page.getByText(say("browser-given", { file: own.name })).waitFor();

    await page.getByRole("button", { name: say("browser-outputs") }).click();
    const zip = await browser.saves(() => page.getByRole("button", { name: say("browser-output-pdfs") }).click());
    expect(own.bytes.equals(unzipSync(zip.bytes)[own.name]!)).toBe(true);
  },
);

testInDepth("a provisional fiche printed from the page has its word across each page, as its PDF has", async () => {
  const browser = await BrowserPage.open("", { width: 1366, height: 768 });
  const { page } = browser;
  await browser.chooses(samplePath("anomalies-2014.xlsx"));
  await browser.hasRead();
  await page.getByRole("button", { name: message("pane-step-documents") }).click();
  await page.locator("#pane").getByRole("checkbox").first().check();
  await page.getByRole("button", { name: /^Générer les \d+ feuilles$/ }).click();
  await page.getByRole("button", { name: /^Confirmer/ }).click();
  await page.getByRole("button", { name: "Fiche Thise", exact: true }).click();
  await page.locator(".paper", { hasText: "212 505 606" }).waitFor();
  const printed = await lettersOf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const own = await browser.saves(() => page.getByRole("button", { name: say("browser-pdf-fiche") }).click());
  expect(printed).toEqual(await lettersOf(own.bytes));
  const across = await page
    .locator(".paper-across")
    .first()
    .evaluate((word) => {
      const range = document.createRange();
      range.selectNodeContents(word);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      const paper = word.closest(".paper")!.getBoundingClientRect();
      return [word.textContent, left >= paper.left - 1 && right <= paper.right + 1, bottom - top > paper.height / 3];
    });
  expect(across).toEqual(["PROVISOIRE", true, true]);
});

test("the keyboard searches a school, shows the next fiche and follows a cell to its source, and the tabs are one stop", async () => {
  const browser = await generated();
  const { page } = browser;
  expect(await named(browser)).toBe("Titre CAGB");
  await page.keyboard.press("Control+f");
  const search = page.getByRole("searchbox", { name: say("browser-list-search") });
  await expect(search.evaluate((field) => field === document.activeElement)).resolves.toBe(true);
  await page.keyboard.type("viotte");
  const list = page.getByRole("navigation", { name: say("browser-list") });
  await list
    .getByText(/Viotte/)
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".paper", { hasText: "Viotte" }).first().waitFor();
  expect(await named(browser)).toBe("Besançon");
  expect(await page.evaluate(() => document.activeElement!.className)).toBe("pages");
  await page.keyboard.press("Alt+ArrowRight");
  await page.locator(".paper", { hasText: "Beure" }).waitFor();
  expect([await named(browser), await search.inputValue()]).toEqual(["Beure", ""]);
  await page.keyboard.press("Alt+ArrowLeft");
  await page.locator(".paper", { hasText: "Viotte" }).first().waitFor();

  // A label that goes over the next cells stands at the height of its amount.
  const line = page.locator(".paper-row", { hasText: "Serveur standard" }).first();
  const middles = await line.evaluate((row) =>
    [...row.querySelectorAll("span")].map((text) => {
      const { top, bottom } = text.getBoundingClientRect();
      return Math.round((top + bottom) / 2);
    }),
  );
  expect([middles.length > 2, new Set(middles).size]).toEqual([true, 1]);

  // The amount of a line leads to the cell that its quantity was counted from.
  await page.locator(".paper-row", { hasText: "Serveur standard" }).first().locator(".number.leads").last().click();
  await page.getByText(say("browser-readonly")).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".sheet-view td#chosen-cell").waitFor();
  const tabs = page.getByRole("navigation", { name: say("browser-sheets") });
  const stops = await tabs
    .locator("button")
    .evaluateAll((all) => all.filter(({ tabIndex }) => (tabIndex as number) >= 0).length);
  expect([stops, (await browser.tabs()).length > 45]).toEqual([1, true]);
  await tabs.locator('[aria-current="page"]').focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.locator(".paper").first().waitFor();
});

testInDepth(
  "the preview of a convention and the pages of a document keep each its own paper, once both were looked at",
  async () => {
    const browser = await generated();
    const { page } = browser;
    const paper = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => {
          const { borderTopWidth, boxShadow, overflowX } = getComputedStyle(one);
          return { borderTopWidth, hasShadow: boxShadow !== "none", overflowX };
        });
    const sheet = { borderTopWidth: "0px", hasShadow: true, overflowX: "hidden" };
    expect(await paper(".pages .paper")).toEqual(sheet);
    await page.getByRole("button", { name: message("pane-settings-title") }).click();
    await page.getByRole("button", { name: settingsMessage("pane-settings-convention", {}, "fr") }).click();
    await page.locator(".fiche-aside .paper").waitFor();
    expect(await paper(".fiche-aside .paper")).toEqual({ borderTopWidth: "1px", hasShadow: false, overflowX: "auto" });
    expect(await paper(".pages .paper")).toEqual(sheet);
  },
);
