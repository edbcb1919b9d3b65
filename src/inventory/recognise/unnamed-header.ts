import type { Cell, SheetCells } from "../../cells";
import { isBlank } from "../../cells";
import { headerText, headerWord } from "./header-cells";
import type { Part } from "./header-parts";
import type { HeaderReader } from "./header-reader";
import { stripsOf } from "./header-strips";
import type { Span } from "./region";

/** How many rows below a header are looked at for names of communes and schools. */
const reach = 60;

/**
 * The headers on one row that name prestations and nothing over the names at their left, or something unknown: what stands
 * there is by what it holds, communes and schools. (decisions §4: content is heard before the header)
 */
export function unnamedHeadersOn(sheet: SheetCells, row: number, span: Span, reader: HeaderReader): Part[] {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  if (!cells.slice(span.left, span.right + 1).some((cell) => typeof cell === "string")) return [];
  return stripsOf(sheet, row, span).flatMap((strip) => {
    const left = namesColumn(sheet, row, strip, span, reader);
    return left === null ? [] : [{ left, right: strip.right, until: span.right, names: left }];
  });
}

/** The column of names of a strip that heads prestations: its first one, or the one without a heading at its left. */
function namesColumn(sheet: SheetCells, row: number, strip: Span, span: Span, reader: HeaderReader): number | null {
  const cells: readonly Cell[] = sheet.rows[row] ?? [];
  // Whichever column the names stand in: figures further, or no names below, spare reading the texts of a long body.
  for (let column = strip.left + 1; column <= strip.right; column += 1)
    if (typeof cells[column] === "number" && headerText(cells[column]!) === null) return null;
  const above = strip.left - 1;
  const isNamed = (column: number): boolean => holdsNames(sheet, row + 1, column, reader);
  if (!isNamed(strip.left) && (above < span.left || !isNamed(above))) return null;
  const isKnown = (column: number): boolean => {
    const text = headerText(cells[column] ?? null);
    return text !== null && headerWord(text, reader.readLabel).recognised;
  };
  const left = isKnown(strip.left) ? strip.left - 1 : strip.left;
  if (left < span.left || (left < strip.left && !isBlank(cells[left] ?? null))) return null;
  let prestations = 0;
  for (let column = left + 1; column <= strip.right; column += 1) {
    const cell = cells[column] ?? null;
    const text = headerText(cell);
    if (text === null && typeof cell === "number") return null;
    if (text === null) continue;
    const { label } = headerWord(text, reader.readLabel).reading;
    if (label.kind === "prestation" || label.kind === "untariffed") prestations += 1;
  }
  return prestations >= 2 && isNamed(left) ? left : null;
}

/** True where a column holds communes and schools: half of its texts at least, two of them. */
function holdsNames(sheet: SheetCells, top: number, column: number, { isName }: HeaderReader): boolean {
  let texts = 0;
  let names = 0;
  for (let row = top; row < Math.min(top + reach, sheet.rows.length); row += 1) {
    const cell = sheet.rows[row]?.[column] ?? null;
    if (typeof cell !== "string" || cell.trim() === "") continue;
    texts += 1;
    if (isName(cell)) names += 1;
  }
  return names >= 2 && names * 2 >= texts;
}
