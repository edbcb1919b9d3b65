import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import type { WorkbookSource } from "./open-workbook";

/** The .xlsx that generated sheets are added to: the file itself, or a new one that holds its values. */
export async function packageOf(source: WorkbookSource): Promise<Uint8Array> {
  if (source.kind === "package") return source.bytes;
  const sheets = source.sheets.map((sheet): WriteSheet => {
    const cells: NonNullable<WriteSheet["cells"]> = new Map();
    sheet.rows.forEach((row, r) =>
      row.forEach((value, c) => {
        if (value instanceof Date)
          cells.set(`${r},${c}`, { value, style: { numFmt: hasTime(value) ? "dd/mm/yyyy hh:mm" : "dd/mm/yyyy" } });
        // Text stays text, whatever it looks like.
        else if (typeof value === "string" && value !== "") cells.set(`${r},${c}`, { value, style: { numFmt: "@" } });
      }),
    );
    return {
      name: sheet.name,
      rows: sheet.rows,
      cells,
      ...(sheet.merges === undefined ? {} : { merges: sheet.merges }),
    };
  });
  return writeXlsx({ sheets: sheets.length > 0 ? sheets : [{ name: "Feuille", rows: [] }] });
}

function hasTime(date: Date): boolean {
  return date.getTime() % 86_400_000 !== 0;
}
