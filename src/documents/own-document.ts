import type { Cell } from "../cells";
import { journalTexts } from "./journal";
import { campaignLineStart } from "./texts";

/**
 * Whether a sheet bears the first two lines of a document of ours: all that tells it where a file's format keeps neither
 * names nor keys (.xls, .ods, .csv). Null for a user's sheet.
 */
export function ownDocumentOf(rows: readonly (readonly Cell[])[]): "document" | "journal" | null {
  const [title, subtitle] = [rows[0]?.[0], rows[1]?.[0]];
  if (title === journalTexts.title && subtitle === journalTexts.subtitle) return "journal";
  return typeof subtitle === "string" && subtitle.startsWith(campaignLineStart) && / · situation au /.test(subtitle)
    ? "document"
    : null;
}
