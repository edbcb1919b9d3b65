import { parseCellName, placeKey, type Cell } from "../../../src/cells";
import type { Options } from "../../../src/options";
import { read, readWith, sheet, withFacts, type SheetSpec } from "../workbook-of";
import { errors, parc, posts } from "./remarked-schools";

const other: Cell[] = ["Pirey", "École du Pont", 40, 9, null];
const remarked = (remark: string) => read(parc(["Beure", "École du Bourg", 20, 12, remark], other));
const words = (word: string, as: string): Partial<Options> => ({ words: [{ kind: "state", word, as }] });

describe("a remark that tells of a school without a word of closing is asked", () => {
  test.each([
    "école close",
    "définitivement close, élèves à Châtillon depuis septembre",
    "élèves à Châtillon depuis septembre",
    "scolarisés à Pirey depuis septembre",
    "a brûlé en août",
    "bâtiment vendu",
    "devenue salle des fêtes",
    "école vide depuis la rentrée",
    "tout a été enlevé",
    "matériel repris par le service le 15 octobre",
    "postes débranchés",
    "le serveur a été repris",
    "facturé à part",
    "ne paie pas",
  ])("« %s »", (remark) => {
    const result = remarked(remark);
    expect([errors(result), posts(result)]).toEqual([["error undue-remark E2"], [0, 9]]);
  });

  test("with all that other tables show of the school", () => {
    const bare = sheet("Parc", [
      ["Commune", "École", "Postes clients standard", "Observations"],
      ["Beure", "École du Bourg", 12, "a brûlé en août"],
      ["Pirey", "École du Pont", 9, null],
    ]);
    const pupils = sheet("Effectifs", [
      ["Commune", "École", "Effectif"],
      ["Beure", "École du Bourg", 20],
      ["Pirey", "École du Pont", 40],
    ]);
    expect(read(bare, pupils).quantity("École du Bourg", "PORTAIL")).toBe(0);
    const out = readWith(words("a brûlé en août", "out"), bare, pupils);
    expect([errors(out), posts(out), out.quantity("École du Bourg", "PORTAIL")]).toEqual([[], [0, 9], 0]);
    const billed = readWith(words("a brûlé en août", "in-service"), bare, pupils);
    expect([errors(billed), posts(billed), billed.quantity("École du Bourg", "PORTAIL")]).toEqual([[], [12, 9], 20]);
  });
});

describe("a remark that tells of the numbers of its row is asked", () => {
  test.each([
    "les 20 élèves sont déjà dans les 40 de Pirey (RPI)",
    "élèves compris dans ceux de Pirey",
    "effectif déjà dans celui de Pirey",
    "élèves de Pirey compris",
    "y compris le poste de la cantine",
    "3 postes sont à la cantine",
    "le serveur est celui de Pirey",
    "1 de moins depuis mai",
    "+ 1 arrivé en mars",
    "la moitié des postes ne marchent plus",
    "chiffres de l’an dernier",
    "à recompter",
    "voir ligne au-dessus",
    "dont 3 prêtés à la mairie",
    "dont 3 prêtés par le collège, à rendre en juin",
    "12, dont deux prêtés au centre de loisirs",
  ])("« %s »", (remark) => {
    const result = remarked(remark);
    expect([errors(result), posts(result)]).toEqual([["error correcting-text E2"], [0, 9]]);
  });
});

describe("a remark about people, rooms, papers or other things is not asked about", () => {
  test.each([
    "RPI avec Pirey",
    "école repeinte en 2013",
    "postes lents",
    "directrice : Mme Pirey",
    "y compris le poste de la directrice",
    "2 postes au secrétariat",
    "le serveur est au 1er étage",
    "les tulipes poussent dans la cour",
    "accès par la rue de Pirey",
    "clé à la mairie",
    "écran compris",
    "imprimante partagée en réseau",
    "un poste débranché",
    "dont 2 en panne",
    "dont 3 au CDI",
    "dont 3 prêtés aux élèves",
    "aimerait deux postes de plus",
    "facturé le 12/03/2011",
    "Le Clos Barbisier",
    "à revoir",
  ])("« %s »", (remark) => {
    const result = remarked(remark);
    expect([errors(result), posts(result)]).toEqual([[], [12, 9]]);
  });
});

test("what left beside numbers, which it does not change, is counted once for its sheet", () => {
  const rows = [
    ["Beure", "École du Bourg", 20, 12, "3 PC rendus le 12/09"],
    ["Pirey", "École du Pont", 40, 9, "1 poste HS"],
  ];
  const result = read(parc(...rows));
  expect([result.anomalies().filter((each) => each.includes("remark")), posts(result)]).toEqual([
    ["info movement-remarks E2"],
    [12, 9],
  ]);
  const settled = readWith(
    { words: rows.map((row) => ({ kind: "state", word: String(row[4]), as: "nothing" })) },
    parc(...rows),
  );
  expect(settled.anomalies().join()).not.toMatch(/movement-remarks/);
});

test.each([
  ["a brûlé en août", ["error undue-remark B5"]],
  ["1 de moins depuis mai", ["error undue-remark B5"]],
  ["salle du fond", []],
])("a remark in a form is read as those in rows are: « %s »", (remark, asked) => {
  const form = sheet("Fiche", [
    ["École", "École du Bourg"],
    ["Commune", "Beure"],
    ["Élèves", 20],
    ["Postes clients standard", 12],
    ["Observations", remark],
  ]);
  expect(errors(read(form))).toEqual(asked);
});

test.each<Cell>(["04/07/2014", "en juillet"])(
  "the last day of school is asked about as a day of closing: « %s »",
  (day) => {
    const result = read(
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard", "Dernier jour de classe"],
        ["Beure", "École du Bourg", 20, 12, day],
        other,
      ]),
    );
    expect(errors(result)).toEqual(["error exit-date-unclear E1"]);
  },
);

describe("a row that was refused is asked about", () => {
  const lines = (header: string, good: string, bad: string): SheetSpec =>
    sheet("Lignes", [
      ["Commune", "École", "Prestation", "Nature", "Quantité", header],
      ["Beure", "École du Bourg", "Élèves", "Maintenance", 20, good],
      ["Beure", "École du Bourg", "Poste client standard", "Maintenance", 12, good],
      ["Beure", "École du Bourg", "Poste client standard", "Installation", 5, bad],
    ]);

  test.each([
    ["Validation", "validé", "rejeté"],
    ["Décision", "accordé", "refusé"],
  ])("« %s » | « %s », « %s »", (header, good, bad) => {
    const result = read(lines(header, good, bad));
    expect([errors(result), posts(result)[0]]).toEqual([["error undue-remark F4"], 12]);
    expect(result.quantity("École du Bourg", "POSTE_STD", "installation")).toBe(0);
  });

  test("by a code that a key on another sheet explains", () => {
    const key = sheet("Légende", [
      ["V", "validé"],
      ["R", "rejeté : ne pas facturer"],
    ]);
    const coded = lines("Validation", "V", "R");
    const result = read(coded, key);
    expect([errors(result), posts(result)[0]]).toEqual([["error correcting-text B2"], 12]);
    const out = readWith(words("rejeté : ne pas facturer", "out"), coded, key);
    expect([errors(out), posts(out)[0], out.quantity("École du Bourg", "POSTE_STD", "installation")]).toEqual([
      [],
      12,
      0,
    ]);
  });
});

test.each(["posés avant le 2 novembre 2013", "installés en octobre 2013"])(
  "« %s », as the comment of an installed count, is asked about",
  (text) => {
    const spec = sheet("Parc", [
      ["Commune", "École", "Effectif", "Postes clients standard", "Postes clients standard installés"],
      ["Beure", "École du Bourg", 20, 12, 3],
    ]);
    const commented = (name: string): SheetSpec => {
      const { row, column } = parseCellName(name)!;
      const own = withFacts(spec, {});
      return (file) => ({
        ...own(file),
        facts: { ...own(file).facts!, comments: new Map([[placeKey(row, column), text]]) },
      });
    };
    const result = read(commented("E2"));
    expect([errors(result), posts(result)[0]]).toEqual([["error correcting-text E2"], 12]);
    expect(result.quantity("École du Bourg", "POSTE_STD", "installation")).toBe(0);
    expect(errors(read(commented("D2")))).toEqual([]);
  },
);

test.each([
  ["Brother laser HL-2130", ["error correcting-text C2"]],
  ["Canon Pixma jet d'encre", []],
  ["HP Deskjet 1010", []],
])("a model without a tariff beside a prestation is asked about: « %s »", (model, asked) => {
  const printers = sheet("Imprimantes", [
    ["Commune", "École", "Modèle", "Imprimantes"],
    ["Beure", "École du Bourg", model, 1],
  ]);
  const result = read(parc(["Beure", "École du Bourg", 20, 12, null], other), printers);
  expect(errors(result)).toEqual(asked);
});
