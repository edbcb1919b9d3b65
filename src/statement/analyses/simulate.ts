import { Decimal } from "decimal.js";
import { isoDate } from "../../cells";
import { formatAmount } from "../../money";
import type { Commune, Grid, Nature, Payer, TariffRow } from "../../tariff";
import { compareCommunes, natures, payers } from "../order";
import { countedUnits, type Line, type Statement } from "../statement";
import { sum } from "../totals";
import { addChanges, changeOf, changesByPayer, countDirections, type Change } from "./change";

/** What one campaign bills now (`before`), and what it would bill under a tariff on trial (`after`). */
export interface Simulation {
  readonly now: Statement;
  readonly trial: Statement;
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
  /** By name; only communes billed for anything, now or on trial. */
  readonly communes: readonly SimulatedCommune[];
  /** In the order of the grid on trial, then of the present one; only what is billed, now or on trial. */
  readonly prices: readonly SimulatedPrice[];
}

export interface SimulatedCommune {
  readonly commune: Commune;
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
}

/** One price of a grid, and what it brings. */
export interface SimulatedPrice {
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly now: PricedUnits;
  readonly trial: PricedUnits;
  readonly amount: Change;
}

export interface PricedUnits {
  readonly units: number;
  /** Null: the grid has no such price. */
  readonly unitPrice: Decimal | null;
  readonly amount: Decimal;
  /** False where a part of a shared school stays out of the titre: then no product gives the amount. */
  readonly isProduct: boolean;
}

/**
 * Who would pay more, who less, and by how much. Both statements are of the same inventory, read under each grid: a row
 * that only the grid on trial has is billed there.
 */
export function simulate(now: Statement, trial: Statement): Simulation {
  const byPayer = changesByPayer(now.lines, trial.lines);
  return {
    now,
    trial,
    byPayer,
    total: addChanges([byPayer.cagb, byPayer.commune]),
    communes: communesOf(now, trial),
    prices: pricesOf(now, trial),
  };
}

function communesOf(now: Statement, trial: Statement): SimulatedCommune[] {
  const communes = new Map([...now.lines, ...trial.lines].map(({ commune }) => [commune.insee, commune]));
  const [before, after] = [now, trial].map(({ lines }) => linesBy(lines, ({ commune }) => commune.insee));
  return [...communes.values()].sort(compareCommunes).map((commune) => {
    const byPayer = changesByPayer(before!(commune.insee), after!(commune.insee));
    return { commune, byPayer, total: addChanges([byPayer.cagb, byPayer.commune]) };
  });
}

function pricesOf(now: Statement, trial: Statement): SimulatedPrice[] {
  const onTrial = new Set(trial.grid.rows.map(({ code }) => code));
  const rows = [...trial.grid.rows, ...now.grid.rows.filter(({ code }) => !onTrial.has(code))];
  const sides = [now, trial].map(({ grid, lines }) => ({
    prices: new Map(grid.rows.map(({ code, prices }) => [code, prices])),
    lines: linesBy(lines, ({ tariff: { code }, nature, payer }) => `${code} ${nature} ${payer}`),
  }));
  return rows.flatMap((tariff) =>
    natures.flatMap((nature) =>
      payers.flatMap((payer): SimulatedPrice[] => {
        const [before, after] = sides.map(({ prices, lines }) => ({
          price: prices.get(tariff.code)?.[nature][payer] ?? null,
          lines: lines(`${tariff.code} ${nature} ${payer}`),
        }));
        if (before!.lines.length + after!.lines.length === 0) return [];
        const [present, future] = [pricedUnits(before!.lines, before!.price), pricedUnits(after!.lines, after!.price)];
        return [
          { tariff, nature, payer, now: present, trial: future, amount: changeOf(present.amount, future.amount) },
        ];
      }),
    ),
  );
}

/** Lines by a key, sorted out once: looked through for each commune and each price, they would be what takes longest. */
function linesBy(lines: readonly Line[], keyOf: (line: Line) => string): (key: string) => readonly Line[] {
  const byKey = new Map<string, Line[]>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [line]);
    else known.push(line);
  }
  return (key) => byKey.get(key) ?? [];
}

function pricedUnits(lines: readonly Line[], unitPrice: Decimal | null): PricedUnits {
  const units = lines.reduce((total, line) => total + countedUnits(line), 0);
  const amount = sum(lines.map((line) => line.amount));
  return { units, unitPrice, amount, isProduct: (unitPrice ?? new Decimal(0)).times(units).equals(amount) };
}

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
