/**
 * @jest-environment jsdom
 */
import "../screens/node-in-jsdom";
import { saveWorkbook } from "../../../src/taskpane/browser/saving";
import { anomaly } from "../../../src/messages";
import { smallWorkbook } from "../../cli/small-workbook";
import { heldIn, savedBytes } from "../../workbook/in-page/held-session";

/** The browser, which gives addresses to files, or has no room left for them. */
let given: Blob[] = [];
let fault: Error | null = null;
beforeEach(() => {
  [given, fault] = [[], null];
  URL.createObjectURL = (file) => {
    if (fault !== null) throw fault;
    return `blob:${given.push(file as Blob)}`;
  };
  URL.revokeObjectURL = () => undefined;
  HTMLAnchorElement.prototype.click = () => undefined;
});
// Its own click hides the one of every element.
afterEach(() => void Reflect.deleteProperty(HTMLAnchorElement.prototype, "click"));

async function corrected() {
  const held = await heldIn(await smallWorkbook(), "parc.xlsx");
  await held.edit([{ sheet: "Parc", row: 1, column: 3, value: 12 }]);
  return held;
}

describe("a workbook is noted as saved once the browser has the whole of it, and not before", () => {
  test("it has: the file is the workbook, and nothing is left to save", async () => {
    const held = await corrected();
    expect(await saveWorkbook(held)).toEqual({ file: "parc-ordiclasse.xlsx" });
    expect(held.hasUnsaved).toBe(false);
    expect(given.map(({ size }) => size)).toEqual([(await savedBytes(held)).length]);
  });

  test("it has no room: that is told, the work is still there, and is saved once there is some", async () => {
    const held = await corrected();
    fault = new Error("QuotaExceededError");
    const before = held.open;
    expect(await saveWorkbook(held)).toEqual({ failed: "QuotaExceededError", file: "parc-ordiclasse.xlsx" });
    expect([held.hasUnsaved, held.open === before]).toEqual([true, true]);
    fault = null;
    expect(await saveWorkbook(held)).toEqual({ file: "parc-ordiclasse.xlsx" });
    expect(held.hasUnsaved).toBe(false);
  });

  test("the file cannot be made, or its making stops half-way: likewise, and the browser is given nothing", async () => {
    const held = await corrected();
    const damaged = anomaly("error", "file-corrupt", { file: "parc.xlsx" });
    const makings = [
      () => Promise.resolve({ ok: false as const, anomaly: damaged }),
      () => Promise.reject(new RangeError("Array buffer allocation failed")),
    ];
    const told = [];
    for (const bytes of makings)
      told.push(await saveWorkbook({ open: held.open, bytes, saved: () => held.saved() } as typeof held));
    expect(told).toEqual([
      { anomaly: damaged },
      { failed: "Array buffer allocation failed", file: "parc-ordiclasse.xlsx" },
    ]);
    expect([given.length, held.hasUnsaved]).toEqual([0, true]);
  });
});
