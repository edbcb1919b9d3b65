import type { RefObject } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { SheetCells } from "../../cells";
import type { BrowserCode } from "../../messages";
import type { SheetLook } from "../../workbook/files";
import type { LazyTexts } from "../parts/context";
import { Button } from "../parts/elements";
import type { CellEditor } from "./cell-editor";
import { StyleRules } from "./grid/cell-look";
import { isSaving } from "./keys";
import { moveIn } from "./pages/sheet-list";
import type { ChosenCell } from "./view";

type Translate = LazyTexts<BrowserCode>["t"];

interface CellFieldProps {
  /** A1 of the cell that is chosen. */
  readonly cell: string;
  readonly editor: CellEditor;
  readonly field: RefObject<HTMLInputElement | null>;
  /** The target of the cell's link; null without a link. */
  readonly link: string | null;
  readonly t: Translate;
  readonly onExplain: () => void;
  readonly onFollow: () => void;
}

/** Draws the content of the chosen cell, to be corrected, explained, or followed when it is a link. */
export function CellField({ cell, editor, field, link, t, onExplain, onFollow }: CellFieldProps) {
  return (
    <div class="cell-field">
      <label class="unseen" for="cell">
        {t("browser-cell", { cell })}
      </label>
      <input
        id="cell"
        ref={field}
        type="text"
        autocomplete="off"
        spellcheck={false}
        readOnly={editor.isReadOnly}
        aria-describedby="cell-status"
        value={editor.shown}
        onInput={({ currentTarget }) => editor.type(currentTarget.value)}
        onBlur={() => void editor.keep("gone")}
        onKeyDown={(event) => {
          if (event.key === "Enter") void editor.keep("below");
          if (event.key === "Escape") editor.leave();
          // Saving includes the text being typed: it is written before.
          if (isSaving(event)) void editor.keep("here");
        }}
      />
      <Button onClick={onExplain}>{t("browser-explain")}</Button>
      {link !== null && <Button onClick={onFollow}>{t("browser-follow", { place: link.replaceAll("'", "") })}</Button>}
    </div>
  );
}

interface SheetNoticeProps {
  readonly sheet: SheetCells;
  readonly look: SheetLook | null;
  /** Whether the file saved has only the values of the user's sheets. */
  readonly isValuesOnly: boolean;
  readonly showsHidden: boolean;
  readonly onShowHidden: (shows: boolean) => void;
  readonly t: Translate;
}

/** Shows which parts of a sheet the page does not show, if any. */
export function SheetNotice({ sheet, look, isValuesOnly, showsHidden, onShowHidden, t }: SheetNoticeProps) {
  const isOurs = sheet.generatedKey !== null;
  const [rows, columns] = [sheet.hiddenRows.size, sheet.hiddenColumns.size];
  const texts = [
    sheet.visibility !== "visible" && t("browser-hidden-sheet"),
    look?.hasConditions === true && t("browser-conditions"),
    !isOurs && isValuesOnly && t("browser-values-only"),
  ]
    .filter(Boolean)
    .join(" ");
  // Columns out of sight in a document are what its charts are drawn from.
  const hides = !isOurs && rows + columns > 0;
  if (texts === "" && !hides) return null;
  return (
    <p class="sheet-notice">
      {texts}{" "}
      {hides && (
        <>
          {t("browser-hidden", { rows: rows || "", columns: columns || "" })}{" "}
          <Button link onClick={() => onShowHidden(!showsHidden)}>
            {t(showsHidden ? "browser-hidden-hide" : "browser-hidden-show")}
          </Button>
        </>
      )}
    </p>
  );
}

const legend = ["place", "pupils", "billed", "untariffed", "error", "warning", "changed"] as const;

/** Draws what the colours and the marks of a sheet that was read mean. */
export function SheetLegend({ t }: { readonly t: Translate }) {
  return (
    <ul class="sheet-legend" aria-label={t("browser-legend")}>
      {legend.map((kind) => (
        <li key={kind}>
          <span class={`swatch ${kind}`} aria-hidden="true" />
          {t(`browser-legend-${kind}`)}
        </li>
      ))}
    </ul>
  );
}

interface SheetTabsProps {
  readonly chosen: ChosenCell;
  /** RRGGBB, by the name of their sheet. */
  readonly colours: ReadonlyMap<string, string>;
  readonly t: Translate;
  readonly onShow: (name: string) => void;
  readonly onChange: () => void;
  /** Searches the list of sheets when there is no room for it beside them; null when there is no list. */
  readonly onList: (() => void) | null;
}

/**
 * Draws one tab per sheet, in the order and the colour of the file, with a mark on documents: a single tab stop, and
 * arrow keys move between tabs.
 */
export function SheetTabs({ chosen, colours, t, onShow, onChange, onList }: SheetTabsProps) {
  const rules = useMemo(() => new StyleRules(".sheet-tabs"), []);
  useEffect(() => () => rules.stop(), [rules]);
  const list = useRef<HTMLUListElement>(null);
  const current = useRef<HTMLButtonElement>(null);
  const shown = chosen.sheet?.name;
  useEffect(() => current.current?.scrollIntoView({ block: "nearest", inline: "nearest" }), [shown]);
  const showHidden = () => {
    chosen.showsHidden = !chosen.showsHidden;
    onChange();
  };
  return (
    <div class="sheet-foot">
      {onList !== null && (
        <button type="button" class="sheet-tab list-opener" aria-label={t("browser-list")} onClick={onList}>
          ☰
        </button>
      )}
      <nav class="sheet-tabs" aria-label={t("browser-sheets")}>
        <ul ref={list} onKeyDown={(event) => moveIn(list.current, event)}>
          {chosen.tabs().map(({ name, generatedKey, visibility }) => {
            const colour = colours.get(name);
            const tint = colour !== undefined && `tinted ${rules.classOf(`--tab: #${colour}`)}`;
            return (
              <li key={name}>
                <button
                  type="button"
                  class={["sheet-tab", generatedKey !== null && "ours", tint].filter(Boolean).join(" ")}
                  aria-current={name === shown ? "page" : undefined}
                  ref={name === shown ? current : null}
                  tabIndex={name === shown ? 0 : -1}
                  onClick={() => onShow(name)}
                >
                  {visibility === "visible" ? name : t("browser-sheet-hidden", { sheet: name })}
                </button>
              </li>
            );
          })}
          {chosen.hiddenCount > 0 && (
            <li>
              <button
                type="button"
                class="sheet-tab"
                tabIndex={-1}
                aria-pressed={chosen.showsHidden}
                onClick={showHidden}
              >
                {t("browser-hidden-sheets", { count: chosen.hiddenCount })}
              </button>
            </li>
          )}
        </ul>
      </nav>
    </div>
  );
}
