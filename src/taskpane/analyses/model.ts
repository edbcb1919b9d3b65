import type { ComparedBilling, BillableWorkbook } from "../../billing";
import type { Anomaly } from "../../messages";
import type { Options } from "../../options";
import type { RectificationKind } from "../../statement";
import type { AmountFault, Grid, Nature, Payer, PriceChange, PricePlace } from "../../tariff";
import type { AmountChange, CommuneChange } from "../state/state";

/** « Comparer », « Simuler » and « Rectifier ». */
export type AnalysisName = "compare" | "simulate" | "rectify";

/** From one campaign to the other: the four effects add up to the difference, to the cent. */
export interface EffectsShown extends AmountChange {
  readonly quantities: string;
  readonly prices: string;
  readonly arrivals: string;
  readonly departures: string;
}

/** A commune whose part moves. */
export interface CommuneMove extends CommuneChange {
  /** What the commune owes moves by more than 10 % and 100 €. */
  readonly isNotable: boolean;
  /** What the options say of it; null where they say nothing. */
  readonly comment: string | null;
  /** The names under which they do: those of communes that merged, perhaps. */
  readonly commentedAs: readonly string[];
}

/** The campaign compared with that of another workbook: plain data, no library needed to draw it. */
export interface ComparedShown {
  readonly file: string;
  /** Files that it was read with. */
  readonly beside: readonly string[];
  readonly campaign: number;
  /** Its Journal names its campaign; without one, it is taken for the year before. */
  readonly campaignFrom: "journal" | "year-before";
  readonly cagb: EffectsShown;
  readonly due: EffectsShown;
  readonly total: EffectsShown;
  /** Those that move most first; those that do not are left out, unless something is said of them. */
  readonly moves: readonly CommuneMove[];
  /** How many are to be explained, and are. */
  readonly toExplain: { readonly wanted: number; readonly done: number };
  /** Whether only these are shown. */
  readonly onlyNotable: boolean;
  /** How many comments are on another year than this campaign's, and on which. */
  readonly onOtherYears: { readonly count: number; readonly years: readonly number[] };
  /** INSEE code of the commune whose comment was just kept: one goes on from there. */
  readonly lastCommented: string | null;
  /** What is to correct or to look at in that workbook, errors first. */
  readonly points: readonly Anomaly[];
  /** Errors of that workbook that nobody accepted yet: what they hold back would be missing on one side only. */
  readonly unaccepted: number;
}

/** A price, and what is tried in its place. Null is no tariff. */
export interface PriceField extends PricePlace {
  readonly prestation: string;
  readonly now: string | null;
  readonly trial: string | null;
  /** What it changes, where the same units are billed at both prices: their product is the amount. */
  readonly effect: { readonly units: number; readonly difference: string; readonly amount: string } | null;
  /** What was typed last and is no price: what is tried is still what was before. */
  readonly refused: { readonly written: string; readonly fault: AmountFault } | null;
}

/** Other prices tried on the same inventory. */
export interface TriedShown {
  /** The file that they come from; null where they are those in force, some of them changed in the pane. */
  readonly file: string | null;
  /** Of the grid of that file, or in force. */
  readonly act: string;
  /** Some were typed in the pane. */
  readonly isTyped: boolean;
  readonly cagb: AmountChange;
  readonly due: AmountChange;
  readonly total: AmountChange;
  /** Communes that would owe more, less, as much. */
  readonly directions: { readonly more: number; readonly less: number; readonly same: number };
  readonly moves: readonly CommuneChange[];
  /** What only the prices on trial bring up. */
  readonly points: readonly Anomaly[];
}

/** A line as it was issued, or as it is now. */
export interface LineSide {
  readonly quantity: number;
  readonly unitPrice: string;
  readonly amount: string;
}

/** A line that the correction changes, adds (`issued` null) or takes away (`corrected` null). */
export interface RectifiedLineShown {
  readonly commune: string;
  readonly school: string;
  readonly prestation: string;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly issued: LineSide | null;
  readonly corrected: LineSide | null;
  readonly difference: string;
}

/** What an issued statement becomes: amounts before are those issued. */
export interface RectifiedShown {
  readonly file: string;
  /** Day and time of the run that issued it, `2014-11-25` and `14:03`; null where its Journal was rewritten. */
  readonly when: { readonly day: string; readonly time: string } | null;
  readonly kind: RectificationKind;
  /** The difference without its sign, for which the titre is issued. */
  readonly toIssue: string;
  readonly cagb: AmountChange;
  readonly due: AmountChange;
  readonly total: AmountChange;
  readonly moves: readonly CommuneChange[];
  readonly lines: {
    /** In the order of the sheet. */
    readonly first: readonly RectifiedLineShown[];
    /** How many change in all. */
    readonly count: number;
  };
  /** Errors of the correction as a whole, that nobody accepted: that of quite another inventory. */
  readonly points: readonly Anomaly[];
}

/** The analyses whose sheets the next generation adds; null where there is none. */
export interface AnalysesShown {
  readonly compared: ComparedShown | null;
  readonly tried: TriedShown | null;
  /** The fields of « Simuler »; null where they hold the prices in force and nothing else. */
  readonly prices: readonly PriceField[] | null;
  readonly rectified: RectifiedShown | null;
}

export const noAnalyses: AnalysesShown = { compared: null, tried: null, prices: null, rectified: null };

/** Another campaign's workbook, and what it was billed as against this campaign. */
export interface KeptComparison {
  readonly other: BillableWorkbook;
  /** Those that it was read with, headcounts for one. */
  readonly beside: readonly BillableWorkbook[];
  readonly against: number;
  /** What was accepted of it then. */
  readonly accepted: Options["accepted"];
  readonly billed: ComparedBilling;
}

/** What was typed for a price, and is none. */
interface RefusedPrice extends PricePlace {
  readonly written: string;
  readonly fault: AmountFault;
}

/** Prices that are tried: those of a grid, and those typed in their place. */
export interface KeptTrial {
  /** The file picked, and its grids, one of which is tried; null for the grid in force, whatever the campaign. */
  readonly from: { readonly file: string; readonly grids: readonly Grid[] } | null;
  /** One for a place at most. */
  readonly typed: readonly PriceChange[];
  readonly refused: readonly RefusedPrice[];
}

/** What was picked on the disk, or typed, to be compared with, tried and corrected, for as long as the pane lives. */
export interface KeptAnalyses {
  readonly comparison: KeptComparison | null;
  readonly trial: KeptTrial | null;
  /** The workbook as it was issued, which the one that is open corrects. */
  readonly issued: BillableWorkbook | null;
}

export const nothingKept: KeptAnalyses = { comparison: null, trial: null, issued: null };
