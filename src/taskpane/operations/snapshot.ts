import {
  billCampaignInSteps,
  makeDocumentsInSteps,
  withDocumentsInSteps,
  type Billing,
  type BillingRequest,
} from "../../billing";
import type { SheetCells, Steps, WorkbookCells } from "../../cells";
import { journalFirstRow, type Analyses, type JournalInput } from "../../documents";
import { success, type Anomaly, type Result } from "../../messages";
import { formatAmount } from "../../money";
import { fingerprintInSteps, type Comparison, type Line } from "../../statement";
import { campaignOf, isSameEntity } from "../../tariff";
import type { OpenedWorkbook } from "../../workbook";
import type { KeptAnalyses } from "../analyses/kept";

/** A workbook of the disk, read together with the one that is open. */
export type OtherWorkbook = Pick<OpenedWorkbook, "cells" | "anomalies">;

/** The workbook as it was read, and what was billed from it. */
export interface Snapshot {
  readonly campaign: number;
  readonly workbook: OpenedWorkbook;
  readonly others: readonly OtherWorkbook[];
  readonly source: SourceState;
  readonly billing: Billing;
  /** Date and time of its journal. */
  readonly when: string;
  /** The analyses billed with it. */
  readonly kept?: KeptAnalyses;
  /** The analyses in its documents. */
  readonly analyses?: Analyses | undefined;
}

/**
 * Bills a workbook, with others read beside it. `when`: civil date and time, for the Journal; `known`: the state of
 * their sheets, if it is already computed.
 */
export function* billSnapshot(
  workbook: OpenedWorkbook,
  campaign: number,
  when: string,
  others: readonly OtherWorkbook[] = [],
  known?: SourceState,
): Steps<Result<Snapshot>> {
  const source = known ?? (yield* sourceStateInSteps([workbook, ...others].map(({ cells }) => cells)));
  const read = { campaign, workbook, others, source, when };
  const billed = yield* billCampaignInSteps(billingRequestOf(read));
  return billed.ok ? success({ ...read, billing: billed.value }) : billed;
}

/** Returns what a snapshot was billed from. */
export function requestOf({ workbook, campaign, others }: Pick<Snapshot, "workbook" | "campaign" | "others">) {
  const read = [workbook, ...others];
  return {
    workbooks: read.map(({ cells }) => cells),
    openingAnomalies: read.flatMap(({ anomalies }) => anomalies),
    campaign: campaignOf(campaign),
    options: {},
  };
}

/**
 * Returns the request from which a snapshot and its documents are made; each sheet is hashed once, for its state and
 * for the Journal.
 */
function billingRequestOf({ source, when, ...read }: Omit<Snapshot, "billing">): BillingRequest {
  const { userSheetNames, generatedSheets, runRecord: record } = read.workbook;
  return {
    ...requestOf(read),
    userSheetNames,
    generatedSheets,
    journal: { when, rows: runsOf(read.workbook), record },
    fingerprintOf: ({ file, name }) => fingerprintIn(source, file, name),
  };
}

/**
 * Makes the documents of a snapshot again, for a later version of its état, or with another campaign compared on its
 * fiches.
 */
export function makeSheetsAgain(
  snapshot: Snapshot,
  { statement, comparison }: { readonly statement: Billing["statement"]; readonly comparison: Comparison | null },
): Steps<Billing["sheets"]> {
  return makeDocumentsInSteps(billingRequestOf(snapshot), { ...snapshot.billing, statement }, comparison);
}

type RebilledSnapshot =
  /** The preview still holds: `snapshot` is that of the preview, with documents dated now. */
  | { readonly kind: "same"; readonly snapshot: Snapshot }
  | { readonly kind: "different"; readonly snapshot: Snapshot }
  | { readonly kind: "refused"; readonly refusals: readonly Anomaly[] };

/**
 * Bills the same workbook, read again before it is written to. When the user's sheets are unchanged, the previewed
 * reading and statement are written; otherwise everything is billed again and compared.
 */
export function* rebillSnapshot(
  before: Snapshot,
  workbook: OpenedWorkbook,
  when: string,
  others: readonly OtherWorkbook[] = before.others,
): Steps<RebilledSnapshot> {
  const source = yield* sourceStateInSteps([workbook, ...others].map(({ cells }) => cells));
  if (workbook.cells.file === before.workbook.cells.file && sameSource(source, before.source)) {
    const read = { ...before, workbook, others, source, when };
    // Its Journal may have one more row.
    const billing = yield* withDocumentsInSteps(billingRequestOf(read), before.billing);
    const isAsIssued = billing.statement.edition.differs === before.billing.statement.edition.differs;
    const snapshot = { ...read, billing };
    return { kind: isAsIssued ? "same" : "different", snapshot };
  }
  const taken = yield* billSnapshot(workbook, before.campaign, when, others, source);
  if (!taken.ok) return { kind: "refused", refusals: taken.error };
  const kind = sameBilling(before.billing, taken.value.billing) ? "same" : "different";
  return { kind, snapshot: taken.value };
}

/** Returns the rows of the runs already written in the journal. */
export function runsOf({ journalRows }: Pick<OpenedWorkbook, "journalRows">): JournalInput["rows"] {
  return journalRows.slice(journalFirstRow);
}

interface SheetState {
  readonly visibility: SheetCells["visibility"];
  readonly fingerprint: string;
}

/** The content of the user's sheets, by file and name, to detect changes. */
export type SourceState = ReadonlyMap<string, SheetState>;

/** Returns the state of the user's sheets, without the generated ones. */
export function* sourceStateInSteps(workbooks: readonly WorkbookCells[]): Steps<SourceState> {
  const state = new Map<string, SheetState>();
  for (const sheet of workbooks.flatMap(({ sheets }) => sheets))
    if (sheet.generatedKey === null)
      state.set(sheetKey(sheet), { visibility: sheet.visibility, fingerprint: yield* fingerprintInSteps(sheet) });
  return state;
}

/** Returns the fingerprint of a sheet; undefined when it is not there. */
export function fingerprintIn(state: SourceState, file: string, name: string): string | undefined {
  return state.get(sheetKey({ file, name }))?.fingerprint;
}

function sheetKey({ file, name }: { readonly file: string; readonly name: string }): string {
  return `${file}\n${name}`;
}

/** Returns whether the user's sheets hold the same. */
export function sameSource(one: SourceState, other: SourceState): boolean {
  return (
    one.size === other.size &&
    [...one].every(([name, { visibility, fingerprint }]) => {
      const sheet = other.get(name);
      return sheet?.visibility === visibility && sheet.fingerprint === fingerprint;
    })
  );
}

/**
 * Returns whether two billings show the same lines and the same points. A change in a sheet beside the inventory, or of
 * a clock in a cell, leaves nothing to review.
 */
function sameBilling(one: Billing, other: Billing): boolean {
  return (
    one.statement.grid.act === other.statement.grid.act &&
    one.statement.lines.length === other.statement.lines.length &&
    one.statement.lines.every((line, index) => sameLine(line, other.statement.lines[index]!)) &&
    JSON.stringify(toTreat(one)) === JSON.stringify(toTreat(other)) &&
    JSON.stringify(one.statement.options) === JSON.stringify(other.statement.options)
  );
}

/**
 * Returns the points to examine again; points for information, such as numbers of a sheet beside the inventory, are not
 * among them.
 */
function toTreat({ anomalies }: Billing): Billing["anomalies"] {
  return anomalies.filter(({ severity }) => severity !== "info");
}

function sameLine(one: Line, other: Line): boolean {
  return (
    isSameEntity(one.commune, other.commune) &&
    one.school.key === other.school.key &&
    one.tariff.code === other.tariff.code &&
    one.nature === other.nature &&
    one.payer === other.payer &&
    one.quantity === other.quantity &&
    one.unitPrice.equals(other.unitPrice) &&
    formatAmount(one.amount) === formatAmount(other.amount)
  );
}
