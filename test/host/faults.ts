/**
 * When a fault strikes: before the request takes effect, once half of its actions are applied, or that many of them, or once
 * all are (the reply is lost: the library never gives up waiting, so a lost reply is one that says something went wrong).
 */
export type FaultMoment = "before" | "halfway" | "after" | number;

export interface Fault {
  /** A refusal of the object model by its code (`AccessDenied`), or a number of the transport (5102). */
  readonly code: string | number;
  readonly when: FaultMoment;
  /** True: every request from that one on. */
  readonly forever?: boolean;
}

/** What is to go wrong, at which request counted from when it was planned. */
export class Faults {
  private planned: { readonly fault: Fault; left: number } | null = null;

  plan(nth: number, fault: Fault): void {
    if (!Number.isInteger(nth) || nth < 1) throw new RangeError(`Requests are counted from 1, not ${nth}.`);
    this.planned = { fault, left: nth };
  }

  clear(): void {
    this.planned = null;
  }

  /** The fault of the request that starts, if any. */
  next(): Fault | null {
    if (this.planned === null) return null;
    if (this.planned.left > 1) {
      this.planned.left -= 1;
      return null;
    }
    const { fault } = this.planned;
    if (fault.forever !== true) this.planned = null;
    return fault;
  }
}
