import { usePane } from "./pane-context";

interface CellLinkProps {
  readonly sheet: string;
  readonly cell: string;
  /** Shows the cell alone, where the sheet is plain. */
  readonly short?: boolean;
}

/** A cell of the workbook: pressing it selects the cell. */
export function CellLink({ sheet, cell, short = false }: CellLinkProps) {
  const { session, words } = usePane();
  const shown = short ? cell : `${sheet}!${cell}`;
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
