import { isNatureWord, natureOf, recogniseLabel } from "../../../src/tariff";

describe("the nature that a heading names", () => {
  it.each([
    "Installation",
    "Postes installés",
    "UC installées",
    "Nouveaux postes",
    "Nouvelles UC",
    "Postes neufs",
    "UC neuves",
    "Ajouts",
    "Postes ajoutés",
    "UC ajoutées",
    "Pose",
    "Pièces posées",
    "Postes déployés",
    "UC déployées",
    "Déploiement",
    "Mise en service",
    "Postes équipés",
    "Postes acquis",
    "UC acquises",
    "Acquisitions",
    "Achats",
    "Postes achetés",
    "Postes livrés",
    "UC livrées",
  ])("« %s » is installation", (text) => {
    expect(recogniseLabel(text).nature).toBe("installation");
  });

  it.each([
    "Maintenance",
    "Postes en service",
    "Parc",
    "Existant",
    "UC existantes",
    "Parc actuel",
    "Actuels",
    "Situation actuelle",
    "Actuelle",
    "Postes maintenus",
    "UC maintenues",
    "Postes présents",
    "UC présentes",
    "Postes utilisés",
    "UC utilisées",
    "En fonctionnement",
    "Inventaire",
    "Situation",
  ])("« %s » is maintenance", (text) => {
    expect(recogniseLabel(text).nature).toBe("maintenance");
  });

  it("is both where the two are named, and none where neither is", () => {
    expect(natureOf(["installation", "maintenance"])).toBe("both");
    expect(natureOf(["poste", "eleve"])).toBeNull();
    expect(natureOf(["poste", "parc"])).toBe("maintenance");
    expect(natureOf(["poste", "neuf"])).toBe("installation");
    expect(["neuf", "parc", "poste"].map(isNatureWord)).toEqual([true, true, false]);
  });
});
