import { writeGenerated } from "../../../src/workbook";
import type { EditedSheet } from "../../../src/workbook";
import { openActiveWorkbook, publish, undoPublication } from "../../../src/workbook/office";
import { testInDepth } from "../../depth";
import { HostWorkbook } from "../../host/model";
import { asideSheets, bookDigest, generationDigest } from "./digest";
import { startExcel, type ExcelInTest } from "./excel";
import { generated, modelsFor, townBytes, townFile } from "./town";
import { openedFile } from "../../opened-file";

let excel: ExcelInTest;
let billed: Uint8Array;
beforeAll(async () => {
  excel = await startExcel(townFile);
  billed = await generated(await townBytes({ Beure: 2, Saône: 3, Thise: 4 }));
});
afterAll(() => excel.close());

async function models() {
  const reading = await openActiveWorkbook();
  if (!reading.ok) throw new Error(reading.anomaly.code);
  return modelsFor(reading.workbook);
}

/** The sheets that a publication stops at; none where it goes through. */
async function stopped(accepted: readonly EditedSheet[] = []): Promise<readonly EditedSheet[]> {
  const published = await publish(await models(), {}, accepted);
  if (published.ok) return [];
  expect(published).toMatchObject({ cancelled: false, anomaly: null, after: "untouched" });
  return published.edited!;
}

/** What each generated sheet says of itself in hidden names. */
const sealsOf = ({ book }: HostWorkbook) =>
  book.sheets
    .filter(({ key }) => key !== null && !key.startsWith("aside"))
    .map(({ key, names }) => [
      key,
      names.filter(({ name }) => name === "ORDICLASSE_EMPREINTE").map(({ formula, visible }) => [formula, visible]),
    ]);

describe("documents that somebody changed by hand", () => {
  test("stop a generation that was not told to replace them: each sheet, its cells, and nothing done", async () => {
    const workbook = await excel.open(billed);
    workbook.type("Titre CAGB", "H50", "Mme X, adjointe aux finances");
    workbook.type("Fiche Beure", "C12", 9);
    const before = bookDigest(workbook);
    expect(await stopped()).toEqual([
      { name: "Titre CAGB", isGoing: false, cells: ["H50"], count: 1 },
      { name: "Fiche Beure", isGoing: false, cells: ["C12"], count: 1 },
    ]);
    expect(bookDigest(workbook)).toEqual(before);
    expect(asideSheets(workbook)).toEqual([]);
  });

  test("are replaced once that is accepted, and come back with the rest when the generation is undone", async () => {
    const workbook = await excel.open(billed);
    workbook.type("Titre CAGB", "H50", "Mme X");
    const before = generationDigest(workbook);
    const seals = sealsOf(workbook);
    expect(await stopped(await stopped())).toEqual([]);
    expect(workbook.cell("Titre CAGB", "H50")).toBeNull();
    expect(await undoPublication()).toEqual({ ok: true });
    expect(generationDigest(workbook)).toEqual(before);
    expect(sealsOf(workbook)).toEqual(seals);
    expect(await stopped()).toMatchObject([{ name: "Titre CAGB", cells: ["H50"] }]);
  });

  test("stop it again where they changed again after they were shown", async () => {
    const workbook = await excel.open(billed);
    workbook.type("Titre CAGB", "H50", "Mme X");
    const shown = await stopped();
    workbook.type("Titre CAGB", "H51", "M. Y");
    expect(await stopped(shown)).toMatchObject([{ name: "Titre CAGB", cells: ["H50", "H51"] }]);
  });

  testInDepth("are told where their commune went, and only for what was written into them", async () => {
    const workbook = await excel.open(billed);
    workbook.type("Parc", "A3", "Franois");
    expect(await stopped()).toEqual([]);
    await undoPublication();
    workbook.type("Fiche Saône", "J3", "vu");
    expect(await stopped()).toEqual([{ name: "Fiche Saône", isGoing: true, cells: ["J3"], count: 1 }]);
  });

  test("name twenty cells at most, and say how many there are", async () => {
    const workbook = await excel.open(billed);
    for (let row = 60; row < 100; row++) workbook.type("Fiche Beure", `B${row}`, row);
    const [fiche] = await stopped();
    expect(fiche).toMatchObject({ count: 40 });
    expect(fiche!.cells).toHaveLength(20);
  });
});

describe("documents that nobody touched", () => {
  testInDepth("stop nothing, whichever port wrote them, though the source changed", async () => {
    const workbook = await excel.open(billed);
    workbook.type("Parc", "D2", 20);
    expect(await stopped()).toEqual([]);
    workbook.type("Parc", "D2", 21);
    expect(await stopped()).toEqual([]);
    const reopened = await excel.open(await workbook.save());
    reopened.type("Parc", "D3", 22);
    expect(await stopped()).toEqual([]);
  });

  test("stop nothing where they were renamed, and formulas followed", async () => {
    const workbook = await excel.open(billed);
    await excel.page.window.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Fiche Beure").name = "Beure 2014";
      await context.sync();
    });
    expect(workbook.formula("Récapitulatif", "H7") ?? workbook.formula("Récapitulatif", "G7")).toContain("Beure 2014");
    expect(await stopped()).toEqual([]);
  });

  test("are sealed the same by both ports", async () => {
    const bytes = await townBytes({ Beure: 2, Thise: 4 });
    const workbook = await excel.open(bytes);
    const written = await models();
    expect(await publish(written)).toMatchObject({ ok: true });
    const file = await HostWorkbook.open(await writeGenerated(await openedFile(bytes, townFile), written), townFile);
    expect(sealsOf(workbook)).toEqual(sealsOf(file));
    for (const [, seals] of sealsOf(workbook))
      expect(seals).toEqual([[expect.stringMatching(/^"\d+:\d+:\d+:[\w-]+"$/), false]]);
  });
});

describe("the Journal that somebody changed by hand", () => {
  const told = async () => {
    const reading = await openActiveWorkbook();
    if (!reading.ok) throw new Error(reading.anomaly.code);
    return reading.workbook.anomalies.map(({ severity, code, sheet, cell }) => [severity, code, sheet, cell]);
  };

  test("is said, keeps its rows, and no later generation vouches for the one that was changed", async () => {
    const workbook = await excel.open(billed);
    expect(await told()).toEqual([]);
    workbook.type("Journal", "N4", 12);
    const journal = [["warning", "journal-changed", "Journal", "N4"]];
    expect(await told()).toEqual(journal);
    expect(await publish(await models())).toMatchObject({ ok: true });
    expect(await told()).toEqual(journal);
    expect(await publish(await models())).toMatchObject({ ok: true });
    expect(await told()).toEqual(journal);
  });
});
