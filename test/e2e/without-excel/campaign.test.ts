import { readdir, readFile, writeFile } from "node:fs/promises";
import { unzipSync } from "fflate";
import { samplePath } from "../../acceptance/samples";
import { Folder, run } from "../../cli/run-rebill";
import { testInDepth } from "../../depth";
import { HostWorkbook } from "../../host/model";
import { browserMessage, message, type BrowserCode } from "../../../src/messages";
import { accessibilityFaults, overflows } from "../pane-checks";
import { Keys } from "../keys";
import { useBrowser } from "../open-excel";
import { differences, linesOf, timeless } from "../workbook-lines";
import { BrowserPage } from "./browser-page";

useBrowser();
const folder = new Folder();

const file = "anomalies-2014.xlsx";
const sheet = "Inventaire 2014";
const say = (code: BrowserCode, params = {}) => browserMessage(code, params, "fr");

/** What an accountant types in each cell that blocks, as they type it. */
const corrections: ReadonlyMap<string, string> = new Map([
  ["A5", "Chalezeule"],
  ["A6", "Gennes"],
  ["F7", "4"],
  ["F8", "3"],
  ["F9", "5"],
  ["C10", "60"],
  ["B12", "École maternelle"],
  ["F15", "8"],
  ["A16", "Larnod"],
]);

const lists = ["titre", "communes", "publipostage"] as const;

const path = (name: string) => folder.file(name);

/** The workbook that the command makes of the file, in lines. */
async function linesBilled(bytes: Uint8Array): Promise<string[]> {
  await writeFile(path(file), bytes);
  const out = path("out.xlsx");
  expect(await run(path(file), "--campaign", "2014", "--out", out, "--overwrite")).toMatchObject({ code: 0 });
  return timeless(await linesOf(await readFile(out)));
}

/** What the command makes of the file: the workbook, also in lines, the PDFs and the lists by their names. */
async function billed(bytes: Uint8Array) {
  await writeFile(path(file), bytes);
  const options = ["--csv", path("titre.csv"), "--csv-communes", path("communes.csv")];
  options.push("--publipostage", path("publipostage.csv"), "--pdf", path("pdf"), "--out", path("out.xlsx"));
  expect(await run(path(file), "--campaign", "2014", "--overwrite", ...options)).toMatchObject({ code: 0 });
  const pdfs = await Promise.all(
    (await readdir(path("pdf"))).map(async (name) => [name, await readFile(path(`pdf/${name}`))] as const),
  );
  const workbook = await readFile(path("out.xlsx"));
  return {
    workbook,
    lines: timeless(await linesOf(workbook)),
    pdfs: new Map(pdfs),
    list: (name: (typeof lists)[number]) => readFile(path(`${name}.csv`)),
  };
}

/** The file with these corrections made in Excel, which computes its total again. */
async function correctedInExcel(bytes: Uint8Array): Promise<Uint8Array> {
  const typed = await HostWorkbook.open(bytes, file);
  for (const [cell, text] of corrections) typed.type(sheet, cell, /^\d+$/.test(text) ? Number(text) : text);
  return typed.save();
}

test("a whole first campaign in the browser without a mouse: opened, corrected, generated, saved; the workbook, each PDF and each list are what the command makes", async () => {
  const browser = await BrowserPage.open();
  const { page } = browser;
  const frame = page.mainFrame();
  const keys = new Keys(frame);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("files");
  await browser.chooses(samplePath(file));
  await keys.arrives("9 points à corriger, 5 à vérifier");
  expect(await accessibilityFaults(frame)).toEqual([]);

  const focusedTag = () => page.evaluate(() => document.activeElement?.tagName);
  const corrected: string[] = [];
  for (let left = corrections.size; left > 0; left -= 1) {
    await keys.presses(/^■ À corriger /);
    await keys.presses(/^Aller à la cellule/);
    await page.getByText(`de la feuille ${sheet} sélectionnée.`).waitFor();
    // The keyboard is in the sheet; F6 goes back to the button, and to the cell again.
    const atButton = () => page.evaluate(() => document.activeElement?.textContent?.startsWith("Aller à la cellule"));
    expect(await focusedTag()).toBe("TABLE");
    await page.keyboard.press("F6");
    expect(await atButton()).toBe(true);
    await page.keyboard.press("F6");
    expect(await focusedTag()).toBe("TABLE");
    const [, cell = ""] = (await browser.selection()).split("!");
    corrected.push(cell);
    const text = corrections.get(cell)!;
    // A letter begins as it is typed; F2 takes what is there.
    if (!/^[\x20-\x7e]/.test(text)) await page.keyboard.press("F2");
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await page.getByText(say("browser-corrected", { cell })).waitFor();
    // Nothing is pressed: the pane reads again by itself.
    const title = left > 1 ? new RegExp(`^${left - 1} points? à corriger,`) : /^\d+ points? à vérifier/;
    await page.locator("main h1").filter({ hasText: title }).waitFor();
  }
  expect(new Set(corrected)).toEqual(new Set(corrections.keys()));

  const save = () => keys.presses(say("browser-save"));
  const unbilled = await browser.saves(save);
  expect(unbilled.name).toBe("anomalies-2014-ordiclasse.xlsx");
  await keys.presses(message("pane-act-split"));
  await keys.arrives(/^Répartition 2014$/);
  await keys.presses(message("pane-act-documents"));
  await keys.arrives(/^\d+ feuilles à préparer$/);
  await keys.presses(/^Générer les \d+ feuilles$/);
  await keys.arrives(message("pane-confirm-title"));
  await keys.presses(/^Confirmer : /);
  await keys.arrives(/feuilles/);
  expect((await browser.tabs()).slice(0, 3)).toEqual([sheet, "Récapitulatif", "Titre CAGB"]);
  await keys.presses(message("pane-done-open"));
  await page.locator(".paper").first().waitFor();
  expect(await browser.selection()).toBe("Titre CAGB!A1");
  expect(await accessibilityFaults(frame)).toEqual([]);
  // A text goes on over the blank cells beside its own, as on paper.
  expect((await overflows(frame)).filter((fault) => !fault.startsWith('<div class="paper-cell'))).toEqual([]);
  await browser.watched.wears("dark");
  expect(await accessibilityFaults(frame, "colours")).toEqual([]);

  const saved = await browser.saves(save);
  await page.getByText(say("browser-saved", { file: saved.name })).waitFor();
  const lines = timeless(await linesOf(saved.bytes));
  const byCommand = await billed(unbilled.bytes);
  expect(differences(lines, byCommand.lines)).toEqual([]);
  expect(saved.bytes.equals(byCommand.workbook)).toBe(true);

  await keys.presses(say("browser-outputs"));
  for (const list of lists) {
    const given = await browser.saves(() => keys.presses(say(`browser-output-${list}`)));
    expect([list, given.bytes.equals(await byCommand.list(list))]).toEqual([list, true]);
  }
  const zip = await browser.saves(() => keys.presses(say("browser-output-pdfs")));
  const drawn = Object.entries(unzipSync(zip.bytes));
  expect(drawn.map(([name]) => name).sort()).toEqual([...byCommand.pdfs.keys()].sort());
  // The état liquidatif, and a fiche for each commune billed.
  expect(drawn.length).toBeGreaterThan(5);
  expect(drawn.flatMap(([name, pdf]) => (byCommand.pdfs.get(name)!.equals(pdf) ? [] : [name]))).toEqual([]);
  // Excel computes the total of the inventory again, the page does not: that is told, and nothing that is billed depends on it.
  const inExcel = await linesBilled(await correctedInExcel(await readFile(samplePath(file))));
  const beside = /^[+-] (?:Contrôles|Journal|name|Inventaire 2014!F17 )/;
  expect(differences(lines, inExcel).filter((line) => !beside.test(line))).toEqual([]);
});

testInDepth(
  "the example opens at once, in English; what was generated is undone, and the page warns before it is closed",
  async () => {
    const browser = await BrowserPage.open("?exemple&lang=en");
    const { page } = browser;
    await page.locator(".sheet-view td[data-cell]").first().waitFor();
    await page.getByRole("button", { name: message("pane-step-documents", {}, "en") }).click();
    await page.getByRole("button", { name: /^Generate the \d+ sheets$/ }).click();
    await page.getByRole("button", { name: /^Confirm/ }).click();
    await page.getByRole("button", { name: "Titre CAGB", exact: true }).waitFor();
    expect((await browser.tabs()).length).toBeGreaterThan(40);
    // A document is French, its numbers too.
    await page.getByRole("button", { name: "Titre CAGB", exact: true }).click();
    await page
      .locator(".paper")
      .getByText(/259\s016,96/)
      .first()
      .waitFor();

    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toEqual(["beforeunload"]);

    await page.getByRole("button", { name: message("pane-act-undo", {}, "en") }).click();
    await page.getByRole("button", { name: message("pane-undo-yes", {}, "en") }).click();
    await page.getByRole("button", { name: "Titre CAGB", exact: true }).waitFor({ state: "detached" });
    expect(await browser.tabs()).toEqual(["Parc 01.11.2014", "Effectifs", "Notes"]);
  },
);
