import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import type { SheetModel } from "../../../../src/documents";
import { drawSheet } from "../../../../src/workbook/files/draw-sheet";
import { Package } from "../../../../src/workbook/files/package";
import { placeSheet } from "../../../../src/workbook/files/place-sheet";
import { baseFontOf, mergeStyles } from "../../../../src/workbook/files/styles-part";
import { WorkbookPart } from "../../../../src/workbook/files/workbook-part";
import { rootOf } from "../../../../src/workbook/files/xml";
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

/** Adds sheets to a package after its own: cells, looks, widths, tables. False where there is none to add. */
export async function addUserSheets(pack: Package, path: string, sheets: readonly HostSheet[]): Promise<boolean> {
  if (sheets.length === 0) return false;
  const workbook = new WorkbookPart(pack, path);
  const stylesPath = workbook.linkedPart("styles");
  if (stylesPath === null) throw new Error("The workbook has no style sheet to add to.");
  const styles = pack.xml(stylesPath);
  const setting = { font: baseFontOf(styles), date1904: workbook.date1904 };
  const written = sheets.map((sheet): WriteSheet => ({ ...drawSheet(modelOf(sheet), setting), ...tablesOf(sheet) }));
  const drawn = Package.open(await writeXlsx({ sheets: written, stringMode: "inline", defaultFont: setting.font }));
  const formats = mergeStyles(styles, drawn.xml("xl/styles.xml"));
  pack.write(stylesPath, styles);
  sheets.forEach((sheet, index) => {
    const target = pack.freePath("xl/worksheets/sheet#.xml");
    placeSheet(pack, drawn, `xl/worksheets/sheet${index + 1}.xml`, target, formats);
    numberTables(pack, target);
    workbook.addSheet(sheet.name, target);
  });
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

function tablesOf({ tables, grid }: HostSheet): Partial<WriteSheet> {
  if (tables.length === 0) return {};
  return {
    tables: tables.map(({ name, block, style, showFilterButton }) => ({
      name,
      range: blockName(block),
      style,
      showAutoFilter: showFilterButton,
      columns: Array.from({ length: block.right - block.left + 1 }, (_, column) => ({
        name: String(wireOf(grid.value(block.top, block.left + column))),
      })),
    })),
  };
}

/** Each table of a workbook has a number of its own. */
function numberTables(pack: Package, sheet: string): void {
  for (const { kind, target } of pack.relationships(sheet)) {
    if (kind !== "table") continue;
    const document = pack.xml(target);
    rootOf(document).setAttribute("id", String(1000 + Number(/\d+/.exec(target.split("/").pop()!)?.[0] ?? 0)));
    pack.write(target, document);
  }
}
