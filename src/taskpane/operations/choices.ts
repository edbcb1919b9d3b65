import { cellAt, frenchDate, parseCellName, parseIsoDate, type Cell, type SheetCells } from "../../cells";
import type { Mapping } from "../../inventory";
import { message, type Anomaly } from "../../messages";
import { writtenIn, writtenInRow, type Choice, type Settings } from "../../options";
import { offersOf, pointAfter } from "../state/points";
import type { Next } from "../state/reduce";
import { previewOf } from "../state/state";
import type { SessionContext } from "./context";
import { chosen, keepChoice, takenBack } from "./keep-choice";

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
  const choice = { file: fileOf(context, point.file), sheet: point.sheet!, row, reason, ...(was !== "" && { was }) };
  await keepChoice(context, [chosen({ about: "row", choice })], nextPoint(context, index));
}

/** Why a row is set aside, where nobody says: when and where it was. */
export function reasonByDefault(context: SessionContext): string {
  const day = parseIsoDate(context.environment.now().slice(0, 10));
  return message("pane-aside-reason", { date: day === null ? "" : frenchDate(day) }, "fr");
}

/** Takes choices back: what they were about is read again as it was before them. */
export async function takeBack(context: SessionContext, choices: readonly Choice[]): Promise<void> {
  const { point } = context.state;
  const next: (() => Next) | null = point === null ? null : nextPoint(context, point);
  await keepChoice(context, choices.map(takenBack), next ?? (() => ({ on: "choices" })));
}

export async function saveSettings(context: SessionContext, settings: Settings): Promise<void> {
  await keepChoice(context, [{ ask: "set", settings }], () => ({ on: "title" }));
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
  return state.point === index ? state.place : 0;
}

/** The workbook that is open may be renamed: its choices name no file. */
function fileOf({ snapshot }: SessionContext, file: string | null): string | null {
  return file === null || file === snapshot?.workbook.cells.file ? null : file;
}

/** A cell, and what is written there. */
function cellOfPoint(context: SessionContext, point: Pick<Anomaly, "file" | "sheet" | "cell">) {
  const [sheet, cell] = [point.sheet!, point.cell!];
  const { row, column } = parseCellName(cell)!;
  const cells = sheetOf(context, point.file, sheet);
  const was = cells === null ? "" : writtenIn(cellAt(cells, row, column));
  return { file: fileOf(context, point.file), sheet, cell, ...(was !== "" && { was }) };
}

function sheetOf({ snapshot }: SessionContext, file: string | null, name: string): SheetCells | null {
  if (snapshot === null) return null;
  const { workbook, others } = snapshot;
  const { cells } = [workbook, ...others].find((one) => one.cells.file === file) ?? workbook;
  return cells.sheets.find((sheet) => sheet.name === name) ?? null;
}

/** Columns that name what a row is about. A list of pupils is known by its schools only. (decisions §8) */
const naming: ReadonlySet<string> = new Set([
  "commune",
  "school",
  "entity",
  "location",
  "label",
  "inventory-number",
  "serial-number",
]);
const namingPupils: ReadonlySet<string> = new Set(["commune", "school"]);

/** What a row is known by, so that another one is not set aside once rows have moved. */
function namesOfRow(context: SessionContext, { file, sheet }: Anomaly, row: number): string {
  const cells = sheetOf(context, file, sheet!);
  const mappings = context.snapshot?.billing.reading.mappings ?? [];
  const mapping = mappings.find((one) => one.sheet.name === sheet && one.sheet.file === file && hasRow(one, row));
  if (cells === null || mapping === undefined) return "";
  const roles = mapping.layout === "pupil-list" ? namingPupils : naming;
  const columns = mapping.columns.filter(({ role }) => roles.has(role));
  return writtenInRow(columns.map(({ column }): Cell => cellAt(cells, row - 1, column)));
}

function hasRow({ range }: Mapping, row: number): boolean {
  const [first, last] = range.split(":").map((cell) => Number(/\d+$/.exec(cell)?.[0] ?? 0));
  return row >= (first ?? 0) && row <= (last ?? 0);
}
