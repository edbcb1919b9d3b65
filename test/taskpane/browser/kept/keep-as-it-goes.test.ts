import { defaultOptions } from "../../../../src/options";
import { keepAsItGoes } from "../../../../src/taskpane/browser/kept/keep-as-it-goes";
import { stepsHeld, type KeptWork, type WorkStore } from "../../../../src/taskpane/browser/kept/work-store";
import { smallWorkbook } from "../../../cli/small-workbook";
import {
  generateIt,
  heldInWorker,
  join,
  readIt,
  savedBytes,
  sessionOn,
  type HeldSession,
  type Joined,
} from "../../../workbook/in-page/held-session";

let joined: Joined[];
let works: Map<string, KeptWork>;
beforeEach(() => {
  joined = [];
  works = new Map();
});
afterEach(() => joined.forEach((one) => one.close()));

/** A browser that keeps work in memory, cloned as it goes in and out. */
const store: WorkStore = {
  all: () => Promise.resolve([...works.values()]),
  find: (file) => Promise.resolve([...works.values()].find((work) => stepsHeld(work, file) !== null)),
  keep: (work) => Promise.resolve(works.set(work.fingerprint, structuredClone(work))),
  forget: (fingerprint) => Promise.resolve(works.delete(fingerprint)),
};

const pupils = {
  name: "Élèves",
  rows: [
    ["Commune", "École", "Nom", "Prénom", "Classe"],
    ["Amagney", "École primaire", "MARTIN", "Zélie", "CP"],
    ["Amagney", "École primaire", "DURAND", "Noé", "CE1"],
    ["Amagney", "École primaire", "PETIT", "Ana", "CM2"],
  ],
};

async function opens(bytes: Uint8Array): Promise<HeldSession> {
  const page = await sessionOn(bytes, "parc.xlsx", (given, file) => {
    const one = join();
    joined.push(one);
    return heldInWorker(given, file, one);
  });
  keepAsItGoes(page.held, page.session, store, () => undefined);
  return page;
}

const edit = async ({ held }: HeldSession, sheet: string, row: number, column: number, value: string | number) =>
  expect(await held.edit([{ sheet, row, column, value }])).toEqual({ ok: true });
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
/** What is kept, once all that is under way is. */
const kept = async () => {
  await settled();
  return [...works.values()];
};

test("corrections and choices are kept, and done again on the same file give the same workbook, byte for byte", async () => {
  const bytes = await smallWorkbook();
  const page = await opens(bytes);
  expect(await kept()).toEqual([]);
  await readIt(page);
  await edit(page, "Parc", 1, 3, 12);
  await page.session.run.saveSettings({ ...defaultOptions, printableFiches: true });
  await edit(page, "Parc", 1, 3, 13);
  await edit(page, "Parc", 1, 2, 90);
  await page.held.takeBack();
  await readIt(page);
  const [work] = await kept();
  expect(work).toMatchObject({
    ...{ file: "parc.xlsx", at: "2014-11-25 14:03:00", cells: 1, errors: 0, hasDocuments: false, without: [] },
    view: { campaign: 2014 },
  });

  const again = await opens(bytes);
  expect(again.held.fingerprint).toBe(work!.fingerprint);
  expect(await again.held.resume(work!.steps)).toEqual({ ok: true });
  expect(again.held.hasUnsaved).toBe(true);
  expect(Buffer.from(await savedBytes(again.held)).equals(Buffer.from(await savedBytes(page.held)))).toBe(true);
  // What is taken back there leads to the file as it was opened.
  while (again.held.last !== null) await again.held.takeBack();
  expect(Buffer.from(await savedBytes(again.held)).equals(Buffer.from(bytes))).toBe(true);
});

test("documents are not kept, and what was corrected before them and since is", async () => {
  const page = await opens(await smallWorkbook());
  await readIt(page);
  await edit(page, "Parc", 1, 3, 12);
  await readIt(page);
  await generateIt(page);
  await edit(page, "Parc", 1, 2, 90);
  const [work] = await kept();
  expect([work!.hasDocuments, work!.steps.length, work!.cells]).toEqual([true, 2, 2]);
});

test("no name of a pupil is kept: what is typed in a list of them, in a sheet that is not read or is not read yet", async () => {
  const page = await opens(await smallWorkbook(undefined, [pupils, { name: "Notes", rows: [["à voir"]] }]));
  await edit(page, "Élèves", 1, 2, "LEGRAND");
  expect(await kept()).toEqual([]);
  await readIt(page);
  await edit(page, "Parc", 1, 3, 12);
  await edit(page, "Notes", 0, 0, "Zélie LEGRAND est partie");
  const [work] = await kept();
  expect(work).toMatchObject({ cells: 1, without: ["Élèves", "Notes"] });
  expect(JSON.stringify(work)).not.toMatch(/LEGRAND|Zélie|MARTIN/);
});

test("once it is in a file, or all taken back, work is forgotten", async () => {
  const page = await opens(await smallWorkbook());
  await readIt(page);
  await edit(page, "Parc", 1, 3, 12);
  expect(await kept()).toHaveLength(1);
  await page.held.bytes();
  page.held.saved();
  expect(await kept()).toEqual([]);
  await edit(page, "Parc", 1, 3, 13);
  expect(await kept()).toHaveLength(1);
  await page.held.takeBack();
  expect(await kept()).toEqual([]);
});
