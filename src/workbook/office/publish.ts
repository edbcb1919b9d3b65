import type { SheetModel } from "../../documents";
import type { Anomaly } from "../../messages";
import { withAddressLists } from "./address-lists";
import { commit } from "./commit";
import { deleteSheet } from "./edit-sheets";
import { fitAgain, layoutOf, newSheet, queueSetUps, setUpByParts, type SetUp } from "./layout";
import {
  Abort,
  faultOf,
  officeError,
  unacceptedEdits,
  type Aftermath,
  type EditedSheet,
  type Publication,
  type Replacing,
  type Watch,
} from "./outcomes";
import { changesOf, handEdits, planOf, type Plan } from "./plan";
import { prepare, type StagingSheets } from "./prepare";
import { backupName, findBackup, isInOrder, keepBackup, putInOrder } from "./recover";
import { exclusively, request, RequestBatch, retry } from "./requests";
import { readPrevious, type PreviousGeneration } from "./previous-generation";
import { readState, type WorkbookState } from "./workbook-state";
import { stack } from "./write-cells";

/** How far a publication has gone, which says what a fault has to put back. */
interface Advance {
  stage: "reading" | "preparing" | "replacing";
  plan: Plan | null;
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
    const advance: Advance = { stage: "reading", plan: null, backup: null };
    try {
      const replaced = await replaceGeneration(models, watch, replacing, advance);
      if ("edited" in replaced) return { ok: false, cancelled: false, anomaly: null, after: "untouched", ...replaced };
      const remark = await finish(replaced, watch);
      return { ok: true, sheets: models.map(({ key, name }) => ({ key, name })), remark };
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
  const previous = await readPrevious(plan);
  const edited = unacceptedEdits(await handEdits(plan, previous.formulas), replacing);
  if (edited.length > 0) return { edited };
  const placed = stack(models);
  advance.stage = "preparing";
  const staging = await withAddressLists(
    () => prepare(plan, previous, placed, new RequestBatch(watch), watch),
    () => putInOrder({ keep: backupName() }),
  );
  stopIfCancelled(watch);
  tell("publish");
  advance.stage = "replacing";
  advance.backup = staging.backup;
  const difference = await commit(plan, previous, placed, staging);
  if (difference !== null) throw new Abort(officeError("office-difference", { ...difference }, difference));
  return { staging, plan, setUps: setUpsOf(plan, previous) };
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

/** Reads the state of a workbook put in order, in which no staging sheet stands but what can still be undone. */
async function orderedState(watch: Watch): Promise<WorkbookState> {
  const state = await readState();
  findBackup(state);
  if (isInOrder(state, backupName())) return state;
  await retry(() => putInOrder({ keep: backupName() }), watch);
  return readState();
}

function stopIfCancelled({ isCancelled }: Watch): void {
  if (isCancelled?.() === true) throw new Abort(null);
}

/**
 * Finishes once the new generation stands: what cannot be removed now is at the next start. Returns what Excel refuses of how
 * sheets look, as a remark, or null.
 */
async function finish({ plan, staging, setUps }: Replaced, watch: Watch): Promise<Anomaly | null> {
  const before = backupName();
  keepBackup(staging.backup);
  watch.onProgress?.({ stage: "tidy", done: 0, total: 1, sheet: null });
  try {
    const passedOver = await request(({ workbook }) => {
      const { worksheets } = workbook;
      deleteSheet(worksheets.getItem(staging.stage));
      for (const { id } of plan.gone) deleteSheet(worksheets.getItem(id));
      if (before !== null) deleteSheet(worksheets.getItem(before));
      return queueSetUps(workbook, setUps);
    });
    return await fitAgain(passedOver());
  } catch {
    await retry(() => putInOrder({ keep: staging.backup }), watch).catch(() => undefined);
    return setUpByParts(setUps);
  }
}

/** Puts everything back, and tells what went wrong and how the workbook is left. */
async function giveUp(error: unknown, advance: Advance, watch: Watch): Promise<Publication> {
  const { stage, plan, backup } = advance;
  let after: Aftermath = "untouched";
  let found = plan?.state ?? null;
  if (stage !== "reading") {
    watch.onProgress?.({ stage: "restore", done: 0, total: 1, sheet: null });
    try {
      const wanted = { keep: backupName(), ...(backup === null ? {} : { restore: backup }) };
      found = (await retry(() => putInOrder(wanted), watch)).found;
      if (stage === "replacing") after = "restored";
    } catch {
      after = "unfinished";
    }
  }
  if (error instanceof Abort && error.anomaly === null) return { ok: false, cancelled: true, anomaly: null, after };
  return { ok: false, cancelled: false, anomaly: faultOf(error, after, vanishedFrom(plan, found)), after };
}

/** Returns the name of the first sheet a publication counted on that is no longer there, or null. */
function vanishedFrom(plan: Plan | null, found: WorkbookState | null): string | null {
  if (plan === null || found === null) return null;
  const ids = new Set(found.sheets.map(({ id }) => id));
  return changesOf(plan).find(({ sheet }) => !ids.has(sheet.id))?.sheet.name ?? null;
}
