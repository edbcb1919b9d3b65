import type { Decimal } from "decimal.js";
import { cellName, sourceName } from "../cells";
import type { School, SourceCells } from "../inventory";
import type { Anomaly } from "../messages";
import type { Options } from "../options";
import type { Campaign, Commune, Grid, Nature, Payer, TariffRow } from "../tariff";

/** One priced line: quantity × unit price = amount, borne by one payer. */
export interface Line {
  /** The commune billed: the school's, or one of those that share it. */
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
   * Where a key splits the school: this commune's weight among the total. `counted` is true on one of the shares only,
   * so that units are counted once.
   */
  readonly share: { readonly weight: number; readonly total: number; readonly counted: boolean } | null;
}

/** Amounts by nature and payer. */
export type Split = Readonly<Record<Nature, Readonly<Record<Payer, Decimal>>>>;

export interface PrestationTotal {
  readonly tariff: TariffRow;
  readonly split: Split;
  /** Billed units by nature. */
  readonly units: Readonly<Record<Nature, number>>;
}

export interface SchoolTotal {
  readonly school: School;
  readonly split: Split;
  readonly lines: readonly Line[];
}

export interface CommuneTotal {
  readonly commune: Commune;
  readonly split: Split;
  /** What the CAGB claims from the commune: its share of installation and maintenance. */
  readonly due: Decimal;
  readonly cagb: Decimal;
  readonly schools: readonly SchoolTotal[];
}

/** A sum computed in another way, which must give the titre: difference 0.00. */
export interface Reconciliation {
  readonly by: "lines" | "schools" | "communes" | "prestations" | "payers";
  readonly total: Decimal;
  readonly difference: Decimal;
}

/** An état liquidatif that was issued, and the numbers that finance gave it; null where nobody said them. */
export interface IssuedState {
  /** « 2014-01 ». */
  readonly number: string;
  readonly version: number;
  /** `2014-11-25`. */
  readonly date: string;
  readonly bordereau: string | null;
  readonly titre: string | null;
}

/** Which état liquidatif a statement is, among those that were generated of its campaign. */
export interface Edition {
  /** One more for each generation whose amounts changed. */
  readonly version: number;
  /** The one of its campaign that was issued; null where none was. */
  readonly issued: IssuedState | null;
  /** In what it is another than the one issued, which it may not pass for; null where it is that one, or none was issued. */
  readonly differs: "amounts" | "number" | null;
  /** Of a statement that a correction made, the rank of the last paper that leads to it: 2 after « 2014-01 R2 ». */
  readonly lastRank?: number;
}

export interface Statement {
  readonly campaign: Campaign;
  readonly grid: Grid;
  readonly options: Options;
  /** Which one it is of those generated of its campaign; the first, until a Journal says otherwise. */
  readonly edition: Edition;
  readonly lines: readonly Line[];
  readonly total: Decimal;
  readonly cagb: Decimal;
  /** Sum of what is due by the communes. */
  readonly communes: Decimal;
  readonly split: Split;
  /** In the grid's order; only prestations with a line. */
  readonly byPrestation: readonly PrestationTotal[];
  /** In alphabetical order of name (French collation), then INSEE; only communes with a school. */
  readonly byCommune: readonly CommuneTotal[];
  readonly pupils: number;
  /** Schools billed for anything. */
  readonly schools: number;
  /** What the part of Besançon is, for Contrôles, and what it counts that the titre leaves out. */
  readonly besancon: { readonly cagb: Decimal; readonly commune: Decimal; readonly leftOut: readonly Line[] };
  readonly reconciliations: readonly Reconciliation[];
  readonly anomalies: readonly Anomaly[];
}

/** Returns the units that a line counts for: those of a shared school are on one of its shares only. */
export function countedUnits(line: Line): number {
  return line.share === null || line.share.counted ? line.quantity : 0;
}

/** Returns whether a line is the one that counts its units: those that both payers bear a part of have two lines. */
export function countsUnits({ tariff, nature, payer }: Line): boolean {
  return payer === "cagb" || tariff.prices[nature].cagb === null;
}

/** Returns every cell an amount comes from, written `Feuille!A1`. Long for a register: only where all are asked for. */
export function sourceNames(sources: readonly SourceCells[]): string[] {
  return sources.flatMap(({ sheet, column, rows }) =>
    rows.map((row) => sourceName(sheet.name, cellName(row, column), sheet.otherFile)),
  );
}

/** Returns the first cell an amount comes from, and how many there are; null where it has none. */
export function firstSource(
  sources: readonly SourceCells[],
): { first: SourceCells; cell: string; count: number } | null {
  const first = sources.find((source) => source.rows.length > 0);
  if (first === undefined) return null;
  const count = sources.reduce((total, source) => total + source.rows.length, 0);
  return { first, cell: cellName(first.rows[0]!, first.column), count };
}
