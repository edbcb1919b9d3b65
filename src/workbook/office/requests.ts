import type { Steps } from "../../cells";
import { Abort, codeOfFault } from "./faults";
import type { Watch } from "./types";

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
 * One request: what `ask` queues goes to Excel at once, and what it gives is read from the answer. Proxies live for one
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

/** Runs an operation after those asked before it: two of them never have sheets aside at the same time. */
export function exclusively<T>(operation: () => Promise<T>): Promise<T> {
  const turn = lastOperation.then(operation);
  lastOperation = turn.catch(() => undefined);
  return turn;
}

/** Milliseconds before each new attempt. */
const retryDelays = [200, 800, 3200];

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

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Far below the 5 MB that Excel on the web takes: the longer a request, the longer the library keeps the page busy. */
const bytesPerRequest = 1_200_000;
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

  constructor(private readonly watch: Watch) {}

  /**
   * Queues what weighs about so many bytes, all of it in one request, after sending what would make that too long. The
   * page may breathe between two parts.
   */
  async add(bytes: number, ...parts: readonly Queue[]): Promise<void> {
    if (this.bytes > 0 && this.bytes + bytes > bytesPerRequest) await this.send();
    this.bytes += bytes;
    for (const queue of parts) {
      const check = queue(this.context.workbook);
      if (check !== undefined) this.checks.push(check);
      await this.breathe();
    }
  }

  /** The result of a computation that prepares what is queued; the page breathes between two of its steps. */
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
