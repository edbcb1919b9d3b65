import type { Steps } from "../../cells";

/** How a computation shares its thread with the screen. */
export interface Scheduler {
  /** Milliseconds, from any origin. */
  readonly clock: () => number;
  /** Lets everything that waits have its turn. */
  readonly pause: () => Promise<void>;
}

/** A frame of the screen: what is done at a stretch. */
const longestStretch = 16;

/** Runs a computation by stretches of a frame; null where `isCancelled` said so between two of them. */
export async function runInSlices<T>(
  steps: Steps<T>,
  scheduler: Scheduler,
  isCancelled: () => boolean = () => false,
): Promise<T | null> {
  let start = scheduler.clock();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (scheduler.clock() - start < longestStretch) continue;
    await scheduler.pause();
    if (isCancelled()) return null;
    start = scheduler.clock();
  }
}
