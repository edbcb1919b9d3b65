import { finish, type Steps } from "../../src/cells";

function* countTo(last: number): Steps<number> {
  for (let count = 0; count < last; count += 1) yield;
  return last;
}

describe("a computation in steps", () => {
  test("gives its result however many pauses it makes", () => {
    expect([0, 1, 1000].map((pauses) => finish(countTo(pauses)))).toEqual([0, 1, 1000]);
  });

  test("passes on what goes wrong in it", () => {
    function* fails(): Steps<never> {
      yield;
      throw new Error("at the second step");
    }
    expect(() => finish(fails())).toThrow("at the second step");
  });
});
