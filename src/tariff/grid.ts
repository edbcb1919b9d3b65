import { Decimal } from "decimal.js";
import { fold, type CivilDate } from "../cells";
import type { Noun } from "../messages";
import { parseEuros } from "../money";
import { headcount, machineCodes } from "./labels/items";

/** The natures of a prestation, in the order in which they are listed. */
export const natures = ["installation", "maintenance"] as const;
export type Nature = (typeof natures)[number];

/** Who may bear a price, in the order in which they are listed. */
export const payers = ["cagb", "commune"] as const;
export type Payer = (typeof payers)[number];

/** Unit prices in euros by nature and payer; null is *no tariff*, which is not zero. */
export type Prices = Readonly<Record<Nature, Readonly<Record<Payer, Decimal | null>>>>;

/** Returns the prices of a nature, where an act writes 0,00 for a payer beside what the other bears: that is *no tariff*. */
export function borneBy({ cagb, commune }: Prices[Nature]): Prices[Nature] {
  const unlessBorne = (price: Decimal | null, other: Decimal | null) =>
    price?.isZero() === true && other?.isZero() === false ? null : price;
  return { cagb: unlessBorne(cagb, commune), commune: unlessBorne(commune, cagb) };
}

/** What a quantity of a prestation is: the pupils of a site, whatever it is called; workstations, which the fiche sums up; or its own units. */
export const measures = ["pupils", "workstations", "units"] as const;
export type Measure = (typeof measures)[number];

/** How a prestation is counted. */
export interface Counting {
  readonly counts: Measure;
  /** The most that is billed of it at a site; null where all is. (decisions §2) */
  readonly perSite: number | null;
  /** Other words that name it, beside its wording and its code. */
  readonly words: readonly string[];
}

/** One row of a grid. Rows are data: a later grid may add some, or split one between payers. */
export interface TariffRow extends Counting {
  readonly code: string;
  /** Exact wording of the act. */
  readonly prestation: string;
  /** `enfant`, `école`, `poste`… as its author words it. */
  readonly unit: string;
  readonly prices: Prices;
}

/** Returns the noun of a unit, folded: « Par élève », « / école », « l’agent ». */
export function unitNoun(unit: string): string {
  return fold(unit)
    .replace(/^(?:par |\/ ?|chaque |une? |l[ae]? )+/, "")
    .trim();
}

/** Returns how a prestation is counted where only its unit tells: pupils, workstations, one a school, or a site, at most. (decisions §2) */
export function countingOf(code: string, unit: string, site?: Pick<Noun, "singular">): Counting {
  const noun = unitNoun(unit);
  // A workbook's own tariff of 2014 may word the unit of its portal otherwise.
  const isOfPupils = code === "PORTAIL" || /^(?:eleve|enfant)s?(?: (?:inscrit|scolarise)e?s?)?$/.test(noun);
  const isWorkstation = /^postes?$/.test(noun) || code === machineCodes.standard || code === machineCodes.specific;
  return {
    counts: isOfPupils ? "pupils" : isWorkstation ? "workstations" : "units",
    perSite: noun === "ecole" || noun === fold(site?.singular ?? "") ? 1 : null,
    words: [],
  };
}

/** The prices of one convention. */
export interface Grid {
  readonly id: string;
  /** Reference of the act, e.g. « Délibération n° 58, récépissé préfectoral du 14 novembre 2014 ». */
  readonly act: string;
  readonly votedOn: CivilDate | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly note: string;
  readonly origin: "built-in" | "workbook" | "folder";
  readonly rows: readonly TariffRow[];
}

/** Returns the rows of a grid that a code bills: its own one; of `headcount`, all those that are counted in pupils. */
export function rowsBilled({ rows }: Pick<Grid, "rows">, code: string | null): TariffRow[] {
  return rows.filter((row) => (code === headcount ? row.counts === "pupils" : row.code === code));
}

/** Returns whether somebody bears a price of a prestation, in one nature. */
export function isPriced({ prices }: TariffRow, nature: Nature): boolean {
  return payers.some((payer) => prices[nature][payer] !== null);
}

/**
 * Returns what a row of a grid is counted as, by its code: the headcount, where it alone is counted in pupils; of several rows, each may
 * have numbers of its own.
 */
export function countedAs(grid: Pick<Grid, "rows">, code: string): string {
  const [only, other] = rowsBilled(grid, headcount);
  return only?.code === code && other === undefined ? headcount : code;
}

/** Returns the wording of the act for a code of its grid; the code itself when the grid has none. */
export function prestationName(grid: Grid, code: string): string {
  return (
    rowsBilled(grid, code)
      .map(({ prestation }) => prestation)
      .join(", ") || code
  );
}

/** Where a price stands in a grid. */
export interface PricePlace {
  readonly code: string;
  readonly nature: Nature;
  readonly payer: Payer;
}

/** Another price for a place; null is *no tariff*. */
export interface PriceChange extends PricePlace {
  readonly price: Decimal | null;
}

/** Returns the price that a grid has in a place; null when it has none, or no such row. */
export function priceAt({ rows }: Grid, { code, nature, payer }: PricePlace): Decimal | null {
  return rows.find((row) => row.code === code)?.prices[nature][payer] ?? null;
}

export function isSamePlace(one: PricePlace, other: PricePlace): boolean {
  return one.code === other.code && one.nature === other.nature && one.payer === other.payer;
}

/** Returns a grid with other prices in some places of its rows; all else in it stays as it was. */
export function reprice(grid: Grid, changes: readonly PriceChange[]): Grid {
  return { ...grid, rows: grid.rows.map((row) => changes.reduce(repriceRow, row)) };
}

function repriceRow(row: TariffRow, { code, nature, payer, price }: PriceChange): TariffRow {
  if (row.code !== code) return row;
  return { ...row, prices: { ...row.prices, [nature]: { ...row.prices[nature], [payer]: price } } };
}

/** Why a unit price cannot be read. */
export type AmountFault = "negative" | "too-many-decimals" | "unreadable";

/** Reads a unit price as a grid file must write it: digits, a dot, two decimals at most. */
export function amountOfData(text: string): Decimal | AmountFault {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return "unreadable";
  return checkedAmount(new Decimal(text));
}

/**
 * Reads the unit price of a cell that holds a number: its shortest decimal writing within 15 significant digits, which is all
 * that Excel keeps and shows, so that 94.80000000000001 (31.6 × 3) is 94.80.
 */
export function amountOfNumber(value: number): Decimal | AmountFault {
  return Number.isFinite(value) ? checkedAmount(new Decimal(value.toPrecision(15))) : "unreadable";
}

/** Reads the unit price written in a text, as `parseEuros` reads it; null for a dash, or nothing, which is *no tariff*. */
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
