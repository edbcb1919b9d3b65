import { readAreas, unlessTooLong, type Area } from "./read-areas";
import { askRows, type RawRows } from "./read-cells";
import { request } from "./requests";
import { askShape, usedBlock, type KnownMerges, type SheetShape } from "./sheet-shape";
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

/**
 * Reads what each sheet is and its first rows, in one request where that is not too long for an answer; then blocks of rows,
 * of one sheet or several, as many as an answer may hold.
 */
export async function readInBlocks(state: WorkbookState, merges: KnownMerges): Promise<SheetRead[]> {
  const first = (await readFirst(state, merges, firstRows)) ?? (await readFirst(state, merges, 0))!;
  const parts = first.map(({ rows }) => (rows === null ? [] : [rows]));
  const remaining = first.flatMap(({ shape: { block }, rows }, sheet): Area[] => {
    const top = rows?.values.length ?? 0;
    const left = block.bottom + 1 - top;
    return left > 0 ? [{ sheet, top, left: 0, rows: left, columns: block.right + 1 }] : [];
  });
  await readAreas(state, remaining, {
    cellsPerAnswer: cellsPerAnswer(parts.flat()),
    ask: (range, { sheet }) => askRows(range, state.sheets[sheet]!, state),
    take: (areas, read) => {
      read.forEach((rows, index) => parts[areas[index]!.sheet]!.push(rows));
      return cellsPerAnswer(read);
    },
  });
  return first.map(({ shape }, sheet) => ({ shape, parts: parts[sheet]! }));
}

/** Reads what each sheet is, with so many of its rows; null where the answer would be too long. */
function readFirst(state: WorkbookState, merges: KnownMerges, rows: number) {
  return unlessTooLong(async () => {
    const asked = await request((context) =>
      state.sheets.map((sheet) => {
        const used = usedBlock(context.workbook.worksheets.getItem(sheet.id));
        return {
          shape: askShape(context, sheet, state.tables, merges),
          rows: rows === 0 ? null : askRows(used.getIntersection(`1:${rows}`), sheet, state),
        };
      }),
    );
    const read = asked.map(({ shape, rows }) => ({ shape: shape(), rows: rows?.() ?? null }));
    return rows === 0 || read.every(({ rows }) => rows !== null) ? read : null;
  });
}

/** Returns how many cells the next answer holds, by the bytes that those took, with a margin: rows further down may hold more. */
function cellsPerAnswer(read: readonly RawRows[]): number {
  let cells = 0;
  let bytes = 0;
  for (const { values, numberFormats } of read) {
    cells += values.length * (values[0]?.length ?? 0);
    // A sample says enough: the whole would take as long as reading it.
    const step = Math.max(1, Math.floor(values.length / 200));
    for (let row = 0; row < values.length; row += step)
      bytes += step * utf8Length(JSON.stringify([values[row], numberFormats?.[row]]));
  }
  return Math.floor(bytesPerAnswer / (cells === 0 ? bytesPerCell : Math.max(4, (bytes / cells) * 1.2)));
}

const encoder = new TextEncoder();
const utf8Length = (text: string): number => encoder.encode(text).length;
