/**
 * @jest-environment jsdom
 */
import { onF6, onSaving } from "../../../src/taskpane/browser/keys";

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
