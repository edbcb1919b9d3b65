import type { SheetModel } from "../../documents";
import { copiesOf, journalKey } from "../generated-names";
import { isStaging } from "./staging";
import { Abort, anomaly } from "./faults";
import { generatedSheetsOf, type GeneratedSheetState, type WorkbookState } from "./workbook-state";

/** A model whose sheet is in the workbook already. */
export interface Replacement {
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
  /** Sheets that the user copied from ours: they become theirs. */
  readonly copies: readonly { readonly id: string; readonly key: string }[];
}

/** Decides what becomes of each sheet. Stops where the workbook forbids it, or is no more what the models were made for. */
export function planOf(state: WorkbookState, models: readonly SheetModel[]): Plan {
  const own = generatedSheetsOf(state);
  const byKey = new Map(own.map((sheet) => [sheet.key, sheet]));
  const wanted = new Set(models.map(({ key }) => key));
  const replaced = models.flatMap((model) => {
    const sheet = byKey.get(model.key);
    return sheet === undefined ? [] : [{ model, sheet }];
  });
  const added = models.filter(({ key }) => !byKey.has(key));
  const gone = own.filter(({ key }) => !wanted.has(key) && key !== journalKey);
  checkAccess(state, [...replaced.map(({ sheet }) => sheet), ...gone]);
  checkNames(state, replaced, added);
  return { state, replaced, added, gone, copies: copiesOf(state.sheets).filter(({ key }) => !isStaging(key)) };
}

/** Stops where a sheet to be changed, or the list of sheets, is protected; the user's own sheets may well be. */
export function checkAccess(state: WorkbookState, sheets: readonly GeneratedSheetState[]): void {
  if (Office.context.document.mode === Office.DocumentMode.ReadOnly) throw new Abort(anomaly("office-read-only"));
  if (state.isProtected) throw new Abort(anomaly("office-protected-workbook"));
  const closed = sheets.find((sheet) => sheet.isProtected);
  if (closed !== undefined) throw new Abort(anomaly("office-protected-sheet", { sheet: closed.name }, closed.name));
}

/** The formulas of models name sheets: one that was renamed, or a name that was taken, since the reading, stops all. */
function checkNames(state: WorkbookState, replaced: readonly Replacement[], added: readonly SheetModel[]): void {
  const taken = new Set(state.sheets.map(({ name }) => name.toLowerCase()));
  const isRenamed = replaced.some(({ model, sheet }) => model.name !== sheet.name);
  if (isRenamed || added.some(({ name }) => taken.has(name.toLowerCase())))
    throw new Abort(anomaly("office-workbook-changed"));
}
