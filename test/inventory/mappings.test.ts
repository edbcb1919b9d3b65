import { read, sheet } from "./tables/read-sheets";

describe("the mapping that is shown", () => {
  it("says layout, range, where the commune comes from, and each column's role and nature", () => {
    const [mapping] = read([
      sheet("Parc", [
        ["Commune", "École", "Nb élèves", "Postes clients installés"],
        ["Amagney", "École primaire", 50, 2],
      ]),
    ]).mappings;
    expect(mapping).toMatchObject({
      layout: "school-rows",
      block: { top: 0, left: 0, bottom: 1, right: 3 },
      communeFrom: { from: "column", column: 0 },
    });
    expect(mapping!.columns.map(({ cell, role, nature }) => [cell, role, nature])).toEqual([
      ["A1", "commune", null],
      ["B1", "school", null],
      ["C1", "PORTAIL", null],
      ["D1", "POSTE_STD", "installation"],
    ]);
  });

  it("tells under which nature equipment counts where its heading says none", () => {
    const [mapping] = read([
      sheet("Parc", [
        ["Commune", "École", "Serveur standard", "Pièces détachées"],
        ["Amagney", "École primaire", 1, 2],
      ]),
    ]).mappings;
    expect(mapping!.columns.slice(2).map(({ role, nature }) => [role, nature])).toEqual([
      ["SERVEUR_STD", "maintenance"],
      ["PIECES", "installation"],
    ]);
  });

  it("tells what stands beyond one a school as left out, so that both come to what the column holds", () => {
    const { mappings } = read([
      sheet("Parc", [
        ["Commune", "École", "Serveur standard / école"],
        ["Beure", "Primaire", 3],
        ["Thise", "Centre", 1],
      ]),
    ]);
    const { sum, counted, leftOut } = mappings[0]!.columns[2]!;
    // One a school: 2 of the 4, and 2 beyond.
    expect([sum.toNumber(), counted, leftOut.toNumber()]).toEqual([3 + 1, 1 + 1, 3 - 1]);
  });

  it("tells what is counted in a column apart from its totals, and what a row in error holds", () => {
    const [mapping] = read([
      sheet("Parc", [
        ["Commune", "École", "Postes clients standard"],
        ["Amagney", "École primaire", 12],
        ["Beure", "École primaire", "8"],
        ["Nulle-Part-sur-Doubs", "École primaire", 9],
        ["Total", null, 29],
      ]),
    ]).mappings;
    const { numbers, counted, leftOut, inError } = mapping!.columns[2]!;
    // 12, and 8 written as text; 9 of a commune that is none, and the total.
    expect([numbers, counted, leftOut.toNumber(), inError]).toEqual([3, 20, 9 + 29, [{ row: 3, value: 9 }]]);
  });
});
