import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { browserMessage } from "../../../messages";
import type { PageWorkbook } from "../../../workbook/in-page";
import { useLazyTexts } from "../../parts/context";
import type { ChosenCell } from "../view";
import { listParts, listSheets, searchSheets, type ListedSheet } from "./listed-sheets";

interface SheetListProps {
  readonly held: PageWorkbook;
  readonly chosen: ChosenCell;
  readonly search: RefObject<HTMLInputElement | null>;
  /** Whether the list is shown when there is no room for it beside the sheet. */
  readonly isOpen: boolean;
  readonly onShow: (name: string) => void;
  /** Somebody leaves it without choosing. */
  readonly onLeave: () => void;
}

/**
 * Draws the sheets of the workbook with their amounts, and a search field. Field and list are one tab stop each; arrow
 * keys move in the list.
 */
export function SheetList({ held, chosen, search: field, isOpen, onShow, onLeave }: SheetListProps) {
  const { words, t, tCount } = useLazyTexts(browserMessage);
  const [text, setText] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const tabs = chosen.tabs();
  const { open } = held;
  const shown = chosen.sheet?.name ?? "";
  const listed = useMemo(() => listSheets(open, tabs), [open, tabs.length]);
  const search = (wanted: string) =>
    searchSheets(listed, wanted, (name) => open.cells.sheets.find((sheet) => sheet.name === name) ?? null);
  const found = useMemo(() => search(text), [listed, text]);
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      list.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: "nearest" }),
    );
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  const stop = found.find(({ name }) => name === shown) ?? found[0];
  const show = ({ name }: ListedSheet) => {
    onShow(name);
    setText("");
  };
  /** Shows the first sheet found, which may not be drawn yet. */
  const showFirst = (wanted: string) => {
    const [first] = search(wanted);
    if (first !== undefined) show(first);
  };
  return (
    <nav
      class={isOpen ? "sheet-list open" : "sheet-list"}
      aria-label={t("browser-list")}
      onKeyDown={(event) => event.key === "Escape" && (text === "" ? onLeave() : setText(""))}
    >
      <input
        type="search"
        ref={field}
        aria-label={t("browser-list-search")}
        placeholder={t("browser-list-search")}
        aria-keyshortcuts="Control+F"
        autocomplete="off"
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") focusIn(list.current, 0);
          else if (event.key === "Enter") showFirst(event.currentTarget.value);
          else return;
          event.preventDefault();
        }}
      />
      <p class="unseen" role="status">
        {text !== "" && tCount("browser-list-found", found.length)}
      </p>
      <div class="listed" ref={list} onKeyDown={(event) => moveIn(list.current, event)}>
        {found.length === 0 && <p class="secondary">{t("browser-list-none", { text })}</p>}
        {listParts.map((part) => {
          const sheets = found.filter((one) => one.part === part);
          if (sheets.length === 0) return null;
          const sum = sheets.reduce((total, { amount }) => total + Math.round((amount ?? 0) * 100), 0);
          return (
            <section key={part} aria-label={t(`browser-list-${part}`)}>
              <p class="listed-part">
                <span>{t(`browser-list-${part}`)}</span>
                {part === "fiches" && (
                  <span>
                    {words.integer(sheets.length)} · {words.euros((sum / 100).toFixed(2))}
                  </span>
                )}
              </p>
              <ul>
                {sheets.map((one) => (
                  <li key={one.name}>
                    <button
                      type="button"
                      aria-current={one.name === shown ? "page" : undefined}
                      tabIndex={one === stop ? 0 : -1}
                      onClick={() => show(one)}
                    >
                      <span class="listed-name">
                        {one.label}
                        {one.found !== null && <span class="secondary">{one.found}</span>}
                      </span>
                      {one.amount !== null && <span class="amount">{words.euros(one.amount.toFixed(2))}</span>}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </nav>
  );
}

/** Goes from a button of a list to another by the arrows, to the first by Home, to the last by End. */
export function moveIn(list: HTMLElement | null, event: KeyboardEvent): void {
  const buttons = [...(list?.querySelectorAll<HTMLElement>("button") ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const to = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: buttons.length - 1,
  };
  const next = event.altKey ? undefined : to[event.key as keyof typeof to];
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  focusIn(list, next);
}

function focusIn(list: HTMLElement | null, at: number): void {
  list?.querySelectorAll<HTMLElement>("button")[at]?.focus();
}
