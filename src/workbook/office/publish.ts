import type { SheetModel } from "../../documents";
import type { Anomaly } from "../../messages";
import { withAddressLists } from "./address-lists";
import { claimDocuments, type Claim } from "./claim";
import { commit, marksOfBackup } from "./commit";
import { addMark, deleteSheet } from "./edit-sheets";
import { outdatedBackups, stopIfElsewhere } from "./elsewhere";
import { fitAgain, layoutOf, newSheet, queueSetUps, setUpByParts, type SetUp } from "./layout";
import {
  officeError,
  unacceptedEdits,
  type Aftermath,
  type EditedSheet,
  type Publication,
  type Replacing,
  type Watch,
} from "../port";
import { Abort, codeOfFault, faultOf } from "./excel-faults";
import { isMine, owned } from "./owner";
import { changesOf, handEdits, isJournalBehind, planOf, type Plan } from "./plan";
import { prepare, type StagingSheets } from "./prepare";
import { isInOrder, putInOrder } from "./recover";
import { exclusively, request, retry } from "./requests";
import type { PreviousGeneration } from "./previous-generation";
import { backupName, findBackup, isOwnGeneration, keepBackup, type Seals } from "./undoable";
import { readState, stagingKeys, type WorkbookState } from "./workbook-state";
import { stack } from "./write-cells";

/** How far a publication has gone, which says what a fault has to put back. */
interface Advance {
  stage: "reading" | "claiming" | "preparing" | "replacing";
  plan: Plan | null;
  claim: Claim | null;
  /** The sheet that keeps the previous generation, once it does. */
  backup: string | null;
}

/**
 * Replaces the generated sheets of the workbook by exactly these, all or nothing: whatever fails, the previous
 * generation is whole. A sheet that exists stays the same for the formulas that point at it; one whose key has no model
 * is deleted (the journal apart; when it comes alone, none is); new ones come last. The previous generation is kept until the next one, to undo. Sheets
 * changed by hand are replaced as `replacing` says.
 */
export function publish(
  models: readonly SheetModel[],
  watch: Watch = {},
  replacing: Replacing = "all",
): Promise<Publication> {
  return exclusively(async () => {
    const advance: Advance = { stage: "reading", plan: null, claim: null, backup: null };
    try {
      const replaced = await replaceGeneration(models, watch, replacing, advance);
      if ("edited" in replaced) return { ok: false, cancelled: false, anomaly: null, after: "untouched", ...replaced };
      const finished = await finish(replaced, watch);
      if (finished === "taken") return taken();
      return { ok: true, sheets: models.map(({ key, name }) => ({ key, name })), remark: finished };
    } catch (error) {
      return giveUp(error, advance, watch);
    }
  });
}

/** A generation put in place, and what is left to do about it. */
interface Replaced {
  readonly staging: StagingSheets;
  readonly plan: Plan;
  readonly setUps: readonly SetUp[];
  readonly seals: Seals;
}

async function replaceGeneration(
  models: readonly SheetModel[],
  watch: Watch,
  replacing: Replacing,
  advance: Advance,
): Promise<Replaced | { readonly edited: readonly EditedSheet[] }> {
  const tell = (stage: "prepare" | "publish") => watch.onProgress?.({ stage, done: 0, total: 1, sheet: null });
  tell("prepare");
  const plan = planOf(await orderedState(watch), models);
  advance.plan = plan;
  stopIfCancelled(watch);
  advance.stage = "claiming";
  const claim = () => claimDocuments(plan, watch, (claimed) => (advance.claim = claimed));
  const previous = await claim();
  if (isJournalBehind(plan, previous.formulas)) throw new Abort(officeError("office-generated-meanwhile"));
  const edited = unacceptedEdits(await handEdits(plan, previous.formulas), replacing);
  if (edited.length > 0) {
    await retry(() => putInOrder({ keep: backupName() }, watch), watch).catch(() => undefined);
    return { edited };
  }
  const placed = stack(models);
  advance.stage = "preparing";
  const staging = await withAddressLists(
    () => prepare(plan, previous, placed, advance.claim!, watch),
    async () => {
      await putInOrder({ keep: backupName() }, watch);
      await claim();
    },
  );
  stopIfCancelled(watch);
  tell("publish");
  advance.stage = "replacing";
  advance.backup = staging.backup;
  const { difference, seals } = await commit(plan, previous, placed, staging, advance.claim!, watch);
  if (difference !== null) throw new Abort(officeError("office-difference", { ...difference }, difference));
  return { staging, plan, setUps: setUpsOf(plan, previous), seals };
}

/** Returns what the sheets are to look like: those that were there, as far as it changes. */
function setUpsOf({ replaced, added }: Plan, { sheets }: PreviousGeneration): SetUp[] {
  const before = new Map(sheets.map((sheet) => [sheet.key, sheet.layout]));
  return [
    ...replaced.map(({ model, sheet: { id, key, visibility } }) => {
      return { sheet: id, from: before.get(key)!, to: layoutOf(model), isShown: visibility === "visible" };
    }),
    ...added.map((model) => ({ sheet: model.name, from: newSheet, to: layoutOf(model), isShown: true })),
  ];
}

/**
 * Reads the state of a workbook put in order, in which no staging sheet stands but what can still be undone. Throws where another
 * pane is at work on it.
 */
async function orderedState(watch: Watch): Promise<WorkbookState> {
  let state = await readState();
  findBackup(state);
  if (!isInOrder(state, backupName(), watch)) {
    await retry(() => putInOrder({ keep: backupName() }, watch), watch);
    state = await readState();
  }
  stopIfElsewhere(state, watch);
  return state;
}

function stopIfCancelled({ isCancelled }: Watch): void {
  if (isCancelled?.() === true) throw new Abort(null);
}

/**
 * Finishes once the new generation stands: removes the rest, and says last of all that this pane is no more at work. What cannot be
 * removed now is at the next start. Returns what Excel refuses of how sheets look, as a remark, or null; or that another pane
 * took the documents over, whatever was done before.
 */
async function finish({ plan, staging, setUps, seals }: Replaced, watch: Watch): Promise<Anomaly | null | "taken"> {
  const outdated = outdatedBackups(plan.state);
  keepBackup(staging.backup, seals);
  watch.onProgress?.({ stage: "tidy", done: 0, total: 1, sheet: null });
  try {
    const passedOver = await request(({ workbook }) => {
      const { worksheets } = workbook;
      const mark = (marks: readonly string[], key: string) =>
        addMark(worksheets.getItem(staging.backup), marks, owned(key, watch));
      mark(marksOfBackup.replaced, stagingKeys.held);
      deleteSheet(worksheets.getItem(staging.stage));
      for (const { id } of [...plan.gone, ...outdated]) deleteSheet(worksheets.getItem(id));
      const asked = queueSetUps(workbook, setUps);
      mark([...marksOfBackup.replaced, stagingKeys.held], stagingKeys.undo);
      return asked;
    });
    return await fitAgain(passedOver());
  } catch {
    const state = await retry(readState, watch).catch(() => null);
    if (state !== null) {
      const kept = findBackup(state);
      if (kept === undefined || !isOwnGeneration(state)) return "taken";
      // The answer alone was lost: this pane is no more at work on the documents.
      if (kept.key === stagingKeys.undo) return null;
    }
    const remark = await setUpByParts(setUps);
    await retry(() => putInOrder({ keep: staging.backup }, watch), watch).catch(() => undefined);
    return remark;
  }
}

/** Tells that another pane took the documents over. */
function taken(): Publication {
  return { ok: false, cancelled: false, anomaly: officeError("office-work-taken"), after: "taken" };
}

/** Puts everything back, and tells what went wrong and how the workbook is left. */
async function giveUp(error: unknown, advance: Advance, watch: Watch): Promise<Publication> {
  const { stage, plan, claim, backup } = advance;
  let after: Aftermath = "untouched";
  let found = plan?.state ?? null;
  if (stage !== "reading") {
    watch.onProgress?.({ stage: "restore", done: 0, total: 1, sheet: null });
    try {
      const wanted = { keep: backupName(), ...(backup === null ? {} : { restore: backup }) };
      const order = await retry(() => putInOrder(wanted, watch), watch);
      found = order.found;
      if (order.restored) after = "restored";
      else if (claim !== null && isTaken(error, claim, found)) return taken();
    } catch {
      after = "unfinished";
    }
  }
  if (error instanceof Abort && error.anomaly === null) return { ok: false, cancelled: true, anomaly: null, after };
  return { ok: false, cancelled: false, anomaly: faultOf(error, after, vanishedFrom(plan, found)), after };
}

/**
 * Returns whether another pane took away the sheet on which this one was building: that it is gone is not enough, for this
 * one may have removed it, and not been told.
 */
function isTaken(error: unknown, { stage }: Claim, { sheets }: WorkbookState): boolean {
  const isRefused = ["ItemNotFound", "ItemAlreadyExists"].includes(codeOfFault(error) ?? "");
  return isRefused && !sheets.some((sheet) => sheet.id === stage && isMine(sheet));
}

/** Returns the name of the first sheet a publication counted on that is no longer there, or null. */
function vanishedFrom(plan: Plan | null, found: WorkbookState | null): string | null {
  if (plan === null || found === null) return null;
  const ids = new Set(found.sheets.map(({ id }) => id));
  return changesOf(plan).find(({ sheet }) => !ids.has(sheet.id))?.sheet.name ?? null;
}
