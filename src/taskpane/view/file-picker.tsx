import type { TargetedEvent } from "preact";
import { usePane } from "./pane-context";

const formats = ".xlsx,.xlsm,.xls,.ods,.csv";

/** « Ajouter un autre classeur… »: the browser's own picker. */
export function FilePicker({ primary = false }: { readonly primary?: boolean }) {
  const { session, words } = usePane();
  const pick = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    const picked = currentTarget.files?.[0];
    takeFocusBack(currentTarget);
    if (picked === undefined) return;
    // The same file can be picked again: it was corrected meanwhile.
    currentTarget.value = "";
    void session.addWorkbook(picked);
  };
  return (
    <span class="picker">
      <input
        id="another-workbook"
        class="unseen"
        type="file"
        accept={formats}
        onChange={pick}
        onCancel={({ currentTarget }) => takeFocusBack(currentTarget)}
      />
      <label for="another-workbook" class={primary ? "button primary" : "button"}>
        {words.say("pane-act-add-file")}
      </label>
    </span>
  );
}

/** Excel gives the focus to its grid when the picker closes. */
function takeFocusBack(input: HTMLInputElement): void {
  window.focus();
  input.focus();
}
