export * from "../../src/cells/texts";

/** In place of the product's own: what one mutant made of a text would be found again by the next. */
export function memoByText<T>(work: (text: string) => T): (text: string) => T {
  return work;
}
