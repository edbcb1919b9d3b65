import { ZipFile } from "../../../../src/workbook/files/zip-file";
import type { Package } from "../../../../src/workbook/files/package";
import { textOf } from "../../../../src/workbook/files/xml";
import { parseBlock } from "../state/area";
import type { Grid } from "../state/grid";

/**
 * The library forgets the file of a link that also says a place in it: it is read again from the part of the sheet, where
 * the sheet has links to files at all.
 */
export function readLinkedFiles(grid: Grid, source: Uint8Array, path: string, pack: Package): void {
  const files = new Map(
    pack.relationships(path).flatMap(({ id, kind, target }) => (kind === "hyperlink" ? [[id, target] as const] : [])),
  );
  if (files.size === 0) return;
  const text = textOf(new ZipFile(source).read(path));
  for (const [element] of text.slice(text.lastIndexOf("</sheetData>")).matchAll(/<(?:\w+:)?hyperlink [^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`[ :]${name}="([^"]*)"`).exec(element)?.[1];
    const address = files.get(attribute("id") ?? "");
    const block = parseBlock(attribute("ref") ?? "");
    if (address === undefined || block === null || attribute("location") === undefined) continue;
    grid.eachLink(block, (row, column) => grid.setLink(row, column, { ...grid.linkAt(row, column)!, address }));
  }
}
