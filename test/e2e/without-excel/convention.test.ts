import { writeXlsx } from "hucre/xlsx";
import { conventionMessage } from "../../../src/messages";
import { conventionOfWorkbooks } from "../../../src/tariff";
import { openedFile } from "../../opened-file";
import { accessibilityFaults, overflows } from "../pane-checks";
import { useBrowser } from "../open-excel";
import { ConventionWriter } from "../written-convention";
import { BrowserPage } from "./browser-page";

useBrowser();

const file = "bornes.xlsx";
const inventory = () =>
  writeXlsx({
    sheets: [
      {
        name: "Inventaire",
        rows: [
          ["Commune", "École", "Effectif", "Borne Wi-Fi"],
          ["Autun", "Le Parc", 100, 2],
          ["Curgy", "Le Bourg", 40, 1],
          ["Antully", "La Forêt", 25, 0],
        ],
      },
    ],
  });

test("what is to be filled in is said right under each field, at one height in a row, whatever the lines of their labels", async () => {
  const browser = await BrowserPage.open("", { width: 1366, height: 768 });
  const { page } = browser;
  await browser.opens(file, await inventory());
  await new ConventionWriter(page.mainFrame(), "fr").opens();
  await page.getByRole("button", { name: conventionMessage("pane-convention-start-empty") }).click();
  for (const width of [1366, 900]) {
    await page.setViewportSize({ width, height: 768 });
    await browser.drawn();
    const places = await page.locator(".convention .field:has(> p)").evaluateAll((fields) =>
      fields.map((field) => {
        const text = field.querySelector("p")!.getBoundingClientRect();
        const row = field.closest(".field-row")?.getBoundingClientRect().top ?? null;
        return { row, top: text.top, gap: text.top - field.querySelector("input")!.getBoundingClientRect().bottom };
      }),
    );
    expect(places.length).toBeGreaterThan(10);
    expect(places.filter(({ gap }) => gap < 0 || gap > 8)).toEqual([]);
    const heights = places.flatMap(({ row, top }) => (row === null ? [] : [`${row}: ${Math.round(top)}`]));
    expect(new Set(heights).size).toBe(new Set(heights.map((one) => one.split(":")[0])).size);
    // In a row, each label is above its field.
    const beside = await page.locator(".convention .field-row > .field").evaluateAll((fields) =>
      fields.flatMap((field) => {
        const [label, input] = ["label", "input"].map((part) => field.querySelector(part)!.getBoundingClientRect());
        return label!.bottom > input!.top ? [field.textContent] : [];
      }),
    );
    expect(beside).toEqual([]);
  }
});

test("a convention of two prestations and three members is written from nothing, in sheets that the workbook is then billed by, to the cent", async () => {
  const browser = await BrowserPage.open();
  const { page, person } = browser;
  await browser.opens(file, await inventory());
  const writer = new ConventionWriter(page.mainFrame(), "fr");
  await writer.opens();
  await writer.saysTerms();
  await writer.pastesPrestations();
  await writer.takes(["Autun", "71014"], ["Curgy", "71162"], ["Antully", "71010"]);
  await page.getByText(writer.say("pane-convention-no-fault")).waitFor();
  // The fiche of a member, on an inventory that is made up: 20 pupils, a terminal in service, another installed.
  const fiche = page.locator(".fiche");
  await fiche.getByText("285,00 €").first().waitFor();
  expect(await accessibilityFaults(page.mainFrame())).toEqual([]);
  expect(await overflows(page.mainFrame())).toEqual([]);
  await browser.watched.wears("dark");
  expect(await accessibilityFaults(page.mainFrame(), "colours")).toEqual([]);

  await writer.writes();
  await person.press("pane-act-back");
  await person.press("pane-act-back");
  expect((await browser.tabs()).slice(0, 4)).toEqual(["Inventaire", "Convention", "Tarifs", "Communes"]);
  await person.reads(2024);
  await person.opensStep("repartition");
  // 165 pupils and 3 terminals: 165 × 4,00; 165 × 6,50 + 3 × 35,00.
  const amounts = await page.locator(".amounts dd").allInnerTexts();
  expect(amounts.slice(0, 3).map((text) => text.replace(/\s/g, " "))).toEqual(["660,00 €", "1 177,50 €", "1 837,50 €"]);

  const saved = await browser.saves(() => browser.savesWorkbook());
  const { cells } = await openedFile(saved.bytes, saved.name);
  expect(conventionOfWorkbooks([cells])).toMatchObject({
    ok: true,
    value: { service: "Tablettes", members: [{ name: "Antully" }, { name: "Autun" }, { name: "Curgy" }] },
  });
});
