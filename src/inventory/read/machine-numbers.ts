import type { Cell } from "../../cells";
import { bareNumberRank } from "../recognise/registers";
import type { Column } from "../table";
import { columnOf } from "../table";
import { KnownNumbers } from "./known-numbers";
import type { TableReading } from "./reading-table";
import { numberIn } from "./serial-numbers";
import { shownCell } from "./shown";

/** The inventory and serial numbers of rows, over all the tables read together. (decisions §4) */
export class MachineNumbers {
  readonly inventory: Column | null;
  readonly serial: Column | null;
  /** Numbers met. « Id » numbers the rows of one table: those of another say nothing of them. */
  private readonly known: KnownNumbers;

  /** `counts`: rows may count several machines, and an « Id » then numbers the rows. */
  constructor(
    private readonly reading: TableReading,
    { counts = false } = {},
  ) {
    const column = columnOf(reading.table, "inventory-number");
    const isBare = column?.rank === bareNumberRank;
    this.inventory = isBare && counts ? null : column;
    this.known = isBare ? new KnownNumbers() : reading.tools.inventoryNumbers;
    this.serial = columnOf(reading.table, "serial-number");
  }

  /** True where the inventory number was met before, an error; a serial number is only noted. */
  isDuplicate(row: number): boolean {
    const { reading, inventory, serial } = this;
    const { serialNumbers } = reading.tools;
    if (inventory !== null && !this.isNew(row, inventory)) {
      const number = shownCell(this.cell(row, inventory));
      reading.report("error", "duplicate-inventory-number", row, inventory.index, { number });
      return true;
    }
    if (serial !== null) serialNumbers.note(reading, row, serial.index);
    return false;
  }

  private cell(row: number, column: Column): Cell {
    return this.reading.table.sheet.rows[row]?.[column.index] ?? null;
  }

  /** Keeps a number; false where it was kept already. What is no number is always new. */
  private isNew(row: number, column: Column): boolean {
    const number = numberIn(this.cell(row, column));
    return number === null || !this.known.meet(number);
  }
}
