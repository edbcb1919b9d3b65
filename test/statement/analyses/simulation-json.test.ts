import { Decimal } from "decimal.js";
import { simulate, simulationJson } from "../../../src/statement";
import { reprice } from "../../../src/tariff";
import * as given from "../fixtures";

const { schoolA, stateOf } = given;

describe("says a simulation as JSON", () => {
  const reading = given.reading([schoolA], given.quantities(schoolA, { "PORTAIL m": 100, "POSTE_STD m": 14 }));
  const dearer = reprice(given.grid, [
    { code: "POSTE_STD", nature: "maintenance", payer: "commune", price: new Decimal("38.50") },
  ]);
  const trial = { ...dearer, act: "Projet", rows: dearer.rows.filter(({ code }) => code !== "PORTAIL") };

  test("the grids, the sums, the commune and each price, now and on trial", () => {
    expect(simulationJson(simulate(stateOf(reading), stateOf(reading, {}, trial)))).toEqual({
      grids: {
        now: { act: given.grid.act, from: "2014-11-01", to: "2016-10-31" },
        trial: { act: "Projet", from: "2014-11-01", to: "2016-10-31" },
      },
      // 100 × 5.27 = 527.00; 14 × 36.86 = 516.04; 14 × 38.50 = 539.00
      total: { now: "1043.04", trial: "539.00", difference: "-504.04" },
      cagb: { now: "527.00", trial: "0.00", difference: "-527.00" },
      communes: { now: "516.04", trial: "539.00", difference: "22.96" },
      directions: { more: 1, less: 0, same: 0 },
      byCommune: {
        "25112": {
          name: "Chalezeule",
          cagb: { now: "527.00", trial: "0.00", difference: "-527.00" },
          due: { now: "516.04", trial: "539.00", difference: "22.96" },
          total: { now: "1043.04", trial: "539.00", difference: "-504.04" },
        },
      },
      byPrice: [
        {
          prestation: "POSTE_STD",
          nature: "maintenance",
          payer: "commune",
          now: { units: 14, unitPrice: "36.86" },
          trial: { units: 14, unitPrice: "38.50" },
          amount: { now: "516.04", trial: "539.00", difference: "22.96" },
        },
        {
          prestation: "PORTAIL",
          nature: "maintenance",
          payer: "cagb",
          now: { units: 100, unitPrice: "5.27" },
          trial: { units: 0, unitPrice: null },
          amount: { now: "527.00", trial: "0.00", difference: "-527.00" },
        },
      ],
    });
  });
});
