import { CellError, cellName, parseCellName } from "../../../../src/cells";
import {
  childOf,
  childrenOf,
  newElement,
  rootOf,
  type Document,
  type Element,
} from "../../../../src/workbook/files/xml";
import { columnOf, placeOf, rowOf } from "../state/cell";
import type { Grid } from "../state/grid";

/** Puts the contents that changed since a file was opened into the part of their sheet; formats stay as they are. */
export function editCells(document: Document, grid: Grid, places: Iterable<number>): void {
  const data = childOf(rootOf(document), "sheetData")!;
  const rows = new Map<number, Element>();
  let next = 0;
  for (const row of childrenOf(data, "row")) {
    next = Number(row.getAttribute("r") ?? next + 1);
    rows.set(next - 1, row);
  }
  for (const row of rows.values()) expandShared(row, grid);
  const sorted = [...places].sort((a, b) => a - b);
  for (const place of sorted) {
    const isBlank = !grid.isFilled(rowOf(place), columnOf(place));
    const row = rows.get(rowOf(place)) ?? (isBlank ? null : addRow(data, rows, rowOf(place)));
    const cell = row === null ? null : findCell(row, columnOf(place), isBlank);
    if (cell !== null) setContent(cell, grid, place);
  }
}

/** A shared formula is written where it starts: once that may change, each cell has its own. */
function expandShared(row: Element, grid: Grid): void {
  for (const cell of childrenOf(row, "c")) {
    const formula = childOf(cell, "f");
    if (formula?.getAttribute("t") !== "shared") continue;
    const place = parseCellName(cell.getAttribute("r") ?? "");
    const known = place === null ? undefined : grid.formula(place.row, place.column);
    if (known === undefined) continue;
    for (const name of ["t", "si", "ref"]) formula.removeAttribute(name);
    formula.textContent = known.text;
  }
}

function addRow(data: Element, rows: Map<number, Element>, row: number): Element {
  const element = newElement(data, "row", { r: String(row + 1) });
  const following = [...rows].filter(([other]) => other > row).sort(([a], [b]) => a - b)[0];
  data.insertBefore(element, following?.[1] ?? null);
  rows.set(row, element);
  return element;
}

/** The cell of a column, added where it is wanted and missing. */
function findCell(row: Element, column: number, isBlank: boolean): Element | null {
  let place = -1;
  for (const cell of childrenOf(row, "c")) {
    place = parseCellName(cell.getAttribute("r") ?? "")?.column ?? place + 1;
    if (place === column) return cell;
    if (place > column) return isBlank ? null : insertCell(row, column, cell);
  }
  return isBlank ? null : insertCell(row, column, null);
}

function insertCell(row: Element, column: number, before: Element | null): Element {
  const cell = newElement(row, "c", { r: cellName(Number(row.getAttribute("r")) - 1, column) });
  row.insertBefore(cell, before);
  return cell;
}

function setContent(cell: Element, grid: Grid, place: number): void {
  const [row, column] = [rowOf(place), columnOf(place)];
  for (const child of childrenOf(cell)) cell.removeChild(child);
  cell.removeAttribute("t");
  const formula = grid.formulas.get(placeOf(row, column));
  if (formula !== undefined) add(cell, "f", formula.text);
  const value = formula === undefined ? (grid.values[row]?.[column] ?? null) : formula.value;
  if (value === null) return;
  if (value instanceof CellError) setValue(cell, "e", value.code);
  else if (typeof value === "boolean") setValue(cell, "b", value ? "1" : "0");
  else if (typeof value === "number") add(cell, "v", String(value));
  else if (formula !== undefined) setValue(cell, "str", value);
  else {
    cell.setAttribute("t", "inlineStr");
    const text = newElement(cell, "t", { "xml:space": "preserve" });
    text.textContent = value;
    add(cell, "is", "").appendChild(text);
  }
}

function setValue(cell: Element, type: string, text: string): void {
  cell.setAttribute("t", type);
  add(cell, "v", text);
}

function add(cell: Element, name: string, text: string): Element {
  const element = newElement(cell, name, {});
  if (text !== "") element.textContent = text;
  cell.appendChild(element);
  return element;
}
