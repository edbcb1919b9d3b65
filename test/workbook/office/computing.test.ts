import { CellError } from "../../../src/cells";
import { openActiveWorkbook } from "../../../src/workbook/office";
import { sentBy } from "./excel";
import { useTown } from "./use-town";

const given = useTown();

/** A workbook in which the postes of Beure come from another add-in's function, which answers when it is told to. */
async function openComputing(waitingValue: "#BUSY!" | "#CALC!") {
  const workbook = await given.excel.open(given.town);
  workbook.book.waitingValue = waitingValue;
  workbook.useCustomFunctions({ names: new Set(["AUTRE.POSTES"]), invoke: () => Promise.resolve(7) });
  workbook.type("Parc", "D2", "=AUTRE.POSTES(1)");
  return workbook;
}

/** What is read of the postes, and how long was waited for; Excel has answered after so many waits. */
async function postesAfter(waits: number, waitingValue: "#BUSY!" | "#CALC!") {
  const workbook = await openComputing(waitingValue);
  const waited: number[] = [];
  const wait = async (milliseconds: number) => {
    waited.push(milliseconds);
    if (waited.length === waits) await workbook.calculate();
  };
  const reading = await openActiveWorkbook({ wait });
  if (!reading.ok) throw new Error(reading.anomaly.code);
  return { postes: reading.workbook.cells.sheets[0]!.rows[1]![3], waited };
}

test("a function that has not answered is read again until it has", async () => {
  expect(await postesAfter(1, "#BUSY!")).toEqual({ postes: 7, waited: [200] });
  expect(await postesAfter(3, "#BUSY!")).toEqual({ postes: 7, waited: [200, 800, 3200] });
  expect(await postesAfter(1, "#CALC!")).toEqual({ postes: 7, waited: [200] });
});

test("one that does not answer is told as it is at last; an error that may be a result, after one more reading", async () => {
  expect(await postesAfter(9, "#BUSY!")).toEqual({ postes: new CellError("#BUSY!"), waited: [200, 800, 3200] });
  expect(await postesAfter(9, "#CALC!")).toEqual({ postes: new CellError("#CALC!"), waited: [200] });
});

test("nothing is read again for any other error", async () => {
  const workbook = await given.excel.open(given.town);
  await openActiveWorkbook();
  workbook.type("Parc", "D2", "=1/0");
  given.excel.host.resetRequests();
  await openActiveWorkbook();
  expect(sentBy(given.excel.host).length).toBeLessThanOrEqual(4);
});
