/** Returns the letters of a zero-based column: 0 → A, 26 → AA. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** Returns the A1 address of a zero-based place. */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** Returns the zero-based place of an A1 address (`$` allowed); null where it is none. */
export function parseCellName(address: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(address.trim());
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** Writes a sheet name as a formula needs it: always quoted, apostrophes doubled. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/**
 * Writes `Feuille!A1` as people read it, with the file in brackets where it is not the first one:
 * `[autre.xlsx]Feuille!A1`.
 */
export function sourceName(sheet: string, cell: string, otherFile: string | null): string {
  return otherFile === null ? `${sheet}!${cell}` : `[${otherFile}]${sheet}!${cell}`;
}
