import { createHash } from "node:crypto";
import fc from "../properties";
import { CellError } from "../../src/cells";
import type { Cell } from "../../src/cells";
import { fingerprint, fingerprintInSteps } from "../../src/statement";

const of = (...rows: Cell[][]) => fingerprint({ rows });

describe("tells two sheets apart by their values", () => {
  test("type, place and boundaries all count", () => {
    const sheets: Cell[][][] = [
      [[1]],
      [["1"]],
      [[true]],
      [[new CellError("1")]],
      [["#N/A"]],
      [[new CellError("#N/A")]],
      [[null, 1]],
      [[], [1]],
      [[1, 1]],
      [[1], [1]],
      [["a", "b"]],
      [["ab"]],
      [["a", "a"]],
      [["é"]],
      [["e\u0301"]],
      [[""]],
      [[false]],
      [[0]],
      [],
    ];
    expect(new Set(sheets.map((rows) => of(...rows))).size).toBe(sheets.length);
  });

  test("blanks at the ends do not count", () => {
    expect(of([1, null], [null], [])).toBe(of([1]));
  });

  test("any change of one cell changes it", () => {
    const cell = fc.oneof(fc.constant(null), fc.double({ noNaN: true }), fc.string(), fc.boolean());
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (all, row, column) => {
        const other = all.map((one) => [...one]);
        const changed = other[row % other.length]!;
        const at = column % changed.length;
        changed[at] = changed[at] === "changed" ? 1 : "changed";
        expect(of(...other)).not.toBe(of(...all));
        expect(of(...all.map((one) => [...one]))).toBe(of(...all));
      }),
    );
  });

  test("it is a SHA-256 of the bytes: row 0, number 1", () => {
    const bytes = Buffer.concat([Buffer.from([7, 0, 0, 0, 0, 1]), Buffer.alloc(8)]);
    bytes.writeDoubleBE(1, 6);
    expect(of([1])).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  test("it never changes, since workbooks keep it: blanks counted, a text once, then by its number", () => {
    const bytes = [
      ...[7, 0, 0, 0, 1], // row 1
      ...[0, 0, 0, 0, 2], // two blanks
      ...[2, 0, 0, 0, 2, 0, 0x41, 0, 0x42], // « AB », two UTF-16 units
      4, // yes
      ...[0, 0, 0, 0, 1], // one blank
      ...[3, 0, 0, 0, 0], // the first text again
      ...[7, 0, 0, 0, 2], // row 2
      5, // no
      ...[6, 0, 0, 0, 4, 0, 0x23, 0, 0x4e, 0, 0x2f, 0, 0x41], // #N/A
    ];
    const expected = createHash("sha256").update(Buffer.from(bytes)).digest("hex");
    expect(of([], [null, null, "AB", true, null, "AB"], [false, new CellError("#N/A")])).toBe(expected);
  });

  test("a zero is a zero, whatever its sign, as in Excel", () => {
    expect(of([-0])).toBe(of([0]));
  });

  test("digits beyond the 15 that Excel keeps do not count: a spreadsheet that recalculates changes nothing", () => {
    expect(of([589.7900000000001])).toBe(of([589.79]));
    expect(of([0.1 + 0.2])).toBe(of([0.3]));
    expect(of([589.790000000001])).not.toBe(of([589.79]));
  });

  test("a number that a person types keeps the fingerprint of its own eight bytes", () => {
    const typed = fc.tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 12 }));
    fc.assert(
      fc.property(typed, ([digits, decimals]) => {
        const number = Number(`${digits}e-${decimals}`);
        const bytes = Buffer.concat([Buffer.from([7, 0, 0, 0, 0, 1]), Buffer.alloc(8)]);
        bytes.writeDoubleBE(number, 6);
        expect(of([number])).toBe(createHash("sha256").update(bytes).digest("hex"));
      }),
    );
  });

  test("a long sheet is read in slices of 1024 rows", () => {
    const pauses = (count: number) => [...fingerprintInSteps({ rows: Array<Cell[]>(count).fill([1]) })].length;
    expect([1, 1024, 1025, 2049].map(pauses)).toEqual([1, 1, 2, 3]);
  });

  test("a long text crosses the buffer whole", () => {
    const long = "x".repeat(100_000);
    expect(of([long + "a"])).not.toBe(of([long + "b"]));
  });
});
