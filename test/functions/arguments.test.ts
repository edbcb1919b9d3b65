import { CellError, civilDate, type Cell } from "../../src/cells";
import { cellOf, rangeOf } from "../../src/functions/excel-values";
import { newestOf } from "../../src/functions/arguments";
import {
  builtInConvention,
  builtInConventions,
  builtInGrids,
  campaignOf,
  type Convention,
  type Grid,
} from "../../src/tariff";
import { errorCell } from "./ranges";
import { campaignArgument, gridTable, refusal, table, tarif } from "./results";
import { yearWithoutTariff } from "../year-without-tariff";
import { tarifsTitles } from "../tarifs-titles";

const price = (campaign: unknown, grid: unknown = null, prestation = "POSTE_STD") =>
  tarif({ prestation, nature: "Maintenance", payer: null, campaign, grid });

describe("campagne", () => {
  // 41944 and 42309 are the serials of 1 November 2014 and 2015.
  test.each([2014, "2014", " 2014 ", 41944, 41944.75, "01/11/2014", "1/11/2014", "2014-11-01", "1er novembre 2014"])(
    "%s names the campaign of 2014",
    (campaign) => {
      expect(campaignArgument(campaign, builtInGrids)).toEqual(campaignOf(2014));
      expect(price(campaign)).toBe(36.86);
    },
  );

  test.each([
    0,
    14,
    2014.5,
    41945,
    41943,
    "02/11/2014",
    "31/10/2014",
    "2014 ?",
    "novembre 2014",
    "2e3",
    true,
    -2014,
    1e9,
  ])("%s names none, and is #VALUE!", (campaign) => {
    expect(refusal(price(campaign))).toEqual({
      error: "#VALUE!",
      text: "Campagne attendue : une année ou son 1er novembre. Exemple : 2014.",
    });
  });

  test.each([2013, yearWithoutTariff, "01/11/2099"])(
    "%s has no voted grid, and is #N/A: nothing is extrapolated",
    (campaign) => {
      const { error, text } = refusal(price(campaign));
      expect(error).toBe("#N/A");
      expect(text).toMatch(/^Aucun tarif voté pour la campagne 20\d\d\.$/);
    },
  );

  test("an error goes through", () => {
    expect(refusal(price(errorCell("#NUM!"))).error).toBe("#NUM!");
  });

  const period = (from: [number, number, number], to: [number, number, number]): Grid => ({
    ...builtInGrids[0]!,
    from: civilDate(...from)!,
    to: civilDate(...to)!,
  });

  test("left out, it is the newest of the newest grid, whatever the order of grids", () => {
    expect(campaignArgument(null, builtInGrids.slice(0, 1))).toEqual(campaignOf(2015));
    const [old, recent] = [period([2014, 11, 1], [2015, 11, 1]), period([2016, 1, 1], [2019, 10, 31])];
    expect(campaignArgument("", [recent, old])).toEqual(campaignOf(2018));
    expect(campaignArgument(null, [period([2014, 11, 1], [2015, 12, 31])])).toEqual(campaignOf(2015));
    // A grid of a few days prices no campaign: the one before it does.
    expect(campaignArgument(null, [old, period([2016, 2, 1], [2016, 3, 1])])).toEqual(campaignOf(2015));
    expect(refusal(campaignArgument(null, [period([2016, 2, 1], [2016, 3, 1])]))).toEqual({
      error: "#N/A",
      text: "La grille ne couvre aucun 1er novembre : elle ne tarife aucune campagne.",
    });
  });
});

describe("several built-in conventions", () => {
  const built = builtInConventions[0]!;
  const convention = (id: string, from: [number, number, number], to: [number, number, number]): Convention => {
    const dates = { from: civilDate(...from)!, to: civilDate(...to)! };
    return { ...built, id, ...dates, grids: [{ ...built.grids[0]!, ...dates }] };
  };
  const old = convention("old", [2014, 11, 1], [2016, 10, 31]);
  const other = convention("other", [2015, 9, 1], [2016, 12, 31]);
  const recent = convention("recent", [2017, 1, 1], [2018, 12, 31]);

  test("an argument without a campaign means the newest campaign of all conventions", () => {
    expect(newestOf([old, other, recent])).toEqual(campaignOf(2018, recent));
    expect(newestOf([recent, old])).toEqual(campaignOf(2018, recent));
    expect(newestOf([old, { ...other, grids: old.grids }])).toEqual(campaignOf(2015, old));
  });

  test("a campaign that two conventions cover belongs to the first in force", () => {
    expect(builtInConvention(2015, [old, other])).toBe(old);
    expect(builtInConvention(2016, [old, other])).toBe(other);
  });
});

describe("a prestation counted in pupils", () => {
  const act = [41944, 42309, "Délibération n° 1"];
  const rows = [
    [...tarifsTitles],
    ["ENT", "Accès ENT par élève", "élève", null, null, null, 3.1, ...act],
    ["MANUEL", "Manuel numérique par élève", "élève", null, null, null, 12, ...act],
  ];

  test("is found by its code, its wording, or as pupils where it is the only one", () => {
    for (const name of ["ENT", "ent", "Accès ENT par élève", "accès ent"]) expect(price(2014, rows, name)).toBe(3.1);
    expect(price(2014, rows.slice(0, 2), "Élèves")).toBe(3.1);
  });

  test("is asked which it is where there are several", () => {
    expect(refusal(price(2014, rows, "Élèves"))).toMatchObject({
      error: "#VALUE!",
      text: expect.stringContaining("Accès ENT par élève ou Manuel numérique") as string,
    });
  });
});

describe("grille", () => {
  const grid = () => table(gridTable(2014)).map((row) => [...row] as unknown[]);
  const changed = (row: number, column: number, value: unknown) => {
    const rows = grid();
    rows[row - 1]![column - 1] = value;
    return rows;
  };

  test("GRILLE gives the ten columns, the voted amounts, and nothing where there is no tariff", () => {
    const [headers, , pack] = table(gridTable(2014));
    expect(headers).toEqual([...tarifsTitles]);
    const act = "Délibération n° 58, récépissé préfectoral du 14 novembre 2014";
    expect(pack).toEqual(["PACK", "Pack logiciel / école", "école", 895, "", 211, "", 41944, 42309, act]);
    expect(table(gridTable(2014))).toHaveLength(10);
    // Left out, it is the latest that was voted.
    expect(table(gridTable(null))).toEqual(table(gridTable(builtInGrids.at(-1)!.from.year)));
    expect(table(gridTable(41944))).toEqual(table(gridTable("2014")));
    expect(refusal(gridTable(2012)).error).toBe("#N/A");
    expect(refusal(gridTable("bientôt")).error).toBe("#VALUE!");
  });

  test("the result of GRILLE is accepted as a grid, with the prices of the built-in one", () => {
    for (const [code, , , , , cagb, commune] of table(gridTable(2014)).slice(1)) {
      if (cagb === "" && commune === "") continue;
      expect(price(2014, grid(), String(code))).toBe(price(2014, null, String(code)));
    }
  });

  test("its prices, prestations and periods hold", () => {
    expect(price(2014, changed(5, 7, 40))).toBe(40);
    expect(price(2014, changed(5, 7, "40,25"))).toBe(40.25);
    expect(price(2014, [["Mes tarifs", ...Array<Cell>(9).fill(null)], ...changed(5, 7, 40)])).toBe(40);
    const tablets = [
      ...grid(),
      [
        "TABLETTE",
        "Tablette",
        "tablette",
        null,
        null,
        null,
        12.5,
        41944,
        42309,
        "Délibération n° 58, récépissé préfectoral du 14 novembre 2014",
      ],
    ];
    expect(price(2014, tablets, "Tablettes")).toBe(12.5);
    expect(refusal(price(2014, null, "Tablettes")).error).toBe("#N/A");
    const later = grid().map((row, index) => (index === 0 ? row : [...row.slice(0, 7), 43040, 43405, "Acte de 2017"]));
    expect(price(2017, later)).toBe(36.86); // 43040 is 1 November 2017
    expect(price(null, later)).toBe(36.86);
    expect(refusal(price(2014, later)).error).toBe("#N/A");
  });

  test.each([
    ["a negative amount", changed(5, 7, -1), "Grille, ligne 5, colonne 7 : montant « −1 » à corriger."],
    ["parts of a cent", changed(5, 7, 36.865), "Grille, ligne 5, colonne 7 : montant « 36,865 » à corriger."],
    ["an amount in words", changed(5, 7, "offert"), "Grille, ligne 5, colonne 7 : montant « offert » à corriger."],
    [
      "an amount in error",
      changed(5, 7, errorCell("#REF!")),
      "Grille, ligne 5, colonne 7 : montant « #REF! » à corriger.",
    ],
    ["a blank code", changed(4, 1, null), "Grille, ligne 4, colonne 1 : cellule vide à compléter."],
    ["a bad code", changed(4, 1, "poste std"), "Grille, ligne 4, colonne 1 : code « poste std » à corriger."],
    ["a code twice", changed(4, 1, "PACK"), "Grille, ligne 4, colonne 1 : code « PACK » déjà pris."],
    ["a bad date", changed(2, 8, "hier"), "Grille, ligne 2, colonne 8 : date « hier » à corriger."],
    ["dates reversed", changed(2, 9, 41000), "Grille, ligne 2, colonne 9 : périodes à corriger."],
    [
      "an overlap, at the second of the two acts",
      changed(2, 10, "Autre acte"),
      "Grille, ligne 3, colonne 8 : périodes à corriger.",
    ],
    [
      "an unknown header",
      changed(1, 3, "Unités"),
      "Grille : les dix titres de ORDICLASSE.GRILLE sont attendus, et eux seuls.",
    ],
    [
      "a missing header",
      grid().map((row) => row.slice(1)),
      "Grille : les dix titres de ORDICLASSE.GRILLE sont attendus, et eux seuls.",
    ],
    ["no header", grid().slice(1), "Grille : les dix titres de ORDICLASSE.GRILLE sont attendus, et eux seuls."],
    ["no row", grid().slice(0, 1), "Grille : les dix titres de ORDICLASSE.GRILLE sont attendus, et eux seuls."],
    ["a word", "grille", "Grille : les dix titres de ORDICLASSE.GRILLE sont attendus, et eux seuls."],
  ])("%s refuses it whole, at its cell in the range", (_, faulty, text) => {
    expect(refusal(price(2014, faulty))).toEqual({ error: "#VALUE!", text });
  });

  test("two grids in turn are not taken for one another", () => {
    for (let turn = 0; turn < 3; turn += 1)
      for (const amount of [40, 41, 42, 43, 44, 45]) expect(price(2014, changed(5, 7, amount))).toBe(amount);
  });
});

describe("the arguments that Excel passes", () => {
  class FromRuntime extends Error {
    constructor(readonly code: string) {
      super();
    }
  }
  test.each<[unknown, Cell]>([
    [null, null],
    [undefined, null],
    ["", ""],
    [0, 0],
    [true, true],
    [Number.NaN, new CellError("#NUM!")],
    [[[5]], 5],
    [[5], 5],
    [[[1], [2]], new CellError("#VALUE!")],
    [{ type: "CustomFunctionError", code: "#REF!" }, new CellError("#REF!")],
    [new FromRuntime("#N/A"), new CellError("#N/A")],
    [{ type: "Error", basicValue: "#DIV/0!", basicType: "Error" }, new CellError("#DIV/0!")],
    [{ type: "FormattedNumber", basicValue: 31.6, numberFormat: "0.00" }, 31.6],
    [{ type: "Double", basicValue: 12 }, 12],
    [{ type: "String", basicValue: "#12" }, "#12"],
    [{ type: "Boolean", basicValue: false }, false],
    [{ type: "Empty", basicValue: "" }, null],
    [{ type: "Entity", text: "x", basicValue: "#VALUE!" }, new CellError("#VALUE!")],
    [{ anything: 1 }, new CellError("#VALUE!")],
  ])("%j is one cell", (value, cell) => {
    expect(cellOf(value)).toEqual(cell);
  });

  test("a scalar is a range of one cell, and a range keeps its shape", () => {
    expect(rangeOf(5)).toEqual([[5]]);
    expect(rangeOf(null)).toEqual([[null]]);
    expect(
      rangeOf([
        [1, null],
        ["a", errorCell("#N/A")],
      ]),
    ).toEqual([
      [1, null],
      ["a", new CellError("#N/A")],
    ]);
  });
});
