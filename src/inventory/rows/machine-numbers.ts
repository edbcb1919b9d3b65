import { columnOf, type Column } from "../column";
import { numberIn } from "./reader-context";
import type { TableReader } from "./table-reader";
import { bareNumberRank } from "../texts/heading-roles";
import { shownCell } from "../texts/values";

/** The inventory and serial numbers of rows, over all the tables read together. (decisions §4) */
export class MachineNumbers {
  readonly inventory: Column | null;
  readonly serial: Column | null;
  /** Numbers met. « Id » numbers the rows of one table: those of another say nothing of them. */
  private readonly known: Set<string>;

  /** `counts`: rows may count several machines, and an « Id » then numbers the rows. */
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

  /** Reports an inventory number met before, and returns whether it was; otherwise remembers the row's numbers. */
  tellsDuplicate(row: number): boolean {
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
