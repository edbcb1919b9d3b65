import { Decimal } from "decimal.js";
import { compareDates, type CivilDate } from "../../cells";
import { roundHalfUp } from "../../money";
import type { VarianceComment } from "../../options";
import { entityKey, isSameEntity, payers, priceAt, type Commune, type Payer } from "../../tariff";
import { compareCommunes, compareNames } from "../order";
import type { Line, Statement } from "../statement";
import { sum } from "../totals";
import {
  commentsByCommune,
  type ComparedCommune,
  type ComparedLine,
  type ComparedPrestation,
  type ComparedSchool,
  type Comparison,
  type Effects,
  type MissingPrice,
  type Presence,
  type Side,
} from "./comparison";
import {
  GridPair,
  lineOf,
  pairCampaigns,
  priceKey,
  type LinePair,
  type PairedCommune,
  type PairedSchool,
} from "./pair-lines";

/**
 * Compares two campaigns, by commune down to the line: quantities at the first price, prices on the second quantities,
 * schools that came or went. Communes that merged are compared with their successor. The four effects add up to the
 * difference, to the cent; the order of the statements' lines has no effect.
 */
export function compareStatements(before: Statement, after: Statement): Comparison {
  const snapshots = [before.campaign.snapshot, after.campaign.snapshot].sort(compareDates);
  const [, day] = snapshots as [CivilDate, CivilDate];
  const grids = new GridPair(before.grid, after.grid);
  const comments = commentsByCommune(after.options.comments, before.campaign.year, day, after.campaign.convention);
  const communes = pairCampaigns(before.lines, after.lines, day, after.campaign.convention)
    .map((paired) => compareCommune(paired, grids, comments.get(entityKey(paired.commune)) ?? []))
    .sort((a, b) => compareCommunes(a.commune, b.commune) || (entityKey(a.commune) < entityKey(b.commune) ? -1 : 1));
  const lines = communes.flatMap(({ schools }) => schools.flatMap((school) => school.lines));
  return {
    before,
    after,
    communes,
    byPayer: effectsByPayer(lines),
    total: addEffects(lines.map(({ effects }) => effects)),
    prestations: comparePrestations(lines, grids),
    missingPrices: missingPrices(lines, grids),
    otherComments: [...comments.values()].filter((some) => !communes.some((one) => one.comments === some)).flat(),
    commentsOnOtherYears: after.options.comments.filter(({ against }) => against !== before.campaign.year),
  };
}

function compareCommune(paired: PairedCommune, grids: GridPair, comments: readonly VarianceComment[]): ComparedCommune {
  const schools = paired.schools.map((school) => compareSchool(school, paired.commune, grids)).sort(compareSchools);
  const lines = schools.flatMap((school) => school.lines);
  const byPayer = effectsByPayer(lines);
  return {
    commune: paired.commune,
    before: communesOf(paired.before),
    after: communesOf(paired.after),
    presence: presenceOf(paired),
    schools,
    byPayer,
    total: addEffects([byPayer.cagb, byPayer.commune]),
    isNotable: isNotable(byPayer.commune),
    comments,
  };
}

function compareSchool(paired: PairedSchool, billed: Commune, grids: GridPair): ComparedSchool {
  const presence = presenceOf(paired);
  const lines = paired.pairs.map((pair) => compareLine(pair, presence, grids)).sort(grids.compareLines);
  const named = paired.after.length > 0 ? paired.after : paired.before;
  return {
    name: named.map(({ school }) => school.name).sort(compareNames)[0]!,
    host: isSameEntity(paired.host, billed) ? null : paired.host,
    presence,
    count: { before: countSchools(paired.before), after: countSchools(paired.after) },
    lines,
    byPayer: effectsByPayer(lines),
  };
}

function compareLine(pair: LinePair, presence: Presence, grids: GridPair): ComparedLine {
  const { tariff, nature, payer } = lineOf(pair);
  const price = { code: tariff.code, nature, payer };
  const before = sideOf(pair.before, priceAt(grids.before, price));
  const after = sideOf(pair.after, priceAt(grids.after, price));
  return {
    tariff: grids.row(tariff.code),
    nature,
    payer,
    before,
    after,
    effects: effectsOfLine(presence, before, after, unitsBorne(pair.after)),
    isProduct: [before, after].every((side) => side.amount.equals(priceOf(side).times(side.quantity))),
  };
}

function sideOf(lines: readonly Line[], unitPrice: Decimal | null): Side {
  const units = new Map(lines.map((line) => [line.school.key, line.quantity]));
  return {
    quantity: [...units.values()].reduce((total, quantity) => total + quantity, 0),
    unitPrice,
    amount: sum(lines.map((line) => line.amount)),
  };
}

/** Returns the units of lines, reduced by their shares. */
function unitsBorne(lines: readonly Line[]): Decimal {
  return sum(
    lines.map(({ quantity, share }) =>
      share === null ? new Decimal(quantity) : new Decimal(quantity).times(share.weight).dividedBy(share.total),
    ),
  );
}

function presenceOf({ before, after }: LinePair): Presence {
  return before.length === 0 ? "arrived" : after.length === 0 ? "departed" : "kept";
}

function countSchools(lines: readonly Line[]): number {
  return new Set(lines.map((line) => line.school.key)).size;
}

function communesOf(lines: readonly Line[]): Commune[] {
  return [...new Map(lines.map(({ commune }) => [entityKey(commune), commune])).values()].sort(compareCommunes);
}

function compareSchools(a: ComparedSchool, b: ComparedSchool): number {
  return compareNames(a.name, b.name) || compareNames(a.host?.name ?? "", b.host?.name ?? "");
}

/** Returns the total of each prestation with a line, in the order of the grids. */
function comparePrestations(lines: readonly ComparedLine[], grids: GridPair): ComparedPrestation[] {
  return grids.rows.flatMap((tariff) => {
    const own = lines.filter((line) => line.tariff.code === tariff.code);
    if (own.length === 0) return [];
    const effects = addEffects(own.map((line) => line.effects));
    return [{ tariff, effects, isNotable: isNotable(effects) }];
  });
}

/** Returns the prices of billed lines that one grid lacks, each once. */
function missingPrices(lines: readonly ComparedLine[], grids: GridPair): MissingPrice[] {
  const billed = new Map(lines.map((line) => [priceKey(line), line]));
  return [...billed.values()]
    .sort(grids.compareLines)
    .flatMap(({ tariff, nature, payer }) =>
      (["before", "after"] as const)
        .filter((side) => priceAt(grids[side], { code: tariff.code, nature, payer }) === null)
        .map((side) => ({ tariff, nature, payer, side })),
    );
}

const zero = new Decimal(0);

/**
 * Returns the effects of a line; `borne` is the number of units of the second campaign, reduced by shares. Without a
 * sharing key, these are (q1 − q0) · p0 and q1 · (p1 − p0), exact; with one, the price effect is rounded to the cent
 * and the rest of the difference, including a change of the key, counts as quantities.
 */
function effectsOfLine(presence: Presence, before: Side, after: Side, borne: Decimal): Effects {
  const difference = after.amount.minus(before.amount);
  const nothing = { quantities: zero, prices: zero, arrivals: zero, departures: zero };
  const amounts = { before: before.amount, after: after.amount, difference };
  if (presence === "arrived") return { ...amounts, ...nothing, arrivals: difference };
  if (presence === "departed") return { ...amounts, ...nothing, departures: difference };
  const prices = roundHalfUp(borne.times(priceOf(after).minus(priceOf(before))));
  return { ...amounts, ...nothing, quantities: difference.minus(prices), prices };
}

/** Returns the price of a side; 0 when there is none, which the comparison reports separately. */
function priceOf({ unitPrice }: Side): Decimal {
  return unitPrice ?? zero;
}

export function addEffects(all: readonly Effects[]): Effects {
  const add = (effect: keyof Effects) => sum(all.map((effects) => effects[effect]));
  return {
    before: add("before"),
    after: add("after"),
    quantities: add("quantities"),
    prices: add("prices"),
    arrivals: add("arrivals"),
    departures: add("departures"),
    difference: add("difference"),
  };
}

/** Returns the sums of effects by payer. */
function effectsByPayer(
  lines: readonly { readonly payer: Payer; readonly effects: Effects }[],
): Record<Payer, Effects> {
  const [cagb, commune] = payers.map((payer) =>
    addEffects(lines.filter((line) => line.payer === payer).map(({ effects }) => effects)),
  );
  return { cagb: cagb!, commune: commune! };
}

const notableShare = new Decimal("0.10");
const notableAmount = new Decimal(100);

/** Returns whether an amount changes by more than 10 % and by more than 100 €. */
function isNotable({ before, difference }: Effects): boolean {
  const change = difference.abs();
  return change.greaterThan(notableAmount) && change.greaterThan(before.abs().times(notableShare));
}
