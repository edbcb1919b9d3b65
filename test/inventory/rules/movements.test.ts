import type { Cell } from "../../../src/cells";
import { pointsOf, waysOut } from "../../../src/inventory";
import type { Options } from "../../../src/options";
import { read, readWith, sheet, type Read, type SheetSpec } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const pupils = sheet("Effectifs", [
  ["Commune", "École", "Effectif"],
  ["Beure", "École du Bourg", 90],
]);
const parc = sheet("Parc", [
  ["Commune", "École", "Effectif", "Poste client standard"],
  ["Beure", "École du Bourg", 90, 12],
]);
const headers = (heading: string): Cell[] => ["Commune", "École", "Date", "Article", heading, "Qté"];
/** Quantities of one school, and a word beside each. */
const moved = (name: string, heading: string, ...words: readonly Cell[]): SheetSpec =>
  sheet(name, [
    headers(heading),
    ...words.map((word, at) => ["Beure", "École du Bourg", `1${at}/04/2014`, "Poste client standard", word, 3 + at]),
  ]);
const posts = (result: Read): number[] =>
  (["maintenance", "installation"] as const).map((nature) => result.quantity("École du Bourg", "POSTE_STD", nature));
/** What the question quotes, and whether it offers to say of each word which it is. */
const quoted = (result: Read): unknown[] =>
  result.reading.anomalies
    .filter(({ code }) => code === "movements-column")
    .map(({ params }) => [params["value"], params["installations"] === 1]);

describe("the balance of a journal of movements", () => {
  const journal = (balances: readonly number[]): SheetSpec =>
    sheet("Journal", [
      ["Date", "Commune", "École", "Matériel", "Entrées", "Sorties", "Solde"],
      ["01/09/2009", "Beure", "École du Bourg", "Poste client standard", 14, null, balances[0]!],
      ["12/03/2012", "Beure", "École du Bourg", "Poste client standard", 4, 2, balances[1]!],
      ["01/09/2009", "Beure", "École du Bourg", "Serveur standard", 1, null, 1],
    ]);
  const as = (role: string): Partial<Options> => ({
    tables: [{ file: null, sheet: "Journal", cell: null, as: "inventory" }],
    mappings: [{ file: null, sheet: "Journal", cell: "G1", as: role }],
  });

  test.each(["quantity", "ignored"])("is asked about, and not added, once its column is said to be %s", (role) => {
    const result = readWith(as(role), journal([14, 16]), pupils);
    expect([errors(result), posts(result)]).toEqual([["error movements-column G1"], [0, 0]]);
    const [point] = pointsOf(result.reading.anomalies);
    expect(waysOut(point!, false).map(({ list }) => list)).toEqual(["tables"]);
  });

  test("is not one when its numbers do not follow from each other", () => {
    expect(errors(readWith(as("quantity"), journal([14, 5]), pupils))).not.toContain("error movements-column G1");
  });
});

describe("a column that says that quantities came, or left", () => {
  test.each<[heading: string, quoted: string, ...words: Cell[]]>([
    ["Mouvement", "Sortie", "Report", "Sortie"],
    ["Mouvement", "Sortie", "Entrée", " Sortie "],
    ["Sens", "E", "E", "S"],
    ["+/−", "+", "+", "−"],
    ["Zorglub", "Départ", "Arrivée", "Départ"],
    ["Mouvement", "Arrivée", "Arrivée"],
    ["Mouvement", "Sortie", "Sortie", ..."abcdefg"],
    ["Type de mouvement", "Retrait", "Dotation", "Retrait"],
    ["Nature", "Entrée", "Report", "Entrée"],
    ["Nature", "Ajout en cours", "Report", "Ajout en cours"],
    ["Opération", "Dépose", "Pose", "Dépose"],
    ["Divers", "Sortie", "Sortie", null, null, null],
    ["Mouvement", "Retour 2", "Livraison 1", "Retour 2", ..."abcde", "Livraison 3", "Livraison 4", "Livraison 5"],
  ])("is asked once, and nothing is added: « %s »: « %s » among %s, %s", (heading, word, ...words) => {
    const result = read(moved("Parc", heading, ...words), pupils);
    expect([errors(result), posts(result), quoted(result)]).toEqual([
      ["error movements-column E1"],
      [0, 0],
      [[word, false]],
    ]);
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(90);
  });

  test.each([
    ["Bâtiment", "A", "B"],
    ["Type", "Fixe", "Portable"],
    ["Secteur", "E", "O"],
    ["Provenance", "Achat", "Don"],
    ["Clé", "BEU|MES|PS", "BEU|MES|SV"],
    ["Nature", "Entrée", null],
    ["État", "En service", "Sorti"],
    ["N°", 1, 2],
    ["Zorglub", "Sortie", ..."abcdefgh"],
    ["Observations", "retour SAV", ""],
    ["Divers", "prêt rendu le 12/09", null, null, "3 PC rendus", null, null],
    ["Divers", "RAS", "prêt rendu le 12/09", null, null, null],
    ["Divers", "Fermée", null, null, null],
  ])("is not one that says where, or which, or a remark: « %s »: %s, %s", (heading, ...words) => {
    expect(errors(read(moved("Parc", heading, ...words), pupils))).not.toContain("error movements-column E1");
  });

  test("is no nature where one of its words says maintenance: the other is asked by itself", () => {
    const result = read(moved("Parc", "Nature", "Maintenance", "Dépose"), pupils);
    expect(errors(result)).toEqual(["error unknown-nature E3"]);
  });

  test("is a remark beside the quantities of a school", () => {
    const rows = [
      ["Commune", "École", "Effectif", "Poste client standard", null],
      ["Beure", "École du Bourg", 90, 12, "prêt rendu le 12/09"],
      ["Beure", "École du Haut", 30, 5, null],
    ];
    const result = read(sheet("Parc", rows));
    expect([errors(result), posts(result)]).toEqual([[], [12, 0]]);
  });

  test("is a remark where it says that a school closed: all that is billed to it is asked about", () => {
    const closed = moved("Parc", "Divers", "fermée définitivement", null, null, "RAS");
    expect([errors(read(closed, pupils)), posts(read(closed, pupils))]).toEqual([["error undue-remark E2"], [0, 0]]);
  });

  test("leaves the rows of zeros, and those of pupils, as they are", () => {
    const rows = [
      headers("Mouvement"),
      ["Beure", "École du Bourg", "10/04/2014", "Poste client standard", "Entrée", 3],
      ["Beure", "École du Bourg", "11/04/2014", "Poste client standard", "Sortie", 2],
      ["Beure", "École du Bourg", "12/04/2014", "Serveur standard", "Sortie", 0],
      ["Beure", "École du Bourg", null, "Élèves", null, 90],
    ];
    const result = read(sheet("Parc", rows));
    expect([errors(result), posts(result)]).toEqual([["error movements-column E1"], [0, 0]]);
    expect(result.rows("Parc")).toMatchObject({ billed: 1, error: 2, reasons: { zero: 1 } });
    expect(result.quantity("École du Bourg", "PORTAIL")).toBe(90);
  });

  test("is asked machine by machine in a register", () => {
    const rows = [
      ["Commune", "École", "Matériel", "N° inventaire", "Mouvement"],
      ["Beure", "École du Bourg", "Poste client standard", "I1", "Entrée"],
      ["Beure", "École du Bourg", "Poste client standard", "I2", "Sortie"],
    ];
    expect(errors(read(sheet("Registre", rows), pupils))).toEqual(["error unknown-nature E3"]);
  });
});

describe("movements of installations", () => {
  const installations = moved("Installations", "Mouvement", "Arrivée", "Départ");
  const words: Options["words"] = [
    { kind: "nature", word: "Arrivée", as: "installation" },
    { kind: "nature", word: "Départ", as: "nothing" },
  ];

  test("are said word by word, once the user said that they are natures", () => {
    const mappings: Options["mappings"] = [{ file: null, sheet: "Installations", cell: "E1", as: "nature" }];
    const asked = read(parc, installations);
    expect([errors(asked), quoted(asked)]).toEqual([["error movements-column E1"], [["Départ", true]]]);
    const result = readWith({ mappings, words }, parc, installations);
    expect([errors(result), posts(result)]).toEqual([[], [12, 3]]);
  });

  test("are asked about, with the way to ignore them: « reprise » may be the stock of the year before", () => {
    const [point] = pointsOf(read(moved("Parc", "Libellé écriture", "reprise", "constat"), pupils).reading.anomalies);
    expect(waysOut(point!, false).map(({ list, toFill: says }) => [list, says?.values])).toEqual([
      ["tables", ["installations", "ignored"]],
      ["mappings", ["ignored"]],
    ]);
  });

  test("are counted as the user wants, once the column was said to be ignored", () => {
    const mappings: Options["mappings"] = [{ file: null, sheet: "Parc", cell: "E1", as: "ignored" }];
    const result = readWith({ mappings }, moved("Parc", "Sens", "E", "S"), pupils);
    expect(errors(result)).not.toContain("error movements-column E1");
  });

  test("are those of a table that its title, or the user, says to be of deliveries", () => {
    const titled = sheet("Suivi", [
      ["Livraisons"],
      headers("Mouvement"),
      ...moved("", "", "Arrivée", "Départ")("").rows.slice(1),
    ]);
    const as = (kind: "inventory" | "installations"): Partial<Options> => ({
      tables: [{ file: null, sheet: "Suivi", cell: null, as: kind }],
    });
    const untitled = moved("Suivi", "Mouvement", "Arrivée", "Départ");
    for (const [kind, table, isOffered] of [
      ["inventory", titled, true],
      ["installations", untitled, true],
      ["inventory", untitled, false],
    ] as const)
      expect(quoted(readWith(as(kind), table, parc))).toEqual([["Départ", isOffered]]);
  });

  test("are no question where a column of natures was said word by word", () => {
    const said = { words: words.map((each, at) => ({ ...each, word: ["Pose", "Dépose"][at]! })) };
    const result = readWith(said, parc, moved("Installations", "Nature", "Pose", "Dépose"));
    expect([errors(result), posts(result)]).toEqual([[], [12, 3]]);
  });
});
