import type { Steps } from "../../cells";

/** How a computation shares its thread with the screen. */
export interface Pace {
  /** Milliseconds, from any origin. */
  readonly clock: () => number;
  /** Lets everything that waits have its turn. */
  readonly pause: () => Promise<void>;
}

/** A frame of the screen: what is done at a stretch. */
const longestStretch = 16;

/** Runs a computation by stretches of a frame; null where `isCancelled` said so between two of them. */
export async function drive<T>(
  steps: Steps<T>,
  pace: Pace,
  isCancelled: () => boolean = () => false,
): Promise<T | null> {
  let start = pace.clock();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (pace.clock() - start < longestStretch) continue;
    await pace.pause();
    if (isCancelled()) return null;
    start = pace.clock();
  }
}
