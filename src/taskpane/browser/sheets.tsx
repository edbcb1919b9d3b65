import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import { cellName, placeKey } from "../../cells";
import { browserMessage, type BrowserCode } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { Session } from "../operations/session";
import type { LazyTexts } from "../parts/context";
import type { Words } from "../texts/words";
import { CellField, SheetNotice, SheetTabs } from "./around-sheet";
import { CellEditor } from "./cell-editor";
import { createCellTexts, type CellTexts } from "./grid/cell-text";
import { SheetGrid, type GridListener } from "./grid/sheet-grid";
import { onF6 } from "./keys";
import { placeOfLink, type ChosenCell } from "./view";

interface SheetsProps {
  readonly held: PageWorkbook;
  readonly session: Session;
  readonly chosen: ChosenCell;
  readonly words: Words;
}

/** Draws the chosen cell and its content above, the sheet itself, the tabs of the others below. */
export function Sheets({ held, session, chosen, words }: SheetsProps) {
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  const { language } = words;
  const say = (code: BrowserCode, params = {}) => browserMessage(code, params, words.speech);
  const field = useRef<HTMLInputElement>(null);
  const { date1904 } = held.open.cells;
  const texts = useMemo(
    () => createCellTexts(language === "fr" ? "fr-FR" : "en-GB", date1904, say("browser-row")),
    [language, date1904],
  );
  const shownGrid = useRef<SheetGrid | null>(null);
  const editor = useMemo(() => {
    const goBack = (to: "chosen" | "below") =>
      to === "below" ? shownGrid.current?.select(chosen.placeBelow, true) : shownGrid.current?.focus();
    return new CellEditor({ held, session, chosen, words, texts, goBack }, draw);
  }, [texts]);
  const { grid, frame, showsHidden, showHidden } = useGrid({
    ...{ held, chosen, texts, say, draw },
    onLed: () => editor.hush(),
    listener: {
      onSelect: (to) => {
        chosen.choose(to);
        editor.forget();
        session.dispatch({ type: "looked-elsewhere" });
      },
      onEdit: (first) => {
        editor.type(first);
        if (field.current !== null) beginIn(field.current, first);
      },
      onClear: () => void editor.clear(),
      onUndo: () => void editor.undo(),
    },
  });
  shownGrid.current = grid;
  useEffect(
    () => session.store.subscribe(() => session.state.work.kind === "reading" && editor.readingBegan()),
    [session],
  );

  const { sheet, place } = chosen;
  const look = sheet === null ? null : held.looks.sheet(sheet.name);
  const link = look?.links.get(placeKey(place.row, place.column)) ?? "";
  const to = placeOfLink(link);
  return (
    <>
      <CellField
        cell={cellName(place.row, place.column)}
        editor={editor}
        field={field}
        link={to === null ? null : link}
        say={say}
        onExplain={() => void session.run.explainSelection()}
        onFollow={() => to !== null && chosen.show(to.sheet, to.cell, true)}
      />
      {sheet !== null && (
        <SheetNotice
          sheet={sheet}
          look={look}
          isValuesOnly={held.open.format === "xls" || held.open.format === "ods"}
          showsHidden={showsHidden}
          onShowHidden={showHidden}
          say={say}
        />
      )}
      <div class="grid" ref={frame} />
      <SheetTabs
        chosen={chosen}
        colours={held.looks.tabColours}
        say={say}
        onShow={(name) => {
          chosen.show(name, null);
          session.dispatch({ type: "looked-elsewhere" });
        }}
        onChange={draw}
      />
    </>
  );
}

/** Takes the keyboard to the field of the cell, at once: the next letter may come before anything is drawn. */
function beginIn(field: HTMLInputElement, first: string | null): void {
  if (first !== null && !field.readOnly) field.value = first;
  field.focus();
  if (first === null) field.select();
}

interface GridSource extends Pick<SheetsProps, "held" | "chosen"> {
  readonly texts: CellTexts;
  readonly say: LazyTexts<BrowserCode>["t"];
  /** Draws what is around the grid, which another sheet changes. */
  readonly draw: () => void;
  /** A sheet is shown because somebody was led there. */
  readonly onLed: () => void;
  readonly listener: Omit<GridListener, "onReveal" | "nameOf">;
}

/**
 * Keeps the grid on the sheet that is chosen, as the workbook has it now, and one key away from the pane. Returns it, the frame where it
 * stands, whether it shows hidden rows and columns, and what has it show them or not.
 */
function useGrid({ held, chosen, texts, say, draw, onLed, listener }: GridSource) {
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
