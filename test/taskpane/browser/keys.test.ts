/**
 * @jest-environment jsdom
 */
import { onSaving } from "../../../src/taskpane/browser/keys";

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
