import { saysNoHeadcount, titleKind, titleYear } from "../../../src/inventory/texts/title";

const kindOf = (text: string) => titleKind(text)?.kind ?? null;

describe("the kind that a title, or a sheet's name, gives its table", () => {
  it.each([
    "Installations 2014",
    "Installations du 02/11/2013 au 01/11/2014",
    "Matériel installé en 2014",
    "Nouveaux postes",
    "NOUVELLES INSTALLATIONS",
    "Livraisons",
    "Postes neufs livrés",
    "Pose 2014",
    "Ville de Besançon – Installations 2014",
    "Mises en service 2014",
    "Installations (toutes communes)",
  ])("« %s » shows installations", (title) => {
    expect(kindOf(title)).toBe("installations");
  });
  it.each([
    "Réformés",
    "Matériel sorti",
    "Postes retirés en 2014",
    "Rebut",
    "Matériel cédé",
    "Stock",
    "Réserve",
    "En réserve",
    "Bons de commande",
    "Devis 2015",
    "Demandes des écoles",
    "Prévisions 2015",
    "Projets",
    "Matériel hors service",
    "Postes à installer",
    "Désinstallations 2014",
    "Nouveaux postes en stock",
  ])("« %s » shows what is not in service", (title) => {
    expect(kindOf(title)).toBe("not-in-service");
  });
  it.each(["Modèle", "Exemple de saisie", "Trame", "BROUILLON", "modèle (2)"])("« %s » is no inventory", (title) => {
    expect(kindOf(title)).toBe("model");
  });
  it.each(["Parc", "Inventaire 2014", "Situation au 1er novembre", "En service", "Maintenance", "Suivi"])(
    "« %s » shows what is in service",
    (title) => {
      expect(kindOf(title)).toBe("inventory");
    },
  );
  it.each([
    "Parc et installations 2014",
    "Inventaire, installations comprises",
    "Suivi des installations",
    "Inventaire du matériel réformé",
    "Postes, hors stock",
    "Postes (réformés non compris)",
    "Postes sans les réformés",
    "École du Retrait",
    "Commune : Beure – École de la Réserve",
    "Effectif de l’école du Projet",
    "École-Valentin",
    "Données 2014",
    "Feuil1",
    "2014",
    "Besançon",
    "Installation : saisir les postes livrés dans l’année, puis renvoyer ce classeur au service informatique.",
    "Attention : nouveaux postes en rouge",
  ])("« %s » settles nothing", (title) => {
    expect(kindOf(title)).toBeNull();
  });
  it("« Stock au 01/11/2014 » may be what is in service", () => {
    expect(titleKind("Stock au 01/11/2014")).toMatchObject({ kind: "not-in-service", unsure: true });
    expect(titleKind("Stock 2014")).toMatchObject({ kind: "not-in-service", unsure: false });
  });
  it("forecasts of pupils, and pupils who left, are no headcount; a stock says nothing of pupils", () => {
    expect(saysNoHeadcount("Effectifs prévisionnels 2015")).toBe(true);
    expect(saysNoHeadcount("Élèves sortis")).toBe(true);
    expect(saysNoHeadcount("Effectifs 2014-2015")).toBe(false);
  });
});

describe("the campaign that a title gives", () => {
  const equipment = (title: string) => titleYear(title, false, { year: 2014 });
  const headcounts = (title: string) => titleYear(title, true, { year: 2014 });
  it.each([
    ["Parc 2014", 2014],
    ["Parc au 1er novembre 2014", 2014],
    ["Parc au 01/11/2013", 2013],
    ["Installations du 02/11/2013 au 01/11/2014", 2014],
    ["Ordiclasse 2013-2014", 2014],
    ["Ordiclasse 2014/15", 2015],
    ["Année scolaire 2014-2015", 2014],
    ["Suivi 2012 à 2014", 2014],
    ["Suivi 2010 à 2012", 2012],
    ["Parc", null],
    ["Convention 2014-2015", null],
    ["Mis à jour le 12/01/2015", null],
    ["Besançon, le 12 janvier 2015", null],
    ["12/01/2015", null],
    ["01/11/2014", 2014],
    ["Délibération du 14 novembre 2014", null],
  ])("« %s » of equipment: %s", (title, year) => {
    expect(equipment(title)).toBe(year);
  });
  it("a school year is the campaign in which it begins", () => {
    expect(headcounts("Effectifs 2014-2015")).toBe(2014);
    expect(headcounts("Effectifs 2013-2014")).toBe(2013);
    expect(headcounts("Rentrée 2014")).toBe(2014);
  });
});
