import { readFile } from "node:fs/promises";
import { samplePath } from "../acceptance/samples";
import { Folder } from "../cli/run-rebill";
import { testInDepth } from "../depth";
import { HostWorkbook } from "../host/model";
import { townBytes, townFile } from "../workbook/office/town";
import { commandLine } from "./command-line";
import { openExcel, openSample, selection, tabs, useBrowser } from "./open-excel";
import { differences, linesOf, timeless } from "./workbook-lines";

useBrowser();
const folder = new Folder();

test("a point leads to its cell; corrected, read again and generated, the workbook is the command line's of the corrected file", async () => {
  const file = "anomalies-2014.xlsx";
  const bytes = new Uint8Array(await readFile(samplePath(file)));
  const { workbook, person } = await openExcel(bytes, file);
  await person.reads(2014);
  expect(await person.title()).toBe("9 points à corriger, 5 à vérifier");
  await person.pane.getByRole("button", { name: /Chalezeulle.*Inventaire 2014!A5/s }).click();
  await person.press("pane-act-goto", { cell: "A5" });
  await person.pane.getByText("Cellule A5 de la feuille Inventaire 2014 sélectionnée.").waitFor();
  expect(selection({ workbook })).toBe("Inventaire 2014!A5");

  const correct = ({ type }: { type(address: string, input: string | number): void }) => {
    type("A5", "Chalezeule");
    type("F7", 4);
  };
  correct({ type: (address, input) => workbook.type("Inventaire 2014", address, input) });
  await person.seesCorrected("7 points à corriger, 5 à vérifier");
  await person.generates();

  const corrected = await HostWorkbook.open(bytes, file);
  correct({ type: (address, input) => corrected.type("Inventaire 2014", address, input) });
  const expected = await commandLine(folder, await corrected.save(), file, 2014);
  expect(differences(timeless(await linesOf(await workbook.save())), timeless(expected.lines))).toEqual([]);
});

testInDepth("the user's own formulas still refer to the right documents and names after a correction", async () => {
  const { workbook, person } = await openSample("anomalies-2014");
  await person.reads(2014);
  await person.generates();
  workbook.book.addSheet("Mon suivi");
  workbook.type("Mon suivi", "A1", "=ORDICLASSE_TITRE");
  workbook.type("Mon suivi", "A2", "=ORDICLASSE_DU_25014+0"); // Amagney
  workbook.type("Mon suivi", "A3", "='Fiche Amagney'!A2");
  await workbook.calculate();
  const title = workbook.cell("Mon suivi", "A3");
  expect(title).toContain("Amagney");
  expect(workbook.cell("Mon suivi", "A1")).toBeCloseTo(13409.51, 6);
  const due = Number(workbook.cell("Mon suivi", "A2"));

  workbook.type("Inventaire 2014", "F4", 15); // Amagney: three postes more
  await person.opensStep("controle");
  await person.press("pane-act-reread");
  await person.pane.getByText("À relire").waitFor({ state: "hidden" });
  await person.generates();
  await workbook.calculate();
  const added = 3 * 36.86;
  expect(workbook.cell("Mon suivi", "A1")).toBeCloseTo(13409.51 + added, 6);
  expect(workbook.cell("Mon suivi", "A2")).toBeCloseTo(due + added, 6);
  expect(workbook.cell("Mon suivi", "A3")).toBe(title);
  expect(workbook.formula("Mon suivi", "A3")).toBe("='Fiche Amagney'!A2");
});

/** Three schools beside a sheet of the user's own: three fiches and five other documents. */
const openTown = async () => openExcel(await townBytes({ Beure: 2, Saône: 3, Thise: 4 }), townFile);

testInDepth("« Annuler la génération » puts back the generation before, then the workbook without any", async () => {
  const excel = await openTown();
  const { workbook, person } = excel;
  await person.reads(2014);
  await person.generates();
  const first = await linesOf(await workbook.save());

  workbook.type("Parc", "D2", 15);
  await person.opensStep("controle");
  await person.press("pane-act-reread");
  await person.pane.getByText("À relire").waitFor({ state: "hidden" });
  await person.generates();
  expect(differences(await linesOf(await workbook.save()), first)).not.toEqual([]);

  await person.press("pane-act-undo");
  await person.seesCode("pane-undo-title");
  await person.press("pane-undo-yes");
  await person.seesCode("pane-undone-title");
  workbook.type("Parc", "D2", 2);
  expect(differences(await linesOf(await workbook.save()), first)).toEqual([]);
});

testInDepth("undoing the first generation leaves the user's sheets alone", async () => {
  const excel = await openTown();
  const { workbook, person } = excel;
  const before = await linesOf(await workbook.save());
  await person.reads(2014);
  await person.generates();
  expect(tabs(excel)).toHaveLength(2 + 8);
  await person.press("pane-act-undo");
  await person.press("pane-undo-yes");
  await person.seesCode("pane-undone-title");
  expect(tabs(excel)).toEqual(["Parc", "Suivi"]);
  expect(differences(await linesOf(await workbook.save()), before)).toEqual([]);
});

testInDepth("« Annuler » during a generation leaves everything as it was", async () => {
  const { host, workbook, person } = await openTown();
  await person.reads(2014);
  const before = await linesOf(await workbook.save());
  await person.asksGeneration();
  // Long enough for a slow machine to press in time.
  host.delay = 3000;
  await person.confirms();
  await person.seesCode("pane-generating-title");
  await person.press("pane-act-cancel");
  host.mend();
  await person.seesCode("pane-cancelled-title");
  expect(await person.text()).toContain("Rien n’a été changé dans le classeur.");
  expect(differences(await linesOf(await workbook.save()), before)).toEqual([]);
});
