import { codeOfFault } from "./faults";
import { request } from "./requests";
import type { WorkbookState } from "./workbook-state";

/** Cells of a sheet, by its place in the workbook's state; zero-based. */
export interface Area {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** How areas are read: how many cells an answer holds, what is asked of each, and what becomes of the answers. */
export interface AreaReading<T> {
  readonly cellsPerAnswer: number;
  /** Queues a question; its answer is null where Excel gave nothing, as it may for what is too large. */
  readonly ask: (range: Excel.Range, area: Area) => () => T | null;
  /** Takes the answers of a request; may return how many cells the next answer holds. */
  readonly take: (areas: readonly Area[], answers: readonly T[]) => number | void | Promise<void>;
}

/** The code of Excel’s refusal of an answer that is too long. */
export const tooLong = "ResponsePayloadSizeLimitExceeded";

/** Reads areas in as few requests as answers allow, which are halved where Excel refuses one. */
export async function readAreas<T>(
  state: WorkbookState,
  areas: readonly Area[],
  { cellsPerAnswer, ask, take }: AreaReading<T>,
): Promise<void> {
  const waiting = [...areas];
  let cells = cellsPerAnswer;
  while (waiting.length > 0) {
    const next = nextAreas(waiting, cells);
    const answers = await unlessTooLong(async () => {
      const asked = await request(({ workbook }) => next.map((area) => ask(rangeOf(workbook, state, area), area)));
      const read = asked.flatMap((answer) => answer() ?? []);
      return read.length === next.length ? read : null;
    });
    if (answers === null) {
      // A row cannot be cut further.
      if (next.length === 1 && next[0]!.rows === 1)
        throw Object.assign(new Error("A single row is longer than an answer may be."), { code: tooLong });
      cells = Math.floor(cells / 2);
      continue;
    }
    dropAreas(waiting, next);
    cells = (await take(next, answers)) ?? cells;
  }
}

/** Returns what is read, or null where Excel refuses so long an answer. */
export async function unlessTooLong<T>(read: () => Promise<T | null>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (codeOfFault(error) === tooLong) return null;
    throw error;
  }
}

/** Returns the next areas, the last one cut, for about so many cells: at least one row. */
function nextAreas(waiting: readonly Area[], cells: number): Area[] {
  const next: Area[] = [];
  let room = cells;
  for (const area of waiting) {
    const rows = Math.min(area.rows, Math.floor(room / area.columns));
    if (rows > 0) next.push({ ...area, rows });
    room -= rows * area.columns;
    if (rows < area.rows) break;
  }
  return next.length > 0 ? next : [{ ...waiting[0]!, rows: 1 }];
}

/** Takes areas that were read off those that wait. */
function dropAreas(waiting: Area[], read: readonly Area[]): void {
  for (const { rows } of read) {
    const area = waiting[0]!;
    if (rows === area.rows) waiting.shift();
    else waiting[0] = { ...area, top: area.top + rows, rows: area.rows - rows };
  }
}

function rangeOf({ worksheets }: Excel.Workbook, state: WorkbookState, area: Area): Excel.Range {
  return worksheets
    .getItem(state.sheets[area.sheet]!.id)
    .getRangeByIndexes(area.top, area.left, area.rows, area.columns);
}
