import { Decimal } from "decimal.js";
import { addAnalyses, type Analyses, type SheetModel } from "../../../src/documents";
import { compareStatements, rectify, simulate } from "../../../src/statement";
import { campaignOf, type Grid } from "../../../src/tariff";
import * as given from "../../statement/fixtures";
import { expectResults } from "../evaluate";
import { cellsOf, rowOf, sheet, sheetsOf } from "../fixtures";
import { documents, nowhere, of, read } from "./statements";

const { countsA, golden, stateOf } = given;

/** Workstations at 38.50 for the commune instead of 36.86; pupils at 5.00 for the CAGB instead of 5.27. */
const project: Grid = {
  ...given.grid,
  act: "Projet de délibération",
  rows: given.grid.rows.map((row) => {
    const maintenance = { POSTE_STD: [null, "38.50"], PORTAIL: ["5.00", null] }[row.code];
    if (maintenance === undefined) return row;
    const [cagb, commune] = maintenance.map((price) => (price === null ? null : new Decimal(price)));
    return { ...row, prices: { ...row.prices, maintenance: { cagb: cagb!, commune: commune! } } };
  }),
};

const now = stateOf(golden);
const fewer = { ...of({ ...countsA, "POSTE_STD m": 12 }), campaign: campaignOf(2013) };
const comparison = {
  comparison: compareStatements(fewer, now),
  file: "parc-2013.xlsx",
  campaignFrom: "journal",
  errors: { before: 0, after: 0 },
} as const;
const simulation = { simulation: simulate(now, stateOf(golden, {}, project)), anomalies: [] };

const annexeOf = (analyses: Analyses, among: readonly SheetModel[] = documents) =>
  sheet(addAnalyses(among, analyses, nowhere), "annexe");
const variants: readonly (readonly [string, Analyses])[] = [
  ["a comparison", { comparison }],
  ["a tariff on trial", { simulation }],
  ["both", { comparison, simulation }],
];
const sentence = (model: SheetModel, row: number) => String(model.rows[row]?.cells[0]?.value).replace(/\s/g, " ");
/** The texts of a table's first column under its heading. */
const firstColumn = (model: SheetModel, heading: string) => {
  const start = model.rows.findIndex(({ cells }) => cells[0]?.value === heading) + 1;
  const end = model.rows.findIndex(({ cells }, row) => row >= start && cells[0]?.value == null);
  return model.rows.slice(start, end).map(({ cells }) => cells[0]!.value);
};

describe("« Annexe délibération » goes with a comparison, a tariff on trial or both, and with nothing else", () => {
  test("there is no annexe without a comparison or a simulation, nor for a rectification", () => {
    const rectification = { rectification: rectify(now, now), file: "a.xlsx", when: "2014-11-25 14:03", errors: 0 };
    for (const analyses of [{}, { rectification }])
      expect(addAnalyses(documents, analyses, nowhere).map(({ key }) => key)).not.toContain("annexe");
  });

  test.each(variants)(
    "%s: one upright page, its title in A1, every amount a formula over the other sheets",
    (_, one) => {
      const models = addAnalyses(documents, one, nowhere);
      const model = sheet(models, "annexe");
      expect([model.name, model.rows[0]!.cells[0]!.value]).toEqual(["Annexe délibération", "Annexe à la délibération"]);
      expect(model.print).toMatchObject({ orientation: "portrait", onePage: true, breaksBefore: [], titleRows: null });
      expect(expectResults(models)).toBeGreaterThan(50);
      const places = model.rows.flatMap(({ cells }) => cells.map((cell) => cell?.formula ?? "")).join(" ");
      expect(places).toContain("'Titre CAGB'!");
      expect(places).not.toContain("ORDICLASSE.");
    },
  );

  test.each(variants)("%s: it leads to the sheets whose figures these are, and they lead to it", (_, one) => {
    const models = addAnalyses(documents, one, nowhere);
    const linked = (key: string) => cellsOf(sheet(models, key)).flatMap(({ link }) => (link ? [link.sheet] : []));
    const analysed = ["comparaison", "simulation"].filter((key) => models.some((model) => model.key === key));
    const names = analysed.map((key) => sheet(models, key).name);
    expect(linked("annexe")).toEqual(expect.arrayContaining([...names, "Titre CAGB", "Récapitulatif"]));
    for (const key of analysed) expect(linked(key)).toContain("Annexe délibération");
  });

  test.each(variants)("%s: on its right, where it is not printed: on paper, an arrow leads nowhere", (_, one) => {
    const { rows, print } = annexeOf(one);
    const arrows = rows.flatMap(({ cells }) =>
      cells.flatMap((cell, column) => (/^[→←]/.test(String(cell?.value)) ? [column] : [])),
    );
    expect(arrows.length).toBeGreaterThanOrEqual(3);
    for (const column of arrows) expect(column).toBeGreaterThan(print.area.lastColumn);
  });

  test("the annexe takes its figures from the analysis when it is made without the documents", () => {
    for (const [, one] of variants) {
      const models = addAnalyses([], one, nowhere);
      expectResults(models);
      expect(cellsOf(sheet(models, "annexe")).some(({ formula }) => formula?.includes("Titre CAGB"))).toBe(false);
    }
  });

  test("has the same charts whatever it goes with: one that is there is pointed at other rows, and keeps its look", () => {
    const looks = variants.map(([, one]) =>
      annexeOf(one).charts.map(({ kind, hasLegend, categories: { column }, series, altText }) => ({
        ...{ kind, hasLegend, column, series, altText },
      })),
    );
    expect(looks[0]!.map(({ kind }) => kind)).toEqual(["bar-stacked-100", "column"]);
    for (const { altText } of looks[0]!) expect(altText).toMatch(/^.{20,99}$/);
    expect(looks[1]).toEqual(looks[0]);
    expect(looks[2]).toEqual(looks[0]);
  });

  test("no title of its charts is a heading again", () => {
    for (const [, one] of variants) {
      const texts = cellsOf(annexeOf(one)).map(({ value }) => value);
      expect(
        annexeOf(one)
          .charts.map(({ title }) => title)
          .filter((title) => texts.includes(title)),
      ).toEqual([]);
    }
  });

  test("its charts stand under the tables that they are drawn from, and cover no cell", () => {
    for (const [, one] of variants) {
      const { charts, rows } = annexeOf(one);
      for (const { anchor, categories } of charts) {
        expect(categories.lastRow).toBeLessThan(anchor.top);
        for (let row = anchor.top; row <= anchor.bottom; row++) expect(rows[row]!.cells).toEqual([]);
      }
    }
  });

  test("nothing is told by a colour, and every column of figures has its title", () => {
    for (const { style = {}, link } of variants.flatMap(([, one]) => cellsOf(annexeOf(one))))
      for (const color of [style.color, style.fill])
        if (color !== undefined && link === undefined) expect(color).toMatch(/^(..)\1\1$/);
    for (const { rows } of variants.map(([, one]) => annexeOf(one))) {
      let titles: readonly unknown[] = [];
      for (const { cells } of rows) {
        if (cells[0]?.style?.fill === "D9D9D9") titles = cells.map((cell) => cell?.value ?? "");
        cells.forEach((cell, column) => {
          if (typeof cell?.value === "number") expect(titles[column]).toMatch(/\S/);
        });
      }
    }
  });
});

describe("it says what is decided, and under which reserves", () => {
  test("the annexe of a comparison says from which titre to which, and for whom", () => {
    const model = annexeOf({ comparison });
    // Two workstations more: 2 × 36.86 = 73.72, all of it the commune’s.
    expect(read(model)).toMatch(/Le titre passe de .* \(2013\) à .* \(2014\) : CAGB inchangée, communes \+73,72 €\./);
    expect(read(model)).toContain("De 2013 à 2014, le titre augmente de 73,72 €, du fait des quantités");
    expect(read(model)).not.toMatch(/Simulation|projet/i);
    expect(model.print.header[1]).toBe("");
  });

  test("a tariff on trial: what it would change, that it is but a project, at its top and on the printed page", () => {
    const model = annexeOf({ simulation });
    // 169 pupils × −0.27 = −45.63, 22 workstations × 1.64 = 36.08: −9.55 in all.
    expect(read(model)).toContain(
      "Le projet de tarif diminuerait le titre 2014 de 9,55 € : CAGB −45,63 €, communes +36,08 €.",
    );
    expect(sentence(model, 2)).toBe("Projet, non voté – simulation, aucun document officiel");
    expect(model.freeze).toEqual({ rows: 3, columns: 0 });
    expect(model.print.header[1]).toBe("Projet, non voté – simulation, aucun document officiel");
    expect(read(model)).toContain("Tarif à l’essai : « Projet, non voté »");
    expect(read(model)).not.toContain("Projet de délibération");
    expect(read(model)).not.toMatch(/Arrêté|Certifié|Signature/);
  });

  test("a tariff that changes nothing", () => {
    const same = { simulation: simulate(now, now), anomalies: [] };
    const said = read(annexeOf({ simulation: same }));
    expect(said).toContain("Le projet de tarif ne changerait pas le titre 2014.");
    expect(said).toContain("Avec le projet, le titre ne changerait pas");
    expect(said).toContain("Aucun prix ne change");
    expect(said).toContain("La quote-part d’aucune commune ne change");
  });

  test("errors accepted make it provisional, as they do the documents that it goes with", () => {
    const place = { file: "parc.xlsx", sheet: "Parc", cell: "A9" };
    const anomaly = { severity: "error", code: "missing-commune", ...place, params: {} } as const;
    const accepted = sheetsOf({ ...golden, anomalies: [anomaly] });
    for (const [, one] of variants) {
      expect(sentence(annexeOf(one, accepted), 2)).toMatch(/^Provisoire : un point reste à corriger/);
      expect(read(annexeOf(one))).not.toContain("Provisoire");
      const analysed = addAnalyses(accepted, one, nowhere).filter(({ key }) => /^(comparaison|simulation)/.test(key));
      for (const { key, print } of analysed) expect([key, print.header[1]]).toEqual([key, "PROVISOIRE"]);
    }
  });

  test("the annexe lists what the other campaign or the simulation leaves out", () => {
    const faulty = { ...comparison, errors: { before: 2, after: 0 } };
    expect(read(annexeOf({ comparison: faulty }))).toContain("Non facturé, car à corriger : 2 points (2013).");
    const anomalies = [
      { severity: "error", code: "quantity-text", file: "p.xlsx", sheet: "Parc", cell: "E4", params: { value: "x" } },
    ] as const;
    expect(read(annexeOf({ simulation: { ...simulation, anomalies } }))).toContain(
      "Sous le projet de tarif, un point reste à corriger, et ce qui est en cause n’est pas compté.",
    );
  });
});

describe("it goes from one titre to the next", () => {
  test("the annexe of two campaigns goes from one titre to the next by the four effects", () => {
    expect(firstColumn(annexeOf({ comparison, simulation }), "Étape").slice(0, 6)).toEqual([
      ...["Titre 2013", "Effet quantités", "Effet tarifs", "Écoles arrivées", "Fin de facturation", "Titre 2014"],
    ]);
  });

  test("a tariff alone: by the prestations that it changes, the most first; its chart shows a rise above zero, a fall below", () => {
    const model = annexeOf({ simulation });
    const start = model.rows.findIndex(({ cells }) => cells[0]?.value === "Étape") + 1;
    const steps = model.rows
      .slice(start, start + 4)
      .map(({ cells }) => [...cells.slice(0, 4), cells[8]].map((cell) => cell?.value ?? null));
    const [level, project] = [now.total, now.total.minus("9.55")];
    expect(steps).toEqual([
      ["Titre 2014, tarif actuel", level.toNumber(), null, null, null],
      ["Accès Portail éducatif/enfant", null, 0, 45.63, -45.63], // 169 × 0.27
      ["Poste client standard", null, 36.08, 0, 36.08], // 22 × 1.64
      ["Titre 2014, projet de tarif", project.toNumber(), null, null, null],
    ]);
    const { categories, series } = model.charts[1]!;
    expect([categories.firstRow, categories.lastRow, series[0]!.column]).toEqual([start + 1, start + 2, 8]);
    expect(read(model)).toMatch(/Avec le projet, le titre passerait de .*, surtout du fait de « Accès Portail/);
  });

  test("a tariff that changes six prestations: four by name, two together", () => {
    const rows = given.grid.rows.map((row, index) => {
      const raise = (price: Decimal | null) => price && price.plus(index + 1);
      const { cagb, commune } = row.prices.maintenance;
      return { ...row, prices: { ...row.prices, maintenance: { cagb: raise(cagb), commune: raise(commune) } } };
    });
    const six = { ...given.grid, rows: rows.map((row, index) => (index < 6 ? row : given.grid.rows[index]!)) };
    const models = addAnalyses(
      [],
      { simulation: { ...simulation, simulation: simulate(now, stateOf(golden, {}, six)) } },
      nowhere,
    );
    const labels = firstColumn(sheet(models, "annexe"), "Étape");
    // 169 × 1, 22 × 4, 3 × 6, 2 × 3; then 1 × 5 and 2 × 2 together.
    expect(labels.slice(1, 6)).toEqual([
      ...["Accès Portail éducatif/enfant", "Poste client standard", "Poste spécifique", "Serveur standard / école"],
      "Autres prestations",
    ]);
    expect(rowOf(sheet(models, "annexe"), "Autres prestations")[2]?.value).toBe(9);
    expectResults(models);
  });
});
