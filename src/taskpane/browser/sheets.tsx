import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import { cellName, placeKey } from "../../cells";
import { browserMessage, type BrowserCode, type Language } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { Session } from "../operations/session";
import { CellEditor } from "./cell-editor";
import { CellField } from "./cell-field";
import { createCellTexts } from "./grid/cell-text";
import type { SheetGrid } from "./grid/sheet-grid";
import { placeOfLink } from "./link";
import { SheetNotice } from "./sheet-notice";
import { SheetTabs } from "./sheet-tabs";
import { useGrid } from "./use-grid";
import type { ChosenCell } from "./view";

interface SheetsProps {
  readonly held: PageWorkbook;
  readonly session: Session;
  readonly chosen: ChosenCell;
  readonly language: Language;
}

/** The cell that is chosen and its content above, the sheet itself, the tabs of the others below. */
export function Sheets({ held, session, chosen, language }: SheetsProps) {
  const [, draw] = useReducer<number, void>((count) => count + 1, 0);
  const say = (code: BrowserCode, params = {}) => browserMessage(code, params, language);
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
    return new CellEditor({ held, session, chosen, language, texts, goBack }, draw);
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
        content={editor.shown}
        field={field}
        isReadOnly={editor.isReadOnly}
        told={editor.told}
        link={to === null ? null : link}
        say={say}
        onType={(text) => editor.type(text)}
        onKeep={(then) => void editor.keep(then)}
        onLeave={() => editor.leave()}
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
