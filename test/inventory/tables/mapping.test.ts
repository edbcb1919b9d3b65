import { read, sheet } from "./read-sheets";

describe("the mapping that is shown", () => {
  it("says layout, range, where the commune comes from, and each column's role with the words that decided", () => {
    const [mapping] = read([
      sheet("Parc", [
        ["Commune", "École", "Nb élèves", "Postes clients installés"],
        ["Amagney", "École primaire", 50, 2],
      ]),
    ]).mappings;
    expect(mapping).toMatchObject({
      layout: "school-rows",
      range: "A1:D2",
      communeFrom: { from: "column", column: 0 },
    });
    expect(mapping!.columns.map(({ cell, role, nature, words }) => [cell, role, nature, words])).toEqual([
      ["A1", "commune", null, "Commune"],
      ["B1", "school", null, "École"],
      ["C1", "PORTAIL", null, "eleve"],
      ["D1", "POSTE_STD", "installation", "poste client"],
    ]);
    for (const column of mapping!.columns) expect(column.score).toBeGreaterThan(0.5);
  });
});
