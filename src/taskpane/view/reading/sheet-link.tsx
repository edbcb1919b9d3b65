import { Button } from "../button";
import { usePane } from "../pane-context";
import { sheetText } from "../../words/places";

interface SheetLinkProps {
  readonly sheet: string;
  /** The file of the disk that it is in; null for the workbook that is open. */
  readonly otherFile: string | null;
}

/** A sheet of the workbook: pressing it shows it. One of another file is only named, since Excel cannot go there. */
export function SheetLink({ sheet, otherFile }: SheetLinkProps) {
  const { session, words } = usePane();
  if (otherFile !== null) return <span class="place">{sheetText(sheet, otherFile, words)}</span>;
  return (
    <Button link onClick={() => void session.openSheet(sheet)}>
      {sheet}
    </Button>
  );
}
