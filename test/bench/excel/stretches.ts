import { clocks, minus, type Clocks } from "./clocks";

/**
 * Watches how long the page keeps its thread to itself. Two probes come back at each turn of the event loop, a timer and an
 * immediate, and what passes between them is at most one stretch of the page, Excel's own work taken off.
 */
export class Stretches {
  private longest = 0;
  private last: { readonly now: Clocks; readonly host: Clocks };
  private isOver = false;

  constructor(private readonly host: { readonly spent: Clocks }) {
    this.last = { now: clocks(), host: host.spent };
    const again = (arm: () => void): void => {
      if (this.isOver) return;
      this.tick();
      arm();
    };
    const timer = () => void setTimeout(() => again(timer), 0);
    const immediate = () => void setImmediate(() => again(immediate));
    timer();
    immediate();
  }

  /** Ends the watch; gives the longest, in milliseconds. */
  stop(): number {
    this.tick();
    this.isOver = true;
    return this.longest;
  }

  private tick(): void {
    const now = clocks();
    const host = this.host.spent;
    const passed = minus(minus(now, this.last.now), minus(host, this.last.host));
    // Waiting for the processor, which others use, is no work; other threads of Node (garbage) are no wait.
    this.longest = Math.max(this.longest, Math.min(passed.wall, passed.processor));
    this.last = { now, host };
  }
}
