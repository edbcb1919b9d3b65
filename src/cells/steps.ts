/**
 * A computation in steps: it pauses often, so that a shell with a user may let other work run. Its result does not
 * depend on where it pauses.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Rows after which such a computation pauses, where each takes a few microseconds. */
export const rowsBetweenPauses = 1024;

/** Runs a computation without pauses and returns its result. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
