import { cellAt, CellError, cellName, parseCellName, type Cell } from "../../cells";
import type { Anomaly } from "../../messages";
import { isOptionsSheet, optionsSheetName, planChanges, type OptionsChange } from "../../options";
import type { SheetModel } from "../../documents";
import { freeSheetName } from "../addresses";
import { contentOf, plainContent, valueOfCell } from "../cell-content";
import type { CellEdit } from "../files";
import { isJournalAlone, journalKey } from "../generated-names";
import type * as office from "../office";
import type { Outcome } from "../office";
import { refused, unacceptedEdits } from "../office/outcomes";
import { nextFrame, type Change, type PageWorkbook, type Stage } from "./page-workbook";

/** What shows the sheets of a held workbook beside the pane. */
export interface SheetView {
  /** The sheet and the cell that are chosen, in A1. */
  readonly selected: () => { readonly sheet: string; readonly cell: string };
  /** Shows a sheet, and chooses a cell of it; null leaves the choice as it was. */
  readonly show: (sheet: string, cell: string | null) => void;
  /** Calls each time that another cell, or another sheet, is chosen. */
  readonly watchSelection: (onSelect: () => void) => void;
  /** Calls when somebody has corrected a cell. */
  readonly watchCorrections: (onChange: () => void) => void;
}

/** The same questions as those asked of Excel, answered by a workbook that the page holds. */
type PagePort = typeof office;

/** Returns the port to a workbook opened from a file. One operation at a time, as its caller has it. */
export function portOf(held: PageWorkbook, view: SheetView): PagePort {
  return {
    openActiveWorkbook: async (watch = {}) => {
      watch.onProgress?.({ stage: "read", done: 0, total: 1, sheet: null });
      return Promise.resolve({ ok: true, workbook: held.open });
    },
    changeOptions: (changes) => changeOptions(held, changes),
    publish: async (models, watch = {}, replacing = "all") => {
      watch.onProgress?.({ stage: "prepare", done: 0, total: 1, sheet: null });
      // Each stage is drawn before the next one takes the thread.
      await nextFrame();
      if (watch.isCancelled?.() === true) return { ok: false, cancelled: true, anomaly: null, after: "untouched" };
      const edited = unacceptedEdits(changedByHand(held, models), replacing);
      if (edited.length > 0) return { ok: false, cancelled: false, anomaly: null, after: "untouched", edited };
      const tell = (stage: keyof typeof stages) => watch.onProgress?.({ stage, ...stages[stage], sheet: null });
      tell("write");
      const generated = await held.generate(models, (next) => {
        tell(next);
        return Promise.resolve(watch.isCancelled?.() !== true);
      });
      if (!generated.ok)
        return { ok: false, cancelled: generated.anomaly === null, anomaly: generated.anomaly, after: "untouched" };
      return { ok: true, sheets: models.map(({ key, name }) => ({ key, name })), remark: null };
    },
    canUndo: () => held.canUndo,
    undoPublication: async (watch = {}) => {
      if (!held.canUndo) return refused("office-nothing-to-undo");
      watch.onProgress?.({ stage: "restore", done: 0, total: 1, sheet: null });
      return outcomeOf(await held.undo(), refused("file-undo-refused"));
    },
    // Nothing is ever left half done: a workbook is replaced by another whole one.
    tidyUp: () => Promise.resolve({ ok: true, restored: false, documents: held.open.ownSheets.length > 0 }),
    activateSheet: (sheet) => Promise.resolve(goTo(held, view, sheet, null)),
    selectCell: (sheet, cell) => Promise.resolve(goTo(held, view, sheet, cell)),
    selectedCell: () => {
      const { sheet, cell } = view.selected();
      return Promise.resolve({ ok: true, cell: { sheet, cell, value: valueAt(held, sheet, cell) } });
    },
    addSheet: async (name, headings) => {
      const free = freeSheetName(name, takenNames(held));
      const added = outcomeOf(
        await held.addSheet(
          free,
          [headings],
          headings.map(() => headingWidth),
        ),
        refusedSheet(free),
      );
      if (!added.ok) return added;
      view.show(free, "A2");
      return { ok: true, sheet: free };
    },
    // A page opens the workbooks that are chosen in it.
    openNewWorkbook: () => Promise.resolve(refused("office-other", { code: "window" })),
    watchChanges: (onChange) => Promise.resolve(view.watchCorrections(onChange)),
    watchSelection: (onSelect) => Promise.resolve(view.watchSelection(onSelect)),
  };
}

/** How far a generation is when it begins each of its stages. */
const stages: Readonly<Record<"write" | Stage, { readonly done: number; readonly total: number }>> = {
  write: { done: 0, total: 3 },
  check: { done: 1, total: 3 },
  publish: { done: 2, total: 3 },
};

/** Characters: room for two words. */
const headingWidth = 16;
/** Widths of the columns of a new sheet of options, in characters. */
const optionsWidths = [24, 22, 22, 30, 18, 30];

async function changeOptions(held: PageWorkbook, changes: readonly OptionsChange[]): Promise<Outcome> {
  const plan = planChanges(held.open.cells.sheets.filter(isOptionsSheet), changes);
  switch (plan.kind) {
    case "refused":
      return { ok: false, anomaly: plan.anomaly };
    case "create":
      return outcomeOf(await held.addSheet(optionsSheetName, plan.rows, optionsWidths), refusedSheet(optionsSheetName));
    case "edit": {
      const edits = plan.edits.flatMap(({ row, column, cells }) =>
        cells.map((cell, at): CellEdit => ({ sheet: plan.sheet, row, column: column + at, value: valueOfCell(cell) })),
      );
      return edits.length === 0 ? { ok: true } : outcomeOf(await held.edit(edits), refusedSheet(plan.sheet));
    }
  }
}

/** What was done, or why not: `refusal` where it would have left the workbook damaged, or a number that is no longer true. */
function outcomeOf(edited: Change, refusal: Outcome): Outcome {
  if (edited.ok) return { ok: true };
  return "anomaly" in edited ? { ok: false, anomaly: edited.anomaly } : refusal;
}

function refusedSheet(sheet: string): Outcome {
  return refused("file-options-refused", { sheet }, { sheet });
}

function goTo(held: PageWorkbook, view: SheetView, name: string, cell: string | null): Outcome {
  if (cell !== null && parseCellName(cell) === null)
    return refused("office-no-cell", { sheet: name, cell }, { sheet: name });
  const sheet = held.open.cells.sheets.find((one) => one.name === name);
  if (sheet === undefined) return refused("office-sheet-vanished", { sheet: name, untouched: "1" }, { sheet: name });
  view.show(name, cell);
  return { ok: true };
}

function valueAt(held: PageWorkbook, name: string, cell: string): Cell {
  const sheet = held.open.cells.sheets.find((one) => one.name === name);
  const place = parseCellName(cell);
  return sheet === undefined || place === null ? null : cellAt(sheet, place.row, place.column);
}

/** Returns what somebody changed in a spreadsheet among the documents, and that these models replace or remove. */
function changedByHand(held: PageWorkbook, models: readonly SheetModel[]): office.EditedSheet[] {
  const wanted = new Set(models.map(({ key }) => key));
  const keys = new Map(held.open.ownSheets.map(({ key, name }) => [name, key]));
  const documents = held.open.anomalies.filter(isOfDocument).flatMap(({ sheet, params }) => {
    const key = keys.get(sheet ?? "");
    // Beside a Journal that comes alone, the others stay as they are.
    if (sheet === null || key === undefined || (isJournalAlone(models) && !wanted.has(key))) return [];
    return [
      {
        name: sheet,
        isGoing: !wanted.has(key),
        cells: String(params["cells"]).split(", "),
        count: Number(params["count"]),
      },
    ];
  });
  return [...documents, ...changedInJournal(held, models)];
}

function isOfDocument({ code }: Anomaly): boolean {
  return code === "document-changed";
}

/** Of the Journal, to which a run only adds, what would be lost is told alone: its rows are written again as they were found. */
function changedInJournal({ open }: PageWorkbook, models: readonly SheetModel[]): office.EditedSheet[] {
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

/** Cells that a question names; of the others it is said how many they are. */
const cellsNamed = 5;

/** Names that a new sheet may not take. */
function takenNames({ open }: PageWorkbook): string[] {
  return [
    ...open.cells.sheets.map(({ name }) => name),
    ...open.userSheetNames,
    ...open.ownSheets.map(({ name }) => name),
  ];
}
