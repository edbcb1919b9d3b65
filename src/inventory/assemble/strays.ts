import { fold } from "../../cells";
import type { CommuneDirectory, LabelReading } from "../../tariff";
import { kinshipOf } from "../../tariff";
import { readQuantity } from "../read/quantity";
import type { TableReading } from "../read/reading-table";
import { countsNothing } from "../recognise/counts-nothing";
import { structuralRole } from "../recognise/roles";
import { isBilledKind } from "./set-apart";
import type { Block, BlockCell } from "./unread-blocks";

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
export function straysOf(block: Block, readings: readonly TableReading[], tools: Tools): BlockCell[] {
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
  const read = readQuantity(cell);
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
        .map(({ index }) => readQuantity(table.sheet.rows[row]?.[index] ?? null))
        .flatMap((read) => (read.kind === "value" && read.value > 0 ? [read.value] : []));
      summands = Math.max(summands, values.length);
      const own = readQuantity(cell);
      return own.kind === "value" && own.value === values.reduce((sum, value) => sum + value, 0);
    });
    return isSum && summands >= 2;
  });
}
