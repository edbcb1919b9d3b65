import { HostError, type Wire } from "../../host-object";
import {
  bounding,
  columnsOf,
  intersect,
  meets,
  isEntireColumn,
  isEntireRow,
  lastColumn,
  lastRow,
  rowsOf,
  type Area,
  type Areas,
} from "../state/area";
import { writeCells } from "../state/write-cells";
import { conditionalFormats } from "./conditional-formats";
import { booleanOf, defineClass, numberOf, required, type Argument, type ModelObject, type ObjectOf } from "./define";
import { ofArea } from "./guards";
import { addressOf, areaFrom, areaOf, movedArea } from "./places";
import { rangeFormat } from "./range-format";
import { mergedAreas } from "./range-areas";
import { cellProperties, columnProperties, rowProperties, setCellProperties } from "./range-properties";
import { formulasOf, hyperlinkOf, matrix, textAt, typeOf, valuesOf } from "./range-reads";
import { clearAreas, copyFrom, merge, setHyperlink, setNumberFormat } from "./range-writes";
import { worksheet } from "./worksheet";

/** Merged areas that Excel tells of in one answer. */
const mostMerges = 512;

function hiddenOf(places: ReadonlySet<number>, first: number, last: number): boolean | null {
  let count = 0;
  for (const place of places) if (place >= first && place <= last) count++;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}

function hide(places: Set<number>, first: number, last: number, value: Wire): void {
  if (booleanOf(value, "hidden")) for (let place = first; place <= last; place++) places.add(place);
  else for (const place of [...places]) if (place >= first && place <= last) places.delete(place);
}

function usedIn(area: Area, valuesOnly: Argument): Area | null {
  area.sheet.book.calculation.update();
  const used = area.sheet.grid.used(valuesOnly !== true);
  const inside = used === null ? null : intersect(used, area);
  return inside === null ? null : areaOf(area.sheet, inside);
}

/** The range of an area, or a null object. */
export const optional = (area: Area | null): ModelObject<Area> | null => (area === null ? null : range(area));

function within(area: Area, other: Argument): Area | null {
  const second = areaFrom(area.sheet, other);
  const inside = second.sheet === area.sheet ? intersect(area, second) : null;
  return inside === null ? null : areaOf(area.sheet, inside);
}

function sizeOf(first: number, last: number, of: (place: number) => number): number {
  let total = 0;
  for (let place = first; place <= last; place++) total += of(place);
  return total;
}

function spillOf(area: Area): Area | null {
  area.sheet.book.calculation.update();
  const block = area.sheet.book.calculation.spillOf(area.sheet, area.top, area.left);
  return block === null ? null : areaOf(area.sheet, block);
}

const cellAt = (area: Area, row: number, column: number): Area =>
  movedArea(area, { top: area.top + row, bottom: area.top + row, left: area.left + column, right: area.left + column });

/** The format of a cell; in French where the workbook is in an Excel that tells it so. */
function formatTold({ sheet }: Area, row: number, column: number): string {
  const { numberFormat } = sheet.grid.style(row, column);
  if (!sheet.book.formatsAreLocal) return numberFormat;
  if (numberFormat === "General") return "Standard";
  return numberFormat.replace(/"[^"]*"|[dy]/gi, (part) => ({ d: "j", y: "a" })[part.toLowerCase()] ?? part);
}

export const range: ObjectOf<Area> = defineClass<Area>("Range", {
  ...ofArea,
  writes: ["clear", "copyFrom", "merge", "unmerge", "setCellProperties", "setRowProperties", "setColumnProperties"],
  get: {
    address: (area) => addressOf(area),
    cellCount: (area) => rowsOf(area) * columnsOf(area),
    rowIndex: (area) => area.top,
    columnIndex: (area) => area.left,
    rowCount: (area) => rowsOf(area),
    columnCount: (area) => columnsOf(area),
    isEntireRow: (area) => isEntireRow(area),
    isEntireColumn: (area) => isEntireColumn(area),
    values: (area) => valuesOf(area),
    formulas: (area) => formulasOf(area),
    valueTypes: (area) => matrix(area, (row, column) => typeOf(area.sheet.grid.value(row, column))),
    text: (area) => matrix(area, (row, column) => textAt(area, row, column)),
    numberFormat: (area) => matrix(area, (row, column) => formatTold(area, row, column)),
    hyperlink: (area) => hyperlinkOf(area),
    rowHidden: (area) => hiddenOf(area.sheet.hiddenRows, area.top, area.bottom),
    columnHidden: (area) => hiddenOf(area.sheet.hiddenColumns, area.left, area.right),
    hidden: (area) =>
      hiddenOf(area.sheet.hiddenRows, area.top, area.bottom) === true ||
      hiddenOf(area.sheet.hiddenColumns, area.left, area.right) === true,
    hasSpill: (area) => spillOf(area) !== null,
    style: () => "Normal",
    top: (area) => sizeOf(0, area.top - 1, (row) => area.sheet.heightOf(row)),
    left: (area) => sizeOf(0, area.left - 1, (column) => area.sheet.widthOf(column)),
    height: (area) => sizeOf(area.top, area.bottom, (row) => area.sheet.heightOf(row)),
    width: (area) => sizeOf(area.left, area.right, (column) => area.sheet.widthOf(column)),
  },
  set: {
    values: (area, value) => writeCells(area, value),
    formulas: (area, value) => writeCells(area, value),
    numberFormat: (area, value) => setNumberFormat(area, value),
    hyperlink: (area, value) => setHyperlink(area, value),
    rowHidden: (area, value) => hide(area.sheet.hiddenRows, area.top, area.bottom, value),
    columnHidden: (area, value) => hide(area.sheet.hiddenColumns, area.left, area.right, value),
  },
  navigate: {
    format: (area) => rangeFormat([area]),
    conditionalFormats: (area) => conditionalFormats(area),
    worksheet: (area) => worksheet(area.sheet),
  },
  call: {
    clear: (area, applyTo) => clearAreas([area], applyTo),
    copyFrom: (area, source, kind, skipBlanks, transpose) => copyFrom(area, source, kind, skipBlanks, transpose),
    merge: (area, across) => merge(area, across),
    unmerge: (area) => void (area.sheet.merges = area.sheet.merges.filter((block) => !meets(block, area))),
    select: (area) => area.sheet.book.select(area),
    calculate: (area) => area.sheet.book.calculation.update(true),
    getCell: (area, row, column) => range(cellAt(area, numberOf(row, "row"), numberOf(column, "column"))),
    getRow: (area, row) => range(rowOfArea(area, numberOf(row, "row"))),
    getColumn: (area, column) => range(columnOfArea(area, numberOf(column, "column"))),
    getLastCell: (area) => range(cellAt(area, rowsOf(area) - 1, columnsOf(area) - 1)),
    getLastRow: (area) => range(rowOfArea(area, rowsOf(area) - 1)),
    getLastColumn: (area) => range(columnOfArea(area, columnsOf(area) - 1)),
    getEntireRow: (area) => range({ ...area, left: 0, right: lastColumn }),
    getEntireColumn: (area) => range({ ...area, top: 0, bottom: lastRow }),
    getOffsetRange: (area, down, right) =>
      range(offset(area, numberOf(down, "rowOffset"), numberOf(right, "columnOffset"))),
    getResizedRange: (area, rows, columns) =>
      range(
        movedArea(area, {
          bottom: area.bottom + numberOf(rows, "deltaRows"),
          right: area.right + numberOf(columns, "deltaColumns"),
        }),
      ),
    getAbsoluteResizedRange: (area, rows, columns) =>
      range(
        movedArea(area, {
          bottom: area.top + numberOf(rows, "numRows") - 1,
          right: area.left + numberOf(columns, "numColumns") - 1,
        }),
      ),
    getRowsBelow: (area, count) =>
      range(movedArea(area, { top: area.bottom + 1, bottom: area.bottom + numberOf(count ?? 1, "count") })),
    getRowsAbove: (area, count) =>
      range(movedArea(area, { top: area.top - numberOf(count ?? 1, "count"), bottom: area.top - 1 })),
    getColumnsAfter: (area, count) =>
      range(movedArea(area, { left: area.right + 1, right: area.right + numberOf(count ?? 1, "count") })),
    getColumnsBefore: (area, count) =>
      range(movedArea(area, { left: area.left - numberOf(count ?? 1, "count"), right: area.left - 1 })),
    getBoundingRect: (area, other) => range(areaOf(area.sheet, bounding(area, areaFrom(area.sheet, other)))),
    getIntersection: (area, other) => required(optional(within(area, other))),
    getIntersectionOrNullObject: (area, other) => optional(within(area, other)),
    getUsedRange: (area, valuesOnly) => range(usedIn(area, valuesOnly) ?? cellAt(area, 0, 0)),
    getUsedRangeOrNullObject: (area, valuesOnly) => optional(usedIn(area, valuesOnly)),
    getSpillingToRangeOrNullObject: (area) => optional(spillOf(area)),
    getMergedAreasOrNullObject: (area) => {
      area.sheet.book.undoEmptied++;
      return mergedIn(area);
    },
    getRowProperties: (area, options) => ({ value: rowProperties(area, options as Wire) }),
    getColumnProperties: (area, options) => ({ value: columnProperties(area, options as Wire) }),
    getCellProperties: (area, options) => ({ value: cellProperties(area, options as Wire) }),
    setCellProperties: (area, given) => setCellProperties(area, given as Wire, "cells"),
    setRowProperties: (area, given) => setCellProperties(area, given as Wire, "rows"),
    setColumnProperties: (area, given) => setCellProperties(area, given as Wire, "columns"),
  },
});

function rowOfArea(area: Area, row: number): Area {
  return movedArea(area, { top: area.top + row, bottom: area.top + row });
}

function columnOfArea(area: Area, column: number): Area {
  return movedArea(area, { left: area.left + column, right: area.left + column });
}

function offset(area: Area, down: number, right: number): Area {
  const { top, left, bottom, right: end } = area;
  return movedArea(area, { top: top + down, bottom: bottom + down, left: left + right, right: end + right });
}

function mergedIn(area: Area): ModelObject<Areas> | null {
  // One is told by the range that holds its top left cell (tracker 3611).
  const merged = area.sheet.merges.filter(
    ({ top, left }) => top >= area.top && top <= area.bottom && left >= area.left && left <= area.right,
  );
  if (merged.length > mostMerges) throw new HostError("GeneralException", "Too many merged areas to tell.");
  return merged.length === 0 ? null : mergedAreas(merged.map((block) => areaOf(area.sheet, block)));
}
