import { billed, read, sheet, told } from "./read-sheets";

const amagney = (...counts: string[]): string[] => counts.map((count) => `Amagney/École primaire ${count}`).sort();

describe("lists of pupils by name", () => {
  const kept = (reading: unknown): string => JSON.stringify(reading);
  it.each([
    ["Nom", "Prénom", "Classe"],
    ["Nom élève", "Prénom élève", "INE"],
    ["Nom", "Date de naissance", "Niveau"],
    ["Élève", "Classe", "Sexe"],
  ])("are counted by school, no name kept: %s, %s, %s", (...headers) => {
    const reading = read([
      sheet("Liste", [
        ["Commune", "École", ...headers],
        ["Amagney", "École primaire", "DUPONT-LAJOIE", "Léandre", "CP"],
        ["Amagney", "École primaire", "QUINTRAND", "Ondine", "CE1"],
        ["Amagney", "École primaire", "ZWINGELSTEIN", "Barnabé", "CM2"],
      ]),
      sheet("Parc", [
        ["Commune", "École", "Poste client"],
        ["Amagney", "École primaire", 3],
      ]),
    ]);
    expect(billed(reading)).toEqual(amagney("PORTAIL 3", "POSTE_STD 3", "PACK 1"));
    for (const name of ["DUPONT", "QUINTRAND", "ZWINGEL", "Léandre", "Ondine", "Barnabé"])
      expect(kept(reading)).not.toContain(name);
  });

  it("lists of pupils without a school are an error, and no name becomes a school's", () => {
    const reading = read([
      sheet("Amagney", [
        ["Nom", "Prénom", "Date de naissance"],
        ["DUPONT-LAJOIE", "Léandre", "01/01/2008"],
      ]),
    ]);
    expect(told(reading, "error")).toEqual(["error pupil-list-without-school Amagney!"]);
    expect(kept(reading)).not.toContain("DUPONT");
  });
});
