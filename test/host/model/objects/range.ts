import FormulaParser from "fast-formula-parser";
import { CellError, type Cell, type CellBlock } from "../../../../src/cells";
import { HostError, type Wire } from "../../host-object";
import {
  bounding,
  columnsOf,
  intersect,
  isEntireColumn,
  isEntireRow,
  lastColumn,
  lastRow,
  rowsOf,
  type Area,
} from "../state/area";
import { copyArea, type CopyKind } from "../state/copy";
import { wireOf, type Link } from "../state/grid";
import { plain, restyled } from "../state/style";
import { eachGiven, writeCells } from "../state/write-cells";
import {
  booleanOf,
  defineClass,
  numberOf,
  oneOf,
  stateOf,
  textOf,
  type Argument,
  type ModelObject,
  type ObjectOf,
} from "./define";
import { addressOf, areaFrom, areaOf, areasFrom, movedArea } from "./places";
import { presentAreas, rangeFormat, restyle, writableAreas, type Areas } from "./range-format";
import { cellProperties, columnProperties, rowProperties, setCellProperties } from "./range-properties";
import { worksheet } from "./worksheet";

/** Cells whose values Excel still gives at once. */
const mostCells = 5_000_000;

function matrix(area: Area, read: (row: number, column: number) => Wire): Wire {
  if (rowsOf(area) * columnsOf(area) > mostCells) return null;
  area.sheet.book.calculation.update();
  const rows: Wire[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: Wire[] = [];
    for (let column = area.left; column <= area.right; column++) cells.push(read(row, column));
    rows.push(cells);
  }
  return rows;
}

export function valuesOf(area: Area): Wire {
  const { grid } = area.sheet;
  return matrix(area, (row, column) => wireOf(grid.value(row, column)));
}

function formulasOf(area: Area): Wire {
  const { grid } = area.sheet;
  return matrix(area, (row, column) => {
    const formula = grid.formula(row, column);
    return formula === undefined ? wireOf(grid.value(row, column)) : `=${formula.text}`;
  });
}

function typeOf(value: Cell): string {
  if (value === null) return "Empty";
  if (value instanceof CellError) return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

function textAt({ sheet }: Area, row: number, column: number): string {
  const value = sheet.grid.value(row, column);
  if (value === null || value instanceof CellError) return value === null ? "" : value.code;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return FormulaParser.SSF.format(sheet.grid.style(row, column).numberFormat, value);
}

function setNumberFormat(area: Area, value: Wire): void {
  if (typeof value === "string") return restyle([area], { numberFormat: value });
  eachGiven(area, value, (row, column, format) => {
    const style = area.sheet.grid.style(row, column);
    area.sheet.grid.setStyle(row, column, restyled(style, { numberFormat: textOf(format, "numberFormat") }));
  });
}

function hyperlinkOf({ sheet, top, left }: Area): Wire {
  const link = sheet.grid.linkAt(top, left);
  if (link === undefined) return null;
  return {
    ...(link.address === null ? {} : { address: link.address }),
    ...(link.place === null ? {} : { documentReference: link.place }),
    screenTip: link.tip ?? "",
    textToDisplay: String(wireOf(sheet.grid.value(top, left))),
  };
}

/** Links every cell, and gives it the look of a link, as Excel does: a colour and an underline to be changed after. */
function setHyperlink(area: Area, value: Wire): void {
  const { address, documentReference, screenTip, textToDisplay } = (value ?? {}) as Record<string, Wire>;
  const text = (one: Wire | undefined): string | null => (typeof one === "string" && one !== "" ? one : null);
  const link: Link = { address: text(address), place: text(documentReference), tip: text(screenTip) };
  if (link.address === null && link.place === null) throw new HostError("InvalidArgument", "A link leads somewhere.");
  const { grid } = area.sheet;
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      grid.setLink(row, column, link);
      const shown = text(textToDisplay) ?? (grid.isFilled(row, column) ? null : (link.address ?? link.place));
      if (shown !== null) grid.setValue(row, column, shown);
    }
  area.sheet.book.changed(area.sheet, area);
  restyle([area], { color: "0563C1", underline: "Single" });
}

const clearings = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks"] as const;

/** Takes contents, formats or links away. */
export function clearAreas(areas: Areas, applyTo: Argument): void {
  const what = oneOf(applyTo ?? "All", clearings, "applyTo");
  for (const area of areas) {
    const { grid, book } = area.sheet;
    if (what === "All" || what === "Contents") {
      grid.clearContents(area);
      book.changed(area.sheet, area);
    }
    if (what !== "Contents" && what !== "Formats") grid.clearLinks(area);
    if (what === "All" || what === "Formats" || what === "RemoveHyperlinks") grid.restyle(area, () => plain);
    if (what === "All") area.sheet.merges = area.sheet.merges.filter((block) => intersect(block, area) === null);
  }
}

function hiddenOf(places: ReadonlySet<number>, first: number, last: number): boolean | null {
  let count = 0;
  for (const place of places) if (place >= first && place <= last) count++;
  return count === 0 ? false : count === last - first + 1 ? true : null;
}

function hide(places: Set<number>, first: number, last: number, value: Wire): void {
  if (booleanOf(value, "hidden")) for (let place = first; place <= last; place++) places.add(place);
  else for (const place of [...places]) if (place >= first && place <= last) places.delete(place);
}

const copyKinds = ["All", "Formulas", "Values", "Formats", "Link"] as const;

function copyFrom(area: Area, source: Argument, kind: Argument, skipBlanks: Argument, transpose: Argument): void {
  if (skipBlanks === true || transpose === true)
    throw new HostError("NotImplemented", "copyFrom: skipBlanks, transpose");
  const sources = areasFrom(area.sheet, source);
  if (sources.length !== 1) throw new HostError("NotImplemented", "copyFrom: several areas");
  const copyKind: CopyKind = oneOf(kind ?? "All", copyKinds, "copyType");
  // Formulas are copied, not what they give.
  if (copyKind === "Values") area.sheet.book.calculation.update();
  copyArea(sources[0]!, area, copyKind);
}

function usedIn(area: Area, valuesOnly: Argument): Area | null {
  area.sheet.book.calculation.update();
  const used = area.sheet.grid.used(valuesOnly !== true);
  const inside = used === null ? null : intersect(used, area);
  return inside === null ? null : areaOf(area.sheet, inside);
}

function required(area: Area | null): ModelObject<Area> {
  if (area === null) throw new HostError("ItemNotFound");
  return range(area);
}

const optional = (area: Area | null): ModelObject<Area> | null => (area === null ? null : range(area));

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

function merge(area: Area, across: Argument): void {
  const { sheet } = area;
  if (sheet.tables.some((table) => intersect(table.block, area) !== null))
    throw new HostError("InvalidArgument", "A table has no merged cell.");
  sheet.merges = sheet.merges.filter((block) => intersect(block, area) === null);
  const blocks: CellBlock[] = [];
  if (across === true)
    for (let row = area.top; row <= area.bottom; row++) blocks.push({ ...areaBlock(area), top: row, bottom: row });
  else blocks.push(areaBlock(area));
  for (const block of blocks) {
    const [formula, value] = [sheet.grid.formula(block.top, block.left), sheet.grid.value(block.top, block.left)];
    sheet.grid.clearContents(block);
    if (formula === undefined) sheet.grid.setValue(block.top, block.left, value);
    else sheet.grid.setFormula(block.top, block.left, formula.text);
    sheet.merges.push(block);
  }
  sheet.book.changed(sheet, area);
}

function areaBlock({ top, left, bottom, right }: Area): CellBlock {
  return { top, left, bottom, right };
}

const cellAt = (area: Area, row: number, column: number): Area =>
  movedArea(area, { top: area.top + row, bottom: area.top + row, left: area.left + column, right: area.left + column });

export const range: ObjectOf<Area> = defineClass<Area>("Range", {
  present: (area) => presentAreas([area]),
  writable: (area) => writableAreas([area]),
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
    numberFormat: (area) => matrix(area, (row, column) => area.sheet.grid.style(row, column).numberFormat),
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
  navigate: { format: (area) => rangeFormat([area]), worksheet: (area) => worksheet(area.sheet) },
  call: {
    clear: (area, applyTo) => clearAreas([area], applyTo),
    copyFrom: (area, source, kind, skipBlanks, transpose) => copyFrom(area, source, kind, skipBlanks, transpose),
    merge: (area, across) => merge(area, across),
    unmerge: (area) => void (area.sheet.merges = area.sheet.merges.filter((block) => intersect(block, area) === null)),
    select: (area) => area.sheet.book.select(area),
    calculate: (area) => area.sheet.book.calculation.update(),
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
    getIntersection: (area, other) => required(within(area, other)),
    getIntersectionOrNullObject: (area, other) => optional(within(area, other)),
    getUsedRange: (area, valuesOnly) => range(usedIn(area, valuesOnly) ?? cellAt(area, 0, 0)),
    getUsedRangeOrNullObject: (area, valuesOnly) => optional(usedIn(area, valuesOnly)),
    getSpillingToRangeOrNullObject: (area) => optional(spillOf(area)),
    getMergedAreasOrNullObject: (area) => mergedIn(area),
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
  const merged = area.sheet.merges.filter((block) => intersect(block, area) !== null);
  return merged.length === 0 ? null : rangeAreas(merged.map((block) => areaOf(area.sheet, block)));
}

const rangeCollection = defineClass<Areas>("RangeCollection", {
  items: (areas) => areas.map((area) => range(area)),
  item: (areas, key) => required(areas[numberOf(key, "index")] ?? null),
  call: {
    getCount: (areas) => ({ value: areas.length }),
    getItemAt: (areas, place) => required(areas[numberOf(place, "index")] ?? null),
  },
});

export const rangeAreas: ObjectOf<Areas> = defineClass<Areas>("RangeAreas", {
  present: presentAreas,
  writable: writableAreas,
  writes: ["clear"],
  get: {
    address: (areas) => areas.map(addressOf).join(","),
    areaCount: (areas) => areas.length,
    cellCount: (areas) => areas.reduce((total, area) => total + rowsOf(area) * columnsOf(area), 0),
    isEntireRow: (areas) => areas.every(isEntireRow),
    isEntireColumn: (areas) => areas.every(isEntireColumn),
    style: () => "Normal",
  },
  navigate: {
    areas: (areas) => rangeCollection(areas),
    format: (areas) => rangeFormat(areas),
    worksheet: (areas) => worksheet(areas[0]!.sheet),
  },
  call: {
    clear: (areas, applyTo) => clearAreas(areas, applyTo),
    calculate: (areas) => areas[0]?.sheet.book.calculation.update(),
    getEntireRow: (areas) => rangeAreas(areas.map((area) => ({ ...area, left: 0, right: lastColumn }))),
    getEntireColumn: (areas) => rangeAreas(areas.map((area) => ({ ...area, top: 0, bottom: lastRow }))),
  },
});

/** The state of a range given as an argument, or undefined. */
export function rangeGiven(argument: Argument): Area | undefined {
  return stateOf<Area>(argument, "Range");
}
