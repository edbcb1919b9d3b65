import { cellAt, frenchDate, parseCellName, parseIsoDate } from "../../cells";
import type { Cell, SheetCells } from "../../cells";
import type { Mapping } from "../../inventory";
import { message } from "../../messages";
import type { Anomaly } from "../../messages";
import { writtenIn, writtenInRow } from "../../options";
import type { Choice, OptionsChange, Settings } from "../../options";
import type { Desk } from "./desk";
import { keepChoice } from "./keep-choice";
import { offersOf } from "./point-offers";
import { pointAfter } from "./points";
import type { Next } from "./reduce-choices";
import { previewOf } from "./state";

/** « C'est <commune> »: what the cell of a point means; with `alike`, every cell that says the same. */
export async function chooseCommune(desk: Desk, index: number, commune: string, alike: boolean): Promise<void> {
  const preview = previewOf(desk.state);
  const place = placeIn(desk, index);
  const offer = preview === null ? null : offersOf(index, preview, desk.state.options, place).commune;
  if (preview === null || offer === null) return;
  const cells = [place, ...(alike ? offer.alike : [])].map((at) => preview.points[index]!.anomalies[at]!);
  const changes = cells.map((cell) => choose({ about: "commune", choice: { ...cellOfPoint(desk, cell), commune } }));
  await keepChoice(desk, changes, nextPoint(desk, index));
}

/** « Écarter la ligne », for a reason that is kept; the one by default where none is given. */
export async function setRowAside(desk: Desk, index: number, given: string): Promise<void> {
  const preview = previewOf(desk.state);
  const place = placeIn(desk, index);
  const row = preview === null ? null : offersOf(index, preview, desk.state.options, place).row;
  if (preview === null || row === null) return;
  const point = preview.points[index]!.anomalies[place]!;
  const reason = given.trim() === "" ? reasonByDefault(desk) : given.trim();
  const was = namesOfRow(desk, point, row);
  const choice = { file: fileOf(desk, point.file), sheet: point.sheet!, row, reason, ...(was !== "" && { was }) };
  await keepChoice(desk, [choose({ about: "row", choice })], nextPoint(desk, index));
}

/** Why a row is set aside, where nobody says: when and where it was. */
export function reasonByDefault(desk: Desk): string {
  const day = parseIsoDate(desk.around.now().slice(0, 10));
  return message("pane-aside-reason", { date: day === null ? "" : frenchDate(day) }, "fr");
}

/** Takes choices back: what they were about is read again as it was before them. */
export async function takeBack(desk: Desk, choices: readonly Choice[]): Promise<void> {
  const { point } = desk.state;
  const next: (() => Next) | null = point === null ? null : nextPoint(desk, point);
  const changes = choices.map((choice): OptionsChange => ({ ask: "take-back", choice }));
  await keepChoice(desk, changes, next ?? (() => ({ on: "choices" })));
}

export async function saveSettings(desk: Desk, settings: Settings): Promise<void> {
  await keepChoice(desk, [{ ask: "set", settings }], () => ({ on: "title" }));
}

function choose(choice: Choice): OptionsChange {
  return { ask: "choose", choice };
}

/** Once all is read again, the list goes on from where it was. */
function nextPoint(desk: Desk, index: number): () => Next {
  const before = previewOf(desk.state)?.points ?? [];
  const place = placeIn(desk, index);
  return () => {
    const next = pointAfter(before, index, previewOf(desk.state)?.points ?? [], place);
    return next === null ? { on: "point", point: null } : { on: "point", ...next };
  };
}

/** The cell of a point that is shown, where that point is the open one; else its first. */
function placeIn({ state }: Desk, index: number): number {
  return state.point === index ? state.place : 0;
}

/** The workbook that is open may be renamed: its choices name no file. */
function fileOf({ snapshot }: Desk, file: string | null): string | null {
  return file === null || file === snapshot?.workbook.cells.file ? null : file;
}

/** A cell, and what is written there. */
function cellOfPoint(desk: Desk, point: Pick<Anomaly, "file" | "sheet" | "cell">) {
  const [sheet, cell] = [point.sheet!, point.cell!];
  const { row, column } = parseCellName(cell)!;
  const cells = sheetOf(desk, point.file, sheet);
  const was = cells === null ? "" : writtenIn(cellAt(cells, row, column));
  return { file: fileOf(desk, point.file), sheet, cell, ...(was !== "" && { was }) };
}

function sheetOf({ snapshot }: Desk, file: string | null, name: string): SheetCells | null {
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
function namesOfRow(desk: Desk, { file, sheet }: Anomaly, row: number): string {
  const cells = sheetOf(desk, file, sheet!);
  const mappings = desk.snapshot?.billing.reading.mappings ?? [];
  const mapping = mappings.find((one) => one.sheet.name === sheet && one.sheet.file === file && holds(one, row));
  if (cells === null || mapping === undefined) return "";
  const roles = mapping.layout === "pupil-list" ? namingPupils : naming;
  const columns = mapping.columns.filter(({ role }) => roles.has(role));
  return writtenInRow(columns.map(({ column }): Cell => cellAt(cells, row - 1, column)));
}

function holds({ range }: Mapping, row: number): boolean {
  const [first, last] = range.split(":").map((cell) => Number(/\d+$/.exec(cell)?.[0] ?? 0));
  return row >= (first ?? 0) && row <= (last ?? 0);
}
