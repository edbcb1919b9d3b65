import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { LazyTexts } from "../parts/context";
import type { BrowserCode } from "../../messages";

type Translate = LazyTexts<BrowserCode>["t"];

interface NameBoxProps {
  /** The selected cells, as `B2:D5`. */
  readonly name: string;
  readonly t: Translate;
  /** Goes to the place that was typed; returns whether it exists. */
  readonly onGo: (place: string) => boolean;
  /** Goes back to the sheet. */
  readonly onLeave: () => void;
}

/** Draws the name of the selected cells, in which another one is typed to go there. */
export function NameBox({ name, t, onGo, onLeave }: NameBoxProps) {
  const [typed, type] = useState<string | null>(null);
  return (
    <input
      class="name-box"
      type="text"
      autocomplete="off"
      spellcheck={false}
      aria-label={t("browser-name-box")}
      value={typed ?? name}
      onFocus={({ currentTarget }) => currentTarget.select()}
      onInput={({ currentTarget }) => type(currentTarget.value)}
      onBlur={() => type(null)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && onGo(event.currentTarget.value)) type(null);
        if (event.key !== "Escape") return;
        type(null);
        onLeave();
      }}
    />
  );
}

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly t: Translate;
  /** Goes to the next cell that shows a text, or to the one before. */
  readonly onFind: (text: string, by: -1 | 1) => void;
  readonly onLeave: () => void;
}

/** Draws the field that finds a text in the whole sheet: Enter goes to the next cell, Shift+Enter to the one before. */
export function SearchField({ field, t, onFind, onLeave }: SearchFieldProps) {
  return (
    <input
      ref={field}
      class="sheet-search"
      type="search"
      autocomplete="off"
      aria-label={t("browser-find")}
      aria-keyshortcuts="Control+F"
      placeholder={t("browser-find-hint")}
      onKeyDown={(event) => {
        if (event.key === "Enter") onFind(event.currentTarget.value, event.shiftKey ? -1 : 1);
        if (event.key === "Escape") onLeave();
      }}
    />
  );
}
