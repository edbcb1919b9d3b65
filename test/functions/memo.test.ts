import { LastResults } from "../../src/functions/memo";

test("works once for the same input, and keeps the last results only", () => {
  const worked: string[] = [];
  const results = new LastResults<{ readonly of: string }>(2);
  const get = (key: string) => results.get(key, () => (worked.push(key), { of: key })).of;
  expect(["a", "b", "a", "b"].map(get)).toEqual(["a", "b", "a", "b"]);
  expect(worked).toEqual(["a", "b"]);
  get("a");
  // « b » is the one that was used longest ago.
  expect(["c", "a", "b"].map(get)).toEqual(["c", "a", "b"]);
  expect(worked).toEqual(["a", "b", "c", "b"]);
});
