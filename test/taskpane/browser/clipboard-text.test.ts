import fc from "fast-check";
import { fromTabbedText, toTabbedText } from "../../../src/taskpane/browser/clipboard-text";

test.each<[string, string[][]]>([
  [
    "7\t1\r\n9\t2\r\n",
    [
      ["7", "1"],
      ["9", "2"],
    ],
  ],
  ["\t\t\n1", [["", "", ""], ["1"]]],
  ["a\n\nb\n", [["a"], [""], ["b"]]],
  ['"Deux\nlignes, ""ici"""\t2', [['Deux\nlignes, "ici"', "2"]]],
  ['5" d’écran\t1', [['5" d’écran', "1"]]],
  ["", [[""]]],
])("the text of a spreadsheet %j is its cells, row by row", (text, cells) => {
  expect(fromTabbedText(text)).toEqual(cells);
});

test("cells that are copied are pasted as they were, whatever they hold", () => {
  const text = fc.oneof(fc.string(), fc.constantFrom("\t", "\n", '"', "\r\n", '"a"\n'));
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
  fc.assert(
    fc.property(block, (rows) => {
      expect(fromTabbedText(`${toTabbedText(rows)}\r\n`)).toEqual(rows);
    }),
  );
});
