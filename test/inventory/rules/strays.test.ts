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

describe("numbers beside a table under words of their own", () => {
  const beside = (...cells: readonly (readonly Cell[])[]): string[] => {
    const rows = schools.map((row, at) => [...row, null, null, null, ...(cells[at] ?? [])]);
    return told(read(sheet("Parc", [header, ...rows])));
  };
  it.each(["En service", "Nombre", "Beure", "Tablettes", "dont ULIS", "Zig"])(
    "are an error under « %s »: they may be quantities",
    (heading) => {
      expect(told(withColumn([2, null, 9], heading))).toEqual(["error stray-numbers I1"]);
    },
  );
  it.each(["En service", "Nombre", "Beure", "Tablettes"])(
    "are an error under « %s », though they are the sums of the rows",
    (heading) => {
      expect(told(withColumn([6, 7, 8], heading))).toEqual(["error stray-numbers I1"]);
    },
  );
  it.each(["Total", "Zig"])("are to know under « %s » as the sums of the rows", (heading) => {
    expect(told(withColumn([6, 7, 8], heading))).toEqual(["info unread-numbers I1"]);
  });
  it("are not read by the heading of another column, or a text below them", () => {
    expect(beside(["Nombre"], [2, 2013], [9, 2012])).toEqual(["error stray-numbers I2"]);
    expect(beside([2], [9], ["Téléphone"])).toEqual(["error stray-numbers I2"]);
    expect(beside([null, "Téléphone"], [2, 3], [9, 5])).toEqual(["error stray-numbers J2"]);
  });
  it("are to know where a text says that there are none", () => {
    expect(beside(["0"], ["0"], ["0"])).toEqual(["info unread-numbers I2"]);
  });
  it.each(["Coût des postes", "Ratio", "N°"])("are to know under « %s »", (heading) => {
    expect(told(withColumn([2, null, 9], heading))).toEqual(["info unread-numbers I1"]);
  });
  it("are to know in a small table of their own, each with its own name", () => {
    expect(beside(["Crédits", 4], ["Dépenses", 9], ["Solde", 2])).toEqual(["info unread-numbers I2"]);
    expect(beside(["Lot", 4], ["Lot", 9], ["Solde", 2])).toEqual(["error stray-numbers I2"]);
    expect(beside(["Lot", 4], [null, 9], ["Solde", 2])).toEqual(["error stray-numbers I2"]);
    expect(beside(["En service", 4], ["Lot", 9], ["Solde", 2])).toEqual(["error stray-numbers I2"]);
  });
  it("are to know each beside a prestation that they sum", () => {
    expect(beside(["Postes clients standard", 5 + 6 + 7], ["Pack logiciel", 3])).toEqual(["info unread-numbers I2"]);
    expect(beside(["Postes clients standard", 5 + 6 + 7], ["Pack logiciel", 3], [null, 4])).toEqual([
      "error stray-numbers I2",
    ]);
  });
  it("are to know as sums only where they sum every row, of several quantities", () => {
    expect(beside([20 + 1 + 5], [30 + 1 + 6], [40 + 1 + 7])).toEqual(["info unread-numbers I2"]);
    expect(beside([1 + 5], [1 + 6], [9])).toEqual(["error stray-numbers I2"]);
    expect(beside([1 + 5])).toEqual(["error stray-numbers I2"]);
  });
  it("are to know above and below the rows of the table", () => {
    const [aside, gap] = [[2, 9].map((count) => [...header.map(() => null), null, null, null, count]), [[], [], []]];
    expect(told(read(sheet("Parc", [...aside, ...gap, header, ...schools])))).toEqual(["info unread-numbers I1"]);
    expect(told(read(sheet("Parc", [header, ...schools, ...gap, ...aside])))).toEqual(["info unread-numbers I8"]);
  });
  it("are to know as sums of the rows of prestations, schools being across", () => {
    const across = (...sums: readonly number[]): string[] => {
      const gap = [null, null, null];
      const result = read(
        sheet("Parc", [
          [null, "Beure", "Pirey"],
          [null, "École du Bourg", "École du Pont"],
          ["Nb élèves", 20, 40, ...gap, sums[0]!],
          ["Serveur standard", 1, 1, ...gap, sums[1]!],
          ["Poste client standard", 12, 9, ...gap, sums[2]!],
        ]),
      );
      return told(result).filter((line) => line.includes("numbers"));
    };
    expect(across(20 + 40, 1 + 1, 12 + 9)).toEqual(["info unread-numbers G3"]);
    expect(across(20 + 40, 1 + 1, 12)).toEqual(["error stray-numbers G3"]);
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
