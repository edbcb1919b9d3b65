import type { Cell } from "../../src/cells";
import { expectedOf } from "../acceptance/samples";
import { atDepth } from "../depth";
import { errorCell, rangeOfRows, rangesOfSample, sideBySide, stacked, type Range } from "./ranges";
import { communeDue, refusal, splitTable, table, titre } from "./results";
import { yearWithoutTariff } from "../year-without-tariff";
import { tarifsTitles } from "../tarifs-titles";

const given = (inventory: unknown, campaign: unknown = 2014, grid: unknown = null) => ({ inventory, campaign, grid });

/** Two communes, by hand: 100 and 80 pupils, 12 and 8 machines, a server and a pack each, 2 machines installed in one. */
const headers = [
  "Commune",
  "École",
  "Élèves",
  "Pack logiciel",
  "Serveur standard",
  "Poste client standard",
  "Postes standard installés",
];
const small = rangeOfRows([
  headers,
  ["Chalezeule", "École élémentaire", 100, 1, 1, 12, 2],
  ["Beure", "École primaire", 80, 1, 1, 8, null],
]);
const chalezeule = 768.85; // 2 × 31.60 + 263.33 + 12 × 36.86
const beure = 558.21; // 263.33 + 8 × 36.86
const cagb = 1370.6; // (100 + 80) × 5.27 + 2 × 211

describe("a small inventory, by hand", () => {
  test("TITRE is the CAGB's part and the communes'", () => {
    expect(titre(given(small), null)).toBe(2697.66); // 1370.60 + 768.85 + 558.21
    expect(titre(given(small), "CAGB")).toBe(cagb);
    expect(titre(given(small), "Commune")).toBe(1327.06); // 768.85 + 558.21
    expect(titre(given(small, "01/11/2014"), "commune")).toBe(1327.06);
  });

  test("REPARTITION splits by prestation by default, with headers and a total row", () => {
    const byPrestation = [
      ["Prestation", "Installation CAGB", "Installation commune", "Maintenance CAGB", "Maintenance commune", "Total"],
      ["Accès Portail éducatif/enfant", 0, 0, 948.6, 0, 948.6], // 180 × 5.27
      ["Pack logiciel / école", 0, 0, 422, 0, 422], // 2 × 211
      ["Serveur standard / école", 0, 0, 0, 526.66, 526.66], // 2 × 263.33
      ["Poste client standard", 0, 63.2, 0, 737.2, 800.4], // 2 × 31.60; 20 × 36.86
      ["Total", 0, 63.2, 1370.6, 1263.86, 2697.66],
    ];
    for (const by of [null, "", "prestation", "Prestation"]) expect(splitTable(given(small), by)).toEqual(byPrestation);
  });

  test("REPARTITION by commune and by school, communes in alphabetical order", () => {
    const rows = (labels: readonly string[]) => [
      [labels[0], 0, 0, 632.6, 558.21, 1190.81], // 80 × 5.27 + 211
      [labels[1], 0, 63.2, 738, 705.65, 1506.85], // 100 × 5.27 + 211; 263.33 + 12 × 36.86
      ["Total", 0, 63.2, 1370.6, 1263.86, 2697.66],
    ];
    expect(table(splitTable(given(small), "commune")).slice(1)).toEqual(rows(["Beure", "Chalezeule"]));
    const bySchool = table(splitTable(given(small), "école"));
    expect(bySchool[0]![0]).toBe("École");
    expect(bySchool.slice(1)).toEqual(rows(["École primaire (Beure)", "École élémentaire (Chalezeule)"]));
    expect(splitTable(given(small), "ECOLE")).toEqual(bySchool);
  });

  test("QUOTEPART is what one commune owes the CAGB, by name or INSEE code; 0 for a member with nothing", () => {
    for (const name of ["Chalezeule", "CHALEZEULE", "Commune de Chalezeule", "25112", 25112, [["Chalezeule"]]])
      expect(communeDue(given(small), name)).toBe(chalezeule);
    expect(communeDue(given(small), "Beure")).toBe(beure);
    expect(communeDue(given(small), "Amagney")).toBe(0);
  });

  test.each<[unknown, string, string]>([
    ["Chalezeulle", "#VALUE!", "Commune inconnue : Chalezeulle. Nom proche : Chalezeule."],
    ["Paris", "#VALUE!", "Commune inconnue : Paris."],
    [75056, "#VALUE!", "Commune inconnue : 75056."],
    [null, "#VALUE!", "Commune attendue : son nom ou son code INSEE."],
    ["  ", "#VALUE!", "Commune attendue : son nom ou son code INSEE."],
    ["Les Auxons", "#VALUE!", "Les Auxons n’est pas une commune de la CAGB au 1er novembre 2014."],
    [true, "#VALUE!", "Commune inconnue : VRAI."],
    [errorCell("#N/A"), "#N/A", "La cellule donnée contient l’erreur #N/A."],
  ])("QUOTEPART of %j is %s: %s", (commune, error, text) => {
    expect(refusal(communeDue(given(small), commune))).toEqual({ error, text });
  });

  test("the campaign says which communes exist", () => {
    expect(communeDue(given(small, 2015), "Les Auxons")).toBe(0);
    expect(refusal(communeDue(given(small, 2015), "Auxon-Dessus")).text).toContain("1er novembre 2015");
  });

  test("a commune left blank below the first row of its block is that of the block", () => {
    const blocks = rangeOfRows([
      headers,
      ["Chalezeule", "École élémentaire", 60, 1, 1, 12, 2],
      [null, "École maternelle", 40, null, null, null, null],
      ["Beure", "École primaire", 80, 1, 1, 8, null],
      [null, "École maternelle", 20, 1, null, 1, null],
    ]);
    expect(communeDue(given(blocks), "Chalezeule")).toBe(chalezeule);
    expect(communeDue(given(blocks), "Beure")).toBe(595.07); // 558.21 + 36.86
    expect(titre(given(blocks), "CAGB")).toBe(1687); // 200 × 5.27 + 3 × 211
  });

  test("MAINT bills at most one server a school of an inventory, and multiplies a number given alone", () => {
    const two = rangeOfRows([headers, ["Beure", "École primaire", 80, 1, 2, 8, null]]);
    expect(communeDue(given(two), "Beure")).toBe(beure);
  });

  test("another grid prices it", () => {
    const act = ["01/11/2014", "01/11/2015", "Essai"];
    const grid = rangeOfRows([
      [...tarifsTitles],
      ["POSTE_STD", "Poste client standard", "poste", null, null, null, 10, ...act],
      ["PORTAIL", "Portail", "enfant", null, null, 1, null, ...act],
    ]);
    expect(titre(given(small, 2014, grid), "CAGB")).toBe(180);
    expect(titre(given(small, 2014, grid), null)).toBe(380); // 180 + 20 × 10
    expect(communeDue(given(small, 2014, grid), "Chalezeule")).toBe(120);
    expect(table(splitTable(given(small, 2014, grid), null))).toHaveLength(4);
    expect(titre(given(small), null)).toBe(2697.66);
  });
});

describe("an inventory that cannot be billed whole gives no amount", () => {
  const all: readonly ((inventory: unknown, campaign?: unknown) => unknown)[] = [
    (inventory, campaign) => titre(given(inventory, campaign), null),
    (inventory, campaign) => communeDue(given(inventory, campaign), "Beure"),
    (inventory, campaign) => splitTable(given(inventory, campaign), null),
  ];
  const bad = (cell: unknown): Range =>
    small.map((row, index) => (index === 2 ? [...row.slice(0, 5), cell, null] : row));

  test.each(["-8", "12 ?", 2.5, errorCell("#REF!")])("one bad quantity, %s, names CONTROLE", (cell) => {
    for (const one of all)
      expect(refusal(one(bad(cell)))).toEqual({
        error: "#VALUE!",
        text: "Points à corriger : 1. Leur liste : ORDICLASSE.CONTROLE.",
      });
  });

  test.each([
    [[[null]]],
    [null],
    ["parc"],
    [
      [
        ["a", "b"],
        [1, 2],
      ],
    ],
    [small.slice(1)],
    [[[]]],
    [[]],
  ])("no inventory in %j is #VALUE!", (inventory) => {
    for (const one of all) {
      const { error, text } = refusal(one(inventory));
      expect(error).toBe("#VALUE!");
      expect(text).toBe("Aucun inventaire reconnu : la plage doit comprendre les titres des colonnes.");
    }
  });

  test("a campaign without a grid is #N/A", () => {
    for (const one of all) expect(refusal(one(small, yearWithoutTariff)).error).toBe("#N/A");
  });

  test("a bad grouping or payer is #VALUE!, in words", () => {
    expect(refusal(splitTable(given(small), "nature")).text).toBe(
      'Regroupement attendu : "prestation", "commune" ou "école".',
    );
    expect(refusal(titre(given(small), "Ville")).error).toBe("#VALUE!");
  });
});

describe("the samples, as ranges, give their own figures", () => {
  const register = (ranges: ReadonlyMap<string, Range>): Range => {
    const [machines, headcounts] = [...ranges.values()] as [Range, Range];
    // The headcounts' own headers, beside those of the register.
    const pupils = rangeOfRows(
      (headcounts.slice(2) as Cell[][]).map((row, index) => (index > 0 ? row : ["Commune", "École", "Élèves"])),
    );
    return sideBySide(machines, pupils);
  };
  const below = (ranges: ReadonlyMap<string, Range>) => stacked(...ranges.values());

  const more = ["suivi-prestations-2014", "un-onglet-par-commune-2014", "export-glpi-2015"];
  test.each<[string, (ranges: ReadonlyMap<string, Range>) => Range]>([
    ["parc-ecoles-2014", below],
    ...atDepth<string[]>([], more).map((name): [string, typeof below] => [name, below]),
    ...atDepth<[string, typeof below][]>([], [["registre-materiel-2015", register]]),
  ])("%s", async (name, inOneRange) => {
    const inventory = inOneRange(await rangesOfSample(name));
    const campaign = Number(name.slice(-4));
    const expected = expectedOf(name);
    expect(titre(given(inventory, campaign), null)).toBe(Number(expected.total));
    expect(titre(given(inventory, campaign), "CAGB")).toBe(Number(expected.cagb));
    expect(titre(given(inventory, campaign), "Commune")).toBe(Number(expected.communes));
    // By its code and by its name, in turns.
    for (const [at, [insee, { name: commune, due }]] of Object.entries(expected.byCommune).entries())
      expect(communeDue(given(inventory, campaign), at % 2 === 0 ? insee : commune)).toBe(Number(due));
    const rows = table(splitTable(given(inventory, campaign), "commune"));
    expect(
      rows
        .slice(1, -1)
        .map(([label]) => label)
        .sort(),
    ).toEqual(
      Object.values(expected.byCommune)
        .map(({ name: commune }) => commune)
        .sort(),
    );
    expect(rows.at(-1)![5]).toBe(Number(expected.total));
  });
});
