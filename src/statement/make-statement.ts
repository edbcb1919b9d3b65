import { Decimal } from "decimal.js";
import type { Steps } from "../cells";
import type { Quantity, InventoryReading } from "../inventory";
import type { BesanconRule, Options } from "../options";
import { isCreditor, type Campaign, type Commune, type Grid, type Payer } from "../tariff";
import { payers, sortLines } from "./order";
import { countOnce, resolveKeys, shareLine } from "./sharing-keys";
import type { Line, Statement } from "./statement";
import { partOf, reconcile, splitOf, totalByCommune, totalByPrestation } from "./totals";

/**
 * Bills a campaign: every quantity of the reading is priced once, shared where a key says so, and summed by school,
 * commune, prestation, nature and payer. Amounts are exact euros. The order of the reading's quantities changes
 * nothing; the order of its schools is that of the schools inside a commune. (decisions §2, §3)
 */
export function* makeStatementInSteps(
  reading: InventoryReading,
  grid: Grid,
  campaign: Campaign,
  options: Options,
): Steps<Statement> {
  const keys = resolveKeys(options.sharingKeys, reading.schools, campaign);
  const full: Line[][] = priceQuantities(reading.quantities, grid).map((line) => {
    const shares = keys.bySchool.get(line.school.key);
    if (shares === undefined) return [line];
    return shares === null ? [] : shareLine(line, shares);
  });
  const kept = full.flatMap((parts) =>
    countOnce(parts.filter((line) => entersTitre(line.commune, line.payer, options.besancon))),
  );
  yield;
  const lines = sortLines(kept, reading, grid);
  yield;
  const byCommune = totalByCommune(lines, reading.schools);
  const byPrestation = totalByPrestation(lines, grid);
  yield;
  const split = splitOf(lines);
  const cagb = partOf(split, "cagb");
  const communes = partOf(split, "commune");
  const total = cagb.plus(communes);
  const besancon = splitOf(full.flat().filter((line) => isBesancon(line.commune)));
  yield;
  return {
    campaign,
    grid,
    options,
    // As where nothing was generated before.
    edition: { version: 1, issued: null, differs: null },
    lines,
    total,
    cagb,
    communes,
    split,
    byPrestation,
    byCommune,
    pupils: byPrestation.find((one) => one.tariff.code === "PORTAIL")?.units.maintenance ?? 0,
    schools: new Set(lines.map((line) => line.school.key)).size,
    besancon: { cagb: partOf(besancon, "cagb"), commune: partOf(besancon, "commune") },
    reconciliations: reconcile(total, lines, byCommune, byPrestation),
    anomalies: keys.anomalies,
  };
}

/**
 * Prices quantities already counted and capped: quantity × unit price, exact in cents since prices have two decimals
 * and quantities are whole (decisions §3). A nature without a tariff gives no line, one that both payers bear gives two
 * (§2). All lines are the host commune's.
 */
function priceQuantities(quantities: readonly Quantity[], grid: Grid): Line[] {
  const rows = new Map(grid.rows.map((row) => [row.code, row]));
  const lines: Line[] = [];
  for (const { school, prestation, nature, quantity, sources } of quantities) {
    const tariff = rows.get(prestation);
    if (tariff === undefined) continue;
    for (const payer of payers) {
      const unitPrice = tariff.prices[nature][payer];
      if (unitPrice === null) continue;
      const amount = new Decimal(quantity).times(unitPrice);
      const line = { commune: school.commune, school, tariff, nature, payer, quantity, unitPrice, amount, sources };
      lines.push({ ...line, share: null });
    }
  }
  return lines;
}

/** Tells whether a commune is the one that runs the service, and that the option « Besançon » is about. */
export function isBesancon(commune: Commune): boolean {
  return isCreditor(commune.insee);
}

/** Returns whether what a commune costs to a payer enters the titre, under the option on Besançon. (decisions §2) */
function entersTitre(commune: Commune, payer: Payer, rule: BesanconRule): boolean {
  if (!isBesancon(commune) || rule === "like-others") return true;
  return rule === "cagb-share-only" && payer === "cagb";
}
