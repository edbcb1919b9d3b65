import { cellAt, isBlank, placeKey, type CellBlock } from "../../cells";
import { placeIn, type Table } from "../table";
import { hiddenUnder } from "../tables/merged-rows";
import { isNothing, parseQuantity } from "../texts/values";

/** Roles of quantities. */
const counting: ReadonlySet<string> = new Set(["count", "part"]);

/** Roles of what a quantity is about. */
const naming: ReadonlySet<string> = new Set(["school", "label", "entity", "location"]);

/** Quantities written once in a cell merged over several schools, prestations or columns. */
export class SharedCells {
  private readonly anchors = new Map<number, CellBlock>();
  private readonly hiding = new Set<number>();

  constructor(table: Table) {
    const counts = table.columns.filter((column) => counting.has(column.role.kind)).map((column) => column.index);
    const names = table.columns.filter((column) => naming.has(column.role.kind)).map((column) => column.index);
    for (const block of table.sheet.merges) {
      const columns = counts.filter((column) => block.left <= column && column <= block.right);
      if (!columns.includes(block.left) || block.bottom < table.bodyTop || block.top > table.bottom) continue;
      if (isNothing(parseQuantity(cellAt(table.sheet, block.top, block.left)))) continue;
      const rows: number[] = [];
      for (let row = block.top; row <= block.bottom; row += 1)
        if (names.some((column) => !isBlank(table.sheet.rows[row]?.[column] ?? null))) rows.push(row);
      if (rows.length < 2 && columns.length < 2) continue;
      for (let row = block.top; row <= block.bottom; row += 1)
        for (const column of columns) this.anchors.set(placeKey(row, column), block);
    }
    this.findHidden(table);
  }

  /** Returns whether merged cells hide a value of a row, other than a shared quantity. */
  hides(row: number): boolean {
    return this.hiding.has(row);
  }

  /** Returns whether the quantity of a cell is shared. */
  isShared(row: number, column: number): boolean {
    return this.anchorOf(row, column) !== null;
  }

  /** Returns the merged cells that share the quantity of a cell; null when it is not shared. */
  anchorOf(row: number, column: number): CellBlock | null {
    return this.anchors.get(placeKey(row, column)) ?? null;
  }

  private findHidden(table: Table): void {
    const { sheet, top, bottom } = table.on;
    for (const merge of sheet.merges) {
      if (merge.bottom < top || merge.top > bottom) continue;
      for (const hidden of hiddenUnder(sheet, merge)) {
        const { row, column } = placeIn(table, hidden.row, hidden.column);
        if (table.left <= column && column <= table.right && !this.isShared(row, column)) this.hiding.add(row);
      }
    }
  }
}
