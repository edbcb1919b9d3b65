import type { Cell } from "../../../src/cells";
import { pointsOf, waysOut } from "../../../src/inventory";
import { read, readWith, sheet, type Read } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const posts = (result: Read): number => result.quantity("École du Bourg", "POSTE_STD");
const pupils = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "École du Bourg", 10],
]);

/** Three machines of one school, with what stands under one more heading. */
function register(header: string, cells: readonly Cell[], names: readonly string[] = ["PC-1", "PC-2", "PC-3"]): Read {
  const machines = cells.map((cell, at) => [names[at]!, "Beure", "École du Bourg", "Poste client standard", cell]);
  return read(sheet("Registre", [["Nom", "Commune", "École", "Type", header], ...machines]), pupils);
}

describe("a column that says of one machine that it is at the town hall is asked, of that machine alone", () => {
  test.each<[string, readonly string[]]>([
    ["Utilisateur", ["Direction", "Classe CP", "Mairie"]],
    ["Groupe", ["Écoles", "Écoles", "Mairie"]],
    ["Usage", ["Pédagogique", "Pédagogique", "Cantine (mairie)"]],
    ["Utilisé par", ["élèves CP", "enseignants", "secrétaire de mairie"]],
    ["Lieu", ["Salle 1", "Salle 2", "Beure > Mairie > Accueil"]],
  ])("« %s »", (header, cells) => {
    const result = register(header, cells);
    expect([errors(result), posts(result)]).toEqual([["error correcting-text E4"], 2]);
  });

  test("is out, or counts, as the user says", () => {
    const { reading } = register("Utilisateur", ["Direction", "Classe CP", "Mairie"]);
    const [point] = pointsOf(reading.anomalies);
    const values = ["in-service", "out"];
    const entry = { word: "Utilisateur\u00a0: Mairie", kind: "state" };
    expect(waysOut(point!, false)).toEqual([{ list: "words", entry, toFill: { field: "as", values } }]);
  });

  test.each<[string, readonly string[]]>([
    ["Utilisateur", ["Mairie", "Mairie", "Mairie"]],
    ["Usage", ["Pédagogique", "Bibliothèque", "Salle des maîtres"]],
    ["Fournisseur", ["Dell", "Mairie", "Dell"]],
  ])("a machine is not asked about under « %s » when all have the same value, or one of a school", (header, cells) => {
    expect([errors(register(header, cells)), posts(register(header, cells))]).toEqual([[], 3]);
  });
});

describe("a machine whose name says that it is none, or left, is asked", () => {
  test.each(["<PC-###>", "GABARIT PC école", "PC-3 (remplacé par PC-1)"])("« %s »", (name) => {
    const result = register("Salle", ["1", "2", "3"], ["PC-1", "PC-2", name]);
    expect([errors(result), posts(result)]).toEqual([["error correcting-text A4"], 2]);
  });

  test("a machine is not asked about when its name is that of a place or of a use", () => {
    const result = register("Salle", ["1", "2", "3"], ["PC-1 (salle 2)", "PC-PRET-01", "PC-3"]);
    expect([errors(result), posts(result)]).toEqual([[], 3]);
  });
});

describe("yes and no under what says that a machine was seen, or thrown away", () => {
  test.each([
    ["Supprimé", ["Non", "Non", "Oui"]],
    ["Corbeille", ["Non", "Non", "Oui"]],
    ["Vu au récolement", ["oui", "oui", "non"]],
    ["Retrouvé", ["oui", "oui", "non"]],
  ])(
    "a yes or a no under a heading of machines seen, or thrown away, is applied to its machine: « %s »",
    (header, cells) => {
      const result = register(header, cells);
      expect([errors(result), posts(result)]).toEqual([[], 2]);
    },
  );
});

describe("yes and no under what may say that a row is no machine, or that it left", () => {
  test.each(["Gabarit", "Est un modèle", "Template", "Is template", "Démonté"])("are asked: « %s »", (header) => {
    for (const cells of [
      ["Non", "Non", "Oui"],
      [0, 0, 1],
      ["x", null, null],
    ])
      expect(errors(register(header, cells))).toEqual(["error unclear-answers E1"]);
  });

  test("are settled by what yes and no mean", () => {
    const of = (word: string, as: string) => ({ word, kind: "state", as }) as const;
    const mappings = [{ file: null, sheet: "Registre", cell: "E1", as: "état" }];
    const words = [of("Oui", "out"), of("Non", "in-service")];
    const machines = ["Non", "Non", "Oui"].map((cell, at) => [`PC-${at}`, "Beure", "École du Bourg", "PC", cell]);
    const table = sheet("Registre", [["Nom", "Commune", "École", "Type", "Gabarit"], ...machines]);
    const result = readWith({ mappings, words }, table, pupils);
    expect([errors(result), posts(result)]).toEqual([[], 2]);
  });

  test.each(["Wi-Fi", "Sous garantie", "Étiqueté", "Tactile", "Chiffré", "Verrouillé"])(
    "are not asked where they name a feature: « %s »",
    (header) => {
      const result = register(header, ["Non", "Non", "Oui"]);
      expect([errors(result), posts(result)]).toEqual([[], 3]);
    },
  );

  test("are not asked where all say the same, or where models are named", () => {
    for (const cells of [
      ["Non", "Non", "Non"],
      ["HP 600", "HP 700", "HP 600"],
    ])
      expect([errors(register("Modèle", cells)), posts(register("Modèle", cells))]).toEqual([[], 3]);
  });
});

describe("the end of a lease", () => {
  test("is asked where it is past: the machine may have been returned", () => {
    const result = register("Fin de location", ["31/08/2014", "31/08/2016", "31/08/2016"]);
    expect(errors(result)).toEqual(["error exit-date-unclear E1"]);
  });

  test("changes nothing where it is to come", () => {
    const result = register("Fin de location", ["31/08/2015", "31/08/2016", "31/08/2016"]);
    expect([errors(result), posts(result)]).toEqual([[], 3]);
  });
});

describe("who maintains the machines, or what they replace", () => {
  test("counts nothing", () => {
    for (const result of [
      register("Maintenu par", ["Département TIC", "Département TIC", "Département TIC"]),
      register("Remplace", [null, null, "PC-050"]),
    ])
      expect([errors(result), posts(result)]).toEqual([[], 3]);
  });

  test("is asked where some are maintained by others", () => {
    const result = register("Maintenu par", ["Département TIC", "Département TIC", "Prestataire de la commune"]);
    expect([errors(result), posts(result)]).toEqual([["error correcting-text E4"], 2]);
  });

  test.each([
    ["Contrat", ["Ordiclasse", "Ordiclasse", "Hors contrat"]],
    ["Propriétaire", ["Ville de Besançon", "Ville de Besançon", "Commune de Beure"]],
  ])("is asked of the machine that is out of it, or another’s: « %s »", (header, cells) => {
    const result = register(header, cells);
    expect([errors(result), posts(result)]).toEqual([["error correcting-text E4"], 2]);
  });
});

describe("a machine whose period ended by the day of count is asked", () => {
  test.each<[header: string, periods: readonly string[]]>([
    ["Période", ["09/2011 - 06/2014", "09/2012 -", "09/2012 -"]],
    ["Période", ["2011-2014", "2012-", "2012-"]],
    ["Dates", ["01/09/2011 - 30/06/2014", "", ""]],
    ["Durée", ["sept. 2011 → juin 2014", "", ""]],
  ])("under « %s »: %j", (header, periods) => {
    const result = register(header, periods);
    expect([errors(result), posts(result)]).toEqual([["error correcting-text E2"], 2]);
  });

  test.each<[header: string, periods: readonly string[]]>([
    ["Période", ["09/2011 - 12/2014", "09/2012 -", ""]],
    ["Période", ["01/09/2011 - 30/06/2016", "", ""]],
    ["Garantie", ["2011-2014", "2012-2015", "2013-2016"]],
    ["Période", ["2011-2014", "2011-2014", "2011-2014"]],
  ])("nothing is asked under « %s » where it goes on, is of a warranty, or is of all: %j", (header, periods) => {
    const result = register(header, periods);
    expect([errors(result), posts(result)]).toEqual([[], 3]);
  });
});

test("a remark that says in brackets what a machine replaced became asks of that one, not of its row", () => {
  const result = register("Commentaires", [null, "remplace PC-1 (HS, repris le 14/10)", null]);
  expect([errors(result), posts(result)]).toEqual([["error machine-named-elsewhere A2"], 2]);
});
