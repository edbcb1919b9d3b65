import { atDepth, testInDepth } from "../../depth";
import type { SheetModel } from "../../../src/documents";
import { writeGenerated } from "../../../src/workbook";
import { publish, undoPublication } from "../../../src/workbook/office";
import type { HostWorkbook } from "../../host/model";
import { modelsFor, publishRead, readOpen, townFile } from "./town";
import { useTown } from "./use-town";
import { openedFile } from "../../opened-file";

const given = useTown();

const recordIn = (models: readonly SheetModel[]) => models.find(({ key }) => key === "journal")!.record;

/** The names of a sheet that hold its record: their texts and whether they show, in order. */
function pieces(workbook: HostWorkbook, sheet = "Journal") {
  return workbook
    .sheet(sheet)
    .names.filter(({ name }) => name.startsWith("ORDICLASSE_GENERATION_"))
    .map(({ name, formula, visible }) => ({ name, formula, visible }));
}

/** These models, the Journal with another record. */
function withRecord(models: readonly SheetModel[], record: string): SheetModel[] {
  return models.map((model) => (model.key === "journal" ? { ...model, record } : model));
}

/** Keeps a record in a file that has documents already, then in one that has none, and returns what is read of each. */
async function keptInFiles(record: string): Promise<(string | null)[]> {
  const kept = [];
  for (const bytes of [given.billed, given.town]) {
    const open = await openedFile(bytes, townFile);
    const written = await writeGenerated(open, withRecord(modelsFor(open), record));
    kept.push((await openedFile(written, townFile)).runRecord);
  }
  return kept;
}

/** Does the same in Excel. */
async function keptInExcel(record: string): Promise<(string | null)[]> {
  const kept = [];
  for (const bytes of [given.billed, given.town]) {
    await given.excel.open(bytes);
    const models = withRecord(modelsFor(await readOpen()), record);
    expect(await publish(models)).toMatchObject({ ok: true });
    kept.push((await readOpen()).runRecord);
  }
  return kept;
}

describe("the record of the last run is kept as data", () => {
  const records: [string, object][] = [
    ["with quotes and letters beyond ASCII", { file: 'L’« école » d\'"Été" \\ 😀.xlsx', options: ["'", '"'] }],
    ["over several names", { reason: "é".repeat(400) }],
    ["as long as names take", { reason: "x".repeat(9_500) }],
    ["short", { when: "" }],
  ];
  test.each(atDepth(records.slice(0, 1), records))("%s, in a file as in Excel", async (_what, data) => {
    const record = JSON.stringify(data);
    expect((await keptInFiles(record)).map((kept) => JSON.parse(kept!))).toEqual([data, data]);
    expect((await keptInExcel(record)).map((kept) => JSON.parse(kept!))).toEqual([data, data]);
  });

  testInDepth("a record that is too long for names is left out, and the Journal is used", async () => {
    const record = JSON.stringify({ reason: "x".repeat(10_000) });
    expect(await keptInFiles(record)).toEqual([null, null]);
    expect(await keptInExcel(record)).toEqual([null, null]);
  });

  test("each name of the record holds what Excel takes in a formula, and does not show", async () => {
    const workbook = await given.excel.open(given.billed);
    await publishRead({ when: "2014-11-26 08:00" });
    const found = pieces(workbook);
    expect(found.length).toBeGreaterThan(0);
    for (const [index, { name, formula, visible }] of found.entries()) {
      expect([name, visible]).toEqual([`ORDICLASSE_GENERATION_${index + 1}`, false]);
      expect(formula).toMatch(/^=?"[^"]{1,240}"$/);
    }
  });

  test("the next generation takes its place, with fewer names where it is shorter, and undo puts it back", async () => {
    const workbook = await given.excel.open(given.town);
    const long = JSON.stringify({ when: "avant", reason: "x".repeat(2_000) });
    await publish(withRecord(modelsFor(await readOpen()), long));
    const before = pieces(workbook);
    const models = await publishRead({ when: "2014-11-26 08:00" });
    expect(pieces(workbook).length).toBeLessThan(before.length);
    expect((await readOpen()).runRecord).toBe(recordIn(models));
    expect(await undoPublication()).toEqual({ ok: true });
    expect(pieces(workbook)).toEqual(before);
    expect((await readOpen()).runRecord).toBe(long);
  });

  test("a copy of the Journal is no run, before or after it is taken for the user's", async () => {
    const workbook = await given.excel.open(given.billed);
    const { runRecord } = await readOpen();
    await given.excel.page.window.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Journal").copy("Beginning");
      await context.sync();
    });
    const copy = workbook.book.sheets[0]!;
    const copied = pieces(workbook, copy.name);
    expect((await readOpen()).runRecord).toBe(runRecord);
    const models = await publishRead({ when: "2014-11-26 08:00" });
    expect(copy.key).toBe("copie:journal");
    expect((await readOpen()).runRecord).toBe(recordIn(models));
    expect(pieces(workbook, copy.name)).toEqual(copied);
  });

  test("the Journal may be typed over: the run is the same", async () => {
    const workbook = await given.excel.open(given.billed);
    const { runRecord } = await readOpen();
    workbook.type("Journal", "F4", "Parc et autres");
    expect((await readOpen()).runRecord).toBe(runRecord);
    expect(runRecord).not.toBeNull();
  });
});
