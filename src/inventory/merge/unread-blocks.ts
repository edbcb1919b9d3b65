import { cellName, fold, isBlank, isShownAsDate, type Cell, type SheetCells } from "../../cells";
import type { Anomaly } from "../../messages";
import { kinshipOf, type CommuneDirectory, type LabelReading } from "../../tariff";
import { anomalyAt } from "../anomalies";
import { choiceFor } from "../choices";
import type { ReadingTools, TableReading } from "../rows/table-reader";
import type { Region, Table } from "../table";
import { countsNothing } from "../tables/column-statistics";
import type { Source } from "../tables/find-tables";
import type { Mapping } from "../types";
import { structuralRole } from "../words/headings";
import { holdsNumber, parseQuantity } from "../words/values";
import { BlockReader, listsMachines } from "./block-reader";
import { isBilledKind } from "./facets";

/** What stands in no table, accounted for. */
interface Unread {
  readonly blocks: readonly Block[];
  readonly mappings: readonly Mapping[];
  readonly anomalies: readonly Anomaly[];
  /** Those that may be billed. */
  readonly refused: readonly Block[];
}

/**
 * Says what of the visible sheets holds numbers, or lists machines, and is in no table: an error where it names two schools or
 * communes beside them, or prestations of one, or where they may be quantities of a table beside them; else to know.
 * (decisions §4)
 */
export function settleUnread(
  sources: readonly Source[],
  tables: readonly Table[],
  readings: readonly TableReading[],
  schools: ReadonlySet<string>,
  tools: ReadingTools,
): Unread {
  const reader = new BlockReader(readings, schools, tools);
  const blocks: Block[] = [];
  const refused: Block[] = [];
  const mappings: Mapping[] = [];
  const anomalies: Anomaly[] = [];
  for (const { sheet, ref } of sources)
    for (const block of looseBlocks(
      sheet,
      tables.filter((table) => table.sheet === sheet),
    )) {
      const isCounted = holdsNumbers(block);
      const isListed = listsMachines(
        block,
        tables.some((table) => table.sheet === sheet),
        tools,
      );
      if (!isCounted && !isListed) continue;
      const { top, bottom, left, right } = block;
      const range =
        top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;
      const choice = choiceFor(tools.options.tables, { sheet, headerTop: top, bodyBottom: bottom, left, right });
      const isIgnored = choice?.as === "ignored";
      const { row, column } = block.cells[0]!;
      const isInventory = !isIgnored && reader.isInventory(block);
      const strays = isIgnored || isInventory ? [] : straysOf(block, readings, tools);
      const [severity, code] = isInventory
        ? (["error", "unread-table"] as const)
        : strays.length > 0
          ? (["error", "stray-numbers"] as const)
          : isListed
            ? (["error", "unread-equipment"] as const)
            : (["info", "unread-numbers"] as const);
      anomalies.push(
        isIgnored
          ? anomalyAt("info", "table-chosen", sheet, row, column, { ignored: 1 })
          : anomalyAt(severity, code, sheet, row, column, { range }),
      );
      blocks.push(block);
      if (severity === "error" && !isIgnored) refused.push(block);
      mappings.push({
        sheet: ref,
        kind: isIgnored ? "ignored" : "unread",
        kindWords: "",
        layout: "unknown",
        range,
        communeFrom: "columns",
        columns: [],
        score: 0,
      });
    }
  return { blocks, mappings, anomalies, refused };
}

/** A cell of a block, zero-based. */
export interface BlockCell {
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}

/** Cells of a sheet that stand together in no table. */
export interface Block extends Region {
  readonly sheet: SheetCells;
  readonly cells: readonly BlockCell[];
}

/** The blocks of a sheet that hold something and stand in no table; the whole of a sheet without tables is one. */
function looseBlocks(sheet: SheetCells, tables: readonly Table[]): Block[] {
  const loose = looseCells(sheet, tables);
  const parts = tables.length === 0 ? (loose.length === 0 ? [] : [loose]) : byRows(loose).flatMap(byColumns);
  return parts.map((cells) => ({ sheet, cells, ...extentOf(cells) }));
}

/** The cells that show something and that no table covers, row by row. */
function looseCells(sheet: SheetCells, tables: readonly Table[]): BlockCell[] {
  const loose: BlockCell[] = [];
  sheet.rows.forEach((cells, row) => {
    const covering = tables.filter(({ headerTop, bodyBottom }) => headerTop <= row && row <= bodyBottom);
    for (let column = 0; column < cells.length; column += 1) {
      const table = covering.find(({ left, right }) => left <= column && column <= right);
      if (table !== undefined) column = table.right;
      else if (!isBlank(cells[column] ?? null)) loose.push({ row, column, cell: cells[column]! });
    }
  });
  return loose;
}

/** Cells parted where two rows at least are blank. */
function byRows(cells: readonly BlockCell[]): BlockCell[][] {
  const blocks: BlockCell[][] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const cell of cells) {
    if (cell.row > last + 2) blocks.push([]);
    blocks.at(-1)!.push(cell);
    last = cell.row;
  }
  return blocks;
}

/** Cells parted where a column is blank. */
function byColumns(cells: readonly BlockCell[]): BlockCell[][] {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const partOf = new Map<number, number>();
  columns.forEach((column, at) => {
    const before = columns[at - 1];
    const part = before === undefined ? 0 : partOf.get(before)!;
    partOf.set(column, before !== undefined && column > before + 1 ? part + 1 : part);
  });
  const parts: BlockCell[][] = [];
  for (const cell of cells) (parts[partOf.get(cell.column)!] ??= []).push(cell);
  return parts;
}

/** A lone year or a date is a part of a title: no number to account for. */
function holdsNumbers({ sheet, cells }: Block): boolean {
  const numbers = cells.filter(({ cell, row, column }) =>
    typeof cell === "number" ? !isShownAsDate(sheet, row, column) : holdsNumber(cell),
  );
  const isYear = ({ cell }: BlockCell): boolean =>
    Number.isInteger(Number(cell)) && Number(cell) >= 1990 && Number(cell) <= 2050;
  return numbers.length > 1 || (numbers.length === 1 && !isYear(numbers[0]!));
}

function extentOf(cells: readonly BlockCell[]): Region {
  const region = { top: cells[0]!.row, bottom: cells.at(-1)!.row, left: cells[0]!.column, right: cells[0]!.column };
  for (const { column } of cells) {
    region.left = Math.min(region.left, column);
    region.right = Math.max(region.right, column);
  }
  return region;
}

/** What tells names and headings. */
interface Tools {
  readonly directory: CommuneDirectory;
  readonly readLabel: (text: string) => LabelReading;
}

/**
 * The numbers of a block that stand in the rows of a table and in none of its columns: quantities of these rows may be lost in
 * them. Left out: what is none for certain, the sums of the rows, and a small table of its own, each number beside the name of
 * something else. (decisions §4)
 */
function straysOf(block: Block, readings: readonly TableReading[], tools: Tools): BlockCell[] {
  const beside = readings.filter(({ table, kind }) => table.sheet === block.sheet && isBilledKind(kind));
  const columns = new Map<number, BlockCell[]>();
  for (const figure of block.cells)
    if (isQuantity(figure) && beside.some((reading) => isInBody(reading, figure)))
      columns.set(figure.column, [...(columns.get(figure.column) ?? []), figure]);
  return [...columns.values()].filter((figures) => mayCount(block, figures, beside, tools)).flat();
}

function isInBody({ table }: TableReading, { row }: BlockCell): boolean {
  return table.bodyTop <= row && row <= table.bodyBottom;
}

function isQuantity({ cell }: BlockCell): boolean {
  if (typeof cell === "number") return cell > 0;
  const read = parseQuantity(cell);
  return read.kind === "value" && read.value > 0;
}

/** Whether the numbers of one column of a block may be quantities of the table beside them. */
function mayCount(block: Block, figures: readonly BlockCell[], beside: readonly TableReading[], tools: Tools): boolean {
  const { row: top, column } = figures[0]!;
  const rows = figures.map(({ row }) => row);
  const headings = textsOf(block, (cell) => cell.column === column && cell.row < top);
  if (headings.some((text) => structuralRole(text)?.why === "money")) return false;
  if (isWeighed(block, figures, tools)) return false;
  if (!headings.some((text) => speaksOfOurs(text, tools))) {
    if (headings.some((text) => namesNoQuantity(text))) return false;
    if (countsNothing(block.sheet, column, rows)) return false;
    if (isOfItsOwn(block, figures, tools)) return false;
    return !beside.some((reading) => sumsRows(reading, figures));
  }
  return true;
}

function textsOf({ cells }: Block, isWanted: (cell: BlockCell) => boolean): string[] {
  return cells.flatMap((each) => (typeof each.cell === "string" && isWanted(each) ? [each.cell] : []));
}

/** « En service », « Postes », « Nombre », a commune: what may head or name quantities. */
function speaksOfOurs(text: string, { directory, readLabel }: Tools): boolean {
  const { label, nature } = readLabel(text);
  const isNamed = label.kind !== "none" && !(label.kind === "ambiguous" && label.words === "total");
  if (nature !== null || isNamed || kinshipOf(text) !== null) return true;
  return structuralRole(text)?.role === "quantity" || directory.find(text).kind !== "unknown";
}

/** « Téléphone », « Code INSEE », « Ratio »: what stands below is none. */
function namesNoQuantity(text: string): boolean {
  const role = structuralRole(text);
  return role !== null && role.role !== "quantity" && (role.role !== "ignored" || role.why !== null);
}

/** Each number stands beside a prestation: it was weighed with it, and is of a recap or a tariff. */
function isWeighed(block: Block, figures: readonly BlockCell[], { readLabel }: Tools): boolean {
  return figures.every(({ row, column }) =>
    textsOf(block, (cell) => cell.row === row && cell.column < column).some((text) => {
      const { kind } = readLabel(text).label;
      return kind === "prestation" || kind === "ambiguous";
    }),
  );
}

/** A small table beside the other: each number has its own name to its left, and none is one of ours. */
function isOfItsOwn(block: Block, figures: readonly BlockCell[], tools: Tools): boolean {
  const names = figures.map(({ row, column }) => textsOf(block, (cell) => cell.row === row && cell.column < column));
  const distinct = new Set(names.map((texts) => fold(texts.join(" "))));
  return (
    distinct.size === figures.length &&
    names.every((texts) => texts.length > 0 && !texts.some((text) => speaksOfOurs(text, tools)))
  );
}

/** True where each number is the sum of the quantities of its row, two at least in one of the rows: a control, which adds nothing. */
function sumsRows({ table }: TableReading, figures: readonly BlockCell[]): boolean {
  if (figures.length < 2) return false;
  const counted = table.columns.filter(({ role }) => role.kind === "count");
  const equipment = counted.filter(({ role }) => role.kind === "count" && role.code !== "PORTAIL");
  return [counted, equipment].some((columns) => {
    let summands = 0;
    const isSum = figures.every(({ row, cell }) => {
      const values = columns
        .map(({ index }) => parseQuantity(table.sheet.rows[row]?.[index] ?? null))
        .flatMap((read) => (read.kind === "value" && read.value > 0 ? [read.value] : []));
      summands = Math.max(summands, values.length);
      const own = parseQuantity(cell);
      return own.kind === "value" && own.value === values.reduce((sum, value) => sum + value, 0);
    });
    return isSum && summands >= 2;
  });
}
