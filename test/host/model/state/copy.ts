import type { CellBlock } from "../../../../src/cells";
import { absolute, shifted } from "../formula/references";
import { columnsOf, intersect, isEntireColumn, isEntireRow, meets, rowsOf, type Area } from "./area";
import { copyDataBars } from "./data-bars";
import { plain } from "./style";
import type { HostSheet } from "./sheet";

export type CopyKind = "All" | "Formulas" | "Values" | "Formats" | "Link";

/** Copies an area onto another one, which the source is repeated over where it fits a whole number of times. */
export function copyArea(source: Area, target: Area, kind: CopyKind): void {
  const [rows, columns] = [rowsOf(source), columnsOf(source)];
  const times = rowsOf(target) % rows === 0 && columnsOf(target) % columns === 0;
  const down = times ? rowsOf(target) / rows : 1;
  const across = times ? columnsOf(target) / columns : 1;
  // The source is read before anything is written: the two may overlap.
  const paste = snapshot(source, kind);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++)
      paste(target.sheet, target.top + row * rows, target.left + column * columns);
}

type Paste = (sheet: HostSheet, top: number, left: number) => void;

function snapshot(source: Area, kind: CopyKind): Paste {
  const pastes: Paste[] = [];
  if (kind === "Link") pastes.push(links(source));
  if (kind === "All" || kind === "Formulas") pastes.push(contents(source, true));
  if (kind === "Values") pastes.push(contents(source, false));
  if (kind === "All" || kind === "Formats") pastes.push(formats(source), copyDataBars(source));
  if (kind === "All") pastes.push(hyperlinks(source), merges(source));
  if (kind === "All" && isEntireRow(source)) pastes.push(rowSizes(source));
  if (kind === "All" && isEntireColumn(source)) pastes.push(columnSizes(source));
  return (sheet, top, left) => {
    for (const paste of pastes) paste(sheet, top, left);
  };
}

function blockAt(source: CellBlock, top: number, left: number): CellBlock {
  return { top, left, bottom: top + rowsOf(source) - 1, right: left + columnsOf(source) - 1 };
}

/** Formulas as they are there, their relative references following; or what they give. */
function contents(source: Area, withFormulas: boolean): Paste {
  const { grid } = source.sheet;
  const cells: ((sheet: HostSheet, down: number, right: number) => void)[] = [];
  grid.eachFilled(source, (row, column) => {
    const formula = withFormulas ? grid.formula(row, column) : undefined;
    const value = grid.value(row, column);
    cells.push((sheet, down, right) => {
      if (formula === undefined) sheet.grid.setValue(row + down, column + right, value);
      else sheet.grid.setFormula(row + down, column + right, shifted(formula.text, down, right), { shown: value });
    });
  });
  return (sheet, top, left) => {
    sheet.grid.clearContents(blockAt(source, top, left));
    for (const cell of cells) cell(sheet, top - source.top, left - source.left);
    sheet.book.changed(sheet, blockAt(source, top, left));
  };
}

function links(source: Area): Paste {
  return (sheet, top, left) => {
    for (let row = 0; row < rowsOf(source); row++)
      for (let column = 0; column < columnsOf(source); column++) {
        const at = { top: source.top + row, left: source.left + column };
        const cell = absolute(source.sheet.name, { ...at, bottom: at.top, right: at.left });
        sheet.grid.setFormula(top + row, left + column, cell);
      }
    sheet.book.changed(sheet, blockAt(source, top, left));
  };
}

function formats(source: Area): Paste {
  const { grid } = source.sheet;
  const styled: [number, number][] = [];
  grid.eachStyled(source, (row, column) => styled.push([row, column]));
  const styles = styled.map(([row, column]) => ({ row, column, style: grid.style(row, column) }));
  // Cells without a style of their own have that of their row, column or sheet.
  const base = styles.length === rowsOf(source) * columnsOf(source) ? plain : grid.baseStyle(source.top, source.left);
  return (sheet, top, left) => {
    sheet.grid.restyle(blockAt(source, top, left), () => base);
    for (const { row, column, style } of styles)
      sheet.grid.setStyle(row + top - source.top, column + left - source.left, style);
  };
}

function hyperlinks(source: Area): Paste {
  const { grid } = source.sheet;
  const linked: { row: number; column: number; link: ReturnType<typeof grid.linkAt> }[] = [];
  grid.eachLink(source, (row, column) => linked.push({ row, column, link: grid.linkAt(row, column) }));
  return (sheet, top, left) => {
    sheet.grid.clearLinks(blockAt(source, top, left));
    for (const { row, column, link } of linked)
      sheet.grid.setLink(row + top - source.top, column + left - source.left, link!);
  };
}

function merges(source: Area): Paste {
  const merged = source.sheet.merges.filter((block) => {
    const inside = intersect(block, source);
    return inside !== null && rowsOf(inside) === rowsOf(block) && columnsOf(inside) === columnsOf(block);
  });
  return (sheet, top, left) => {
    const target = blockAt(source, top, left);
    sheet.merges = sheet.merges.filter((block) => !meets(block, target));
    for (const block of merged)
      sheet.merges.push(blockAt(block, block.top + top - source.top, block.left + left - source.left));
  };
}

function rowSizes(source: Area): Paste {
  return sizes(source.sheet.rowHeights, source.sheet.hiddenRows, source.top, source.bottom, (sheet, top) => [
    sheet.rowHeights,
    sheet.hiddenRows,
    top,
  ]);
}

function columnSizes(source: Area): Paste {
  return sizes(source.sheet.columnWidths, source.sheet.hiddenColumns, source.left, source.right, (sheet, _, left) => [
    sheet.columnWidths,
    sheet.hiddenColumns,
    left,
  ]);
}

function sizes(
  from: ReadonlyMap<number, number>,
  hidden: ReadonlySet<number>,
  first: number,
  last: number,
  target: (sheet: HostSheet, top: number, left: number) => [Map<number, number>, Set<number>, number],
): Paste {
  const sized = [...from].filter(([place]) => place >= first && place <= last);
  const hiding = [...hidden].filter((place) => place >= first && place <= last);
  return (sheet, top, left) => {
    const [to, toHidden, start] = target(sheet, top, left);
    for (const place of [...to.keys()]) if (place >= start && place <= start + last - first) to.delete(place);
    for (const place of [...toHidden]) if (place >= start && place <= start + last - first) toHidden.delete(place);
    for (const [place, size] of sized) to.set(place - first + start, size);
    for (const place of hiding) toHidden.add(place - first + start);
  };
}
