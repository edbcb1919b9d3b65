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

/** An opened workbook without its source, which only writing requires. */
export type ShownWorkbook = Omit<OpenWorkbook, "source">;

type Rows = readonly (readonly Cell[])[];

/**
 * Some consecutive rows, in the form in which they go from one thread to another: a kind and a number for each cell,
 * and each text once. A structured clone of the rows would block the receiving thread, and copy a text for each cell
 * that holds it.
 */
export interface RowsPiece {
  /** The index of the sheet in the workbook; the number of sheets for the rows of its Journal. */
  readonly grid: number;
  readonly from: number;
  /** The number of cells of each row. */
  readonly lengths: Uint32Array<ArrayBuffer>;
  readonly kinds: Uint8Array<ArrayBuffer>;
  /** For each cell: its number, 0 or 1, or the index of its text among those sent so far. */
  readonly values: Float64Array<ArrayBuffer>;
  /** Texts that no earlier piece contained. */
  readonly texts: readonly string[];
  /** The number of rows of the whole workbook. */
  readonly total: number;
}

/** The rest of a workbook, sent after its changed rows. */
export interface WorkbookHead {
  readonly workbook: Omit<ShownWorkbook, "cells" | "journalRows">;
  readonly cells: Omit<WorkbookCells, "sheets">;
  readonly sheets: readonly Omit<SheetCells, "rows">[];
  /** For each sheet, then the Journal: its number of rows, and the index of the known sheet to start from, or null. */
  readonly grids: readonly { readonly length: number; readonly like: number | null }[];
}

const kinds = { blank: 0, number: 1, text: 2, boolean: 3, error: 4 } as const;
/** What a thread receives within a few milliseconds. */
const cellsOfPiece = 16_000;

/** Sends a workbook to another thread, which knows `before`: changed rows through `send`, then the returned head. */
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

/** Returns the part that is sent whole: neither the cells nor the source. */
function headOf({ cells: _, journalRows: __, source: ___, ...workbook }: OpenWorkbook) {
  return workbook;
}

function gridsOf({ cells, journalRows }: ShownWorkbook): Rows[] {
  return [...cells.sheets.map(({ rows }) => rows), journalRows];
}

/** Returns the former index of a sheet, or of the Journal when the name is undefined; null for a new sheet. */
function placeBefore({ cells }: ShownWorkbook, name: string | undefined): number | null {
  if (name === undefined) return cells.sheets.length;
  const place = cells.sheets.findIndex((sheet) => sheet.name === name);
  return place === -1 ? null : place;
}

/** Yields the runs of changed rows, each no longer than a piece; `to` is excluded. */
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

/** Rebuilds a workbook sent by another thread. */
export class ReceivedWorkbook {
  private readonly texts: string[] = [];
  private count = 0;
  private readonly pieces: { readonly grid: number; readonly from: number; readonly rows: Cell[][] }[] = [];

  /** Adds some rows; returns the number of rows received so far. */
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

  /** Returns the workbook once all pieces were added; rows that no piece contained are taken from `before`. */
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

/** Returns a sheet with its sets and colours of cells restored to their classes: a structured clone has no methods. */
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

/** The look of a sheet, as sent between threads: each cell look once, and its number for each cell. */
export interface LookPiece {
  readonly looks: readonly CellLook[];
  readonly columns: number;
  readonly numbers: Uint16Array<ArrayBuffer>;
  readonly rest: Omit<SheetLook, "look">;
}

const noLook = 0xffff;
/** Rows and columns added beyond the cells of a sheet: those further away look like the last ones. */
const spareRows = 2;
const spareColumns = 8;

/** Returns the look of a sheet of the given size, ready to be sent. */
export function packLook({ look, ...rest }: SheetLook, rows: number, width: number): LookPiece {
  const columns = width + spareColumns;
  const numbers = new Uint16Array((rows + spareRows) * columns);
  const places = new Map<CellLook, number>();
  for (let at = 0; at < numbers.length; at++) {
    const own = look(Math.floor(at / columns), at % columns);
    numbers[at] = own === null ? noLook : remembered(places, own, () => places.size);
  }
  // Some programs write the height of every row, even the default one.
  const heights = new Map([...rest.heights].filter(([, height]) => height !== rest.defaultHeight));
  return { looks: [...places.keys()], columns, numbers, rest: { ...rest, heights } };
}

/** Returns the look of a sheet that was sent. */
export function unpackLook({ looks, columns, numbers, rest }: LookPiece): SheetLook {
  const rows = numbers.length / columns;
  return {
    ...rest,
    look: (row, column) => looks[numbers[Math.min(row, rows - 1) * columns + Math.min(column, columns - 1)]!] ?? null,
  };
}
