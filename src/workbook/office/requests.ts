import { remembered, type Steps } from "../../cells";
import type { Watch } from "../port";
import { Abort, codeOfFault } from "./excel-faults";

/**
 * Lets the page paint and handle events. A message is queued behind these, without the delay of timers, which browsers
 * lengthen when timers are nested, and greatly in a hidden pane.
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
 * Makes one request: sends what `ask` queues to Excel, and returns the result of `ask`, whose proxies are then loaded.
 * Proxies live for one request, so nothing has to be tracked or released. Rejects with Office's own error.
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

/** Runs an operation after those started before it, so that two never have staging sheets at the same time. */
export function exclusively<T>(operation: () => Promise<T>): Promise<T> {
  const turn = lastOperation.then(operation);
  lastOperation = turn.catch(() => undefined);
  return turn;
}

/** Milliseconds before each new attempt. */
export const retryDelays = [200, 800, 3200];

/** Repeats an operation that Excel refuses, with growing delays; finally rejects with the last error. */
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

/** Far below the 5 MB that Excel on the web accepts: a longer request blocks the page longer in the library. */
const bytesPerRequest = 1_600_000;
/** The maximum duration of uninterrupted work. */
const millisecondsAtAStretch = 10;

/** Checks the answer of a request; throws when it is not what was written. */
export type Check = () => void;
type Queue = (workbook: Excel.Workbook) => Check | void;

/**
 * Gathers operations and sends them in as few requests as their size allows: the number of requests does not grow with
 * sheets or cells. Cancelling takes effect between two requests.
 */
export class RequestBatch {
  private context = new Excel.RequestContext();
  private bytes = 0;
  private checks: Check[] = [];
  private rested = performance.now();

  constructor(
    private readonly watch: Watch,
    /** Queues the first operation of each request. */
    private readonly begin: (workbook: Excel.Workbook) => void,
  ) {}

  /**
   * Queues operations of an estimated total size within one request, after sending the previous ones if that would make
   * it too long. The page may update between two parts.
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

  /** Runs a computation that prepares operations, and returns its result; the page may update between its steps. */
  async runInSlices<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await this.breathe();
    }
  }

  /** Sends the queued operations, and checks their answer. */
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

/** A zero-based area of a sheet, which is given by its index in the workbook. */
export interface Area {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** How areas are read. */
interface AreaReading<T, A extends Area> {
  readonly cellsPerAnswer: number;
  /** Returns the size of the answer about an area, in cells; by default its number of cells. */
  readonly weigh?: (area: A) => number;
  /** Returns whether an area has a single answer and therefore cannot be cut. */
  readonly isOne?: (area: A) => boolean;
  /** Queues a question; its answer is null when Excel returned nothing, as it may for too large an answer. */
  readonly ask: (range: Excel.Range, area: A) => () => T | null;
  /** Receives the answers of a request; may return the number of cells of the next answer. */
  readonly take: (areas: readonly A[], answers: readonly T[]) => number | void | Promise<void>;
}

/** The code with which Excel refuses an answer that is too long. */
export const tooLong = "ResponsePayloadSizeLimitExceeded";

/**
 * Reads areas in as few requests as answers allow, and of similar lengths, because parsing an answer blocks the page.
 * The size of answers is halved when Excel refuses one.
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

/** Returns the result of `read`; null when Excel refuses so long an answer. */
export async function unlessTooLong<T>(read: () => Promise<T | null>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (codeOfFault(error) === tooLong) return null;
    throw error;
  }
}

/** Returns the number of cells of the next answer, at most `most`, so that answers have similar lengths. */
function evenShare<A extends Area>(waiting: readonly A[], most: number, weigh: (area: A) => number): number {
  const total = waiting.reduce((sum, area) => sum + weigh(area), 0);
  // Areas are cut between rows: one more row makes up for the cells that a cut leaves out.
  const widest = waiting.reduce((cells, area) => Math.max(cells, weigh(area) / area.rows), 0);
  return Math.min(most, Math.ceil(total / Math.ceil(total / most)) + Math.ceil(widest));
}

/** Returns the next areas to read, the last one possibly cut, for about `cells` cells; at least one row or area. */
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

/** Removes the areas read from the waiting ones, in place. */
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
