import { isDeepStrictEqual } from "node:util";

/** Expects whole workbooks to be equal. jest compares slowly, so it is only asked to tell a difference. */
export function expectSame(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}
