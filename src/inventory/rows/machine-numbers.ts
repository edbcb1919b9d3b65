import { columnOf, type Column } from "../column";
import { numberIn } from "./reader-context";
import type { TableReader } from "./table-reader";
import { bareNumberRank } from "../texts/heading-roles";
import { shownCell } from "../texts/values";

/** The inventory numbers and serial numbers of rows, compared across all tables. (decisions §4) */
export class MachineNumbers {
  readonly inventory: Column | null;
  readonly serial: Column | null;
  /** The numbers seen so far. An « Id » numbers the rows of its table, and is not compared with other tables. */
  private readonly known: Set<string>;

  /** `counts`: a row may count several machines, so that an « Id » numbers the rows. */
  constructor(
    private readonly reader: TableReader,
    { counts = false } = {},
  ) {
    const column = columnOf(reader.table, "inventory-number");
    const isBare = column?.rank === bareNumberRank;
    this.inventory = isBare && counts ? null : column;
    this.known = isBare ? new Set() : reader.context.inventoryNumbers;
    this.serial = columnOf(reader.table, "serial-number");
  }

  /** Reports an inventory number seen before, and returns whether it was; otherwise records the numbers of the row. */
  reportsDuplicate(row: number): boolean {
    const { reader, inventory, serial } = this;
    const { serialNumbers } = reader.context;
    const cell = inventory === null ? null : reader.cell(row, inventory.index);
    const number = numberIn(cell);
    if (number !== null && this.known.has(number)) {
      reader.report("error", "duplicate-inventory-number", row, inventory!.index, { number: shownCell(cell) });
      return true;
    }
    if (number !== null) this.known.add(number);
    if (serial !== null) serialNumbers.note(reader, row, serial.index);
    return false;
  }
}
