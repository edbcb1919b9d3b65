import type { Cell } from "../../../src/cells";
import { pointsOf, waysOut } from "../../../src/inventory";
import { read, sheet, type Read, type SheetSpec } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));

/** Schools, with what stands under one more heading. */
const schools = (header: string, first: Cell, second: Cell): SheetSpec =>
  sheet("Parc", [
    ["Commune", "École", header, "Effectif", "Postes clients standard"],
    ["Beure", "École du Bourg", first, 20, 12],
    ["Pirey", "École du Pont", second, 40, 9],
  ]);

/** Machines, of which some have something under one more heading. */
const register = (header: string, ...cells: Cell[]): SheetSpec =>
  sheet("Registre", [
    ["Commune", "École", "N° inventaire", "Matériel", "Date d'entrée", header],
    ...cells.map((cell, at) => ["Beure", "École du Bourg", `A-${at + 1}`, "Poste client standard", "15/09/2009", cell]),
  ]);

test("zeros beside texts are blanks, but under a heading that resembles equipment", () => {
  expect(errors(read(schools("Suivi par", "Mme Dupuis", 0)))).toEqual([]);
  expect(errors(read(schools("Nb d’ordinatrs", "à compter", 0)))).toEqual(["error unclear-header C1"]);
});

describe("yes and no beside schools", () => {
  test.each(["Adhérente", "Conventionnée", "En convention", "Ordiclasse"])(
    "yes and no beside schools under « %s » are asked about",
    (header) => {
      expect(errors(read(schools(header, "oui", "non")))).toEqual(["error unclear-answers C1"]);
    },
  );

  test.each<[string, Cell, Cell]>([
    ["Actif 2014", 1, 0],
    ["En service", "oui", "non"],
  ])("« %s », answered by %s and %s, may be a state", (header, first, second) => {
    const [point] = pointsOf(read(schools(header, first, second)).reading.anomalies);
    expect(point!.code).toBe("unclear-answers");
    expect(waysOut(point!, false)[0]!.toFill).toEqual({ field: "as", values: ["state", "ignored", "…"] });
  });

  test.each(["REP", "Cantine", "Accès internet"])("yes and no beside schools under « %s » change nothing", (header) => {
    expect(errors(read(schools(header, "oui", "non")))).toEqual([]);
  });

  test.each(["Adhérente", "Convention"])(
    "yes and no beside schools under « %s » are asked about when some are blank",
    (header) => {
      expect(errors(read(schools(header, "x", null)))).toEqual(["error unclear-answers C1"]);
    },
  );

  test.each([
    ["Convention", "signée", "à signer"],
    ["Périmètre", "dans", "hors"],
    ["Délibération", "15/06/2012", "en attente"],
  ])("are those that say that a school is not of the agreement: « %s | %s | %s »", (header, first, second) => {
    expect(errors(read(schools(header, first, second)))).toEqual(["error undue-remark C3"]);
  });

  test("yes beside schools under an unread heading is not asked about without any no", () => {
    expect(errors(read(schools("Adhérente", "oui", "oui")))).toEqual([]);
  });
});

test("small numbers under « Dernier comptage », beside quantities, are asked", () => {
  expect(errors(read(schools("Dernier comptage : imprimantes jet d'encre", 2, 1)))).toEqual([
    "error unclear-header C1",
  ]);
});

describe("dates beside schools under a heading that nobody reads", () => {
  test("are asked where one of them is of late", () => {
    expect(errors(read(schools("Fin de convention", "04/07/2014", null)))).toEqual(["error exit-date-unclear C1"]);
  });

  test.each(["Adhésion le", "Membre depuis le", "Entrée dans le dispositif le"])(
    "are asked where one of them is after the snapshot: « %s »",
    (header) => {
      expect(errors(read(schools(header, "01/09/2012", "05/01/2015")))).toEqual(["error undue-remark C3"]);
    },
  );

  test("change nothing where they are old", () => {
    expect(errors(read(schools("Ouverte le", "01/09/1974", "01/09/1981")))).toEqual([]);
  });
});

describe("an unread heading over a few machines of a register is asked about", () => {
  test("an unread heading over dates, or over numbers of other machines, is asked", () => {
    expect(errors(read(register("Mis de côté le", "12/03/2014", null, null)))).toContain("error exit-date-unclear F1");
    expect(errors(read(register("Échangé contre", "INV-00012", null, null)))).toContain("error exit-date-unclear F1");
  });

  test("an unread heading over words, or over dates of each machine, is not asked about", () => {
    expect(errors(read(register("Quartier", "Le Clos", null, null)))).not.toContain("error exit-date-unclear F1");
    const all = read(register("Passé au lot 2", "12/03/2014", "12/03/2014", "12/03/2014"));
    expect(errors(all)).not.toContain("error exit-date-unclear F1");
  });
});

describe("the year in which schools were built", () => {
  test("counts nothing, however old they are", () => {
    expect(errors(read(schools("Année de construction", 1882, 1975)))).toEqual([]);
  });
});

test.each(["Postes clients standard partagés", "Postes clients standard (partagés)", "Postes clients standard liés"])(
  "« %s » may count the machines of several schools, and is asked about",
  (header) => {
    const shared = sheet("Parc", [
      ["Commune", "École", "Effectif", header, "Imprimantes jet d'encre"],
      ["Beure", "École du Bourg", 20, 12, 1],
      ["Pirey", "École du Pont", 40, 9, 0],
    ]);
    const result = read(shared);
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([["error unclear-header D1"], 0]);
  },
);

test.each(["Δ", "+/-", "±"])(
  "« %s », under the prestation of two years, is their difference, and is not asked about",
  (sign) => {
    const years = sheet("Série", [
      ["Commune", "École", "Effectif", "Postes clients standard", null, null],
      [null, null, null, 2013, 2014, sign],
      ["Beure", "École du Bourg", 20, 4, 5, 1],
      ["Pirey", "École du Pont", 40, 9, 9, 0],
    ]);
    const result = read(years);
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 5]);
  },
);

test.each(["Rappel 2013", "Pour rappel 2013", "Postes clients standard (hors TBI) (pour rappel 2013)"])(
  "« %s » beside the machines of the campaign is left out by its year",
  (heading) => {
    const parc = sheet("Parc", [
      ["Commune", "École", "Effectif", "Postes clients standard (hors TBI)", heading],
      ["Beure", "École du Bourg", 20, 5, 4],
      ["Pirey", "École du Pont", 40, 9, 9],
    ]);
    const result = read(parc);
    expect([errors(result), result.quantity("École du Bourg", "POSTE_STD")]).toEqual([[], 5]);
  },
);

test("« Rappel 2013 » at the left of all that is counted is left out, as it is of another year", () => {
  const result = read(
    sheet("Parc", [
      ["Commune", "École", "Rappel 2013", "Élèves", "Postes clients standard"],
      ["Beure", "École du Bourg", 46, 54, 16],
    ]),
  );
  expect(result.anomalies().filter((each) => each.startsWith("error"))).toEqual([]);
  expect(["PORTAIL", "POSTE_STD"].map((code) => result.quantity("École du Bourg", code))).toEqual([54, 16]);
});
