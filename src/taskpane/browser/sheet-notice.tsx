import type { SheetCells } from "../../cells";
import type { BrowserCode } from "../../messages";
import type { SheetLook } from "../../workbook/files";

interface SheetNoticeProps {
  readonly sheet: SheetCells;
  readonly look: SheetLook | null;
  /** Whether the file saved has only the values of the user's sheets. */
  readonly isValuesOnly: boolean;
  readonly showsHidden: boolean;
  readonly onShowHidden: (shows: boolean) => void;
  readonly say: (code: BrowserCode, params?: Readonly<Record<string, string | number>>) => string;
}

/** What of a sheet is not seen in the page, where there is any. */
export function SheetNotice({ sheet, look, isValuesOnly, showsHidden, onShowHidden, say }: SheetNoticeProps) {
  const isOurs = sheet.generatedKey !== null;
  const [rows, columns] = [sheet.hiddenRows.size, sheet.hiddenColumns.size];
  const told = [
    sheet.visibility !== "visible" && say("browser-hidden-sheet"),
    look?.hasConditions === true && say("browser-conditions"),
    !isOurs && isValuesOnly && say("browser-values-only"),
  ].filter((text) => text !== false);
  // Columns out of sight in a document are what its charts are drawn from.
  const hides = !isOurs && rows + columns > 0;
  if (told.length === 0 && !hides) return null;
  return (
    <p class="sheet-notice">
      {told.join(" ")}{" "}
      {hides && (
        <>
          {say("browser-hidden", { rows: rows || "", columns: columns || "" })}{" "}
          <button type="button" class="link" onClick={() => onShowHidden(!showsHidden)}>
            {say(showsHidden ? "browser-hidden-hide" : "browser-hidden-show")}
          </button>
        </>
      )}
    </p>
  );
}
