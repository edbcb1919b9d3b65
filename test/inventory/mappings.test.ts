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
});
