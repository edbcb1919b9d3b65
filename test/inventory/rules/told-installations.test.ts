import type { Cell } from "../../../src/cells";
import { read, readWith, sheet, withColours, type Read, type SheetSpec } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const headings = ["Commune", "École", "Élèves", "Postes clients standard", "Serveur standard"];
const parc = (remark: Cell, ...below: Cell[][]): SheetSpec =>
  sheet("Parc", [
    [...headings, "Observations"],
    ["Beure", "École du Bourg", 20, 12, 1, remark],
    ["Pirey", "École du Pont", 40, 9, 1, null],
    ...below,
  ]);

describe("a text that dates an installation in the campaign, when no number is one", () => {
  test.each([
    "serveur installé en mars 2014",
    "2 postes livrés le 12/09/2014",
    "serveur neuf, posé le 12/03/2014",
    "serveur neuf (rentrée 2014)",
    "dont 1 serveur installé en 2014",
    "serveur installé cette année",
    "nouveau serveur depuis septembre",
    "2 postes posés à la rentrée",
  ])("is asked about in a remark of its row: « %s »", (remark) => {
    expect(errors(read(parc(remark)))).toEqual(["error correcting-text F2"]);
    const words = [{ word: remark, kind: "state", as: "in-service" }] as const;
    expect(errors(readWith({ words }, parc(remark)))).toEqual([]);
  });

  test.each([
    { remark: "posés cette année", isAsked: true },
    { remark: "nouvelle directrice depuis septembre", isAsked: false },
    { remark: "arrivée en septembre", isAsked: false },
    { remark: "ouverture d'une 3e classe à la rentrée, effectif à jour", isAsked: false },
    { remark: "nouvelle adresse depuis mai", isAsked: false },
  ])("without its year nor a machine, is asked about beside a lone number if it is of machines: $remark", (given) => {
    const rows = [
      ["Commune", "École", "Postes clients standard", "Observations"],
      ["Beure", "École du Bourg", 12, given.remark],
      ["Pirey", "École du Pont", 9, null],
    ];
    expect(errors(read(sheet("Parc", rows))).includes("error correcting-text D2")).toBe(given.isAsked);
  });

  test("is asked about in a note below the table", () => {
    const result = read(parc(null, [], ["NB : le serveur de l’École du Bourg a été installé en mars 2014."]));
    expect(errors(result)).toEqual(["error correcting-text A5"]);
    expect(["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "SERVEUR_STD"))).toEqual([0, 1]);
  });

  test.each([
    "serveur installé en mars 2012",
    "livraison de mobilier le 12/09/2014",
    "vidéoprojecteur posé en mars 2014",
    "nouvelle directrice depuis septembre",
    "nouveau numéro depuis la rentrée",
    "ouverte à la rentrée 2009",
  ])("is not asked about when it is of another year, or of nothing to bill: « %s »", (remark) => {
    expect(errors(read(parc(remark)))).toEqual([]);
  });

  test("is not asked about when its row counts an installation", () => {
    const counted = sheet("Parc", [
      [...headings, "Serveur standard installé", "Observations"],
      ["Beure", "École du Bourg", 20, 12, 1, 1, "serveur installé en mars 2014"],
    ]);
    expect(errors(read(counted))).toEqual([]);
  });
});

describe("the day beside a label, on a delivery note", () => {
  const bon = (day: string, school: string, commune: string, count: number, mark: Cell = null): Cell[][] => [
    ["BON DE LIVRAISON", mark],
    ["Livré et posé le :", day],
    ["Commune :", commune],
    ["École :", school],
    ["Désignation", "Quantité"],
    ["Poste client standard", count],
    [],
  ];
  const installed = (result: Read): (number | string)[] =>
    ["École du Bourg", "École du Pont"].map((school) => result.quantity(school, "POSTE_STD", "installation"));
  const withNotes = (...notes: readonly Cell[][][]): Read => read(parc(null), sheet("Bons de livraison", notes.flat()));

  test("leaves the installations as they are when it is in the campaign", () => {
    const result = withNotes(
      bon("14/03/2014", "École du Bourg", "Beure", 3),
      bon("20/05/2014", "École du Pont", "Pirey", 2),
    );
    expect([errors(result), installed(result)]).toEqual([[], [3, 2]]);
  });

  test.each(["06/11/2014", "12/06/2013"])("is asked about, for its note alone, when it is not: %s", (day) => {
    const result = withNotes(bon("14/03/2014", "École du Bourg", "Beure", 3), bon(day, "École du Pont", "Pirey", 2));
    expect([errors(result), installed(result)]).toEqual([["error correcting-text B9"], [3, 0]]);
    expect(result.quantity("École du Pont", "POSTE_STD")).toBe(9);
  });

  test("is asked about for the first note of the sheet alone, below « Date : » as well", () => {
    const notes = [
      ...bon("06/11/2014", "École du Bourg", "Beure", 3),
      ...bon("14/03/2014", "École du Pont", "Pirey", 2),
    ];
    const dated = notes.map((row) => (row[0] === "Livré et posé le :" ? ["Date :", row[1]!] : row));
    const result = read(parc(null), sheet("Bons de livraison", dated));
    expect([errors(result), installed(result)]).toEqual([["error correcting-text B2"], [0, 2]]);
  });

  test("is of the note below a blank row, with a mark above it: « ANNULÉ »", () => {
    const result = withNotes(
      bon("14/03/2014", "École du Bourg", "Beure", 3),
      bon("20/05/2014", "École du Pont", "Pirey", 2, "ANNULÉ"),
    );
    expect([errors(result), installed(result)]).toEqual([["error undue-note B8"], [3, 0]]);
  });
});

describe("a remark that corrects what its row counts is asked", () => {
  test.each([
    "effectif 2013",
    "postes comptés au double",
    "annule et remplace ma réponse du 12",
    "l’effectif est celui de juin",
    "à confirmer",
    "RPI : frais partagés 60/40",
  ])("« %s »", (remark) => {
    expect(errors(read(parc(remark)))).toEqual(["error correcting-text F2"]);
  });
});

test("« Relevé du | 12/10/2013 » above a table is asked, as its numbers are of a year before", () => {
  const dated = sheet("Parc", [["Relevé du", "12/10/2013"], [], headings, ["Beure", "École du Bourg", 20, 12, 1]]);
  expect(errors(read(dated))).toEqual(["error correcting-text B1"]);
});

describe("a legend that gives its colour to what was installed in the campaign", () => {
  const green = (legend: string, ...names: string[]): Read =>
    read(withColours(parc(null, [], [legend]), [], [[0x92d050, names]]));

  test.each([
    "Vert = posé depuis la rentrée",
    "En vert : neuf",
    "En vert : postes installés cette année",
    "Cellules vertes : nouveau matériel",
  ])("is asked about for the numbers of that colour: « %s »", (legend) => {
    const result = green(legend, "E2");
    expect(errors(result)).toEqual(["error correcting-text A5"]);
    const counts = ["POSTE_STD", "SERVEUR_STD"].map((code) => result.quantity("École du Bourg", code));
    expect(counts).toEqual([12, 0]);
  });

  test.each(["En vert : posé en 2012", "En vert : nouvelle salle", "En vert : tablettes neuves"])(
    "is not asked about when it is of another year or of something else: « %s »",
    (legend) => {
      expect(errors(green(legend, "E2"))).toEqual([]);
    },
  );

  test("is not asked about when no number has that colour", () => {
    expect(errors(green("En vert : neuf", "A3"))).toEqual(["error correcting-text A5"]);
    expect(errors(green("En vert : neuf"))).toEqual([]);
  });
});

describe("a form with a day of installation and no number installed", () => {
  const fiche = (day: string | null, label = "Installé le :"): Read =>
    read(
      sheet("Beure", [
        ["Fiche école"],
        ["Commune", "Beure"],
        ["École", "École du Bourg"],
        ["Élèves", 20],
        ["Postes clients standard", 12],
        [label, day],
      ]),
    );

  test("is asked about when the day is in the campaign", () => {
    const result = fiche("12/03/2014");
    expect(errors(result)).toEqual(["error correcting-text B6"]);
    expect(result.quantity("École du Bourg", "POSTE_STD")).toBe(0);
  });

  test("is billed as it is when the day is before it, blank, or of the form itself", () => {
    const results = [fiche("12/03/2012"), fiche(null), fiche("14/10/2014", "Date :")];
    expect(results.map((result) => [errors(result), result.quantity("École du Bourg", "POSTE_STD")])).toEqual([
      [[], 12],
      [[], 12],
      [[], 12],
    ]);
  });
});
