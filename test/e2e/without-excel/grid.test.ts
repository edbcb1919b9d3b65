import { writeXlsx } from "hucre/xlsx";
import { browserMessage, type BrowserCode } from "../../../src/messages";
import { samplePath } from "../../acceptance/samples";
import { testInDepth } from "../../depth";
import { useBrowser } from "../open-excel";
import { BrowserPage } from "./browser-page";

useBrowser();
const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");

/** 600 rows, of which each third has a text of several lines, though the file says that all are 15 points high. */
async function wrappedNotes(): Promise<Buffer> {
  const long = "Un texte plus long que sa colonne, et qui passe donc à la ligne plusieurs fois de suite";
  const style = { alignment: { wrapText: true } } as const;
  const at = Array.from({ length: 600 }, (_, row) => row);
  const rows = at.map((row) => ["Amagney", row % 3 === 0 ? long : "École", row]);
  const cells = new Map(at.filter((row) => row % 3 === 0).map((row) => [`${row},1`, { value: long, style }]));
  const sheet = {
    ...{ name: "Notes", rows, cells, columns: [{ width: 20 }, { width: 20 }, { width: 10 }] },
    rowDefs: new Map(at.map((row) => [row, { height: 15 }])),
    freezePane: { rows: 1, columns: 1 },
  };
  return Buffer.from(await writeXlsx({ sheets: [sheet] }));
}

testInDepth(
  "rows taller than their file says: a chosen cell comes whole into view, and what is seen stays where it is",
  async () => {
    const browser = await BrowserPage.open();
    const { page } = browser;
    await browser.chooses({ name: "notes.xlsx", mimeType: "", buffer: await wrappedNotes() });
    await page.locator('td[data-cell="C5"]').click();
    const view = page.locator(".sheet-view");
    const painted = () =>
      page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    /** What hides part of the chosen cell: the headings and the rows that stay in view, or the end of the view. */
    const hidden = () =>
      view.evaluate((element) => {
        const cell = element.querySelector("#chosen-cell")!.getBoundingClientRect();
        const top = element.querySelector("thead")!.getBoundingClientRect().bottom;
        const bottom = element.getBoundingClientRect().top + element.clientHeight;
        return [cell.top < top - 1 && "above", cell.bottom > bottom + 1 && "below"].filter(Boolean);
      });
    for (const key of ["Control+End", "PageUp", "PageUp", "ArrowUp", "PageDown", "Control+ArrowUp", "PageDown"]) {
      await page.keyboard.press(key);
      await painted();
      await painted();
      if (key !== "Control+ArrowUp") expect([key, await hidden()]).toEqual([key, []]);
    }
    // Ctrl+Début from far away: the chosen cell is in view wherever one is, and what follows is in view again.
    for (const key of ["Control+End", "Control+Home"]) await page.keyboard.press(key);
    await painted();
    expect(await view.evaluate(({ scrollTop, scrollLeft }) => [scrollTop, scrollLeft])).toEqual([0, 0]);

    // Far down, then up by 50 pixels at a time through rows that were never drawn: each step moves what is seen by 50 pixels.
    await view.evaluate((element) => (element.scrollTop = 8000));
    await painted();
    const moves: number[] = [];
    for (let step = 0; step < 40; step++) {
      const moved = await view.evaluate(async (element) => {
        const middle = element.getBoundingClientRect().top + element.clientHeight / 2;
        const rows = () => [...element.querySelectorAll<HTMLElement>("tbody tr[data-row]")];
        const { dataset } = rows().find((row) => row.getBoundingClientRect().bottom > middle)!;
        const top = () =>
          rows()
            .find((row) => row.dataset["row"] === dataset["row"])!
            .getBoundingClientRect().top;
        const before = top();
        element.scrollTop -= 50;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        return Math.round(top() - before);
      });
      moves.push(moved);
    }
    expect(new Set(moves)).toEqual(new Set([50]));
  },
);

testInDepth(
  "a text entered without a key goes to the chosen cell; a second file has its own looks, and nothing moves between two clicks",
  async () => {
    const browser = await BrowserPage.open();
    const { page } = browser;
    const sample = samplePath("anomalies-2014.xlsx");
    await browser.chooses(sample);
    const field = page.locator("#cell");
    const cell = (name: string) => page.locator(`td[data-cell="${name}"]`);
    // Something typed, then left: the browser would put in that field what comes without a key.
    await cell("B12").click();
    await page.keyboard.type("cole");
    await page.keyboard.press("Escape");
    await cell("B13").click();
    await page.keyboard.insertText("É");
    await page.keyboard.type("cole des Prés");
    expect(await field.inputValue()).toBe("École des Prés");
    /** Returns the top of a cell once the sheet is drawn, found and measured in one step: an edit draws the cell again. */
    const topOf = async (name: string): Promise<number> => {
      await browser.drawn();
      const measure = (found: string) => document.querySelector(found)!.getBoundingClientRect().top;
      return page.evaluate(measure, `td[data-cell="${name}"]`);
    };
    const top = await topOf("B14");
    await page.keyboard.press("Enter");
    await page.locator("#cell-status").filter({ hasText: "B13" }).waitFor();
    expect(await topOf("B14")).toBe(top);
    await cell("B14").click();
    expect(await topOf("B14")).toBe(top);
    // Suppr, then Retour arrière: each leaves its cell blank at once, and Ctrl+Z brings them back one by one.
    const held = await field.inputValue();
    await page.keyboard.press("Delete");
    await page.locator("#cell-status").filter({ hasText: "B14" }).waitFor();
    await cell("C14").click();
    const beside = await field.inputValue();
    await page.keyboard.press("Backspace");
    await page.locator("#cell-status").filter({ hasText: "C14" }).waitFor();
    await browser.drawn();
    expect([await cell("B14").innerText(), await cell("C14").innerText()]).toEqual(["", ""]);
    await page.keyboard.press("ControlOrMeta+z");
    await page.getByText(say("browser-cell-taken-back", { cell: "C14" })).waitFor();
    await page.keyboard.press("ControlOrMeta+z");
    await page.getByText(say("browser-cell-taken-back", { cell: "B14" })).waitFor();
    await browser.drawn();
    expect([await cell("B14").innerText(), await cell("C14").innerText(), await field.inputValue()]).toEqual([
      held,
      beside,
      held,
    ]);

    const sheets = () => page.evaluate(() => document.adoptedStyleSheets.length);
    const before = await sheets();
    await browser.saves(() => browser.savesWorkbook());
    await page.locator('input[type="file"]').first().setInputFiles(sample);
    await page.locator("#cell-status").filter({ hasText: "B13" }).waitFor({ state: "detached" });
    await cell("B13").filter({ hasText: "École primaire" }).waitFor();
    expect(await sheets()).toBe(before);
  },
);

/** The cells that are selected, the first and the last, and the one that is active. */
const selected = ({ page }: BrowserPage) =>
  page.evaluate(() => {
    const cells = [...document.querySelectorAll<HTMLElement>('[aria-selected="true"]')];
    const names = cells.map((cell) => cell.dataset["cell"]);
    return [names[0], names.at(-1), document.querySelector<HTMLElement>("#chosen-cell")?.dataset["cell"]].join(" ");
  });

test("cells are selected by a drag, by Shift and by headings, and their sum is told; Ctrl+C and Ctrl+V carry them elsewhere", async () => {
  const browser = await BrowserPage.open();
  const { page } = browser;
  await browser.chooses(samplePath("anomalies-2014.xlsx"));
  // The line under the sheet, with what is read of it, comes once it is read.
  await browser.hasRead();
  const cell = (name: string) => page.locator(`td[data-cell="${name}"]`);
  await cell("C4").hover();
  await page.mouse.down();
  await cell("D5").hover();
  await cell("D6").hover();
  await page.mouse.up();
  expect(await selected(browser)).toBe("C4 D6 C4");
  // 60 + 80 + 150 pupils and 3 packs.
  await page.getByText(say("browser-sum", { count: 6, sum: 293 })).waitFor();
  await cell("E5").click({ modifiers: ["Shift"] });
  expect(await selected(browser)).toBe("C4 E5 C4");
  for (const key of ["Shift+ArrowDown", "Shift+ArrowLeft"]) await page.keyboard.press(key);
  expect(await selected(browser)).toBe("C4 D6 C4");
  expect(await page.locator(".name-box").inputValue()).toBe("C4:D6");
  await browser.watched.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.keyboard.press("ControlOrMeta+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("60\t1\r\n80\t1\r\n150\t1");
  await cell("C20").click();
  await page.keyboard.press("ControlOrMeta+v");
  await page
    .locator("#cell-status")
    .filter({ hasText: say("browser-pasted", { cells: "C20:D22" }) })
    .waitFor();
  await browser.drawn();
  expect([await cell("C22").innerText(), await selected(browser)]).toEqual(["150", "C20 D22 C20"]);
  await page.keyboard.press("ControlOrMeta+z");
  await cell("C22").filter({ hasText: "150" }).waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+y");
  await cell("C22").filter({ hasText: "150" }).waitFor();

  await page.locator('th[data-column="2"]').click();
  expect(await page.locator(".name-box").inputValue()).toBe("C:C");
  await page.keyboard.press("Shift+ArrowRight");
  expect(await page.locator(".name-box").inputValue()).toBe("C:D");
  await page.locator('tr[data-row="6"] th').click();
  expect(await page.locator(".name-box").inputValue()).toBe("7:7");
  // Ctrl+↓ stops where the filled cells end: F3 to F18.
  await cell("F3").click();
  await page.keyboard.press("ControlOrMeta+Shift+ArrowDown");
  expect(await page.locator(".name-box").inputValue()).toBe("F3:F18");
});

testInDepth(
  "one goes to a cell by its name or by what it says; columns are widened by their side or by keys, and the sheet is enlarged",
  async () => {
    const browser = await BrowserPage.open();
    const { page } = browser;
    await browser.chooses(samplePath("anomalies-2014.xlsx"));
    const name = page.getByLabel(say("browser-name-box"));
    await name.fill("b12:c13");
    await page.keyboard.press("Enter");
    expect([await browser.selection(), await selected(browser)]).toEqual(["Inventaire 2014!B12", "B12 C13 B12"]);
    await name.fill("Rien!B12");
    await page.keyboard.press("Enter");
    await page.getByText(say("browser-no-place", { place: "Rien!B12" })).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("ControlOrMeta+f");
    for (const text of ["franois", "collège"]) {
      await page.getByLabel(say("browser-find"), { exact: true }).fill(text);
      await page.keyboard.press("Enter");
    }
    await page.getByText(say("browser-not-found", { text: "collège" })).waitFor();
    expect(await browser.selection()).toBe("Inventaire 2014!A18");

    const head = page.locator('th[data-column="1"]');
    const width = async () => {
      await browser.drawn();
      return Math.round((await head.boundingBox())!.width);
    };
    const before = await width();
    const { x, y } = (await head.boundingBox())!;
    await page.mouse.move(x + before - 2, y + 5);
    await page.mouse.down();
    await page.mouse.move(x + before + 48, y + 5);
    await page.mouse.up();
    expect(await width()).toBe(before + 50);
    await page.locator('td[data-cell="B4"]').click();
    await page.keyboard.press("Alt+Shift+ArrowLeft");
    expect(await width()).toBeLessThan(before + 50);
    await page.mouse.dblclick(x + (await width()) - 2, y + 5);
    const fitted = await width();
    expect(fitted).toBeLessThan(before + 40);
    await page.getByRole("button", { name: say("browser-zoom-in") }).click();
    expect(await page.getByLabel(say("browser-zoom"), { exact: true }).innerText()).toBe(
      say("browser-percent", { percent: 110 }),
    );
    expect((await width()) / fitted).toBeCloseTo(1.1, 1);
  },
);

test("a heading of a column that scrolls passes behind those of frozen columns", async () => {
  const browser = await BrowserPage.open();
  const { page } = browser;
  const wide = { rows: [Array.from({ length: 30 }, (_, column) => column)], freezePane: { columns: 2 } };
  const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: "Large", ...wide }] }));
  await browser.chooses({ name: "large.xlsx", mimeType: "", buffer });
  await page.locator('td[data-cell="C1"]').waitFor();
  const { x, y, width, height } = (await page.locator('th[data-column="1"]').boundingBox())!;
  const scrolled = await page.locator(".sheet-view").evaluate((view, by) => (view.scrollLeft = by), width);
  expect(scrolled).toBeGreaterThan(0);
  await browser.drawn();
  const at = [x + width / 2, y + height / 2] as const;
  expect(await page.evaluate(([left, top]) => document.elementFromPoint(left, top)!.textContent, at)).toBe("B");
});

test("a text shows in its cell as it is typed, over the cells beside it, and the cell is as before once it is given up", async () => {
  const browser = await BrowserPage.open();
  const { page } = browser;
  await browser.chooses(samplePath("anomalies-2014.xlsx"));
  const cell = page.locator('td[data-cell="F7"]');
  await cell.click();
  await page.keyboard.type("16 postes dont quatre en réserve");
  await browser.drawn();
  expect(await cell.innerText()).toBe("16 postes dont quatre en réserve");
  const [text, room] = [await cell.locator(".typed").boundingBox(), await cell.boundingBox()];
  expect(text!.width).toBeGreaterThan(room!.width);
  await page.keyboard.press("Escape");
  await browser.drawn();
  expect(await cell.innerText()).toBe("-4");
  await page.keyboard.type("16");
  await page.keyboard.press("Enter");
  await page
    .locator("#cell-status")
    .filter({ hasText: say("browser-corrected", { cell: "F7" }) })
    .waitFor();
  await browser.drawn();
  expect([await cell.innerText(), await cell.locator(".typed").count()]).toEqual(["16", 0]);
});

test("a marked cell says its point under the pointer and under the sheet; a press, or F1, opens it, and opening it in the pane leads to its cell", async () => {
  const browser = await BrowserPage.open();
  const { page, person } = browser;
  await browser.chooses(samplePath("anomalies-2014.xlsx"));
  await person.reads(2014);
  const cell = (name: string) => page.locator(`td[data-cell="${name}"]`);
  const opened = page.locator('.point-head[aria-expanded="true"]');
  await cell("F9").hover();
  const tip = page.getByRole("tooltip");
  await tip.filter({ hasText: "« beaucoup » n’est pas un nombre" }).waitFor();
  await page.keyboard.press("Escape");
  await tip.waitFor({ state: "hidden" });
  await cell("F9").click();
  await opened.filter({ hasText: "beaucoup" }).waitFor();
  expect((await focusedIn(browser)).tag).toBe("TABLE");
  await page.locator("#cell-status").filter({ hasText: "« beaucoup » n’est pas un nombre" }).waitFor();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("F1");
  await opened.filter({ hasText: "2,5" }).waitFor();
  expect((await focusedIn(browser)).text).toContain("2,5");
  // An explanation follows a press, and gives way to the key.
  await page.getByRole("button", { name: say("browser-explain") }).click();
  await cell("F8").click();
  await page.locator("#pane h1", { hasText: "F8" }).waitFor();
  await page.keyboard.press("F1");
  await opened.filter({ hasText: "2,5" }).waitFor();
  // The next point is a key away from there too.
  await page.keyboard.press("Alt+ArrowRight");
  await opened.filter({ hasText: "beaucoup" }).waitFor();
  await browser.drawn();
  expect([await browser.selection(), (await focusedIn(browser)).text]).toEqual([
    "Inventaire 2014!F9",
    expect.stringContaining("beaucoup"),
  ]);
  await page.locator(".point-head").filter({ hasText: "Chalezeulle" }).click();
  await browser.drawn();
  expect(await browser.selection()).toBe("Inventaire 2014!A5");
  await page.locator(".notice").filter({ hasText: "Chalezeulle" }).waitFor();

  const filter = page.getByRole("button", { name: say("browser-to-correct") });
  await filter.click();
  const shown = () =>
    page
      .locator("tbody tr[data-row]")
      .evaluateAll((rows) => rows.slice(3, 6).map((row) => row.firstElementChild!.textContent));
  await browser.drawn();
  expect([await shown(), await filter.getAttribute("aria-pressed")]).toEqual([["5", "6", "7"], "true"]);
  // Where one is led to a row that it leaves out, it goes.
  await page.getByLabel(say("browser-name-box")).fill("B4");
  await page.keyboard.press("Enter");
  await browser.drawn();
  expect([await shown(), await filter.getAttribute("aria-pressed")]).toEqual([["4", "5", "6"], "false"]);
});

testInDepth(
  "the bar between the sheet and the pane widens one or the other, by a drag and by keys, and gives the pane its width again",
  async () => {
    const browser = await BrowserPage.open();
    const { page } = browser;
    await browser.chooses(samplePath("anomalies-2014.xlsx"));
    const bar = page.getByRole("separator", { name: say("browser-divider") });
    const width = async () => Math.round((await page.locator("#pane").boundingBox())!.width);
    const first = await width();
    await bar.focus();
    for (const key of ["ArrowLeft", "ArrowLeft", "ArrowRight"]) await page.keyboard.press(key);
    // 2 % of 1,280 pixels, from what is told: a whole percent.
    expect(Math.abs((await width()) - first - 25.6)).toBeLessThan(13);
    expect(Number(await bar.getAttribute("aria-valuenow"))).toBe(Math.round(((await width()) / 1280) * 100));
    await page.keyboard.press("End");
    expect(await width()).toBe(256);
    const { x, y } = (await bar.boundingBox())!;
    await page.mouse.move(x, y + 300);
    await page.mouse.down();
    await page.mouse.move(640, y + 300);
    await page.mouse.up();
    expect(await width()).toBe(640);
    await bar.dblclick({ position: { x: 0, y: 200 } });
    expect(await width()).toBe(first);
  },
);

/** What has the focus. */
const focusedIn = ({ page }: BrowserPage) =>
  page.evaluate(() => ({ tag: document.activeElement!.tagName, text: document.activeElement!.textContent }));
