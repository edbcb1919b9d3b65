import { useState } from "preact/hooks";
import type { BrowserCode } from "../../messages";

/** What the page opens. */
const accepted = ".xlsx,.xlsm,.xls,.ods,.csv";

interface DropZoneProps {
  readonly say: (code: BrowserCode) => string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped, with a field that picks them for whoever has no mouse. */
export function DropZone({ say, onFiles }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div class={isOver ? "drop over" : "drop"} onDragOver={hover} onDragLeave={() => setOver(false)} onDrop={drop}>
      <p class="drop-here">{say("browser-drop")}</p>
      <FilePicker label={say("browser-choose")} isPrimary onFiles={onFiles} />
      <p class="secondary">{say("browser-formats")}</p>
    </div>
  );
}

interface FilePickerProps {
  readonly label: string;
  readonly isPrimary?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A field that picks files, which looks like a button. */
export function FilePicker({ label, isPrimary = false, onFiles }: FilePickerProps) {
  const pick = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    onFiles([...(currentTarget.files ?? [])]);
    // The same file can be picked again.
    currentTarget.value = "";
  };
  return (
    <span class="picker">
      <input id="files" class="unseen" type="file" multiple accept={accepted} onChange={pick} />
      <label for="files" class={isPrimary ? "button primary" : "button"}>
        {label}
      </label>
    </span>
  );
}

/** A file dropped beside the place for it would take the page's own. Returns the function that stops it. */
export function onDroppedAnywhere(open: (files: readonly File[]) => void): () => void {
  const over = (event: DragEvent) => event.preventDefault();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    open([...(event.dataTransfer?.files ?? [])]);
  };
  addEventListener("dragover", over);
  addEventListener("drop", drop);
  return () => {
    removeEventListener("dragover", over);
    removeEventListener("drop", drop);
  };
}
