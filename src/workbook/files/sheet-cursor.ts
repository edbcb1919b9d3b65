import { parseCellName } from "../../cells";
import { damaged } from "./opened-file";
import type { XmlScanner } from "./xml-scanner";

const lastRow = 1_048_575;
const lastColumn = 16_383;

/** Where a walk through the part of a sheet stands, zero-based: a row or a cell that does not say its place is the next one. */
export class SheetCursor {
  row = -1;
  column = -1;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly part: string,
  ) {}

  /** Goes to the row that opens. Throws where it says no place of a row. */
  openRow(): void {
    const number = this.scanner.attribute("r");
    this.row = number === null ? this.row + 1 : Number(number) - 1;
    this.column = -1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row > lastRow) throw damaged(this.part, number ?? "");
  }

  /** Goes to the cell that opens, and returns the place that it says, null where it says none. Throws where it is not in its row. */
  openCell(): string | null {
    const reference = this.scanner.attribute("r");
    if (reference === null) this.column++;
    else {
      const place = parseCellName(reference);
      if (place === null || place.row !== this.row) throw damaged(this.part, reference);
      this.column = place.column;
    }
    if (this.column > lastColumn) throw damaged(this.part, reference ?? "");
    return reference;
  }
}
