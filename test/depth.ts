/**
 * How much of what is repeated the tests do: `quick` in `npm test`, where each capability is held once, or `full` in
 * `npm run test:full`, where all the pane's looks, all the moments of a fault and many more random cases are gone through.
 * `test/run-tests.mjs` says which.
 */
export const depth: "quick" | "full" = process.env["ORDICLASSE_DEPTH"] === "full" ? "full" : "quick";

/** What holds at the depth of this run. */
export function atDepth<T>(quick: T, full: T): T {
  return depth === "full" ? full : quick;
}

/** A test of what others show alike, registered at full depth alone. */
export function testInDepth(title: string, body: (() => void) | (() => Promise<void>)): void {
  if (depth === "full") test(title, body);
}

/** Tests of what others show alike, with what they share, registered at full depth alone. */
export function describeInDepth(title: string, body: () => void): void {
  if (depth === "full") describe(title, body);
}

/**
 * Pairs of one value of each list. All of them at full depth; else as few as have every value once, each meeting another
 * as the lists go round.
 */
export function pairs<A, B>(first: readonly A[], second: readonly B[]): readonly (readonly [A, B])[] {
  if (depth === "full") return first.flatMap((a) => second.map((b) => [a, b] as const));
  const count = Math.max(first.length, second.length);
  return Array.from({ length: count }, (_, at) => [first[at % first.length]!, second[at % second.length]!] as const);
}
