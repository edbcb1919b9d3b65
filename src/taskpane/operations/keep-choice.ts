import { anomaly } from "../../messages";
import { optionsSheetName, type Choice, type OptionsChange } from "../../options";
import type { Next } from "../state/reduce";
import { previewOf, type Said } from "../state/state";
import type { SessionContext } from "./context";
import { openSheet } from "./navigate";
import { optionsSeenIn } from "./options-seen";
import { readWorkbook } from "./read";

/** Writes choices in the workbook, reads it again, and goes on with what comes next. */
export async function keepChoice(
  context: SessionContext,
  changes: readonly OptionsChange[],
  next: () => Next,
): Promise<void> {
  if (context.isBusy() || isElsewhere(context)) return;
  if (!(await write(context, changes))) return;
  // Read at once where it had been: only then is there anything to be shown again.
  if (context.state.source.kind === "unread") await seeOptions(context);
  else await readWorkbook(context);
  const isReadAgain =
    !context.isCancelled && context.state.trouble === null && context.state.source.kind !== "unreadable";
  if (isReadAgain) context.dispatch({ type: "choice-kept", notice: whatIsLeft(context), next: next() });
}

export function chosen(choice: Choice): OptionsChange {
  return { ask: "choose", choice };
}

export function takenBack(choice: Choice): OptionsChange {
  return { ask: "take-back", choice };
}

/** Opens « Réglages », a part of it unfolded where it is told, the options looked at again where they may have changed. */
export async function openSettings(context: SessionContext, unfolded?: "particulars"): Promise<void> {
  context.dispatch({ type: "opened", open: { screen: "settings", ...(unfolded && { unfolded }) } });
  const { options, source } = context.state;
  if (options.kind !== "seen" || (source.kind === "read" && source.hasChanged)) await seeOptions(context);
}

/** Looks at the options after some of their sheet was taken back as a cell is: nothing is told of a choice that went with it. */
export function noteUndoneChoices(context: SessionContext): Promise<void> {
  return seeOptions(context, "choices-undone");
}

/** Looks at the options of the workbook, which nothing else is asked of. */
async function seeOptions(
  context: SessionContext,
  type: "options-seen" | "choices-undone" = "options-seen",
): Promise<void> {
  const reading = await context.ask((port) => port.openActiveWorkbook());
  if (reading === null) return;
  const workbooks = context.others.map(({ cells }) => cells);
  context.dispatch({ type, options: optionsSeenIn([reading.workbook.cells, ...workbooks]) });
}

/** Shows the sheet of options, made first where the workbook has none. */
export async function openOptionsSheet(context: SessionContext): Promise<void> {
  const { options } = context.state;
  if (context.isBusy() || isElsewhere(context)) return;
  const name = options.kind === "seen" ? options.sheet : null;
  if (name === null && options.kind === "seen") {
    if (!(await write(context, []))) return;
    await seeOptions(context);
  }
  await openSheet(context, name ?? optionsSheetName);
}

async function write(context: SessionContext, changes: readonly OptionsChange[]): Promise<boolean> {
  context.begin({ type: "work-started", work: "choosing" });
  const done = (await context.ask((port) => port.changeOptions(changes))) !== null;
  context.dispatch({ type: "work-ended", notice: null });
  if (done) {
    context.dispatch({ type: "source-changed" });
    context.keepView();
  }
  return done;
}

/** A second sheet of options, beside that of a file of the disk, would leave none to follow: told. */
function isElsewhere(context: SessionContext): boolean {
  const { options } = context.state;
  if (options.kind !== "seen" || options.otherFile === null) return false;
  const { otherFile: file } = options;
  context.dispatch({
    type: "troubled",
    anomaly: anomaly("error", "pane-options-elsewhere", { file }, { file }),
  });
  return true;
}

function whatIsLeft({ state }: SessionContext): Said {
  const sheet = (state.options.kind === "seen" ? state.options.sheet : null) ?? optionsSheetName;
  const counts = previewOf(state)?.counts;
  return counts === undefined
    ? { code: "pane-choice-kept", params: { sheet } }
    : { code: "pane-choice-kept-left", params: { sheet, errors: counts.error, warnings: counts.warning } };
}
