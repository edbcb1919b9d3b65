import type { Cell } from "../../../src/cells";
import { read, sheet, withFacts, type Read } from "../workbook-of";

const headers = ["Commune", "École", "Élèves", "Pack logiciel", "Postes clients standard"];
const table = (...rows: readonly (readonly Cell[])[]): Read => read(sheet("Inventaire", [headers, ...rows]));
const beure = [
  ["Beure", "A", 10, 1, 2],
  ["Beure", "B", 20, 1, 3],
];
const morre = [
  ["Morre", "C", 30, 1, 4],
  ["Morre", "D", 40, 1, 5],
];

describe("subtotals and totals are recognised and left out", () => {
  it.each([
    "Sous-total",
    "SOUS TOTAL BEURE",
    "S/Total",
    "S/TOTAL Beure",
    "Sous-total commune de Beure",
    "Total Beure",
    "ST Beure total",
    "s/total :",
  ])("« %s »", (text) => {
    const result = table(...beure, [text, null, 30, 2, 5], ...morre);
    expect(result.anomalies()).toEqual([]);
    expect(result.rows()).toMatchObject({ billed: 4, excluded: 1, reasons: { subtotal: 1 } });
  });
  it.each([
    "Total",
    "TOTAL",
    "Total général",
    "TOTAL GÉNÉRAL",
    "Total :",
    "TOTAUX",
    "Total CAGB",
    "Ensemble",
    "Total général CAGB",
    "Total 2014",
    "Total général au 01/11/2014",
  ])("« %s »", (text) => {
    const result = table(...beure, ...morre, [text, null, 100, 4, 14]);
    expect(result.anomalies()).toEqual([]);
    expect(result.rows()).toMatchObject({ billed: 4, excluded: 1, reasons: { total: 1 } });
  });
  it("« Total Besançon » is of that commune, « Total Grand Besançon » of all of them", () => {
    const town = [
      ["Besançon", "A", 10, 1, 2],
      ["Besançon", "B", 20, 1, 3],
    ] as const;
    const reasons = (...rows: (readonly Cell[])[]) => table(...rows.map((row) => [...row])).rows().reasons;
    expect(reasons(...town, ["Total Besançon", null, 30, 2, 5], ...morre)).toEqual({ subtotal: 1 });
    expect(reasons(...town, ...morre, ["Total Grand Besançon", null, 100, 4, 14])).toEqual({ total: 1 });
  });
  it("a total is recognised in the school's column as well", () => {
    expect(table(...beure, [null, "Total", 30, 2, 5]).rows().reasons).toEqual({ total: 1 });
  });
  it("a school named after « Ensemble » or « Saint » is no total", () => {
    const result = table(["Beure", "Ensemble scolaire Jean Moulin", 10, 1, 2], ["Beure", "St Exupéry", 20, 1, 3]);
    expect(result.rows()).toMatchObject({ billed: 2, excluded: 0 });
  });
  it("numbers that nobody labelled, each the sum of those above, are a total", () => {
    const result = table(...beure, [null, null, 30, 2, 5], ["Morre", "C", 30, 1, 4]);
    expect(result.rows().reasons).toEqual({ total: 1 });
    expect(result.anomalies()).toEqual([]);
  });
  it("numbers that nobody labelled, and that are no sum, are a row without its names", () => {
    expect(table(...beure, [null, null, 30, 2, 6]).anomalies()).toEqual([
      "error missing-commune A4",
      "error missing-school B4",
    ]);
  });
  it("prices, amounts and reminders below are no rows of schools", () => {
    const result = table(
      ...beure,
      ["Total", null, 30, 2, 5],
      ["Prix unitaire", null, 5.27, 211, 36.86],
      ["Montant", null, 158.1, 422, 184.3],
      ["Rappel 2013", null, 28, 2, 5],
    );
    expect(result.rows().reasons).toEqual({ total: 1, title: 3 });
    expect(result.anomalies()).toEqual([]);
  });
  it("rows below a total are read", () => {
    const result = table(...beure, ["Total", null, 30, 2, 5], ["Morre", "C", 30, 1, 4]);
    expect(result.quantity("C", "POSTE_STD")).toBe(4);
    expect(result.anomalies()).toEqual([]);
  });
});

describe("they are compared with every number typed above in their block", () => {
  it("a difference is a warning on that cell, the detail billed", () => {
    const result = table(...beure, ["Total", null, 30, 2, 6]);
    expect(result.anomalies()).toEqual(["warning total-differs E4"]);
    expect(result.messages[0]).toMatch(/6 .*5/);
    expect(result.quantity("A", "POSTE_STD") + result.quantity("B", "POSTE_STD")).toBe(2 + 3);
  });
  it("rows in error included", () => {
    const result = table(...beure, ["Beurre", "X", 5, 1, 7], ["Total", null, 35, 3, 12]);
    expect(result.anomalies()).toEqual(["error unknown-commune A4"]);
  });
  it("negative and fractional numbers included, as a SUM has them", () => {
    const result = table(["Beure", "A", 10, 1, -2], ["Beure", "B", 20, 1, 2.5], ["Total", null, 30, 2, 0.5]);
    expect(result.anomalies()).toEqual(["error quantity-negative E2", "error quantity-fractional E3"]);
  });
  it("a subtotal with its own commune only, a grand total with all", () => {
    const result = table(
      ...beure,
      ["Sous-total Beure", null, 30, 2, 5],
      ...morre,
      ["Sous-total Morre", null, 70, 2, 9],
      ["TOTAL GÉNÉRAL", null, 100, 4, 14],
    );
    expect(result.anomalies()).toEqual([]);
  });
  it("a grand total that forgets a block is told", () => {
    const result = table(...beure, ["Sous-total Beure", null, 30, 2, 5], ...morre, ["TOTAL GÉNÉRAL", null, 70, 2, 9]);
    expect(result.anomalies()).toEqual([
      "warning total-differs C7",
      "warning total-differs D7",
      "warning total-differs E7",
    ]);
  });
  it("a subtotal named after a commune, where communes of one school have none", () => {
    const result = table(
      ["Avanne-Aveney", "Z", 7, 1, 1],
      ...beure,
      ["Total Beure", null, 30, 2, 5],
      ["Larnod", "Y", 8, 1, 1],
      ...morre,
      ["Total Morre", null, 70, 2, 9],
      ["Total", null, 115, 6, 16],
    );
    expect(result.anomalies()).toEqual([]);
  });
  it("a subtotal named after a commune that sums another's rows too is told", () => {
    const result = table(["Larnod", "Y", 8, 1, 1], ...beure, ["Total Beure", null, 38, 3, 6]);
    expect(result.anomalies()).toEqual([
      "warning total-differs C5",
      "warning total-differs D5",
      "warning total-differs E5",
    ]);
    const schoolsFirst = [
      ["École", "Commune", "Pack logiciel", "Postes clients standard"],
      ["Y", "Larnod", 1, 1],
      ["A", "Beure", 1, 2],
      ["B", "Beure", 1, 3],
      ["Total Beure", null, 3, 6],
    ];
    const told = read(sheet("Inventaire", schoolsFirst)).anomalies();
    expect(told).toEqual(expect.arrayContaining(["warning total-differs C5", "warning total-differs D5"]));
  });
  it("blocks closed by a bare « Total » each", () => {
    const result = table(...beure, ["Total", null, 30, 2, 5], [], ...morre, ["Total", null, 70, 2, 9]);
    expect(result.anomalies()).toEqual([]);
  });
  it("a subtotal without a name is of the last commune, where those of one school above have none", () => {
    expect(table(["Larnod", "Y", 8, 1, 1], ...beure, ["Sous-total", null, 30, 2, 5]).anomalies()).toEqual([]);
  });
  it("a subtotal of several communes, below that of several others", () => {
    const south = [...beure, ...morre, ["Sous-total", null, 100, 4, 14]];
    const west = [
      ["Larnod", "Y", 8, 1, 1],
      ["Pirey", "Z", 9, 1, 2],
    ];
    expect(table(...south, ...west, ["Sous-total", null, 17, 2, 3]).anomalies()).toEqual([]);
  });
  it("a total above the rows that it sums", () => {
    expect(table(["Total", null, 100, 4, 14], ...beure, ...morre).anomalies()).toEqual([]);
    expect(table(...morre, ["Total Beure", null, 30, 2, 5], ...beure).anomalies()).toEqual([]);
  });
  it("a subtotal among the rows of its commune sums those above, or all of them", () => {
    const [first, second] = beure as [Cell[], Cell[]];
    expect(table(first, ["Total Beure", null, 10, 1, 2], second).anomalies()).toEqual([]);
    expect(table(first, ["Total Beure", null, 30, 2, 5], second).anomalies()).toEqual([]);
    expect(table(first, ["Total Beure", null, 30, 2, 6], second).anomalies()).toEqual(["warning total-differs E3"]);
  });
  it("a subtotal named after a commune that is written above its schools", () => {
    const told = (total: number): string[] =>
      read(
        sheet("Inventaire", [
          ["École", "Pack logiciel", "Postes clients standard"],
          ["Larnod"],
          ["École du Lac", 1, 1],
          ["Beure"],
          ["École du Bourg", 1, 2],
          ["École du Haut", 1, 3],
          ["Total Beure", 2, total],
        ]),
      )
        .anomalies()
        .filter((each) => each.includes("total"));
    expect(told(5)).toEqual([]);
    expect(told(6)).toEqual(["warning total-differs C7"]);
  });
  it("a bare total or a grand total that repeats the last block is told", () => {
    const subtotals = [...beure, ["Sous-total", null, 30, 2, 5], ...morre, ["Sous-total", null, 70, 2, 9]];
    expect(table(...subtotals, ["Total", null, 100, 4, 9]).anomalies()).toEqual(["warning total-differs E8"]);
    const totals = [...beure, ["Total", null, 30, 2, 5], ...morre, ["Total", null, 70, 2, 9]];
    expect(table(...totals, ["TOTAL GÉNÉRAL", null, 100, 4, 9]).anomalies()).toEqual(["warning total-differs E8"]);
  });
  it("a second subtotal of the same rows that shows zero is told", () => {
    const result = table(...beure, ["Sous-total", null, 30, 2, 5], ["Sous-total Beure", null, 30, 2, 5]);
    expect(result.anomalies()).toEqual([]);
    const zero = table(...beure, ["Sous-total", null, 30, 2, 5], ["Sous-total", null, 30, 2, 0]);
    expect(zero.anomalies()).toEqual(["warning total-differs E5"]);
  });
  it("a difference is told with the nearest of the sums that the total may show", () => {
    const blocks = [...beure, ["Sous-total", null, 30, 2, 5], ...morre];
    expect(table(...blocks, ["Sous-total", null, 70, 2, 8]).messages[0]).toMatch(/ 8 .* 9/);
    expect(table(...blocks, ["Sous-total", null, 70, 2, 13]).messages[0]).toMatch(/ 13 .* 14/);
  });
  it("a total of one prestation, in a table of one prestation a row", () => {
    const told = (total: number): string[] =>
      read(
        sheet("Inventaire", [
          ["Commune", "École", "Prestation", "Quantité"],
          ["Total", null, "Postes clients standard", total],
          ["Beure", "A", "Postes clients standard", 2],
          ["Beure", "A", "Pack logiciel", 1],
          ["Beure", "B", "Postes clients standard", 3],
          ["Beure", "B", "Pack logiciel", 1],
          ["Total", null, "Postes clients standard", total],
          ["Total", null, "Pack logiciel", 2],
        ]),
      )
        .anomalies()
        .filter((each) => each.includes("total"));
    expect(told(5)).toEqual([]);
    expect(told(6)).toEqual(["warning total-differs D2", "warning total-differs D7"]);
  });
  it("a difference explained wholly by numbers typed as text is an info", () => {
    const result = table(["Beure", "A", "10", 1, "2"], ["Beure", "B", 20, 1, 3], ["Total", null, 20, 2, 3]);
    expect(result.anomalies()).toEqual(["info total-ignores-text C4", "info total-ignores-text E4"]);
    expect(result.quantity("A", "PORTAIL")).toBe(10);
  });
  it("one explained in part only is a warning", () => {
    const result = table(["Beure", "A", 10, 1, "2"], ["Beure", "B", 20, 1, 3], ["Total", null, 30, 2, 4]);
    expect(result.anomalies()).toEqual(["warning total-differs E4"]);
  });
  it("a blank in a total is not compared", () => {
    expect(table(...beure, ["Total", null, 30, null, null]).anomalies()).toEqual([]);
  });
  it("one whose formula has no result cannot be compared: a warning on each such cell, the detail billed", () => {
    const rows = [headers, ...beure, ["Total", null, 30, null, null]];
    const result = read(withFacts(sheet("Inventaire", rows), { lacking: ["D4", "E4"] }));
    expect(result.anomalies()).toEqual(["warning total-without-result D4", "warning total-without-result E4"]);
    expect(result.rows()).toMatchObject({ billed: 2, excluded: 1, reasons: { total: 1 } });
    expect(result.quantity("A", "POSTE_STD") + result.quantity("B", "POSTE_STD")).toBe(2 + 3);
  });
  it("so is one beside a quantity whose formula has none: each is told of its own", () => {
    const rows = [headers, ["Beure", "A", 10, 1, null], ["Beure", "B", 20, 1, 3], ["Total", null, 30, 2, null]];
    const result = read(withFacts(sheet("Inventaire", rows), { lacking: ["E2", "E4"] }));
    expect(result.anomalies()).toEqual(["error formula-without-result E2", "warning total-without-result E4"]);
  });
  it("packs marked « x » are counted or not, as the total does", () => {
    const marked = (total: number): string[] =>
      table(["Beure", "A", 10, "x", 2], ["Beure", "B", 20, "x", 3], ["Total", null, 30, total, 5]).anomalies();
    expect(marked(2)).toEqual([]);
    expect(marked(0)).toEqual(["info total-ignores-text D4"]);
    expect(marked(3)).toEqual(["warning total-differs D4"]);
  });
});

describe("rows below schools that name none", () => {
  const below = (name: string, ...figures: [number, number]): Read =>
    read(
      sheet("Parc", [
        ["Commune", "École", "Effectif", "Postes clients standard"],
        ["Beure", "Maternelle", 82, 7],
        ["Beure", "Élémentaire", 161, 18],
        ["Beure", name, ...figures],
        ["Pirey", "Primaire", 88, 9],
      ]),
    );
  it.each(["2 écoles", "soit", "Pour les 2 écoles", "(les deux)"])("« %s » is the total of those above", (name) => {
    const result = below(name, 243, 25);
    expect(result.reading.schools).toHaveLength(3);
    expect(result.rows().reasons).toEqual({ subtotal: 1 });
  });
  it("the same words in a column of remarks make no total of their row", () => {
    const rows: Cell[][] = [
      ["Beure", "Maternelle", 82, 7, "2 écoles"],
      ["Beure", "Élémentaire", 161, 18, "soit"],
      ["Pirey", "Primaire", 88, 9, "(les deux)"],
    ];
    const result = read(
      sheet("Parc", [["Commune", "École", "Effectif", "Postes clients standard", "Remarques"], ...rows]),
    );
    expect(result.rows()).toMatchObject({ read: 3, billed: 3 });
  });
  it.each(["(2013)", "Année précédente"])("« %s » is last year's", (name) => {
    expect(below(name, 240, 24).rows().reasons).toEqual({ "other-year": 1 });
  });
  it.each(["Les Deux Rives", "École des 2 Vallées"])("« %s » is a school", (name) => {
    expect(below(name, 240, 24).reading.schools).toHaveLength(4);
  });
});
