import { Decimal } from "decimal.js";
import type { Cell } from "../../../src/cells";
import { builtInGrids, type Grid, type TariffRow } from "../../../src/tariff";
import { readWorkbooks, sheet, workbook, type Read } from "../workbook-of";

const none = { cagb: null, commune: null };
const prices = { installation: none, maintenance: { ...none, commune: new Decimal("45.00") } };

/** A terminal of which so many are billed at a site, and a subscription. */
function gridCapped(perSite: number | null, counts: TariffRow["counts"] = "units"): Grid {
  const terminal = {
    code: "BORNE",
    prestation: "Borne de pointage",
    unit: "borne",
    counts,
    perSite,
    words: [],
    prices,
  };
  const other = {
    ...terminal,
    code: "FORFAIT",
    prestation: "Forfait",
    unit: "forfait",
    counts: "units",
    perSite: null,
  };
  return { ...builtInGrids[0]!, rows: [terminal, other as TariffRow] };
}

function readCapped(grid: Grid, options: object, ...cells: readonly Cell[]): Read {
  const rows: Cell[][] = [
    ["Commune", "École", "Forfait", "Bornes de pointage"],
    ...cells.map((cell, at) => ["Beure", `École ${at + 1}`, 1, cell]),
  ];
  return readWorkbooks([workbook([sheet("Parc", rows)])], 2014, options, grid);
}

const counts = (result: Read) => ["École 1", "École 2", "École 3"].map((school) => result.quantity(school, "BORNE"));
const told = (result: Read) =>
  result.anomalies().filter((each) => !each.startsWith("info") || each.includes("beyond-cap"));

describe("a prestation that the grid caps by site", () => {
  test("is billed up to its cap, and what goes beyond is told", () => {
    const result = readCapped(gridCapped(3), {}, 2, 3, 5);
    expect([counts(result), told(result)]).toEqual([[2, 3, 3], ["info beyond-cap D4"]]);
    expect(result.messages.find((message) => message.includes("Borne de pointage"))).toContain(
      "«\u00a0École 3\u00a0» a 5 «\u00a0Borne de pointage\u00a0»\u00a0: le plafond de la convention est de 3 par école",
    );
  });

  test("is billed whole where the option says by unit, or where it has no cap", () => {
    for (const result of [
      readCapped(gridCapped(3), { schoolUnit: "each" }, 2, 3, 5),
      readCapped(gridCapped(null), {}, 2, 3, 5),
    ])
      expect([counts(result), told(result)]).toEqual([[2, 3, 5], []]);
  });

  test("is one where the cap is one and the cell says yes; another cap does not say how many", () => {
    expect([
      counts(readCapped(gridCapped(1), {}, "oui", "x", "non")),
      told(readCapped(gridCapped(1), {}, "oui")),
    ]).toEqual([[1, 1, 0], []]);
    expect(told(readCapped(gridCapped(3), {}, "oui", 2))).toEqual(["error quantity-mark D2"]);
  });

  test("is capped of pupils too", () => {
    const rows = [
      ["Commune", "École", "Élèves", "Forfait"],
      ["Beure", "École 1", 160, 1],
      ["Beure", "École 2", 90, 1],
    ];
    const result = readWorkbooks([workbook([sheet("Parc", rows)])], 2014, {}, gridCapped(100, "pupils"));
    expect([counts(result), told(result)]).toEqual([[100, 90, 0], ["info beyond-cap C2"]]);
  });
});
