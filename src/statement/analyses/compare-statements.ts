import { Decimal } from "decimal.js";
import { compareDates, type CivilDate } from "../../cells";
import type { VarianceComment } from "../../options";
import type { Commune } from "../../tariff";
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
  type MissingPrice,
  type Presence,
  type Side,
} from "./comparison";
import { addEffects, effectsByPayer, effectsOfLine, isNotable } from "./effects";
import { entityKey, GridPair, lineOf, pairCampaigns, priceKey } from "./pair-lines";
import type { LinePair, PairedCommune, PairedSchool } from "./pair-lines";

/**
 * Compares two campaigns, commune by commune, down to the line: quantities at the first price, prices
 * on the second quantities, schools that came or went. Communes that merged are compared with their successor. The four
 * effects add up to the difference, to the cent; the order of either statement changes nothing.
 */
export function compareStatements(before: Statement, after: Statement): Comparison {
  const snapshots = [before.campaign.snapshot, after.campaign.snapshot].sort(compareDates);
  const [, day] = snapshots as [CivilDate, CivilDate];
  const grids = new GridPair(before.grid, after.grid);
  const comments = commentsByCommune(after.options.comments, before.campaign.year, day);
  const communes = pairCampaigns(before.lines, after.lines, day)
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
    host: entityKey(paired.host) === entityKey(billed) ? null : paired.host,
    presence,
    count: { before: countSchools(paired.before), after: countSchools(paired.after) },
    lines,
    byPayer: effectsByPayer(lines),
  };
}

function compareLine(pair: LinePair, presence: Presence, grids: GridPair): ComparedLine {
  const { tariff, nature, payer } = lineOf(pair);
  const price = { code: tariff.code, nature, payer };
  const before = sideOf(pair.before, grids.price("before", price));
  const after = sideOf(pair.after, grids.price("after", price));
  return {
    tariff: grids.row(tariff.code),
    nature,
    payer,
    before,
    after,
    effects: effectsOfLine(presence, before, after, unitsBorne(pair.after)),
    isProduct: [before, after].every(({ quantity, unitPrice, amount }) =>
      amount.equals((unitPrice ?? none).times(quantity)),
    ),
  };
}

const none = new Decimal(0);

function sideOf(lines: readonly Line[], unitPrice: Decimal | null): Side {
  const units = new Map(lines.map((line) => [line.school.key, line.quantity]));
  return {
    quantity: [...units.values()].reduce((total, quantity) => total + quantity, 0),
    unitPrice,
    amount: sum(lines.map((line) => line.amount)),
  };
}

/** Returns the units that lines bear: a key leaves only a part of them. */
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

/** Returns one total a prestation with a line, in the grids' order. */
function comparePrestations(lines: readonly ComparedLine[], grids: GridPair): ComparedPrestation[] {
  return grids.rows.flatMap((tariff) => {
    const own = lines.filter((line) => line.tariff.code === tariff.code);
    if (own.length === 0) return [];
    const effects = addEffects(own.map((line) => line.effects));
    return [{ tariff, effects, isNotable: isNotable(effects) }];
  });
}

/** Returns the prices that one grid lacks of something that is billed, each once. */
function missingPrices(lines: readonly ComparedLine[], grids: GridPair): MissingPrice[] {
  const billed = new Map(lines.map((line) => [priceKey(line), line]));
  return [...billed.values()]
    .sort(grids.compareLines)
    .flatMap(({ tariff, nature, payer }) =>
      (["before", "after"] as const)
        .filter((side) => grids.price(side, { code: tariff.code, nature, payer }) === null)
        .map((side) => ({ tariff, nature, payer, side })),
    );
}
