import { cellName } from "../../cells";
import type { SheetModel } from "../../documents";
import { contentOf, plainContent } from "../cell-content";
import { editsSince } from "../checksum";
import { isJournalAlone, journalKey } from "../generated-names";
import { officeError, type EditedSheet } from "../port";
import { Abort } from "./excel-faults";
import { pause } from "./requests";
import { checkAccess, generatedSheetsOf, type GeneratedSheetState, type WorkbookState } from "./workbook-state";

/** A model whose sheet already exists. */
interface Replacement {
  readonly model: SheetModel;
  readonly sheet: GeneratedSheetState;
}

/** What a publication does with each sheet. */
export interface Plan {
  readonly state: WorkbookState;
  /** Sheets whose content is replaced; the sheets themselves stay, so that references to them stay valid. */
  readonly replaced: readonly Replacement[];
  /** Models whose sheet does not exist yet. */
  readonly added: readonly SheetModel[];
  /** Sheets to be deleted. */
  readonly gone: readonly GeneratedSheetState[];
  /** Sheets left as they are, when the Journal is the only model. */
  readonly kept: readonly GeneratedSheetState[];
}

/** Returns the sheets that a plan replaces, each with its model, or deletes, with null. */
export function changesOf({ replaced, gone }: Plan): { sheet: GeneratedSheetState; model: SheetModel | null }[] {
  return [...replaced, ...gone.map((sheet) => ({ sheet, model: null }))];
}

/** Plans what becomes of each sheet. Throws when the workbook is protected, or has changed since models were made. */
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

/** Throws when a sheet was renamed, or a name was taken, since the reading: formulas of models contain sheet names. */
function checkNames(state: WorkbookState, replaced: readonly Replacement[], added: readonly SheetModel[]): void {
  const taken = new Set(state.sheets.map(({ name }) => name.toLowerCase()));
  const isRenamed = replaced.some(({ model, sheet }) => model.name !== sheet.name);
  if (isRenamed || added.some(({ name }) => taken.has(name.toLowerCase())))
    throw new Abort(officeError("office-workbook-changed"));
}

/** Contents of cells, row by row. */
export type Matrix = readonly (readonly unknown[])[];

/** The number of changed cells named for each sheet; the others are counted. */
const cellsNamed = 20;

/**
 * Returns the generated sheets with cells changed by hand since they were written that the plan would lose. Pauses
 * after each sheet, so that the page stays responsive.
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
 * Returns whether the Journal already has a row where its model adds one: another pane has generated documents since
 * the workbook was read, and its row would be lost.
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
