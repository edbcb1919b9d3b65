import { builtInConventions } from "../../tariff";
import { cellAt, CellError, cellName, parseCellName, type Cell, type SheetCells } from "../../cells";
import type { SheetModel } from "../../documents";
import {
  isOptionsSheet,
  optionsSheetName,
  optionsWidths,
  planChanges,
  type OptionsChange,
  type OptionsSheetOf,
} from "../../options";
import { freeSheetName } from "../addresses";
import { contentOf, plainContent, valueOfCell } from "../cell-content";
import type { CellEdit } from "../files";
import { isSameSheetName, type UserSheet } from "../opened-workbook";
import { isJournalAlone, journalKey } from "../generated-names";
import {
  refused,
  unacceptedEdits,
  type EditedSheet,
  type Outcome,
  type Progress,
  type SheetsWritten,
  type Watch,
  type WorkbookPort,
} from "../port";
import { nextFrame, type Change, type PageWorkbook } from "./page-workbook";

/** The view that shows the sheets of a held workbook beside the pane. */
export interface SheetView {
  /** Returns the selected sheet and cell, in A1. */
  readonly selected: () => { readonly sheet: string; readonly cell: string };
  /** Shows a sheet and selects one of its cells; null keeps the selection. */
  readonly show: (sheet: string, cell: string | null) => void;
  /** Calls `onSelect` each time that another cell or sheet is selected. */
  readonly watchSelection: (onSelect: () => void) => void;
  /** Calls `onChange` with the address of cells that the user corrected. */
  readonly watchCorrections: (onChange: (cells: string) => void) => void;
}

/** Returns the port to a workbook opened from a file. Its caller runs one operation at a time. */
export function portOf(held: PageWorkbook, view: SheetView): WorkbookPort {
  return {
    openActiveWorkbook: async (watch = {}) => {
      begin(watch, "read");
      return Promise.resolve({ ok: true, workbook: held.open });
    },
    changeOptions: (changes, _watch, sheet) => changeOptions(held, changes, sheet),
    writeSheets: (sheets, replacing) => writeSheets(held, sheets, replacing),
    publish: async (models, watch = {}, replacing = "all") => {
      begin(watch, "prepare");
      // Each stage must be on the screen before the next one occupies the thread.
      await nextFrame();
      if (watch.isCancelled?.() === true) return { ok: false, cancelled: true, anomaly: null, after: "untouched" };
      const edited = unacceptedEdits(changedByHand(held, models), replacing);
      if (edited.length > 0) return { ok: false, cancelled: false, anomaly: null, after: "untouched", edited };
      begin(watch, "write", stages);
      const generated = await held.generate(models, (next) => {
        begin(watch, next, stages);
        return Promise.resolve(watch.isCancelled?.() !== true);
      });
      if (!generated.ok)
        return { ok: false, cancelled: generated.anomaly === null, anomaly: generated.anomaly, after: "untouched" };
      return { ok: true, sheets: models.map(({ key, name }) => ({ key, name })), remark: null };
    },
    canUndo: () => held.canUndo,
    undoPublication: async (watch = {}) => {
      if (!held.canUndo) return refused("office-nothing-to-undo");
      begin(watch, "restore");
      return outcomeOf(await held.undo(), refused("file-undo-refused"));
    },
    // Nothing is ever left half done: a workbook is replaced by another complete one.
    tidyUp: () => Promise.resolve({ ok: true, restored: false }),
    activateSheet: (sheet) => Promise.resolve(goTo(held, view, sheet, null)),
    selectCell: (sheet, cell) => Promise.resolve(goTo(held, view, sheet, cell)),
    selectedCell: () => {
      const { sheet, cell } = view.selected();
      return Promise.resolve({ ok: true, cell: { sheet, cell, value: valueAt(held, sheet, cell) } });
    },
    addSheet: async (name, headings) => {
      const free = freeSheetName(name, takenNames(held));
      const widths = headings.map(() => headingWidth);
      const added = outcomeOf(await held.addSheet(free, [headings], widths), refusedSheet(free));
      if (!added.ok) return added;
      view.show(free, "A2");
      return { ok: true, sheet: free };
    },
    // A page opens only the workbooks that the user chooses in it.
    openNewWorkbook: () => Promise.resolve(refused("office-other", { code: "window" })),
    watchChanges: (onChange) =>
      Promise.resolve(view.watchCorrections((cells) => onChange({ cells, isOfValues: true }))),
    watchSelection: (onSelect) => Promise.resolve(view.watchSelection(onSelect)),
  };
}

/** The stages of a generation. */
const stages = ["write", "check", "publish"] as const;

/** Reports that a stage begins, among those of its operation. */
function begin(watch: Watch, stage: Progress["stage"], of: readonly Progress["stage"][] = [stage]): void {
  watch.onProgress?.({ stage, done: of.indexOf(stage), total: of.length, sheet: null });
}

/** In characters: room for two words. */
const headingWidth = 16;

async function changeOptions(
  held: PageWorkbook,
  changes: readonly OptionsChange[],
  { name = optionsSheetName(null), among = builtInConventions }: OptionsSheetOf = {},
): Promise<Outcome> {
  const plan = planChanges(held.open.cells.sheets.filter(isOptionsSheet), changes, among);
  switch (plan.kind) {
    case "refused":
      return { ok: false, anomaly: plan.anomaly };
    case "create":
      return outcomeOf(await held.addSheet(name, plan.rows, optionsWidths), refusedSheet(name));
    case "edit": {
      const edits = plan.edits.flatMap(({ row, column, cells }) =>
        cells.map((cell, at): CellEdit => ({ sheet: plan.sheet, row, column: column + at, value: valueOfCell(cell) })),
      );
      return edits.length === 0 ? { ok: true } : outcomeOf(await held.edit(edits), refusedSheet(plan.sheet));
    }
  }
}

async function writeSheets(
  held: PageWorkbook,
  sheets: readonly UserSheet[],
  replacing: readonly string[],
): Promise<SheetsWritten> {
  const isThere = ({ name }: UserSheet) => takenNames(held).some((taken) => isSameSheetName(taken, name));
  const isExpected = ({ name }: UserSheet) => replacing.some((known) => isSameSheetName(known, name));
  if (sheets.some((sheet) => isThere(sheet) && !isExpected(sheet))) return refused("office-workbook-changed");
  const put = outcomeOf(await held.putSheets(sheets), refusedSheet(sheets.map(({ name }) => name).join(", ")));
  if (!put.ok) return put;
  const { open } = held;
  const takeBack = async () =>
    held.open === open
      ? outcomeOf(await held.takeBack(), refused("file-undo-refused"))
      : refused("office-sheets-changed");
  return { ok: true, takeBack };
}

/**
 * Returns the outcome of a change: `refusal` when the change was refused because it would have damaged the workbook, or
 * left an outdated number in it.
 */
function outcomeOf(edited: Change, refusal: Outcome): Outcome {
  return edited.ok || "anomaly" in edited ? edited : refusal;
}

function refusedSheet(sheet: string): Outcome {
  return refused("file-options-refused", { sheet }, { sheet });
}

function goTo(held: PageWorkbook, view: SheetView, name: string, cell: string | null): Outcome {
  if (cell !== null && parseCellName(cell) === null)
    return refused("office-no-cell", { sheet: name, cell }, { sheet: name });
  if (sheetNamed(held, name) === undefined)
    return refused("office-sheet-vanished", { sheet: name, untouched: "1" }, { sheet: name });
  view.show(name, cell);
  return { ok: true };
}

function valueAt(held: PageWorkbook, name: string, cell: string): Cell {
  const sheet = sheetNamed(held, name);
  const place = parseCellName(cell);
  return sheet === undefined || place === null ? null : cellAt(sheet, place.row, place.column);
}

function sheetNamed({ open }: PageWorkbook, sheet: string): SheetCells | undefined {
  return open.cells.sheets.find(({ name }) => name === sheet);
}

/** Returns the generated sheets with cells changed by hand that these models would replace or remove. */
function changedByHand(held: PageWorkbook, models: readonly SheetModel[]): EditedSheet[] {
  const wanted = new Set(models.map(({ key }) => key));
  const keys = new Map(held.open.generatedSheets.map(({ key, name }) => [name, key]));
  const documents = held.open.anomalies.flatMap(({ code, sheet, params }) => {
    const key = keys.get(sheet ?? "");
    if (code !== "document-changed" || sheet === null || key === undefined) return [];
    const isGoing = !wanted.has(key);
    // When the Journal is the only model, the other documents stay as they are.
    if (isGoing && isJournalAlone(models)) return [];
    return [{ name: sheet, isGoing, cells: String(params["cells"]).split(", "), count: Number(params["count"]) }];
  });
  return [...documents, ...changedInJournal(held, models)];
}

/** Returns the changes by hand of the Journal that a run would lose when it writes the rows back and adds its own. */
function changedInJournal({ open }: PageWorkbook, models: readonly SheetModel[]): EditedSheet[] {
  const model = models.find(({ key }) => key === journalKey);
  const sheet = open.cells.sheets.find(({ generatedKey }) => generatedKey === journalKey);
  if (model === undefined || sheet === undefined) return [];
  const lost = open.journalEdits.filter(({ row, column }) => {
    const found = cellAt(sheet, row, column);
    const kept = contentOf(model.rows[row]?.cells[column], open.cells.date1904);
    return plainContent(found instanceof CellError ? found.code : found) !== plainContent(kept);
  });
  if (lost.length === 0) return [];
  const cells = lost.slice(0, cellsNamed).map(({ row, column }) => cellName(row, column));
  return [{ name: sheet.name, isGoing: false, cells, count: lost.length }];
}

/** The number of cells that a question names; it counts the others. */
const cellsNamed = 5;

/** Returns the names that a new sheet cannot take. */
function takenNames({ open }: PageWorkbook): string[] {
  return [...open.userSheetNames, ...[...open.cells.sheets, ...open.generatedSheets].map(({ name }) => name)];
}
