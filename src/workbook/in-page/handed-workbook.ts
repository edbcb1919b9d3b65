import {
  CellColours,
  CellError,
  CellSet,
  remembered,
  type Cell,
  type ReadonlyCellColours,
  type ReadonlyCellSet,
  type SheetCells,
  type WorkbookCells,
} from "../../cells";
import type { CellLook, OpenWorkbook, SheetLook } from "../files";

/** What is known of an opened workbook, but for what only writing it needs. */
export type ShownWorkbook = Omit<OpenWorkbook, "source">;

type Rows = readonly (readonly Cell[])[];

/**
 * Some rows, one after the other, as they go from a thread to another: a kind and a number a cell, and each text once. A clone of
 * the rows themselves would hold the thread that receives them, and copy a text for each cell that says it.
 */
export interface RowsPiece {
  /** Which sheet of the workbook; one more than the last: the rows of its Journal. */
  readonly grid: number;
  readonly from: number;
  /** Cells of each row. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  readonly kinds: Uint8Array<ArrayBuffer>;
  /** The number, 0 or 1, or the place of the text among those given so far. */
  readonly values: Float64Array<ArrayBuffer>;
  /** Texts that no piece gave before. */
  readonly texts: readonly string[];
  /** Rows of the whole workbook. */
  readonly total: number;
}

/** The rest of a workbook, given after the rows that are not as they were. */
export interface WorkbookHead {
  readonly workbook: Omit<ShownWorkbook, "cells" | "journalRows">;
  readonly cells: Omit<WorkbookCells, "sheets">;
  readonly sheets: readonly Omit<SheetCells, "rows">[];
  /** Of the sheets, then of the Journal: how many rows, and which of the rows known before they begin as. */
  readonly grids: readonly { readonly length: number; readonly like: number | null }[];
}

const kinds = { blank: 0, number: 1, text: 2, boolean: 3, error: 4 } as const;
/** What a thread takes in a few milliseconds. */
const cellsOfPiece = 16_000;

/**
 * Gives a workbook to another thread, which knows the one before: rows that are not as they were through `send`, piece by piece, then
 * what is returned.
 */
export function handOver(
  before: ShownWorkbook | null,
  after: OpenWorkbook,
  send: (piece: RowsPiece) => void,
): WorkbookHead {
  const { sheets, ...cells } = after.cells;
  const [old, now] = [before === null ? [] : gridsOf(before), gridsOf(after)];
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  const places = new Map<string, number>();
  const grids = now.map((rows, grid) => {
    const like = before === null ? null : placeBefore(before, sheets[grid]?.name);
    const known = like === null ? [] : old[like]!;
    for (const [from, to] of changedRows(known, rows)) send({ grid, from, ...packed(rows, from, to, places), total });
    return { length: rows.length, like };
  });
  return { workbook: headOf(after), cells, sheets: sheets.map(({ rows: _, ...sheet }) => sheet), grids };
}

/** Returns what goes whole: not the cells, nor the file itself, which only writing it needs. */
function headOf({ cells: _, journalRows: __, source: ___, ...workbook }: OpenWorkbook) {
  return workbook;
}

function gridsOf({ cells, journalRows }: ShownWorkbook): Rows[] {
  return [...cells.sheets.map(({ rows }) => rows), journalRows];
}

/** Returns which grid a sheet of that name was; the Journal when there is no name, null for a sheet that is new. */
function placeBefore({ cells }: ShownWorkbook, name: string | undefined): number | null {
  if (name === undefined) return cells.sheets.length;
  const place = cells.sheets.findIndex((sheet) => sheet.name === name);
  return place === -1 ? null : place;
}

/** Gives runs of rows that are not as they were, each no longer than a piece. */
function* changedRows(before: Rows, after: Rows): Generator<[from: number, to: number]> {
  let row = 0;
  while (row < after.length) {
    if (isSameRow(before[row], after[row]!)) {
      row++;
      continue;
    }
    const from = row;
    for (let count = 0; row < after.length && count < cellsOfPiece && !isSameRow(before[row], after[row]!); row++)
      count += after[row]!.length + 1;
    yield [from, row];
  }
}

function isSameRow(before: readonly Cell[] | undefined, after: readonly Cell[]): boolean {
  return before?.length === after.length && after.every((cell, column) => isSameCell(before[column]!, cell));
}

function isSameCell(before: Cell, after: Cell): boolean {
  return before === after || (before instanceof CellError && after instanceof CellError && before.code === after.code);
}

function packed(rows: Rows, from: number, to: number, places: Map<string, number>) {
  const lengths = Uint32Array.from({ length: to - from }, (_, at) => rows[from + at]!.length);
  const size = lengths.reduce((sum, length) => sum + length, 0);
  const [kindOf, values, texts] = [new Uint8Array(size), new Float64Array(size), new Array<string>()];
  const placeOf = (text: string) =>
    remembered(places, text, () => {
      texts.push(text);
      return places.size;
    });
  let at = 0;
  const put = (kind: number, value: number) => {
    kindOf[at] = kind;
    values[at++] = value;
  };
  for (let row = from; row < to; row++)
    for (const cell of rows[row]!)
      if (cell === null) put(kinds.blank, 0);
      else if (typeof cell === "number") put(kinds.number, cell);
      else if (typeof cell === "string") put(kinds.text, placeOf(cell));
      else if (typeof cell === "boolean") put(kinds.boolean, Number(cell));
      else put(kinds.error, placeOf(cell.code));
  return { lengths, kinds: kindOf, values, texts };
}

/** A workbook as it comes from another thread. */
export class ReceivedWorkbook {
  private readonly texts: string[] = [];
  private count = 0;
  private readonly pieces: { readonly grid: number; readonly from: number; readonly rows: Cell[][] }[] = [];

  /** Takes some rows; returns how many were taken so far. */
  take({ grid, from, lengths, kinds: kindOf, values, texts }: RowsPiece): number {
    for (const text of texts) this.texts.push(text);
    let at = 0;
    const next = (): Cell => {
      const value = values[at]!;
      switch (kindOf[at++]) {
        case kinds.number:
          return value;
        case kinds.text:
          return this.texts[value]!;
        case kinds.boolean:
          return value === 1;
        case kinds.error:
          return new CellError(this.texts[value]!);
        default:
          return null;
      }
    };
    this.pieces.push({ grid, from, rows: Array.from(lengths, (length) => Array.from({ length }, next)) });
    return (this.count += lengths.length);
  }

  /** Returns the workbook, once all was received; its rows that no piece gave are those known before. */
  complete(before: ShownWorkbook | null, { workbook, cells, sheets, grids }: WorkbookHead): ShownWorkbook {
    const known = before === null ? [] : gridsOf(before);
    const all = grids.map(({ length, like }) => (like === null ? [] : known[like]!.slice(0, length)) as Cell[][]);
    for (const { grid, from, rows } of this.pieces) rows.forEach((row, at) => (all[grid]![from + at] = row as Cell[]));
    return {
      ...workbook,
      cells: { ...cells, sheets: sheets.map((sheet, at) => withFacts({ ...sheet, rows: all[at]! })) },
      journalRows: all.at(-1)!,
    };
  }
}

/** Returns a sheet whose sets and colours of cells are such again: a clone is left without its methods. */
function withFacts(sheet: SheetCells): SheetCells {
  const { facts } = sheet;
  if (facts === undefined) return sheet;
  const set = (cloned: ReadonlyCellSet) => Object.assign(new CellSet(), cloned);
  const colours = (cloned: ReadonlyCellColours) => Object.assign(new CellColours(), cloned);
  const { dates, money, withoutResult, struck, partlyStruck, fills, fonts } = facts;
  return {
    ...sheet,
    facts: {
      ...facts,
      ...{ dates: set(dates), money: set(money), withoutResult: set(withoutResult), struck: set(struck) },
      ...(partlyStruck === undefined ? {} : { partlyStruck: set(partlyStruck) }),
      ...(fills === undefined ? {} : { fills: colours(fills) }),
      ...(fonts === undefined ? {} : { fonts: colours(fonts) }),
    },
  };
}

/** How a sheet looks, as it goes from a thread to another: each look once, and its number a cell. */
export interface LookPiece {
  readonly looks: readonly CellLook[];
  readonly columns: number;
  readonly numbers: Uint16Array<ArrayBuffer>;
  readonly rest: Omit<SheetLook, "look">;
}

const noLook = 0xffff;
/** Beyond what a sheet holds: rows and columns there look like the last of these. */
const spareRows = 2;
const spareColumns = 8;

/** Returns the look of a sheet of so many rows and columns, to be handed over. */
export function packLook({ look, ...rest }: SheetLook, rows: number, width: number): LookPiece {
  const columns = width + spareColumns;
  const numbers = new Uint16Array((rows + spareRows) * columns);
  const places = new Map<CellLook, number>();
  for (let at = 0; at < numbers.length; at++) {
    const own = look(Math.floor(at / columns), at % columns);
    numbers[at] = own === null ? noLook : remembered(places, own, () => places.size);
  }
  // A spreadsheet may write the height of each row.
  const heights = new Map([...rest.heights].filter(([, height]) => height !== rest.defaultHeight));
  return { looks: [...places.keys()], columns, numbers, rest: { ...rest, heights } };
}

/** Returns the look that was handed over. */
export function unpackLook({ looks, columns, numbers, rest }: LookPiece): SheetLook {
  const rows = numbers.length / columns;
  return {
    ...rest,
    look: (row, column) => looks[numbers[Math.min(row, rows - 1) * columns + Math.min(column, columns - 1)]!] ?? null,
  };
}
