import type { Anomaly } from "../../../messages";
import type { OpenedWorkbook } from "../../../billing";
import { bytesOf, openPicked, type PickedFile } from "../add-workbook";
import type { SessionContext } from "../context";
import { runInSlices } from "../drive";
import { fileRefusal } from "../other-workbooks";
import { billOtherInSteps } from "./analyse";
import type { KeptAnalyses } from "./kept";
import { billIssuedForInSteps } from "./rectified";
import { readGrids } from "./trial-grids";

/** What is to be kept from now on; null where nothing changes, or why nothing can. */
export type Picking = Promise<KeptAnalyses | readonly Anomaly[] | null>;

/** `beside`: with what is compared already, which this file was read with. */
export async function pickCompared(context: SessionContext, picked: PickedFile, beside: boolean): Picking {
  const opened = await openPicked(context, picked);
  if ("refused" in opened) return [opened.refused];
  const { campaign } = context.state;
  if (campaign === null) return null;
  const { comparison } = context.kept;
  const read =
    beside && comparison !== null
      ? { ...comparison, beside: [...without(comparison.beside, picked.name), opened.workbook] }
      : { other: opened.workbook, beside: [] };
  const accepted = context.snapshot?.billing.statement.options.accepted ?? [];
  const billed = await runInSlices(
    billOtherInSteps(read, campaign, accepted),
    context.environment.scheduler,
    () => context.isCancelled,
  );
  if (billed === null) return null;
  return "refusals" in billed ? billed.refusals : { ...context.kept, comparison: billed };
}

/** One of the same name gives its place to the file as it is now. */
function without(workbooks: readonly OpenedWorkbook[], name: string): OpenedWorkbook[] {
  return workbooks.filter(({ cells }) => cells.file.toLowerCase() !== name.toLowerCase());
}

export async function pickGrids(context: SessionContext, picked: PickedFile): Picking {
  const { name } = picked;
  const bytes = await bytesOf(picked);
  if (bytes === null) return [fileRefusal("pane-file-unreadable", name)];
  const read = await readGrids(bytes, name, () => context.environment.openFile(bytes, name).catch(() => null));
  if ("refusals" in read) return read.refusals;
  return { ...context.kept, trial: { from: { file: name, grids: read.grids }, typed: [], refused: [] } };
}

/** What it is refused for is known before everything is read again, so that a former one stays. */
export async function pickIssued(context: SessionContext, picked: PickedFile): Picking {
  const opened = await openPicked(context, picked);
  if ("refused" in opened) return [opened.refused];
  const { snapshot } = context;
  if (snapshot === null) return null;
  const { workbook } = opened;
  const billed = await runInSlices(
    billIssuedForInSteps(workbook, snapshot),
    context.environment.scheduler,
    () => context.isCancelled,
  );
  if (billed === null) return null;
  return "refusals" in billed ? billed.refusals : { ...context.kept, issued: workbook };
}
