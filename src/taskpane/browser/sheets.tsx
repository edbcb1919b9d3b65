import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { cellName, type SheetCells } from "../../cells";
import { browserMessage, type BrowserCode } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import { runInSlices } from "../operations/environment";
import type { Session } from "../operations/session";
import { Context, useWordsOf } from "../parts/context";
import { previewOf, type PaneState } from "../state/state";
import type { Words } from "../texts/words";
import { CellField, SheetLegend, SheetNotice, SheetTabs } from "./around-sheet";
import { CellEditor } from "./cell-editor";
import type { IsShown } from "./cells-to-edit";
import { findInSteps } from "./find-text";
import { NameBox, SearchField } from "./finder";
import type { CellMarks } from "./grid/cell-look";
import { createCellTexts } from "./grid/cell-text";
import { cellBlock, parseRange, rangeName } from "./grid/selected-range";
import { SheetGrid } from "./grid/sheet-grid";
import { isFinding } from "./keys";
import { DocumentBar } from "./pages/document-bar";
import { linkFrom } from "./pages/page-cells";
import { SheetList } from "./pages/sheet-list";
import { pointsIn, rowsWithoutError } from "./sheet-points";
import { isDocument, useSheetView, type SheetView } from "./sheet-views";
import { StatusBar } from "./status-bar";
import { useRowFilter } from "./row-filter";
import { useSum } from "./selection-sum";
import { marksOf } from "./sheet-marks";
import { placeOfLink, type ChosenCell } from "./view";

interface SheetsProps {
  readonly held: PageWorkbook;
  readonly session: Session;
  readonly chosen: ChosenCell;
  readonly words: Words;
}

/** Returns whether a table of a sheet was found, which its marks and colours show. */
function hasTables(state: PaneState, sheet: SheetCells | null): boolean {
  const tables = sheet?.generatedKey === null ? (previewOf(state)?.tables ?? []) : [];
  return tables.some((table) => table.sheet.name === sheet?.name && table.sheet.otherFile === null);
}

const noMarks: CellMarks = { classesOf: () => "", textOf: () => "" };

/** Above this number of tabs, a list of the sheets is shown beside them. */
const mostTabs = 50;

/**
 * Draws the selected cells and their content above, the sheet, the tabs of the others and the status bar; for a
 * document, its pages, its actions and the list of documents.
 */
export function Sheets({ held, session, chosen, words: given }: SheetsProps) {
  const words = useWordsOf(session.state, given);
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  const { language } = words;
  const t = (code: BrowserCode, params = {}) => browserMessage(code, params, words.speech);
  const field = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { scheduler } = session.environment;
  const { date1904 } = held.open.cells;
  const texts = useMemo(
    () => createCellTexts(language === "fr" ? "fr-FR" : "en-GB", date1904, t("browser-row")),
    [language, date1904],
  );
  // Documents are French, whatever the language of the page.
  const documentTexts = useMemo(() => createCellTexts("fr-FR", date1904, ""), [date1904]);
  const list = useRef<HTMLInputElement>(null);
  const [isListOpen, openList] = useState(false);
  const view = useRef<SheetView | null>(null);
  const isShown: IsShown = (along, at) => !(view.current instanceof SheetGrid) || view.current.isShown(along, at);
  const editor = useMemo(() => {
    const goBack = (to: "chosen" | "below") =>
      to === "below" ? view.current?.select(cellBlock(chosen.placeBelow), true) : view.current?.focus();
    return new CellEditor({ held, session, chosen, words, texts, isShown, goBack }, draw);
  }, [texts]);
  // The pane already announces a point that it leads to, and users know the cell that they are correcting.
  const [isMarkAnnounced, announceMark] = useState(true);
  const { sheet, place, range } = chosen;
  const points = useMemo(() => pointsIn(session.state, sheet), [session.state.source, sheet]);
  const opened = useMemo(() => held.open.cells, [held]);
  const marks = useMemo(() => {
    const before = opened.sheets.find(({ name }) => name === sheet?.name);
    const { typed } = texts;
    return sheet === null ? noMarks : marksOf({ state: session.state, sheet, opened: before, points, words, t, typed });
  }, [points, texts, words]);
  const filter = useRowFilter(() => rowsWithoutError(session.state, sheet, points), [points]);
  const linkAt = () => {
    const look = chosen.sheet === null ? null : held.looks.sheet(chosen.sheet.name);
    return look === null ? "" : linkFrom(look, chosen.place);
  };
  const follow = () => {
    const to = placeOfLink(linkAt());
    if (to !== null) chosen.show(to.sheet, to.cell, true);
  };
  const { grid, pages, frame, showsHidden, showHidden } = useSheetView({
    ...{ held, chosen, texts, documentTexts, t, draw, filter, marks, view },
    typed: editor.isReadOnly ? null : editor.typing,
    onLed: (isFocused) => {
      editor.hush();
      announceMark(isFocused);
    },
    listener: {
      onSelect: (to) => {
        chosen.choose(to);
        editor.forget();
        announceMark(true);
        session.dispatch({ type: "looked-elsewhere" });
      },
      onEdit: (first) => {
        // A document is not typed in: it is gone through.
        if (view.current === pages) return first === null ? follow() : undefined;
        editor.type(first);
        announceMark(false);
        if (field.current !== null) beginIn(field.current, first);
      },
      onClear: () => void editor.clear(),
      onUndo: () => void editor.undo(),
      onRedo: () => void editor.redo(),
      onCopy: (cuts) => editor.copy(cuts),
      onPaste: (text) => void editor.paste(text),
      onPoint: (takesFocus) => openPointAt(cellName(chosen.place.row, chosen.place.column), takesFocus),
      onSheet: (by) => chosen.showNext(by),
      onNextPoint: (by) => {
        // The bar of a document moves to the next point itself.
        if (view.current !== pages) void session.run.moveToPoint(by);
      },
    },
  });
  chosen.undo = () => void editor.undo();
  chosen.note = (text) => editor.noteBeside(text);
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
    const { open } = session.state;
    // What explains a cell follows a press, and gives way to the key.
    const staysOpen = open !== null && !(takesFocus && open.screen === "explanation");
    if (point === undefined || staysOpen) return;
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
      editor.note(t("browser-no-place", { place: typed }));
      return false;
    }
    if (target !== sheet) chosen.show(target.name, null);
    view.current?.select(to.block, true);
    return true;
  };
  const find = async (wanted: string, by: -1 | 1) => {
    if (sheet === null || wanted.trim() === "") return;
    const look = held.looks.sheet(sheet.name);
    const textAt = (row: number, column: number) => texts.shown(sheet, row, column, look?.look(row, column) ?? null);
    const found = await runInSlices(findInSteps({ sheet, textAt, isShown, wanted, from: chosen.place, by }), scheduler);
    if (found === null) editor.note(t("browser-not-found", { text: wanted }));
    else grid.select(cellBlock(found), false);
  };

  const showSheet = (name: string, takesFocus = false) => {
    openList(false);
    chosen.show(name, null, takesFocus);
    session.dispatch({ type: "looked-elsewhere" });
  };
  const look = sheet === null ? null : held.looks.sheet(sheet.name);
  const isPaged = isDocument(sheet, look);
  const hasList = isPaged || chosen.tabs().length > mostTabs;
  const searchList = () => {
    openList(true);
    // Shown at once: the next letter may come before anything is drawn.
    list.current?.closest(".sheet-list")?.classList.add("open");
    list.current?.focus();
    list.current?.select();
  };
  // Wherever the focus is, in the pane too; at once, as the key may come before the sheet shown last is painted.
  useLayoutEffect(() => onSearching(isPaged ? searchList : () => search.current?.select()), [isPaged]);
  const link = linkAt();
  return (
    <Context.Provider value={{ session, state: session.state, words }}>
      <div class="sheet-body">
        {hasList && (
          <SheetList
            {...{ held, chosen, search: list }}
            isOpen={isListOpen}
            // The list may go away, and the keyboard is not left on nothing.
            onShow={(name) => showSheet(name, true)}
            onLeave={() => {
              openList(false);
              view.current?.focus();
            }}
          />
        )}
        <div class="sheet-main">
          {isPaged && <DocumentBar {...{ held, chosen, pages }} onSearch={searchList} onShow={showSheet} />}
          <div class="sheet-bar">
            <NameBox name={rangeName(range)} t={t} onGo={goTo} onLeave={() => view.current?.focus()} />
            <CellField
              cell={cellName(place.row, place.column)}
              editor={editor}
              field={field}
              link={placeOfLink(link) === null ? null : link}
              t={t}
              onExplain={() => void session.run.explainSelection()}
              onFollow={follow}
            />
            {!isPaged && (
              <>
                <button
                  type="button"
                  class="button"
                  aria-pressed={filter.isOn}
                  onClick={() => {
                    if (!filter.toggle()) editor.note(t("browser-none-to-correct"));
                  }}
                >
                  {t("browser-to-correct")}
                </button>
                <SearchField
                  field={search}
                  t={t}
                  onFind={(text, by) => void find(text, by)}
                  onLeave={() => grid.focus()}
                />
              </>
            )}
          </div>
          {sheet !== null && (
            <SheetNotice
              sheet={sheet}
              look={look}
              isValuesOnly={held.open.format === "xls" || held.open.format === "ods"}
              showsHidden={showsHidden}
              onShowHidden={showHidden}
              t={t}
            />
          )}
          {hasTables(session.state, sheet) && <SheetLegend t={t} />}
          <div class="grid" ref={frame} />
        </div>
      </div>
      <SheetTabs
        chosen={chosen}
        colours={held.looks.tabColours}
        t={t}
        onShow={showSheet}
        onChange={draw}
        // A document is searched from its own bar.
        onList={hasList && !isPaged ? searchList : null}
      />
      <StatusBar
        message={editor.message === "" ? marks.textOf(place.row, place.column) : editor.message}
        isAnnounced={editor.message !== "" || isMarkAnnounced}
        sum={sum}
        scale={isPaged ? null : scale}
        words={words}
        t={t}
        onScale={(percents) => {
          setScale(percents);
          grid.zoom(percents / 100);
        }}
      />
    </Context.Provider>
  );
}

/** Searches the list of sheets, or the sheet, in the place of the browser’s own search; returns the function that stops it. */
function onSearching(search: () => void): () => void {
  const press = (event: KeyboardEvent) => {
    if (!isFinding(event)) return;
    event.preventDefault();
    search();
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}

/** Takes the keyboard to the field of the cell, at once: the next letter may come before anything is drawn. */
function beginIn(field: HTMLInputElement, first: string | null): void {
  if (first !== null && !field.readOnly) field.value = first;
  field.focus();
  if (first === null) field.select();
}
