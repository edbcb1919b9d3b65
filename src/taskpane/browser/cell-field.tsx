import type { RefObject } from "preact";
import type { BrowserCode } from "../../messages";
import type { Then } from "./cell-editor";
import { isSaving } from "./keys";

interface CellFieldProps {
  /** A1 of the cell that is chosen, and what it holds, or what is typed there. */
  readonly cell: string;
  readonly content: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly isReadOnly: boolean;
  readonly told: string;
  /** Where the cell's link leads; null where it has none. */
  readonly link: string | null;
  readonly say: (code: BrowserCode, params?: Readonly<Record<string, string | number>>) => string;
  readonly onType: (text: string) => void;
  readonly onKeep: (then: Then) => void;
  readonly onLeave: () => void;
  readonly onExplain: () => void;
  readonly onFollow: () => void;
}

/** The cell that is chosen: its content, to be corrected, explained, or followed where it is a link; under it, what is told of it. */
export function CellField(props: CellFieldProps) {
  const { cell, content, field, isReadOnly, told, link, say, onType, onKeep, onLeave, onExplain, onFollow } = props;
  return (
    <div class="cell-field">
      <label for="cell">{say("browser-cell", { cell })}</label>
      <input
        id="cell"
        ref={field}
        type="text"
        autocomplete="off"
        spellcheck={false}
        readOnly={isReadOnly}
        aria-describedby="cell-told"
        value={content}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        onBlur={() => onKeep("gone")}
        onKeyDown={(event) => {
          if (event.key === "Enter") onKeep("below");
          if (event.key === "Escape") onLeave();
          // What is typed is in what is saved, which is asked for next.
          if (isSaving(event)) onKeep("here");
        }}
      />
      <button type="button" class="button" onClick={onExplain}>
        {say("browser-explain")}
      </button>
      {link !== null && (
        <button type="button" class="button" onClick={onFollow}>
          {say("browser-follow", { place: link.replaceAll("'", "") })}
        </button>
      )}
      <p id="cell-told" role="status">
        {told}
      </p>
      {/* In the place of what is told: the sheet below never moves between two clicks. */}
      {told === "" && <p>{say("browser-cell-keys")}</p>}
    </div>
  );
}
