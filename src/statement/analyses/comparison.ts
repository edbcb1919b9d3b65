import type { Decimal } from "decimal.js";
import { isoDate, type CivilDate } from "../../cells";
import { formatAmount } from "../../money";
import type { VarianceComment } from "../../options";
import {
  createDirectory,
  entityKey,
  type Commune,
  type Nature,
  type Payer,
  type TariffRow,
  type Convention,
} from "../../tariff";
import type { Statement } from "../statement";
import { joinedCommune } from "./pair-lines";

/** The effects of a difference between two campaigns, in euros: the four effects add up to `difference`. */
export interface Effects {
  readonly before: Decimal;
  readonly after: Decimal;
  /** (q1 − q0) · p0, over the schools billed both times. */
  readonly quantities: Decimal;
  /** q1 · (p1 − p0), over the same schools. */
  readonly prices: Decimal;
  /** The amount of schools billed only the second time. */
  readonly arrivals: Decimal;
  /** Minus the amount of schools billed only the first time. */
  readonly departures: Decimal;
  readonly difference: Decimal;
}

/** Whether something is billed both times, only the second time, or only the first time. */
export type Presence = "kept" | "arrived" | "departed";

/** A line as billed by one campaign; zero when it has no such line. */
export interface Side {
  /** Whole units, including all units of a shared school. */
  readonly quantity: number;
  /** Null when this campaign's grid has no price, which counts as 0. */
  readonly unitPrice: Decimal | null;
  readonly amount: Decimal;
}

/** A prestation, nature and payer of a school, in both campaigns. */
export interface ComparedLine {
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly before: Side;
  readonly after: Side;
  readonly effects: Effects;
  /** True when both amounts are quantity × price, without a sharing key. */
  readonly isProduct: boolean;
}

/** A school in both campaigns. */
export interface ComparedSchool {
  readonly name: string;
  /** The commune of the school, when another one is billed. */
  readonly host: Commune | null;
  readonly presence: Presence;
  /**
   * The number of schools with that name in each campaign, within the joined commune: they are compared together,
   * because nothing distinguishes them.
   */
  readonly count: { readonly before: number; readonly after: number };
  readonly lines: readonly ComparedLine[];
  readonly byPayer: Readonly<Record<Payer, Effects>>;
}

/** A commune in both campaigns. */
export interface ComparedCommune {
  /** The commune as it exists on the later snapshot. */
  readonly commune: Commune;
  /** The communes billed in each campaign that it stands for: several after a merger. */
  readonly before: readonly Commune[];
  readonly after: readonly Commune[];
  readonly presence: Presence;
  readonly schools: readonly ComparedSchool[];
  readonly byPayer: Readonly<Record<Payer, Effects>>;
  readonly total: Effects;
  /** True when its share changes by more than 10 % and 100 €, and so has to be explained. */
  readonly isNotable: boolean;
  /** The comments of the second campaign's options; several when communes that merged are commented separately. */
  readonly comments: readonly VarianceComment[];
}

/** A prestation in both campaigns. */
export interface ComparedPrestation {
  readonly tariff: TariffRow;
  readonly effects: Effects;
  readonly isNotable: boolean;
}

/** A price that one grid lacks for something billed in the other campaign; it counts as 0. */
export interface MissingPrice {
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly side: "before" | "after";
}

/** The comparison of two campaigns. */
export interface Comparison {
  readonly before: Statement;
  readonly after: Statement;
  readonly byPayer: Readonly<Record<Payer, Effects>>;
  readonly total: Effects;
  /** By name; only communes billed at least once. */
  readonly communes: readonly ComparedCommune[];
  /** In the order of the second grid, then those only in the first. */
  readonly prestations: readonly ComparedPrestation[];
  readonly missingPrices: readonly MissingPrice[];
  /** Comments on communes that neither campaign bills. */
  readonly otherComments: readonly VarianceComment[];
  /** Comments of the second campaign's options on another year than the first's: outdated, or a mistake. */
  readonly commentsOnOtherYears: readonly VarianceComment[];
}

/**
 * Groups the comments on the difference with a campaign by commune, as it exists on the day: a comment on Auxon-Dessous
 * belongs to Les Auxons. Names that no commune ever had are refused when options are read.
 */
export function commentsByCommune(
  comments: readonly VarianceComment[],
  against: number,
  day: CivilDate,
  convention: Convention,
): ReadonlyMap<string, readonly VarianceComment[]> {
  const found = new Map<string, VarianceComment[]>();
  const directory = createDirectory({ snapshot: day, convention });
  for (const comment of comments.filter((one) => one.against === against)) {
    const match = directory.find(comment.commune);
    if (match.kind === "unknown") continue;
    const key = entityKey(joinedCommune(match.commune, day, convention));
    found.set(key, [...(found.get(key) ?? []), comment]);
  }
  return found;
}

/** Returns the comments on a commune's difference, those of merged communes line by line; null without any. */
export function commentOf({ comments }: Pick<ComparedCommune, "comments">): string | null {
  const [only, ...others] = comments;
  if (only === undefined) return null;
  if (others.length === 0) return only.text;
  return comments.map(({ commune, text }) => `${commune}\u00a0: ${text}`).join("\n");
}

/** Returns the years of comments, each once, ascending. */
export function yearsOf(comments: readonly VarianceComment[]): number[] {
  return [...new Set(comments.map(({ against }) => against))].sort((a, b) => a - b);
}

/** Counts the communes to be explained, and those with a comment. */
export function countExplained(communes: readonly ComparedCommune[]): {
  readonly wanted: number;
  readonly done: number;
} {
  const wanted = communes.filter(({ isNotable }) => isNotable);
  return { wanted: wanted.length, done: wanted.filter(({ comments }) => comments.length > 0).length };
}

/** Returns whether a line has an effect, even when effects cancel out. */
export function hasChanged({ effects }: { readonly effects: Effects }): boolean {
  const { quantities, prices, arrivals, departures } = effects;
  return [quantities, prices, arrivals, departures].some((effect) => !effect.isZero());
}

/** A comparison as plain data: an amount is a text with two decimals; only changed lines are listed. */
export type ComparisonJson = ReturnType<typeof comparisonJson>;

/** Returns a comparison as plain data. */
export function comparisonJson(comparison: Comparison) {
  const schools = comparison.communes.flatMap(({ commune, schools: own }) =>
    own.map((school) => ({ insee: commune.insee, school })),
  );
  return {
    before: campaignJson(comparison.before),
    after: campaignJson(comparison.after),
    total: effectsJson(comparison.total),
    cagb: effectsJson(comparison.byPayer.cagb),
    communes: effectsJson(comparison.byPayer.commune),
    byCommune: Object.fromEntries(comparison.communes.map((one) => [one.commune.insee, comparedCommuneJson(one)])),
    byPrestation: Object.fromEntries(
      comparison.prestations.map(({ tariff, effects, isNotable }) => [
        tariff.code,
        { ...effectsJson(effects), notable: isNotable },
      ]),
    ),
    schools: schools
      .filter(({ school }) => school.presence !== "kept")
      .map(({ insee, school: { name, presence, byPayer } }) => ({
        insee,
        school: name,
        presence,
        cagb: formatAmount(byPayer.cagb.difference),
        commune: formatAmount(byPayer.commune.difference),
      })),
    lines: schools.flatMap(({ insee, school }) =>
      school.lines.filter(hasChanged).map((line) => comparedLineJson(insee, school, line)),
    ),
    missingPrices: comparison.missingPrices.map(({ tariff, nature, payer, side }) => ({
      prestation: tariff.code,
      nature,
      payer,
      side,
    })),
    /** Comments on communes that neither campaign bills. */
    otherComments: comparison.otherComments.map(({ commune, text }) => ({ commune, comment: text })),
    /** Comments on another year than that of the compared campaign. */
    commentsOnOtherYears: comparison.commentsOnOtherYears.map(({ commune, against, text }) => ({
      commune,
      against,
      comment: text,
    })),
  };
}

function campaignJson({ campaign, grid, total, cagb, communes }: Statement) {
  return {
    campaign: campaign.year,
    snapshot: isoDate(campaign.snapshot),
    act: grid.act,
    total: formatAmount(total),
    cagb: formatAmount(cagb),
    communes: formatAmount(communes),
  };
}

function comparedCommuneJson(compared: ComparedCommune) {
  return {
    name: compared.commune.name,
    presence: compared.presence,
    before: compared.before.map(communeJson),
    after: compared.after.map(communeJson),
    notable: compared.isNotable,
    comment: commentOf(compared),
    cagb: effectsJson(compared.byPayer.cagb),
    commune: effectsJson(compared.byPayer.commune),
    total: effectsJson(compared.total),
  };
}

function comparedLineJson(insee: string, { name, presence }: ComparedSchool, line: ComparedLine) {
  const { tariff, nature, payer, before, after, effects } = line;
  return {
    insee,
    school: name,
    prestation: tariff.code,
    nature,
    payer,
    presence,
    ...effectsJson(effects),
    before: sideJson(before),
    after: sideJson(after),
  };
}

function effectsJson(effects: Effects) {
  const names = Object.keys(effects) as (keyof Effects)[];
  return Object.fromEntries(names.map((name) => [name, formatAmount(effects[name])])) as Record<keyof Effects, string>;
}

function communeJson({ insee, name }: Commune) {
  return { insee, name };
}

function sideJson({ quantity, unitPrice, amount }: Side) {
  return {
    quantity,
    unitPrice: unitPrice === null ? null : formatAmount(unitPrice),
    amount: formatAmount(amount),
  };
}
