import type { Anomaly } from "../../../messages";
import type { OpenedWorkbook } from "../../../sheets";
import { bytesOf, openPicked } from "../add-workbook";
import type { PickedFile } from "../add-workbook";
import type { Desk } from "../desk";
import { drive } from "../drive";
import { fileRefusal } from "../other-workbooks";
import { readWorkbook } from "../reader";
import type { KeptAnalyses } from "./kept";
import { loadAnalyses } from "./load";
import type { AnalysisName } from "./types";

/**
 * Compares the campaign with the workbook of another one, of the disk; kept in memory, as `rebill --compare` reads it.
 * `beside`: with what is compared already, which this file was read with.
 */
export function compareWith(desk: Desk, picked: PickedFile, beside = false): Promise<void> {
  return keep(desk, picked.name, async (analyses) => {
    const opened = await openPicked(desk, picked);
    if ("refused" in opened) return [opened.refused];
    const { campaign } = desk.state;
    if (campaign === null) return null;
    const { pace } = desk.around;
    const { comparison } = desk.kept;
    const read =
      beside && comparison !== null
        ? { ...comparison, beside: [...without(comparison.beside, picked.name), opened.workbook] }
        : { other: opened.workbook, beside: [] };
    const billed = await drive(analyses.billOtherInSteps(read, campaign), pace, () => desk.isCancelled);
    if (billed === null) return null;
    return "refusals" in billed ? billed.refusals : { ...desk.kept, comparison: billed };
  });
}

/** One of the same name gives its place to the file as it is now. */
function without(workbooks: readonly OpenedWorkbook[], name: string): OpenedWorkbook[] {
  return workbooks.filter(({ cells }) => cells.file.toLowerCase() !== name.toLowerCase());
}

/** Tries the grid of a file of the disk on the same inventory, as `rebill --simulate` does. */
export function simulateWith(desk: Desk, picked: PickedFile): Promise<void> {
  return keep(desk, picked.name, async (analyses) => {
    const { name } = picked;
    const bytes = await bytesOf(picked);
    if (bytes === null) return [fileRefusal("pane-file-unreadable", name)];
    const read = await analyses.readGrids(bytes, name, () => desk.around.openFile(bytes, name).catch(() => null));
    return "refusals" in read ? read.refusals : { ...desk.kept, trial: { file: name, grids: read.grids } };
  });
}

/**
 * Corrects the statement issued in a workbook of the disk, as `rebill --rectify` does. What it is refused for is known
 * before everything is read again, so that a former one stays.
 */
export function rectifyIssued(desk: Desk, picked: PickedFile): Promise<void> {
  return keep(desk, picked.name, async (analyses) => {
    const opened = await openPicked(desk, picked);
    if ("refused" in opened) return [opened.refused];
    const { snapshot } = desk;
    if (snapshot === null) return null;
    const { pace } = desk.around;
    const { workbook } = opened;
    const billed = await drive(analyses.billIssuedForInSteps(workbook, snapshot), pace, () => desk.isCancelled);
    if (billed === null) return null;
    return "refusals" in billed ? billed.refusals : { ...desk.kept, issued: workbook };
  });
}

/** Where each analysis is kept. */
const places = { compare: "comparison", simulate: "trial", rectify: "issued" } as const satisfies Record<
  AnalysisName,
  keyof KeptAnalyses
>;

/** Takes an analysis back: the next generation is without its sheets. */
export function leaveAnalysis(desk: Desk, name: AnalysisName): Promise<void> {
  return changeKept(desk, () => {
    desk.kept = { ...desk.kept, [places[name]]: null };
    return Promise.resolve(null);
  });
}

/** What is to be kept from now on; null where nothing changes, or why nothing can. */
type Picking = (
  analyses: Awaited<ReturnType<typeof loadAnalyses>>,
) => Promise<KeptAnalyses | readonly Anomaly[] | null>;

/** Picks, then reads everything again with it. */
function keep(desk: Desk, file: string, pick: Picking): Promise<void> {
  return changeKept(desk, async () => {
    const analyses = await loadAnalyses().catch(() => null);
    if (analyses === null) return fileRefusal("pane-file-not-loaded", file);
    const picked = await pick(analyses);
    if (picked === null) return null;
    if (isRefused(picked)) return picked[0]!;
    desk.kept = picked;
    return null;
  });
}

/** Changes what is kept, and reads everything again with it. Refused or stopped on the way, all stays as it was. */
async function changeKept(desk: Desk, change: Parameters<typeof readWorkbook>[1]): Promise<void> {
  const before = desk.kept;
  await readWorkbook(desk, change);
  if (desk.snapshot?.kept !== desk.kept) desk.kept = before;
}

function isRefused(picked: KeptAnalyses | readonly Anomaly[]): picked is readonly Anomaly[] {
  return Array.isArray(picked);
}
