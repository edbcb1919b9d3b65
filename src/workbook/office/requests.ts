import { remembered, type Steps } from "../../cells";
import type { Watch } from "../port";
import { Abort, codeOfFault } from "./excel-faults";

/**
 * Lets the page breathe: paint, answer a click. A message takes its turn behind these without the delay of timers, which
 * browsers lengthen when they follow one another, and a great deal in a pane that is not shown.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Makes one request: what `ask` queues goes to Excel at once, and what it gives is read from the answer. Proxies live for one
 * request, so that nothing has to be tracked nor released. Rejects with Office's own error, told by its `code`.
 */
export async function request<T>(ask: (context: Excel.RequestContext) => T | Promise<T>): Promise<T> {
  const context = new Excel.RequestContext();
  const asked = await ask(context);
  await pause();
  await context.sync();
  await pause();
  return asked;
}

let lastOperation: Promise<unknown> = Promise.resolve();

/** Runs an operation after those asked before it: two of them never have staging sheets at the same time. */
export function exclusively<T>(operation: () => Promise<T>): Promise<T> {
  const turn = lastOperation.then(operation);
  lastOperation = turn.catch(() => undefined);
  return turn;
}

/** Milliseconds before each new attempt. */
export const retryDelays = [200, 800, 3200];

/** Repeats what may be done again, a little later each time, while Excel refuses it; then rejects with its last error. */
export async function retry<T>(operation: () => Promise<T>, { wait = sleep }: Watch): Promise<T> {
  for (const delay of retryDelays)
    try {
      return await operation();
    } catch (error) {
      if (codeOfFault(error) === null) throw error;
      await wait(delay);
    }
  return operation();
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Far below the 5 MB that Excel on the web takes: the longer a request, the longer the library keeps the page busy. */
const bytesPerRequest = 1_600_000;
/** Work at a stretch before the page may breathe. */
const millisecondsAtAStretch = 10;

/** Reads what a request answered; throws where it is not what was written. */
export type Check = () => void;
type Queue = (workbook: Excel.Workbook) => Check | void;

/**
 * Gathers what has to be written and sends it in as few requests as its bytes allow: their number does not grow with
 * sheets nor cells. Cancelling is honoured between two requests.
 */
export class RequestBatch {
  private context = new Excel.RequestContext();
  private bytes = 0;
  private checks: Check[] = [];
  private rested = performance.now();

  constructor(
    private readonly watch: Watch,
    /** Queues what each request begins with. */
    private readonly begin: (workbook: Excel.Workbook) => void,
  ) {}

  /**
   * Queues what weighs about so many bytes, all of it in one request, after sending what would make that too long. The
   * page may breathe between two parts.
   */
  async add(bytes: number, ...parts: readonly Queue[]): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > bytesPerRequest) await this.send();
    if (this.bytes === 0) this.begin(this.context.workbook);
    this.bytes += bytes;
    for (const queue of parts) {
      const check = queue(this.context.workbook);
      if (check !== undefined) this.checks.push(check);
      await this.breathe();
    }
  }

  /** Returns the result of a computation that prepares what is queued; the page breathes between two of its steps. */
  async runInSlices<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await this.breathe();
    }
  }

  /** Sends what is queued, and checks what it answers. */
  async send(): Promise<void> {
    if (this.watch.isCancelled?.() === true) throw new Abort(null);
    const { context, checks } = this;
    this.context = new Excel.RequestContext();
    this.bytes = 0;
    this.checks = [];
    await this.rest();
    await context.sync();
    await this.rest();
    for (const check of checks) {
      check();
      await this.breathe();
    }
  }

  private async breathe(): Promise<void> {
    if (performance.now() - this.rested > millisecondsAtAStretch) await this.rest();
  }

  private async rest(): Promise<void> {
    await pause();
    this.rested = performance.now();
  }
}

/** Cells of a sheet, told by its place among those of the workbook; zero-based. */
export interface Area {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** How areas are read: how many cells an answer holds, what is asked of each, and what becomes of the answers. */
interface AreaReading<T, A extends Area> {
  readonly cellsPerAnswer: number;
  /** Returns what an area takes of an answer, in cells; as many as it has, unless told. */
  readonly weigh?: (area: A) => number;
  /** Returns whether an area has one answer, whatever its rows: it is not cut. */
  readonly isOne?: (area: A) => boolean;
  /** Queues a question; its answer is null where Excel gave nothing, as it may for what is too large. */
  readonly ask: (range: Excel.Range, area: A) => () => T | null;
  /** Takes the answers of a request; may return how many cells the next answer holds. */
  readonly take: (areas: readonly A[], answers: readonly T[]) => number | void | Promise<void>;
}

/** The code of Excel's refusal of an answer that is too long. */
export const tooLong = "ResponsePayloadSizeLimitExceeded";

/**
 * Reads areas in as few requests as answers allow, of about one length: a page that parses an answer does nothing else. What
 * an answer holds is halved when Excel refuses one.
 */
export async function readAreas<T, A extends Area = Area>(
  sheetIds: readonly string[],
  areas: readonly A[],
  { cellsPerAnswer, ask, take, ...reading }: AreaReading<T, A>,
): Promise<void> {
  const { weigh = ({ rows, columns }) => rows * columns, isOne = () => false } = reading;
  const waiting = [...areas];
  let cells = cellsPerAnswer;
  while (waiting.length > 0) {
    const next = nextAreas(waiting, evenShare(waiting, cells, weigh), weigh, isOne);
    const answers = await unlessTooLong(async () => {
      const asked = await request(({ workbook }) => {
        const known = new Map<number, Excel.Worksheet>();
        return next.map((area) => {
          const getSheet = () => workbook.worksheets.getItem(sheetIds[area.sheet]!);
          return ask(rangeOf(remembered(known, area.sheet, getSheet), area), area);
        });
      });
      const read = asked.map((answer) => answer());
      return read.every((answer) => answer !== null) ? read : null;
    });
    if (answers === null) {
      // A row cannot be cut further.
      if (next.length === 1 && (next[0]!.rows === 1 || isOne(next[0]!)))
        throw Object.assign(new Error("A single row is longer than an answer may be."), { code: tooLong });
      cells = Math.floor(cells / 2);
      continue;
    }
    dropAreas(waiting, next);
    cells = (await take(next, answers)) ?? cells;
  }
}

/** Returns what is read, or null when Excel refuses so long an answer. */
export async function unlessTooLong<T>(read: () => Promise<T | null>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (codeOfFault(error) === tooLong) return null;
    throw error;
  }
}

/** Returns how many cells the next answer holds, at most so many, so that those after it are as long. */
function evenShare<A extends Area>(waiting: readonly A[], most: number, weigh: (area: A) => number): number {
  const total = waiting.reduce((sum, area) => sum + weigh(area), 0);
  // Areas are cut between rows: one more row makes up for what a cut leaves.
  const widest = waiting.reduce((cells, area) => Math.max(cells, weigh(area) / area.rows), 0);
  return Math.min(most, Math.ceil(total / Math.ceil(total / most)) + Math.ceil(widest));
}

/** Returns the next areas, the last one cut, for about so many cells: at least one row, or one that is not cut. */
function nextAreas<A extends Area>(
  waiting: readonly A[],
  cells: number,
  weigh: (area: A) => number,
  isOne: (area: A) => boolean,
): A[] {
  const next: A[] = [];
  let room = cells;
  for (const area of waiting) {
    const fitting = Math.min(area.rows, Math.floor((room * area.rows) / weigh(area)));
    const rows = fitting < area.rows && isOne(area) ? 0 : fitting;
    if (rows > 0) next.push({ ...area, rows });
    if (rows < area.rows) break;
    room -= weigh(area);
  }
  const [first] = waiting as [A, ...A[]];
  return next.length > 0 ? next : [isOne(first) ? first : { ...first, rows: 1 }];
}

/** Takes areas that were read off those that wait. */
function dropAreas<A extends Area>(waiting: A[], read: readonly A[]): void {
  for (const { rows } of read) {
    const area = waiting[0]!;
    if (rows === area.rows) waiting.shift();
    else waiting[0] = { ...area, top: area.top + rows, rows: area.rows - rows };
  }
}

function rangeOf(worksheet: Excel.Worksheet, { top, left, rows, columns }: Area): Excel.Range {
  return worksheet.getRangeByIndexes(top, left, rows, columns);
}
