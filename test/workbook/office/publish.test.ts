import { markIssued } from "../../../src/billing";
import { ledgerOf } from "../../../src/documents";
import type { Progress } from "../../../src/workbook";
import { openActiveWorkbook, publish, tidyUp, undoPublication } from "../../../src/workbook/office";
import { testInDepth } from "../../depth";
import type { HostWorkbook } from "../../host/model";
import { made } from "../../made";
import { asideSheets, bookDigest } from "./digest";
import { sentBy } from "./excel";
import { useTown } from "./use-town";
import { modelsFor, publishRead, readOpen } from "./town";
import { tabsOf } from "../../tabs";

const given = useTown();

const names = ({ book }: HostWorkbook) =>
  book.sheets.filter(({ key }) => key === null || !key.startsWith("aside")).map(({ name }) => name);

describe("a generation over another one", () => {
  test("leaves the user's cells, and the formulas with which they follow our sheets", async () => {
    const workbook = await given.excel.open(given.billed);
    // 2 postes of Beure: 2 × 36,86 € of maintenance owed by the commune, and one server's nothing.
    workbook.type("Suivi", "D1", "='Fiche Beure'!G12+'Récapitulatif'!C7");
    workbook.type("Suivi", "D2", "=ORDICLASSE_TITRE");
    const before = workbook.userCells().find(({ name }) => name === "Parc");
    const sheet = workbook.sheet("Fiche Beure");
    workbook.type("Parc", "D2", 20);
    const models = await publishRead();
    expect(workbook.sheet("Fiche Beure")).toBe(sheet);
    expect(workbook.formula("Suivi", "D1")).toContain("Fiche Beure");
    expect(workbook.formula("Suivi", "D1")).not.toContain("#REF!");
    const due = workbook.cell("Récapitulatif", "C7");
    expect(due).toBeCloseTo(20 * 36.86, 8);
    const titre = models.find(({ key }) => key === "titre")!;
    const { row, column } = titre.names.find(({ name }) => name === "ORDICLASSE_TITRE")!;
    expect(workbook.cell("Suivi", "D2")).toBeCloseTo(Number(titre.rows[row]!.cells[column]!.value), 8);
    expect(workbook.userCells().find(({ name }) => name === "Parc")!.cells).toEqual({ ...before!.cells, "1,3": 20 });
  });

  test("removes the sheet of a commune that went, adds the one that came, last, and their names follow", async () => {
    const workbook = await given.excel.open(given.billed);
    workbook.type("Parc", "A3", "Franois");
    await publishRead();
    expect(names(workbook)).toEqual(["Parc", "Suivi", ...tabsOf(["Beure", "Thise"]), "Fiche Franois"]);
    const due = workbook.book.names.map(({ name }) => name).filter((name) => name.startsWith("ORDICLASSE_DU"));
    expect(due.sort()).toEqual(["ORDICLASSE_DU_25058", "ORDICLASSE_DU_25258", "ORDICLASSE_DU_25560"]);
    expect(workbook.sheet("Fiche Franois").visibility).toBe("Visible");
    expect(workbook.sheet("Récapitulatif").charts).toHaveLength(2);
  });

  testInDepth(
    "stretches the charts to the rows that came, and shrinks them back when the generation is undone",
    async () => {
      const workbook = await given.excel.open(given.billed);
      const rows = (sheet: string) =>
        workbook
          .sheet(sheet)
          .charts.map(({ series, anchor }) => [
            series.map(({ values, categories }) => [values!.top, values!.bottom, categories!.bottom]),
            anchor.top,
          ]);
      const all = () => ["Récapitulatif", "Répartition"].map(rows);
      const before = all();
      workbook.type("Parc", "A5", "Franois");
      workbook.type("Parc", "B5", "École");
      workbook.type("Parc", "C5", 10);
      workbook.type("Parc", "D5", 1);
      await publishRead();
      expect(all()).not.toEqual(before);
      // Four communes from row 7 on, their total, and the shares of the titre in row 12; a sentence, seven rows of bars, then
      // the ranking of the four from row 24 on.
      expect(rows("Récapitulatif").map(([series]) => series)).toEqual([
        [
          [11, 11, 11],
          [11, 11, 11],
        ],
        [
          [23, 26, 26],
          [23, 26, 26],
        ],
      ]);
      expect(await undoPublication()).toEqual({ ok: true });
      expect(all()).toEqual(before);
    },
  );

  test("a generation of another campaign replaces the former one, and the journal keeps both runs", async () => {
    const workbook = await given.excel.open(given.billed);
    await publishRead({ year: 2015, when: "2015-11-25 10:00" });
    expect([workbook.cell("Journal", "B4"), workbook.cell("Journal", "B5")]).toEqual([2014, 2015]);
    expect((await readOpen()).journalRows).toHaveLength(5);
  });

  test("a Journal written alone, to mark an état as issued, leaves the other documents as they are, and can be undone", async () => {
    const workbook = await given.excel.open(given.billed);
    const before = await readOpen();
    const note = { number: null, date: { year: 2014, month: 11, day: 28 }, bordereau: null, titre: "345" };
    const { journal } = made(markIssued(before, note, "2014-11-28 09:00"));
    expect(await publish([journal], {}, [])).toMatchObject({ ok: true });
    const after = await readOpen();
    expect(names(workbook)).toEqual(before.cells.sheets.map(({ name }) => name));
    expect(after.ownAmounts).toEqual(before.ownAmounts);
    expect(ledgerOf(after.journalRows, after.runRecord).issued).toMatchObject([{ version: 1, titre: "345" }]);
    expect(await undoPublication()).toEqual({ ok: true });
    expect(await readOpen()).toEqual(before);
  });

  test("keeps a journal that no model replaces", async () => {
    const workbook = await given.excel.open(given.billed);
    const models = modelsFor(await readOpen()).filter(({ key }) => key !== "journal");
    expect(await publish(models)).toMatchObject({ ok: true });
    expect(names(workbook)).toContain("Journal");
    expect(workbook.cell("Journal", "B4")).toBe(2014);
  });

  test("clears what the previous one, or a user, had put below, beside, and hidden", async () => {
    const workbook = await given.excel.open(given.billed);
    workbook.type("Fiche Beure", "K80", "note");
    const sheet = workbook.sheet("Fiche Beure");
    sheet.hiddenRows.add(3);
    sheet.rowHeights.set(90, 44);
    await publishRead();
    expect(workbook.cell("Fiche Beure", "K80")).toBeNull();
    expect([sheet.hiddenRows.size, sheet.rowHeights.has(90)]).toEqual([0, false]);
  });

  test("leaves a sheet that the user copied from ours to the user, and marks it as theirs", async () => {
    const workbook = await given.excel.open(given.billed);
    await given.excel.page.window.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Fiche Saône").copy("Beginning");
      await context.sync();
    });
    const copy = workbook.book.sheets[0]!;
    const cells = workbook.cell(copy.name, "A1");
    workbook.type("Parc", "A3", "Franois");
    const reading = await readOpen();
    expect(reading.cells.sheets[0]!.generatedKey).toBe(workbook.sheet("Fiche Saône").key);
    expect(reading.userSheetNames).toContain(copy.name);
    await publishRead();
    expect(names(workbook)).toContain(copy.name);
    expect(names(workbook)).not.toContain("Fiche Saône");
    expect([copy.key, workbook.cell(copy.name, "A1")]).toEqual([expect.stringMatching(/^copie:fiche-/), cells]);
  });
});

describe("a run that the user cancels", () => {
  test("a run cancelled at any request before the last leaves everything as it was, without a message", async () => {
    const models = await (async () => {
      await given.excel.open(given.billed);
      return modelsFor(await readOpen(), { when: "2014-12-01 10:00" });
    })();
    const workbook = await given.excel.open(given.billed);
    const before = bookDigest(workbook);
    let asked = 0;
    let cancelled = 0;
    for (let at = 1; ; at++) {
      asked = 0;
      const outcome = await publish(models, { isCancelled: () => ++asked >= at });
      if (outcome.ok) break;
      expect(outcome).toEqual({ ok: false, cancelled: true, anomaly: null, after: "untouched" });
      expect(bookDigest(workbook)).toEqual(before);
      cancelled++;
    }
    expect(cancelled).toBeGreaterThanOrEqual(3);
  });
});

describe("a caller follows a run", () => {
  test("a caller follows a run stage by stage, sheet by sheet", async () => {
    await given.excel.open(given.billed);
    const models = modelsFor(await readOpen());
    const told: Progress[] = [];
    await publish(models, { onProgress: (progress) => told.push(progress) });
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual(["prepare", "write", "check", "publish", "tidy"]);
    const written = told.filter(({ stage }) => stage === "write");
    expect(written.map(({ sheet }) => sheet)).toEqual(models.map(({ name }) => name));
    expect(written.map(({ done, total }) => [done, total])).toEqual(models.map((_, index) => [index, models.length]));
  });

  testInDepth("two runs asked at once go one after the other", async () => {
    const workbook = await given.excel.open(given.billed);
    const models = modelsFor(await readOpen());
    const [first, second, reading] = await Promise.all([publish(models), publish(models), openActiveWorkbook()]);
    expect([first.ok, second.ok, reading.ok]).toEqual([true, true, true]);
    expect(asideSheets(workbook)).toEqual(["aside:undo"]);
  });
});

test("a workbook in order is told so in one request", async () => {
  await given.excel.open(given.billed);
  given.excel.host.resetRequests();
  await undoPublication();
  expect(await tidyUp()).toEqual({ ok: true, restored: false });
  expect(sentBy(given.excel.host).length).toBeLessThanOrEqual(2);
  await given.excel.open(given.town);
  expect(await tidyUp()).toEqual({ ok: true, restored: false });
});
