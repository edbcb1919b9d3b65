/**
 * A computation that can be spread out: it pauses wherever it can, so that a shell with a user in front of it may let
 * other work pass. Nothing of its result depends on where it pauses.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Runs a computation without a pause, and returns its result. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
