import { civilNow } from "../../src/cli/rebill";

test("the time of a run is the place's own, whatever its time zone", () => {
  expect(civilNow(new Date(2014, 10, 1, 0, 5, 9))).toBe("2014-11-01 00:05:09");
  expect(civilNow(new Date(2015, 11, 31, 23, 59, 59))).toBe("2015-12-31 23:59:59");
});
