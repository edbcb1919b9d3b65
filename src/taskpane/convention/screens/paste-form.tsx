import { useId, useState } from "preact/hooks";
import { Button, Warning } from "../../parts/elements";
import { InlineForm, useUnfolding } from "../../parts/fields";
import type { Pasted } from "../copied-table";
import { useDraft } from "./draft-context";

interface PasteFormProps {
  /** The kind of item that is pasted. */
  readonly about: "rows" | "members";
  readonly hint: string;
  /** Returns the items of a text. */
  readonly read: (text: string) => Pasted;
  /** The message for a table whose columns cannot be identified. */
  readonly unclear?: string;
  readonly onAdd: (items: readonly object[]) => void;
}

/**
 * Draws a button that unfolds a field to paste cells copied from a sheet or an act: the number of rows and the unread
 * lines are shown before they are added.
 */
export function PasteForm({ about, hint, read, unclear, onAdd }: PasteFormProps) {
  const { t } = useDraft();
  const { isOpen, leave, close, opener } = useUnfolding();
  const [text, setText] = useState("");
  const id = useId();
  const { items, unread, passedOver, isUnclear } = read(isOpen ? text : "");
  const add = () => {
    onAdd(items);
    setText("");
    close();
  };
  return (
    <>
      <button type="button" class="link" {...opener}>
        {t(`pane-convention-paste-${about}`)}
      </button>
      {isOpen && (
        <InlineForm onLeave={leave}>
          <div class="field">
            <label for={id}>{t(`pane-convention-paste-${about}`)}</label>
            <textarea
              id={id}
              rows={4}
              value={text}
              aria-describedby={`${id}-hint`}
              onInput={({ currentTarget }) => setText(currentTarget.value)}
            />
            <p id={`${id}-hint`} class="secondary">
              {hint}
            </p>
          </div>
          <div role="status">
            {isUnclear && <Warning>{unclear}</Warning>}
            {unread.length > 0 && (
              <Warning>{t("pane-convention-paste-unread", { count: unread.length, line: unread[0]! })}</Warning>
            )}
            {passedOver.length > 0 && (
              <p class="secondary">{t("pane-convention-paste-passed-over", { titles: passedOver.join(", ") })}</p>
            )}
          </div>
          {items.length > 0 && <Button onClick={add}>{t("pane-convention-paste-add", { count: items.length })}</Button>}
          <Button onClick={leave}>{t("pane-convention-paste-leave")}</Button>
        </InlineForm>
      )}
    </>
  );
}
