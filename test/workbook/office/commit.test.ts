import { differenceIn, groupsToVerify } from "../../../src/workbook/office/commit";
import { pointsOfWidth } from "../../../src/workbook/office/layout";
import { bandsOf, stack } from "../../../src/workbook/office/write-cells";
import { ficheModel } from "../files/models";

test("a width in characters is Excel's in points: 8.43 characters of Calibri are 64 pixels, 48 points", () => {
  expect(pointsOfWidth(8.43)).toBe(64 * 0.75);
  // 10 characters of 7 pixels, and 5 around: 75.
  expect(pointsOfWidth(10)).toBe(75 * 0.75);
});

test("models stand one below the other, a blank row between", () => {
  const [a, b] = [ficheModel("a", "A"), ficheModel("b", "B")];
  expect(stack([a, b]).map(({ top }) => top)).toEqual([0, a.rows.length + 1]);
});

test("a long model is written in bands that the library sends in one piece, each row once and in order", () => {
  const rows = Array.from({ length: 1000 }, (_, row) => ({ cells: [{ value: row }, null, null, null] }));
  const placed = { model: ficheModel("a", "A", { rows }), top: 12 };
  const bands = bandsOf(placed);
  expect(bands.flatMap((band) => band.rows)).toEqual(rows);
  for (const { rows: written, from, width } of bands) {
    expect(written[0]).toBe(rows[from]);
    expect(written.length * width).toBeLessThanOrEqual(1500);
  }
  expect(bandsOf({ model: ficheModel("b", "B"), top: 0 })).toHaveLength(1);
});

describe("the values in Excel are compared with those computed", () => {
  const model = ficheModel("titre", "Titre", {
    rows: [{ cells: [{ value: "Total" }, { value: 442.32, formula: "B3*36.86" }, null] }],
  });

  test.each([
    ["the same", ["Total", 442.32, ""], null],
    ["the same to the cent", ["Total", 442.3200001, ""], null],
    ["a cent more", ["Total", 442.33, ""], { cell: "B1", found: "442.33", expected: "442.32" }],
    ["an error", ["Total", "#REF!", ""], { cell: "B1", found: "#REF!", expected: "442.32" }],
    ["a text for a number", ["Total", "442.32", ""], { cell: "B1", found: "442.32", expected: "442.32" }],
    ["another text", ["total", 442.32, ""], { cell: "A1", found: "total", expected: "Total" }],
    ["a cell too many", ["Total", 442.32, 0], { cell: "C1", found: "0", expected: "" }],
  ])("%s", (_, row, difference) => {
    expect(differenceIn(model, [row], false)).toEqual(difference === null ? null : { sheet: "Titre", ...difference });
  });

  test("cells are compared in as many answers as they need, each model once", () => {
    const row = { cells: Array.from({ length: 10 }, () => null) };
    const large = ficheModel("a", "A", { rows: Array.from({ length: 9000 }, () => row) });
    expect(groupsToVerify([model, large, large, model]).map((group) => group.length)).toEqual([2, 2]);
  });
});
