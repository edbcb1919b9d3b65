/** Writes rows of texts as spreadsheets exchange them: tabs between cells, quotes around a text of several lines. */
export function toTabbedText(rows: readonly (readonly string[])[]): string {
  const written = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => cells.map(written).join("\t")).join("\r\n");
}

/** Reads what a spreadsheet put in the clipboard; the end of the last line begins no other. */
export function fromTabbedText(text: string): string[][] {
  const cell = /(?:(\t)|\r\n|[\n\r])(?:"((?:[^"]|"")*)"(?=[\t\n\r]|$)|([^\t\n\r]*))/g;
  const rows: string[][] = [];
  for (const [, tab, quoted, plain = ""] of `\n${text.replace(/(?:\r\n|[\n\r])$/, "")}`.matchAll(cell)) {
    if (tab === undefined) rows.push([]);
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain);
  }
  return rows;
}
