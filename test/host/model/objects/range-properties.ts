import type { CellBlock } from "../../../../src/cells";
import { HostError, type HostObject, type Wire } from "../../host-object";
import { bounding, columnsOf, lastColumn, lastRow, rowsOf, type Area } from "../state/area";
import { addressOf } from "./places";
import { range } from "./range";

type Options = { readonly [name: string]: Wire };

/** What is asked of each row, of each column or of each cell, in one answer. */
export function rowProperties(area: Area, options: Wire): Wire {
  const { left, right } = askedOf(area);
  return Array.from({ length: rowsOf(area) }, (_, index) => {
    const row = area.top + index;
    const address = addressOf({ ...area, top: row, bottom: row, left: 0, right: lastColumn });
    return answer({ ...area, top: row, bottom: row, left, right }, options, { rowIndex: row, address });
  });
}

export function columnProperties(area: Area, options: Wire): Wire {
  const { top, bottom } = askedOf(area);
  return Array.from({ length: columnsOf(area) }, (_, index) => {
    const column = area.left + index;
    const address = addressOf({ ...area, left: column, right: column, top: 0, bottom: lastRow });
    return answer({ ...area, left: column, right: column, top, bottom }, options, { columnIndex: column, address });
  });
}

/** The cells of which rows and columns are told: those of whole ones that are in use, or of the range alone. */
function askedOf(area: Area): CellBlock {
  const used = area.sheet.book.propertiesOfRange ? null : area.sheet.grid.used(true);
  return bounding(area, used === null ? area : { ...used, top: 0, left: 0 });
}

export function cellProperties(area: Area, options: Wire): Wire {
  return Array.from({ length: rowsOf(area) }, (_, row) =>
    Array.from({ length: columnsOf(area) }, (_, column) => answer(cellOf(area, row, column), options)),
  );
}

function cellOf(area: Area, row: number, column: number): Area {
  const [top, left] = [area.top + row, area.left + column];
  return { sheet: area.sheet, top, left, bottom: top, right: left };
}

/** Borders by the names that these options give them. */
const borderNames: Readonly<Record<string, string>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  horizontal: "InsideHorizontal",
  vertical: "InsideVertical",
};

function answer(area: Area, options: Wire, known: Options = {}): Wire {
  const object = range(area);
  return read(object, { ...(options as Options) }, { address: addressOf(area), ...known });
}

function read(object: HostObject, options: Options, known: Options): Options {
  const result: Record<string, Wire> = {};
  for (const [name, asked] of Object.entries(options)) {
    if (asked === false || asked === null || asked === undefined) continue;
    if (asked !== true) result[name] = read(child(object, name), asked as Options, {});
    else result[name] = name in known ? known[name]! : object.get(name);
  }
  return result;
}

function child(object: HostObject, name: string): HostObject {
  if (object.className !== "RangeBorderCollection") return object.navigate(name)!;
  const border = borderNames[name];
  if (border === undefined) throw new HostError("NotImplemented", `The host has no border ${name}.`);
  return object.item!(border);
}

/** Formats given for each cell, row or column: one object each, in the shape of the range. */
export function setCellProperties(area: Area, given: Wire, of: "cells" | "rows" | "columns"): void {
  if (!Array.isArray(given)) throw new HostError("InvalidArgument", "An array is expected.");
  const list = given as readonly Wire[];
  const size = of === "columns" ? columnsOf(area) : rowsOf(area);
  if (list.length !== size)
    throw new HostError("InvalidArgument", `The array is not of the size of the range, ${size}.`);
  list.forEach((one, index) => {
    if (of === "cells") return setRow(area, index, one);
    const target =
      of === "rows"
        ? { ...area, top: area.top + index, bottom: area.top + index, left: 0, right: lastColumn }
        : { ...area, left: area.left + index, right: area.left + index, top: 0, bottom: lastRow };
    write(range(target), one);
  });
}

function setRow(area: Area, row: number, given: Wire): void {
  if (!Array.isArray(given) || given.length !== columnsOf(area))
    throw new HostError("InvalidArgument", `A row of ${columnsOf(area)} is expected.`);
  (given as readonly Wire[]).forEach((one, column) => write(range(cellOf(area, row, column)), one));
}

function write(object: HostObject, given: Wire): void {
  if (given === null) return;
  for (const [name, value] of Object.entries(given as Options)) {
    if (value === undefined || value === null) continue;
    const isGroup = typeof value === "object" && name !== "hyperlink";
    if (isGroup) write(child(object, name), value);
    else object.set(name, value);
  }
}
