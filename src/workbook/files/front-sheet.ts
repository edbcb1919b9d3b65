import type { Package } from "./package";
import type { WorkbookPart } from "./workbook-part";

/**
 * Has a workbook open on a sheet, by its place: Excel would edit together all the sheets that are selected, so the others are
 * selected no more, and nothing else of them changes. Does nothing where the sheet is hidden, or where a part is in an encoding
 * that leaves its selection unknown.
 */
export function openOnSheet(pack: Package, workbook: WorkbookPart, place: number): void {
  if (workbook.sheets()[place]!.visibility !== "visible") return;
  const parts = workbook.sheetParts().map((path) => ({ path, head: pack.start(path, headBytes) }));
  if (parts.some(({ head }) => isUtf16(head))) return;
  parts.forEach(({ path, head }, index) => {
    const changed = index === place ? selected(pack.read(path)) : unselected(pack, path, head);
    if (changed !== null) pack.write(path, changed);
  });
  workbook.openOn(place);
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** Views come before the rows and the columns of a sheet: further, there is none. */
const headBytes = 0x4000;
/** A character a byte, so that places in the text are places in the part. */
const latin = new TextDecoder("latin1");
const selection = /(<(?:[\w.-]+:)?sheetView\b[^>]*?\s)(tabSelected\s*=\s*(?:"[^"]*"|'[^']*'))/g;
const view = /<(?:[\w.-]+:)?sheetView\b/;

/** Returns the part of a sheet without its selection, blanks in its place; null where its head has none. */
function unselected(pack: Package, path: string, head: Uint8Array): Uint8Array | null {
  const found = [...latin.decode(head.subarray(0, headBytes)).matchAll(selection)];
  if (found.length === 0) return null;
  const changed = pack.read(path).slice();
  for (const { index, 1: before, 2: attribute } of found) {
    const start = index + before!.length;
    changed.fill(0x20, start, start + attribute!.length);
  }
  return changed;
}

/** Returns the part of a drawn sheet, which has no selection yet, with one. */
function selected(bytes: Uint8Array): Uint8Array | null {
  const found = view.exec(latin.decode(bytes.subarray(0, headBytes)));
  if (found === null) return null;
  const end = found.index + found[0].length;
  const attribute = new TextEncoder().encode(' tabSelected="1"');
  const changed = new Uint8Array(bytes.length + attribute.length);
  changed.set(bytes.subarray(0, end));
  changed.set(attribute, end);
  changed.set(bytes.subarray(end), end + attribute.length);
  return changed;
}
