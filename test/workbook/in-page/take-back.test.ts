import { amagney, headers, smallWorkbook } from "../../cli/small-workbook";
import {
  generateIt,
  heldInWorker,
  join,
  readIt,
  savedBytes,
  sessionOn,
  type HeldSession,
  type Joined,
} from "./held-session";

let joined: Joined;
beforeEach(() => (joined = join()));
afterEach(() => joined.close());

const same = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(Buffer.from(other));
const open = (bytes: Uint8Array, file = "parc.xlsx") =>
  sessionOn(bytes, file, (given, name) => heldInWorker(given, name, joined));
/** The standard workstations of the only school, D2. */
const correct = async ({ held, corrected }: HeldSession, value: number | null, sheet = "Parc") => {
  expect(await held.edit([{ sheet, row: 1, column: 3, value }])).toEqual({ ok: true });
  corrected();
};
const postes = ({ held }: HeldSession) => held.open.cells.sheets[0]!.rows[1]![3] ?? null;
const generate = async (page: HeldSession) => {
  await readIt(page);
  await generateIt(page);
  expect(page.session.state.ending.kind).toBe("done");
};
const cell = { kind: "cells", sheet: "Parc", block: { top: 1, left: 3, bottom: 1, right: 3 } };

test("corrections are taken back one by one, up to the file as it was opened, byte for byte", async () => {
  const bytes = await smallWorkbook();
  const page = await open(bytes);
  expect(page.held.last).toBeNull();
  await correct(page, 12);
  const once = await savedBytes(page.held);
  await correct(page, null);
  expect([postes(page), page.held.last]).toEqual([null, cell]);
  expect(await page.held.takeBack()).toEqual({ ok: true });
  expect([postes(page), page.held.last, same(await savedBytes(page.held), once)]).toEqual([12, cell, true]);
  expect(await page.held.takeBack()).toEqual({ ok: true });
  expect([postes(page), page.held.last, same(await savedBytes(page.held), bytes)]).toEqual([10, null, true]);
  // A bug of who asks, who knows that there is nothing: the workbook stays.
  expect(await page.held.takeBack()).toMatchObject({ ok: false, anomaly: { code: "pane-unexpected" } });
  expect(same(await savedBytes(page.held), bytes)).toBe(true);
});

test("past a generation, it is the generation that comes; undone, what was corrected before it and since can be taken back", async () => {
  const bytes = await smallWorkbook();
  const page = await open(bytes);
  await correct(page, 11);
  await generate(page);
  expect(page.held.last).toEqual({ kind: "generation" });
  const made = await savedBytes(page.held);
  await correct(page, 12);
  expect(page.held.last).toEqual(cell);
  await page.held.takeBack();
  expect([page.held.last, same(await savedBytes(page.held), made)]).toEqual([{ kind: "generation" }, true]);

  await correct(page, 13);
  await page.session.run.undo();
  expect([postes(page), page.held.last]).toEqual([13, cell]);
  await page.held.takeBack();
  await page.held.takeBack();
  expect([postes(page), page.held.last, same(await savedBytes(page.held), bytes)]).toEqual([10, null, true]);
});

test("undone changes are done again step by step, to the same bytes, until something else is done", async () => {
  const page = await open(await smallWorkbook());
  const edits = [12, 5].map((value, at) => ({ sheet: "Parc", row: 1, column: 3 - at, value }));
  await page.held.edit(edits);
  await page.held.addSheet("Notes", [["Vu"]], [10]);
  const all = await savedBytes(page.held);
  expect(page.held.undone).toBeNull();
  await page.held.takeBack();
  await page.held.takeBack();
  expect([postes(page), page.held.undone]).toEqual([10, { ...cell, block: { ...cell.block, left: 2 } }]);
  await page.held.redo();
  expect([postes(page), page.held.undone]).toEqual([12, { kind: "sheet", sheet: "Notes" }]);
  await page.held.redo();
  expect([page.held.undone, same(await savedBytes(page.held), all)]).toEqual([null, true]);

  await page.held.takeBack();
  await correct(page, 13);
  expect(page.held.undone).toBeNull();
  expect(await page.held.redo()).toMatchObject({ ok: false, anomaly: { code: "pane-unexpected" } });
});

test("changes undone before a generation are not done again after it, nor after it is undone", async () => {
  const page = await open(await smallWorkbook());
  await correct(page, 12);
  await page.held.takeBack();
  await generate(page);
  expect(page.held.undone).toBeNull();
  await correct(page, 13);
  await page.held.takeBack();
  await page.session.run.undo();
  expect([postes(page), page.held.undone]).toEqual([10, null]);
});

test("once all that no file has is taken back, nothing is left to save; one step further back, there is", async () => {
  const page = await open(await smallWorkbook());
  const unsaved = () => page.held.hasUnsaved;
  const save = async () => {
    await page.held.bytes();
    page.held.saved();
  };
  await correct(page, 11);
  expect(unsaved()).toBe(true);
  await page.held.takeBack();
  expect(unsaved()).toBe(false);
  await correct(page, 11);
  await correct(page, 12);
  await save();
  expect(unsaved()).toBe(false);
  await page.held.takeBack();
  expect(unsaved()).toBe(true);
  // As many steps from the start as what was saved, and not the same.
  await correct(page, 13);
  expect(unsaved()).toBe(true);
  await page.held.takeBack();
  await page.held.takeBack();
  expect([postes(page), unsaved()]).toEqual([10, true]);
});

test("a generation that is undone from under a correction is never taken for what was saved", async () => {
  const page = await open(await smallWorkbook());
  await correct(page, 11);
  await generate(page);
  await page.held.bytes();
  page.held.saved();
  await correct(page, 12);
  await page.session.run.undo();
  for (const left of [11, 10]) {
    await page.held.takeBack();
    expect([postes(page), page.held.hasUnsaved]).toEqual([left, true]);
  }
});

test("a sheet that was added goes; of a .csv, of which only values are taken, likewise, documents kept", async () => {
  const page = await open(Buffer.from([headers, amagney].map((row) => row.join(";")).join("\n")), "parc.csv");
  await generate(page);
  await page.held.addSheet("Notes", [["Vu"]], [10]);
  await correct(page, 12, "parc");
  expect(await page.held.takeBack()).toEqual({ ok: true });
  expect([postes(page), page.held.last]).toEqual(["10", { kind: "sheet", sheet: "Notes" }]);
  await page.held.takeBack();
  const names = page.held.open.cells.sheets.map(({ name }) => name);
  expect([names.slice(0, 3), names.includes("Notes")]).toEqual([["parc", "Récapitulatif", "Titre CAGB"], false]);
});
