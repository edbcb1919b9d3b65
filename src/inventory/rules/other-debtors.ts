import { fold, isBlank, remembered } from "../../cells";
import { communeNamed, type CommuneDirectory } from "../../tariff";
import { layouts } from "../layouts";
import type { Column } from "../column";
import type { TableReading } from "../table-reading";
import { headsDebtor, headsPayers, namesSyndicate } from "../texts/dues";
import { shownCell } from "../texts/values";
import type { SheetLines } from "./sheet-lines";

/** Finds the rows owed by another payer than the rest of their table, or by another commune than theirs. */
export class OtherDebtors {
  /** The most frequent payer in each column. */
  private readonly usual = new Map<Column, string>();

  constructor(
    private readonly lines: SheetLines,
    private readonly directory: CommuneDirectory,
  ) {}

  /**
   * Returns whether a column gives a row another payer than most rows, or another commune than its own that may owe it.
   */
  namesOther(each: TableReading, column: Column, row: number): boolean {
    const { reader } = each;
    const { index, header } = column;
    const cell = reader.cell(row, index);
    if (typeof cell !== "string" || isBlank(cell) || header === "" || reader.isAllAlike(index)) return false;
    const isOfPayers = headsPayers(header) || namesSyndicate(header, cell);
    // The destination of a machine is asked about by `rows/standing`, as remarks are.
    const mayBeDue = headsDebtor(header) && !layouts[each.table.layout].listsUnits;
    if (!isOfPayers && !mayBeDue) return false;
    const named = this.namedIn(each, row, index);
    if (isOfPayers) return named !== remembered(this.usual, column, () => this.usualIn(each, index));
    return named !== ownCommune && communeNamed(cell, this.directory) !== null;
  }

  /** Returns the folded name in a cell; `ownCommune` when it is the commune of the row. */
  private namedIn(each: TableReading, row: number, index: number): string {
    const text = shownCell(each.reader.cell(row, index));
    const named = communeNamed(text, this.directory);
    const own = this.lines.of(each).get(row)?.who.commune;
    return named !== null && (own === undefined || named.insee === own.insee) ? ownCommune : fold(text);
  }

  /** Returns the most frequent name in a column; the first of those with the same frequency. */
  private usualIn(each: TableReading, index: number): string {
    const counts = new Map<string, number>();
    for (const { row } of each.lines) {
      const named = this.namedIn(each, row, index);
      counts.set(named, (counts.get(named) ?? 0) + 1);
    }
    return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  }
}

/** Stands for the commune of each row. */
const ownCommune = "=";
