import { codeOfFault } from "./faults";
import {
  askRows,
  askShape,
  errorsIn,
  looksLikeError,
  needsFormats,
  usedBlock,
  type IsError,
  type KnownMerges,
  type RawRows,
  type SheetShape,
} from "./read-sheets";
import { request } from "./requests";
import type { WorkbookState } from "./workbook-state";

interface SheetRead {
  readonly shape: SheetShape;
  /** Its rows from the first on, one part below the other. */
  readonly parts: readonly RawRows[];
}

/** What a workbook keeps of most of its sheets: all of an ordinary one, a tenth of a register of 50,000 machines. */
const firstRows = 5000;
/** Excel on the web answers at most 5 MB; this leaves room for what is longer than expected. */
const bytesPerAnswer = 3_500_000;
/** A first guess, on the safe side; what comes back corrects it. */
const bytesPerCell = 30;

interface Slice {
  readonly sheet: number;
  readonly from: number;
  readonly rows: number;
  readonly width: number;
}

/**
 * What each sheet is and its first rows, in one request where that is not too long for an answer; then blocks of rows, of
 * one sheet or several, as many as an answer may hold.
 */
export async function readInBlocks(state: WorkbookState, merges: KnownMerges): Promise<SheetRead[]> {
  const first = (await readFirst(state, merges, firstRows)) ?? (await readFirst(state, merges, 0))!;
  const parts = first.map(({ rows }) => (rows === null ? [] : [rows]));
  const remaining = first.flatMap(({ shape: { block }, rows }, sheet): Slice[] => {
    const from = rows?.values.length ?? 0;
    const left = block.bottom + 1 - from;
    return left > 0 ? [{ sheet, from, rows: left, width: block.right + 1 }] : [];
  });
  let perCell = measuredBytesPerCell(parts.flat(), bytesPerCell);
  while (remaining.length > 0) {
    const slices = cutSlices(remaining, Math.floor(bytesPerAnswer / perCell));
    const read = await readSlices(state, slices);
    if (read === null) {
      // A row too long for an answer cannot be cut further.
      if (slices.length === 1 && slices[0]!.rows === 1) throw tooLong();
      perCell *= 2;
      continue;
    }
    read.forEach((rows, index) => parts[slices[index]!.sheet]!.push(rows));
    dropSlices(remaining, slices);
    perCell = measuredBytesPerCell(read, perCell);
  }
  return first.map(({ shape }, sheet) => ({ shape, parts: parts[sheet]! }));
}

/** What each sheet is, with so many of its rows; null where the answer would be too long. */
function readFirst(state: WorkbookState, merges: KnownMerges, rows: number) {
  return unlessTooLong(async () => {
    const asked = await request((context) =>
      state.sheets.map((sheet) => {
        const used = usedBlock(context.workbook.worksheets.getItem(sheet.id));
        return {
          shape: askShape(context, sheet, state.tables, merges),
          rows: rows === 0 ? null : askRows(used.getIntersection(`1:${rows}`), needsFormats(sheet, state)),
        };
      }),
    );
    const read = asked.map(({ shape, rows }) => ({ shape: shape(), rows: rows?.() ?? null }));
    return rows === 0 || read.every(({ rows }) => rows !== null) ? read : null;
  });
}

/** The next rows, sheet after sheet, for about so many cells: at least one row. */
function cutSlices(remaining: readonly Slice[], cells: number): Slice[] {
  const slices: Slice[] = [];
  let room = cells;
  for (const slice of remaining) {
    const rows = Math.min(slice.rows, Math.floor(room / slice.width));
    if (rows > 0) slices.push({ ...slice, rows });
    room -= rows * slice.width;
    if (rows < slice.rows) break;
  }
  return slices.length > 0 ? slices : [{ ...remaining[0]!, rows: 1 }];
}

function dropSlices(remaining: Slice[], slices: readonly Slice[]): void {
  for (const { rows } of slices) {
    const slice = remaining[0]!;
    if (rows === slice.rows) remaining.shift();
    else remaining[0] = { ...slice, from: slice.from + rows, rows: slice.rows - rows };
  }
}

/** The rows of each slice, or null where the answer would be too long. */
function readSlices(state: WorkbookState, slices: readonly Slice[]): Promise<RawRows[] | null> {
  return unlessTooLong(async () => {
    const asked = await request((context) =>
      slices.map(({ sheet, from, rows, width }) => {
        const of = state.sheets[sheet]!;
        const range = context.workbook.worksheets.getItem(of.id).getRangeByIndexes(from, 0, rows, width);
        return askRows(range, needsFormats(of, state));
      }),
    );
    const read = asked.flatMap((rows) => rows() ?? []);
    return read.length === slices.length ? read : null;
  });
}

/** What is read, or null where Excel refuses so long an answer. */
async function unlessTooLong<T>(read: () => Promise<T | null>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (codeOfFault(error) === "ResponsePayloadSizeLimitExceeded") return null;
    throw error;
  }
}

/** Bytes a cell took, with a margin, for the next answer; rows further down may hold more. */
function measuredBytesPerCell(read: readonly RawRows[], before: number): number {
  let cells = 0;
  let bytes = 0;
  for (const { values, numberFormats } of read) {
    cells += values.length * (values[0]?.length ?? 0);
    // A sample says enough: the whole would take as long as reading it.
    const step = Math.max(1, Math.floor(values.length / 200));
    for (let row = 0; row < values.length; row += step)
      bytes += step * utf8Length(JSON.stringify([values[row], numberFormats?.[row]]));
  }
  return cells === 0 ? before : Math.max(4, (bytes / cells) * 1.2);
}

const encoder = new TextEncoder();
const utf8Length = (text: string): number => encoder.encode(text).length;

function tooLong(): Error {
  return Object.assign(new Error("A single row is longer than an answer may be."), {
    code: "ResponsePayloadSizeLimitExceeded",
  });
}

/** Rows of a sheet whose types are asked, zero-based. */
interface Asked {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** A type takes some ten bytes of the 5 MB of an answer. */
const typesPerAnswer = 200_000;

const none: IsError = () => false;

/**
 * Which cells of each sheet are errors. Types are asked where a text starts as an error does, and nowhere else: they would
 * lengthen every answer by half.
 */
export async function readErrors(
  state: WorkbookState,
  sheets: readonly { readonly parts: readonly RawRows[] }[],
): Promise<IsError[]> {
  const waiting = sheets.flatMap(({ parts }, sheet) => areaOf(parts, sheet));
  const found = new Map<number, IsError[]>();
  while (waiting.length > 0) {
    const areas = cutAreas(waiting);
    const ranges = await request(({ workbook }) =>
      areas.map(({ sheet, top, left, rows, columns }) =>
        workbook.worksheets
          .getItem(state.sheets[sheet]!.id)
          .getRangeByIndexes(top, left, rows, columns)
          .load("valueTypes"),
      ),
    );
    areas.forEach(({ sheet, top, left }, index) => {
      const errors = errorsIn(ranges[index]!.valueTypes, top, left);
      found.set(sheet, [...(found.get(sheet) ?? []), errors]);
    });
  }
  return sheets.map((_, sheet) => {
    const errors = found.get(sheet);
    return errors === undefined ? none : (row, column) => errors.some((isError) => isError(row, column));
  });
}

/** The smallest area that holds all that looks like an error, if anything does. */
function areaOf(parts: readonly RawRows[], sheet: number): Asked[] {
  let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
  let row = 0;
  for (const { values } of parts)
    for (const cells of values) {
      for (let column = 0; column < cells.length; column++)
        if (looksLikeError(cells[column])) {
          [top, bottom] = [Math.min(top, row), row];
          [left, right] = [Math.min(left, column), Math.max(right, column)];
        }
      row++;
    }
  return bottom < 0 ? [] : [{ sheet, top, left, rows: bottom - top + 1, columns: right - left + 1 }];
}

/** Takes the next areas, or rows of the first, as many as an answer may hold. */
function cutAreas(waiting: Asked[]): Asked[] {
  const taken: Asked[] = [];
  let room = typesPerAnswer;
  for (let area = waiting[0]; area !== undefined; area = waiting[0]) {
    const rows = Math.min(area.rows, Math.floor(room / area.columns));
    if (rows > 0) taken.push({ ...area, rows });
    room -= rows * area.columns;
    if (rows < area.rows) {
      waiting[0] = { ...area, top: area.top + rows, rows: area.rows - rows };
      break;
    }
    waiting.shift();
  }
  return taken;
}
