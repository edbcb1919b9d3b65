import type { Decimal } from "decimal.js";
import { cellName, sourceName } from "../cells";
import type { School, SourceCells } from "../inventory";
import type { Anomaly } from "../messages";
import type { Options } from "../options";
import type { Campaign, Commune, Grid, Nature, Payer, TariffRow } from "../tariff";

/** A priced line: quantity × unit price = amount, borne by one payer. */
export interface Line {
  /** The commune billed: that of the school, or one of those that share it. */
  readonly commune: Commune;
  readonly school: School;
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly quantity: number;
  readonly unitPrice: Decimal;
  readonly amount: Decimal;
  readonly sources: readonly SourceCells[];
  /**
   * This commune's weight and the total, when a sharing key splits the school. `counted` is true for one of the shares
   * only, so that units are counted once.
   */
  readonly share: { readonly weight: number; readonly total: number; readonly counted: boolean } | null;
}

/** Amounts in euros by nature and payer. */
export type Split = Readonly<Record<Nature, Readonly<Record<Payer, Decimal>>>>;

/** The total of a prestation. */
export interface PrestationTotal {
  readonly tariff: TariffRow;
  readonly split: Split;
  /** Billed units by nature. */
  readonly units: Readonly<Record<Nature, number>>;
}

/** The total of a school. */
export interface SchoolTotal {
  readonly school: School;
  readonly split: Split;
  readonly lines: readonly Line[];
}

/** The total of a commune. */
export interface CommuneTotal {
  readonly commune: Commune;
  readonly split: Split;
  /** The amount that the CAGB claims from the commune: its share of installation and maintenance. */
  readonly due: Decimal;
  readonly cagb: Decimal;
  readonly schools: readonly SchoolTotal[];
}

/** The titre computed in another way; the difference must be 0.00. */
export interface Reconciliation {
  readonly by: "lines" | "schools" | "communes" | "prestations" | "payers";
  readonly total: Decimal;
  readonly difference: Decimal;
}

/** An état liquidatif that was issued, with the numbers given by finance; null when unknown. */
export interface IssuedState {
  /** Its number, « 2014-01 ». */
  readonly number: string;
  readonly version: number;
  /** Its date, `2014-11-25`. */
  readonly date: string;
  readonly bordereau: string | null;
  readonly titre: string | null;
}

/** The edition of a statement among those generated for its campaign. */
export interface Edition {
  /** Increases with each generation whose amounts changed. */
  readonly version: number;
  /** The issued état of the campaign; null when none was issued. */
  readonly issued: IssuedState | null;
  /** How the statement differs from the issued état, with which it must not be confused; null without a difference. */
  readonly differs: "amounts" | "number" | null;
  /** After a correction, the rank of its last document: 2 after « 2014-01 R2 ». */
  readonly lastRank?: number;
}

/** The result of a campaign: what it bills, priced and summed. */
export interface Statement {
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly options: Options;
  /** Its edition; the first one, until a Journal says otherwise. */
  readonly edition: Edition;
  readonly lines: readonly Line[];
  readonly total: Decimal;
  readonly cagb: Decimal;
  /** The total due by the communes. */
  readonly communes: Decimal;
  readonly split: Split;
  /** In the order of the grid; only prestations with a line. */
  readonly byPrestation: readonly PrestationTotal[];
  /** By name in French order, then by INSEE code; only communes with a school. */
  readonly byCommune: readonly CommuneTotal[];
  readonly pupils: number;
  /** The number of schools billed for anything. */
  readonly schools: number;
  /** The share of Besançon, for Contrôles, and its lines that the titre leaves out. */
  readonly besancon: { readonly cagb: Decimal; readonly commune: Decimal; readonly leftOut: readonly Line[] };
  readonly reconciliations: readonly Reconciliation[];
  readonly anomalies: readonly Anomaly[];
}

/** Returns the units counted by a line; those of a shared school are counted by one of its shares only. */
export function countedUnits(line: Line): number {
  return line.share === null || line.share.counted ? line.quantity : 0;
}

/** Returns whether a line counts its units: units that both payers pay for have two lines, of which one counts. */
export function countsUnits({ tariff, nature, payer }: Line): boolean {
  return payer === "cagb" || tariff.prices[nature].cagb === null;
}

/** Returns all source cells of an amount, as `Feuille!A1`. The list is long for a register. */
export function sourceNames(sources: readonly SourceCells[]): string[] {
  return sources.flatMap(({ sheet, column, rows }) =>
    rows.map((row) => sourceName(sheet.name, cellName(row, column), sheet.otherFile)),
  );
}

/** Returns the first source cell of an amount, and their number; null when there are none. */
export function firstSource(
  sources: readonly SourceCells[],
): { first: SourceCells; cell: string; count: number } | null {
  const first = sources.find((source) => source.rows.length > 0);
  if (first === undefined) return null;
  const count = sources.reduce((total, source) => total + source.rows.length, 0);
  return { first, cell: cellName(first.rows[0]!, first.column), count };
}
