import type { Steps } from "../../cells";
import { pause } from "./request";
import { Stop } from "./stop";
import type { Watch } from "./types";

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
export class Outbox {
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
  async drive<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await this.breathe();
    }
  }

  /** Sends what is queued, and checks what it answers. */
  async send(): Promise<void> {
    if (this.watch.isCancelled?.() === true) throw new Stop(null);
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
