import { cellAt, fold, holds, parseCellName, remembered, type SheetCells } from "../cells";
import {
  concerns,
  isRowAsRecorded,
  isAsRecorded,
  writtenIn,
  type AcceptedValue,
  type ChosenCommune,
  type Options,
  type RepeatChoice,
  type RepeatRule,
  type SetAsideRow,
  type TableChoice,
  type WordChoice,
  type WordKind,
} from "../options";
import {
  communeNamed,
  countedAs,
  headcount,
  rowsBilled,
  type Commune,
  type CommuneDirectory,
  type Grid,
} from "../tariff";
import type { SheetBlock, Table } from "./table";
import { prestationItem } from "./facts";
import type { LabelReading } from "./texts/label-reading";

/** The target of a choice about tables: a cell of one table, or all the tables of a sheet when the cell is null. */
export type TablePlace = Omit<TableChoice, "as">;

/** Returns whether a choice targets a table: by one of its cells, from its first header row down, or by its sheet. */
export function pointsAt(choice: TablePlace, table: SheetBlock): boolean {
  if (!concerns(choice, table.sheet)) return false;
  if (choice.cell === null) return true;
  const cell = parseCellName(choice.cell);
  return cell !== null && holds(table, cell.row, cell.column);
}

/** Returns whether the text recorded with the choice is still there: in its cell, or as the name of its sheet. */
export function isTableAsRecorded({ cell, was }: TablePlace, { sheet }: Pick<Table, "sheet">): boolean {
  if (was === undefined) return true;
  const place = cell === null ? null : parseCellName(cell);
  const now = place === null ? sheet.name : writtenIn(cellAt(sheet, place.row, place.column));
  return fold(was) === fold(now);
}

/**
 * Returns the last choice that applies to a table; a choice about its cell precedes a choice about its sheet. Null when
 * there is none.
 */
export function choiceFor<C extends TablePlace>(choices: readonly C[], table: SheetBlock): C | null {
  let chosen: C | null = null;
  for (const choice of choices)
    if (pointsAt(choice, table) && isTableAsRecorded(choice, table))
      if (chosen === null || choice.cell !== null || chosen.cell === null) chosen = choice;
  return chosen;
}

/**
 * Returns the user's rule for schools that occur twice, in a table or in two; null when the user gave none. (decisions
 * §4)
 */
export function repeatsOf(table: SheetBlock, choices: readonly RepeatChoice[]): RepeatRule | null {
  return choiceFor(choices, table)?.as ?? null;
}

/** The meanings that the user gave to words, by kind of word. Accents, case and spacing are ignored. (decisions §4) */
export class WordChoices {
  private readonly known = new Map<string, string>();

  constructor(choices: readonly WordChoice[]) {
    for (const { word, kind, as } of choices) this.known.set(`${kind}|${keyOf(word)}`, as.trim());
  }

  /** Returns the meaning given to a word, or null. */
  of(kind: WordKind, text: string): string | null {
    return this.known.size === 0 ? null : (this.known.get(`${kind}|${keyOf(text)}`) ?? null);
  }
}

function keyOf(text: string): string {
  return fold(text).replace(/\s+/g, " ");
}

/**
 * Returns a label reader that applies the user's choices first: a text chosen as a prestation names it. A choice whose
 * code the grid lacks is ignored.
 */
export function withChosenLabels(
  readLabel: (text: string) => LabelReading,
  choices: readonly WordChoice[],
  grid: Grid,
): (text: string) => LabelReading {
  const chosen = choices.filter(({ kind }) => kind === "prestation");
  if (chosen.length === 0) return readLabel;
  const words = new WordChoices(chosen);
  return (text) => {
    const chosen = words.of("prestation", text);
    const parsed = readLabel(text);
    const code =
      chosen === null ? null : fold(chosen) === headcount ? headcount : countedAs(grid, chosen.toUpperCase());
    if (code === null || rowsBilled(grid, code).length === 0) return parsed;
    return { ...parsed, label: prestationItem(code, { words: text.trim() }), complete: true };
  };
}

/** The communes that the user chose for cells whose commune is missing or unknown. (decisions §2) */
export class ChosenCommunes {
  private readonly bySheet = new Map<SheetCells, ReadonlyMap<string, Commune>>();

  constructor(
    private readonly choices: readonly ChosenCommune[],
    private readonly directory: CommuneDirectory,
  ) {}

  /** Returns the commune chosen for a zero-based cell, or null. */
  at(sheet: SheetCells, row: number, column: number): Commune | null {
    if (this.choices.length === 0) return null;
    return remembered(this.bySheet, sheet, () => this.of(sheet)).get(`${row}|${column}`) ?? null;
  }

  private of(sheet: SheetCells): ReadonlyMap<string, Commune> {
    const found = new Map<string, Commune>();
    for (const choice of this.choices) {
      const place = parseCellName(choice.cell);
      if (!concerns(choice, sheet) || place === null) continue;
      if (!isAsRecorded(choice, sheet.rows[place.row]?.[place.column] ?? null)) continue;
      const commune = communeNamed(choice.commune, this.directory);
      if (commune !== null) found.set(`${place.row}|${place.column}`, commune);
    }
    return found;
  }
}

/**
 * Returns whether the user accepted the anomaly with this code at this zero-based cell, while the cell still has the
 * accepted text. (decisions §4)
 */
export function isAccepted(
  values: readonly AcceptedValue[],
  sheet: SheetCells,
  code: string,
  row: number,
  column: number,
): boolean {
  return values.some((accepted) => {
    if (accepted.code !== code || !concerns({ ...accepted, sheet: accepted.sheet ?? sheet.name }, sheet)) return false;
    const place = parseCellName(accepted.cell ?? "");
    const isHere = place?.row === row && place.column === column;
    return isHere && isAsRecorded(accepted, cellAt(sheet, row, column));
  });
}

/** Returns the zero-based rows of a table, as it is read, that the user set aside. */
export function setAsideRows(table: Table, options: Options): ReadonlySet<number> {
  return new Set(table.turned ? [] : setAsideIn(table, options));
}

/** Returns the columns of a turned table, as it is read, that the user set aside as rows of the sheet. */
export function setAsideColumns(table: Table, options: Options): number[] {
  return table.turned ? setAsideIn(table, options) : [];
}

/** Returns the zero-based sheet rows of a table that the user set aside. */
function setAsideIn(table: Table, { setAside }: Options): number[] {
  const rows = setAside.filter((option) => pointsAtRow(option, table) && isTableRowAsRecorded(option, table));
  return rows.map(({ row }) => row - 1);
}

/**
 * Returns whether a row to set aside is in the body of a table. An option with a column concerns the table that has
 * this column, otherwise any table of the sheet.
 */
export function pointsAtRow(option: SetAsideRow, { turned, bodyLeft, bodyTop, on }: Table): boolean {
  const { row, column } = option;
  const { sheet, bottom, left, right } = on;
  if (!concerns(option, sheet) || row - 1 < (turned ? bodyLeft : bodyTop) || row - 1 > bottom) return false;
  const place = column === undefined ? null : parseCellName(`${column}${row}`);
  return place === null || (left <= place.column && place.column <= right);
}

/**
 * Returns whether a row to set aside still has the texts recorded with the choice: within the table when the choice
 * names a column, otherwise in the whole sheet row.
 */
export function isTableRowAsRecorded(option: SetAsideRow, { on: { sheet, left, right } }: Table): boolean {
  const cells = sheet.rows[option.row - 1] ?? [];
  return isRowAsRecorded(option, option.column === undefined ? cells : cells.slice(left, right + 1));
}
