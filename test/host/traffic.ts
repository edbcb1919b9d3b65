/** What each request on the workbook waits for, when several panes have it open. */
export interface Traffic {
  /** Awaited before the request takes effect. */
  before(): Promise<void>;
  /** Awaited once it has, before its answer leaves. */
  after(): Promise<void>;
}

/** On which side of a request somebody else acts. */
export type Side = "before" | "after";

/** Somebody acts while the nth request on the workbook from now is on its way, or its answer is; the others wait for nothing. */
export function meetingAt(nth: number, side: Side, act: () => Promise<void>): Traffic {
  let left = nth;
  const meet = (on: Side) => (on === side && left === 0 ? act() : Promise.resolve());
  return {
    before: () => {
      left -= 1;
      return meet("before");
    },
    after: () => meet("after"),
  };
}

/** Every request, and every answer, takes as long as it is said each time, in turns of the machine. */
export function lateBy(turns: () => number): Traffic {
  const wait = async () => {
    for (let left = turns(); left > 0; left--) await new Promise((resolve) => setImmediate(resolve));
  };
  return { before: wait, after: wait };
}
