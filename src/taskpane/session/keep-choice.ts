import { optionsSheetName } from "../../options";
import type { OptionsChange } from "../../options";
import type { Desk } from "./desk";
import { openSheet } from "./opener";
import { optionsSeenIn } from "./options-seen";
import { readWorkbook } from "./reader";
import type { Next } from "./reduce-choices";
import { previewOf } from "./state";
import type { Said } from "./state";
import { unexpected } from "./unexpected";

/** Writes choices in the workbook, reads it again, and goes on with what comes next. */
export async function keepChoice(desk: Desk, changes: readonly OptionsChange[], next: () => Next): Promise<void> {
  if (desk.isBusy() || isElsewhere(desk)) return;
  if (!(await write(desk, changes))) return;
  // Read at once where it had been: only then is there anything to be shown again.
  if (desk.state.source.kind === "unread") await seeOptions(desk);
  else await readWorkbook(desk);
  const isReadAgain = !desk.isCancelled && desk.state.trouble === null && desk.state.source.kind !== "unreadable";
  if (isReadAgain) desk.tell({ type: "choice-kept", notice: whatIsLeft(desk), next: next() });
}

/** Looks at the options of the workbook, which nothing else is asked of. */
export async function seeOptions(desk: Desk): Promise<void> {
  const reading = await desk.around.door
    .openActiveWorkbook()
    .catch((fault: unknown) => ({ ok: false, anomaly: unexpected(fault) }) as const);
  if (!reading.ok) return desk.tell({ type: "troubled", anomaly: reading.anomaly });
  const workbooks = desk.others.map(({ cells }) => cells);
  desk.tell({ type: "options-seen", options: optionsSeenIn([reading.workbook.cells, ...workbooks]) });
}

/** Shows the sheet of options, made first where the workbook has none. */
export async function openOptionsSheet(desk: Desk): Promise<void> {
  const { options } = desk.state;
  if (desk.isBusy() || isElsewhere(desk)) return;
  const name = options.kind === "seen" ? options.sheet : null;
  if (name === null && options.kind === "seen") {
    if (!(await write(desk, []))) return;
    await seeOptions(desk);
  }
  await openSheet(desk, name ?? optionsSheetName);
}

async function write(desk: Desk, changes: readonly OptionsChange[]): Promise<boolean> {
  desk.begin({ type: "choice-started" });
  const done = await desk.attempt(() => desk.around.door.changeOptions(changes));
  desk.tell({ type: "choice-ended" });
  if (done) {
    desk.tell({ type: "source-changed" });
    desk.keepView();
  }
  return done;
}

/** A second sheet of options, beside that of a file of the disk, would leave none to follow: told. */
function isElsewhere(desk: Desk): boolean {
  const { options } = desk.state;
  if (options.kind !== "seen" || options.otherFile === null) return false;
  const params = { file: options.otherFile };
  desk.tell({
    type: "troubled",
    anomaly: {
      severity: "error",
      code: "pane-options-elsewhere",
      file: options.otherFile,
      sheet: null,
      cell: null,
      params,
    },
  });
  return true;
}

function whatIsLeft({ state }: Desk): Said {
  const sheet = (state.options.kind === "seen" ? state.options.sheet : null) ?? optionsSheetName;
  const counts = previewOf(state)?.counts;
  return counts === undefined
    ? { code: "pane-choice-kept", params: { sheet } }
    : { code: "pane-choice-kept-left", params: { sheet, errors: counts.error, warnings: counts.warning } };
}
