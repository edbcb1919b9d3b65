import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { BrowserCode } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { CellTexts } from "./grid/cell-text";
import { SheetGrid, type GridListener } from "./grid/sheet-grid";
import { onF6 } from "./keys";
import type { ChosenCell } from "./view";

interface GridSource {
  readonly held: PageWorkbook;
  readonly chosen: ChosenCell;
  readonly texts: CellTexts;
  readonly say: (code: BrowserCode, params?: Readonly<Record<string, string | number>>) => string;
  /** Draws what is around the grid, which another sheet changes. */
  readonly draw: () => void;
  /** A sheet is shown because somebody was led there. */
  readonly onLed: () => void;
  readonly listener: Pick<GridListener, "onSelect" | "onEdit" | "onClear" | "onUndo">;
}

/** The grid in the page. */
interface GridInPage {
  readonly grid: SheetGrid;
  /** Where it stands. */
  readonly frame: RefObject<HTMLDivElement | null>;
  /** Whether the hidden rows and columns of the sheet are shown. */
  readonly showsHidden: boolean;
  readonly showHidden: (shows: boolean) => void;
}

/** Keeps the grid on the sheet that is chosen, as the workbook has it now, and one key away from the pane. */
export function useGrid({ held, chosen, texts, say, draw, onLed, listener }: GridSource): GridInPage {
  const frame = useRef<HTMLDivElement>(null);
  /** Sheets whose hidden rows and columns are shown. */
  const revealed = useRef(new Set<string>());
  const grid = useMemo(() => {
    const onReveal = () => {
      revealed.current.add(chosen.sheet?.name ?? "");
      draw();
    };
    return new SheetGrid(texts, { ...listener, onReveal, nameOf: (kind) => say(`browser-drawn-${kind}`) });
  }, [texts]);
  const isRevealed = () => revealed.current.has(chosen.sheet?.name ?? "");
  const show = () => {
    const { sheet } = chosen;
    if (sheet === null) return;
    draw();
    const label = say("browser-grid", { sheet: sheet.name });
    grid.show({ sheet, look: held.looks.sheet(sheet.name), label, showsHidden: isRevealed() }, chosen.place);
  };
  useEffect(() => {
    frame.current?.append(grid.element);
    show();
    const showAsked = (focus: boolean) => {
      onLed();
      show();
      if (focus) grid.focus();
    };
    const stops = [
      chosen.subscribe(showAsked),
      chosen.subscribeToFocus(() => grid.focus()),
      held.subscribe(show),
      onF6(grid),
    ];
    return () => {
      stops.forEach((stop) => stop());
      grid.stop();
    };
  }, [grid]);

  const showHidden = (shows: boolean) => {
    if (chosen.sheet === null) return;
    if (shows) revealed.current.add(chosen.sheet.name);
    else revealed.current.delete(chosen.sheet.name);
    show();
  };
  return { grid, frame, showsHidden: isRevealed(), showHidden };
}
