import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { cellName, placeKey, type SheetCells } from "../../cells";
import { browserMessage, type BrowserCode } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import { runInSlices } from "../operations/environment";
import type { Session } from "../operations/session";
import type { LazyTexts } from "../parts/context";
import { previewOf, type PaneState } from "../state/state";
import type { Words } from "../texts/words";
import { CellField, SheetLegend, SheetNotice, SheetTabs } from "./around-sheet";
import { CellEditor } from "./cell-editor";
import type { IsShown } from "./cells-to-edit";
import { findInSteps } from "./find-text";
import { NameBox, SearchField } from "./finder";
import type { CellMarks } from "./grid/cell-look";
import { createCellTexts, type CellTexts } from "./grid/cell-text";
import { cellBlock, parseRange, rangeName } from "./grid/selected-range";
import type { GridListener } from "./grid/grid-keys";
import { SheetGrid } from "./grid/sheet-grid";
import { onF6 } from "./keys";
import { pointsIn, rowsWithoutError } from "./sheet-points";
import { StatusBar } from "./status-bar";
import { useRowFilter, type RowFilter } from "./row-filter";
import { useSum } from "./selection-sum";
import { marksOf } from "./sheet-marks";
import { placeOfLink, type ChosenCell } from "./view";

interface SheetsProps {
  readonly held: PageWorkbook;
  readonly session: Session;
  readonly chosen: ChosenCell;
  readonly words: Words;
}

/** Returns whether something of a sheet was read, which its marks and colours tell. */
function hasTables(state: PaneState, sheet: SheetCells | null): boolean {
  const tables = sheet?.generatedKey === null ? (previewOf(state)?.tables ?? []) : [];
  return tables.some((table) => table.sheet === sheet?.name && table.otherFile === null);
}

const noMarks: CellMarks = { classesOf: () => "", textOf: () => "" };

/** Draws the selected cells and their content above, the sheet itself, the tabs of the others and what is told below. */
export function Sheets({ held, session, chosen, words }: SheetsProps) {
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  const { language } = words;
  const say = (code: BrowserCode, params = {}) => browserMessage(code, params, words.speech);
  const field = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { scheduler } = session.environment;
  const { date1904 } = held.open.cells;
  const texts = useMemo(
    () => createCellTexts(language === "fr" ? "fr-FR" : "en-GB", date1904, say("browser-row")),
    [language, date1904],
  );
  const shownGrid = useRef<SheetGrid | null>(null);
  const isShown: IsShown = (along, at) => shownGrid.current?.isShown(along, at) ?? true;
  const editor = useMemo(() => {
    const goBack = (to: "chosen" | "below") =>
      to === "below" ? shownGrid.current?.select(cellBlock(chosen.placeBelow), true) : shownGrid.current?.focus();
    return new CellEditor({ held, session, chosen, words, texts, isShown, goBack }, draw);
  }, [texts]);
  const { sheet, place, range } = chosen;
  const points = useMemo(() => pointsIn(session.state, sheet), [session.state.source, sheet]);
  const opened = useMemo(() => held.open.cells, [held]);
  const marks = useMemo(() => {
    const before = opened.sheets.find(({ name }) => name === sheet?.name);
    const { typed } = texts;
    return sheet === null
      ? noMarks
      : marksOf({ state: session.state, sheet, opened: before, points, words, say, typed });
  }, [points, texts]);
  const filter = useRowFilter(() => rowsWithoutError(session.state, sheet, points), [points]);
  const { grid, frame, showsHidden, showHidden } = useGrid({
    ...{ held, chosen, texts, say, draw, filter, marks },
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
      onRedo: () => void editor.redo(),
      onCopy: (cuts) => editor.copy(cuts),
      onPaste: (text) => void editor.paste(text),
      onPoint: (takesFocus) => openPointAt(cellName(chosen.place.row, chosen.place.column), takesFocus),
      onFind: () => search.current?.select(),
      onSheet: (by) => chosen.showNext(by),
    },
  });
  shownGrid.current = grid;
  chosen.undo = () => void editor.undo();
  useEffect(
    () =>
      session.store.subscribe(() => {
        if (session.state.work.kind === "reading") editor.readingBegan();
        draw();
      }),
    [session],
  );
  const openPointAt = (name: string, takesFocus: boolean) => {
    const point = pointsIn(session.state, chosen.sheet).get(name);
    if (point === undefined || session.state.open !== null) return;
    // What is typed before the pane has the focus is not for the cell.
    if (takesFocus && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    session.dispatch({ type: "point-opened", point: point.point, place: point.place, takesFocus });
  };
  const sum = useSum(chosen, isShown, scheduler);
  const [scale, setScale] = useState(100);

  const goTo = (typed: string): boolean => {
    const to = parseRange(typed);
    const name = to?.sheet?.toLowerCase() ?? sheet?.name.toLowerCase();
    const target = held.open.cells.sheets.find((one) => one.name.toLowerCase() === name);
    if (to === null || target === undefined) {
      editor.note(say("browser-no-place", { place: typed }));
      return false;
    }
    if (target !== sheet) chosen.show(target.name, null);
    grid.select(to.block, true);
    return true;
  };
  const find = async (wanted: string, by: -1 | 1) => {
    if (sheet === null || wanted.trim() === "") return;
    const look = held.looks.sheet(sheet.name);
    const textAt = (row: number, column: number) => texts.shown(sheet, row, column, look?.look(row, column) ?? null);
    const found = await runInSlices(findInSteps({ sheet, textAt, isShown, wanted, from: chosen.place, by }), scheduler);
    if (found === null) editor.note(say("browser-not-found", { text: wanted }));
    else grid.select(cellBlock(found), false);
  };

  const look = sheet === null ? null : held.looks.sheet(sheet.name);
  const link = look?.links.get(placeKey(place.row, place.column)) ?? "";
  const to = placeOfLink(link);
  return (
    <>
      <div class="sheet-bar">
        <NameBox name={rangeName(range)} say={say} onGo={goTo} onLeave={() => grid.focus()} />
        <CellField
          cell={cellName(place.row, place.column)}
          editor={editor}
          field={field}
          link={to === null ? null : link}
          say={say}
          onExplain={() => void session.run.explainSelection()}
          onFollow={() => to !== null && chosen.show(to.sheet, to.cell, true)}
        />
        <button
          type="button"
          class="button"
          aria-pressed={filter.isOn}
          onClick={() => {
            if (!filter.toggle()) editor.note(say("browser-none-to-correct"));
          }}
        >
          {say("browser-to-correct")}
        </button>
        <SearchField field={search} say={say} onFind={(text, by) => void find(text, by)} onLeave={() => grid.focus()} />
      </div>
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
      {hasTables(session.state, sheet) && <SheetLegend say={say} />}
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
      <StatusBar
        told={editor.told === "" ? marks.textOf(place.row, place.column) : editor.told}
        sum={sum}
        scale={scale}
        words={words}
        say={say}
        onScale={(percents) => {
          setScale(percents);
          grid.zoom(percents / 100);
        }}
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
  readonly filter: RowFilter;
  readonly marks: CellMarks;
  /** A sheet is shown because somebody was led there. */
  readonly onLed: () => void;
  readonly listener: Omit<GridListener, "onReveal" | "nameOf">;
}

/**
 * Keeps the grid on the sheet that is chosen, as the workbook has it now, and one key away from the pane. Returns it, the frame where it
 * stands, whether it shows hidden rows and columns, and what has it show them or not.
 */
function useGrid({ held, chosen, texts, say, draw, filter, marks, onLed, listener }: GridSource) {
  const frame = useRef<HTMLDivElement>(null);
  /** Sheets whose hidden rows and columns are shown. */
  const revealed = useRef(new Set<string>());
  const filters = useRef(filter);
  filters.current = filter;
  const marked = useRef(marks);
  marked.current = marks;
  const grid = useMemo(() => {
    const onReveal = () => {
      revealed.current.add(chosen.sheet?.name ?? "");
      filters.current.clear();
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
    const [look, showsHidden, filtered] = [held.looks.sheet(sheet.name), isRevealed(), filters.current.rows];
    grid.show({ sheet, look, label, showsHidden, filtered, marks: marked.current }, chosen.range);
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

  useEffect(show, [filter.rows, marks]);

  const showHidden = (shows: boolean) => {
    if (chosen.sheet === null) return;
    if (shows) revealed.current.add(chosen.sheet.name);
    else revealed.current.delete(chosen.sheet.name);
    show();
  };
  return { grid, frame, showsHidden: isRevealed(), showHidden };
}
