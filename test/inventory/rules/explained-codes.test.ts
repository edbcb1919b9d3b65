import type { Cell } from "../../../src/cells";
import { read, sheet, type Read } from "../workbook-of";

const errors = (result: Read): string[] => result.anomalies().filter((each) => each.startsWith("error"));
const posts = (result: Read): number => result.quantity("École du Bourg", "POSTE_STD");
const pupils = sheet("Effectifs", [
  ["Commune", "École", "Élèves"],
  ["Beure", "École du Bourg", 10],
]);

/** Three machines of one school with a code each, and the key below them. */
function register(header: string, codes: readonly Cell[], ...key: readonly string[]): Read {
  const machines = codes.map((code, at) => [`PC-${at + 1}`, "Beure", "École du Bourg", "Poste client standard", code]);
  return read(
    sheet("Registre", [
      ["Nom", "Commune", "École", "Type", header],
      ...machines,
      [],
      ...key.map((line): readonly Cell[] => [line]),
    ]),
    pupils,
  );
}

describe("machines with a code that the key below their table explains as one of those that left are asked", () => {
  test.each<[key: string, header: string, codes: readonly Cell[]]>([
    ["Codes : 1 en service, 2 réformé", "Code", [1, 1, 2]],
    ["S = en service, R = réformé", "Code", ["S", "S", "R"]],
    ["Cat. C : matériel réformé", "Cat.", ["A", "A", "C"]],
    ["A = dans le dispositif ; H = hors dispositif", "Sit.", ["A", "A", "H"]],
  ])("« %s »", (key, header, codes) => {
    const result = register(header, codes, key);
    expect([errors(result), posts(result)]).toEqual([["error correcting-text A6"], 2]);
  });

  test("by the line of the key that explains it", () => {
    const result = register("Code", [1, 1, 2], "1 : en service", "2 : réformé");
    expect([errors(result), posts(result)]).toEqual([["error correcting-text A7"], 2]);
  });

  test.each<[key: string, codes: readonly Cell[]]>([
    ["M = maternelle, E = élémentaire", ["M", "E", "E"]],
    ["S = en service, R = réformé", ["S", "S", "S"]],
    ["A = acheté, D = donné par la Ville", ["A", "A", "A"]],
  ])("a key that explains no code of theirs by a departure asks nothing: « %s »", (key, codes) => {
    const result = register("Code", codes, key);
    expect([errors(result), posts(result)]).toEqual([[], 3]);
  });
});

describe("a school with a code that the key below its table explains as left is asked", () => {
  const head = ["Commune", "École", "Effectif", "Postes clients standard", "Cat."];
  const parc = (code: string): Read =>
    read(
      sheet("Parc", [
        head,
        ["Beure", "École du Bourg", 20, 12, "O"],
        ["Pirey", "École du Pont", 40, 9, code],
        [],
        ["O : dans le dispositif ; H : hors dispositif"],
      ]),
    );

  test("by its code alone", () => {
    expect([errors(parc("H")), posts(parc("H"))]).toEqual([["error correcting-text A5"], 12]);
    expect(errors(parc("O"))).toEqual([]);
  });
});

describe("a school with a code whose meaning is another party, or is not all read, is asked", () => {
  const parc = (...key: Cell[][]): Read =>
    read(
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard", "Code"],
        ["Beure", "École du Bourg", 20, 12, "B"],
        ["Pirey", "École du Pont", 40, 9, "A"],
        [],
        ...key,
      ]),
    );

  test.each(["B = convention du Département", "A : Ville ; B : Département", "A = Ordiclasse, B = Axians"])(
    "« %s »",
    (key) => {
      const result = parc([key]);
      expect([errors(result), posts(result), result.quantity("École du Pont", "POSTE_STD")]).toEqual([
        ["error correcting-text A5"],
        0,
        9,
      ]);
    },
  );

  test("by a key in two cells", () => {
    expect(errors(parc(["A", "Ordiclasse"], ["B", "Axians"]))).toEqual(["error correcting-text B6"]);
  });

  test.each(["B = école élémentaire", "B = bâtiment B"])("and not when it is all read: « %s »", (key) => {
    expect(errors(parc([key]))).toEqual([]);
  });
});

test("a number beside « NÉANT » in a form is a quantity, and no code that it explains", () => {
  const form = sheet("Fiche", [
    ["Commune", "Beure"],
    ["École", "École du Bourg"],
    ["Effectif", 10],
    [],
    ["Matériel", "En service", "HS", "Installé en 2014"],
    ["Poste client standard", 7, 3, "NÉANT"],
    ["Poste client standard (prévu 2015)", 9, 3, "NÉANT"],
    ["Logiciel spécifique", 6, null, 5],
  ]);
  const result = read(form);
  expect([errors(result), posts(result)]).toEqual([[], 7]);
});

test("a quantity entered as text beside a remark without a heading is no code that it explains", () => {
  const parc = sheet("Parc", [
    ["Commune", "École", "Effectif", "Postes clients standard", "Classes"],
    ["Beure", "École du Bourg", 20, 12, "2", "câblage refait"],
    ["Pirey", "École du Pont", 40, 9, "3"],
  ]);
  const result = read(parc);
  expect([errors(result), posts(result)]).toEqual([[], 12]);
});
