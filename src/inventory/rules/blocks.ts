import { addTo, blockName, cellAt, fold, isShownAsDate, isShownAsMoney, type Cell } from "../../cells";
import type { Anomaly, MessageCode } from "../../messages";
import { namesSomething, headcount } from "../../tariff";
import { anomalyAt } from "../anomalies";
import { choiceFor } from "../choices";
import type { Reading } from "../reading";
import { countsUnits } from "../column";
import type { Known } from "../table";
import type { TableReading } from "../table-reading";
import { countsNothing } from "../tables/column-statistics";
import type { Mapping } from "../types";
import { holdsFigures, looseBlocks, type Block, type BlockCell } from "../tables/loose-blocks";
import { BlockReader, isTariff } from "./block-recaps";
import { structuralRole } from "../texts/heading-role";
import { schoolIn } from "../texts/school-names";
import { numberShown, parseQuantity } from "../texts/values";
import { kinshipOf } from "../texts/kinship";

/** The blocks outside tables, with their mappings and anomalies. */
interface Unread {
  readonly blocks: readonly Block[];
  readonly mappings: readonly Mapping[];
  readonly anomalies: readonly Anomaly[];
  /** The blocks that may have to be billed. */
  readonly refused: readonly Block[];
}

/** Reports the numbers and machines outside tables, as an error when they may be billable. (decisions §4) */
export function accountForBlocks(reading: Reading): Unread {
  const { context, tables, facets, sheets } = reading;
  const reader = new BlockReader(reading);
  const blocks: Block[] = [];
  const refused: Block[] = [];
  const mappings: Mapping[] = [];
  const anomalies: Anomaly[] = [];
  for (const { sheet, ref } of sheets) {
    const beside = tables.filter(({ table }) => table.on.sheet === sheet);
    const billed = beside.filter((each) => facets.isBilled(each));
    for (const block of looseBlocks(sheet, beside)) {
      const isListed = listsMachines(block, beside.length > 0, context);
      if (!isListed && !holdsFigures(block)) continue;
      const isIgnored = choiceFor(context.options.tables, block)?.as === "ignored";
      const codes: readonly (readonly [holds: () => boolean, code: MessageCode])[] = [
        [() => isIgnored, "table-chosen"],
        [() => reader.isInventory(block), "unread-table"],
        [() => hasStrays(block, billed, context), "stray-numbers"],
        [() => isListed, "unread-equipment"],
      ];
      const code = codes.find(([holds]) => holds())?.[1] ?? "unread-numbers";
      const severity = isIgnored || code === "unread-numbers" ? "info" : "error";
      const { top, left, bottom, right } = block;
      const { row, column } = block.cells[0]!;
      anomalies.push(
        anomalyAt(severity, code, sheet, row, column, isIgnored ? { ignored: 1 } : { range: blockName(block) }),
      );
      blocks.push(block);
      if (severity === "error") refused.push(block);
      mappings.push({
        sheet: ref,
        kind: isIgnored ? "ignored" : "unread",
        kindWords: "",
        layout: "unknown",
        block: { top, left, bottom, right },
        communeFrom: { from: "columns" },
        columns: [],
        rows: null,
      });
    }
  }
  return { blocks, mappings, anomalies, refused };
}

/**
 * Returns whether a block has numbers that may be quantities of a table beside it, rather than sums or another table.
 * (decisions §4)
 */
function hasStrays(block: Block, beside: readonly TableReading[], context: Known): boolean {
  const columns = new Map<number, BlockCell[]>();
  for (const figure of block.cells) {
    const isBeside = beside.some(({ table: { turned, bodyLeft, bodyTop, on } }) => {
      return (turned ? bodyLeft : bodyTop) <= figure.row && figure.row <= on.bottom;
    });
    if (isBeside && isQuantity(figure)) addTo(columns, figure.column, figure);
  }
  return [...columns.values()].some((figures) => mayCount(block, figures, beside, context));
}

/** Returns whether a cell holds a number above zero, even a fraction, or a text with a quantity. */
function isQuantity({ cell }: BlockCell): boolean {
  return (numberShown(cell) ?? 0) > 0;
}

/** Returns the quantity of a cell; not a number when it holds none. */
function quantityIn(cell: Cell): number {
  const read = parseQuantity(cell);
  return read.kind === "value" ? read.value : Number.NaN;
}

/** Returns whether the numbers of a column of a block may be quantities of the table beside them. */
function mayCount(
  block: Block,
  figures: readonly BlockCell[],
  beside: readonly TableReading[],
  context: Known,
): boolean {
  const { row: top, column } = figures[0]!;
  const rows = figures.map(({ row }) => row);
  const headings = textsOf(block, (cell) => cell.column === column && cell.row < top);
  if (headings.some((text) => structuralRole(text)?.why === "money")) return false;
  if (isWeighed(block, figures, context)) return false;
  if (headings.some((text) => speaksOfOurs(text, context))) return true;
  if (headings.some(namesNoQuantity) || countsNothing(block.sheet, column, rows)) return false;
  return !isOfItsOwn(block, figures, context) && !beside.some((each) => sumsRows(each, figures));
}

function textsOf({ cells }: Block, isWanted: (cell: BlockCell) => boolean): string[] {
  return cells.flatMap((each) => (typeof each.cell === "string" && isWanted(each) ? [each.cell] : []));
}

/** Returns whether a text may head or name quantities: « En service », « Postes », « Nombre », a commune. */
function speaksOfOurs(text: string, { directory, readLabel }: Known): boolean {
  const { label, nature } = readLabel(text);
  if (nature !== null || namesSomething(label) || kinshipOf(text) !== null) return true;
  return structuralRole(text)?.role === "quantity" || directory.find(text).kind !== "unknown";
}

/** Returns whether a heading excludes quantities: « Téléphone », « Code INSEE », « Ratio ». */
function namesNoQuantity(text: string): boolean {
  const role = structuralRole(text);
  return role !== null && role.role !== "quantity" && (role.role !== "ignored" || role.why !== null);
}

/** Returns whether each number is beside a prestation: `isInventory` has then found a recapitulation or a tariff. */
function isWeighed(block: Block, figures: readonly BlockCell[], { readLabel }: Known): boolean {
  return figures.every(({ row, column }) =>
    textsOf(block, (cell) => cell.row === row && cell.column < column).some((text) => {
      const { kind } = readLabel(text).label;
      return kind === "prestation" || kind === "ambiguous";
    }),
  );
}

/**
 * Returns whether the numbers belong to a small table of their own: each has a distinct text at its left, without a
 * name of the inventory.
 */
function isOfItsOwn(block: Block, figures: readonly BlockCell[], context: Known): boolean {
  const names = figures.map(({ row, column }) => textsOf(block, (cell) => cell.row === row && cell.column < column));
  const distinct = new Set(names.map((texts) => fold(texts.join(" "))));
  return (
    distinct.size === figures.length &&
    names.every((texts) => texts.length > 0 && !texts.some((text) => speaksOfOurs(text, context)))
  );
}

/** Returns whether each number is the sum of its row's quantities, of two quantities at least in one row. */
function sumsRows({ table }: TableReading, figures: readonly BlockCell[]): boolean {
  if (figures.length < 2) return false;
  const counted = table.columns.filter(({ role }) => role.kind === "count");
  const equipment = counted.filter(({ role }) => countsUnits(role));
  const across = table.turned?.heads.filter(({ role }) => role === "school").map(({ column }) => ({ index: column }));
  return (across === undefined ? [counted, equipment] : [across]).some((columns) => {
    let summands = 0;
    const isSum = figures.every(({ row, cell }) => {
      const values = columns
        .map(({ index }) => quantityIn(cellAt(table.on.sheet, row, index)))
        .filter((each) => each > 0);
      summands = Math.max(summands, values.length);
      return quantityIn(cell) === values.reduce((sum, value) => sum + value, 0);
    });
    return isSum && summands >= 2;
  });
}

/** The longest name, in characters; a longer text is a sentence. */
const longestText = 60;

/** The fewest machines in a list. */
const fewest = 2;

/**
 * Returns whether a column lists machines, one in each row: one name occurs twice, or all are under one commune or
 * school. (decisions §4)
 */
function listsMachines(block: Block, isBesideTables: boolean, context: Known): boolean {
  const columns = new Map<number, string[]>();
  const firsts = new Map<number, number>();
  for (const { row, column, cell } of block.cells) {
    if (typeof cell !== "string" || cell.length > longestText) continue;
    const { label, complete } = context.readLabel(cell);
    if (!complete) continue;
    const code = label.kind === "prestation" ? label.code : label.kind === "ambiguous" ? label.words : "total";
    if (code === "total" || code === headcount) continue;
    addTo(columns, column, fold(cell));
    if (!firsts.has(column)) firsts.set(column, row);
  }
  return [...columns].some(([column, names]) => {
    if (names.length < fewest || isPriced(block, column, firsts.get(column)!)) return false;
    if (new Set(names).size < names.length) return true;
    return !isBesideTables && !isTariff(block.cells) && isOfOnePlace(block, firsts.get(column)!, context);
  });
}

/** Returns whether most of the names have a price beside them, as in a tariff. */
function isPriced({ cells, sheet }: Block, column: number, top: number): boolean {
  const rows = new Set(cells.filter((each) => each.column === column && each.row >= top).map(({ row }) => row));
  const isPrice = ({ row, column: at, cell }: BlockCell): boolean =>
    typeof cell === "number" &&
    (isShownAsMoney(sheet, row, at) || (!Number.isInteger(cell) && !isShownAsDate(sheet, row, at)));
  const priced = new Set(cells.filter((each) => rows.has(each.row) && isPrice(each)).map(({ row }) => row));
  return priced.size * 2 > rows.size;
}

/** Returns whether the name of the sheet, or a text above the machines, names a commune or a school. */
function isOfOnePlace({ cells, sheet }: Block, top: number, { directory }: Known): boolean {
  const titles = cells.flatMap(({ row, cell }) => (row < top && typeof cell === "string" ? [cell] : []));
  return [sheet.name, ...titles].some(
    (text) => text.length <= longestText && (directory.find(text).kind !== "unknown" || schoolIn(text) !== null),
  );
}
