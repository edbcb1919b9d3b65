import { useId, useState } from "preact/hooks";
import { Button } from "../../parts/elements";
import { InlineForm, useUnfolding } from "../../parts/fields";
import { useDraft } from "./draft-context";

interface PasteFormProps {
  /** What is pasted. */
  readonly about: "rows" | "members";
  readonly hint: string;
  /** Returns what a text says. */
  readonly read: (text: string) => readonly object[];
  readonly onAdd: (items: readonly object[]) => void;
}

/** Draws a button that unfolds a place to paste cells copied from a sheet: how many rows they are is said before they are added. */
export function PasteForm({ about, hint, read, onAdd }: PasteFormProps) {
  const { t } = useDraft();
  const { isOpen, leave, close, opener } = useUnfolding();
  const [text, setText] = useState("");
  const id = useId();
  const items = isOpen ? read(text) : [];
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
          {items.length > 0 && <Button onClick={add}>{t("pane-convention-paste-add", { count: items.length })}</Button>}
          <Button onClick={leave}>{t("pane-convention-paste-leave")}</Button>
        </InlineForm>
      )}
    </>
  );
}
