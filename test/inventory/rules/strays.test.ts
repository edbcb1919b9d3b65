import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, type Read } from "../workbook-of";

const header = ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"];
const schools: readonly (readonly Cell[])[] = [
  ["Beure", "Centre", 20, 1, 5],
  ["Pirey", "Les Vergers", 30, 1, 6],
  ["Thise", "Bourg", 40, 1, 7],
];
/** The table with one more column far to its right: over its heading, in its heading, down its rows. */
function withColumn(cells: readonly Cell[], over: Cell = null, heading: Cell = null): Read {
  const gap = [null, null, null];
  const rows = schools.map((row, at) => [...row, ...gap, cells[at] ?? null]);
  return read(sheet("Parc", [[...header.map(() => null), ...gap, over], [...header, ...gap, heading], ...rows]));
}
const told = (result: Read) => result.anomalies();

describe("numbers beside a table, in its rows, that none of its columns takes", () => {
  it("are an error, at the first of them", () => {
    expect(told(withColumn([2, null, 3]))).toEqual(["error stray-numbers I3"]);
    expect(told(withColumn(["2", "3"]))).toEqual(["error stray-numbers I3"]);
    expect(told(withColumn(["12 postes"]))).toEqual(["error stray-numbers I3"]);
  });
  it("are an error left of it", () => {
    const rows = schools.map((row, at) => [at + 4, null, ...row]);
    expect(told(read(sheet("Parc", [[null, null, ...header], ...rows])))).toEqual(["error stray-numbers A2"]);
  });
  it("are an error under a nature or a prestation, whatever they are", () => {
    expect(told(withColumn([2, 3, 4], "Installés 2014"))).toEqual(["error stray-numbers I1"]);
    expect(told(withColumn([1, 2, 3], "Nouveaux postes"))).toEqual(["error unread-table I1"]);
    // The sums of the rows.
    expect(told(withColumn([6, 7, 8], "Installés 2014"))).toEqual(["error stray-numbers I1"]);
  });
  it("are settled by saying that there is nothing to bill", () => {
    const rows = schools.map((row, at) => [at + 4, null, ...row]);
    const result = readWith(
      { tables: [{ file: null, sheet: "Parc", cell: "A2", was: "4", as: "ignored" }] },
      sheet("Parc", [[null, null, ...header], ...rows]),
    );
    expect(told(result)).toEqual(["info table-chosen A2"]);
    expect(result.quantity("Centre", "POSTE_STD")).toBe(5);
  });
  it.each<[string, readonly Cell[], string | null]>([
    ["the numbers of the rows", [1, 2, 3], null],
    ["years", [2012, 2013, 2014], null],
    ["codes", [25056, 25058, 25059], null],
    ["ratios", [4, 5.5, 5.7], null],
    ["the sums of the rows", [6, 7, 8], null],
    ["the sums of the rows, headed so", [6, 7, 8], "Total"],
    ["telephones", [3, 4, 5], "Téléphone"],
    ["amounts", [3, 4, 5], "Montant (€)"],
    ["nothing", [0, 0, 0], null],
  ])("are to know, where they are %s", (_, cells, over) => {
    expect(told(withColumn(cells, over))).toEqual([
      over === null ? "info unread-numbers I3" : "info unread-numbers I1",
    ]);
  });
  it("are to know beside a table of which nothing is billed", () => {
    const result = readWith(
      { tables: [{ file: null, sheet: "Ancien", cell: null, was: "Ancien", as: "ignored" }] },
      sheet("Parc", [header, ...schools]),
      sheet("Ancien", [
        [...header, null, null, null],
        ["Beure", "Centre", 20, 1, 5, null, null, 4],
      ]),
    );
    expect(result.anomalies().filter((line) => line.startsWith("error"))).toEqual([]);
  });
});

describe("numbers under no heading, between the columns of a table", () => {
  const between = (...cells: readonly Cell[]): Read =>
    read(
      sheet("Parc", [
        [...header.slice(0, 4), null, header[4]!],
        ...schools.map((row, at) => [...row.slice(0, 4), cells[at] ?? null, row[4]!]),
      ]),
    );
  it("are an error, settled by saying what the column is", () => {
    const result = between(2, 7, 4);
    expect(result.anomalies()).toEqual(["error untitled-column E1"]);
    expect(result.quantity("Centre", "POSTE_STD")).toBe(5);
    const rows = [[...header.slice(0, 4), null, header[4]!], ...schools.map((row) => [...row.slice(0, 4), 2, row[4]!])];
    const chosen = (as: string): Read =>
      readWith({ mappings: [{ file: null, sheet: "Parc", cell: "E1", as }] }, sheet("Parc", rows));
    expect(chosen("ignored").anomalies()).toEqual([]);
    expect(chosen("POSTE_STD installation").quantity("Centre", "POSTE_STD", "installation")).toBe(2);
  });
  it("are told without an error, where they are the numbers of the rows or years", () => {
    expect(between(1, 2, 3).anomalies()).toEqual(["warning unknown-column E1"]);
    expect(
      between(2012, 2013, 2014)
        .anomalies()
        .filter((line) => line.startsWith("error")),
    ).toEqual([]);
  });
});
