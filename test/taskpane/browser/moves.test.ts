import { isUndoing, moveOf } from "../../../src/taskpane/browser/keys";

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const here = { row: 10, column: 3 };
const last = { row: 99, column: 7 };

describe("keys go from a cell to another as in a spreadsheet", () => {
  test.each<[string, Partial<typeof none>, { row: number; column: number } | null]>([
    ["ArrowDown", {}, { row: 11, column: 3 }],
    ["ArrowLeft", {}, { row: 10, column: 2 }],
    ["ArrowDown", { ctrlKey: true }, { row: 99, column: 3 }],
    ["ArrowRight", { metaKey: true }, { row: 10, column: 7 }],
    ["Home", {}, { row: 10, column: 0 }],
    ["Home", { ctrlKey: true }, { row: 0, column: 0 }],
    ["End", { ctrlKey: true }, last],
    ["PageDown", {}, { row: 30, column: 3 }],
    ["PageUp", {}, { row: -10, column: 3 }],
    ["Tab", {}, null],
    ["ArrowLeft", { altKey: true }, null],
    ["a", {}, null],
  ])("%s %j", (key, held, expected) => {
    expect(moveOf({ key, ...none, ...held }, here, last, 20)).toEqual(expected);
  });
});

test("Ctrl+Z, or ⌘Z on a Mac, takes back; no other key does", () => {
  const asks = (key: string, held: Partial<typeof none>) => isUndoing({ key, ...none, ...held });
  expect([asks("z", { ctrlKey: true }), asks("Z", { metaKey: true })]).toEqual([true, true]);
  const others = [asks("z", {}), asks("z", { ctrlKey: true, shiftKey: true }), asks("y", { ctrlKey: true })];
  expect(others).toEqual([false, false, false]);
});
