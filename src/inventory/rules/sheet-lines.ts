import { remembered, type SheetCells } from "../../cells";
import { setAsideRows } from "../choices";
import type { Fact, Line } from "../facts";
import type { Reading } from "../reading";
import type { CellPlace, Table } from "../table";
import type { TableReading } from "../table-reading";
import { namedIn, NamedLines } from "./lines-named";
import { SheetForms } from "./sheet-forms";

/** A text that is not a heading, a label, a title or a state, with the lines that it concerns. */
export interface FreeText {
  readonly text: string;
  readonly from: "remark" | "correction" | "section" | "state" | "opening" | "note" | "mark" | "comment" | "colour";
  readonly sheet: SheetCells;
  /** Its cell in its sheet. */
  readonly place: CellPlace;
  /** The table with which it is reported. */
  readonly each: TableReading;
  /** The heading of its column; empty when it has none. */
  readonly header: string;
  /** Whether the user chose that such texts of its column exclude their rows. */
  readonly isOut: boolean;
  readonly lines: readonly Line[];
  /** The facts of these lines that it concerns: one of them, when it marks a number. */
  readonly facts: readonly Fact[];
}

/** Returns a text, by default about all the facts of its lines. */
export function freeText(
  given: Pick<FreeText, "text" | "from" | "sheet" | "place" | "each" | "lines"> & Partial<FreeText>,
): FreeText {
  return { header: "", isOut: false, facts: given.lines.flatMap((line) => line.facts), ...given };
}

/** The lines of the tables of one sheet: finds which of them a text concerns. */
export class SheetLines {
  private readonly own: NamedLines;
  private readonly known = new Map<TableReading, ReadonlyMap<number, Line>>();
  private readonly forms: SheetForms;

  constructor(
    sheet: SheetCells,
    private readonly tables: readonly TableReading[],
    private readonly reading: Reading,
    private readonly everywhere: NamedLines,
  ) {
    this.own = new NamedLines(tables.flatMap(({ lines }) => lines));
    this.forms = new SheetForms(
      sheet,
      tables.map(({ table }) => table),
    );
  }

  /** Returns the lines of a table, by row. */
  of(each: TableReading): ReadonlyMap<number, Line> {
    return remembered(this.known, each, () => new Map(each.lines.map((line) => [line.row, line])));
  }

  /** Returns whether a cell of the sheet belongs to a form. */
  isOfForm(row: number, column: number): boolean {
    return this.forms.at(row, column) !== null;
  }

  /**
   * Returns the line of a row; for a row that the user set aside, the lines of its school elsewhere, which are not set
   * aside with it.
   */
  ofRow(each: TableReading, row: number): readonly Line[] {
    const own = this.of(each).get(row);
    if (own !== undefined) return [own];
    const named = this.everywhere.in(namedIn(each, row));
    return new Set(named?.map(({ who }) => this.reading.schools.keyOf(who))).size === 1 ? named! : [];
  }

  /**
   * Returns the lines that a text in a cell of the sheet concerns: those of its row, of the schools that it names, of
   * its form, or all.
   */
  by(text: string, row: number, column: number): readonly Line[] {
    for (const each of this.tables) {
      const { table } = each;
      const { turned, on } = table;
      if (row < on.top || row > on.bottom || (turned && (column < on.left || column > on.right))) continue;
      const at = turned ? column : row;
      const isLeftOut = setAsideRows(table, this.reading.context.options).has(at);
      if (isLeftOut || this.of(each).has(at)) return this.ofRow(each, at);
    }
    const named = this.namedBy(text);
    if (named !== null) return named;
    const form = this.forms.at(row, column);
    if (form === null) return this.own.lines;
    const isOfForm = ({ sheetSchool }: Table): boolean =>
      sheetSchool !== null && sheetSchool.row === form.row && sheetSchool.column === form.column;
    return this.own.lines.filter(({ table }) => isOfForm(table));
  }

  /**
   * Returns the lines of the schools that a text names, in its sheet, or in others when none of its sheet is named or
   * it names a single school that is not there; null when it names none.
   */
  private namedBy(text: string): readonly Line[] | null {
    const [here, everywhere] = [this.own.in(text), this.everywhere.in(text)];
    const keysOf = (lines: readonly Line[]): Set<string> =>
      new Set(lines.map(({ who }) => this.reading.schools.keyOf(who)));
    const [keys, all] = [keysOf(here ?? []), keysOf(everywhere ?? [])];
    const isElsewhere = keys.size === 0 || (all.size === 1 && [...keys].some((key) => !all.has(key)));
    return isElsewhere ? everywhere : here;
  }
}
