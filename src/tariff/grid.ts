import { Decimal } from "decimal.js";
import { fold, type CivilDate } from "../cells";
import type { Noun } from "../messages";
import { parseEuros } from "../money";
import { headcount, machineCodes } from "./labels/items";

/** The natures of a prestation, in display order. */
export const natures = ["installation", "maintenance"] as const;
export type Nature = (typeof natures)[number];

/** The payers of a price, in display order. */
export const payers = ["cagb", "commune"] as const;
export type Payer = (typeof payers)[number];

/** Unit prices in euros by nature and payer; null means no tariff, which differs from zero. */
export type Prices = Readonly<Record<Nature, Readonly<Record<Payer, Decimal | null>>>>;

/** Returns the prices of a nature, in which a price of 0,00 beside the price of the other payer means no tariff. */
export function borneBy({ cagb, commune }: Prices[Nature]): Prices[Nature] {
  const unlessBorne = (price: Decimal | null, other: Decimal | null) =>
    price?.isZero() === true && other?.isZero() === false ? null : price;
  return { cagb: unlessBorne(cagb, commune), commune: unlessBorne(commune, cagb) };
}

/** The kinds of quantities: pupils of a site, workstations, which the fiche adds up, or other units. */
export const measures = ["pupils", "workstations", "units"] as const;
export type Measure = (typeof measures)[number];

/** How a prestation is counted. */
export interface Counting {
  readonly counts: Measure;
  /** The maximum billed at a site; null when there is none. (decisions §2) */
  readonly perSite: number | null;
  /** Other words for it, besides its wording and its code. */
  readonly words: readonly string[];
}

/** A row of a grid. Rows are data: a later grid may add some, or split one between payers. */
export interface TariffRow extends Counting {
  readonly code: string;
  /** The exact wording of the act. */
  readonly prestation: string;
  /** The unit as worded by its author: `enfant`, `école`, `poste`… */
  readonly unit: string;
  readonly prices: Prices;
}

/** Returns the noun of a unit, folded: « eleve » for « Par élève », « ecole » for « / école ». */
export function unitNoun(unit: string): string {
  return fold(unit)
    .replace(/^(?:par |\/ ?|chaque |une? |l[ae]? )+/, "")
    .trim();
}

/** Returns how a prestation is counted according to its unit: pupils, workstations, one for a school. (decisions §2) */
export function countingOf(code: string, unit: string, site?: Pick<Noun, "singular">): Counting {
  const noun = unitNoun(unit);
  // A workbook's own tariff of 2014 may word the unit of the portal differently.
  const isOfPupils = code === "PORTAIL" || /^(?:eleve|enfant)s?(?: (?:inscrit|scolarise)e?s?)?$/.test(noun);
  const isWorkstation = /^postes?$/.test(noun) || code === machineCodes.standard || code === machineCodes.specific;
  return {
    counts: isOfPupils ? "pupils" : isWorkstation ? "workstations" : "units",
    perSite: noun === "ecole" || noun === fold(site?.singular ?? "") ? 1 : null,
    words: [],
  };
}

/** The prices of a convention for a period. */
export interface Grid {
  readonly id: string;
  /** The reference of the act: « Délibération n° 58, récépissé préfectoral du 14 novembre 2014 ». */
  readonly act: string;
  readonly votedOn: CivilDate | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly note: string;
  readonly origin: "built-in" | "workbook" | "folder";
  readonly rows: readonly TariffRow[];
}

/** Returns the rows of a grid billed for a code: its own row, or for `headcount` all rows counted in pupils. */
export function rowsBilled({ rows }: Pick<Grid, "rows">, code: string | null): TariffRow[] {
  return rows.filter((row) => (code === headcount ? row.counts === "pupils" : row.code === code));
}

/** Returns whether a prestation has a price in a nature, for any payer. */
export function isPriced({ prices }: TariffRow, nature: Nature): boolean {
  return payers.some((payer) => prices[nature][payer] !== null);
}

/**
 * Returns the code under which a row's quantities are counted: `headcount` when it is the only row counted in pupils,
 * because several such rows may have different numbers.
 */
export function countedAs(grid: Pick<Grid, "rows">, code: string): string {
  const [only, other] = rowsBilled(grid, headcount);
  return only?.code === code && other === undefined ? headcount : code;
}

/** Returns the wording of a code in its grid; the code itself when the grid does not have it. */
export function prestationName(grid: Grid, code: string): string {
  return (
    rowsBilled(grid, code)
      .map(({ prestation }) => prestation)
      .join(", ") || code
  );
}

/** The place of a price in a grid. */
export interface PricePlace {
  readonly code: string;
  readonly nature: Nature;
  readonly payer: Payer;
}

/** A new price for a place; null means no tariff. */
export interface PriceChange extends PricePlace {
  readonly price: Decimal | null;
}

/** Returns the price at a place of a grid; null when it has none. */
export function priceAt({ rows }: Grid, { code, nature, payer }: PricePlace): Decimal | null {
  return rows.find((row) => row.code === code)?.prices[nature][payer] ?? null;
}

export function isSamePlace(one: PricePlace, other: PricePlace): boolean {
  return one.code === other.code && one.nature === other.nature && one.payer === other.payer;
}

/** Returns a grid with some prices replaced. */
export function reprice(grid: Grid, changes: readonly PriceChange[]): Grid {
  return { ...grid, rows: grid.rows.map((row) => changes.reduce(repriceRow, row)) };
}

function repriceRow(row: TariffRow, { code, nature, payer, price }: PriceChange): TariffRow {
  if (row.code !== code) return row;
  return { ...row, prices: { ...row.prices, [nature]: { ...row.prices[nature], [payer]: price } } };
}

/** Why a unit price cannot be read. */
export type AmountFault = "negative" | "too-many-decimals" | "unreadable";

/** Reads a unit price as written in a grid file: digits, a dot, at most two decimals. */
export function amountOfData(text: string): Decimal | AmountFault {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return "unreadable";
  return checkedAmount(new Decimal(text));
}

/**
 * Reads a unit price in a number cell, from its shortest decimal form within the 15 significant digits that Excel
 * keeps: 94.80 for 94.80000000000001 (31.6 × 3).
 */
export function amountOfNumber(value: number): Decimal | AmountFault {
  return Number.isFinite(value) ? checkedAmount(new Decimal(value.toPrecision(15))) : "unreadable";
}

/** Reads a unit price in a text, as `parseEuros` does; null for a dash or an empty text, which mean no tariff. */
export function amountOfText(text: string): Decimal | null | AmountFault {
  const written = text.trim();
  if (/^[-–—]?$/.test(written)) return null;
  const amount = parseEuros(written);
  if (amount !== null) return checkedAmount(amount);
  return /^\d+[.,]\d{3,}$/.test(written) ? "too-many-decimals" : "unreadable";
}

function checkedAmount(amount: Decimal): Decimal | AmountFault {
  if (amount.lessThan(0)) return "negative";
  return amount.decimalPlaces() > 2 ? "too-many-decimals" : amount;
}
