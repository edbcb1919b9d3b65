import { unzipSync } from "fflate";
import { browserMessage, type BrowserCode } from "../../../src/messages";
import { samplePath } from "../../acceptance/samples";
import { useBrowser } from "../open-excel";
import { BrowserPage } from "./browser-page";
import { countPresses, type Presses } from "./presses";

useBrowser();
const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");

/** A page where a file was dropped, and what counts the presses since. */
async function dropped(sample: string) {
  const browser = await BrowserPage.open("", { width: 1366, height: 768 });
  const presses = await countPresses(browser);
  await browser.chooses(samplePath(`${sample}.xlsx`));
  await browser.page.locator("#pane .titre").waitFor();
  return { browser, page: browser.page, presses };
}

const title = ({ page }: BrowserPage, text: RegExp) => page.locator("#pane h1").filter({ hasText: text }).waitFor();

test("a dropped inventory gives its amounts without a press, its forty-five fiches in one, by the mouse or a key", async () => {
  const { browser, page, presses } = await dropped("parc-ecoles-2014");
  expect(await page.locator("#pane .titre strong").innerText()).toMatch(/259\s016,96/);
  expect(await presses()).toEqual({ keys: 0, mouse: 0 });
  const press = () => page.getByRole("button", { name: /^Télécharger les 45 fiches$/ }).click();
  const { bytes } = await browser.saves(press);
  expect(Object.keys(unzipSync(bytes)).filter((name) => /_25\d{3}_/.test(name)).length).toBe(45);
  await page.locator(".paper").first().waitFor();
  expect([await browser.selection(), await presses()]).toEqual(["Titre CAGB!A1", { keys: 0, mouse: 1 }]);

  const other = await dropped("parc-ecoles-2014");
  await other.browser.saves(() => other.page.keyboard.press("ControlOrMeta+Enter"));
  expect(await other.presses()).toEqual({ keys: 1, mouse: 0 });
});

test("nine faults are settled by keyboard alone, from a dropped inventory to its état, in at most forty keys", async () => {
  const { browser, page, presses } = await dropped("anomalies-2014");
  await title(browser, /^9 points à corriger/);
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
  const at = (cell: string) => page.locator(`td#chosen-cell[data-cell="${cell}"]`).waitFor();
  const focus = (selector: string) => page.locator(`#pane ${selector}:focus`).waitFor();
  const left = (count: number) =>
    title(browser, count > 0 ? new RegExp(`^${count} points? à corriger`) : /^\d+ points à vérifier/);
  /** Types in the cell of the point that the sheet is at. */
  const types = async (text: string) => {
    await page.keyboard.type(text);
    await press("Enter");
  };
  const goesOn = async (cell: string) => {
    await press("Alt+ArrowRight");
    await at(cell);
  };
  /** Goes from the sheet to the answers of the point, and takes one. */
  const answers = async (digit: string) => {
    await press("F1");
    await focus(".point-head");
    await press(digit, "Enter");
  };

  await press("F6");
  await goesOn("A5");
  await answers("1");
  await left(8);
  // The next point is open, and its cell chosen: a row is set aside, then the keyboard goes to the cells.
  await at("A6");
  await focus(".point-head");
  await press("2", "Enter");
  await focus(".inline-form input");
  await press("Enter");
  await left(7);
  await at("F7");
  await press("F6");
  await types("4");
  await left(6);
  for (const [index, [cell, text]] of (
    [
      ["F8", "3"],
      ["F9", "5"],
      ["C10", "60"],
    ] as const
  ).entries()) {
    await goesOn(cell);
    await types(text);
    await left(5 - index);
  }
  await goesOn("B12");
  await answers("2");
  await left(2);
  await at("F15");
  await focus(".point-head");
  await press("F6");
  await types("8");
  await left(1);
  await goesOn("A16");
  await types("Larnod");
  await left(0);
  await browser.saves(() => press("ControlOrMeta+Enter"));
  await page.locator(".paper").first().waitFor();
  expect(await browser.selection()).toBe("Titre CAGB!A1");
  const { keys, mouse } = await presses();
  expect(mouse).toBe(0);
  expect(keys).toBeLessThanOrEqual(40);
});

test("each task on an inventory takes few presses: a correction and its undoing, a warning closed, a question answered", async () => {
  const { browser, page, presses } = await dropped("anomalies-2014");
  await title(browser, /^9 points à corriger/);
  const taken = takes(presses);
  const press = (name: string | RegExp) => page.getByRole("button", { name }).click();

  await page.locator('td[data-cell="F7"]').click();
  await page.keyboard.type("16");
  await page.keyboard.press("Enter");
  await page.locator("#pane .titre").getByText(/9 → 8/).waitFor();
  expect(await taken()).toEqual({ mouse: 1, keys: 3 });
  await page.keyboard.press("ControlOrMeta+z");
  await title(browser, /^9 points à corriger/);
  expect(await taken()).toEqual({ mouse: 0, keys: 1 });
  await press(/plus d’un « Serveur standard/);
  await press("C’est vérifié");
  await title(browser, /, 4 à vérifier/);
  expect(await taken()).toEqual({ mouse: 2, keys: 0 });
  await press(/figure déjà en B11/);
  await page.getByRole("radio", { name: /garder la première/ }).click();
  await press(/^Appliquer/);
  await title(browser, /^8 points à corriger/);
  expect(await taken()).toEqual({ mouse: 3, keys: 0 });
});

test("each task on documents takes few presses: the example's fiches, one found, the next one, its PDF, a list, the workbook", async () => {
  const browser = await BrowserPage.open("", { width: 1366, height: 768 });
  const { page } = browser;
  const taken = takes(await countPresses(browser));
  const press = (name: string | RegExp) => page.getByRole("button", { name }).click();
  const named = (commune: string) => page.locator(".document-name strong", { hasText: commune }).waitFor();

  await press(say("browser-example"));
  await browser.saves(() => press(/^Télécharger les 45 fiches$/));
  await named("Titre CAGB");
  expect(await taken()).toEqual({ mouse: 2, keys: 0 });
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.type("thise");
  await page.keyboard.press("Enter");
  await named("Thise");
  expect(await taken()).toEqual({ mouse: 0, keys: 7 });
  await page.keyboard.press("Alt+ArrowRight");
  await named("Torpes");
  expect(await taken()).toEqual({ mouse: 0, keys: 1 });
  await browser.saves(() => press(say("browser-pdf-fiche")));
  expect(await taken()).toEqual({ mouse: 1, keys: 0 });
  await press(say("browser-outputs"));
  await browser.saves(() => press(say("browser-output-titre")));
  expect(await taken()).toEqual({ mouse: 2, keys: 0 });
  await browser.saves(() => page.keyboard.press("ControlOrMeta+s"));
  expect(await taken()).toEqual({ mouse: 0, keys: 1 });
});

/** Gives the presses since the last time that they were asked for. */
function takes(presses: () => Promise<Presses>): () => Promise<Presses> {
  let before: Presses = { keys: 0, mouse: 0 };
  return async () => {
    const now = await presses();
    const since = { keys: now.keys - before.keys, mouse: now.mouse - before.mouse };
    before = now;
    return since;
  };
}
