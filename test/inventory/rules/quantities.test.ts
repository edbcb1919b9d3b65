import type { Cell } from "../../../src/cells";
import { fateIn } from "./fates";
import { read, sheet } from "../workbook-of";

const items = ["Commune", "École", "Prestation", "Nature", "Quantité"];
const schools = ["Commune", "École", "Poste client standard", "Serveur standard", "Serveur standard installé le"];
const servers = ["Commune", "École", "N° de série"];

/** What is billed, why other rows are not, how many are in error, and what is told. */
type Fate = readonly [billed: readonly string[], reasons: object, error: number, told: readonly string[]];
type Case = readonly [says: string, headers: readonly Cell[], row: readonly Cell[], fate: Fate];

const poste = (nature: Cell, quantity: Cell): Cell[] => ["Poste client standard", nature, quantity];

describe("a quantity", () => {
  test.each<Case>([
    ["is billed as it is written", items, poste("Maintenance", 3), [["POSTE_STD 3"], {}, 0, []]],
    ["that cannot be read is in error", items, poste("Maintenance", "?"), [[], {}, 1, ["error quantity-text E2"]]],
    ["whose nature cannot be read is in error", items, poste("MES", 3), [[], {}, 1, ["error unknown-nature D2"]]],
    ["of zero is not asked for its nature", items, poste("MES", 0), [[], { zero: 1 }, 0, []]],
    ["that is a dash is not asked for its nature", items, poste("MES", "-"), [[], { zero: 1 }, 0, []]],
    [
      "that is « non » is none, of what a school has one of",
      items,
      ["Serveur standard", "Maintenance", "non"],
      [[], { zero: 1 }, 0, []],
    ],
    [
      "that is « non » is asked, of what a school may have several of",
      items,
      poste("Maintenance", "non"),
      [[], {}, 1, ["error quantity-mark E2"]],
    ],
    [
      "that has no price under its nature is not billed",
      items,
      ["Imprimante jet d'encre", "Installation", 3],
      [[], { untariffed: 1 }, 0, []],
    ],
    [
      "of accesses that were installed is no headcount, and has no price",
      items,
      ["Accès portail", "Installation", 3],
      [[], { untariffed: 1 }, 0, []],
    ],
    [
      "is not read in a date",
      schools,
      [4, 1, "15/03/2014"],
      [["POSTE_STD 4", "SERVEUR_STD 1", "SERVEUR_STD+ 1"], {}, 0, []],
    ],
  ])("%s", (_says, headers, row, fate) => {
    const { billed, reasons, error, told } = fateIn("Parc", headers, ["Beure", "A", ...row]);
    expect([billed, reasons, error, told]).toEqual(fate);
  });

  test("that cannot be read is in error beside one that is billed, where schools stand across", () => {
    const rows = [
      ["École", "A", "B"],
      ["Pack logiciel", 1, 1],
      ["Poste client standard", 3, "?"],
    ];
    const { billed, reasons, error, told } = fateIn("Parc", ["Commune", "Beure", "Beure"], ...rows);
    expect([billed, reasons, error]).toEqual([["PACK 1", "PACK 1", "POSTE_STD 3"], {}, 1]);
    expect(told).toContain("error quantity-text C4");
  });

  test("is one a row in a list of machines, be its number 0", () => {
    const { billed, reasons } = fateIn("Serveurs", servers, ["Beure", "A", 0]);
    expect([billed, reasons]).toEqual([["SERVEUR_STD 1"], {}]);
  });
});

test("A headcount that is a dash is a warning, which a zero is not", () => {
  const told = (cell: Cell) =>
    fateIn("Parc", ["Commune", "École", "Élèves", "Pack logiciel"], ["Beure", "B", cell, 1]).told;
  expect([told("-"), told(0)]).toEqual([["warning quantity-with-text C2"], []]);
});

test("A row of a register that names the pupils' access is in error: it is no headcount of one pupil", () => {
  const register = ["Commune", "École", "Matériel", "Mise en service le"];
  const rows = [
    ["Beure", "A", "Poste client standard", "15/09/2009"],
    ["Beure", "B", "Accès portail", "15/09/2009"],
  ];
  const { billed, error, told } = fateIn("Registre", register, ...rows);
  expect([billed, error, told]).toEqual([["POSTE_STD 1"], 1, ["error missing-headcount C3"]]);
});

test("a number that calls a note is asked about with the note", () => {
  const noted = (value: string, note: string) =>
    read(
      sheet("Parc", [["Commune", "École", "Postes clients standard"], ["Beure", "École du Bourg", value], [], [note]]),
    );
  const told = ([value, note]: [string, string]) => noted(value, note).messages.find((each) => each.includes(value));
  expect(told(["9 (2)", "(2) dont 4 rendus le 15 octobre"])).toContain(
    "(«\u00a0(2) dont 4 rendus le 15 octobre\u00a0»)",
  );
  expect(told(["9 (3)", "(2) dont 4 rendus le 15 octobre"])).not.toContain("rendus");
});
