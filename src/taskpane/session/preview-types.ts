import type { Layout } from "../../inventory";
import type { Anomaly, Severity } from "../../messages";
import type { KeyedName } from "../../sheets";
import type { Nature, Payer } from "../../tariff";
import type { PriceField } from "./analyses/types";
import type { Meaning, Member } from "./choice-types";

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
}

export interface Table {
  readonly sheet: string;
  /** Name of the file of the disk that it is in; null for the workbook that is open. */
  readonly otherFile: string | null;
  readonly layout: Layout;
  readonly range: string;
  /** Rows below its headings, as Excel numbers them. */
  readonly body: { readonly first: number; readonly last: number };
  /** Letter of the column that gives the commune, or where else it comes from. */
  readonly commune:
    { readonly from: "column"; readonly letter: string } | { readonly from: "sheet" | "title" | "columns" | "none" };
  readonly columns: readonly TableColumn[];
  readonly unused: readonly TableColumn[];
}

export interface SheetCount {
  readonly sheet: string;
  readonly otherFile: string | null;
  readonly read: number;
  readonly billed: number;
  readonly excluded: number;
  readonly error: number;
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
  readonly schools: number;
  readonly pupils: number;
  readonly quantities: number;
  /** Errors first, then warnings, then what is only to know; as one leafs through the workbook inside each. */
  readonly points: readonly Anomaly[];
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
