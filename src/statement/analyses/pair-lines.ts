import type { Decimal } from "decimal.js";
import { compareDates, remembered, type CivilDate } from "../../cells";
import {
  communeKey,
  entityKey,
  entityOf,
  natures,
  payers,
  successorOf,
  type Commune,
  type Grid,
  type Payer,
  type TariffRow,
  type Convention,
} from "../../tariff";
import type { Line } from "../statement";
import { sumOfLines } from "../totals";

/** One of two statements. */
type SideName = "before" | "after";

/** The lines of two statements with the same key; one of the lists may be empty, never both. */
export type LinePair = Readonly<Record<SideName, readonly Line[]>>;

/** Groups the lines of two statements by key, in the order of the first statement, then of the second. */
export function pairBy(before: readonly Line[], after: readonly Line[], keyOf: (line: Line) => string): LinePair[] {
  const pairs = new Map<string, Record<SideName, Line[]>>();
  for (const [side, lines] of [["before", before] as const, ["after", after] as const])
    for (const line of lines) {
      const key = keyOf(line);
      let found = pairs.get(key);
      if (found === undefined) pairs.set(key, (found = { before: [], after: [] }));
      found[side].push(line);
    }
  return [...pairs.values()];
}

/** Returns a line that represents a pair: that of the second statement if possible, with the present wording. */
export function lineOf({ before, after }: LinePair): Line {
  return after[0] ?? before[0]!;
}

type Priced = Pick<Line, "tariff" | "nature" | "payer">;

/** Returns a text that identifies the price of a line. */
export function priceKey({ tariff, nature, payer }: Priced): string {
  return `${tariff.code}|${nature}|${payer}`;
}

/** The lines of a school in two statements. */
export interface PairedSchool extends LinePair {
  /** The commune of the school, as it exists on the day. */
  readonly host: Commune;
  /** Pairs by prestation, nature and payer: one line a side, except for schools with the same name. */
  readonly pairs: readonly LinePair[];
}

/** The lines of a commune in two statements. */
export interface PairedCommune extends LinePair {
  /** The commune as it exists on the day. */
  readonly commune: Commune;
  readonly schools: readonly PairedSchool[];
}

/**
 * Pairs the lines of two campaigns: communes as they exist on a day, then schools of the same name within each, then
 * prestation, nature and payer.
 */
export function pairCampaigns(
  before: readonly Line[],
  after: readonly Line[],
  day: CivilDate,
  convention: Convention,
): PairedCommune[] {
  const joined = new Map<string, Commune>();
  const join = (commune: Commune) =>
    remembered(joined, entityKey(commune), () => joinedCommune(commune, day, convention));
  const schoolKey = ({ school }: Line) => `${entityKey(join(school.commune))}|${communeKey(school.name)}`;
  return pairBy(before, after, (line) => entityKey(join(line.commune))).map((its) => ({
    ...its,
    commune: join(lineOf(its).commune),
    schools: pairBy(its.before, its.after, schoolKey).map((school) => ({
      ...school,
      host: join(lineOf(school).school.commune),
      pairs: pairBy(school.before, school.after, priceKey),
    })),
  }));
}

/**
 * Returns the commune that exists in the place of another on a later day, after mergers: Les Auxons for Auxon-Dessous
 * from 2015. Returns the commune itself when it still exists, or is unknown to the convention.
 */
export function joinedCommune(commune: Commune, day: CivilDate, convention: Convention): Commune {
  let current = entityOf(commune, convention);
  while (current?.to != null && compareDates(current.to, day) < 0) {
    const successor = successorOf(current, convention);
    if (successor === null) break;
    current = successor;
  }
  return current ?? commune;
}

/** The grids of two statements, with rows matched by code. */
export class GridPair {
  /** The rows of the second grid, then those only in the first. */
  readonly rows: readonly TariffRow[];
  private readonly ranks: ReadonlyMap<string, number>;

  constructor(
    readonly before: Grid,
    readonly after: Grid,
  ) {
    const known = new Set(after.rows.map(({ code }) => code));
    this.rows = [...after.rows, ...before.rows.filter(({ code }) => !known.has(code))];
    this.ranks = new Map(this.rows.map(({ code }, index) => [code, index]));
  }

  /** Returns a row by its code, as worded in the second grid if it is there. */
  row(code: string): TariffRow {
    return this.rows[this.ranks.get(code)!]!;
  }

  /** Compares lines: prestations in the order of the grids, installation before maintenance, CAGB first. */
  readonly compareLines = (a: Priced, b: Priced): number =>
    this.ranks.get(a.tariff.code)! - this.ranks.get(b.tariff.code)! ||
    natures.indexOf(a.nature) - natures.indexOf(b.nature) ||
    payers.indexOf(a.payer) - payers.indexOf(b.payer);
}

/** An amount in euros before and after a change. */
export interface Change {
  readonly before: Decimal;
  readonly after: Decimal;
  readonly difference: Decimal;
}

export function changeOf(before: Decimal, after: Decimal): Change {
  return { before, after, difference: after.minus(before) };
}

/** Amounts before and after a change, by payer and in total. */
export interface Changes {
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
}

/** Returns the change between the totals of two lists of lines. */
export function changesOf(before: readonly Line[], after: readonly Line[]): Changes {
  const part = (lines: readonly Line[], payer: Payer) => sumOfLines(lines.filter((line) => line.payer === payer));
  const change = (payer: Payer) => changeOf(part(before, payer), part(after, payer));
  const [cagb, commune] = [change("cagb"), change("commune")];
  return {
    byPayer: { cagb, commune },
    total: changeOf(cagb.before.plus(commune.before), cagb.after.plus(commune.after)),
  };
}

/** A commune whose share may change. */
export interface ChangedCommune {
  readonly commune: Commune;
  readonly byPayer: { readonly commune: Change };
}

/** Returns the communes whose share changes, the largest changes first. */
export function mostChangedCommunes<T extends ChangedCommune>(communes: readonly T[]): T[] {
  const size = ({ byPayer }: T) => byPayer.commune.difference.abs();
  return communes.filter((one) => !size(one).isZero()).sort((a, b) => size(b).comparedTo(size(a)));
}

/** Counts the communes that owe the CAGB more, less, or the same. */
export function countDirections({ communes }: { readonly communes: readonly ChangedCommune[] }) {
  const count = (direction: number) =>
    communes.filter(({ byPayer }) => byPayer.commune.difference.comparedTo(0) === direction).length;
  return { more: count(1), less: count(-1), same: count(0) };
}
