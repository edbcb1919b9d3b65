import { fold, isBlank, remembered } from "../../cells";
import { communeNamed, type CommuneDirectory } from "../../tariff";
import { layouts } from "../layouts";
import type { Column } from "../column";
import type { TableReading } from "../table-reading";
import { headsDebtor, headsPayers } from "../texts/dues";
import { shownCell } from "../texts/values";
import type { SheetLines } from "./sheet-lines";

/** Finds the rows that are due by another than the others of their table, or than their commune. */
export class OtherDebtors {
  /** What each column of payers names on the most rows. */
  private readonly usual = new Map<Column, string>();

  constructor(
    private readonly lines: SheetLines,
    private readonly directory: CommuneDirectory,
  ) {}

  /** Returns whether a column names, of a row, another payer than of most, or another commune than its own, to which it may be due. */
  namesOther(each: TableReading, column: Column, row: number): boolean {
    const { reader } = each;
    const { index, header } = column;
    const cell = reader.cell(row, index);
    if (typeof cell !== "string" || isBlank(cell) || header === "" || reader.isAllAlike(index)) return false;
    const isOfPayers = headsPayers(header);
    // Where a machine went is asked as its remarks are, by `rows/standing`.
    const mayBeDue = headsDebtor(header) && !layouts[each.table.layout].listsUnits;
    if (!isOfPayers && !mayBeDue) return false;
    const named = this.namedIn(each, row, index);
    if (isOfPayers) return named !== remembered(this.usual, column, () => this.usualIn(each, index));
    return named !== ownCommune && communeNamed(cell, this.directory) !== null;
  }

  /** Returns what a cell names, folded; a mark where that is the commune of its row. */
  private namedIn(each: TableReading, row: number, index: number): string {
    const text = shownCell(each.reader.cell(row, index));
    const named = communeNamed(text, this.directory);
    const own = this.lines.of(each).get(row)?.who.commune;
    return named !== null && (own === undefined || named.insee === own.insee) ? ownCommune : fold(text);
  }

  /** Returns what a column names on the most rows; the first of those named as often. */
  private usualIn(each: TableReading, index: number): string {
    const counts = new Map<string, number>();
    for (const { row } of each.lines) {
      const named = this.namedIn(each, row, index);
      counts.set(named, (counts.get(named) ?? 0) + 1);
    }
    return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  }
}

/** Stands for the commune of a row, whichever it is. */
const ownCommune = "=";
