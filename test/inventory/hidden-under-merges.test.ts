import type { Cell } from "../../src/cells";
import { pointsOf } from "../../src/inventory";
import { read, readWith, sheet } from "./workbook-of";

const rows: readonly (readonly Cell[])[] = [
  ["Commune", "École", "Effectif", "Postes standard en service"],
  ["Pirey", "École A", 80, 10],
  ["Pirey", "École B", 70, 12],
  ["Chalezeule", "École C", 60, 9],
];
const code = "hidden-under-merge";

/** The errors of these rows, under one merge. */
function errors(merge: string, cells = rows): string[] {
  return read(sheet("Parc", cells, { merges: [merge] }))
    .anomalies()
    .filter((told) => told.startsWith("error"));
}

/** The rows, some cells written again. */
function written(changes: Readonly<Record<string, Cell>>): Cell[][] {
  return rows.map((cells, row) => cells.map((cell, column) => changes["ABCD"[column]! + String(row + 1)] ?? cell));
}

describe("a value hidden by a merge is an error at its cell, neither billed nor dropped without it", () => {
  it.each<[string, string, string[]]>([
    ["the numbers of a school", "B2:D2", ["C2", "D2"]],
    ["a whole row", "A2:D2", ["B2", "C2", "D2"]],
    ["a headcount beside the school", "B3:C3", ["C3"]],
    ["schools and numbers", "B2:D3", ["C2", "D2", "B3", "C3", "D3"]],
    ["two rows", "A3:D4", ["B3", "C3", "D3", "A4", "B4", "C4", "D4"]],
    ["a commune", "A3:A4", ["A4"]],
    ["a school", "B2:B3", ["B3"]],
    ["a heading", "C1:D1", ["D1"]],
  ])("%s", (_, merge, cells) => {
    const told = errors(merge);
    for (const cell of cells) expect(told).toContain(`error ${code} ${cell}`);
  });

  it("leaves the rows that it hides something of unbilled, and those alone", () => {
    const hidden = read(sheet("Parc", rows, { merges: ["A3:A4"] }));
    expect(["École A", "École B", "École C"].map((school) => hidden.quantity(school, "POSTE_STD"))).toEqual([
      10, 12, 0,
    ]);
    expect(hidden.rows()).toMatchObject({ read: 3, billed: 2, error: 1 });
    const school = read(sheet("Parc", rows, { merges: ["B3:C3"] }));
    expect([school.quantity("École A", "PORTAIL"), school.quantity("École B", "PORTAIL")]).toEqual([80, 0]);
  });

  it("is told in a table with schools across", () => {
    const across = rows[0]!.map((_, column) => rows.map((cells) => cells[column]!));
    expect(errors("B2:B4", across)).toEqual(["B3", "B4"].map((cell) => `error ${code} ${cell}`));
  });

  it("is told of a number where nothing is read, and of no text there", () => {
    const note: Cell[][] = [["Avenant", "au contrat", 12]];
    const told = read(sheet("Parc", rows), sheet("Notes", note, { merges: ["A1:C1"] })).anomalies();
    expect(told.filter((one) => one.includes(code))).toEqual([`error ${code} C1`]);
  });

  it("is told of a text above a table, which would say what it is of", () => {
    expect(errors("A1:B1", [["Parc des écoles", "Installations"], [], ...rows])).toContain(`error ${code} B1`);
  });

  it("is one point a merge, which names what hides and what is hidden", () => {
    const reading = read(sheet("Parc", rows, { merges: ["B2:D2", "B4:D4"] })).reading;
    const points = pointsOf(reading.anomalies).filter((point) => point.code === code);
    expect(points.map(({ anomalies }) => anomalies.map(({ params }) => [params.range, params.value]))).toEqual([
      [
        ["B2:D2", "80"],
        ["B2:D2", "10"],
      ],
      [
        ["B4:D4", "60"],
        ["B4:D4", "9"],
      ],
    ]);
  });
});

describe("nothing is asked of a merge that hides nothing", () => {
  it("its other cells are blank", () => {
    expect(errors("A2:A3", written({ A3: " " }))).toEqual([]);
  });

  it("its other cells say the same as the first, as other programs write them", () => {
    expect(errors("A2:A3")).toEqual([]);
    expect(errors("A2:A3", written({ A3: "PIREY " }))).toEqual([]);
  });

  it("a number over several schools is asked already", () => {
    expect(errors("D2:D3")).toEqual(["error merged-quantity D2"]);
    expect(errors("C3:D3")).toEqual(["error merged-quantity C3"]);
  });

  it("its table is ignored at the user’s word", () => {
    const tables = [{ file: null, sheet: "Essai", cell: null, as: "ignored" as const }];
    const trial = sheet("Essai", rows, { merges: ["B2:D2"] });
    const told = readWith({ tables }, sheet("Parc", rows), trial).anomalies();
    expect(told.filter((one) => one.includes(code))).toEqual([]);
  });
});
