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

/**
 * What makes up a difference between two campaigns, in euros: `difference` is the sum of the four effects, to the cent.
 */
export interface Effects {
  readonly before: Decimal;
  readonly after: Decimal;
  /** (q1 − q0) · p0, over the schools billed both times. */
  readonly quantities: Decimal;
  /** q1 · (p1 − p0), over the same schools. */
  readonly prices: Decimal;
  /** What the schools billed the second time only come to. */
  readonly arrivals: Decimal;
  /** Minus what the schools billed the first time only came to. */
  readonly departures: Decimal;
  readonly difference: Decimal;
}

/** Whether something is billed both times, the second time only, or the first time only. */
export type Presence = "kept" | "arrived" | "departed";

/** What one campaign bills of a line; nothing where it has no such line. */
export interface Side {
  /** Whole units; those of a school that a key shares are counted in full. */
  readonly quantity: number;
  /** Null where this campaign's grid has no price: it then counts as 0. */
  readonly unitPrice: Decimal | null;
  readonly amount: Decimal;
}

/** One prestation, nature and payer of a school, in both campaigns. */
export interface ComparedLine {
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly before: Side;
  readonly after: Side;
  readonly effects: Effects;
  /** True where both amounts are quantity × price: no key shares the school. */
  readonly isProduct: boolean;
}

export interface ComparedSchool {
  readonly name: string;
  /** The commune that hosts it, where it is not the one billed. */
  readonly host: Commune | null;
  readonly presence: Presence;
  /**
   * How many schools bear that name in each campaign, inside the joined commune: told together, since nothing tells
   * them apart.
   */
  readonly count: { readonly before: number; readonly after: number };
  readonly lines: readonly ComparedLine[];
  readonly byPayer: Readonly<Record<Payer, Effects>>;
}

export interface ComparedCommune {
  /** As it exists on the later snapshot. */
  readonly commune: Commune;
  /** The communes billed in each campaign that it stands for: more than one where a merger joined them. */
  readonly before: readonly Commune[];
  readonly after: readonly Commune[];
  readonly presence: Presence;
  readonly schools: readonly ComparedSchool[];
  readonly byPayer: Readonly<Record<Payer, Effects>>;
  readonly total: Effects;
  /** Its share moves by more than 10 % and 100 €: to be explained. */
  readonly isNotable: boolean;
  /** What the options of the second campaign say of that; several where communes that merged are told apart. */
  readonly comments: readonly VarianceComment[];
}

export interface ComparedPrestation {
  readonly tariff: TariffRow;
  readonly effects: Effects;
  readonly isNotable: boolean;
}

/** A price that one of the two grids lacks, of something that the other campaign bills: it counts as 0. */
export interface MissingPrice {
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly side: "before" | "after";
}

export interface Comparison {
  readonly before: Statement;
  readonly after: Statement;
  readonly byPayer: Readonly<Record<Payer, Effects>>;
  readonly total: Effects;
  /** By name; only communes billed at least once. */
  readonly communes: readonly ComparedCommune[];
  /** In the order of the second grid, then those of the first one only. */
  readonly prestations: readonly ComparedPrestation[];
  readonly missingPrices: readonly MissingPrice[];
  /** Comments on communes that neither campaign bills. */
  readonly otherComments: readonly VarianceComment[];
  /** Comments of the second campaign's options on another year than the first's: kept from another time, or a slip. */
  readonly commentsOnOtherYears: readonly VarianceComment[];
}

/**
 * Groups the comments on the difference with a campaign by the commune that they are about, as it exists on the day of
 * the joining: what was written of Auxon-Dessous is said of Les Auxons. One whose name no commune ever had is refused
 * when it is read.
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

/**
 * Returns the comment on a commune's difference, those of communes that merged one under the other; null where there is
 * none.
 */
export function commentOf({ comments }: Pick<ComparedCommune, "comments">): string | null {
  const [only, ...others] = comments;
  if (only === undefined) return null;
  if (others.length === 0) return only.text;
  return comments.map(({ commune, text }) => `${commune}\u00a0: ${text}`).join("\n");
}

/** Returns the years that comments are about, each once, ascending. */
export function yearsOf(comments: readonly VarianceComment[]): number[] {
  return [...new Set(comments.map(({ against }) => against))].sort((a, b) => a - b);
}

/** Counts the communes to be explained, and those that are. */
export function countExplained(communes: readonly ComparedCommune[]): {
  readonly wanted: number;
  readonly done: number;
} {
  const wanted = communes.filter(({ isNotable }) => isNotable);
  return { wanted: wanted.length, done: wanted.filter(({ comments }) => comments.length > 0).length };
}

/** Returns whether a line has an effect, even where two of them cancel out. */
export function hasChanged({ effects }: { readonly effects: Effects }): boolean {
  const { quantities, prices, arrivals, departures } = effects;
  return [quantities, prices, arrivals, departures].some((effect) => !effect.isZero());
}

/** A comparison as plain data: an amount is a text with two decimals; only the lines that changed are listed. */
export type ComparisonJson = ReturnType<typeof comparisonJson>;

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
    /** On communes that neither campaign bills. */
    otherComments: comparison.otherComments.map(({ commune, text }) => ({ commune, comment: text })),
    /** On another year than that of the campaign compared. */
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
