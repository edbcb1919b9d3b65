import { readFileSync } from "node:fs";
import { join } from "node:path";
import { code, recordsOf, type XlsRecord } from "../../../src/workbook/files/xls-records";
import { readXlsSheet } from "../../../src/workbook/files/xls-sheet";
import { refused } from "./faulty-files";

const bytesOf = (...numbers: number[]) => numbers.flatMap((number) => [number & 0xff, number >> 8]);
const record = (number: number, ...content: number[]) => [...bytesOf(number, content.length), ...content];
const text = (said: string) => [...bytesOf(said.length), 0, ...Buffer.from(said, "latin1")];

/** A formula of A1 that gives a text. */
const formula = record(code.formula, ...bytesOf(0, 0, 0), 0, 0, 0, 0, 0, 0, 0xff, 0xff, ...bytesOf(0, 0, 0));
const shared = record(code.sharedFormula, ...bytesOf(0, 0), 0, 0, ...bytesOf(1, 0));
const result = record(code.result, ...text("Beure"));
const number = record(code.rk, ...bytesOf(1, 0, 0), (12 << 2) | 2, 0, 0, 0);
const view = record(code.view, ...new Array<number>(18).fill(0));

const sheetOf = (...records: number[][]) => {
  const stream = [record(code.start, ...bytesOf(0x600, 0x10)), ...records, record(code.end)].flat();
  return readXlsSheet(recordsOf(Uint8Array.from(stream)), 0, { texts: ["École"], valueOf: (value) => value });
};

test("the text that a formula gives is read, also where other cells share the formula", () => {
  expect(sheetOf(formula, result).rows).toEqual([["Beure"]]);
  expect(sheetOf(formula, shared, result).rows).toEqual([["Beure"]]);
  expect([...sheetOf(formula).cells!.keys()]).toEqual(["0,0"]);
});

test("a number in thirty bits is read, and a text that goes on in another record", () => {
  expect(sheetOf(number).rows).toEqual([[], [12]]);
  const cut = [
    record(code.text, ...bytesOf(0, 0, 0), ...bytesOf(4), 0, 0x62, 0x75),
    record(code.continue, 1, ...bytesOf(0x73, 0x79)),
  ];
  expect(sheetOf(...cut).rows).toEqual([["busy"]]);
});

/** An object of a sheet, its text, and the note of B1 that leads to it. */
const object = (id: number) => record(code.object, ...bytesOf(0x15, 18, 0x19, id), ...new Array<number>(14).fill(0));
const objectText = (length: number, ...blocks: number[][]) => [
  ...record(code.objectText, ...new Array<number>(10).fill(0), ...bytesOf(length, 16), 0, 0, 0, 0),
  ...blocks.flatMap((block) => record(code.continue, ...block)),
];
const note = (id: number, author = "Martin") => record(code.note, ...bytesOf(0, 1, 0, id), ...text(author), 0);
const letters = (said: string) => [0, ...Buffer.from(said, "latin1")];
const runs = new Array<number>(16).fill(0);

test("a note is the text of its object, which may go on in another record, and not that of a drawing", () => {
  const drawn = [object(1), objectText(6, letters("Dessin"), runs)];
  const cut = objectText(15, letters("Martin: "), [1, ...bytesOf(0x46, 0x65, 0x72, 0x6d, 0xe9, 0x65, 0x2603)], runs);
  const place = { row: 0, column: 1, rows: 1, columns: 1 };
  expect(sheetOf(number, ...drawn, object(2), cut, note(2)).noted).toEqual([{ ...place, note: "Fermée☃" }]);
  expect(sheetOf(number, note(2, ""), object(2), cut).noted).toEqual([{ ...place, note: "Martin: Fermée☃" }]);
  expect(sheetOf(number, object(1), objectText(0), note(1)).noted).toEqual([]);
});

describe("an .xls with anything that would be ignored is damaged", () => {
  it.each([
    ["a cell given twice", [number, number], "A2"],
    ["a text that is not among those that are shared", [record(code.sharedText, ...bytesOf(0, 0, 0, 1, 0))], "A1"],
    ["a cell of which the length is not that of its kind", [record(code.number, ...bytesOf(0, 0, 0, 0, 0))], ""],
    ["what stands between two cells", [formula, result, view, number], ""],
    ["a note whose object has no text", [number, object(1), note(1)], "B1"],
    ["a note whose object is another one", [number, object(2), objectText(1, letters("x"), runs), note(1)], "B1"],
    ["a note whose text is cut", [number, object(1), objectText(9, letters("Ferm")), note(1)], ""],
    ["what follows the last cell under a code that is none", [number, record(0x27f, ...number.slice(4))], ""],
  ])("%s", (_, records, cell) => {
    expect(() => sheetOf(...records)).toThrow(expect.objectContaining({ params: { part: "Workbook", cell } }));
  });

  it("a record that is cut, and a part that does not end, are damaged", () => {
    const start = record(code.start, ...bytesOf(0x600, 0x10));
    for (const stream of [[...start, ...number.slice(0, 8)], start])
      expect(() => recordsOf(Uint8Array.from(stream)) as XlsRecord[]).toThrow("file-corrupt");
  });

  it("a sheet at another place than the workbook gives, an unlisted sheet, and a chain of sectors that leads nowhere are damaged", async () => {
    const bytes = readFileSync(join(__dirname, "../../fixtures/workbook/suivi.xls"));
    const at = bytes.indexOf(Buffer.from([0x85, 0x00]), 512);
    const moved = Buffer.from(bytes);
    moved.writeUInt32LE(moved.readUInt32LE(at + 4) + 1, at + 4);
    expect(await refused(moved, "suivi.xls")).toEqual(["file-corrupt", "Workbook", ""]);
    const unlisted = Buffer.from(bytes);
    unlisted.writeUInt8(0x05, at);
    expect(await refused(unlisted, "suivi.xls")).toEqual(["file-corrupt", "Workbook", ""]);
    const chained = Buffer.from(bytes);
    chained.writeUInt32LE(0x00ffffff, 48);
    expect(await refused(chained, "suivi.xls")).toEqual(["file-corrupt", "OLE", ""]);
  });
});
