import { atDepth } from "../depth";
import { townBytes, townFile } from "../workbook/office/town";
import { openExcel, useBrowser, type OpenExcel } from "./open-excel";
import { differences, linesOf } from "./workbook-lines";

useBrowser();

/** Generated once, so that a fault has something to spoil; then asked again. */
async function askedAgain(): Promise<OpenExcel & { readonly before: readonly string[] }> {
  const excel = await openExcel(await townBytes({ Beure: 2, Saône: 3 }), townFile);
  const { workbook, person } = excel;
  await person.reads(2014);
  await person.generates();
  const before = await linesOf(await workbook.save());
  await person.press("pane-act-back");
  await person.asksGeneration();
  return { ...excel, before };
}

async function protectedSheet(): Promise<void> {
  const { workbook, person, before } = await askedAgain();
  workbook.sheet("Fiche Beure").isProtected = true;
  await person.confirms();
  await person.sees(/La génération s’est arrêtée/);
  expect(await person.text()).toMatch(/Fiche Beure.*protégée/);
  expect(await person.text()).toMatch(/Rien n’a été changé|remises en place/);
  workbook.sheet("Fiche Beure").isProtected = false;
  expect(differences(await linesOf(await workbook.save()), before)).toEqual([]);
  await person.press("pane-act-retry");
  await person.sees(person.anyCount("pane-done-title"));
}

async function editedCell(): Promise<void> {
  const { host, workbook, person, before } = await askedAgain();
  host.cellEditing = true;
  await person.confirms();
  await person.sees("Une cellule est en cours de saisie");
  expect(await person.text()).toContain("Échap");
  host.cellEditing = false;
  expect(differences(await linesOf(await workbook.save()), before)).toEqual([]);
  await person.press("pane-act-continue");
  await person.sees(person.anyCount("pane-done-title"));
}

async function busyExcel(): Promise<void> {
  const { host, workbook, person, before } = await askedAgain();
  host.failAt(1, { code: 5102, when: "before", forever: true });
  await person.confirms();
  await person.sees(/La génération s’est arrêtée/);
  expect(await person.text()).toMatch(/Excel/);
  host.mend();
  expect(differences(await linesOf(await workbook.save()), before)).toEqual([]);
  await person.press("pane-act-retry");
  await person.sees(person.anyCount("pane-done-title"));
}

const faults: readonly (readonly [string, () => Promise<void>])[] = [
  ["a protected sheet: what and where, nothing changed, and a retry that succeeds once it is lifted", protectedSheet],
  ["a cell being edited: Excel waits, nothing changed, and « Continuer » goes on", editedCell],
  ["an Excel that is too busy: told so, nothing changed, and a retry that succeeds", busyExcel],
];

test.each(atDepth(faults.slice(1, 2), faults))("%s", (_fault, happens) => happens());
