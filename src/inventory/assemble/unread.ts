import { cellName, fold, isShownAsMoney } from "../../cells";
import type { Anomaly } from "../../messages";
import { communeKey } from "../../tariff";
import { anomalyAt } from "../anomalies";
import { readQuantity } from "../read/quantity";
import type { ReadingTools } from "../read/reading-table";
import type { Source } from "../recognise/sources";
import { choiceFor } from "../repeats";
import type { Table } from "../table";
import type { Mapping } from "../types";
import { unreadBlocks } from "./unread-blocks";
import type { Block, BlockCell } from "./unread-blocks";

/** What stands in no table, accounted for. */
export interface Unread {
  readonly blocks: readonly Block[];
  readonly mappings: readonly Mapping[];
  readonly anomalies: readonly Anomaly[];
  /** Those that may be an inventory. */
  readonly refused: readonly Block[];
}

/**
 * Says what of the visible sheets holds numbers and is in no table: an error where it names two schools or communes beside
 * them, or prestations of one; else to know. (decisions §4)
 */
export function settleUnread(
  sources: readonly Source[],
  tables: readonly Table[],
  schools: ReadonlySet<string>,
  tools: ReadingTools,
): Unread {
  const blocks: Block[] = [];
  const refused: Block[] = [];
  const mappings: Mapping[] = [];
  const anomalies: Anomaly[] = [];
  for (const { sheet, ref } of sources)
    for (const block of unreadBlocks(
      sheet,
      tables.filter((table) => table.sheet === sheet),
    )) {
      const { top, bottom, left, right } = block;
      const range =
        top === bottom && left === right ? cellName(top, left) : `${cellName(top, left)}:${cellName(bottom, right)}`;
      const choice = choiceFor(tools.options.tables, { sheet, headerTop: top, bodyBottom: bottom, left, right });
      const isIgnored = choice?.as === "ignored";
      const { row, column } = block.cells[0]!;
      const isInventory = !isIgnored && speaks(block, schools, tools);
      const [severity, code] = isInventory
        ? (["error", "unread-table"] as const)
        : (["info", "unread-numbers"] as const);
      anomalies.push(
        isIgnored
          ? anomalyAt("info", "table-chosen", sheet, row, column, { ignored: 1 })
          : anomalyAt(severity, code, sheet, row, column, { range }),
      );
      blocks.push(block);
      if (isInventory) refused.push(block);
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

/** Longer is a sentence. */
const longestName = 60;

/** Headings of numbers that count no equipment and no pupil. */
const noCount =
  /\b(population|habitants?|hab|km|kms?|distances?|surfaces?|superficies?|m2|codes?|insee|siren|siret|uai|rne|tel|telephones?|portables?|fax|cp|postal|postaux|n°|no|numeros?|ordre|rang|dates?|annees?|horaires?|heures?|duree|montants?|prix|couts?|tarifs?|euros?|ttc|ht|taux|ratios?|moyennes?|budget|credits?)\b|€|%/;

/** The largest number that may count something in one school. */
const mostCounted = 1500;

/** Whether a block may be an inventory or headcounts: schools or communes beside numbers, or prestations of one of them. */
function speaks(block: Block, schools: ReadonlySet<string>, tools: ReadingTools): boolean {
  const counted = countsOf(block);
  const nameOf = memo(({ cell }: BlockCell): string | null => {
    if (typeof cell !== "string" || cell.length > longestName) return null;
    const match = tools.directory.find(cell);
    if (match.kind === "found") return match.commune.insee;
    const key = communeKey(cell);
    return schools.has(key) ? key : null;
  });
  const rows = new Set(counted.map(({ row }) => row));
  // A name on a row of its own heads the numbers below it.
  const lastCounted = Math.max(-1, ...rows);
  const beside = new Set<string>();
  let isNamed = tools.directory.find(block.sheet.name).kind === "found";
  let labels = 0;
  for (const cell of block.cells) {
    const name = nameOf(cell);
    if (name !== null) {
      isNamed = true;
      if (cell.row <= lastCounted) beside.add(name);
    } else if (typeof cell.cell === "string" && cell.cell.length <= longestName && rows.has(cell.row)) {
      const { label } = tools.readLabel(cell.cell);
      if (label.kind === "prestation" || (label.kind === "ambiguous" && label.words !== "total")) labels += 1;
    }
  }
  return beside.size >= 2 || (isNamed && labels >= 2);
}

/** The cells of a block that may count something: whole numbers, under no heading that says they do not. */
function countsOf({ sheet, cells }: Block): BlockCell[] {
  const heading = new Map<number, string>();
  for (const { column, cell } of cells)
    if (typeof cell === "string" && !heading.has(column)) heading.set(column, fold(cell));
  return cells.filter(({ cell, row, column }) => {
    const read = readQuantity(cell);
    if (read.kind !== "value" || read.value <= 0 || read.value > mostCounted) return false;
    return !isShownAsMoney(sheet, row, column) && !noCount.test(heading.get(column) ?? "");
  });
}

function memo<R>(work: (cell: BlockCell) => R): (cell: BlockCell) => R {
  const known = new Map<unknown, R>();
  return (cell) => {
    if (!known.has(cell.cell)) known.set(cell.cell, work(cell));
    return known.get(cell.cell)!;
  };
}
