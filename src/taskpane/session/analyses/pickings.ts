import type { Anomaly } from "../../../messages";
import type { OpenedWorkbook } from "../../../billing";
import { bytesOf, openPicked, type PickedFile } from "../add-workbook";
import type { Desk } from "../desk";
import { drive } from "../drive";
import { fileRefusal } from "../other-workbooks";
import { billOtherInSteps } from "./analyse";
import type { KeptAnalyses } from "./kept";
import { billIssuedForInSteps } from "./rectified";
import { readGrids } from "./trial-grids";

/** What is to be kept from now on; null where nothing changes, or why nothing can. */
export type Picking = Promise<KeptAnalyses | readonly Anomaly[] | null>;

/** `beside`: with what is compared already, which this file was read with. */
export async function pickCompared(desk: Desk, picked: PickedFile, beside: boolean): Picking {
  const opened = await openPicked(desk, picked);
  if ("refused" in opened) return [opened.refused];
  const { campaign } = desk.state;
  if (campaign === null) return null;
  const { comparison } = desk.kept;
  const read =
    beside && comparison !== null
      ? { ...comparison, beside: [...without(comparison.beside, picked.name), opened.workbook] }
      : { other: opened.workbook, beside: [] };
  const accepted = desk.snapshot?.billing.statement.options.accepted ?? [];
  const billed = await drive(billOtherInSteps(read, campaign, accepted), desk.around.pace, () => desk.isCancelled);
  if (billed === null) return null;
  return "refusals" in billed ? billed.refusals : { ...desk.kept, comparison: billed };
}

/** One of the same name gives its place to the file as it is now. */
function without(workbooks: readonly OpenedWorkbook[], name: string): OpenedWorkbook[] {
  return workbooks.filter(({ cells }) => cells.file.toLowerCase() !== name.toLowerCase());
}

export async function pickGrids(desk: Desk, picked: PickedFile): Picking {
  const { name } = picked;
  const bytes = await bytesOf(picked);
  if (bytes === null) return [fileRefusal("pane-file-unreadable", name)];
  const read = await readGrids(bytes, name, () => desk.around.openFile(bytes, name).catch(() => null));
  if ("refusals" in read) return read.refusals;
  return { ...desk.kept, trial: { from: { file: name, grids: read.grids }, typed: [], refused: [] } };
}

/** What it is refused for is known before everything is read again, so that a former one stays. */
export async function pickIssued(desk: Desk, picked: PickedFile): Picking {
  const opened = await openPicked(desk, picked);
  if ("refused" in opened) return [opened.refused];
  const { snapshot } = desk;
  if (snapshot === null) return null;
  const { workbook } = opened;
  const billed = await drive(billIssuedForInSteps(workbook, snapshot), desk.around.pace, () => desk.isCancelled);
  if (billed === null) return null;
  return "refusals" in billed ? billed.refusals : { ...desk.kept, issued: workbook };
}
