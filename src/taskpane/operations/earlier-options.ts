import { withChoicesStillSaid, type OptionsChange } from "../../options";
import { keepChoice } from "./choices";
import type { SessionContext } from "./context";
import { optionsSeenIn } from "./options-seen";
import { openPicked, type PickedFile } from "./picked-files";

/**
 * Shows the options of another workbook, such as that of another year, to be taken one by one, without the choices
 * about places whose text differs here.
 */
export async function showOptionsOf(context: SessionContext, picked: PickedFile): Promise<void> {
  if (context.isBusy()) return;
  const opened = await openPicked(context, picked);
  if (!opened.ok) return context.dispatch({ type: "troubled", anomaly: opened.anomaly });
  const { cells } = opened.workbook;
  const seen = optionsSeenIn([cells]);
  if (seen.kind === "faulty") return context.dispatch({ type: "troubled", anomaly: seen.anomalies[0]! });
  const own = await context.ask((port) => port.openActiveWorkbook({}, "glance"));
  if (own === null || seen.kind !== "seen") return;
  const options = withChoicesStillSaid(seen.options, own.workbook.cells.sheets);
  context.dispatch({ type: "earlier-options", earlier: { file: cells.file, options, declined: [] } });
}

/** Writes one option of another workbook in this one. */
export async function takeOption(context: SessionContext, change: OptionsChange): Promise<void> {
  await keepChoice(context, [change], () => ({ on: "title" }));
}
