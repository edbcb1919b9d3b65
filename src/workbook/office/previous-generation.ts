import { cellName, quoteSheetName } from "../../cells";
import type { SheetModel } from "../../documents";
import { blockOf, withoutSheet } from "../addresses";
import { asciiJson, type WorkbookName } from "../generated-names";
import { askCharts, sourceOf, type ChartPlace, type ChartSource } from "./charts";
import { askLayout, type SheetLayout } from "./layout";
import { Abort } from "./excel-faults";
import { changesOf, type Matrix, type Plan } from "./plan";
import { usedBlock } from "./sheet-shape";
import type { GeneratedSheetState } from "./workbook-state";

/** A generated sheet before a publication: all but its cells, which are copied. */
export interface PreviousSheet {
  readonly key: string;
  /** Its checksum; workbooks store it under this name. */
  readonly seal: string | null;
  /** Formulas of the names that hold its run record; absent from records of earlier versions. */
  readonly record?: readonly string[];
  readonly name: string;
  readonly visibility: Excel.SheetVisibility;
  /** Zero-based position of its tab. */
  readonly position: number;
  /** Zero-based first row on the backup sheet, and number of rows. */
  readonly top: number;
  readonly rows: number;
  readonly layout: SheetLayout;
  /** The range of an AutoFilter that hides no row, or null. */
  readonly filter: string | null;
  readonly charts: readonly ChartPlace[];
  /** The source cells of our charts, which come first; null when unknown. */
  readonly chartSources: readonly (ChartSource | null)[];
  /** Formulas that refer to a sheet about to be deleted: their copies would become `#REF!`. */
  readonly references: readonly { readonly cell: string; readonly formula: string }[];
}

/** The previous generation, without its cells. */
export interface PreviousGeneration {
  readonly sheets: readonly PreviousSheet[];
  readonly names: readonly WorkbookName[];
  /** Keys of the sheets that the publication left as they were; absent when there were none. */
  readonly untouched?: readonly string[];
}

/** The previous generation with its cells, as read. */
export interface PreviousGenerationRead extends PreviousGeneration {
  readonly formulas: readonly Matrix[];
}

/** The first row of cells on the backup sheet; the row above holds the rest. */
const firstTop = 1;
/** The minimum number of columns whose widths are read; empty columns that no model sizes are not kept. */
const leastColumns = 26;

/** Queues a reading of the generated sheets; the returned function throws when a filter hides rows of one. */
export function askPrevious(plan: Plan, { worksheets }: Excel.Workbook): () => PreviousGenerationRead {
  const asked = changesOf(plan).map(({ sheet, model }) => askSheet(worksheets.getItem(sheet.id), model));
  return () =>
    previousIn(
      plan,
      asked.map((one) => one()),
    );
}

function previousIn(plan: Plan, read: readonly ReturnType<ReturnType<typeof askSheet>>[]): PreviousGenerationRead {
  const { names } = plan.state;
  const changes = changesOf(plan);
  const untouched = plan.kept.map(({ key }) => key);
  let top = firstTop;
  const sheets = changes.map(({ sheet, model }, index): PreviousSheet => {
    const { visibility, block, formulas, layout, charts, filter, isFiltered } = read[index]!;
    if (isFiltered) throw Abort.at("office-filtered-sheet", sheet.name);
    const printed = layout.printArea === null ? null : blockOf(layout.printArea);
    const rows = Math.max(block.bottom, printed?.bottom ?? 0) + 1;
    const widths = layout.widths.slice(0, Math.max(block.right + 1, model?.widths.length ?? 0));
    const previous = {
      key: sheet.key,
      seal: sheet.checksum,
      record: sheet.record,
      name: sheet.name,
      visibility,
      position: plan.state.sheets.indexOf(sheet),
      top,
      rows,
      layout: { ...layout, widths },
      filter,
      charts,
      chartSources: chartSourcesOf(model, sheet, formulas),
      references: referencesTo(plan.gone, formulas),
    };
    top += rows + 1;
    return previous;
  });
  return { sheets, names, untouched, formulas: read.map(({ formulas }) => formulas) };
}

function askSheet(sheet: Excel.Worksheet, model: SheetModel | null) {
  sheet.load("visibility");
  const used = usedBlock(sheet).load("address,formulas");
  const layout = askLayout(sheet, Math.max(leastColumns, model?.widths.length ?? 0));
  const charts = askCharts(sheet);
  const filter = sheet.autoFilter.load("enabled,isDataFiltered");
  const filtered = sheet.autoFilter.getRangeOrNullObject().load("address");
  return () => ({
    visibility: sheet.visibility as Excel.SheetVisibility,
    block: blockOf(used.address)!,
    formulas: used.formulas as unknown[][],
    layout: layout(),
    charts: charts(),
    filter: filtered.isNullObject ? null : withoutSheet(filtered.address),
    isFiltered: filter.enabled && filter.isDataFiltered,
  });
}

/**
 * Returns the source cells of charts: the rows come from their names, and the columns are the same in every generation.
 * The title cell keeps its distance from these rows.
 */
function chartSourcesOf(
  model: SheetModel | null,
  { chartRows }: GeneratedSheetState,
  formulas: Matrix,
): (ChartSource | null)[] {
  return chartRows.map((formula, index) => {
    const [chart, rows] = [model?.charts[index], blockOf(formula)];
    if (chart === undefined || rows === null) return null;
    const { titleCell, categories } = chart;
    const heading = titleCell && formulas[rows.top + titleCell.row - categories.firstRow]?.[titleCell.column];
    const title = typeof heading === "string" && heading !== "" ? heading : null;
    return { ...sourceOf(chart), firstRow: rows.top, lastRow: rows.bottom, title };
  });
}

function referencesTo(gone: readonly GeneratedSheetState[], formulas: Matrix) {
  if (gone.length === 0) return [];
  return formulas.flatMap((row, r) =>
    row.flatMap((formula, c) => {
      if (typeof formula !== "string" || !formula.startsWith("=")) return [];
      return gone.some(({ name }) => refersTo(formula, name)) ? [{ cell: cellName(r, c), formula }] : [];
    }),
  );
}

/** Returns whether a formula refers to a sheet; Excel omits quotes that a name does not need. */
function refersTo(formula: string, sheet: string): boolean {
  return formula.includes(`${quoteSheetName(sheet)}!`) || formula.includes(`${sheet}!`);
}

/** Excel limits a cell to 32,767 characters. */
const longestCell = 32_000;
/** Starts each text, so that none looks like a formula or loses an apostrophe. */
const cellMark = "|";

/** Returns the previous generation as ASCII texts for the cells of one row, so that no character can be cut in two. */
export function previousTexts({ sheets, names, untouched = [] }: PreviousGeneration): string[] {
  const text = asciiJson(JSON.stringify({ sheets, names, ...(untouched.length > 0 && { untouched }) }));
  const texts: string[] = [];
  for (let from = 0; from < text.length; from += longestCell)
    texts.push(cellMark + text.slice(from, from + longestCell));
  return texts;
}

/** Returns the previous generation stored in a row of cells. */
export function previousOf(cells: readonly unknown[]): PreviousGeneration {
  return JSON.parse(cells.map((cell) => String(cell).slice(cellMark.length)).join("")) as PreviousGeneration;
}
