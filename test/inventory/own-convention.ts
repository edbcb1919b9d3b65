import { Decimal } from "decimal.js";
import type { Noun } from "../../src/messages";
import { defaultOptions, type Options } from "../../src/options";
import {
  builtInConventions,
  builtInGrids,
  campaignOf,
  countingOf,
  type Convention,
  type Grid,
  type Member,
  type TariffRow,
} from "../../src/tariff";
import { readInventory } from "../at-once";
import { Read, workbook, type SheetSpec } from "./workbook-of";

const none = { cagb: null, commune: null };

/** A prestation that a convention of its own prices, 45,00 a year for the member unless another price is given. */
export function priced(code: string, prestation: string, unit: string, more: Partial<TariffRow> = {}): TariffRow {
  const prices = { installation: none, maintenance: { ...none, commune: new Decimal("45.00") } };
  return { code, prestation, unit, ...countingOf(code, unit), prices, ...more };
}

export const gridOf = (...rows: readonly TariffRow[]): Grid => ({ ...builtInGrids[0]!, rows });

/** « une cantine, des cantines ». */
export function nounOf(singular: string, plural: string): Noun {
  return { singular, plural, gender: "feminine", elides: false, english: { singular, plural } };
}

/** What a convention has besides its prices, where it is not as in 2014. */
interface Terms {
  readonly service?: string;
  readonly site?: Noun;
  readonly member?: Noun;
  readonly count?: Convention["count"];
  readonly members?: readonly Member[];
}

export function conventionOf({ service, site, member, count, members }: Terms): Convention {
  const built = builtInConventions[0]!;
  const nouns = {
    ...built.nouns,
    ...(site && { site }),
    ...(member && { member }),
    ...(count && { count }),
  };
  return { ...built, ...(service && { service }), nouns, ...(count && { count }), ...(members && { members }) };
}

/** Reads the sheets of one workbook under a grid, and a convention like that of 2014 but for its terms. */
export function readUnder(
  grid: Grid,
  terms: Terms,
  sheets: readonly SheetSpec[],
  options: Partial<Options> = {},
): Read {
  const campaign = campaignOf(2014, conventionOf(terms));
  const workbooks = [workbook(sheets)];
  return new Read(readInventory({ workbooks, campaign, grid, options: { ...defaultOptions, ...options } }));
}
