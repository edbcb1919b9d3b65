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

/** From the first row that holds most of the headers, to the last row. */
function tableOfSheet(sheet: SheetCells): TarifsTable[] {
  const top = sheet.rows.findIndex(
    (row) => row.filter((cell) => typeof cell === "string" && tarifsHeader(cell) !== null).length >= 6,
  );
  const header = sheet.rows[top];
  if (header === undefined) return [];
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
