import { Decimal } from "decimal.js";
import { formatAmount } from "../../../src/money";
import { countDirections, simulate, type Change, type Statement } from "../../../src/statement";
import type { Grid, Nature } from "../../../src/tariff";
import type { Prices } from "../../../src/tariff/grid";
import { atDepth } from "../../depth";
import fc from "../../properties";
import * as given from "../fixtures";

const { stateOf, golden, schoolA, schoolB } = given;

function told({ before, after, difference }: Change): string[] {
  return [before, after, difference].map(formatAmount);
}

/** The voted grid with other maintenance prices for one row. */
function priced(code: string, cagb: string | null, commune: string | null): Grid {
  const decimal = (price: string | null) => (price === null ? null : new Decimal(price));
  const maintenance = { cagb: decimal(cagb), commune: decimal(commune) };
  const change = (prices: Prices): Prices => ({ ...prices, maintenance });
  return {
    ...given.grid,
    act: "Projet de délibération",
    rows: given.grid.rows.map((row) => (row.code === code ? { ...row, prices: change(row.prices) } : row)),
  };
}

const on = (grid: Grid, of = golden): Statement => stateOf(of, {}, grid);

describe("a tariff is tried on an inventory", () => {
  test("a dearer workstation: each commune pays for its own, the CAGB nothing", () => {
    const simulation = simulate(on(given.grid), on(priced("POSTE_STD", null, "38.50")));
    // School A has 14 workstations, school B 8: 22 × (38.50 − 36.86) = 36.08.
    expect(told(simulation.byPayer.commune)).toEqual(["3980.50", "4016.58", "36.08"]);
    expect(told(simulation.byPayer.cagb)).toEqual(["2207.63", "2207.63", "0.00"]);
    expect(told(simulation.total)).toEqual(["6188.13", "6224.21", "36.08"]);
    expect(simulation.communes.map(({ commune, byPayer }) => [commune.name, ...told(byPayer.commune)])).toEqual([
      ["Avanne-Aveney", "2969.45", "2982.57", "13.12"], // 8 × 1.64
      ["Chalezeule", "1011.05", "1034.01", "22.96"], // 14 × 1.64
    ]);
    expect(countDirections(simulation)).toEqual({ more: 2, less: 0, same: 0 });
  });

  test("the price that moves is told with its units, before and after", () => {
    const { prices } = simulate(on(given.grid), on(priced("POSTE_STD", null, "38.50")));
    const moved = prices.filter(({ amount }) => !amount.difference.isZero());
    expect(moved).toMatchObject([{ tariff: { code: "POSTE_STD" }, nature: "maintenance", payer: "commune" }]);
    expect([moved[0]!.now, moved[0]!.trial].map(({ units, unitPrice }) => [units, unitPrice!.toFixed(2)])).toEqual([
      [22, "36.86"],
      [22, "38.50"],
    ]);
    expect(told(moved[0]!.amount)).toEqual(["810.92", "847.00", "36.08"]); // 22 × 36.86, 22 × 38.50
  });

  test("a row that becomes shared moves a part from the communes to the CAGB", () => {
    const simulation = simulate(on(given.grid), on(priced("SERVEUR_STD", "100", "163.33")));
    // One standard server in each school: 100.00 each, from one payer to the other.
    expect(told(simulation.byPayer.commune)).toEqual(["3980.50", "3780.50", "-200.00"]);
    expect(told(simulation.byPayer.cagb)).toEqual(["2207.63", "2407.63", "200.00"]);
    expect(told(simulation.total)).toEqual(["6188.13", "6188.13", "0.00"]);
    expect(countDirections(simulation)).toEqual({ more: 0, less: 2, same: 0 });
    const rows = simulation.prices.filter(({ tariff }) => tariff.code === "SERVEUR_STD");
    expect(rows.map(({ nature, payer, now, trial }) => [nature, payer, now.units, trial.units])).toEqual([
      ["installation", "commune", 1, 1],
      ["maintenance", "cagb", 0, 2],
      ["maintenance", "commune", 2, 2],
    ]);
  });

  test("a new row is billed on trial only; a row that goes is billed now only", () => {
    const tablets = given.reading(
      [schoolA, schoolB],
      [given.quantity(schoolA, "TABLETTE", "maintenance", 10), given.quantity(schoolB, "PORTAIL", "maintenance", 10)],
    );
    const trial: Grid = { ...given.splitGrid, rows: given.splitGrid.rows.filter(({ code }) => code !== "PORTAIL") };
    const simulation = simulate(on(given.grid, tablets), on(trial, tablets));
    expect(told(simulation.byPayer.commune)).toEqual(["0.00", "25.00", "25.00"]); // 10 × 2.50
    expect(told(simulation.byPayer.cagb)).toEqual(["52.70", "15.00", "-37.70"]); // 10 × 1.50 − 10 × 5.27
    expect(
      simulation.prices.map(({ tariff, payer, now, trial: then }) => [
        tariff.code,
        payer,
        now.unitPrice,
        then.unitPrice,
      ]),
    ).toEqual([
      ["TABLETTE", "cagb", null, new Decimal("1.50")],
      ["TABLETTE", "commune", null, new Decimal("2.50")],
      ["PORTAIL", "cagb", new Decimal("5.27"), null],
    ]);
  });

  test("an amount is no product of units and price where a part of a shared school stays out of the titre", () => {
    const one = given.reading([schoolA], given.quantities(schoolA, { "POSTE_STD m": 1 }));
    const shares = [
      { commune: "Besançon", weight: 1 },
      { commune: "Chalezeule", weight: 1 },
    ];
    const sharingKeys = [{ commune: "Chalezeule", school: schoolA.name, shares }];
    const products = (besancon: "like-others" | "left-out") => {
      const state = stateOf(one, { sharingKeys, besancon });
      return simulate(state, state).prices.map(({ now }) => [now.units, formatAmount(now.amount), now.isProduct]);
    };
    expect(products("like-others")).toEqual([[1, "36.86", true]]);
    expect(products("left-out")).toEqual([[1, "18.43", false]]); // 36.86 / 2
  });

  test("communes come by name, one that is billed on trial only among them", () => {
    const reading = given.reading(
      [schoolA, schoolB],
      [given.quantity(schoolA, "PORTAIL", "maintenance", 10), given.quantity(schoolB, "TABLETTE", "maintenance", 10)],
    );
    expect(
      simulate(on(given.grid, reading), on(given.splitGrid, reading)).communes.map(({ commune }) => commune.name),
    ).toEqual(["Avanne-Aveney", "Chalezeule"]);
  });

  test("prices come in the order of the grid on trial, installation before maintenance, CAGB first", () => {
    const reading = given.reading(
      [schoolA],
      given.quantities(schoolA, { "TABLETTE m": 1, "TABLETTE i": 1, "POSTE_STD m": 1 }),
    );
    const trial = { ...given.splitGrid, rows: [...given.splitGrid.rows].reverse() };
    expect(
      simulate(on(given.grid, reading), on(trial, reading)).prices.map(({ tariff, nature, payer }) =>
        [tariff.code, nature, payer].join(" "),
      ),
    ).toEqual([
      "TABLETTE installation cagb",
      "TABLETTE installation commune",
      "TABLETTE maintenance cagb",
      "TABLETTE maintenance commune",
      "POSTE_STD maintenance commune",
    ]);
  });

  test("whatever is counted, communes and prices add up to the change of the titre", () => {
    const counted = fc.array(
      fc.record({
        school: fc.constantFrom(schoolA, schoolB),
        prestation: fc.constantFrom(...given.splitGrid.rows.map((row) => row.code)),
        nature: fc.constantFrom<Nature>("installation", "maintenance"),
        count: fc.integer({ min: 1, max: 3000 }),
      }),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(counted, (all) => {
        const quantities = all.map((one) => given.quantity(one.school, one.prestation, one.nature, one.count));
        const reading = given.reading([schoolA, schoolB], quantities);
        const simulation = simulate(on(given.grid, reading), on(given.splitGrid, reading));
        const sum = (changes: readonly Change[]) =>
          changes.reduce((total, { difference }) => total.plus(difference), new Decimal(0)).toFixed(2);
        const expected = simulation.trial.total.minus(simulation.now.total).toFixed(2);
        expect(sum([simulation.total])).toBe(expected);
        expect(sum(simulation.communes.map(({ total }) => total))).toBe(expected);
        expect(sum(simulation.prices.map(({ amount }) => amount))).toBe(expected);
      }),
      { numRuns: atDepth(50, 250) },
    );
  });
});
