import { Decimal } from "decimal.js";
import { isoDate } from "../../cells";
import { formatAmount } from "../../money";
import { priceAt, type Commune, type Grid, type Nature, type Payer, type TariffRow } from "../../tariff";
import { compareCommunes } from "../order";
import { countedUnits, type Line, type Statement } from "../statement";
import { sumOfLines } from "../totals";
import {
  changeOf,
  changesOf,
  countDirections,
  GridPair,
  lineOf,
  pairBy,
  priceKey,
  type Change,
  type Changes,
} from "./pair-lines";

/** A campaign as billed now (`before`), and as it would be billed under another grid (`after`). */
export interface Simulation extends Changes {
  readonly now: Statement;
  readonly trial: Statement;
  /** By name; only communes billed on either side. */
  readonly communes: readonly SimulatedCommune[];
  /** In the order of the simulated grid, then of the present one; only prices billed on either side. */
  readonly prices: readonly SimulatedPrice[];
}

/** A commune in both statements. */
export interface SimulatedCommune extends Changes {
  readonly commune: Commune;
}

/** A price of a grid, and the amount that it yields. */
export interface SimulatedPrice {
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly now: PricedUnits;
  readonly trial: PricedUnits;
  readonly amount: Change;
}

interface PricedUnits {
  readonly units: number;
  /** Null when the grid has no such price. */
  readonly unitPrice: Decimal | null;
  readonly amount: Decimal;
  /** False when part of a shared school is left out of the titre, so that the amount is not units × price. */
  readonly isProduct: boolean;
}

/**
 * Returns who would pay more or less, and by how much. Both statements come from the same inventory, read under each
 * grid: a row that only the simulated grid prices is billed there.
 */
export function simulate(now: Statement, trial: Statement): Simulation {
  return {
    now,
    trial,
    ...changesOf(now.lines, trial.lines),
    communes: pairBy(now.lines, trial.lines, ({ commune }) => commune.insee)
      .map((pair) => ({ commune: lineOf(pair).commune, ...changesOf(pair.before, pair.after) }))
      .sort((a, b) => compareCommunes(a.commune, b.commune)),
    prices: simulatePrices(now, trial),
  };
}

function simulatePrices(now: Statement, trial: Statement): SimulatedPrice[] {
  const grids = new GridPair(now.grid, trial.grid);
  return pairBy(now.lines, trial.lines, priceKey)
    .map((pair): SimulatedPrice => {
      const { tariff, nature, payer } = lineOf(pair);
      const price = { code: tariff.code, nature, payer };
      const before = pricedUnits(pair.before, priceAt(grids.before, price));
      const after = pricedUnits(pair.after, priceAt(grids.after, price));
      const amount = changeOf(before.amount, after.amount);
      return { tariff: grids.row(tariff.code), nature, payer, now: before, trial: after, amount };
    })
    .sort(grids.compareLines);
}

function pricedUnits(lines: readonly Line[], unitPrice: Decimal | null): PricedUnits {
  const units = lines.reduce((total, line) => total + countedUnits(line), 0);
  const amount = sumOfLines(lines);
  return { units, unitPrice, amount, isProduct: (unitPrice ?? new Decimal(0)).times(units).equals(amount) };
}

/** A simulation as plain data; an amount is a text with two decimals. */
export type SimulationJson = ReturnType<typeof simulationJson>;

/** Returns a simulation as plain data. */
export function simulationJson(simulation: Simulation) {
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

function changeJson({ before, after, difference }: Change) {
  return { now: formatAmount(before), trial: formatAmount(after), difference: formatAmount(difference) };
}

function gridJson({ act, from, to }: Grid) {
  return { act, from: isoDate(from), to: isoDate(to) };
}

function pricedJson({ units, unitPrice }: PricedUnits) {
  return { units, unitPrice: unitPrice === null ? null : formatAmount(unitPrice) };
}
