import type { Reading, SheetRef } from "../inventory";

/** Files that are not the first one, in which alone our links need no file. */
export function filesApart(reading: Reading): ReadonlySet<string> {
  const sheets: SheetRef[] = [...reading.rows, ...reading.mappings].map(({ sheet }) => sheet);
  return new Set(sheets.flatMap(({ otherFile }) => (otherFile === null ? [] : [otherFile])));
}
