import type { ModelCell, SheetModel } from "../../src/documents";
import { contentOf, plainContent } from "../../src/workbook/cell-content";
import { checksumOf, editsSince } from "../../src/workbook/checksum";
import { ficheModel } from "./files/models";

const cell = (value: ModelCell["value"], formula?: string): ModelCell =>
  formula === undefined ? { value } : { value, formula };
const modelOf = (rows: readonly (readonly (ModelCell | null)[])[]): SheetModel => ({
  ...ficheModel("titre", "Titre CAGB"),
  rows: rows.map((cells) => ({ cells })),
});
const contentsOf = (model: SheetModel, date1904 = false) =>
  model.rows.map(({ cells }) => cells.map((one) => contentOf(one, date1904)));

/** A document of so many rows: a name, a quantity, a price, their product. */
const invoice = (rows: number) =>
  modelOf(
    Array.from({ length: rows }, (_, row) => [
      cell(`École ${row}`),
      cell(row),
      cell(36.86),
      cell(row * 36.86, `B${row + 1}*C${row + 1}`),
    ]),
  );
/** Addresses changed by hand, zero-based, as `row,column`. */
const edits = (model: SheetModel, change: (contents: unknown[][]) => void, next: SheetModel | null = model) => {
  const contents: unknown[][] = contentsOf(model).map((row) => [...row]);
  change(contents);
  const wanted =
    next === null
      ? null
      : (row: number, column: number) => plainContent(contentOf(next.rows[row]?.cells[column], false));
  return editsSince(checksumOf(model, false), contents, wanted).map(({ row, column }) => `${row},${column}`);
};

describe("the seal of a document", () => {
  it("fits in the text of a name, however long and wide the document is", () => {
    for (const rows of [1, 60, 5_000]) expect(checksumOf(invoice(rows), false).length).toBeLessThanOrEqual(250);
    const wide = modelOf([Array.from({ length: 60 }, (_, column) => cell(column))]);
    expect(checksumOf(wide, false).length).toBeLessThanOrEqual(250);
  });

  it("finds nothing in a document as it was written, though Excel spells its formulas otherwise", () => {
    const model = modelOf([[cell("Total"), cell(12, "SUM('Fiche L''Haÿ'!E4:E8)+'Titre'!B2")]]);
    expect(edits(model, () => undefined)).toEqual([]);
    expect(edits(model, (rows) => (rows[0]![1] = "=SUM('Fiche L''Haÿ'!E4:E8) + Titre!B2"))).toEqual([]);
    expect(edits(invoice(40), () => undefined)).toEqual([]);
  });

  it.each<[string, (rows: unknown[][]) => void, string]>([
    ["a quantity", (rows) => (rows[7]![1] = 8), "7,1"],
    ["a text", (rows) => (rows[3]![0] = "École 3 bis"), "3,0"],
    ["a number that became a text", (rows) => (rows[7]![1] = "7"), "7,1"],
    ["an amount typed over its formula", (rows) => (rows[7]![3] = 258.02), "7,3"],
    ["a formula that was completed", (rows) => (rows[7]![3] = "=B8*C8*0.9"), "7,3"],
    ["a cell that was cleared", (rows) => (rows[7]![2] = ""), "7,2"],
    ["a note beside the document", (rows) => (rows[7]![9] = "vu"), "7,9"],
  ])("finds, cell for cell, %s", (_, change, expected) => {
    expect(edits(invoice(30), change)).toEqual([expected]);
  });

  it("finds a note below the document", () => {
    expect(edits(invoice(30), (rows) => (rows[40] = ["", "vu"]))).toEqual(["40,1"]);
  });

  it("finds a change in a document of thousands of rows", () => {
    expect(edits(invoice(4_000), (rows) => (rows[3_210]![1] = 1))).toContain("3210,1");
  });

  it("tells what the source changed meanwhile from what somebody typed", () => {
    const later = modelOf(
      invoice(30).rows.map(({ cells }, row) =>
        row === 4 ? [...cells.slice(0, 1), cell(99), ...cells.slice(2)] : [...cells],
      ),
    );
    expect(edits(invoice(30), () => undefined, later)).toEqual([]);
    expect(edits(invoice(30), (rows) => (rows[9]![2] = 40), later)).toEqual(["9,2"]);
  });

  it("does not tell what the next generation puts back as it is", () => {
    const later = modelOf(
      invoice(30).rows.map(({ cells }, row) =>
        row === 4 ? [...cells.slice(0, 1), cell(99), ...cells.slice(2)] : [...cells],
      ),
    );
    expect(edits(invoice(30), (rows) => (rows[4]![1] = 99), later)).toEqual([]);
  });

  it("tells, of a document that goes, what was written into it", () => {
    expect(edits(invoice(30), (rows) => (rows[7]![9] = "vu"), null)).toEqual(["7,9"]);
    expect(edits(invoice(30), () => undefined, null)).toEqual([]);
  });

  it("tells nothing where it is not understood", () => {
    expect(editsSince("empreinte", [["vu"]], null)).toEqual([]);
  });

  it("counts days as the workbook does", () => {
    const model = modelOf([[{ value: 41944, style: { numberFormat: "dd/mm/yyyy" } }]]);
    expect(checksumOf(model, true)).not.toBe(checksumOf(model, false));
    expect(editsSince(checksumOf(model, true), [[41944 - 1462]], null)).toEqual([]);
  });
});
