import { readFile } from "node:fs/promises";
import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import { CellError } from "../../../src/cells";
import type { OpenWorkbook } from "../../../src/workbook";
import { WorkbookInWorker, type PageWorkbook } from "../../../src/workbook/in-page";
import { HeldWorkbook, serveWorkbook } from "../../../src/workbook/in-worker";
import { amagney, headers } from "../../cli/small-workbook";
import { samplePath } from "../../acceptance/samples";
import { generateIt, heldInWorker, join, readIt, savedBytes, sessionOn, type Joined } from "./held-session";
import { openedFile } from "../../opened-file";

let joined: Joined;
beforeEach(() => {
  joined = join();
});
afterEach(() => joined.close());

const parc = () => writeXlsx({ sheets: [{ name: "Parc", rows: [headers, amagney] }] });

/** The same data, whichever thread made its maps and sets. */
function plain(value: unknown): unknown {
  const isCollection = (one: unknown) => /Map|Set/.test(Object.prototype.toString.call(one));
  return JSON.parse(JSON.stringify(value, (_, one) => (isCollection(one) ? [...(one as Iterable<unknown>)] : one)));
}

/** What a page shows of a workbook: all that is known of it, but for what only writing needs. */
function shown({ source: _, ...rest }: OpenWorkbook): PageWorkbook["open"] {
  return rest;
}

async function opened(bytes: Uint8Array, file: string): Promise<unknown> {
  return plain(shown(await openedFile(bytes, file)));
}

/** Counts the rows that come from the worker from now on. */
function countRows({ page }: Joined): () => number {
  let rows = 0;
  const receive = page.onmessage!.bind(page);
  page.onmessage = (event) => {
    const told = event.data as { readonly kind: string; readonly piece?: { readonly lengths: Uint32Array } };
    rows += told.piece?.lengths.length ?? 0;
    return receive(event);
  };
  return () => rows;
}

describe("a workbook comes whole from the worker", () => {
  test("values, dates, money, formulas, hidden rows and merged cells come whole from the worker", async () => {
    const error: WriteSheet["cells"] = new Map([
      ["0,1", { value: 41944, style: { numFmt: "dd/mm/yyyy" } }],
      ["1,0", { value: 3, formula: "SUM(A1:A1)", formulaResult: 3 }],
      ["1,1", { value: 12.5, style: { numFmt: '#,##0.00 "€"' } }],
    ]);
    const sheets: WriteSheet[] = [
      {
        name: "Tout",
        rows: [
          [3, 41944, "Amagney", true, false, null],
          [3, 12.5, "Amagney", "", "#N/A", "é€😀"],
        ],
        cells: error,
        merges: [{ startRow: 0, startCol: 2, endRow: 0, endCol: 3 }],
        rowDefs: new Map([[1, { hidden: true }]]),
      },
      { name: "Vide", rows: [] },
    ];
    const bytes = await writeXlsx({ sheets });
    const held = await heldInWorker(bytes, "tout.xlsx", joined);
    expect(plain(held.open)).toEqual(await opened(bytes, "tout.xlsx"));
    expect(held.open.cells.sheets[0]!.facts!.dates.has(0, 1)).toBe(true);
    expect(held.hasUnsaved).toBe(false);
  });

  test("errors of cells are errors again", async () => {
    const bytes = await readFile(samplePath("anomalies-2014.xlsx"));
    const held = await heldInWorker(bytes, "anomalies-2014.xlsx", joined);
    expect(plain(held.open)).toEqual(await opened(bytes, "anomalies-2014.xlsx"));
    const errors = held.open.cells.sheets
      .flatMap(({ rows }) => rows.flat())
      .filter((cell) => cell instanceof CellError);
    expect(errors.length).toBeGreaterThan(0);
  });

  test("a long one in pieces, which are followed up to the last row", async () => {
    // 6,000 rows of 8 cells: 48,000 cells, of which a piece takes a third at most.
    const text = Array.from({ length: 6_000 }, (_, row) => `${row};a;b;c;d;e;f;g${row}`).join("\n");
    serveWorkbook(joined.worker);
    const followed: [number, number][] = [];
    const read = await WorkbookInWorker.open(joined.page, Buffer.from(text), "parc.csv", (done, total) =>
      followed.push([done, total]),
    );
    if (!read.ok) throw new Error(read.anomaly.code);
    expect(plain(read.workbook.open)).toEqual(await opened(Buffer.from(text), "parc.csv"));
    expect(followed.length).toBeGreaterThan(2);
    expect(followed.at(-1)).toEqual([6_000, 6_000]);
  });
});

describe("how sheets look comes when it is asked for", () => {
  test("each cell looks as its file says; what comes later is told, and a correction changes none of it", async () => {
    const name = "anomalies-2014.xlsx";
    const bytes = await readFile(samplePath(name));
    const held = await heldInWorker(bytes, name, joined);
    const there = new HeldWorkbook(await openedFile(bytes, name));
    const sheet = there.open.cells.sheets[0]!;
    const wanted = there.looks.sheet(sheet.name)!;
    expect(held.looks.sheet(sheet.name)).toBeNull();
    await new Promise<void>((resolve) => held.subscribe(resolve));
    const look = held.looks.sheet(sheet.name)!;
    const cells = sheet.rows.flatMap((cells, row) => cells.map((_, column) => [row, column] as const));
    expect(cells.map(([row, column]) => look.look(row, column))).toEqual(
      cells.map(([row, column]) => wanted.look(row, column)),
    );
    expect(plain(look.widths)).toEqual(plain(wanted.widths));
    expect(plain(held.looks.tabColours)).toEqual(plain(there.looks.tabColours));
    await held.edit([{ sheet: sheet.name, row: 6, column: 5, value: 4 }]);
    expect(held.looks.sheet(sheet.name)).toBe(look);
  });
});

describe("each operation goes to the worker, and its result comes back", () => {
  test("a correction brings its row alone, a generation its documents alone, an undo no row", async () => {
    const page = await sessionOn(await parc(), "parc.xlsx", (bytes, file) => heldInWorker(bytes, file, joined));
    const afterCorrection = countRows(joined);
    expect(await page.held.edit([{ sheet: "Parc", row: 1, column: 3, value: 12 }])).toEqual({ ok: true });
    expect(afterCorrection()).toBe(1);
    expect(page.held.open.cells.sheets[0]!.rows[1]![3]).toBe(12);
    expect(page.held.hasUnsaved).toBe(true);

    await readIt(page);
    const afterGeneration = countRows(joined);
    await generateIt(page);
    expect(page.session.state.ending.kind).toBe("done");
    const { sheets } = page.held.open.cells;
    const { journalRows } = page.held.open;
    const documents = sheets.slice(1).reduce((sum, { rows }) => sum + rows.length, journalRows.length);
    expect(afterGeneration()).toBe(documents);
    expect(plain(page.held.open)).toEqual(await opened(await savedBytes(page.held), "parc.xlsx"));

    const afterUndo = countRows(joined);
    await page.session.run.undo();
    expect(page.held.open.cells.sheets.map(({ name }) => name)).toEqual(["Parc"]);
    expect(afterUndo()).toBe(0);
  });

  test("a correction that is refused says why, and leaves the workbook as it was", async () => {
    const held = await heldInWorker(await parc(), "parc.xlsx", joined);
    const before = held.open;
    expect(await held.edit([{ sheet: "Ailleurs", row: 0, column: 0, value: 1 }])).toEqual({
      ok: false,
      why: "no-sheet",
    });
    expect(held.open).toBe(before);
    expect(held.hasUnsaved).toBe(false);
  });
});

describe("a generation that the user stops leaves the workbook as it was", () => {
  test.each(["check", "publish"] as const)(
    "a generation stopped before %s leaves the workbook as it was, and the next one is what it would have been",
    async (moment) => {
      const bytes = await parc();
      const page = await sessionOn(bytes, "parc.xlsx", (given, file) => heldInWorker(given, file, joined));
      await readIt(page);
      const told = new Set<string>();
      page.session.store.subscribe(() => {
        const { work } = page.session.state;
        if (work.kind !== "generating" || work.progress === null) return;
        const { stage } = work.progress;
        const isFirst = !told.has(stage);
        told.add(stage);
        if (isFirst && stage === moment && !work.cancelling) page.session.run.cancel();
      });
      await generateIt(page);
      expect([...told]).toEqual(expect.arrayContaining(["read", "prepare", "write", moment]));
      expect(page.session.state.ending).toEqual({ kind: "cancelled", after: "untouched" });
      expect(page.held.open.generatedSheets).toEqual([]);
      expect([page.held.canUndo, page.held.hasUnsaved]).toEqual([false, false]);
      expect(Buffer.from(await savedBytes(page.held)).equals(Buffer.from(bytes))).toBe(true);
      await generateIt(page);
      expect(page.session.state.ending.kind).toBe("done");
    },
  );
});

describe("a failure in the worker is an answer, never a wait", () => {
  test("a file that cannot be used, and a damaged one, are answered", async () => {
    serveWorkbook(joined.worker);
    const refused = await WorkbookInWorker.open(joined.page, Buffer.from("%PDF-1.7"), "parc.xlsx");
    expect(refused).toMatchObject({ ok: false, anomaly: { code: "file-not-a-workbook" } });
    const again = await WorkbookInWorker.open(joined.page, new Uint8Array((await parc()).slice(0, 900)), "parc.xlsx");
    expect(again).toMatchObject({ ok: false, anomaly: { code: "file-corrupt" } });
  });

  test("a bug in the worker is reported, and the next operation is done", async () => {
    const held = await heldInWorker(await parc(), "parc.xlsx", joined);
    const bug = await held.edit(null as never);
    expect(bug).toMatchObject({ ok: false, anomaly: { code: "pane-unexpected" } });
    expect(await held.edit([{ sheet: "Parc", row: 1, column: 3, value: 12 }])).toEqual({ ok: true });
  });

  test("when the worker stops, this operation and later ones are answered; the cells stay in view", async () => {
    const held = await heldInWorker(await parc(), "parc.xlsx", joined);
    const asked = held.bytes();
    joined.page.onerror!({ message: "arrêté", preventDefault: () => undefined } as ErrorEvent);
    const stopped = { ok: false, anomaly: { code: "pane-unexpected", params: { detail: "arrêté" } } };
    expect(await asked).toMatchObject(stopped);
    expect(await held.edit([])).toMatchObject(stopped);
    expect(held.open.cells.sheets[0]!.rows[0]).toEqual(headers);
  });
});

test("a correction made while the worker makes the file is still to be saved", async () => {
  const held = await heldInWorker(await parc(), "parc.xlsx", joined);
  const postes = (value: number) => [{ sheet: "Parc", row: 1, column: 3, value }];
  await held.edit(postes(11));
  const [saving, correcting] = [held.bytes(), held.edit(postes(12))];
  const saved = await saving;
  if (!saved.ok) throw new Error(saved.anomaly.code);
  await correcting;
  held.saved();
  expect(held.hasUnsaved).toBe(true);
  await held.bytes();
  held.saved();
  expect(held.hasUnsaved).toBe(false);
});
