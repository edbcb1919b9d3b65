import { parseJsonText } from "../../src/messages";

/** What is told of a text: its repeated keys, each with its places, or where it stops being JSON. */
function faultOf(text: string) {
  const parsed = parseJsonText(text);
  return parsed.ok ? null : parsed.error;
}

describe("a text of JSON is read as such", () => {
  test.each([
    ['{ "a": [1, { "b": null }], "c": "é" }'],
    ["[]"],
    ["12"],
    // One key in two objects, in two items of a list, or written inside a text.
    ['{ "a": { "a": 1 }, "b": [{ "a": 1 }, { "a": 2 }] }'],
    ['{ "a": "\\"b\\": 1, \\"b\\": 2", "b": "{ \\\\", "c": "\\\\\\"" }'],
    ['{ "a": 1, "A": 2, "__proto__": 3, "toString": 4 }'],
  ])("%s", (text) => {
    expect(parseJsonText(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  test("the place where a text stops being JSON is reported", () => {
    expect(faultOf('{\n  "a": 1,\n  b\n}')).toEqual({ stopsAt: { line: 3, column: 3 } });
    expect(faultOf('{ "a": ')).toEqual({ stopsAt: { line: 1, column: 8 } });
  });
});

describe("a key given twice in one object is told at its line, and nothing is read", () => {
  test("all of them, however deep, however spaced, each time that one comes again", () => {
    const text = '{ "a": 1,\n  "b": [{ "c": 1,\r\n    "c"\n: 2, "c": 3 }],\n  "a" : {} }';
    expect(faultOf(text)).toEqual({
      repeated: [
        { key: "c", firstLine: 2, line: 3, column: 5 },
        { key: "c", firstLine: 2, line: 4, column: 6 },
        { key: "a", firstLine: 1, line: 5, column: 3 },
      ],
    });
  });

  test("written with an escape, it is the same key", () => {
    expect(faultOf('{ "été": 1, "\\u00e9t\\u00e9": 2 }')).toMatchObject({ repeated: [{ key: "été", column: 13 }] });
  });

  test("ten thousand of them are told at once", () => {
    const text = `{${Array.from({ length: 10_000 }, () => '"a": 1').join(",\n")}}`;
    expect(faultOf(text)).toMatchObject({ repeated: { length: 9_999 } });
  });
});
