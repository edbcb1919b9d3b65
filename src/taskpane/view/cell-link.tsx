import { placeText } from "../words/places";
import { usePane } from "./pane-context";

interface CellLinkProps {
  readonly sheet: string;
  readonly cell: string;
  /** The file of the disk that it is in; null or absent: the workbook that is open. */
  readonly otherFile?: string | null;
  /** Shows the cell alone, where the sheet is plain. */
  readonly short?: boolean;
}

/** A cell of the workbook: pressing it selects the cell. One of another file is only named, since Excel cannot go there. */
export function CellLink({ sheet, cell, otherFile = null, short = false }: CellLinkProps) {
  const { session, words } = usePane();
  const shown = short ? cell : placeText(sheet, cell, otherFile, words);
  if (otherFile !== null) return <span class="place">{shown}</span>;
  const colon = words.language === "fr" ? "\u00a0: " : ": ";
  return (
    <button
      type="button"
      class="link place"
      aria-label={shown + colon + words.say("pane-act-goto", { cell })}
      onClick={() => void session.goTo(sheet, cell)}
    >
      {shown}
    </button>
  );
}
