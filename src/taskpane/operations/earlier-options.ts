import { lastRunOf, optionsOfRun } from "../../billing";
import type { WorkbookCells } from "../../cells";
import { failure, success, type Result } from "../../messages";
import { earlierOptions, withChoicesThatApply, type Options, type OptionsChange } from "../../options";
import type { OpenedWorkbook } from "../../workbook";
import { keepChoice } from "./choices";
import type { SessionContext } from "./context";
import { optionsSeenIn } from "./options-seen";
import { openPicked, type PickedWorkbook } from "./picked-files";

/**
 * Shows the options of another workbook, such as that of another year, to be taken one by one, without the choices
 * about places whose text differs here.
 */
export async function showOptionsOf(context: SessionContext, picked: PickedWorkbook): Promise<void> {
  if (context.isBusy()) return;
  const opened = await openPicked(context, picked);
  if (!opened.ok) return context.dispatch({ type: "troubled", anomaly: opened.anomaly });
  const read = optionsOf(opened.workbook);
  if (!read.ok) return context.dispatch({ type: "troubled", anomaly: read.error[0]! });
  const own = await context.ask((port) => port.openActiveWorkbook({}, "glance"));
  if (own === null) return;
  const options = withChoicesThatApply(read.value, own.workbook.cells.sheets);
  context.dispatch({ type: "earlier-options", earlier: { file: opened.workbook.cells.file, options, declined: [] } });
}

/** Returns how many options of another workbook may be taken in the one that is open. */
export function countEarlierOptions(
  { state: { options } }: SessionContext,
  other: OpenedWorkbook,
  { sheets }: WorkbookCells,
): number {
  const read = optionsOf(other);
  if (!read.ok || options.kind !== "seen") return 0;
  return earlierOptions(withChoicesThatApply(read.value, sheets), options.options).length;
}

/** Returns the options recorded in a workbook: in their sheet, else in the record of its last run. */
function optionsOf(workbook: OpenedWorkbook): Result<Options> {
  const { cells } = workbook;
  const seen = optionsSeenIn([cells]);
  if (seen.kind === "faulty") return failure(seen.anomalies);
  const last = seen.sheet === null ? lastRunOf(workbook) : null;
  const recorded = last?.ok === true ? optionsOfRun(last.value, [cells], {}) : null;
  return success(recorded ?? seen.options);
}

/** Writes one option of another workbook in this one, once those asked for before are written. */
export function takeOption(context: SessionContext, change: OptionsChange): Promise<void> {
  const taken = context.taken.then(() => keepChoice(context, [change], () => ({ on: "title" })));
  context.taken = taken.catch(() => undefined);
  return taken;
}
