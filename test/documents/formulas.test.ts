import { columnName } from "../../src/cells";
import type { SheetModel } from "../../src/documents";
import type { Options } from "../../src/options";
import type { Nature } from "../../src/tariff";
import { handEdited } from "../../src/documents/kit/hand-edits";
import { makeSheets } from "../at-once";
import { atDepth } from "../depth";
import fc from "../properties";
import * as given from "../statement/fixtures";
import { expectResults, Spreadsheet } from "./evaluate";
import { columnOf, full, inputOf, sheet, sheetsOf } from "./fixtures";

const key = {
  commune: "Chalezeule",
  school: "École élémentaire",
  shares: [
    { commune: "Chalezeule", weight: 3 },
    { commune: "Besançon", weight: 2 },
  ],
};

function named(models: readonly SheetModel[], name: string, book = new Spreadsheet(models)): number {
  const found = models
    .flatMap((model) => model.names.map((one) => ({ model, ...one })))
    .filter((one) => one.name === name);
  expect(found).toHaveLength(1);
  const { model, row, column } = found[0]!;
  return Number(Number(book.value(model.name, row, column)).toFixed(2));
}

describe("native formulas carry the arithmetic", () => {
  test.each<[string, Partial<Options>]>([
    ["by default", {}],
    ["with all fiches on one sheet", { printableFiches: true }],
    ["where a school is shared", { sharingKeys: [key] }],
    ["where a share leaves the titre", { sharingKeys: [key], besancon: "cagb-share-only" }],
    ["where Besançon is left out", { besancon: "left-out" }],
  ])("recalculated from their constants, they give the results written: %s", (_name, options) => {
    expect(expectResults(sheetsOf(full, options))).toBeGreaterThan(100);
  });

  test("native formulas carry the arithmetic of a campaign where nothing is billed", () => {
    expectResults(sheetsOf(given.reading([], [])));
    expectResults(sheetsOf(given.reading([given.schoolA], [])));
  });

  test("native formulas carry the arithmetic of a prestation borne by both payers", () => {
    const both = given.reading(
      [given.schoolA],
      [
        given.quantity(given.schoolA, "TABLETTE", "installation", 3),
        given.quantity(given.schoolA, "TABLETTE", "maintenance", 7),
      ],
    );
    const models = makeSheets(inputOf(both, {}, {}, given.splitGrid));
    expectResults(models);
    expect(named(models, "ORDICLASSE_TITRE")).toBe(118); // 3 × (10 + 20) + 7 × (1.50 + 2.50)
  });

  test("native formulas carry the arithmetic whatever is counted", () => {
    const schools = [given.schoolA, given.schoolB];
    const counted = fc.array(
      fc.record({
        school: fc.constantFrom(...schools),
        prestation: fc.constantFrom(...given.grid.rows.map((row) => row.code)),
        nature: fc.constantFrom<Nature>("installation", "maintenance"),
        count: fc.integer({ min: 1, max: 3000 }),
      }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(counted, (all) => {
        const quantities = all.map((one) => given.quantity(one.school, one.prestation, one.nature, one.count));
        expectResults(sheetsOf(given.reading(schools, quantities)));
      }),
      { numRuns: atDepth(10, 125) },
    );
  });
});

describe("workbook names point at the amounts", () => {
  const models = sheetsOf(given.golden);

  test("the titre is 6 188,13 € = 2 207,63 € + 3 980,50 €", () => {
    expect(named(models, "ORDICLASSE_TITRE")).toBe(6188.13);
    expect(named(models, "ORDICLASSE_CAGB")).toBe(2207.63);
    expect(named(models, "ORDICLASSE_COMMUNES")).toBe(3980.5);
  });

  test("each commune owes its share to the CAGB", () => {
    expect(named(models, "ORDICLASSE_DU_25112")).toBe(1011.05);
    expect(named(models, "ORDICLASSE_DU_25036")).toBe(2969.45);
  });
});

describe("an amount is traced down to a line", () => {
  const models = sheetsOf(given.golden);

  test("one more machine on a fiche reaches what its commune owes, and the titre, and « Contrôles » tells that it is no longer the sum in words", () => {
    const fiche = sheet(models, "fiche-25112-212511200");
    const [quantity, amount, code] = ["Quantité", "Montant", "Code"].map((title) => columnOf(fiche, title)) as [
      number,
      number,
      number,
    ];
    const row = fiche.rows.findIndex(
      ({ cells }) => cells[code]?.value === "POSTE_STD" && cells[amount]?.value === 516.04,
    );
    const changed = new Spreadsheet(models, new Map([[`${fiche.name}!${row},${quantity}`, 15]]));
    expect(named(models, "ORDICLASSE_DU_25112", changed)).toBe(1047.91); // 1 011.05 + 36.86
    expect(named(models, "ORDICLASSE_TITRE", changed)).toBe(6224.99); // 6 188.13 + 36.86
    const controles = sheet(models, "controles");
    const gaps = controles.rows.flatMap(({ cells }, at) =>
      cells[3]?.formula?.startsWith("ROUND(") ? [changed.value(controles.name, at, 3)] : [],
    );
    // Lines, schools, communes, prestations, both parts.
    expect(gaps).toEqual([0, 0, 0, 0, 0]);
    const inWords = controles.rows.findIndex(({ cells }) =>
      String(cells[0]?.value).startsWith("La somme en toutes lettres"),
    );
    expect(changed.value(controles.name, inWords, columnOf(controles, "Nombre"))).toBe(36.86);
    // « Répartition » counts one more machine, and no longer says what part of the titre it is.
    const repartition = sheet(models, "repartition");
    const machines = repartition.rows.findIndex(({ cells }) => cells[0]?.value === "POSTE_STD");
    const counted = ["Quantité en maintenance", "Maintenance communes"].map((title) => {
      const column = columnOf(repartition, title);
      const [was, is] = [
        repartition.rows[machines]!.cells[column]!.value,
        changed.value(repartition.name, machines, column),
      ];
      return Number((Number(is) - Number(was)).toFixed(2));
    });
    expect(counted).toEqual([1, 36.86]);
    const heaviest = repartition.rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith("Ce qui coûte"));
    expect(changed.value(repartition.name, heaviest, 0)).toBe(handEdited);
  });

  describe("the difference of each fiche is hidden on « Récapitulatif », where « Contrôles » adds it up", () => {
    const recapitulatif = sheet(models, "recapitulatif");
    const controles = sheet(models, "controles");
    const rowAt = (model: SheetModel, label: string) =>
      model.rows.findIndex(({ cells }) => cells[0]?.value === label || cells[0]?.link?.sheet === label);
    const [first, last] = ["Fiche Avanne-Aveney", "Fiche Chalezeule"].map((fiche) => rowAt(recapitulatif, fiche));
    const found = (label: string) => controles.rows[rowAt(controles, label)]!.cells[1]!;

    test("the difference of a fiche by its lines, then by its schools, is 0,00 in columns without a width that are not printed", () => {
      const titles = recapitulatif.rows[first! - 1]!.cells.map((cell) => cell?.value);
      const gaps = titles.flatMap((title, column) => (String(title).endsWith(", écart") ? [column] : []));
      expect(gaps).toEqual([10, 11]);
      for (const column of gaps) {
        expect(recapitulatif.widths[column]).toBe(0);
        expect(column).toBeGreaterThan(recapitulatif.print.area.lastColumn);
        for (const row of [first!, last!]) expect(recapitulatif.rows[row]!.cells[column]?.value).toBe(0);
      }
      const [lines, schools] = gaps.map((column) => recapitulatif.rows[first!]!.cells[column]?.formula);
      const fiche = "'Fiche Avanne-Aveney'!";
      const ofAvanne = models.find(({ name }) => name === "Fiche Avanne-Aveney")!;
      const amount = columnName(columnOf(ofAvanne, "Montant"));
      // By nature, of each part.
      const counted = `SUMIF\\(${fiche}F\\d+:F\\d+,${fiche}F\\d+,${fiche}${amount}\\d+:${amount}\\d+\\)`;
      expect(lines).toMatch(new RegExp(`^ROUND\\((?:${counted}\\+?){3,4}-E${first! + 1},2\\)$`));
      expect(schools).toMatch(
        new RegExp(`^ROUND\\(${fiche}${amount}\\d+\\+${fiche}${amount}\\d+-E${first! + 1},2\\)$`),
      );
    });

    test("the fiches add up to the same sum by communes and by their hidden columns", () => {
      const [from, to] = [first! + 1, last! + 1];
      const sumWith = (column: string) =>
        `SUM('${recapitulatif.name}'!E${to + 1},'${recapitulatif.name}'!${column}${from}:${column}${to})`;
      expect(found("Somme des lignes des fiches")).toMatchObject({ value: 6188.13, formula: sumWith("K") });
      expect(found("Somme des écoles, d’après les fiches")).toMatchObject({ value: 6188.13, formula: sumWith("L") });
    });

    test("an amount typed over in « Récapitulatif » leaves what the fiches come to as it is, and shows as a gap of the communes", () => {
      const typed = models.map((model) =>
        model !== recapitulatif
          ? model
          : {
              ...model,
              rows: model.rows.map((row, index) =>
                index !== first
                  ? row
                  : { ...row, cells: row.cells.map((cell, at) => (at === 8 ? { value: 1000 } : cell)) },
              ),
            },
      );
      const book = new Spreadsheet(typed);
      const gapOf = (label: string) => book.value(controles.name, rowAt(controles, label), 3);
      expect(gapOf("Somme des lignes des fiches")).toBe(0);
      expect(gapOf("Somme des écoles, d’après les fiches")).toBe(0);
      const before = Number(recapitulatif.rows[first!]!.cells[8]?.value);
      expect(gapOf("Somme des communes, d’après le récapitulatif")).toBeCloseTo(1000 - before, 8);
    });
  });
});
