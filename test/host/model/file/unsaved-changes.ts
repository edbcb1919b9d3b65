import type { HostBook } from "../state/book";
import { looksOf } from "../state/data-bars";
import type { HostSheet } from "../state/sheet";

/** What a sheet is beside its contents, its name and whether it shows, as a text: saving keeps none of it up to date. */
export function layoutOf(sheet: HostSheet): string {
  const { tabColor, merges, freeze, page, settings, isProtected, autoFilter, tables, charts, dataBars } = sheet;
  return JSON.stringify({
    sizes: [[...sheet.rowHeights], [...sheet.columnWidths]],
    hidden: [[...sheet.hiddenRows], [...sheet.hiddenColumns]],
    breaks: [[...sheet.rowBreaks], [...sheet.columnBreaks]],
    links: [...sheet.grid.links],
    tables: tables.map(({ name, block, showFilterButton, style }) => [name, block, showFilterButton, style]),
    charts: charts.map(({ name, title, anchor }) => [name, title, anchor]),
    dataBars: dataBars.map((bars) => [bars.blocks, looksOf(bars)]),
    shown: { tabColor, merges, freeze, page, settings, isProtected, autoFilter },
  });
}

/**
 * Throws where the user's own sheets of the file changed in more than saving writes: a test must not take for saved what is
 * not.
 */
export function refuseUnsaved(book: HostBook): void {
  const own = book.sheets.filter(({ origin, key }) => origin !== null && key === null);
  for (const sheet of own)
    if (sheet.grid.isRestyled || layoutOf(sheet) !== sheet.origin!.layout)
      throw new Error(
        `« ${sheet.name} »: of a sheet of the file, the host saves contents, its name and whether it shows.`,
      );
  const places = own.map(({ origin }) => origin!.place);
  if (places.some((place, index) => place < (places[index - 1] ?? 0)))
    throw new Error("The host does not save the order of sheets.");
}
