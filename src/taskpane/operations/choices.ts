import { frenchDate, parseIsoDate } from "../../cells";
import { message, type Anomaly } from "../../messages";
import type { Choice, Settings } from "../../options";
import { offersOf, pointAfter } from "../state/points";
import type { Next } from "../state/reduce";
import { previewOf } from "../state/state";
import type { SessionContext } from "./context";
import { chosen, keepChoice, takenBack } from "./keep-choice";
import { fileInOptions, namesOfRow, writtenAt } from "./snapshot-cells";

/** « C'est <commune> »: what the cell of a point means; with `alike`, every cell that says the same. */
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

/** « Écarter la ligne », for a reason that is kept; the one by default where none is given. */
export async function excludeRow(context: SessionContext, index: number, given: string): Promise<void> {
  const preview = previewOf(context.state);
  const place = placeIn(context, index);
  const row = preview === null ? null : offersOf(index, preview, context.state.options, place).row;
  if (preview === null || row === null) return;
  const point = preview.points[index]!.anomalies[place]!;
  const reason = given.trim() === "" ? reasonByDefault(context) : given.trim();
  const was = namesOfRow(context, point, row);
  const choice = {
    file: fileInOptions(context, point.file),
    sheet: point.sheet!,
    row,
    reason,
    ...(was !== "" && { was }),
  };
  await keepChoice(context, [chosen({ about: "row", choice })], nextPoint(context, index));
}

/** Why a row is set aside, where nobody says: when and where it was. */
export function reasonByDefault(context: SessionContext): string {
  const day = parseIsoDate(context.environment.now().slice(0, 10));
  return message("pane-aside-reason", { date: day === null ? "" : frenchDate(day) }, "fr");
}

/** Takes choices back: what they were about is read again as it was before them. */
export async function takeBack(context: SessionContext, choices: readonly Choice[]): Promise<void> {
  const { point } = context.state.list;
  const next: (() => Next) | null = point === null ? null : nextPoint(context, point);
  await keepChoice(context, choices.map(takenBack), next ?? (() => ({ on: "choices" })));
}

export async function saveSettings(context: SessionContext, settings: Settings): Promise<void> {
  await keepChoice(context, [{ ask: "set", settings }], () => ({ on: "title" }));
}

/** The name by which Excel knows, in a document, that a pane is to open with it; the manifest gives it to ours. */
const autoOpenKey = "Office.AutoShowTaskpaneWithDocument";

/** Whether the pane opens with this workbook; null where none can. */
export function opensWithWorkbook({ environment: { settings } }: SessionContext): boolean | null {
  return settings.opensNoPane === true ? null : settings.get(autoOpenKey) === true;
}

/**
 * Has the pane open with the workbook from now on, or not any more, for whoever has the add-in. Resolves to false where Excel
 * refuses.
 */
export async function openWithWorkbook(context: SessionContext, opens: boolean): Promise<boolean> {
  if (opens === opensWithWorkbook(context)) return true;
  const isSet = await context.environment.settings.save(autoOpenKey, opens);
  if (isSet) context.keepView();
  return isSet;
}

/** Once all is read again, the list goes on from where it was. */
function nextPoint(context: SessionContext, index: number): () => Next {
  const before = previewOf(context.state)?.points ?? [];
  const place = placeIn(context, index);
  return () => {
    const next = pointAfter(before, index, previewOf(context.state)?.points ?? [], place);
    return next === null ? { on: "point", point: null } : { on: "point", ...next };
  };
}

/** The cell of a point that is shown, where that point is the open one; else its first. */
function placeIn({ state }: SessionContext, index: number): number {
  return state.list.point === index ? state.list.place : 0;
}

/** A cell, and what is written there. */
function cellOfPoint(context: SessionContext, { file, sheet, cell }: Pick<Anomaly, "file" | "sheet" | "cell">) {
  const was = writtenAt(context, { file, sheet, cell });
  return { file: fileInOptions(context, file), sheet: sheet!, cell: cell!, ...(was !== "" && { was }) };
}
