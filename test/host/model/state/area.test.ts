import { blockName, bounding, intersect, isUnbounded, parseBlock } from "./area";

test.each([
  ["A1", "A1"],
  ["$b$2", "B2"],
  ["C3:A1", "A1:C3"],
  ["A:C", "A:C"],
  ["C:A", "A:C"],
  ["2:5", "2:5"],
  ["$5:$2", "2:5"],
  ["A1:XFD1048576", "A:XFD"],
])("%s is the block %s", (text, name) => {
  expect(blockName(parseBlock(text)!)).toBe(name);
});

test.each(["", "A", "1", "A0", "A1048577", "XFE1", "A1:B", "0:1", "A1:B2:C3", "Parc!A1"])(
  "« %s » is no block",
  (text) => {
    expect(parseBlock(text)).toBeNull();
  },
);

test("two blocks meet, or do not; one holds both", () => {
  const [a, b, c] = [parseBlock("A1:C3")!, parseBlock("B2:E9")!, parseBlock("D1")!];
  expect(intersect(a, b)).toEqual(parseBlock("B2:C3"));
  expect(intersect(a, c)).toBeNull();
  expect(bounding(b, c)).toEqual(parseBlock("B1:E9"));
});

test("whole rows and columns have no bounds", () => {
  expect(["A1:B2", "A:B", "1:2"].map((text) => isUnbounded(parseBlock(text)!))).toEqual([false, true, true]);
});
