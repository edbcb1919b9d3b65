/**
 * @jest-environment jsdom
 */
import { isUndoing, moveOf, onF6, onSaving } from "../../../src/taskpane/browser/keys";

/** Presses a key; gives whether the browser would still do what it does by it. */
const press = (key: string, more: KeyboardEventInit = {}) =>
  dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true, ...more }));

test("Ctrl+S, or ⌘S on a Mac, saves the workbook in the place of the page, once however long it is held; no other key does", () => {
  let saved = 0;
  const stop = onSaving(() => saved++);
  expect([press("s", { ctrlKey: true }), press("S", { metaKey: true })]).toEqual([false, false]);
  expect([press("s", { ctrlKey: true, repeat: true }), saved]).toEqual([false, 2]);
  const others = [press("s"), press("s", { ctrlKey: true, shiftKey: true }), press("a", { ctrlKey: true })];
  expect([others, saved]).toEqual([[true, true, true], 2]);
  stop();
  expect([press("s", { ctrlKey: true }), saved]).toEqual([true, 2]);
});

test("F6 goes from the sheet back to what had the focus in the pane, even where a press in the pane had led to the sheet", () => {
  document.body.innerHTML =
    '<button id="tab"></button><div tabindex="0" id="grid"></div>' +
    '<div id="pane"><main><h1 tabindex="-1" id="title"></h1><button id="go"></button></main></div>';
  const focus = (id: string) => document.getElementById(id)!.focus();
  const at = (key = "F6") => [press(key), document.activeElement!.id];
  const stop = onF6({ focus: () => focus("grid") });
  focus("tab");
  // Nothing of the pane had it yet: its title.
  expect(at()).toEqual([false, "title"]);
  expect(at()).toEqual([false, "grid"]);
  // « Aller à la cellule »: the button led to the sheet by itself.
  focus("go");
  focus("grid");
  expect(at()).toEqual([false, "go"]);
  expect(at()).toEqual([false, "grid"]);
  document.getElementById("go")!.remove();
  expect(at()).toEqual([false, "title"]);
  stop();
  focus("grid");
  expect(at()).toEqual([true, "grid"]);
});

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
