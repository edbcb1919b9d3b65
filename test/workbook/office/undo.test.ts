import { canUndo, undoPublication } from "../../../src/workbook/office";
import { testInDepth } from "../../depth";
import { asideSheets, bookDigest, generationDigest } from "./digest";
import { useTown } from "./use-town";
import { publishRead } from "./town";

const given = useTown();

describe("« Annuler la génération »", () => {
  test("puts back the previous generation whole, the sheets that had gone among them", async () => {
    const workbook = await given.excel.open(given.billed);
    const before = generationDigest(workbook);
    workbook.type("Parc", "A3", "Franois");
    workbook.type("Parc", "D2", 9);
    await publishRead();
    expect(generationDigest(workbook)).not.toEqual(before);
    expect(canUndo()).toBe(true);
    expect(await undoPublication()).toEqual({ ok: true });
    expect(generationDigest(workbook)).toEqual(before);
    expect(asideSheets(workbook)).toEqual([]);
    expect(canUndo()).toBe(false);
    expect(await undoPublication()).toMatchObject({ ok: false, anomaly: { code: "office-nothing-to-undo" } });
  });

  test("undoing a first generation leaves none of our sheets nor names", async () => {
    const workbook = await given.excel.open(given.town);
    const before = bookDigest(workbook);
    await publishRead();
    expect(await undoPublication()).toEqual({ ok: true });
    expect(bookDigest(workbook)).toEqual(before);
  });

  testInDepth("goes back one generation, whichever came before that one", async () => {
    const workbook = await given.excel.open(given.town);
    await publishRead();
    const first = generationDigest(workbook);
    workbook.type("Parc", "D2", 9);
    await publishRead({ when: "2014-11-26 08:00" });
    expect(asideSheets(workbook)).toEqual(["aside:undo"]);
    await undoPublication();
    expect(generationDigest(workbook)).toEqual(first);
  });

  test("is what a new pane does not offer: what was kept for it goes", async () => {
    const workbook = await given.excel.open(given.town);
    await publishRead();
    const made = generationDigest(workbook);
    let other!: typeof import("../../../src/workbook/office");
    await jest.isolateModulesAsync(async () => {
      other = await import("../../../src/workbook/office");
    });
    expect(other.canUndo()).toBe(false);
    expect(await other.tidyUp()).toEqual({ ok: true, restored: false });
    expect(asideSheets(workbook)).toEqual([]);
    expect(generationDigest(workbook)).toEqual(made);
  });
});
