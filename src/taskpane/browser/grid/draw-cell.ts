import { cellAt, CellError, cellName, type CellBlock, type SheetCells } from "../../../cells";
import type { CellLook, SheetLook } from "../../../workbook/files";
import { barOf, declarationsOf, edgesOf } from "./cell-style";
import { noResult, type CellTexts } from "./cell-text";
import type { SheetLayout } from "./sheet-layout";
import type { StyleRules } from "./style-rules";

/** A sheet as it is drawn. */
export interface DrawnSheet {
  readonly sheet: SheetCells;
  readonly look: SheetLook | null;
  readonly layout: SheetLayout;
  readonly texts: CellTexts;
  readonly rules: StyleRules;
}

/** The cells that an element stands for, and what it shows of them. */
export interface CellPlace {
  readonly block: CellBlock;
  /** Where the element is: elsewhere than at the start of merged cells that begin out of view. */
  readonly row: number;
  readonly column: number;
  /** Its text is shown by another element of the same merged cells. */
  readonly isBlank: boolean;
  /** The same merged cells go on in the row below, as another element. */
  readonly goesOn: boolean;
  /** Pixels that a text may go over: those of the cell, and of the blank ones beside it; 0 where there is none. */
  readonly room: number;
}

/** The side on which a text goes on over blank cells, where it is longer than its own. */
export type Spill = "left" | "right" | null;

const classes = new WeakMap<StyleRules, WeakMap<CellLook, string>>();

/** Returns the element of a cell. */
export function cellElement(drawn: DrawnSheet, place: CellPlace): HTMLTableCellElement {
  const { sheet, look, texts, rules } = drawn;
  const { top, left } = place.block;
  const own = look?.look(top, left) ?? null;
  const value = cellAt(sheet, top, left);
  const cell = document.createElement("td");
  const text = place.isBlank ? "" : texts.shown(sheet, top, left, own);
  const names = [
    own === null ? "" : classOf(own, rules),
    rules.classOf(edges(drawn, place, own)),
    typeof value === "number" ? rules.classOf(bar(drawn, top, left, value)) : "",
    typeof value === "number" ? "number" : "",
    typeof value === "boolean" ? "centred" : "",
    value instanceof CellError || text === noResult ? "error" : "",
    isHidden(sheet, place) ? "masked" : "",
    isHeading(sheet, top, left) ? "heading" : "",
  ];
  cell.className = names.filter(Boolean).join(" ");
  cell.setAttribute("aria-colindex", String(place.column + 2));
  cell.dataset["cell"] = cellName(top, left);
  if (place.room > 0) cell.append(spilling(text, place.room, rules));
  else if (text !== "") cell.append(text);
  if (place.room > 0) cell.classList.add(`spills-${spillOf(drawn, top, left)}`);
  return cell;
}

/** Returns where a text that is longer than its cell goes on: away from the side that it stands at. */
export function spillOf({ sheet, look }: DrawnSheet, row: number, column: number): Spill {
  if (typeof cellAt(sheet, row, column) !== "string") return null;
  const own = look?.look(row, column);
  if (own?.wrap === true) return null;
  const align = own?.align ?? "general";
  if (align === "right") return "left";
  return align === "general" || align === "left" ? "right" : null;
}

function spilling(text: string, room: number, rules: StyleRules): HTMLElement {
  const span = document.createElement("span");
  span.className = rules.classOf(`max-width: ${room}px`);
  span.append(text);
  return span;
}

function classOf(look: CellLook, rules: StyleRules): string {
  let known = classes.get(rules);
  if (known === undefined) classes.set(rules, (known = new WeakMap()));
  let name = known.get(look);
  if (name === undefined) known.set(look, (name = rules.classOf(declarationsOf(look))));
  return name;
}

function edges({ look, layout }: DrawnSheet, { block, row, column, goesOn }: CellPlace, own: CellLook | null): string {
  if (goesOn) return "border-bottom: 0";
  if (look === null) return "";
  const { bottom, right } = block;
  const nextRow = layout.rows.shownFrom(bottom + 1, 1) ?? -1;
  const nextColumn = layout.columns.shownFrom(right + 1, 1) ?? -1;
  const below = look.look(bottom, column)?.edges.bottom ?? look.look(nextRow, column)?.edges.top;
  const beside = look.look(row, right)?.edges.right ?? look.look(row, nextColumn)?.edges.left;
  return edgesOf(below, beside, !look.hasGridlines || own?.fill != null);
}

function bar({ sheet, look }: DrawnSheet, row: number, column: number, value: number): string {
  const bars = look?.bars.find(
    ({ block }) => block.top <= row && row <= block.bottom && block.left <= column && column <= block.right,
  );
  if (bars === undefined) return "";
  const { top, bottom, left, right } = bars.block;
  let highest = 0;
  for (let r = top; r <= bottom; r++)
    for (let c = left; c <= right; c++) {
      const other = cellAt(sheet, r, c);
      if (typeof other === "number") highest = Math.max(highest, other);
    }
  return barOf(bars, value, highest);
}

function isHidden(sheet: SheetCells, { row, column }: CellPlace): boolean {
  return sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column);
}

/** Titles of an Excel table have their look from it, not from their cells. */
function isHeading({ tables }: SheetCells, row: number, column: number): boolean {
  return tables.some(({ block }) => block.top === row && block.left <= column && column <= block.right);
}
