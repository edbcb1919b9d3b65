import { message } from "../../../src/messages";
import { samplePath } from "../../acceptance/samples";
import { Folder } from "../../cli/run-rebill";
import { commandLine } from "../command-line";
import { useBrowser } from "../open-excel";
import { ScreenReader } from "../screen-reader";
import { BrowserPage } from "./browser-page";

useBrowser();
const folder = new Folder();

const file = "anomalies-2014.xlsx";

/** What the points to correct in a cell say, and what is typed there. */
const typed: readonly (readonly [cell: string, reads: RegExp, text: string])[] = [
  ["A5", /« Chalezeulle » ne figure pas/, "Chalezeule"],
  ["A6", /« Saint-Vit » n’est pas membre/, "Gennes"],
  ["F7", /« -4 » est négatif/, "4"],
  ["F8", /« 2,5 » n’est pas un nombre entier/, "3"],
  ["F9", /« beaucoup » n’est pas un nombre/, "5"],
  ["C10", /L’effectif de « École primaire » manque/, "60"],
  ["F15", /La cellule contient l’erreur #DIV\/0!/, "8"],
];

test("a file is corrected, answered for and billed by roles, names and announcements alone, as a screen reader gives them; its documents are the command's", async () => {
  const browser = await BrowserPage.open();
  const { page } = browser;
  const reader = await ScreenReader.at(page);
  await browser.chooses(samplePath(file));
  await reader.hears(/^Campagne 2014, d’après le titre/);
  await reader.arrives("heading 9 points à corriger, 5 à vérifier");

  let left = 9;
  for (const [cell, reads, text] of typed) {
    await reader.presses("button", new RegExp(`^À corriger .* Inventaire 2014!${cell}$`));
    await reader.hears(reads);
    await reader.presses("button", message("pane-act-goto", { cell }));
    await reader.hears(`Cellule ${cell} de la feuille Inventaire 2014 sélectionnée.`);
    await reader.arrives(/^gridcell/);
    await page.keyboard.type(text);
    await reader.types("Enter");
    await reader.hears(`${cell} corrigée.`);
    await reader.hears(new RegExp(`^${left} → ${left - 1} à corriger, \\+.* € · ${cell} : .* → ${text}$`));
    left -= 1;
  }

  // A school written twice is answered for; a row without a commune is set aside, a doubt is lifted.
  await reader.presses("button", /^À corriger .* Inventaire 2014!B12$/);
  await reader.hears(/« École élémentaire » \(Saône\) figure déjà en B11/);
  await reader.presses("radio", /^Une correction : garder la dernière −94,78 €$/, "Space");
  await reader.hears(/^−94,78 €\. Titre : /);
  await reader.presses("button", "Appliquer au tableau");
  await reader.hears(/le classeur est relu\. À corriger : 1\. À vérifier : 4\.$/);
  // The next point opens by itself.
  await reader.arrives(/^button À corriger .* La commune manque Inventaire 2014!A16$/);
  await reader.presses("button", message("pane-act-aside-open"));
  await reader.arrives(/^textbox Motif/);
  await reader.presses("button", "Écarter la ligne 16");
  await reader.hears(/le classeur est relu\. À corriger : 0\. À vérifier : 4\.$/);
  await reader.arrives(/^button À vérifier .* 11 installés dans l’année pour 8 en service Inventaire 2014!G13$/);
  await reader.presses("button", "C’est vérifié");
  await reader.hears(/le classeur est relu\. À corriger : 0\. À vérifier : 3\.$/);
  expect(await reader.nameless()).toEqual([]);

  const save = () => reader.presses("button", "Enregistrer le classeur");
  const unbilled = await browser.saves(save);
  await reader.presses("button", message("pane-act-split"));
  await reader.arrives("heading Répartition 2014");
  await reader.presses("button", message("pane-act-documents"));
  await reader.arrives(/^heading \d+ feuilles à préparer$/);
  expect(await reader.nameless()).toEqual([]);
  await reader.presses("button", /^Générer les \d+ feuilles$/);
  await reader.arrives(/^heading/);
  await reader.presses("button", /^Confirmer/);
  await reader.arrives(/^heading \d+ feuilles générées/);
  await reader.presses("button", message("pane-done-open"));
  await reader.hears(/Titre CAGB/);
  expect(await reader.nameless()).toEqual([]);

  const billed = await browser.saves(save);
  const { bytes } = await commandLine(folder, unbilled.bytes, file, 2014);
  expect(billed.bytes.equals(bytes)).toBe(true);
});
