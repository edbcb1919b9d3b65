import { writeXlsx } from "hucre/xlsx";
import { cellAt } from "../../../src/cells";
import { unzip } from "../../../src/workbook/files/package";
import { textOf } from "../../../src/workbook/files/xml";
import { amagney, headers, smallWorkbook } from "../../cli/small-workbook";
import { testInDepth } from "../../depth";
import { withPart } from "../files/rich-workbook";
import { generateIt, heldIn, readIt, savedBytes, sessionOn, type HeldSession } from "./held-session";

const file = "parc.xlsx";
const same = (one: Uint8Array, other: Uint8Array) => Buffer.from(one).equals(Buffer.from(other));
const postes = (value: number) => ({ sheet: "Parc", row: 1, column: 3, value });

async function generated(bytes: Uint8Array): Promise<HeldSession> {
  const page = await sessionOn(bytes, file);
  await readIt(page);
  await generateIt(page);
  expect(page.session.state.ending.kind).toBe("done");
  return page;
}

/** What the page gives after these steps, done in a page of its own. */
async function savedAfter(bytes: Uint8Array, ...steps: ((page: HeldSession) => Promise<unknown>)[]) {
  const page = await sessionOn(bytes, file);
  for (const step of steps) await step(page);
  return savedBytes(page.held);
}

const correct = (value: number) => async (page: HeldSession) => {
  expect(await page.held.edit([postes(value)])).toMatchObject({ ok: true });
  page.corrected();
};
const generate = async (page: HeldSession) => {
  await readIt(page);
  await generateIt(page);
  expect(page.session.state.ending.kind).toBe("done");
};

describe("an undo goes back to what was before the last generation, whatever came before and since", () => {
  testInDepth(
    "undos go back through corrections and generations, byte for byte, with the corrections kept",
    async () => {
      const bytes = await smallWorkbook();
      const page = await sessionOn(bytes, file);
      await correct(11)(page);
      await generate(page);
      await correct(12)(page);
      await generate(page);
      await page.session.run.undo();
      expect(page.session.state.ending.kind).toBe("undone");
      // The first generation, and the second correction: no more is kept to be undone.
      const once = await savedAfter(bytes, correct(11), generate, correct(12));
      expect(same(await savedBytes(page.held), once)).toBe(true);
      expect(page.held.canUndo).toBe(false);
      expect(page.session.state.documents.canUndo).toBe(false);
      // Generated again from there, it is what it was; undone at once, it is what was just left.
      await generate(page);
      await page.session.run.undo();
      expect(same(await savedBytes(page.held), once)).toBe(true);
    },
  );

  test("an undo of the first generation gives the corrected file without a trace of documents", async () => {
    const bytes = await smallWorkbook();
    const page = await generated(bytes);
    await correct(12)(page);
    await page.session.run.undo();
    expect(same(await savedBytes(page.held), await savedAfter(bytes, correct(12)))).toBe(true);
  });

  test("an undo of a .csv, read for its values only, gives back its values, corrected since", async () => {
    const bytes = Buffer.from([headers, amagney].map((row) => row.join(";")).join("\n"));
    const edit = { sheet: "parc", row: 1, column: 3, value: 12 };
    const page = await sessionOn(bytes, "parc.csv");
    await readIt(page);
    await generateIt(page);
    await page.held.edit([edit]);
    await page.session.run.undo();
    const held = await heldIn(bytes, "parc.csv");
    await held.edit([edit]);
    expect(page.held.open.cells.sheets).toEqual(held.open.cells.sheets);
    expect(same(await savedBytes(page.held), await savedBytes(held))).toBe(true);
  });
});

describe("nothing is undone when a correction could not be made again without the documents", () => {
  test("when a matrix formula reads the documents, the undo is refused with a reason; documents, correction and undo remain", async () => {
    const bytes = withPart(
      await writeXlsx({
        sheets: [
          { name: "Parc", rows: [headers, amagney] },
          { name: "Mes calculs", rows: [[1], [2]] },
        ],
      }),
      "xl/worksheets/sheet2.xml",
      (text) =>
        text
          .replace(
            /<c r="A1"[^>]*>.*?<\/c>/,
            '<c r="A1"><f t="array" ref="A1:A2">ORDICLASSE_TITRE*{1;2}</f><v>1</v></c>',
          )
          .replace(/<c r="A2"[^>]*>/, '<c r="A2">'),
    );
    const page = await generated(bytes);
    const documents = page.held.open.generatedSheets.length;
    // What the name leads to is known while the documents are there: it is not this cell.
    await correct(12)(page);
    const corrected = await savedBytes(page.held);
    await page.session.run.undo();
    expect(page.session.state.ending).toMatchObject({ kind: "undo-failed", anomaly: { code: "file-undo-refused" } });
    expect(same(await savedBytes(page.held), corrected)).toBe(true);
    expect(page.held.open.generatedSheets).toHaveLength(documents);
    expect(cellAt(page.held.open.cells.sheets[0]!, 1, 3)).toBe(12);
    expect(page.held.canUndo).toBe(true);
  });
});

describe("a document that somebody changed", () => {
  const written = { number: "", date: "25/11/2014", bordereau: "12", titre: "148" };

  /** A generated workbook in which somebody typed « vu » beside what these sheets hold. */
  async function typedIn(...saying: readonly string[]): Promise<HeldSession> {
    let bytes = await savedBytes((await generated(await smallWorkbook())).held);
    for (const words of saying) bytes = withWord(bytes, words);
    const page = await sessionOn(bytes, file);
    await readIt(page);
    return page;
  }

  /** Adds a row to the sheet whose part holds these words. */
  function withWord(bytes: Uint8Array, words: string): Uint8Array {
    const [path] = [...unzip(bytes)].find(
      ([path, part]) => /sheet\d+\.xml$/.test(path) && textOf(part).includes(words),
    )!;
    const row = '<row r="99"><c r="Z99" t="inlineStr"><is><t>vu</t></is></c></row>';
    return withPart(bytes, path, (text) => text.replace("</sheetData>", `${row}</sheetData>`));
  }
  const titre = "Arrêté le présent état";
  const journal = "Journal des générations";

  test("stays as it is beside an état that is marked as issued, which is told in the Journal alone; and it can be undone", async () => {
    const page = await typedIn(titre);
    const before = await savedBytes(page.held);
    expect(await page.session.run.markAsIssued(written)).toEqual([]);
    const sheets = new Map(page.held.open.cells.sheets.map((sheet) => [sheet.name, sheet]));
    expect(cellAt(sheets.get("Titre CAGB")!, 98, 25)).toBe("vu");
    expect(JSON.stringify(sheets.get("Journal")!.rows)).toContain("148");
    await page.session.run.undo();
    expect(same(await savedBytes(page.held), before)).toBe(true);
  });

  test("is no reason not to mark it; a Journal that somebody changed is, and nothing is written", async () => {
    const page = await typedIn(journal, titre);
    const before = page.held.open;
    expect(await page.session.run.markAsIssued(written)).toMatchObject([
      { code: "pane-issue-journal-edited", params: { sheet: "Journal", cells: "Z99" } },
    ]);
    expect(page.held.open).toBe(before);
    expect(page.held.hasUnsaved).toBe(false);
  });

  test("is shown before a generation replaces it, and replaced once that is accepted", async () => {
    const page = await typedIn(titre);
    const [before, bytes] = [page.held.open, await savedBytes(page.held)];
    await generateIt(page);
    expect(page.session.state.ending).toMatchObject({
      kind: "edited",
      sheets: [{ name: "Titre CAGB", cells: ["Z99"], isGoing: false }],
    });
    expect(page.held.open).toBe(before);
    await page.session.run.replaceEdits();
    expect(page.session.state.ending.kind).toBe("done");
    const made = page.held.open.cells.sheets.find(({ name }) => name === "Titre CAGB")!;
    expect(cellAt(made, 98, 25)).toBeNull();
    await page.session.run.undo();
    expect(same(await savedBytes(page.held), bytes)).toBe(true);
  });
});

describe("operations asked at once are done in turn, and none is lost", () => {
  test("two corrections, a generation and an undo asked at once are done in turn", async () => {
    const bytes = await smallWorkbook();
    const page = await sessionOn(bytes, file);
    await readIt(page);
    const { held } = page;
    await Promise.all([
      held.edit([postes(12)]),
      held.edit([{ sheet: "Parc", row: 1, column: 2, value: 101 }]),
      held.generate([]),
      held.edit([{ sheet: "Parc", row: 1, column: 1, value: "École maternelle" }]),
      held.undo(),
    ]);
    expect(held.open.cells.sheets[0]!.rows[1]!.slice(0, 4)).toEqual(["Amagney", "École maternelle", 101, 12]);
    expect(held.open.generatedSheets).toEqual([]);
  });

  test("a correction made while the file is being saved is still to be saved", async () => {
    const held = await heldIn(Buffer.from("Commune;Postes\nAmagney;10\n"), "parc.csv");
    await held.edit([{ sheet: "parc", row: 1, column: 1, value: 11 }]);
    const saving = held.bytes();
    const correcting = held.edit([{ sheet: "parc", row: 1, column: 1, value: 12 }]);
    const saved = await saving;
    if (!saved.ok) throw new Error(saved.anomaly.code);
    await correcting;
    held.saved();
    expect((await heldIn(saved.bytes, "parc.xlsx")).open.cells.sheets[0]!.rows[1]).toEqual(["Amagney", 11]);
    expect(held.hasUnsaved).toBe(true);
    await held.bytes();
    held.saved();
    expect(held.hasUnsaved).toBe(false);
  });
});
