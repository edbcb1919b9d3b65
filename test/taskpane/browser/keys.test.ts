/**
 * @jest-environment jsdom
 */
import { cellName, parseCellName, sheetOfValues, type SheetCells } from "../../../src/cells";
import { SheetLayout } from "../../../src/taskpane/browser/grid/sheet-layout";
import {
  isRedoing,
  isUndoing,
  onF6,
  onPointKeys,
  onSaving,
  placeAfter,
  sheetsBy,
} from "../../../src/taskpane/browser/keys";
import { ScrolledView } from "./scrolled-view";

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

test("Alt+→ and Alt+← go to the next point and to the one before from the pane, where nothing is being typed", () => {
  document.body.innerHTML =
    '<button id="outside"></button><div id="pane"><button id="go"></button><input type="radio" id="answer"><input id="name"></div>';
  const moves: number[] = [];
  const stop = onPointKeys((by) => moves.push(by));
  const pressed = (id: string, key: string, more: KeyboardEventInit = {}) =>
    document
      .getElementById(id)!
      .dispatchEvent(new KeyboardEvent("keydown", { key, altKey: true, bubbles: true, cancelable: true, ...more }));
  expect([pressed("go", "ArrowRight"), pressed("answer", "ArrowLeft"), moves]).toEqual([false, false, [1, -1]]);
  const others = [
    pressed("name", "ArrowRight"),
    pressed("outside", "ArrowRight"),
    pressed("go", "ArrowDown"),
    pressed("go", "ArrowRight", { shiftKey: true }),
    pressed("go", "ArrowRight", { altKey: false }),
  ];
  expect([others, moves.length]).toEqual([others.map(() => true), 2]);
  stop();
  expect(pressed("go", "ArrowRight")).toBe(true);
});

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe("keys go from a cell to another as in a spreadsheet", () => {
  const x = "x";
  const sheet: SheetCells = {
    ...sheetOfValues("Parc", [
      [x, x, null, null, x],
      [x, null, null, null, null],
      [x, null, null, null, x],
      [null, null, null, null, x],
      [null, x, null, null, null],
      [x, null, null, null, null],
    ]),
    merges: [{ top: 4, left: 1, bottom: 4, right: 2 }],
    hiddenRows: new Set([1]),
  };
  const view = { element: new ScrolledView(300, 300).element, onChange: () => undefined };
  const laid = { sheet, look: null, showsHidden: false, filtered: null, widths: new Map<number, number>() };
  const layout = new SheetLayout(laid, { character: 7, point: 1 }, () => "", view);
  afterAll(() => layout.stop());

  test.each<[string, string, Partial<typeof none>, string | null]>([
    ["A1", "ArrowDown", {}, "A3"],
    ["A3", "ArrowUp", {}, "A1"],
    ["A1", "ArrowLeft", {}, "A1"],
    ["B5", "ArrowRight", {}, "D5"],
    ["C4", "Home", {}, "A4"],
    ["C4", "Home", { ctrlKey: true }, "A1"],
    ["A1", "End", {}, "E1"],
    ["A1", "End", { ctrlKey: true }, "E6"],
    ["A3", "PageDown", {}, "A13"],
    ["A13", "PageUp", { shiftKey: true }, "A3"],
    // To the last of those filled, to the next filled one, to the end of what the sheet holds.
    ["A1", "ArrowDown", { ctrlKey: true }, "A3"],
    ["A3", "ArrowDown", { ctrlKey: true }, "A6"],
    ["A4", "ArrowDown", { metaKey: true }, "A6"],
    ["C1", "ArrowDown", { ctrlKey: true }, "C5"],
    ["D1", "ArrowDown", { ctrlKey: true }, "D6"],
    ["D5", "ArrowUp", { ctrlKey: true }, "D1"],
    ["A1", "ArrowRight", { ctrlKey: true }, "B1"],
    ["B1", "ArrowRight", { ctrlKey: true }, "E1"],
    ["E3", "ArrowLeft", { ctrlKey: true }, "A3"],
    ["A1", "PageDown", { ctrlKey: true }, null],
    ["A1", "Tab", {}, null],
    ["A1", "ArrowLeft", { altKey: true }, null],
    ["A1", "a", {}, null],
  ])("from %s, the key %s %j leads to %s", (from, key, held, expected) => {
    const to = placeAfter({ key, ...none, ...held }, parseCellName(from)!, { sheet, layout, page: 10 });
    expect(to === null ? null : cellName(to.row, to.column)).toBe(expected);
  });
});

test("Ctrl+Page goes from a sheet to the next, with Shift too where the browser keeps it; no other key does", () => {
  const by = (key: string, held: Partial<typeof none>) => sheetsBy({ key, ...none, ...held });
  expect([by("PageDown", { ctrlKey: true }), by("PageUp", { ctrlKey: true, shiftKey: true })]).toEqual([1, -1]);
  expect([by("PageDown", {}), by("PageDown", { ctrlKey: true, altKey: true }), by("a", { ctrlKey: true })]).toEqual([
    0, 0, 0,
  ]);
});

test("Ctrl+Y, or ⇧⌘Z on a Mac, does again; no other key does", () => {
  const asks = (key: string, held: Partial<typeof none>) => isRedoing({ key, ...none, ...held });
  expect([asks("y", { ctrlKey: true }), asks("Z", { metaKey: true, shiftKey: true })]).toEqual([true, true]);
  expect([asks("y", {}), asks("z", { ctrlKey: true }), asks("y", { ctrlKey: true, shiftKey: true })]).toEqual([
    false,
    false,
    false,
  ]);
});

test("Ctrl+Z, or ⌘Z on a Mac, takes back; no other key does", () => {
  const asks = (key: string, held: Partial<typeof none>) => isUndoing({ key, ...none, ...held });
  expect([asks("z", { ctrlKey: true }), asks("Z", { metaKey: true })]).toEqual([true, true]);
  const others = [asks("z", {}), asks("z", { ctrlKey: true, shiftKey: true }), asks("y", { ctrlKey: true })];
  expect(others).toEqual([false, false, false]);
});
