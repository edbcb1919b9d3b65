import { openActiveWorkbook, publish, undoPublication } from "../../../src/workbook/office";
import { testInDepth } from "../../depth";
import { bookDigest, generationDigest } from "./digest";
import { sentBy } from "./excel";
import { modelsFor, readOpen } from "./town";
import { useTown } from "./use-town";

const given = useTown();

/** A workbook in which the postes of Beure are a formula of « Suivi », computed on demand. */
async function openManual(bytes: Uint8Array) {
  const workbook = await given.excel.open(bytes);
  workbook.type("Parc", "D2", "=Suivi!A2*3");
  expect(workbook.cell("Parc", "D2")).toBe(3);
  workbook.book.calculationMode = "Manual";
  return workbook;
}

const postesOfBeure = async (...asked: Parameters<typeof openActiveWorkbook>) => {
  const reading = await openActiveWorkbook(...asked);
  return reading.ok ? reading.workbook.cells.sheets[0]!.rows[1]![3] : reading.anomaly.code;
};

describe("a workbook that Excel computes on demand", () => {
  test("is read at once while nothing waits to be computed", async () => {
    await openManual(given.town);
    expect(await postesOfBeure()).toBe(3);
  });

  test("is not read while results are of before a change, in no request more", async () => {
    const workbook = await openManual(given.town);
    await openActiveWorkbook();
    const requests = sentBy(given.excel.host).length;
    workbook.type("Suivi", "A2", 20);
    given.excel.host.resetRequests();
    expect(await postesOfBeure()).toBe("office-not-calculated");
    expect(sentBy(given.excel.host).length).toBeLessThan(requests);
    expect(workbook.cell("Parc", "D2")).toBe(3);
  });

  test("is computed first where that is asked for, and read then, whatever is told of the state", async () => {
    const workbook = await openManual(given.town);
    for (const [postes, isStuck] of [
      [20, false],
      [30, true],
    ] as const) {
      workbook.book.isCalculationStuck = isStuck;
      workbook.type("Suivi", "A2", postes);
      expect(await postesOfBeure({}, "recalculated")).toBe(3 * postes);
    }
  });

  test("is read as it shows where its results do not matter", async () => {
    const workbook = await openManual(given.town);
    workbook.type("Suivi", "A2", 20);
    expect(await postesOfBeure({}, "glance")).toBe(3);
  });

  testInDepth("holds the documents of a generation, checked, and of the one before once it is undone", async () => {
    const automatic = await given.excel.open(given.billed);
    automatic.type("Parc", "D2", 20);
    const models = modelsFor(await readOpen());
    expect(await publish(models)).toMatchObject({ ok: true });
    const expected = JSON.stringify(generationDigest(automatic));

    const workbook = await given.excel.open(given.billed);
    workbook.book.calculationMode = "Manual";
    const before = JSON.stringify(bookDigest(workbook));
    expect(await publish(models)).toMatchObject({ ok: true });
    expect(JSON.stringify(generationDigest(workbook)) === expected).toBe(true);
    expect(await undoPublication()).toEqual({ ok: true });
    expect(JSON.stringify(bookDigest(workbook)) === before).toBe(true);
  });
});

test("a workbook that Excel computes by itself is read, though it says for ever that something is pending", async () => {
  const workbook = await given.excel.open(given.town);
  workbook.book.isCalculationStuck = true;
  workbook.type("Parc", "D2", "=Suivi!A2*3");
  expect(await postesOfBeure()).toBe(3);
});
