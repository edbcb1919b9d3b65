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

/** How far a publication has gone, which determines what a fault has to roll back. */
interface Advance {
  stage: "reading" | "claiming" | "preparing" | "replacing";
  plan: Plan | null;
  claim: Claim | null;
  /** Name of the backup sheet, once it holds the previous generation. */
  backup: string | null;
}

/**
 * Replaces the generated sheets of the workbook by these, all or none: after any failure, the previous generation is
 * whole. Existing sheets stay, so that references to them stay valid; those without a model are deleted, except the
 * Journal, and all others when the Journal is the only model; new sheets come last. The previous generation is kept for
 * an undo until the next one. Sheets changed by hand are replaced as `replacing` allows.
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

/** A generation in place, and the data to finish its publication. */
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
  const report = (stage: "prepare" | "publish") => watch.onProgress?.({ stage, done: 0, total: 1, sheet: null });
  report("prepare");
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
  report("publish");
  advance.stage = "replacing";
  advance.backup = staging.backup;
  const { difference, seals } = await commit(plan, previous, placed, staging, advance.claim!, watch);
  if (difference !== null) throw new Abort(officeError("office-difference", { ...difference }, difference));
  return { staging, plan, setUps: setUpsOf(plan, previous), seals };
}

/** Returns the layouts to apply, with the present ones of existing sheets. */
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
 * Repairs the workbook if needed and returns its state, in which the only staging sheet left is the one of an undo.
 * Throws when another pane is at work on it.
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
 * Finishes a publication: deletes staging and removed sheets, applies layouts, and marks last that this pane is no
 * longer at work. What cannot be deleted now is deleted at the next start. Returns a warning about refused layouts, or
 * null; « taken » when another pane has taken over the documents.
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
      // Only the answer was lost: this pane is no longer at work on the documents.
      if (kept.key === stagingKeys.undo) return null;
    }
    const remark = await setUpByParts(setUps);
    await retry(() => putInOrder({ keep: staging.backup }, watch), watch).catch(() => undefined);
    return remark;
  }
}

/** Returns the failure of a publication whose documents another pane has taken over. */
function taken(): Publication {
  return { ok: false, cancelled: false, anomaly: officeError("office-work-taken"), after: "taken" };
}

/** Rolls a publication back and returns its failure, with the state in which the workbook is left. */
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
 * Returns whether another pane has removed this pane's staging sheet. Its absence is not enough: this pane may have
 * removed it without receiving the answer.
 */
function isTaken(error: unknown, { stage }: Claim, { sheets }: WorkbookState): boolean {
  const isRefused = ["ItemNotFound", "ItemAlreadyExists"].includes(codeOfFault(error) ?? "");
  return isRefused && !sheets.some((sheet) => sheet.id === stage && isMine(sheet));
}

/** Returns the name of the first sheet of a plan that no longer exists, or null. */
function vanishedFrom(plan: Plan | null, found: WorkbookState | null): string | null {
  if (plan === null || found === null) return null;
  const ids = new Set(found.sheets.map(({ id }) => id));
  return changesOf(plan).find(({ sheet }) => !ids.has(sheet.id))?.sheet.name ?? null;
}
