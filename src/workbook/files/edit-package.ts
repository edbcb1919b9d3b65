import { holds, type CellBlock, type SheetCells } from "../../cells";
import { blockName, blockOf, shiftFormula } from "../addresses";
import type { CellValue } from "../cell-content";
import { amountFormat } from "../opened-workbook";
import {
  dependentsOf,
  referencesOf,
  type FormulaWorld,
  type KnownFormula,
  type Reference,
} from "../formula-references";
import { DependentSums } from "./dependent-sums";
import { editSheetPart, type CellChange, type CellEdit } from "./edit-sheet-part";
import { tablesOf } from "./open-package";
import { Package, worksheetType } from "./package";
import { SheetCursor } from "./part-cells";
import { addNumberFormat } from "./styles-part";
import { WorkbookPart } from "./workbook-part";
import { bytesOf } from "./xml";
import { XmlScanner } from "./xml-scanner";

/** Why a cell cannot be changed here, although a spreadsheet could. */
export type EditRefusal =
  /** The header of a native table is also stored in the table. */
  | "table-heading"
  /** Other cells share the formula of this one. */
  | "shared-formula"
  /** An array formula fills this cell, or depends on it. */
  | "array-formula"
  /** Only the values of this file are read, and some are the results of formulas. */
  | "values-of-formulas"
  /** The sheet is not one of the user's. */
  | "no-sheet";

/** A formula, and the path of its part. */
interface PlacedFormula extends KnownFormula {
  readonly path: string;
  readonly formula: string;
  readonly spread: SheetFormula["spread"];
}

/**
 * Writes values into cells of a package, computes the sums that depend on them, and removes the other dependent
 * results. Returns the bytes, or why the values cannot be written. `cells` are its sheets, as read.
 */
export function editPackage(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
  cells: readonly SheetCells[],
): Uint8Array | EditRefusal {
  const pack = Package.open(bytes);
  const workbook = new WorkbookPart(pack, pack.workbookPath()!);
  const sheets = workbook.sheets();
  const paths = new Map(sheets.map(({ name, path }) => [name, path]));
  const read = sheets.flatMap(({ name, path, key }) =>
    path === null || key !== null ? [] : [{ name, path, ...readSheetFormulas(pack.read(path), path) }],
  );
  const places = edits.map(({ sheet, row, column }) => ({ sheet: sheet.toLowerCase(), row, column }));
  for (const { sheet, row, column } of edits) {
    const own = read.find(({ name }) => name === sheet);
    if (own?.arrays.some((block) => holds(block, row, column)) === true) return "array-formula";
    const there = own?.formulas.find((formula) => formula.row === row && formula.column === column);
    if (there?.spread === "shared") return "shared-formula";
  }
  const world = worldOf(pack, workbook);
  const formulas = read.flatMap(({ name, path, formulas: own }) =>
    own.map(({ row, column, formula, spread }): PlacedFormula => {
      const place = { sheet: name.toLowerCase(), row, column };
      return { ...place, path, formula, spread, reads: referencesOf(formula, place, world) };
    }),
  );
  const edited = new Set(places.map(({ sheet, row, column }) => `${sheet}\n${row}\n${column}`));
  const rest = formulas.filter(({ sheet, row, column }) => !edited.has(`${sheet}\n${row}\n${column}`));
  const dependent = dependentsOf(rest, places);
  if (dependent.some(({ spread }) => spread === "array")) return "array-formula";

  const changes = new Map<string, Map<number, Map<number, CellChange>>>();
  const note = (path: string, row: number, column: number, change: CellChange) => {
    const rows = changes.get(path) ?? new Map<number, Map<number, CellChange>>();
    changes.set(path, rows.set(row, (rows.get(row) ?? new Map<number, CellChange>()).set(column, change)));
  };
  const sums = new DependentSums(cells, edits, formulas, dependent);
  for (const formula of dependent) note(formula.path, formula.row, formula.column, sums.changeOf(formula));
  for (const { sheet, row, column, value } of edits) note(paths.get(sheet)!, row, column, { put: value });
  for (const [path, cells] of changes) pack.write(path, editSheetPart(pack.read(path), path, cells));
  const chain = workbook.linkedPart("calcChain");
  workbook.recalculateOnOpening();
  workbook.save();
  if (chain !== null) pack.remove(chain);
  return pack.toBytes();
}

/** Returns the resolution of references by name: names of the workbook, and native tables. */
function worldOf(pack: Package, workbook: WorkbookPart): FormulaWorld {
  const names = workbook.definedNames();
  const sheets = workbook.sheets();
  const tables = sheets.flatMap(({ name, path }) =>
    path === null ? [] : tablesOf(pack, path).map((table) => ({ ...table, sheet: name.toLowerCase() })),
  );
  return {
    nameOf: (name, sheet) => {
      const same = names.filter((one) => one.name.toLowerCase() === name.toLowerCase());
      const place = sheets.findIndex((one) => one.name.toLowerCase() === sheet);
      return (same.find((one) => one.sheet === place) ?? same.find((one) => one.sheet === null))?.formula ?? null;
    },
    tableOf: (name, { sheet, row, column }): Reference | null =>
      tables.find((table) =>
        name === ""
          ? table.sheet === sheet && holds(table.block, row, column)
          : table.name.toLowerCase() === name.toLowerCase(),
      ) ?? null,
  };
}

/** Adds a sheet of values after the others, with its first row frozen; returns the bytes of the package. */
export function addSheetPart(
  bytes: Uint8Array,
  name: string,
  rows: readonly (readonly CellValue[])[],
  widths: readonly number[],
  amounts: readonly number[] = [],
): Uint8Array {
  const pack = Package.open(bytes);
  const workbook = new WorkbookPart(pack, pack.workbookPath()!);
  const path = pack.freePath("xl/worksheets/sheet#.xml");
  const style = amounts.length === 0 ? null : amountStyle(pack, workbook);
  pack.write(
    path,
    newSheetPart(rows, widths, (column) => (amounts.includes(column) ? style : null)),
  );
  pack.setContentType(path, worksheetType);
  workbook.addSheet(name, path);
  workbook.save();
  return pack.toBytes();
}

/** Returns the cell format of amounts, added to the styles of a workbook; null where it has none. */
function amountStyle(pack: Package, workbook: WorkbookPart): number | null {
  const path = workbook.linkedPart("styles");
  if (path === null || !pack.has(path)) return null;
  const styles = pack.xml(path);
  const style = addNumberFormat(styles, amountFormat.id);
  pack.write(path, styles);
  return style;
}

function newSheetPart(
  rows: readonly (readonly CellValue[])[],
  widths: readonly number[],
  styleOf: (column: number) => number | null,
): Uint8Array {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const head = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${columns.join("")}</cols><sheetData/></worksheet>`,
  ];
  const changes = rows.map((cells, row): [number, Map<number, CellChange>] => [
    row,
    new Map(
      cells.map((put, column) => {
        const style = typeof put === "number" ? styleOf(column) : null;
        return [column, { put, ...(style !== null && { style }) }];
      }),
    ),
  ]);
  return editSheetPart(bytesOf(head.join("")), "", new Map(changes));
}

/** A formula of a sheet, without its `=`, at its zero-based cell. */
interface SheetFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** Whether the formula is written for other cells too: shared by them, or filling several as an array. */
  readonly spread: "shared" | "array" | null;
}

/** The formulas of a sheet, and the ranges filled by array formulas and data tables. */
interface SheetFormulas {
  readonly formulas: readonly SheetFormula[];
  readonly arrays: readonly CellBlock[];
}

function isSeveral({ top, left, bottom, right }: CellBlock): boolean {
  return bottom > top || right > left;
}

/**
 * Returns a formula that reads the same cells as a data table (what-if analysis): those around it, one row above and
 * one column to the left, and its input cells.
 */
function readByDataTable({ top, left, bottom, right }: CellBlock, inputs: readonly (string | null)[]): string {
  const around = blockName({ top: Math.max(0, top - 1), left: Math.max(0, left - 1), bottom, right });
  return [around, ...inputs.filter((input) => input !== null)].join("+");
}

/** Reads every formula of a sheet part; shared formulas are written out for each cell. */
function readSheetFormulas(bytes: Uint8Array, part: string): SheetFormulas {
  const scanner = new XmlScanner(bytes, part);
  const formulas: SheetFormula[] = [];
  const arrays: CellBlock[] = [];
  const shared = new Map<string, SheetFormula>();
  const cursor = new SheetCursor(scanner, part);
  while (scanner.nextOpen(0)) {
    if (scanner.name === "row" && scanner.depth === 3) cursor.openRow();
    else if (scanner.name === "c" && scanner.depth === 4) cursor.openCell();
    else if (scanner.name === "f" && scanner.depth === 5) {
      const { row, column } = cursor;
      const type = scanner.attribute("t");
      const number = scanner.attribute("si");
      const block = blockOf(scanner.attribute("ref") ?? "");
      const inputs = [scanner.attribute("r1"), scanner.attribute("r2")];
      const written = scanner.content();
      let own: SheetFormula = { row, column, formula: written, spread: null };
      if ((type === "array" && block !== null && isSeveral(block)) || type === "dataTable") {
        const filled = block ?? { top: row, left: column, bottom: row, right: column };
        arrays.push(filled);
        own = { ...own, formula: type === "array" ? written : readByDataTable(filled, inputs), spread: "array" };
      } else if (type === "shared" && number !== null) {
        const master = shared.get(number);
        if (written === "" && master !== undefined)
          own = { ...own, formula: shiftFormula(master.formula, row - master.row, column - master.column) };
        else own = { ...own, spread: "shared" };
        if (written !== "") shared.set(number, own);
      }
      formulas.push(own);
    }
  }
  return { formulas, arrays };
}
