import type { SheetModel } from "../../documents";
import { keepBelowZero } from "./draw-looks";
import { drawSheet, type Setting } from "./draw-sheet";
import { relationshipsPath, worksheetType, type Package } from "./package";
import type { WorkbookPart } from "./workbook-part";
import { bytesOf, childrenOf, rootOf, textOf, utf16Mark } from "./xml";

/** The sheet of another package whose charts a generated sheet takes. */
interface ChartsSource {
  readonly pack: Package;
  readonly path: string;
}

/** Writes a generated sheet at a path of a package, in the place of any former one, and its charts at free paths. */
export function placeSheet(
  pack: Package,
  target: string,
  model: SheetModel,
  setting: Setting,
  charts: ChartsSource | null,
): void {
  // Macros know a sheet by its code name, which a replaced sheet keeps.
  const replaced = pack.has(target) ? textOf(pack.read(target)) : "";
  const { part, files } = drawSheet(model, setting, /<sheetPr[^>]* codeName="([^"]*)"/.exec(replaced)?.[1] ?? null);
  pack.remove(target);
  pack.write(target, bytesOf(part));
  pack.setContentType(target, worksheetType);
  // The cell is in the link itself, not in its target.
  const links = files.map((file) => `${kind("hyperlink")} Target="${encodeURIComponent(file)}" TargetMode="External"`);
  if (charts !== null) {
    const drawing = charts.pack.relationships(charts.path).find((link) => link.kind === "drawing")!;
    links.push(`${kind("drawing")} Target="/${copyPart(pack, charts.pack, drawing)}"`);
  }
  if (links.length > 0) pack.write(relationshipsPath(target), bytesOf(relationshipsOf(links)));
}

function kind(name: string): string {
  return `Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}"`;
}

function relationshipsOf(links: readonly string[]): string {
  const drawn = links.map((link, index) => `<Relationship Id="rId${index + 1}" ${link}/>`).join("");
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${drawn}</Relationships>`
  );
}

/** Copies a linked part of another package with the parts that it links to, under free paths; returns its path. */
function copyPart(pack: Package, from: Package, link: { readonly target: string; readonly kind: string }): string {
  const free = pack.freePath(link.target.replace(/\d+(?=\.\w+$)/, "#"));
  const part = from.read(link.target);
  pack.write(free, link.kind === "chart" ? bytesOf(keepBelowZero(textOf(part))) : part);
  pack.setContentType(free, from.contentType(link.target)!);
  copyLinks(pack, from, link.target, free);
  return free;
}

function copyLinks(pack: Package, from: Package, path: string, target: string): void {
  const own = relationshipsPath(path);
  if (!from.has(own)) return;
  const document = from.xml(own);
  const elements = childrenOf(rootOf(document));
  if (elements.length === 0) return;
  const links = new Map(from.relationships(path).map((link) => [link.id, link]));
  for (const element of elements)
    element.setAttribute("Target", `/${copyPart(pack, from, links.get(element.getAttribute("Id") ?? "")!)}`);
  pack.write(relationshipsPath(target), document);
}

/**
 * Makes a workbook open on a sheet, given by its index. The other sheets are deselected, without any other change,
 * because Excel edits all selected sheets together. Does nothing when the sheet is hidden, or when the encoding of a
 * part leaves its selection unknown.
 */
export function openOnSheet(pack: Package, workbook: WorkbookPart, place: number): void {
  if (workbook.sheets()[place]!.visibility !== "visible") return;
  const parts = workbook.sheetParts().map((path) => ({ path, head: pack.start(path, headBytes) }));
  if (parts.some(({ head }) => utf16Mark(head) !== null)) return;
  parts.forEach(({ path, head }, index) => {
    const changed = index === place ? selected(pack.read(path)) : unselected(pack, path, head);
    if (changed !== null) pack.write(path, changed);
  });
  workbook.openOn(place);
}

/** Bytes of a part that contain its views, which come before columns and rows. */
const headBytes = 0x4000;
/** Decodes one character per byte, so that indices in the text are indices in the part. */
const latin = new TextDecoder("latin1");
const selection = /(<(?:[\w.-]+:)?sheetView\b[^>]*?\s)(tabSelected\s*=\s*(?:"[^"]*"|'[^']*'))/g;
const view = /<(?:[\w.-]+:)?sheetView\b/;
/** The start of the rows. */
const rows = /<(?:[\w.-]+:)?sheetData\b/;

/** Returns a sheet part whose selection is overwritten with blanks; null when it has none. */
function unselected(pack: Package, path: string, head: Uint8Array): Uint8Array | null {
  const text = latin.decode(head.subarray(0, headBytes));
  const found = [...text.slice(0, rows.exec(text)?.index).matchAll(selection)];
  if (found.length === 0) return null;
  const changed = pack.read(path).slice();
  for (const { index, 1: before, 2: attribute } of found) {
    const start = index + before!.length;
    changed.fill(0x20, start, start + attribute!.length);
  }
  return changed;
}

/** Returns the part of a drawn sheet with a selection added. */
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
