import { dayText } from "../../../src/taskpane/texts/words";

test("a day stands in a sentence as each language writes it", () => {
  expect(dayText("2014-11-12", "fr")).toBe("12 novembre 2014");
  expect(dayText("2014-11-01", "fr")).toBe("1er novembre 2014");
  expect(dayText("2014-11-11", "fr")).toBe("11 novembre 2014");
  expect(dayText("2014-11-01", "en")).toBe("1 November 2014");
});
