import { cellName, quoteSheetName } from "../../cells";
import type { SheetModel } from "../../documents";
import { blockOf } from "../addresses";
import { contentOf, plainContent } from "../cell-content";
import { editsSince } from "../checksum";
import { askCharts, sourceOf, type ChartPlace, type ChartSource } from "./charts";
import { Abort, anomaly } from "./faults";
import { askLayout, type SheetLayout } from "./layout";
import type { Plan } from "./plan";
import { usedBlock } from "./read-sheets";
import { request } from "./requests";
import type { EditedSheet, Replacing } from "./types";
import type { GeneratedSheetState, OwnName } from "./workbook-state";

/** A generated sheet as it stands before a publication: everything that its cells, kept aside, do not say. */
export interface SheetSnapshot {
  readonly key: string;
  readonly seal: string | null;
  readonly name: string;
  readonly visibility: Excel.SheetVisibility;
  /** Place of its tab, from 0. */
  readonly position: number;
  /** Zero-based row of the sheet aside where its first row is, and how many there are. */
  readonly top: number;
  readonly rows: number;
  readonly layout: SheetLayout;
  /** Cells that an AutoFilter stands over, without hiding any. */
  readonly filter: string | null;
  readonly charts: readonly ChartPlace[];
  /** What those of its charts that are ours, the first ones, are drawn from; null where that cannot be told. */
  readonly chartSources: readonly (ChartSource | null)[];
  /** Formulas that lead to a sheet about to go: what is kept aside of them will be `#REF!`. */
  readonly references: readonly { readonly cell: string; readonly formula: string }[];
}

/** The previous generation, cells apart. */
export interface Snapshot {
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly OwnName[];
}

/** A snapshot in the making, with the cells that the sheet aside has to hold. */
export interface SnapshotRead extends Snapshot {
  readonly formulas: readonly (readonly (readonly unknown[])[])[];
}

/** First row of the sheet aside that holds cells; the first holds the snapshot. */
const firstTop = 1;
/** Columns whose widths are asked for, at least; those that hold nothing, and that no model sizes, are not kept. */
const leastColumns = 26;

/** Reads the generated sheets of the workbook, in one request. */
export async function readSnapshot(plan: Plan): Promise<SnapshotRead> {
  const sheets = [...plan.replaced.map(({ sheet }) => sheet), ...plan.gone];
  if (sheets.length === 0) return { sheets: [], names: plan.state.names, formulas: [] };
  const asked = await request((context) =>
    sheets.map((sheet) => askSheet(context.workbook.worksheets.getItem(sheet.id), widthsOf(plan, sheet))),
  );
  const read = asked.map((one) => one());
  let top = firstTop;
  const snapshots = sheets.map((sheet, index): SheetSnapshot => {
    const { block, formulas, layout, charts, filter } = read[index]!;
    if (filter.hides) throw new Abort(anomaly("office-filtered-sheet", { sheet: sheet.name }, sheet.name));
    const printed = layout.printArea === null ? null : blockOf(layout.printArea);
    const rows = Math.max(block.bottom, printed?.bottom ?? 0) + 1;
    const snapshot = {
      key: sheet.key,
      seal: sheet.checksum,
      name: sheet.name,
      visibility: read[index]!.visibility,
      position: plan.state.sheets.indexOf(sheet),
      top,
      rows,
      layout: {
        ...layout,
        widths: layout.widths.slice(0, Math.max(block.right + 1, modelOf(plan, sheet)?.widths.length ?? 0)),
      },
      filter: filter.address,
      charts,
      chartSources: chartSourcesOf(modelOf(plan, sheet), sheet),
      references: referencesTo(plan.gone, formulas),
    };
    top += rows + 1;
    return snapshot;
  });
  return { sheets: snapshots, names: plan.state.names, formulas: read.map(({ formulas }) => formulas) };
}

function askSheet(sheet: Excel.Worksheet, columns: number) {
  sheet.load("visibility");
  const used = usedBlock(sheet).load("address,formulas");
  const layout = askLayout(sheet, columns);
  const charts = askCharts(sheet);
  const filter = sheet.autoFilter.load("enabled,isDataFiltered");
  const filtered = sheet.autoFilter.getRangeOrNullObject().load("address");
  return () => ({
    visibility: sheet.visibility as Excel.SheetVisibility,
    block: blockOf(used.address)!,
    formulas: used.formulas as unknown[][],
    layout: layout(),
    charts: charts(),
    filter: {
      address: filtered.isNullObject ? null : filtered.address.slice(filtered.address.lastIndexOf("!") + 1),
      hides: filter.enabled && filter.isDataFiltered,
    },
  });
}

function widthsOf(plan: Plan, sheet: GeneratedSheetState): number {
  return Math.max(leastColumns, modelOf(plan, sheet)?.widths.length ?? 0);
}

function modelOf({ replaced }: Plan, sheet: GeneratedSheetState): SheetModel | undefined {
  return replaced.find((one) => one.sheet === sheet)?.model;
}

/** Each chart's rows are those of its name; its columns are the same in every generation. */
function chartSourcesOf(model: SheetModel | undefined, { chartRows }: GeneratedSheetState): (ChartSource | null)[] {
  return chartRows.map((formula, index) => {
    const [chart, rows] = [model?.charts[index], blockOf(formula)];
    if (chart === undefined || rows === null) return null;
    return { ...sourceOf(chart), firstRow: rows.top, lastRow: rows.bottom };
  });
}

function referencesTo(gone: readonly GeneratedSheetState[], formulas: readonly (readonly unknown[])[]) {
  if (gone.length === 0) return [];
  return formulas.flatMap((row, r) =>
    row.flatMap((formula, c) => {
      const leads =
        typeof formula === "string" && formula.startsWith("=") && gone.some(({ name }) => refersTo(formula, name));
      return leads ? [{ cell: cellName(r, c), formula }] : [];
    }),
  );
}

/** Excel drops the quotes that a name does not need. */
function refersTo(formula: string, sheet: string): boolean {
  return formula.includes(`${quoteSheetName(sheet)}!`) || formula.includes(`${sheet}!`);
}

/** Cells that are named; of the others it is said how many they are. */
const cellsNamed = 20;

/** The generated sheets in place whose cells somebody changed since they were written, and what of it would be lost. */
export function handEdits(plan: Plan, { formulas }: Pick<SnapshotRead, "formulas">): EditedSheet[] {
  const { replaced, gone, state } = plan;
  const sheets = [
    ...replaced.map(({ sheet, model }) => ({ sheet, model })),
    ...gone.map((sheet) => ({ sheet, model: null })),
  ];
  return sheets.flatMap(({ sheet, model }, index) => {
    if (sheet.checksum === null) return [];
    const edits = editsSince(
      sheet.checksum,
      formulas[index]!,
      model === null ? null : contentsOf(model, state.date1904),
    );
    if (edits.length === 0) return [];
    const cells = edits.slice(0, cellsNamed).map(({ row, column }) => cellName(row, column));
    return [{ name: sheet.name, isGoing: model === null, cells, count: edits.length }];
  });
}

/** Those that nobody accepted to lose, as they are now. */
export function unacceptedEdits(edited: readonly EditedSheet[], replacing: Replacing): readonly EditedSheet[] {
  if (replacing === "all") return [];
  const accepted = new Set(replacing.map((sheet) => JSON.stringify(sheet)));
  return edited.every((sheet) => accepted.has(JSON.stringify(sheet))) ? [] : edited;
}

function contentsOf(model: SheetModel, date1904: boolean): (row: number, column: number) => string {
  return (row, column) => plainContent(contentOf(model.rows[row]?.cells[column], date1904));
}

/** Excel holds 32,767 characters in a cell. */
const longestCell = 32_000;
/** Begins each cell, so that none looks like a formula or has an apostrophe to lose. */
const cellMark = "|";

/** A snapshot as texts for the cells of one row, in ASCII: no character can be cut in two. */
export function snapshotTexts({ sheets, names }: Snapshot): string[] {
  const text = JSON.stringify({ sheets, names }).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const texts: string[] = [];
  for (let from = 0; from < text.length; from += longestCell)
    texts.push(cellMark + text.slice(from, from + longestCell));
  return texts;
}

/** The snapshot that a row of cells holds. */
export function snapshotOf(cells: readonly unknown[]): Snapshot {
  return JSON.parse(cells.map((cell) => String(cell).slice(cellMark.length)).join("")) as Snapshot;
}
