import { cellAt, cellName, columnName, type CellBlock } from "../../../cells";
import { classesOf, type DrawnCell, type DrawnSheet } from "./cell-look";

/** Merged cells of more rows are drawn one row at a time, so that their text stays in view while scrolling. */
const tallest = 10;

/** Draws the rows and the columns that are in view as the parts of a table. */
export class RowDrawer {
  /** Columns in their order, frozen ones first; null for the room of those that are not drawn. */
  private readonly columns: readonly (number | null)[];

  constructor(private readonly drawn: DrawnSheet) {
    const { drawn: columns, before } = drawn.layout.columns;
    this.columns = [...columns.kept, ...(before > 0 ? [null] : []), ...columns.others];
  }

  /** Makes the widths of the columns; the headings of rows first. */
  columnGroup(): HTMLElement {
    const { layout, rules } = this.drawn;
    const { columns } = layout;
    const widths = this.columns.map((column) => (column === null ? columns.before : columns.at(column).size));
    const all = [layout.head.width, ...widths].map((width) =>
      makeElement("col", { class: rules.classOf(`width: ${width}px`) }),
    );
    return makeElement("colgroup", {}, ...all);
  }

  /** Makes the letters of the columns. */
  headings(corner: string): HTMLTableRowElement {
    const { layout, rules } = this.drawn;
    const height = rules.classOf(`height: ${layout.head.height}px`);
    const first = makeElement("th", { scope: "col" }, makeElement("span", { class: "unseen" }, corner));
    const letters = this.columns.map((column) => {
      if (column === null) return gap();
      const attributes = { scope: "col", "aria-colindex": column + 2, "data-column": column };
      return this.keptInView(makeElement("th", attributes, columnName(column)), column);
    });
    return makeElement("tr", { class: height, "aria-rowindex": 1 }, first, ...letters);
  }

  /** Makes rows that follow one another, those that are hidden left out. */
  rows(shown: readonly number[]): HTMLTableRowElement[] {
    const whole = new Set<CellBlock>();
    return shown.map((_, at) => this.row(shown, at, whole));
  }

  private row(shown: readonly number[], at: number, whole: Set<CellBlock>): HTMLTableRowElement {
    const { layout, rules } = this.drawn;
    const row = shown[at]!;
    const height = rules.classOf(`height: ${layout.rows.at(row).size}px`);
    const line = makeElement("tr", { class: height, "aria-rowindex": row + 2, "data-row": row });
    line.append(makeElement("th", { scope: "row" }, String(row + 1)));
    for (let index = 0; index < this.columns.length;) {
      const column = this.columns[index]!;
      if (column === null) {
        line.append(gap());
        index++;
        continue;
      }
      const block = layout.merges.at(row, column) ?? { top: row, bottom: row, left: column, right: column };
      const across = this.countAcross(index, block.right);
      if (!whole.has(block)) {
        const down = this.countDown(block, shown, at);
        const cell = this.cell(block, index, shown, at, down === 1 && row < block.bottom);
        cell.colSpan = across;
        cell.classList.toggle("cut", this.isCut(block, index, across));
        if (down > 1) {
          cell.rowSpan = down;
          whole.add(block);
        }
        line.append(this.keptInView(cell, column));
      }
      index += across;
    }
    return line;
  }

  private cell(block: CellBlock, index: number, shown: readonly number[], at: number, goesOn: boolean) {
    const [row, column] = [shown[at]!, this.columns[index]!];
    const isFirst = at === 0 || shown[at - 1]! < block.top;
    const isAlone = block.left === block.right && block.top === block.bottom;
    const room = isAlone ? this.roomFor(row, index) : 0;
    return cellElement(this.drawn, { block, row, column, isBlank: !isFirst, goesOn, room });
  }

  /**
   * Returns whether merged cells extend out of the drawn part: with fewer columns, their text would take more lines.
   */
  private isCut({ left, right }: CellBlock, index: number, across: number): boolean {
    const { columns } = this.drawn.layout;
    const first = columns.shownFrom(left, 1);
    const last = columns.shownFrom(right, -1);
    return this.columns[index] !== first || this.columns[index + across - 1] !== last;
  }

  /** Returns how many of the columns drawn from one on are those of merged cells. */
  private countAcross(index: number, right: number): number {
    let count = 1;
    for (let column = this.columns[index + count]; column != null && column <= right;)
      column = this.columns[index + ++count];
    return count;
  }

  /** Returns how many of the rows drawn from one on are those of merged cells, when they are few and all drawn. */
  private countDown({ top, bottom }: CellBlock, shown: readonly number[], at: number): number {
    if (top === bottom || bottom - top >= tallest || shown.at(-1)! < bottom) return 1;
    const starts = shown.findIndex((one) => one >= top);
    return starts === at ? shown.filter((one) => one >= top && one <= bottom).length : 1;
  }

  /**
   * Returns the width in pixels of a cell and of the blank ones that its text may overflow into; 0 when there are none.
   */
  private roomFor(row: number, index: number): number {
    const { sheet, layout } = this.drawn;
    const column = this.columns[index]!;
    const spill = spillOf(this.drawn, row, column);
    if (spill === null) return 0;
    const step = spill === "right" ? 1 : -1;
    let room = 0;
    for (let at = index + step; ; at += step) {
      const next = this.columns[at];
      if (next == null || cellAt(sheet, row, next) !== null || layout.merges.at(row, next) !== null) break;
      room += layout.columns.at(next).size;
    }
    return room === 0 ? 0 : room + layout.columns.at(column).size - 4;
  }

  private keptInView<Cell extends HTMLElement>(cell: Cell, column: number): Cell {
    const { layout, rules } = this.drawn;
    const { kept } = layout.columns.drawn;
    if (!kept.includes(column)) return cell;
    cell.classList.add("kept", rules.classOf(`left: ${layout.columns.at(column).start}px`));
    if (kept.at(-1) === column) cell.classList.add("kept-last");
    return cell;
  }
}

/** Returns the element of a cell. */
function cellElement(drawn: DrawnSheet, place: DrawnCell): HTMLTableCellElement {
  const { sheet, look, texts, rules } = drawn;
  const { block, column, isBlank, room } = place;
  const { top, left } = block;
  const text = isBlank ? "" : texts.shown(sheet, top, left, look?.look(top, left) ?? null);
  const cell = document.createElement("td");
  cell.className = classesOf(drawn, place, text);
  cell.setAttribute("aria-colindex", String(column + 2));
  cell.dataset["cell"] = cellName(top, left);
  if (room > 0) {
    cell.append(makeElement("span", { class: rules.classOf(`max-width: ${room}px`) }, text));
    cell.classList.add(`spills-${spillOf(drawn, top, left)}`);
  } else if (text !== "") cell.append(text);
  return cell;
}

/**
 * Returns the side on which a long text overflows into blank cells, opposite to its alignment; null when it does not.
 */
function spillOf({ sheet, look }: DrawnSheet, row: number, column: number): "left" | "right" | null {
  if (typeof cellAt(sheet, row, column) !== "string") return null;
  const own = look?.look(row, column);
  if (own?.wrap === true) return null;
  const align = own?.align ?? "general";
  if (align === "right") return "left";
  return align === "general" || align === "left" ? "right" : null;
}

/** Makes the room of columns that are not drawn. */
function gap(): HTMLTableCellElement {
  return makeElement("td", { class: "gap", "aria-hidden": "true" });
}

/** Returns an element of the table: its attributes, and what it holds. */
export function makeElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | number>>,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...content);
  return made;
}

export function setAttributes(element: Element, attributes: Readonly<Record<string, string | number | boolean>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
