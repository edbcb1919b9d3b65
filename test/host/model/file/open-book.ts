import { readXlsx } from "hucre/xlsx";
import { officeTheme, readTheme } from "../../../../src/workbook/files/colours";
import { Package } from "../../../../src/workbook/files/package";
import { baseFontOf } from "../../../../src/workbook/files/styles-part";
import { WorkbookPart } from "../../../../src/workbook/files/workbook-part";
import { childOf, childrenOf, rootOf } from "../../../../src/workbook/files/xml";
import { XmlScanner } from "../../../../src/workbook/files/xml-scanner";
import { HostBook } from "../state/book";
import { HostName } from "../state/name";
import { readLinkedFiles } from "./read-links";
import { fillCharts } from "./read-charts";
import { fillComments } from "./read-comments";
import { fillDataBars } from "./read-data-bars";
import { fillSheet } from "./read-sheet";
import { styleReader } from "./read-style";
import { layoutOf } from "./unsaved-changes";

/** Opens the bytes of an .xlsx or .xlsm file. Throws where they are no workbook. */
export async function openBook(bytes: Uint8Array, file: string): Promise<HostBook> {
  const pack = Package.open(bytes);
  const path = pack.workbookPath();
  if (path === null) throw new Error(`${file} holds no workbook.`);
  const part = new WorkbookPart(pack, path);
  const entries = part.sheets();
  const read = await readXlsx(bytes, { sheets: (_, place) => entries[place]?.path != null, readStyles: true });

  const book = new HostBook(file, part.date1904);
  const styles = part.linkedPart("styles");
  if (styles !== null) book.baseFont = baseFontOf(pack.xml(styles));
  const styleOf = styleReader(book.baseFont, themeOf(pack, part));
  const found = entries.filter((entry) => entry.path !== null);
  // Every sheet is there before the first formula is read: formulas name sheets.
  const sheets = found.map(({ name, sheetId }) => {
    const sheet = book.insertSheet(name);
    sheet.tabId = sheetId;
    return sheet;
  });
  readNames(pack, path, book);
  sheets.forEach((sheet, index) => fillSheet(sheet, read.sheets[index]!, styleOf));
  sheets.forEach(({ grid }, index) => readLinkedFiles(grid, bytes, found[index]!.path!, pack));
  sheets.forEach((sheet, index) => fillCharts(sheet, read.sheets[index]!.charts ?? [], pack, found[index]!.path!));
  sheets.forEach((sheet, index) => fillDataBars(sheet, read.sheets[index]!, bytes, found[index]!.path!));
  sheets.forEach((sheet, index) => fillComments(sheet, pack, found[index]!.path!));
  sheets.forEach((sheet, place) => {
    sheet.origin = { path: found[place]!.path!, name: sheet.name, place, layout: layoutOf(sheet) };
    if (sheet.key === null) sheet.grid.touched = new Set();
  });
  book.calculation.start();
  activateFirst(pack, path, book);
  return book;
}

/** The colours of the workbook's theme. */
function themeOf(pack: Package, part: WorkbookPart): readonly string[] {
  const path = part.linkedPart("theme");
  return path === null || !pack.has(path) ? officeTheme : readTheme(new XmlScanner(pack.read(path), path));
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
