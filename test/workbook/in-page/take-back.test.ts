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
const cell = { kind: "cell", sheet: "Parc", row: 1, column: 3 };

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
