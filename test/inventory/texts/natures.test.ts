import { recogniseLabel } from "./read-label";

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

  it.each([
    ["Quantité au 01/11/2014", "maintenance"],
    ["Quantité au 1/11", "maintenance"],
    ["Quantité au 1er novembre", "maintenance"],
    ["Quantité au 1er nov", "maintenance"],
    ["Quantité au 1er nov.", "maintenance"],
    ["Quantité au 1er novem", "maintenance"],
    ["Quantité au 1er novemb.", "maintenance"],
    ["Quantité en novembre 2014", "maintenance"],
    ["Quantité au 01/11/2014 (relevé le 15/12/2014)", "maintenance"],
    ["Quantité au 01/11/2014 et au 01/11/2013", "maintenance"],
    ["École au 01/11/2014 : quantité au 01/11/2014", "maintenance"],
    ["Quantité au 01/11/2012, au 01/11/2013 et au 01/11/2014", "maintenance"],
    ["Quantité du 02/11/2013 au 01/11/2014", "installation"],
    ["Quantité du 01/11/2013 au 01/11/2014", "installation"],
    ["Quantité du 2 novembre 2013 au 1er novembre 2014", "installation"],
    ["Quantité au 11/01/2014", null],
    ["Quantité au 15/11/2014", null],
    ["Quantité au 1er octobre 2014", null],
    ["Quantité du 02/11/2013 au 31/10/2014", null],
  ])("« %s », by its dates alone, is %s", (text, nature) => {
    expect(recogniseLabel(text).nature).toBe(nature);
  });

  it.each([
    ["Quantité au 01/11/2014", true],
    ["Quantité du 02/11/2013 au 01/11/2014", true],
    ["Parc au 01/11/2014", false],
    ["Installés au 01/11/2014", false],
    ["Quantité au 15/11/2014", false],
  ])("« %s » has it of its dates, which a word would tell more surely: %p", (text, byDates) => {
    expect(recogniseLabel(text).onSnapshot).toBe(byDates);
  });

  it("is that of « M » and « I » where they stand alone, not of an initial", () => {
    expect(["M", "I"].map((text) => recogniseLabel(text).nature)).toEqual(["maintenance", "installation"]);
    expect(["M. Martin", "I Mac"].map((text) => recogniseLabel(text).nature)).toEqual([null, null]);
  });

  it("is both where the two are named, and none where neither is", () => {
    expect(recogniseLabel("Installation, maintenance").nature).toBe("both");
    expect(recogniseLabel("Postes élèves").nature).toBeNull();
  });
});

const said = (text: string) => {
  const { nature, years, since, complete } = recogniseLabel(text);
  return { nature, years, since, complete };
};

describe("« depuis » and a date name the campaign in which they begin", () => {
  test.each([
    ["dont installés depuis le 01/11/2013", 2014],
    ["installés depuis le 1er novembre 2013", 2014],
    ["dont neufs depuis le 02-11-2013", 2014],
    ["depuis nov. 2013", 2014],
    ["dont installés depuis le 01/11/13", 2014],
    ["dont neufs depuis sept. 13", 2013],
    ["neufs (depuis 11/2013)", 2014],
    ["depuis la campagne 2013", 2014],
    ["Postes clients standard installés depuis janvier 2014", 2014],
    ["dont depuis 2014", 2014],
    ["dont installés depuis la rentrée 2013", 2013],
    ["dont installés depuis 2012", 2012],
    ["installés depuis le 31/10/2013", 2013],
  ])("%s", (text, year) => {
    expect(said(text)).toEqual({ nature: "installation", years: [year], since: true, complete: true });
  });
  it("« depuis » with a date of no year means the campaign billed", () => {
    for (const text of ["depuis le 01/11", "dont depuis le 1er novembre", "dont installés depuis le 01/11/N-1"])
      expect(said(text)).toEqual({ nature: "installation", years: [], since: true, complete: true });
  });
  it("the day is told by its campaign, and by nothing else", () => {
    expect(recogniseLabel("dont installés depuis le 02/11/2013").days).toEqual([]);
  });
  it("what has been out of service since a date was not installed", () => {
    expect(recogniseLabel("HS depuis 2012")).toMatchObject({ standing: "out", nature: null, since: false });
    expect(recogniseLabel("Postes retirés depuis le 01/11/2013")).toMatchObject({ standing: "out", since: false });
  });
  it("what has been in service since a date, pupils, and a period with its end are read as before", () => {
    expect(said("Postes en service depuis le 01/11/2013")).toMatchObject({ nature: "maintenance", since: false });
    expect(said("Effectif depuis la rentrée 2014")).toMatchObject({ nature: null, years: [2014], since: false });
    expect(said("installés depuis le 02/11/2013 jusqu'au 01/11/2014")).toMatchObject({ years: [2013, 2014] });
  });
});
