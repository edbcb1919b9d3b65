import { readFile } from "node:fs/promises";
import { parseCellName } from "../../../src/cells";
import { openExcel, selection, useBrowser } from "../open-excel";
import { expectPublished } from "./published";
import { ribbonAsHtml } from "./ribbon-picture";
import { sheetAsHtml } from "./sheet-picture";
import { gridHeight, windowAsHtml, windowStyle } from "./window-picture";

useBrowser();

const file = "inventaire-exemple.xlsx";
const [width, height, paneWidth, sharpness] = [1160, 892, 350, 1.5];
const [sheet, cell] = ["Parc 01.11.2014", "E8"] as const;

test("the picture of the README: an amount of the example in the pane, and its cell selected in the sheet", async () => {
  const bytes = new Uint8Array(await readFile(`assets/${file}`));
  const excel = await openExcel(bytes, file, { width: paneWidth, height, sharpness });
  const { workbook, page, person } = excel;
  await person.reads(2014);
  await person.opensStep("repartition");
  await person.pane.getByRole("button", { name: "Audeux" }).click();
  await person.sees("Audeux");
  await person.pane.getByRole("button", { name: `${sheet}!${cell}` }).click();
  await person.pane.getByText(`Cellule ${cell} de la feuille ${sheet} sélectionnée.`).waitFor();
  expect(selection(excel)).toBe(`${sheet}!${cell}`);
  // 8 workstations in service, at the voted 36,86 €.
  expect(workbook.cell(sheet, cell)).toBe(8);
  expect((await person.text()).replace(/\s/g, " ")).toContain("8 × 36,86 €");

  const room = { width: width - paneWidth, height: gridHeight(height) };
  const window = windowAsHtml({
    file,
    ribbon: ribbonAsHtml(),
    selected: { cell, content: "8" },
    sheet: await sheetAsHtml(bytes, { name: sheet, ...room, selected: parseCellName(cell)! }),
    tabs: workbook.book.sheets.map(({ name }) => name),
  });
  await page.pane.evaluate(() => scrollTo(0, 0));
  const text = await person.pane.locator("main").innerText();
  await page.dress({ width, height }, window, windowStyle(paneWidth));
  await page.screenshot("volet");
  expectPublished("volet", [width * sharpness, height * sharpness], text);
  expect(await readFile("README.md", "utf8")).toContain("](docs/images/volet.png)");
});
