import { Decimal } from "decimal.js";
import type { WorkbookCells } from "../../src/cells";
import type { SimulationResult } from "../../src/documents";
import { formatAmount } from "../../src/money";
import { builtInGrids, countingOf, campaignOf, type Grid } from "../../src/tariff";
import { simulateGrid } from "../at-once";
import { bill, inventory } from "../documents/analyses/town";
import { made } from "../made";

function simulated(grid: Grid, workbooks: readonly WorkbookCells[] = [inventory()]): SimulationResult {
  return made(
    simulateGrid({
      workbooks,
      openingAnomalies: [],
      campaign: campaignOf(2014),
      options: {},
      billed: bill(workbooks),
      grid,
    }),
  );
}

const voted = builtInGrids[0]!;
const price = (cagb: string | null, commune: string | null) => ({
  cagb: cagb === null ? null : new Decimal(cagb),
  commune: commune === null ? null : new Decimal(commune),
});
const tablets: Grid["rows"][number] = {
  code: "TABLETTE",
  prestation: "Tablette",
  unit: "tablette",
  ...countingOf("TABLETTE", "tablette"),
  prices: { installation: price(null, null), maintenance: price("4.00", "6.50") },
};
/** Of another time: a trial is not in force. */
const dates = { from: { year: 2020, month: 1, day: 1 }, to: { year: 2020, month: 12, day: 31 } };

function differences({ simulation }: SimulationResult): string[] {
  const { byPayer, total } = simulation;
  return [byPayer.cagb, byPayer.commune, total].map(({ difference }) => formatAmount(difference));
}

describe("a grid is tried on an inventory, whatever its dates", () => {
  test("a dearer workstation raises each commune's share by its workstations", () => {
    const rows = voted.rows.map((row) =>
      row.code === "POSTE_STD" ? { ...row, prices: { ...row.prices, maintenance: price(null, "38.50") } } : row,
    );
    const trial = simulated({ ...voted, ...dates, rows });
    expect(differences(trial)).toEqual(["0.00", "24.60", "24.60"]); // 15 × (38.50 − 36.86)
    expect(trial.anomalies).toEqual([]);
  });

  test("a new row, borne by both: what the inventory shows of it is counted then", () => {
    const trial = simulated({ ...voted, ...dates, rows: [...voted.rows, tablets] });
    expect(differences(trial)).toEqual(["16.00", "26.00", "42.00"]); // 4 × 4.00, 4 × 6.50
    expect(
      trial.simulation.communes.map(({ commune, total }) => [commune.name, formatAmount(total.difference)]),
    ).toEqual([
      ["Amagney", "42.00"],
      ["Chalezeule", "0.00"],
    ]);
  });

  test("a row of a tried grid that cannot be read is reported, and former anomalies are not repeated", () => {
    const [parc] = [inventory(10, "parc.xlsx", [["Besançon", "École", 10, "12 ?", "beaucoup"]])];
    const trial = simulated({ ...voted, rows: [...voted.rows, tablets] }, [parc]);
    expect(trial.anomalies.map(({ code, cell }) => [code, cell])).toEqual([["quantity-text", "E4"]]);
  });

  test("another unit is another count: two packs of a school that had one", () => {
    const rows = voted.rows.map((row) =>
      row.code === "SERVEUR_STD" ? { ...row, unit: "serveur", ...countingOf(row.code, "serveur") } : row,
    );
    const parc = inventory();
    const [sheet] = parc.sheets;
    const servers = {
      ...sheet!,
      rows: [
        ["Commune", "École", "Effectif", "Serveur standard"],
        ["Amagney", "École", 1, 2],
      ],
    };
    const trial = simulated({ ...voted, rows }, [{ ...parc, sheets: [servers] }]);
    expect(differences(trial)).toEqual(["0.00", "263.33", "263.33"]);
  });
});
