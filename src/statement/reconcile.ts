import type { Decimal } from "decimal.js";
import { natures, payers } from "./order";
import { sum, totalOf } from "./split";
import type { CommuneTotal, Line, PrestationTotal, Reconciliation } from "./types";

/** The titre found again five ways; each difference must be 0.00. */
export function reconcile(
  total: Decimal,
  lines: readonly Line[],
  byCommune: readonly CommuneTotal[],
  byPrestation: readonly PrestationTotal[],
): Reconciliation[] {
  const schools = byCommune.flatMap((commune) => commune.schools);
  const ways: [Reconciliation["by"], Decimal][] = [
    ["lines", sum(lines.map((line) => line.amount))],
    ["schools", sum(schools.map((school) => totalOf(school.split)))],
    ["communes", sum(byCommune.map((commune) => commune.due.plus(commune.cagb)))],
    ["prestations", sum(byPrestation.map((prestation) => totalOf(prestation.split)))],
    ["payers", sum(payers.flatMap((payer) => natures.map((nature) => partLine(lines, nature, payer))))],
  ];
  return ways.map(([by, found]) => ({ by, total: found, difference: found.minus(total) }));
}

function partLine(lines: readonly Line[], nature: Line["nature"], payer: Line["payer"]): Decimal {
  return sum(lines.filter((line) => line.nature === nature && line.payer === payer).map((line) => line.amount));
}
