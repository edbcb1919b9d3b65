import type { Steps } from "../../cells";
import type { Anomaly } from "../../messages";
import { journalFirstRow, makeSheetsInSteps, type Analyses, type JournalInput } from "../../documents";
import { billInSteps, type Billing } from "../../billing";
import { campaignOf } from "../../tariff";
import type { OpenWorkbook } from "../../workbook/files";
import type { OfficeWorkbook } from "../../workbook/office";
import type { KeptAnalyses } from "./analyses/kept";
import { sameBilling } from "./same-billing";
import { fingerprintsOf, sameSource, sourceStateInSteps, type SourceState } from "./source-state";

/** A workbook of the disk, read together with the one that is open. */
export type OtherWorkbook = Pick<OpenWorkbook, "cells" | "anomalies">;

/** The workbook as it was read, and what was billed from it. */
export interface Snapshot {
  readonly campaign: number;
  readonly workbook: OfficeWorkbook;
  readonly others: readonly OtherWorkbook[];
  readonly source: SourceState;
  readonly billing: Billing;
  /** What was compared, tried and corrected with it. */
  readonly kept?: KeptAnalyses;
  /** What its documents hold of them. */
  readonly analyses?: Analyses | undefined;
}

export type Taking = { readonly snapshot: Snapshot } | { readonly refusals: readonly Anomaly[] };

/** Bills a workbook read, with others read beside it. `when`: civil date and time, for the journal. */
export function* billSnapshot(
  workbook: OfficeWorkbook,
  campaign: number,
  when: string,
  others: readonly OtherWorkbook[] = [],
): Steps<Taking> {
  const read = [workbook, ...others];
  const workbooks = read.map(({ cells }) => cells);
  const billing = yield* billInSteps({
    workbooks,
    openingAnomalies: read.flatMap(({ anomalies }) => anomalies),
    campaign: campaignOf(campaign),
    options: {},
    journal: { when, rows: runsOf(workbook) },
    userSheetNames: workbook.userSheetNames,
    ownSheets: workbook.ownSheets,
  });
  if ("refusals" in billing) return billing;
  return { snapshot: { campaign, workbook, others, source: yield* sourceStateInSteps(workbooks), billing } };
}

export type Retaking =
  /** What was previewed still holds: `snapshot` is it, its documents dated from now. */
  | { readonly kind: "same"; readonly snapshot: Snapshot }
  | { readonly kind: "different"; readonly snapshot: Snapshot }
  | { readonly kind: "refused"; readonly refusals: readonly Anomaly[] };

/**
 * The same workbook read again before it is written to. Where the user's sheets are as they were, the reading and the
 * statement previewed are those that are written; otherwise all is billed again, and compared.
 */
export function* rebillSnapshot(
  before: Snapshot,
  workbook: OfficeWorkbook,
  when: string,
  others: readonly OtherWorkbook[] = before.others,
): Steps<Retaking> {
  const source = yield* sourceStateInSteps([workbook, ...others].map(({ cells }) => cells));
  if (workbook.cells.file === before.workbook.cells.file && sameSource(source, before.source)) {
    const { reading, statement } = before.billing;
    const sheets = yield* makeSheetsInSteps({
      reading,
      statement,
      journal: { when, rows: runsOf(workbook), fingerprints: fingerprintsOf(reading, source) },
      userSheetNames: workbook.userSheetNames,
      ownSheets: workbook.ownSheets,
    });
    return { kind: "same", snapshot: { ...before, workbook, others, source, billing: { ...before.billing, sheets } } };
  }
  const taken = yield* billSnapshot(workbook, before.campaign, when, others);
  if ("refusals" in taken) return { kind: "refused", refusals: taken.refusals };
  const kind = sameBilling(before.billing, taken.snapshot.billing) ? "same" : "different";
  return { kind, snapshot: taken.snapshot };
}

/** Rows of the runs already written in the journal. */
export function runsOf({ journalRows }: Pick<OfficeWorkbook, "journalRows">): JournalInput["rows"] {
  return journalRows.slice(journalFirstRow);
}
