import { testInDepth } from "../../depth";
import { browserMessage, message, type BrowserCode } from "../../../src/messages";
import { openWorkbookFile } from "../../../src/workbook";
import { smallWorkbook } from "../../cli/small-workbook";
import { useBrowser } from "../open-excel";
import { BrowserPage } from "./browser-page";

useBrowser();
const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");

/** The page as on a small screen, with one school to bill. */
async function openSmall(): Promise<BrowserPage> {
  const browser = await BrowserPage.open("", { width: 1024, height: 768 });
  await browser.opens("parc.xlsx", await smallWorkbook());
  return browser;
}

/** The standard workstations of the only school, D2. */
async function machinesIn(bytes: Uint8Array): Promise<unknown> {
  const opened = await openWorkbookFile(bytes, "parc-ordiclasse.xlsx");
  return opened.ok ? opened.workbook.cells.sheets[0]!.rows[1]![3] : opened.anomaly;
}

const focused = ({ page }: BrowserPage) =>
  page.evaluate(() => [document.activeElement!.tagName, document.activeElement!.id]);
const primaries = ({ page }: BrowserPage) => page.locator(".primary").allInnerTexts();

test("one thing is to be done first at each moment, and the pane is one key away, which is said", async () => {
  const browser = await BrowserPage.open("", { width: 1024, height: 768 });
  const { page, person } = browser;
  await page.getByText(say("browser-keys")).waitFor();
  expect(await primaries(browser)).toEqual([say("browser-choose")]);
  await browser.opens("parc.xlsx", await smallWorkbook());
  expect(await primaries(browser)).toEqual([message("pane-act-read")]);
  // The example is for whoever has no file yet.
  expect(await page.getByRole("button", { name: message("pane-act-example") }).count()).toBe(0);

  // The first stop of Tab is the way to the pane.
  const link = page.getByRole("link", { name: say("browser-to-pane") });
  expect(await page.evaluate(() => document.querySelector("a[href], button, input")!.className)).toContain("to-pane");
  await link.focus();
  expect((await link.boundingBox())!.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement!.matches("#pane h1"))).toBe(true);
  await page.keyboard.press("F6");
  expect((await focused(browser))[0]).toBe("TABLE");
  await page.keyboard.press("F6");
  expect(await page.evaluate(() => document.activeElement!.matches("#pane h1"))).toBe(true);

  // Past all the communes, to what comes next.
  await person.reads(2014);
  await person.opensStep("repartition");
  await page.locator("#pane h1:focus").waitFor();
  const past = page.getByRole("link", { name: message("pane-skip-actions") });
  await past.focus();
  expect((await past.boundingBox())!.x).toBeGreaterThan((await page.locator("#pane").boundingBox())!.x);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement!.textContent)).toBe(message("pane-act-documents"));
  expect(await primaries(browser)).toEqual([message("pane-act-documents")]);
});

test("on a small screen, a point just opened shows whole between the bars of the pane, and its text is there once", async () => {
  const browser = await BrowserPage.open("", { width: 1024, height: 768 });
  const { page, person } = browser;
  await browser.opens("parc.xlsx", await smallWorkbook([["Chalezeulle", "École primaire", 50, 5, 0]]));
  await person.reads(2014);
  const head = page.locator(".point-head", { hasText: "Chalezeulle" });
  await head.click();
  await page.locator(".notice.unseen", { hasText: "Chalezeulle" }).waitFor();
  await browser.drawn();
  const [point, top, bottom] = await Promise.all(
    ["#pane .point:has(.point-details)", "#pane header", "#pane .actions"].map((part) =>
      page.locator(part).boundingBox(),
    ),
  );
  expect(point!.y).toBeGreaterThanOrEqual(top!.y + top!.height);
  expect(point!.y + point!.height).toBeLessThanOrEqual(bottom!.y);
});

testInDepth(
  "Ctrl+F searches the sheet from the pane too, and the list of documents from its first letter",
  async () => {
    const browser = await openSmall();
    const { page, person } = browser;
    await person.reads(2014);
    await page.locator("#pane h1").focus();
    await page.keyboard.press("ControlOrMeta+f");
    await page.keyboard.type("prim");
    await page.keyboard.press("Enter");
    await page.locator('td#chosen-cell[data-cell="B2"]').waitFor();
    await person.generates();
    await page.getByRole("button", { name: "Titre CAGB", exact: true }).click();
    await page.locator(".paper").first().waitFor();
    // The list is not beside the page, for want of room.
    expect(await page.locator(".sheet-list").isVisible()).toBe(false);
    await page.keyboard.press("ControlOrMeta+f");
    await page.keyboard.type("amag");
    expect(await page.locator(".sheet-list input").inputValue()).toBe("amag");
    await page.keyboard.press("Enter");
    await page.locator(".document-name strong", { hasText: "Amagney" }).waitFor();
    // It went away, and left the keyboard on the page; by Escape too, from its field or from its buttons.
    const hasPage = () => page.locator(".pages:focus").waitFor();
    await hasPage();
    for (const keys of [["Escape"], ["ArrowDown", "Escape"]]) {
      await page.keyboard.press("ControlOrMeta+f");
      for (const key of keys) await page.keyboard.press(key);
      await hasPage();
      expect(await page.locator(".sheet-list").isVisible()).toBe(false);
    }

    // Back on the sheet, before it is painted.
    await page.evaluate(async () => {
      [...document.querySelectorAll<HTMLElement>(".sheet-tab")].find((tab) => tab.textContent === "Parc")!.click();
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "f", ctrlKey: true, bubbles: true }));
    });
    expect(await page.evaluate(() => document.activeElement!.className)).toBe("sheet-search");
  },
);

testInDepth("once the documents are made, the amount of the titre is in view on a small screen", async () => {
  const browser = await openSmall();
  const { page, person } = browser;
  await person.reads(2014);
  await person.generates();
  // 738,00 of the CAGB and 431,80 of the commune.
  const total = page.locator("#pane .content").getByText(/^1\s169,80\s€$/);
  const [amount, buttons] = [await total.boundingBox(), await page.locator("#pane .actions").boundingBox()];
  expect(amount!.y + amount!.height).toBeLessThan(buttons!.y);
  expect(amount!.x + amount!.width).toBeLessThanOrEqual(1024);
  expect(await primaries(browser)).toEqual([message("pane-pdfs-save")]);
});

testInDepth("Ctrl+S saves the workbook, with what is being typed, and leaves everything where it was", async () => {
  const browser = await openSmall();
  const { page } = browser;
  await page.locator('td[data-cell="D2"]').click();
  await page.keyboard.type("12");
  const saved = await browser.saves(() => page.keyboard.press("ControlOrMeta+s"));
  expect(await machinesIn(saved.bytes)).toBe(12);
  await page.getByText(say("browser-saved", { file: saved.name })).waitFor();
  expect(await focused(browser)).toEqual(["INPUT", "cell"]);
  expect(await page.getByText(say("browser-unsaved")).count()).toBe(0);

  // What cannot be kept stays in its field, and is told.
  await page.locator("#cell").fill("=1+1");
  await browser.saves(() => page.keyboard.press("ControlOrMeta+s"));
  await page.getByText(say("browser-no-formula")).waitFor();
  expect(await page.locator("#cell").inputValue()).toBe("=1+1");
  await page.keyboard.press("Escape");
  await browser.saves(() => page.keyboard.press("ControlOrMeta+s"));
  expect([(await focused(browser))[0], await page.locator("#cell").inputValue()]).toEqual(["TABLE", "12"]);

  // The browser has no room: nothing is lost, and the next time will do.
  await page.keyboard.type("11");
  await page.keyboard.press("Enter");
  await page.getByText(say("browser-corrected", { cell: "D2" })).waitFor();
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = () => {
      URL.createObjectURL = make;
      throw new Error("full");
    };
  });
  await page.keyboard.press("ControlOrMeta+s");
  await page.getByText(say("browser-not-saved", { file: saved.name, reason: "full" })).waitFor();
  await page.getByText(say("browser-unsaved")).waitFor();
  const again = await browser.saves(() => page.keyboard.press("ControlOrMeta+s"));
  expect(await machinesIn(again.bytes)).toBe(11);

  // What holds the file stops by itself: that is told at once, and so is that nothing can be corrected any more.
  await page.workers()[0]!.evaluate(() => void setTimeout(() => (null as unknown as { act(): void }).act()));
  const file = "parc.xlsx";
  for (const text of [say("browser-stopped", { file }), say("browser-stopped-saved", { file })])
    await page.getByRole("alert").getByText(text).waitFor();
  await page.locator('td[data-cell="D2"]').click();
  await page.keyboard.press("Delete");
  await page.getByText(say("browser-stopped-cell")).waitFor();
});

testInDepth(
  "the messages about files disappear with another workbook; the panel closes by Escape, and the focus goes back",
  async () => {
    const browser = await openSmall();
    const { page, person } = browser;
    await person.reads(2014);
    await person.generates();
    const opener = page.getByRole("button", { name: say("browser-outputs") });
    const panel = page.getByRole("region", { name: say("browser-outputs") });
    await opener.click();
    expect(await opener.getAttribute("aria-expanded")).toBe("true");
    const list = await browser.saves(() => panel.getByRole("button", { name: say("browser-output-titre") }).click());
    const told = page.getByText(say("browser-given", { file: list.name }));
    await told.waitFor();
    await page.keyboard.press("Escape");
    expect([await opener.getAttribute("aria-expanded"), await panel.count(), await told.count()]).toEqual([
      "false",
      0,
      0,
    ]);
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true);

    await opener.click();
    await browser.saves(() => panel.getByRole("button", { name: say("browser-output-titre") }).click());
    await browser.saves(() => browser.savesWorkbook());
    await page.getByText(say("browser-saved", { file: "parc-ordiclasse.xlsx" })).waitFor();
    await told.waitFor();
    await page.getByRole("button", { name: "Parc", exact: true }).click();
    await page.locator('td[data-cell="D2"]').click();
    await page.keyboard.type("11");
    await page.keyboard.press("Enter");
    await page.getByText(say("browser-corrected", { cell: "D2" })).waitFor();
    expect(await page.getByText("téléchargements").count()).toBe(0);
    await panel.getByText(say("browser-outputs-later")).waitFor();

    // It is read again by itself, the pane in view; else from the button beside what is out of date.
    await page.getByRole("button", { name: person.anyCount("pane-act-update") }).waitFor();
    await person.looksAway();
    await page.locator('td[data-cell="D2"]').click();
    await page.keyboard.type("12");
    await page.keyboard.press("Enter");
    await page.getByText(say("browser-corrected", { cell: "D2" })).waitFor();
    await person.press("pane-act-reread");
    await page.getByRole("button", { name: person.anyCount("pane-act-update") }).waitFor();
    expect(await page.getByText(say("browser-corrected", { cell: "D2" })).count()).toBe(0);
    // Once the documents are brought up to date, the lists are given anew.
    await page.getByRole("button", { name: person.anyCount("pane-act-update") }).click();
    await person.confirms();
    await person.sees(person.anyCount("pane-done-title"));
    await panel.getByRole("button", { name: say("browser-output-titre") }).waitFor();
  },
);

testInDepth("that a sheet is shown is told until somebody goes to another one", async () => {
  const browser = await openSmall();
  const { page, person } = browser;
  await person.reads(2014);
  await person.generates();
  await person.button("Répartition par prestation").click();
  const told = page.getByText(message("pane-sheet-shown", { sheet: "Répartition" }));
  await told.waitFor();
  expect((await browser.selection()).split("!")[0]).toBe("Répartition");
  await page.getByRole("button", { name: "Parc", exact: true }).click();
  await told.waitFor({ state: "detached" });
  await person.button("État liquidatif (Titre CAGB)").click();
  await page.getByText(message("pane-sheet-shown", { sheet: "Titre CAGB" })).waitFor();
  await page.getByRole("button", { name: "Parc", exact: true }).click();
  await page.getByText(message("pane-sheet-shown", { sheet: "Titre CAGB" })).waitFor({ state: "detached" });
});

testInDepth(
  "Alt and an arrow lead from a point to the next in the sheet, where it is corrected without the mouse or the pane, and no tip comes over it",
  async () => {
    const browser = await BrowserPage.open();
    const { page } = browser;
    const rows = [
      ["Chalezeulle", "École primaire", 50, 5, 0],
      ["Audeux", "École primaire", 50, -5, 0],
    ];
    await browser.opens("parc.xlsx", await smallWorkbook(rows));
    await page.getByLabel(message("pane-campaign")).selectOption("2014");
    await page.getByRole("button", { name: message("pane-act-read") }).click();
    const title = page.locator("main h1");
    await title.filter({ hasText: /^2 points à corriger/ }).waitFor();
    await page.locator("#pane h1:focus").waitFor();
    await page.keyboard.press("F6");
    const [first, tip] = [page.locator('td[data-cell="A2"]'), page.getByRole("tooltip")];
    await first.hover();
    await tip.filter({ hasText: "Chalezeulle" }).waitFor();
    for (const [cell, value, left] of [
      ["A2", "Chalezeule", /^1 point à corriger/],
      ["D3", "5", /^(?!.*à corriger)/],
    ] as const) {
      await page.keyboard.press("Alt+ArrowRight");
      await page.locator(`td#chosen-cell[data-cell="${cell}"]`).waitFor();
      expect(await focused(browser)).toEqual(["TABLE", ""]);
      await page.keyboard.type(value);
      await page.keyboard.press("Enter");
      await title.filter({ hasText: left }).waitFor();
      await browser.drawn();
      expect(await tip.isVisible()).toBe(false);
    }
    // The pointer, which was left on the first cell, leaves it and comes back.
    await page.locator('td[data-cell="B2"]').hover();
    await first.hover();
    await tip.filter({ hasText: "Chalezeulle" }).waitFor();
  },
);
