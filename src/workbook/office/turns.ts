let last: Promise<unknown> = Promise.resolve();

/** Runs an operation after those asked before it: two of them never have sheets aside at the same time. */
export function inTurn<T>(operation: () => Promise<T>): Promise<T> {
  const turn = last.then(operation);
  last = turn.catch(() => undefined);
  return turn;
}
