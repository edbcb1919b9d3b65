import { cellName } from "../../cells";
import type { SheetModel } from "../../documents";
import { contentOf, plainContent } from "../cell-content";
import { editsSince } from "../checksum";
import { isJournalAlone, journalKey } from "../generated-names";
import { officeError, type EditedSheet } from "../port";
import { Abort } from "./excel-faults";
import { pause } from "./requests";
import { checkAccess, generatedSheetsOf, type GeneratedSheetState, type WorkbookState } from "./workbook-state";

/** A model whose sheet is in the workbook already. */
interface Replacement {
  readonly model: SheetModel;
  readonly sheet: GeneratedSheetState;
}

/** What a publication does to each sheet. */
export interface Plan {
  readonly state: WorkbookState;
  /** Sheets whose content changes, and which stay what they are for the formulas that point at them. */
  readonly replaced: readonly Replacement[];
  /** Models without a sheet yet. */
  readonly added: readonly SheetModel[];
  /** Sheets that the new generation does without. */
  readonly gone: readonly GeneratedSheetState[];
  /** Sheets that stay as they are, beside a Journal that comes alone. */
  readonly kept: readonly GeneratedSheetState[];
}

/** Returns the sheets of the generation in place that a plan changes, each with its model, or removes. */
export function changesOf({ replaced, gone }: Plan): { sheet: GeneratedSheetState; model: SheetModel | null }[] {
  return [...replaced, ...gone.map((sheet) => ({ sheet, model: null }))];
}

/** Decides what becomes of each sheet. Throws when the workbook forbids it, or is no more what the models were made for. */
export function planOf(state: WorkbookState, models: readonly SheetModel[]): Plan {
  const own = generatedSheetsOf(state);
  const byKey = new Map(own.map((sheet) => [sheet.key, sheet]));
  const wanted = new Set(models.map(({ key }) => key));
  const replaced = models.flatMap((model) => {
    const sheet = byKey.get(model.key);
    return sheet === undefined ? [] : [{ model, sheet }];
  });
  const added = models.filter(({ key }) => !byKey.has(key));
  const others = own.filter(({ key }) => !wanted.has(key) && key !== journalKey);
  const [kept, gone] = isJournalAlone(models) ? [others, []] : [[], others];
  checkAccess(state, [...replaced.map(({ sheet }) => sheet), ...gone]);
  checkNames(state, replaced, added);
  return { state, replaced, added, gone, kept };
}

/** Throws when a sheet was renamed, or a name was taken, since the reading: the formulas of models name sheets. */
function checkNames(state: WorkbookState, replaced: readonly Replacement[], added: readonly SheetModel[]): void {
  const taken = new Set(state.sheets.map(({ name }) => name.toLowerCase()));
  const isRenamed = replaced.some(({ model, sheet }) => model.name !== sheet.name);
  if (isRenamed || added.some(({ name }) => taken.has(name.toLowerCase())))
    throw new Abort(officeError("office-workbook-changed"));
}

/** Contents of a sheet's cells, row by row. */
export type Matrix = readonly (readonly unknown[])[];

/** Cells that are named; of the others it is said how many they are. */
const cellsNamed = 20;

/**
 * Returns the generated sheets in place whose cells somebody changed since they were written, and what of it would be lost.
 * The page breathes between two.
 */
export async function handEdits(plan: Plan, formulas: readonly Matrix[]): Promise<EditedSheet[]> {
  const { date1904 } = plan.state;
  const edited: EditedSheet[] = [];
  for (const [index, { sheet, model }] of changesOf(plan).entries()) {
    if (sheet.checksum === null) continue;
    const edits = editsSince(sheet.checksum, formulas[index]!, model === null ? null : contentsOf(model, date1904));
    const cells = edits.slice(0, cellsNamed).map(({ row, column }) => cellName(row, column));
    if (edits.length > 0) edited.push({ name: sheet.name, isGoing: model === null, cells, count: edits.length });
    await pause();
  }
  return edited;
}

/**
 * Returns whether the Journal in place has a row where its model adds one: another pane has generated since the workbook was
 * read, and its row would be lost.
 */
export function isJournalBehind({ replaced, state }: Plan, formulas: readonly Matrix[]): boolean {
  const at = replaced.findIndex(({ model }) => model.key === journalKey);
  if (at < 0) return false;
  const { model } = replaced[at]!;
  const wanted = contentsOf(model, state.date1904);
  const last = model.rows.length - 1;
  return formulas[at]!.slice(last).some((row, index) => {
    const found = plainContent(row[0]);
    return found !== "" && found !== wanted(last + index, 0);
  });
}

function contentsOf(model: SheetModel, date1904: boolean): (row: number, column: number) => string {
  return (row, column) => plainContent(contentOf(model.rows[row]?.cells[column], date1904));
}
