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

/** Whether a next generation would not give the same documents, as far as is known. */
export function areOutdated(documents: Documents | null): documents is Documents {
  if (documents === null) return false;
  const { sheets, differences } = documents;
  if (sheets.length > 0) return true;
  return (
    differences !== null && (differences.communes.length > 0 || differences.total.before !== differences.total.after)
  );
}
