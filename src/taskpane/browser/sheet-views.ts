import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { SheetCells } from "../../cells";
import type { BrowserCode } from "../../messages";
import type { SheetLook } from "../../workbook/files";
import type { PageWorkbook } from "../../workbook/in-page";
import type { LazyTexts } from "../parts/context";
import type { CellMarks } from "./grid/cell-look";
import type { CellTexts } from "./grid/cell-text";
import type { GridListener } from "./grid/grid-keys";
import { SheetGrid } from "./grid/sheet-grid";
import { onF6 } from "./keys";
import { DocumentPages, type PagedLook } from "./pages/document-pages";
import type { RowFilter } from "./row-filter";
import type { ChosenCell } from "./view";

/** The view of a sheet: a grid, or the pages of a document. */
export type SheetView = SheetGrid | DocumentPages;

interface ViewSource {
  readonly held: PageWorkbook;
  readonly chosen: ChosenCell;
  readonly texts: CellTexts;
  readonly documentTexts: CellTexts;
  readonly t: LazyTexts<BrowserCode>["t"];
  /** Draws the surroundings of the sheet, which depend on it. */
  readonly draw: () => void;
  readonly filter: RowFilter;
  readonly marks: CellMarks;
  /** The text being typed in the active cell; null when none is. */
  readonly typed: string | null;
  /** Called when a sheet is shown because a link or a point led to it, with whether it takes the focus. */
  readonly onLed: (isFocused: boolean) => void;
  readonly listener: Omit<GridListener, "onReveal" | "nameOf">;
  /** The view of the selected sheet. */
  readonly view: RefObject<SheetView | null>;
}

/** Returns whether a sheet is shown as pages: a generated sheet with a page setup. */
export function isDocument(sheet: SheetCells | null, look: SheetLook | null): look is PagedLook {
  return sheet !== null && sheet.generatedKey !== null && look !== null && look.printed !== null;
}

/**
 * Keeps the selected sheet in view, in its current state, one key away from the pane. Returns the grid, the pages,
 * their frame, and whether hidden rows and columns are shown, with its setter.
 */
export function useSheetView(source: ViewSource) {
  const { held, chosen, texts, documentTexts, t, draw, filter, marks, typed, onLed, listener, view } = source;
  const frame = useRef<HTMLDivElement>(null);
  /** Sheets whose hidden rows and columns are shown. */
  const revealed = useRef(new Set<string>());
  /** The sheet whose look was asked for last. */
  const awaited = useRef<string | null>(null);
  const filters = useRef(filter);
  filters.current = filter;
  const marked = useRef(marks);
  marked.current = marks;
  const { grid, pages } = useMemo(() => {
    const onReveal = () => {
      revealed.current.add(chosen.sheet?.name ?? "");
      filters.current.clear();
      draw();
    };
    const nameOf: GridListener["nameOf"] = (kind) => t(`browser-drawn-${kind}`);
    return {
      grid: new SheetGrid(texts, { ...listener, onReveal, nameOf }),
      pages: new DocumentPages(documentTexts, { ...listener, nameOf }),
    };
  }, [texts]);
  const isRevealed = () => revealed.current.has(chosen.sheet?.name ?? "");
  const put = (next: SheetView) => {
    if (view.current === next) return;
    const hadFocus = view.current?.element.contains(document.activeElement) === true;
    frame.current?.replaceChildren(next.element);
    view.current = next;
    if (hadFocus) next.focus();
  };
  const show = () => {
    const { sheet } = chosen;
    if (sheet === null) return;
    draw();
    const look = held.looks.sheet(sheet.name);
    // Whether a document has pages is known once its look arrives, which is notified.
    const isAwaited = sheet.generatedKey !== null && look === null && awaited.current !== sheet.name;
    awaited.current = sheet.name;
    if (isAwaited && view.current !== null) return;
    const label = t("browser-grid", { sheet: sheet.name });
    put(isDocument(sheet, look) ? pages : grid);
    if (isDocument(sheet, look)) return pages.show({ sheet, look, label }, chosen.place);
    const [filtered, showsHidden] = [filters.current.rows, isRevealed()];
    grid.show({ sheet, look, label, showsHidden, filtered, marks: marked.current }, chosen.range);
  };
  useEffect(() => {
    show();
    const focus = () => view.current?.focus();
    const showAsked = (isFocused: boolean) => {
      onLed(isFocused);
      show();
      if (isFocused) focus();
    };
    const stops = [chosen.subscribe(showAsked), chosen.subscribeToFocus(focus), held.subscribe(show), onF6({ focus })];
    return () => {
      stops.forEach((stop) => stop());
      grid.stop();
      pages.stop();
      view.current = null;
    };
  }, [grid]);

  useEffect(show, [filter.rows, marks]);
  useEffect(() => grid.showTyped(typed), [typed]);

  const showHidden = (shows: boolean) => {
    if (chosen.sheet === null) return;
    if (shows) revealed.current.add(chosen.sheet.name);
    else revealed.current.delete(chosen.sheet.name);
    show();
  };
  return { grid, pages, frame, showsHidden: isRevealed(), showHidden };
}
