import { cellName } from "../../cells";
import type { Anomaly } from "../../messages";
import { anomalyAt } from "../anomalies";
import type { ReadingTools, TableReading } from "../read/reading-table";
import type { Source } from "../recognise/sources";
import { choiceFor } from "../repeats";
import type { Table } from "../table";
import type { Mapping } from "../types";
import { BlockReader } from "./block-reader";
import { listsMachines } from "./listed-machines";
import { straysOf } from "./strays";
import { holdsNumbers, looseBlocks } from "./unread-blocks";
import type { Block } from "./unread-blocks";

/** What stands in no table, accounted for. */
export interface Unread {
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
