import { writeXlsx } from "hucre/xlsx";
import type { SheetModel } from "../../../../src/documents";
import { drawLooks } from "../../../../src/workbook/files/draw-looks";
import { Package, relationshipsPath } from "../../../../src/workbook/files/package";
import { placeSheet } from "../../../../src/workbook/files/place-sheet";
import { baseFontOf, mergeStyles } from "../../../../src/workbook/files/styles-part";
import { WorkbookPart } from "../../../../src/workbook/files/workbook-part";
import { bytesOf, childrenOf, newElement, rootOf, textOf } from "../../../../src/workbook/files/xml";
import { blockName } from "../state/area";
import { wireOf } from "../state/cell";
import type { HostSheet } from "../state/sheet";
import { sheetRows } from "./sheet-rows";
import { charactersOf } from "../state/widths";

/** How a sheet that is no document is printed: as documents are, for want of asking. */
const print: SheetModel["print"] = {
  orientation: "portrait",
  area: { lastRow: 0, lastColumn: 0 },
  titleRows: null,
  header: ["", "", ""],
  footer: ["", "", ""],
  breaksBefore: [],
  onePage: false,
  margins: { top: 0.75, bottom: 0.75, left: 0.7, right: 0.7, header: 0.3, footer: 0.3 },
};

const drawnSheet = "xl/worksheets/sheet1.xml";
const tableLink = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/table";

/** Adds sheets to a package after its own: cells, looks, widths, tables. False where there is none to add. */
export async function addUserSheets(pack: Package, path: string, sheets: readonly HostSheet[]): Promise<boolean> {
  if (sheets.length === 0) return false;
  const workbook = new WorkbookPart(pack, path);
  const stylesPath = workbook.linkedPart("styles");
  if (stylesPath === null) throw new Error("The workbook has no style sheet to add to.");
  const styles = pack.xml(stylesPath);
  const font = baseFontOf(styles);
  const models = sheets.map(modelOf);
  const looks = await drawLooks(models, font);
  const moved = mergeStyles(styles, looks.pack.xml("xl/styles.xml"));
  const formats = new Map([...looks.formats].map(([style, format]) => [style, moved[format]!]));
  pack.write(stylesPath, styles);
  for (const [index, sheet] of sheets.entries()) {
    const target = pack.freePath("xl/worksheets/sheet#.xml");
    placeSheet(pack, target, models[index]!, { formats, date1904: workbook.date1904 }, null);
    await addTables(pack, target, sheet);
    workbook.addSheet(sheet.name, target);
  }
  workbook.addNames(
    sheets.flatMap((sheet) =>
      sheet.names.map(({ name, formula, visible }) => ({
        name,
        sheet: workbook.sheets().findIndex((entry) => entry.name === sheet.name),
        formula: formula,
        hidden: !visible,
      })),
    ),
  );
  workbook.save();
  return true;
}

function modelOf(sheet: HostSheet): SheetModel {
  const last = Math.max(-1, ...sheet.columnWidths.keys());
  return {
    key: "",
    name: sheet.name,
    widths: Array.from({ length: last + 1 }, (_, column) => charactersOf(sheet.widthOf(column))),
    rows: sheetRows(sheet, -1),
    freeze: sheet.freeze,
    print,
    charts: [],
    dataBars: [],
    names: [],
    tabColor: sheet.tabColor,
  };
}

/** Adds the tables of a sheet to its part, as hucre draws them. */
async function addTables(pack: Package, target: string, { name, tables, grid }: HostSheet): Promise<void> {
  if (tables.length === 0) return;
  const described = tables.map(({ name: title, block, style, showFilterButton }) => ({
    name: title,
    range: blockName(block),
    style,
    showAutoFilter: showFilterButton,
    columns: Array.from({ length: block.right - block.left + 1 }, (_, column) => ({
      name: String(wireOf(grid.value(block.top, block.left + column))),
    })),
  }));
  const drawn = Package.open(await writeXlsx({ sheets: [{ name, tables: described }] }));
  const path = relationshipsPath(target);
  const links = pack.has(path) ? pack.xml(path) : drawn.xml(relationshipsPath(drawnSheet));
  const root = rootOf(links);
  if (!pack.has(path)) for (const link of childrenOf(root)) root.removeChild(link);
  const parts = drawn.relationships(drawnSheet).map(({ target: table }, index) => {
    const free = pack.freePath("xl/tables/table#.xml");
    const document = drawn.xml(table);
    // Each table of a workbook has a number of its own.
    rootOf(document).setAttribute("id", String(1000 + Number(/\d+/.exec(free)![0])));
    pack.write(free, document);
    pack.setContentType(free, drawn.contentType(table)!);
    const id = `table${index + 1}`;
    root.appendChild(newElement(root, "Relationship", { Id: id, Type: tableLink, Target: `/${free}` }));
    return `<tablePart r:id="${id}"/>`;
  });
  pack.write(path, links);
  const list = `<tableParts count="${parts.length}">${parts.join("")}</tableParts></worksheet>`;
  pack.write(target, bytesOf(textOf(pack.read(target)).replace("</worksheet>", list)));
}
