import { contentOf } from "../../billing";
import { frenchDate, parseIsoDate } from "../../cells";
import { message, type Anomaly, anomaly } from "../../messages";
import { type Choice, type SingleOptions, optionsSheetName, type OptionsChange } from "../../options";
import { pointAfter } from "../state/preview";
import { offersOf } from "../state/offers";
import type { Next } from "../state/reduce";
import { conventionsRead, nounsOf, previewOf, type Notice } from "../state/state";
import type { SessionContext } from "./context";
import { openingKey, opensWithWorkbook } from "./environment";
import { columnOfRow, fileInOptions, namesOfRow, writtenAt } from "./snapshot-cells";
import { openSheet, showAnomaly } from "./navigate";
import { optionsSeenIn } from "./options-seen";
import { readWorkbook } from "./read";

/** Saves « C'est <commune> » for the cell of a point; with `alike`, for every cell with the same text. */
export async function chooseCommune(
  context: SessionContext,
  index: number,
  commune: string,
  alike: boolean,
): Promise<void> {
  const preview = previewOf(context.state);
  const place = placeIn(context, index);
  const offer = preview === null ? null : offersOf(index, preview, context.state.options, place).commune;
  if (preview === null || offer === null) return;
  const cells = [place, ...(alike ? offer.alike : [])].map((at) => preview.points[index]!.anomalies[at]!);
  const changes = cells.map((cell) => chosen({ about: "commune", choice: { ...cellOfPoint(context, cell), commune } }));
  await keepChoice(context, changes, nextPoint(context, index));
}

/** Saves « Écarter la ligne » with its reason, or the default one. */
export async function excludeRow(context: SessionContext, index: number, given: string): Promise<void> {
  const preview = previewOf(context.state);
  const place = placeIn(context, index);
  const row = preview === null ? null : offersOf(index, preview, context.state.options, place).row;
  if (preview === null || row === null) return;
  const point = preview.points[index]!.anomalies[place]!;
  const reason = given.trim() === "" ? reasonByDefault(context, index) : given.trim();
  const [was, column] = [namesOfRow(context, point), columnOfRow(context, point)];
  const choice = {
    file: fileInOptions(context, point.file),
    sheet: point.sheet!,
    row,
    ...(column !== null && { column }),
    reason,
    ...(was !== "" && { was }),
  };
  await keepChoice(context, [chosen({ about: "row", choice })], nextPoint(context, index));
}

/** Keeps « C'est vérifié » for every cell of a warning. */
export async function declareChecked(context: SessionContext, index: number): Promise<void> {
  const point = previewOf(context.state)?.points[index];
  const { snapshot } = context;
  if (point?.mayBeChecked !== true || snapshot === null) return;
  const workbooks = [snapshot.workbook, ...snapshot.others].map(({ cells }) => cells);
  const changes = point.anomalies.map((one) => {
    const { file, sheet, cell, code } = one;
    const place = { file: fileInOptions(context, file), sheet, cell };
    return chosen({ about: "accepted", choice: { ...place, code, was: contentOf(one, workbooks) } });
  });
  await keepChoice(context, changes, nextPoint(context, index));
}

/** Returns the default reason for setting a row aside: that of its point, else the day of the choice. */
export function reasonByDefault(context: SessionContext, index: number): string {
  const reason = previewOf(context.state)?.points[index]?.reason ?? null;
  if (reason !== null) return reason;
  const day = parseIsoDate(context.environment.now().slice(0, 10));
  return message("pane-aside-reason", { date: day === null ? "" : frenchDate(day) }, "fr");
}

/** Undoes choices, and reads the workbook again without them. */
export async function takeBack(context: SessionContext, choices: readonly Choice[]): Promise<void> {
  const { point } = context.state.list;
  const next: (() => Next) | null = point === null ? null : nextPoint(context, point);
  await keepChoice(context, choices.map(takenBack), next ?? (() => ({ on: "choices" })));
}

export async function saveSettings(context: SessionContext, settings: SingleOptions): Promise<void> {
  await keepChoice(context, [{ ask: "set", settings }], () => ({ on: "title" }));
}

/**
 * Sets whether the pane opens with the workbook, for users who have the add-in. Resolves to false when Excel refuses.
 */
export async function openWithWorkbook(context: SessionContext, opens: boolean): Promise<boolean> {
  const { loadWithWorkbook, settings } = context.environment;
  if (loadWithWorkbook === null || opens === opensWithWorkbook(context.environment)) return true;
  if (opens && !(await loadWithWorkbook(true))) return false;
  const isSet = await settings.save(openingKey, opens);
  // A pane that is not shown must not be loaded: Excel would report an error to users without the add-in. A refusal
  // here changes nothing.
  if (opens !== isSet) await loadWithWorkbook(false);
  if (isSet) context.keepView();
  return isSet;
}

/** Returns a function that, once all is read again, keeps the place in the list. */
export function nextPoint(context: SessionContext, index: number): () => Extract<Next, { on: "point" }> {
  const before = previewOf(context.state)?.points ?? [];
  const place = placeIn(context, index);
  return () => {
    const next = pointAfter(before, index, previewOf(context.state)?.points ?? [], place);
    return next === null ? { on: "point", point: null } : { on: "point", ...next };
  };
}

/** Returns the cell of a point that is shown, when that point is the open one; else its first. */
function placeIn({ state }: SessionContext, index: number): number {
  return state.list.point === index ? state.list.place : 0;
}

/** Returns a cell in the form of options, with its current text. */
function cellOfPoint(context: SessionContext, { file, sheet, cell }: Pick<Anomaly, "file" | "sheet" | "cell">) {
  const was = writtenAt(context, { file, sheet, cell });
  return { file: fileInOptions(context, file), sheet: sheet!, cell: cell!, ...(was !== "" && { was }) };
}

/** Writes choices into the workbook, reads it again, and moves on to `next`. */
export async function keepChoice(
  context: SessionContext,
  changes: readonly OptionsChange[],
  next: () => Next,
): Promise<void> {
  if (context.isBusy() || isElsewhere(context)) return;
  if (!(await write(context, changes))) return;
  // Options are read at once only if they had been read: only then is their screen to be refreshed.
  if (context.state.source.kind === "unread") await seeOptions(context);
  else await readWorkbook(context);
  const isReadAgain =
    !context.isCancelled && context.state.trouble === null && context.state.source.kind !== "unreadable";
  if (!isReadAgain) return;
  const to = next();
  context.dispatch({ type: "choice-kept", notice: whatIsLeft(context), next: to });
  // The cell of the point that opens is ready to be typed in.
  const point = to.on === "point" && to.point !== null ? previewOf(context.state)?.points[to.point] : undefined;
  if (point !== undefined && to.on === "point") await showAnomaly(context, point.anomalies[to.place ?? 0]!);
}

export function chosen(choice: Choice): OptionsChange {
  return { ask: "choose", choice };
}

export function takenBack(choice: Choice): OptionsChange {
  return { ask: "take-back", choice };
}

/** Opens « Réglages », with a part unfolded when given; reads the options again when they may have changed. */
export async function openSettings(context: SessionContext, unfolded?: "particulars"): Promise<void> {
  context.dispatch({ type: "opened", open: { screen: "settings", ...(unfolded && { unfolded }) } });
  const { options, source } = context.state;
  if (options.kind !== "seen" || (source.kind === "read" && source.hasChanged)) await seeOptions(context);
}

/** Reads the options again after an undo in their sheet: notices about undone choices disappear. */
export function noteUndoneChoices(context: SessionContext): Promise<void> {
  return seeOptions(context, "choices-undone");
}

/** Reads only the options of the workbook. */
async function seeOptions(
  context: SessionContext,
  type: "options-seen" | "choices-undone" = "options-seen",
): Promise<void> {
  const reading = await context.ask((port) => port.openActiveWorkbook({}, "glance"));
  if (reading === null) return;
  const workbooks = context.others.map(({ cells }) => cells);
  context.dispatch({ type, options: optionsSeenIn([reading.workbook.cells, ...workbooks]) });
}

/** Shows the options sheet, after creating it if the workbook has none. */
export async function openOptionsSheet(context: SessionContext): Promise<void> {
  const { options } = context.state;
  if (context.isBusy() || isElsewhere(context)) return;
  const name = options.kind === "seen" ? options.sheet : null;
  if (name === null && options.kind === "seen") {
    if (!(await write(context, []))) return;
    await seeOptions(context);
  }
  await openSheet(context, name ?? sheetOfOptions(context));
}

async function write(context: SessionContext, changes: readonly OptionsChange[]): Promise<boolean> {
  context.begin("choosing");
  const done =
    (await context.ask((port) =>
      port.changeOptions(changes, {}, { name: sheetOfOptions(context), among: conventionsRead(context.state) }),
    )) !== null;
  context.dispatch({ type: "work-ended", notice: null });
  if (done) {
    context.dispatch({ type: "source-changed" });
    context.keepView();
  }
  return done;
}

/**
 * Returns whether the options are in a file added from disk, and reports it: with a second options sheet, neither would
 * apply.
 */
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

/** Returns the name of the sheet of options: its own, or the one that it is made with. */
function sheetOfOptions({ state }: SessionContext): string {
  return (state.options.kind === "seen" ? state.options.sheet : null) ?? optionsSheetName(nounsOf(state));
}

function whatIsLeft(context: SessionContext): Notice {
  const { state } = context;
  const sheet = sheetOfOptions(context);
  const counts = previewOf(state)?.counts;
  return counts === undefined
    ? { code: "pane-choice-kept", params: { sheet } }
    : { code: "pane-choice-kept-left", params: { sheet, errors: counts.error, warnings: counts.warning } };
}
