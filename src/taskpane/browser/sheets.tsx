import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { cellName, placeKey } from "../../cells";
import { browserMessage, type BrowserCode, type Language } from "../../messages";
import type { PageWorkbook } from "../../workbook/in-page";
import type { Session } from "../operations/session";
import { createCellTexts } from "./grid/cell-text";
import { SheetGrid } from "./grid/sheet-grid";
import { CellField, type Then } from "./cell-field";
import { correctCell } from "./correct-cell";
import { onF6 } from "./keys";
import { placeOfLink } from "./link";
import { SheetNotice } from "./sheet-notice";
import { SheetTabs } from "./sheet-tabs";
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
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  /** What is typed and not kept yet, whatever was drawn since. */
  const pending = useRef<string | null>(null);
  const type = (text: string | null) => {
    pending.current = text;
    setTyped(text);
  };
  const [{ told }, setTold] = useState({ told: "", isForReading: false });
  const tell = (told: string, isForReading = false) => setTold({ told, isForReading });
  const say = (code: BrowserCode, params = {}) => browserMessage(code, params, language);
  const { sheet, place } = chosen;
  /** Sheets whose hidden rows and columns are shown. */
  const revealed = useRef(new Set<string>());
  const { date1904 } = held.open.cells;
  const texts = useMemo(
    () => createCellTexts(language === "fr" ? "fr-FR" : "en-GB", date1904, say("browser-row")),
    [language, date1904],
  );
  const grid = useMemo(
    () =>
      new SheetGrid(texts, {
        onSelect: (to) => {
          chosen.choose(to);
          type(null);
          tell("");
          draw();
          session.dispatch({ type: "looked-elsewhere" });
        },
        onEdit: (first) => {
          type(first);
          const { current } = field;
          if (current === null) return;
          // At once: the next letter may come before anything is drawn.
          if (first !== null && !current.readOnly) current.value = first;
          current.focus();
          if (first === null) current.select();
        },
        onReveal: () => {
          revealed.current.add(chosen.sheet?.name ?? "");
          draw();
        },
        nameOf: (kind) => say(`browser-drawn-${kind}`),
      }),
    [texts],
  );
  const showSheet = (focus: boolean) => {
    const now = chosen.sheet;
    if (now === null) return;
    draw();
    const showsHidden = revealed.current.has(now.name);
    const label = say("browser-grid", { sheet: now.name });
    grid.show({ sheet: now, look: held.looks.sheet(now.name), label, showsHidden }, chosen.place);
    if (focus) grid.focus();
  };
  useEffect(() => {
    frame.current?.append(grid.element);
    showSheet(false);
    const showAsked = (focus: boolean) => {
      tell("");
      showSheet(focus);
    };
    const stops = [chosen.subscribe(showAsked), held.subscribe(() => showSheet(false)), onF6(grid)];
    return () => {
      stops.forEach((stop) => stop());
      grid.stop();
    };
  }, [grid]);

  useEffect(
    () =>
      session.store.subscribe(() => {
        // It asked to read again: that is being done.
        if (session.state.work.kind === "reading")
          setTold((now) => (now.isForReading ? { told: "", isForReading: false } : now));
      }),
    [session],
  );

  const isOurs = sheet?.generatedKey !== null;
  const look = sheet === null ? null : held.looks.sheet(sheet.name);
  const link = look?.links.get(placeKey(place.row, place.column));
  const follow = (location: string) => {
    const to = placeOfLink(location);
    if (to !== null) chosen.show(to.sheet, to.cell, true);
  };
  const showHidden = (shows: boolean) => {
    if (sheet === null) return;
    if (shows) revealed.current.add(sheet.name);
    else revealed.current.delete(sheet.name);
    showSheet(false);
  };
  const cell = cellName(place.row, place.column);
  const content = sheet === null ? "" : texts.typed(sheet, place.row, place.column);
  /** Keeps what was typed. */
  const keep = async (then: Then) => {
    const text = pending.current;
    if (sheet === null || isOurs || text === null || text === content) {
      if (then === "below") leave();
      else type(null);
      return;
    }
    pending.current = null;
    const refusal = await correctCell(held, session, { sheet, place, text }, language);
    if (refusal !== null) {
      // What is wrong with what was typed, which stays in the field while one is in it.
      type(then === "gone" ? null : text);
      return tell(refusal);
    }
    type(null);
    chosen.corrected();
    if (then === "below") grid.select(chosen.placeBelow, true);
    // What a choice told before goes with it: told last, this stays.
    tell(say("browser-corrected", { cell }), true);
  };
  const leave = () => {
    type(null);
    tell("");
    grid.focus();
  };
  return (
    <>
      <CellField
        cell={cell}
        content={typed ?? content}
        field={field}
        isReadOnly={isOurs}
        told={told !== "" ? told : isOurs && sheet !== null ? say("browser-readonly") : ""}
        link={link !== undefined && placeOfLink(link) !== null ? link : null}
        say={say}
        onType={type}
        onKeep={(then) => void keep(then)}
        onLeave={leave}
        onExplain={() => void session.run.explainSelection()}
        onFollow={follow}
      />
      {sheet !== null && (
        <SheetNotice
          sheet={sheet}
          look={look}
          isValuesOnly={held.open.format === "xls" || held.open.format === "ods"}
          showsHidden={revealed.current.has(sheet.name)}
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
