import { parseCellName } from "../../../cells";
import type { StyleRules } from "./cell-look";
import { makeElement } from "./draw-rows";

/** Pixels between a cell and its tip. */
const gap = 4;

/**
 * Shows a tip under the cell that the pointer is on, as long as it stays on the cell or on the tip; any key hides it.
 * Keyboard users have its text under the sheet. Returns the function that stops it.
 */
export function showTips(
  view: HTMLElement,
  rules: StyleRules,
  textOf: (row: number, column: number) => string,
): () => void {
  const tip = makeElement("div", { class: "cell-tip", role: "tooltip", hidden: "" });
  const hide = () => void (tip.hidden = true);
  /** The position of the pointer when a key was pressed: no tip is shown until the pointer moves. */
  let still: string | null = null;
  let last = "";
  const over = (target: Element, at: string) => {
    last = at;
    if (tip.contains(target) || at === still) return;
    still = null;
    const cell = target.closest<HTMLElement>("td[data-cell]");
    const place = parseCellName(cell?.dataset["cell"] ?? "");
    const text = place === null ? "" : textOf(place.row, place.column);
    if (cell === null || text === "") return hide();
    tip.textContent = text;
    tip.hidden = false;
    rules.set("cell-tip", placed(view, tip, cell.getBoundingClientRect()));
  };
  view.append(tip);
  view.addEventListener("mouseover", ({ target, clientX, clientY }) =>
    over(target as Element, `${clientX} ${clientY}`),
  );
  view.addEventListener("mousemove", ({ clientX, clientY }) => void (last = `${clientX} ${clientY}`));
  for (const gone of ["mouseleave", "mousedown", "scroll"]) view.addEventListener(gone, hide);
  const stop = new AbortController();
  const typed = () => {
    still = last;
    hide();
  };
  addEventListener("keydown", typed, stop);
  return () => stop.abort();
}

/** Returns the position of a tip: below its cell, or above when the view ends there; always within the view. */
function placed(view: HTMLElement, tip: HTMLElement, cell: DOMRect): string {
  const frame = view.getBoundingClientRect();
  const isBelow = cell.bottom + gap + tip.offsetHeight <= frame.top + view.clientHeight;
  const top = (isBelow ? cell.bottom + gap : cell.top - gap - tip.offsetHeight) - frame.top + view.scrollTop;
  const last = frame.left + view.clientWidth - tip.offsetWidth;
  const left = Math.max(frame.left, Math.min(cell.left, last)) - frame.left + view.scrollLeft;
  return `left: ${Math.round(left)}px; top: ${Math.round(top)}px`;
}
