import { isoDate } from "../../cells";
import { formatAmount } from "../../money";
import type { Grid, Nature, Payer } from "../../tariff";
import type { Change } from "../change";
import { countDirections } from "../moves";
import type { PricedUnits, Simulation } from "./simulate";

type Amount = string;
type ChangeJson = { now: Amount; trial: Amount; difference: Amount };
type GridJson = { act: string; from: string; to: string };
type PricedJson = { units: number; unitPrice: Amount | null };

/** A simulation as plain data, amounts as strings with two decimals. */
export interface SimulationJson {
  grids: { now: GridJson; trial: GridJson };
  total: ChangeJson;
  cagb: ChangeJson;
  communes: ChangeJson;
  directions: { more: number; less: number; same: number };
  byCommune: Record<string, { name: string; cagb: ChangeJson; due: ChangeJson; total: ChangeJson }>;
  byPrice: {
    prestation: string;
    nature: Nature;
    payer: Payer;
    now: PricedJson;
    trial: PricedJson;
    amount: ChangeJson;
  }[];
}

export function simulationJson(simulation: Simulation): SimulationJson {
  const { now, trial, total, byPayer } = simulation;
  return {
    grids: { now: gridJson(now.grid), trial: gridJson(trial.grid) },
    total: changeJson(total),
    cagb: changeJson(byPayer.cagb),
    communes: changeJson(byPayer.commune),
    directions: countDirections(simulation),
    byCommune: Object.fromEntries(
      simulation.communes.map(({ commune, byPayer: its, total: whole }) => [
        commune.insee,
        { name: commune.name, cagb: changeJson(its.cagb), due: changeJson(its.commune), total: changeJson(whole) },
      ]),
    ),
    byPrice: simulation.prices.map((price) => ({
      prestation: price.tariff.code,
      nature: price.nature,
      payer: price.payer,
      now: pricedJson(price.now),
      trial: pricedJson(price.trial),
      amount: changeJson(price.amount),
    })),
  };
}

function changeJson({ before, after, difference }: Change): ChangeJson {
  return { now: formatAmount(before), trial: formatAmount(after), difference: formatAmount(difference) };
}

function gridJson({ act, from, to }: Grid): GridJson {
  return { act, from: isoDate(from), to: isoDate(to) };
}

function pricedJson({ units, unitPrice }: PricedUnits): PricedJson {
  return { units, unitPrice: unitPrice === null ? null : formatAmount(unitPrice) };
}
