import type { TargetedEvent } from "preact";
import { useId } from "preact/hooks";
import { usePane } from "./pane-context";

export const workbookFormats = ".xlsx,.xlsm,.xls,.ods,.csv";

/** « Ajouter un autre classeur… ». */
export function FilePicker({ primary = false }: { readonly primary?: boolean }) {
  const { session, words } = usePane();
  return (
    <PickerButton
      label={words.say("pane-act-add-file")}
      onPick={(file) => void session.addWorkbook(file)}
      primary={primary}
    />
  );
}

interface PickerButtonProps {
  readonly label: string;
  readonly onPick: (file: File) => void;
  readonly formats?: string;
  readonly primary?: boolean;
}

/** The browser's own picker, under a button. */
export function PickerButton({ label, onPick, formats = workbookFormats, primary = false }: PickerButtonProps) {
  const id = useId();
  const pick = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    const picked = currentTarget.files?.[0];
    takeFocusBack(currentTarget);
    if (picked === undefined) return;
    // The same file can be picked again: it was corrected meanwhile.
    currentTarget.value = "";
    onPick(picked);
  };
  return (
    <span class="picker">
      <input
        id={id}
        class="unseen"
        type="file"
        accept={formats}
        onChange={pick}
        onCancel={({ currentTarget }) => takeFocusBack(currentTarget)}
      />
      <label for={id} class={primary ? "button primary" : "button"}>
        {label}
      </label>
    </span>
  );
}

/** Excel gives the focus to its grid when the picker closes. */
function takeFocusBack(input: HTMLInputElement): void {
  window.focus();
  input.focus({ preventScroll: true });
}
