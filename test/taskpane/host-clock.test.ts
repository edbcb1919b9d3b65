import { civilNow } from "../../src/taskpane/host";

test("the journal's time is that of the place, to the second", () => {
  expect(civilNow(new Date(2014, 10, 25, 14, 3, 9))).toBe("2014-11-25 14:03:09");
  expect(civilNow(new Date(2015, 2, 29, 2, 30, 0))).toMatch(/^2015-03-29 0[23]:30:00$/);
});
