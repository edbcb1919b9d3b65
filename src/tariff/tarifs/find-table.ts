import { fold } from "../../cells";
import type { CellBlock, SheetCells } from "../../cells";
import { tarifsHeader, tarifsName } from "./columns";

/** A sheet and the block in it that holds a grid, header row included. */
export interface TarifsTable {
  readonly sheet: SheetCells;
  readonly block: CellBlock;
}

/**
 * The tables `Tarifs` of the sheets that users wrote: native tables of that name; where there is none, sheets of that name
 * with the header row in them, since .ods and .csv files carry no native tables. Hidden ones count: a grid is a setting.
 */
export function findTarifsTables(sheets: readonly SheetCells[]): TarifsTable[] {
  const own = sheets.filter((sheet) => sheet.generatedKey === null);
  const native = own.flatMap((sheet) =>
    sheet.tables.filter((table) => isTarifs(table.name)).map(({ block }) => ({ sheet, block })),
  );
  if (native.length > 0) return native;
  return own.filter((sheet) => isTarifs(sheet.name)).flatMap(tableOfSheet);
}

function isTarifs(name: string): boolean {
  return fold(name) === fold(tarifsName);
}

/** Fewer of the columns than these, and a sheet named « Tarifs » says something else than a grid. */
const fewestHeaders = 3;

/** From the row that holds most of the headers to the last one: a grid that lacks columns is there to be refused. */
function tableOfSheet(sheet: SheetCells): TarifsTable[] {
  const top = rowOfHeaders(sheet, fewestHeaders);
  if (top === null) return [];
  const header = sheet.rows[top]!;
  const isFilled = (cell: unknown) => cell !== null && cell !== "";
  return [
    {
      sheet,
      block: {
        top,
        left: header.findIndex(isFilled),
        bottom: sheet.rows.length - 1,
        right: header.findLastIndex(isFilled),
      },
    },
  ];
}

/** A grid stands near the top of its sheet: a register of 100,000 rows is not looked through for one. */
const deepest = 50;

/** Zero-based row, near the top, that holds the most of the ten headers, the first of equals; null where none holds so many. */
export function rowOfHeaders(sheet: SheetCells, atLeast: number): number | null {
  let best: { readonly row: number; readonly count: number } | null = null;
  for (const [row, cells] of sheet.rows.slice(0, deepest).entries()) {
    const headers = new Set(cells.map((cell) => (typeof cell === "string" ? tarifsHeader(cell) : null)));
    headers.delete(null);
    if (headers.size >= atLeast && headers.size > (best?.count ?? 0)) best = { row, count: headers.size };
  }
  return best?.row ?? null;
}
