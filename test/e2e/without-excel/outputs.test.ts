import { readFile, writeFile } from "node:fs/promises";
import { writeXlsx } from "hucre/xlsx";
import { Folder, run } from "../../cli/run-rebill";
import { smallWorkbook } from "../../cli/small-workbook";
import { atDepth, testInDepth } from "../../depth";
import { browserMessage, message, settingsMessage, type BrowserCode } from "../../../src/messages";
import { accessibilityFaults } from "../pane-checks";
import { useBrowser } from "../open-excel";
import { differences, linesOf, timeless } from "../workbook-lines";
import { BrowserPage } from "./browser-page";

useBrowser();
const folder = new Folder();
const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");

const schools = [
  ["Amagney", "École primaire", 14, 57],
  ["Saône", "École élémentaire", 22, 180],
] as const;

/** The equipment, a file that is none, the headcounts apart. */
async function threeFiles(): Promise<void> {
  const headings = ["Commune", "École", "Postes clients standard"];
  const rows = [headings, ...schools.map(([commune, school, machines]) => [commune, school, machines])];
  await writeFile(folder.file("parc.xlsx"), await writeXlsx({ sheets: [{ name: "Parc", rows }] }));
  await writeFile(folder.file("abime.xlsx"), "PK\u0003\u0004");
  const lines = schools.map(([commune, school, , pupils]) => `${commune};${school};${pupils}\r\n`);
  await writeFile(folder.file("effectifs.csv"), `Commune;École;Effectif\r\n${lines.join("")}`);
}

testInDepth(
  "several files dropped together bill as the command bills them, one that cannot be read is told; the workbook and the list saved, in an old encoding, are the command's",
  async () => {
    await threeFiles();
    const out = (name: string) => folder.file(name);
    const inputs = [out("parc.xlsx"), out("effectifs.csv"), "--campaign", "2014"];
    const asked = ["--csv-communes", out("communes.csv"), "--encoding", "windows-1252"];
    expect((await run(...inputs, ...asked, "--out", out("out.xlsx"))).code).toBe(0);

    const browser = await BrowserPage.open();
    const { page } = browser;
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    await browser.chooses(out("parc.xlsx"), out("abime.xlsx"), out("effectifs.csv"));
    await page
      .getByText("Le fichier « abime.xlsx » est endommagé".replace(/« | »/g, (quote) => quote.replace(" ", "\u00a0")))
      .waitFor();
    await page.getByText(say("browser-beside", { file: "parc.xlsx", others: "effectifs.csv" })).waitFor();
    await press(say("browser-outputs"));
    await page.getByText(say("browser-outputs-later")).waitFor();

    await browser.person.reads(2014);
    await press(message("pane-step-documents"));
    await page.getByRole("button", { name: /^Générer les \d+ feuilles$/ }).click();
    await page.getByRole("button", { name: /^Confirmer/ }).click();
    await page.getByRole("button", { name: "Titre CAGB", exact: true }).waitFor();
    const saved = await browser.saves(() => press(say("browser-save")));
    const lines = (bytes: Uint8Array) => linesOf(bytes).then(timeless);
    expect(differences(await lines(saved.bytes), await lines(await readFile(out("out.xlsx"))))).toEqual([]);

    await page.getByLabel(say("browser-encoding")).selectOption("windows-1252");
    const given = await browser.saves(() => press(say("browser-output-communes")));
    expect(given.name).toBe("2014_ORDICLASSE_COMMUNES.csv");
    expect(given.bytes).toEqual(await readFile(out("communes.csv")));
    await page.getByText(say("browser-given", { file: given.name })).waitFor();
    expect(await accessibilityFaults(page.mainFrame(), atDepth("colours", "all"))).toEqual([]);
    // No pane opens by itself with a file of the disk.
    await press(message("pane-settings-title"));
    await page.getByRole("heading", { name: message("pane-settings-title") }).waitFor();
    expect(await page.getByText(settingsMessage("pane-settings-auto-open", {}, "fr")).count()).toBe(0);
  },
);

test("rows, columns and sheets that the file hides are told, and each of their cells can be reached; a document reads as one", async () => {
  const rows = [
    ["Commune", "École", "Postes clients standard", "Effectif"],
    ["Amagney", "École primaire", 14, 57],
    ["Thise", "École élémentaire", -4, 140],
  ];
  const bytes = await writeXlsx({
    sheets: [
      { name: "Parc", rows, rowDefs: new Map([[2, { hidden: true }]]), freezePane: { rows: 1, columns: 0 } },
      { name: "Ancien", rows, hidden: true },
    ],
  });
  const browser = await BrowserPage.open();
  const { page } = browser;
  await browser.chooses({ name: "parc.xlsx", mimeType: "", buffer: Buffer.from(bytes) });
  const cell = (name: string) => page.locator(`td[data-cell="${name}"]`);
  await page.getByText("Lignes masquées\u00a0: 1.").waitFor();
  expect([await cell("C2").count(), await cell("C3").count()]).toEqual([1, 0]);
  expect(await page.locator("thead td[data-cell]").first().innerText()).toBe("Commune");

  await browser.person.reads(2014);
  await page.locator("button", { hasText: "est négatif" }).click();
  await page.getByRole("button", { name: /^Aller à la cellule C3/ }).click();
  await cell("C3").waitFor();
  expect(await browser.selection()).toBe("Parc!C3");
  await page.getByRole("button", { name: say("browser-hidden-sheets", { count: 1 }) }).click();
  await page.getByRole("button", { name: say("browser-sheet-hidden", { sheet: "Ancien" }) }).click();
  await page.getByText(say("browser-hidden-sheet")).waitFor();
  expect(await accessibilityFaults(page.mainFrame())).toEqual([]);

  await page.getByRole("button", { name: "Parc", exact: true }).click();
  await cell("C3").dblclick();
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  await page.getByText(say("browser-corrected", { cell: "C3" })).waitFor();
  await page.getByRole("button", { name: message("pane-act-reread") }).click();
  await page.getByRole("button", { name: message("pane-step-documents"), exact: true }).click();
  await page.getByRole("button", { name: /^Générer les \d+ feuilles$/ }).click();
  await page.getByRole("button", { name: /^Confirmer/ }).click();
  await page.getByRole("button", { name: "Fiche Amagney", exact: true }).click();
  // 14 × 36.86 € = 516.04 €, at the right of its cell as amounts are.
  const amount = page.locator(".paper-cell.number", { hasText: /^516,04\s€$/ }).first();
  expect(await amount.evaluate((one) => getComputedStyle(one).textAlign)).toBe("right");
  await page.locator(".sheet-tab", { hasText: /^Récapitulatif$/ }).click();
  expect(await page.locator(".drawing").first().innerText()).toBe(say("browser-drawn-chart"));
  await page
    .locator(".paper-cell.leads", { hasText: /^Amagney$/ })
    .first()
    .click();
  await page.getByRole("button", { name: /^Aller à Fiche Amagney/ }).click();
  await page.locator(".paper", { hasText: "212 500 144" }).waitFor();
  expect(await browser.selection()).toMatch(/^Fiche Amagney!/);
});

testInDepth("the sheet stays where it is while a cell is corrected and while files are given", async () => {
  const browser = await BrowserPage.open("", { width: 1024, height: 768 });
  const { page, person } = browser;
  await browser.opens("parc.xlsx", await smallWorkbook());
  await person.reads(2014);
  const tops = async () => {
    await browser.drawn();
    const boxes = ["#pane .tabs", ".sheet-bar"].map((place) => page.locator(place).boundingBox());
    return (await Promise.all(boxes)).map((box) => box!.y);
  };
  const before = await tops();
  await page.locator('td[data-cell="D2"]').click();
  await page.keyboard.type("11");
  await page.keyboard.press("Enter");
  await page.locator(".titre").getByText("D2 : 10 → 11").waitFor();
  expect(
    await page
      .locator(".titre")
      .getByText(/^CAGB .* communes/)
      .count(),
  ).toBe(1);
  expect(await tops()).toEqual(before);

  await person.generates();
  await page.getByRole("button", { name: "Parc", exact: true }).click();
  await page.getByRole("button", { name: say("browser-outputs") }).click();
  const panel = page.getByRole("region", { name: say("browser-outputs") });
  const opened = await tops();
  for (const output of ["browser-output-pdfs", "browser-output-titre"] as const) {
    const { name } = await browser.saves(() => panel.getByRole("button", { name: say(output) }).click());
    await panel.getByText(say("browser-given", { file: name })).waitFor();
    expect(await tops()).toEqual(opened);
  }
});

testInDepth("why a file is not opened is said between the sides of the start page, as all the rest", async () => {
  const browser = await BrowserPage.open();
  const { page } = browser;
  await browser.opens("vide.xlsx", new Uint8Array());
  const sides = async (place: string) => {
    const { x, width } = (await page.locator(place).boundingBox())!;
    return [x, width];
  };
  expect(await sides(".start .trouble")).toEqual(await sides(".start .drop"));
});
