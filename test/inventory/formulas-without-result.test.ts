import type { Cell } from "../../src/cells";
import { read, sheet, withFacts } from "./workbook-of";

const headers = ["Commune", "École", "Élèves", "Postes clients standard"];

/** What is told of a sheet, the formulas of these cells having no result. */
function told(rows: readonly (readonly Cell[])[], ...lacking: string[]): string[] {
  return read(withFacts(sheet("Inventaire", rows), { lacking })).anomalies();
}

describe("a formula without a result that would say what others are is an error at its cell: others are never taken for it", () => {
  it.each<[string, readonly (readonly Cell[])[], string]>([
    [
      "a heading",
      [
        ["Commune", "École", "Élèves", null],
        ["Beure", "Bourg", 20, 3],
      ],
      "D1",
    ],
    [
      "the commune over a block of schools across",
      [
        [null, "Beure", null, null],
        [null, "Bourg", "Haut", "Centre"],
        ["Élèves", 20, 30, 40],
        ["Postes clients standard", 3, 4, 5],
        ["Pack logiciel", 1, 1, 1],
      ],
      "D1",
    ],
    [
      "the commune that heads the rows below",
      [
        ["École", "Élèves", "Postes clients standard"],
        ["Beure", null, null],
        ["Bourg", 20, 3],
        [null, null, null],
        ["Centre", 30, 4],
      ],
      "A4",
    ],
    ["the title of a table", [[null], [], headers, ["Beure", "Bourg", 20, 3]], "A1"],
    [
      "a level of a headcount",
      [
        ["Commune", "École", "Niveau", "Élèves"],
        ["Beure", "Bourg", null, 20],
        ["Beure", "Bourg", "CE1", 25],
      ],
      "C2",
    ],
  ])("%s", (_, rows, cell) => {
    expect(told(rows, cell)).toContain(`error formula-without-result ${cell}`);
  });
});

describe("one that nothing is billed from is only told", () => {
  const rows = [headers, ["Beure", "Bourg", 20, 3], ["Beure", "Haut", 30, 4], ["Total", null, null, null]];
  it("a formula without a result in a row of totals is only a warning", () => {
    expect(told(rows, "C4", "D4")).not.toContainEqual(expect.stringContaining("error"));
  });

  it("a formula without a result in a column of money is only a warning", () => {
    const priced = rows.map((row, at) => [...row, at === 0 ? "Montant (€)" : null]);
    expect(told(priced, "E2", "E3", "E4")).not.toContainEqual(expect.stringContaining("error"));
  });

  it("a formula without a result under a heading that heads nothing is only a warning", () => {
    expect(
      told(
        rows.map((row) => [...row, null, null]),
        "F1",
      ),
    ).not.toContainEqual(expect.stringContaining("error"));
  });
});
