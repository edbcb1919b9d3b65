import type { Cell } from "../../../src/cells";
import { gridOf, priced, readUnder } from "../own-convention";
import { sheet, type Read } from "../workbook-of";

const terminal = priced("TPE", "Terminal de paiement", "borne");
const both = priced("PTG", "Pointeuse", "pointeuse", {
  prices: { installation: terminal.prices.maintenance, maintenance: terminal.prices.maintenance },
});
const onSeptember = { count: { day: 15, month: 9 } };

const table = (name: string, ...rows: readonly (readonly Cell[])[]) => sheet(name, rows);
const told = (result: Read): string[] => result.anomalies().filter((each) => !each.startsWith("info"));

/** The quantities of one school, under a heading, by the convention counted on 15 September and by that of 2014. */
function headed(heading: string, terms: object) {
  const result = readUnder(gridOf(terminal, both), terms, [
    table("Parc", ["Commune", "École", "Pointeuses", heading], ["Beure", "Bourg", 1, 4]),
  ]);
  return [told(result), result.quantity("Bourg", "TPE")];
}

describe("a campaign counted on 15 September", () => {
  it.each(["Bornes au 15/09", "Bornes au 15/09/2014", "Bornes au 15 septembre 2014", "Bornes (15 sept.)"])(
    "has its situation under « %s »",
    (heading) => {
      expect(headed(heading, onSeptember)).toEqual([[], 4]);
    },
  );

  test("has another year’s under the same day of it", () => {
    const result = readUnder(gridOf(terminal, both), onSeptember, [
      table("Parc", ["Commune", "École", "Bornes au 15/09/2013", "Bornes au 15/09/2014"], ["Beure", "Bourg", 3, 4]),
    ]);
    expect([told(result), result.quantity("Bourg", "TPE")]).toEqual([[], 4]);
  });

  test("has installed what came from 16 September to 15 September", () => {
    const result = readUnder(gridOf(terminal, both), onSeptember, [
      table(
        "Registre",
        ["Commune", "École", "Matériel", "N° de série", "Date de mise en service"],
        ["Beure", "Bourg", "Pointeuse", "A1", "15/09/2013"],
        ["Beure", "Bourg", "Pointeuse", "A2", "16/09/2013"],
        ["Beure", "Bourg", "Pointeuse", "A3", "15/09/2014"],
        ["Beure", "Bourg", "Pointeuse", "A4", "16/09/2014"],
      ),
    ]);
    expect(told(result)).toEqual(["warning after-snapshot E5"]);
    expect([result.quantity("Bourg", "PTG"), result.quantity("Bourg", "PTG", "installation")]).toEqual([3, 2]);
  });

  test("has under « du 16/09/2013 au 15/09/2014 » what was installed", () => {
    const result = readUnder(gridOf(terminal, both), onSeptember, [
      table(
        "Parc",
        ["Commune", "École", "Pointeuses", "Pointeuses du 16/09/2013 au 15/09/2014"],
        ["Beure", "Bourg", 5, 2],
      ),
    ]);
    expect(told(result)).toEqual([]);
    expect([result.quantity("Bourg", "PTG"), result.quantity("Bourg", "PTG", "installation")]).toEqual([5, 2]);
  });

  test("has its own sheet by a title, beside that of the year before", () => {
    const rows = (count: number): Cell[][] => [
      ["Commune", "École", "Bornes"],
      ["Beure", "Bourg", count],
    ];
    const result = readUnder(gridOf(terminal, both), onSeptember, [
      table("A", ["Situation au 15 septembre 2014"], ...rows(4)),
      table("B", ["Situation au 15 septembre 2013"], ...rows(3)),
    ]);
    expect([told(result), result.quantity("Bourg", "TPE")]).toEqual([[], 4]);
  });

  test("an installation up to 15 September belongs to a campaign counted on that day, though not to that of 2014", () => {
    expect(headed("Bornes au 15/09", {})[0]).not.toEqual([]);
    expect(headed("Bornes au 01/11/2014", {})).toEqual([[], 4]);
  });
});
