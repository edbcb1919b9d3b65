import { _, billed, read, sheet, told } from "./read-sheets";

const amagney = (...counts: string[]): string[] => counts.map((count) => `Amagney/École primaire ${count}`).sort();
const effectifs = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Amagney", "École primaire", 50],
]);

describe("the columns of names", () => {
  it("the type beats machine names that look like labels in a GLPI export", () => {
    const reading = read([
      sheet("export", [
        ["Nom", "Entité", "Type", "Lieu", "Date de mise en service"],
        ["PC-1", "Entité racine > Amagney", "Poste client standard", "Amagney > École primaire", "15/09/2009"],
        ["PC-2", "Entité racine > Amagney", "Serveur standard", "Amagney > École primaire", "15/09/2009"],
      ]),
      effectifs,
    ]);
    expect(billed(reading)).toEqual(amagney("POSTE_STD 1", "SERVEUR_STD 1", "PORTAIL 50", "PACK 1"));
  });

  it("a column « Nature » is kept whatever it says, so that an unknown nature is told and not billed", () => {
    const reading = read([
      sheet("Suivi", [
        ["Commune", "École", "Prestation", "Nature", "Quantité"],
        ["Amagney", "École primaire", "Poste client standard", "Abonnement", 4],
        ["Amagney", "École primaire", "Poste client standard", _, 5],
      ]),
      effectifs,
    ]);
    expect(told(reading, "error")).toEqual(["error unknown-nature Suivi!D2", "error missing-nature Suivi!D3"]);
    expect(billed(reading).filter((text) => text.includes("POSTE"))).toEqual([]);
  });

  it("a column « Nature » with the levels of schools is not a nature column", () => {
    const reading = read([
      sheet("Suivi", [
        ["Commune", "École", "Nature", "Prestation", "Quantité"],
        ["Amagney", "École primaire", "Primaire", "Poste client standard", 4],
        ["Saône", "École du Bourg", "Élémentaire", "Poste client standard", 5],
      ]),
    ]);
    expect(billed(reading)).toContain("Saône/École du Bourg POSTE_STD 5");
  });
});
