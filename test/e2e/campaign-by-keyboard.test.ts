import { readFile } from "node:fs/promises";
import { samplePath } from "../acceptance/samples";
import { Folder } from "../cli/run-rebill";
import { HostWorkbook } from "../host/model";
import { commandLine } from "./command-line";
import { Keys } from "./keys";
import { openExcel, selection, useBrowser } from "./open-excel";
import { differences, linesOf, timeless } from "./workbook-lines";

useBrowser();
const folder = new Folder();

const file = "anomalies-2014.xlsx";
const sheet = "Inventaire 2014";

/** What an accountant types in each cell that blocks. */
const corrections: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ["A5", "Chalezeule"],
  ["A6", "Gennes"],
  ["F7", 4],
  ["F8", 3],
  ["F9", 5],
  ["C10", 60],
  ["B12", "École maternelle"],
  ["F15", 8],
  ["A16", "Larnod"],
]);

test("a whole first campaign without a mouse: faults corrected in their cells, generated, the titre opened", async () => {
  const bytes = new Uint8Array(await readFile(samplePath(file)));
  const { workbook, page, person } = await openExcel(bytes, file);
  const keys = new Keys(page.pane);
  const say = person.words.say.bind(person.words);

  // Read by itself: what has the focus keeps it.
  await person.sees("9 points à corriger, 5 à vérifier");
  await keys.comesToPane();

  const corrected: string[] = [];
  for (let left = corrections.size; left > 0; left -= 1) {
    await keys.presses(/^■ À corriger /);
    await keys.presses(/^Aller à la cellule/);
    await person.pane.getByText(`de la feuille ${sheet} sélectionnée.`).waitFor();
    const cell = selection({ workbook }).split("!")[1]!;
    corrected.push(cell);
    // In the grid: the cell is selected, the value is typed.
    workbook.type(sheet, cell, corrections.get(cell)!);
    await person.seesCorrected(left > 1 ? new RegExp(`^${left - 1} points? à corriger,`) : /^\d+ points? à vérifier/);
  }
  expect(new Set(corrected)).toEqual(new Set(corrections.keys()));

  await keys.presses(say("pane-act-split"));
  await keys.arrives(/^Répartition 2014$/);
  await keys.presses(say("pane-act-documents"));
  await keys.arrives(person.anyCount("pane-plan-title"));
  await keys.presses(person.anyCount("pane-act-generate"));
  await keys.arrives(say("pane-confirm-title"));
  await keys.presses(person.anyCount("pane-confirm-yes"));
  await keys.arrives(person.anyCount("pane-done-title"));
  await keys.presses(say("pane-done-open"));
  while (workbook.book.active.name !== "Titre CAGB") await new Promise((resolve) => setTimeout(resolve, 20));

  const typed = await HostWorkbook.open(bytes, file);
  for (const [cell, input] of corrections) typed.type(sheet, cell, input);
  const expected = await commandLine(folder, await typed.save(), file, 2014);
  expect(differences(timeless(await linesOf(await workbook.save())), timeless(expected.lines))).toEqual([]);
});
