import type { KeyedName } from "../../documents";
import type { ColumnReason, Layout, PointPlace, TableKind } from "../../inventory";
import type { Anomaly, Severity } from "../../messages";
import type { Nature, Payer } from "../../tariff";
import type { PriceField } from "../analyses/model";
import type { Meaning, Member, Question } from "./choices";

/** Exact euros with two decimals, `1011.05`: shown from its digits, never through a float. */
export type Amount = string;

export interface TableColumn {
  /** A1 of its header. */
  readonly cell: string;
  readonly header: string;
  /** A role as `inventory` names it, or a prestation code. */
  readonly role: string;
  /** Exact wording of the prestation counted; null for any other role. */
  readonly prestation: string | null;
  readonly nature: Nature | null;
  /** A point says that its heading leaves it open. */
  readonly toConfirm: boolean;
  /** Why it counts for nothing; null where it has a role. */
  readonly why: ColumnReason | null;
  /** How many of its cells hold a number, and what they come to, `1212` or `10.5`. */
  readonly numbers: number;
  readonly sum: string;
}

export interface Table {
  /** Name of the file that it is in, as anomalies have it. */
  readonly file: string;
  readonly sheet: string;
  /** Name of the file of the disk that it is in; null for the workbook that is open. */
  readonly otherFile: string | null;
  readonly layout: Layout;
  readonly kind: TableKind;
  /** The words that decided of its kind, as written; empty where nothing did. */
  readonly kindWords: string;
  readonly range: string;
  /** What became of its rows; null where it is not read. */
  readonly rows: RowCount | null;
  /** Rows below its headings, as Excel numbers them. */
  readonly body: { readonly first: number; readonly last: number };
  /** Letter of the column that gives the commune, or where else it comes from. */
  readonly commune:
    { readonly from: "column"; readonly letter: string } | { readonly from: "sheet" | "title" | "columns" | "none" };
  readonly columns: readonly TableColumn[];
  readonly unused: readonly TableColumn[];
}

/** `read = billed + excluded + error`. */
export interface RowCount {
  readonly read: number;
  readonly billed: number;
  readonly excluded: number;
  readonly error: number;
}

interface SheetCount extends RowCount {
  readonly sheet: string;
  readonly otherFile: string | null;
}

/** Where numbers went: they are the sum of the others. */
export interface NumberCount {
  readonly numbers: number;
  readonly billed: number;
  readonly headcounts: number;
  readonly dates: number;
  readonly leftOut: number;
  readonly error: number;
}

/** Those of one sheet. */
interface SheetNumberCount extends NumberCount {
  readonly sheet: string;
  readonly otherFile: string | null;
}

/** What one cause explains, at the first of its cells. */
export interface PointShown extends Anomaly {
  /** One a cell, in reading order; never none. */
  readonly anomalies: readonly Anomaly[];
  /** Cells below each other as one range. */
  readonly places: readonly PointPlace[];
  /** What may be said once for all of them. */
  readonly question: Question | null;
}

export interface CommuneRow {
  readonly insee: string;
  readonly name: string;
  readonly installation: Amount;
  readonly maintenance: Amount;
  readonly cagb: Amount;
  readonly due: Amount;
  readonly total: Amount;
}

export interface DetailLine {
  readonly prestation: string;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly quantity: number;
  readonly unitPrice: Amount;
  readonly amount: Amount;
  /** Weight of the commune among the total, where a key splits the school. */
  readonly share: { readonly weight: number; readonly total: number } | null;
  /** First cell that it comes from, and how many more; null where it comes from none. */
  readonly source: {
    readonly sheet: string;
    readonly otherFile: string | null;
    readonly cell: string;
    readonly others: number;
  } | null;
}

export interface DetailSchool {
  readonly name: string;
  readonly total: Amount;
  readonly lines: readonly DetailLine[];
}

/** From a commune to its schools to quantity × price. */
export interface CommuneDetail {
  readonly row: CommuneRow;
  /** Name of its fiche, which may not be written yet; null where nothing is billed. */
  readonly fiche: string | null;
  readonly schools: readonly DetailSchool[];
}

export interface Plan {
  /** In the order of their tabs. */
  readonly sheets: readonly KeyedName[];
  /** Names of sheets of ours that stand already and get new contents. */
  readonly replaced: readonly string[];
  /** Sheets of ours that this campaign no longer has. */
  readonly removed: readonly string[];
}

/** A billing as the pane shows it: plain data, no library needed to draw it. */
export interface Preview {
  readonly campaign: number;
  readonly act: string;
  /** Of the grid in force, each to be tried at another one. */
  readonly prices: readonly PriceField[];
  readonly tables: readonly Table[];
  readonly rows: readonly SheetCount[];
  /** One a visible sheet that holds a number. */
  readonly numbers: readonly SheetNumberCount[];
  readonly schools: number;
  readonly pupils: number;
  readonly quantities: number;
  /** Errors first, then warnings, then what is only to know; as one leafs through the workbook inside each. */
  readonly points: readonly PointShown[];
  /** Of points: what one cause explains counts once. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** Columns whose heading must be made clear. */
  readonly unclear: number;
  /** No headcount was found anywhere. */
  readonly withoutHeadcounts: boolean;
  readonly cagb: Amount;
  readonly due: Amount;
  readonly total: Amount;
  readonly communes: readonly CommuneRow[];
  /** Communes of the campaign, to choose from, by name. */
  readonly members: readonly Member[];
  /** What a column may be said to hold. */
  readonly meanings: readonly Meaning[];
  /** Sum of the communes' fiches less the communes' part: 0.00 where all is well. */
  readonly difference: Amount;
  readonly plan: Plan;
}
