import type { Amount } from "./preview-types";

/** A sheet of the source; `otherFile` is null for the workbook that is open. */
export interface SheetPlace {
  readonly sheet: string;
  readonly otherFile: string | null;
}

export interface CellPlace extends SheetPlace {
  readonly cell: string;
}

export interface AmountChange {
  readonly before: Amount;
  readonly after: Amount;
  readonly difference: Amount;
}

export interface CommuneChange extends AmountChange {
  readonly insee: string;
  readonly name: string;
}

/** What a next generation would change in the amounts of the documents in place. */
export interface Differences {
  /** Cells of the source changed since; null where only their sheets are known. */
  readonly cells: { readonly first: readonly CellPlace[]; readonly count: number } | null;
  /** Communes whose part changes, by name. */
  readonly communes: readonly CommuneChange[];
  readonly cagb: AmountChange;
  /** Of the communes' part. */
  readonly due: AmountChange;
  /** Of the titre. */
  readonly total: AmountChange;
}

/** The documents that the workbook holds, against what their source says now. */
export interface Documents {
  /** Day of their generation, `2014-11-25`; null where the journal does not say. */
  readonly since: string | null;
  /** Sheets of the source that changed since. */
  readonly sheets: readonly SheetPlace[];
  /** Null before the workbook is billed, or where they are of another campaign. */
  readonly differences: Differences | null;
}

/** Documents whose amounts were compared with what a next generation would give. */
export type ComparedDocuments = Documents & { readonly differences: Differences };

/** Whether a next generation of the same campaign would not give the same documents. */
export function areOutdated(documents: Documents | null): documents is ComparedDocuments {
  if (documents === null || documents.differences === null) return false;
  const { communes, total } = documents.differences;
  return documents.sheets.length > 0 || communes.length > 0 || total.before !== total.after;
}
