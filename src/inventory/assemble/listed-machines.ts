import { fold, isShownAsDate, isShownAsMoney } from "../../cells";
import type { SheetCells } from "../../cells";
import type { CommuneDirectory, LabelReading } from "../../tariff";
import { schoolIn } from "../recognise/sheet-school";
import { isTariff } from "./block-reader";
import type { Block } from "./unread-blocks";

/** What tells names and prestations. */
interface Tools {
  readonly directory: CommuneDirectory;
  readonly readLabel: (text: string) => LabelReading;
}

/** Longer is a sentence, which names things without counting them. */
const longestName = 60;
/** So many in one column are a list of machines. */
const fewest = 2;

/**
 * True where a column names machines, one a row: one of them twice, or all of them under the name of one commune or school. The
 * prestations once each are a drop-down list, a legend or a tariff. (decisions §4)
 */
export function listsMachines(block: Block, isBesideTables: boolean, tools: Tools): boolean {
  const columns = new Map<number, string[]>();
  const firsts = new Map<number, number>();
  for (const { row, column, cell } of block.cells) {
    if (typeof cell !== "string" || cell.length > longestName) continue;
    const { label, complete } = tools.readLabel(cell);
    if (!complete) continue;
    const code = label.kind === "prestation" ? label.code : label.kind === "ambiguous" ? label.words : "total";
    if (code === "total" || code === "PORTAIL") continue;
    columns.set(column, [...(columns.get(column) ?? []), fold(cell)]);
    if (!firsts.has(column)) firsts.set(column, row);
  }
  return [...columns].some(([column, names]) => {
    if (names.length < fewest || isPriced(block, column, firsts.get(column)!)) return false;
    if (new Set(names).size < names.length) return true;
    return !isBesideTables && !isTariff(block.cells) && isOfOnePlace(block, firsts.get(column)!, tools);
  });
}

/** A price beside most of them: a tariff, which says the prestations of each nature again. */
function isPriced({ cells, sheet }: Block, column: number, top: number): boolean {
  const rows = new Set(cells.filter((each) => each.column === column && each.row >= top).map(({ row }) => row));
  const priced = new Set(
    cells
      .filter(
        ({ row, column: at, cell }) =>
          rows.has(row) &&
          typeof cell === "number" &&
          (isShownAsMoney(sheet, row, at) || isAmount(sheet, row, at, cell)),
      )
      .map(({ row }) => row),
  );
  return priced.size * 2 > rows.size;
}

function isAmount(sheet: SheetCells, row: number, column: number, cell: number): boolean {
  return !Number.isInteger(cell) && !isShownAsDate(sheet, row, column);
}

/** True where the sheet's name, or a text above the machines, names a commune or a school. */
function isOfOnePlace({ cells, sheet }: Block, top: number, { directory }: Tools): boolean {
  const titles = cells.flatMap(({ row, cell }) => (row < top && typeof cell === "string" ? [cell] : []));
  return [sheet.name, ...titles].some(
    (text) => text.length <= longestName && (directory.find(text).kind !== "unknown" || schoolIn(text) !== null),
  );
}
