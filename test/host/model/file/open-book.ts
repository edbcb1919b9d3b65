import { readXlsx } from "hucre/xlsx";
import { openWorkbookFile } from "../../../../src/workbook/files";
import { Package } from "../../../../src/workbook/files/package";
import { baseFontOf } from "../../../../src/workbook/files/styles-part";
import { packageOf } from "../../../../src/workbook/files/values-package";
import { WorkbookPart } from "../../../../src/workbook/files/workbook-part";
import { childOf, childrenOf, rootOf } from "../../../../src/workbook/files/xml";
import { HostBook } from "../state/book";
import { HostName } from "../state/name";
import { fillCharts, fillSheet } from "./read-sheet";
import { styleReader } from "./read-style";

/** A workbook in the host, and the package it came from. */
interface OpenedBook {
  readonly book: HostBook;
  /** The .xlsx that saving starts from. */
  readonly bytes: Uint8Array;
}

/** Opens the bytes of a file as Excel would. Throws where the file is no workbook. */
export async function openBook(bytes: Uint8Array, file: string): Promise<OpenedBook> {
  const source = await asPackage(bytes, file);
  const pack = Package.open(source, (path) => !/\/(media|charts|drawings|worksheets)\//.test(path));
  const path = pack.workbookPath();
  if (path === null) throw new Error(`${file} holds no workbook.`);
  const part = new WorkbookPart(pack, path);
  const entries = part.sheets();
  const read = await readXlsx(source, { sheets: (_, place) => entries[place]?.path != null, readStyles: true });

  const book = new HostBook(file, part.date1904);
  const styles = part.linkedPart("styles");
  if (styles !== null) book.baseFont = baseFontOf(pack.xml(styles));
  const styleOf = styleReader(book.baseFont);
  const found = entries.filter((entry) => entry.path !== null);
  // Every sheet is there before the first formula is read: formulas name sheets.
  const sheets = found.map(({ name, path: target, sheetId }) => {
    const sheet = book.insertSheet(name);
    sheet.tabId = sheetId;
    sheet.origin = { path: target!, name };
    return sheet;
  });
  readNames(pack, path, book);
  sheets.forEach((sheet, index) => fillSheet(sheet, read.sheets[index]!, styleOf));
  sheets.forEach((sheet, index) => fillCharts(sheet, read.sheets[index]!.charts ?? []));
  for (const sheet of sheets) if (sheet.key === null) sheet.grid.touched = new Set();
  book.calculation.start();
  activateFirst(pack, path, book);
  return { book, bytes: source };
}

/** The file itself, or the workbook that Excel would make of an older format or of a text. */
async function asPackage(bytes: Uint8Array, file: string): Promise<Uint8Array> {
  if (/\.xls[xm]$/i.test(file)) return bytes;
  const opened = await openWorkbookFile(bytes, file);
  if (!opened.ok) throw new Error(`${file}: ${opened.anomaly.code}`);
  return packageOf(opened.workbook.source);
}

/** Names as the file has them; those of Excel itself (`_xlnm.…`) are the sheet's print set-up and filters. */
function readNames(pack: Package, path: string, book: HostBook): void {
  const root = rootOf(pack.xml(path));
  const places = childrenOf(childOf(root, "sheets")!, "sheet").map((element) => element.getAttribute("name") ?? "");
  const parent = childOf(root, "definedNames");
  for (const element of parent === null ? [] : childrenOf(parent, "definedName")) {
    const scope = element.getAttribute("localSheetId");
    const sheet = scope === null ? null : book.findSheet(places[Number(scope)] ?? "");
    const name = element.getAttribute("name") ?? "";
    if (name.startsWith("_xlnm.") || (scope !== null && sheet === null)) continue;
    const item = new HostName(name, sheet, element.textContent ?? "");
    item.visible = element.getAttribute("hidden") !== "1";
    (sheet?.names ?? book.names).push(item);
  }
  const protection = childOf(root, "workbookProtection");
  book.isProtected = ["1", "true"].includes(protection?.getAttribute("lockStructure") ?? "");
}

function activateFirst(pack: Package, path: string, book: HostBook): void {
  const root = rootOf(pack.xml(path));
  const views = childOf(root, "bookViews");
  const view = views === null ? undefined : childrenOf(views, "workbookView")[0];
  const sheets = childrenOf(childOf(root, "sheets")!, "sheet");
  const name = sheets[Number(view?.getAttribute("activeTab") ?? 0)]?.getAttribute("name");
  const sheet = book.findSheet(name ?? "");
  if (sheet?.visibility === "Visible") book.activate(sheet);
}
