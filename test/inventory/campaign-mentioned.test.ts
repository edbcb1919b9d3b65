import { readFile } from "node:fs/promises";
import { finish, type Cell } from "../../src/cells";
import { campaignMentionedInSteps } from "../../src/inventory";
import { samplePath, samples, sampleYear, smallSamples } from "../acceptance/samples";
import { openedFile } from "../opened-file";
import { sheet, workbook } from "./workbook-of";

const said = (sheets: Parameters<typeof campaignMentionedInSteps>[0]) =>
  finish(campaignMentionedInSteps(sheets, [2013, 2014, 2015], { year: 2014, month: 11, day: 1 }));
/** The year that a sheet says by its name and by the texts above its table. */
const yearOf = (name: string, ...titles: readonly string[]): number | null => {
  const rows: (readonly Cell[])[] = [...titles.map((title) => [title]), ["Commune", "École", "Postes", "Serveurs"]];
  return said(workbook([sheet(name, rows)]).sheets)?.year ?? null;
};

test.each([...samples, ...smallSamples])("the titles of %s say its campaign, or none", async (name) => {
  const { cells } = await openedFile(await readFile(samplePath(`${name}.xlsx`)), `${name}.xlsx`);
  expect([null, Number(sampleYear(name))]).toContain(said(cells.sheets)?.year ?? null);
});

test.each([
  ["a situation", 2014, "Parc", ["Inventaire au 01/11/2014"]],
  ["the name of a sheet, where no title says one", 2015, "Parc 2015", ["Inventaire des écoles"]],
  ["a title before a name", 2014, "Parc 2015", ["Situation au 1er novembre 2014"]],
  ["the last of several titles", 2015, "Parc", ["Inventaire 2014", "Inventaire 2015"]],
  ["a reminder says none", 2014, "Parc", ["Inventaire 2014", "Rappel 2015"]],
  ["a forecast says none", 2014, "Parc", ["Inventaire 2014", "Prévisions 2015"]],
  ["a stock says none", 2014, "Parc", ["Inventaire 2014", "Matériel réformé 2015"]],
  ["a model says none", null, "Parc", ["Modèle 2015"]],
  ["a note says none", null, "Parc", ["NB : mis à jour en 2014"]],
  ["a campaign that is not offered says none", null, "Parc", ["Inventaire 2021"]],
] as const)("%s", (_, year, name, titles) => {
  expect(yearOf(name, ...titles)).toBe(year);
});
