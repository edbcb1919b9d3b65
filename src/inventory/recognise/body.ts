import type { Cell, SheetCells, Steps } from "../../cells";
import { isBlank, isBlankRow } from "../../cells";
import { pupilPart } from "../../tariff";
import { beginsWithTotal, isAlone } from "./afterword";
import { anchors, headerText, headerWord } from "./header-cells";
import type { HeaderReader } from "./header-reader";
import { headersOn, headsCommunes, itemHeadersOn } from "./header-parts";
import type { Region, Span } from "./region";

/** Where a body ends, before what is cut off its foot: its last row, and whether another table's header stops it. */
export interface BodyEnd {
  readonly bottom: number;
  readonly isFollowed: boolean;
}

/**
 * The end of the body under a header: the last row before another header, wherever this one stands in the same columns, or
 * before a block of prestations where schools were expected; else the last row that is not blank.
 */
export function* bodyEnd(
  sheet: SheetCells,
  header: Region,
  names: readonly number[],
  bottom: number,
  reader: HeaderReader,
): Steps<BodyEnd> {
  const width = sheet.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const all: Span = { left: 0, right: width - 1 };
  let last = header.bottom;
  /** A blank row or a total stands above, a title in between at most: here another table may begin. */
  let isParted = false;
  for (let row = header.bottom + 1; row <= bottom; row += 1) {
    if (row % rowsBetweenPauses === 0) yield;
    const cells: readonly Cell[] = sheet.rows[row] ?? [];
    if (isBlankRow(cells, header.left, header.right)) {
      isParted = true;
      continue;
    }
    const overlaps = ({ left, right }: Span): boolean => left <= header.right && header.left <= right;
    // Right below rows of its own, « Groupe scolaire » whose commune is left blank is a school: a header heads its communes too.
    const isFilledDown = !isParted && names.length > 1 && names.some((column) => isBlank(cells[column] ?? null));
    const isNamed = (part: Span): boolean => isFilledDown && anchorsStandIn(cells, part, names, reader);
    // « Groupe scolaire | Poste | En service | | 40974 »: a header's row holds no number of the columns above it.
    const isRow = !isParted && holdsNumber(cells, header);
    if (!isRow && headersOn(sheet, row, all, reader).some((part) => overlaps(part) && !isNamed(part)))
      return { bottom: last, isFollowed: true };
    if (names.length === 0 && itemHeadersOn(sheet, row, all, reader).some(overlaps))
      return { bottom: last, isFollowed: true };
    if (isParted) {
      if (headsCommunes(sheet, row, header, reader)) return { bottom: last, isFollowed: true };
      if (holdsLabels(sheet, row, header, names, reader)) return { bottom: last, isFollowed: false };
    }
    last = row;
    isParted = beginsWithTotal(cells, header) || (isParted && isAlone(cells, header));
  }
  return { bottom: last, isFollowed: false };
}

function holdsNumber(cells: readonly Cell[], { left, right }: Span): boolean {
  return cells.slice(left, right + 1).some((cell) => typeof cell === "number" && headerText(cell) === null);
}

/** A few milliseconds of looking for the end of a body. */
const rowsBetweenPauses = 1024;

/** True where what might head names stands in columns that hold names already. */
function anchorsStandIn(
  cells: readonly Cell[],
  { left, right }: Span,
  names: readonly number[],
  { readLabel }: HeaderReader,
): boolean {
  for (let column = left; column <= right; column += 1) {
    const text = headerText(cells[column] ?? null);
    const role = text === null ? null : headerWord(text, readLabel).role;
    // « GS » is a level as well as a « groupe scolaire ».
    const isAnchor = role !== null && anchors.has(role) && pupilPart(text!) === null;
    if (isAnchor && !names.includes(column)) return false;
  }
  return true;
}

/** How many rows of a block are looked at. */
const reach = 40;

/** True where, in the columns of names, a block of rows down to a blank one holds prestations: schools across, a tariff, a legend. */
function holdsLabels(
  sheet: SheetCells,
  top: number,
  { left, right }: Span,
  names: readonly number[],
  reader: HeaderReader,
): boolean {
  const texts = names.map((): string[] => []);
  for (let row = top; row <= top + reach && row < sheet.rows.length; row += 1) {
    const cells: readonly Cell[] = sheet.rows[row] ?? [];
    if (isBlankRow(cells, left, right)) break;
    names.forEach((column, at) => {
      const cell = cells[column];
      if (typeof cell === "string" && cell.trim() !== "") texts[at]!.push(cell);
    });
  }
  return texts.some((column) => {
    const labels = column.filter((text) => {
      const { label } = reader.readLabel(text);
      return label.kind !== "none" && !(label.kind === "ambiguous" && label.words === "total");
    });
    return labels.length >= 2 && labels.length * 2 >= column.length;
  });
}
