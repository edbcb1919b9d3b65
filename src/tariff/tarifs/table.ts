import { cellName, fold, toSerial, type Cell, type CellBlock, type SheetCells } from "../../cells";
import { anomaly, type Anomaly, type Nouns } from "../../messages";
import type { Grid, PricePlace, TariffRow } from "../grid";

/** A sheet, and the range in it that holds a grid, header row included. */
export interface TarifsTable {
  readonly sheet: SheetCells;
  readonly block: CellBlock;
}

/**
 * Finds the tables `Tarifs` in the user's sheets: native tables of that name; if there are none, sheets of that name
 * with a header row, because .ods and .csv have no native tables. Hidden ones count, since a grid is a setting.
 */
export function findTarifsTables(sheets: readonly SheetCells[], nouns?: PayerNouns): TarifsTable[] {
  const own = sheets.filter((sheet) => sheet.generatedKey === null);
  const native = own.flatMap((sheet) =>
    sheet.tables.filter((table) => isTarifs(table.name)).map(({ block }) => ({ sheet, block })),
  );
  if (native.length > 0) return native;
  return own.filter((sheet) => isTarifs(sheet.name)).flatMap((sheet) => tableOfSheet(sheet, nouns));
}

function isTarifs(name: string): boolean {
  return fold(name) === fold(tarifsName);
}

/** With fewer known headers, a sheet named « Tarifs » is not a grid. */
const fewestHeaders = 3;

/** Returns the range from the row with the most headers to the last row; if columns are missing it is then refused. */
function tableOfSheet(sheet: SheetCells, nouns: PayerNouns | undefined): TarifsTable[] {
  const top = rowOfHeaders(sheet, fewestHeaders, nouns);
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

/** The number of rows searched: a register of 100,000 rows is not searched for a grid. */
const deepest = 50;

/** Returns the zero-based row with the most known headers, the first in a tie; null when none has `atLeast`. */
export function rowOfHeaders(sheet: SheetCells, atLeast: number, nouns?: PayerNouns): number | null {
  let best: { readonly row: number; readonly count: number } | null = null;
  for (const [row, cells] of sheet.rows.slice(0, deepest).entries()) {
    const headers = new Set(cells.map((cell) => (typeof cell === "string" ? tarifsColumn(cell, nouns) : null)));
    headers.delete(null);
    if (headers.size >= atLeast && headers.size > (best?.count ?? 0)) best = { row, count: headers.size };
  }
  return best?.row ?? null;
}

/** The name of the native table, or of the sheet, with a workbook's own grid. */
export const tarifsName = "Tarifs";

/** The ten columns of every grid that a user sees, in order. (decisions §1) */
export const tarifsHeaders = [
  "Code",
  "Prestation",
  "Unité",
  "Installation CAGB",
  "Installation commune",
  "Maintenance CAGB",
  "Maintenance commune",
  "Applicable du",
  "Applicable au",
  "Acte",
] as const;

export type TarifsHeader = (typeof tarifsHeaders)[number];

/** Optional columns: cap by site, measure, other words; when blank, the unit alone decides. */
export const optionalHeaders = ["Plafond par site", "Compté en", "Autres mots"] as const;

/** Former headers, folded, of columns in older tables. */
const formerHeaders: ReadonlyMap<string, TarifsColumn> = new Map([
  ["plafond", "Plafond par site"],
  ["compte", "Compté en"],
  ["mots", "Autres mots"],
]);

/** The text, folded, that removes a cap implied by the unit. */
export const noCap = "sans";

/** A column of the table, by its 2014 header. */
export type TarifsColumn = TarifsHeader | (typeof optionalHeaders)[number];

/** The nouns of payers in a convention. */
type PayerNouns = Pick<Nouns, "debtor" | "member">;

/** Returns the header of a column in the nouns of a convention: « Installation CAGB », « Installation Sivom ». */
export function headerOf(column: TarifsColumn, { debtor, member }: PayerNouns): string {
  return column.replace(/CAGB$/, debtor.singular).replace(/commune$/, member.singular);
}

/** The price in each amount column. */
export const amountColumns: readonly (Omit<PricePlace, "code"> & { readonly header: TarifsHeader })[] = [
  { header: "Installation CAGB", nature: "installation", payer: "cagb" },
  { header: "Installation commune", nature: "installation", payer: "commune" },
  { header: "Maintenance CAGB", nature: "maintenance", payer: "cagb" },
  { header: "Maintenance commune", nature: "maintenance", payer: "commune" },
];

/** Returns the places of the prices of a row, in the order of columns. */
export function pricePlaces({ code }: TariffRow): PricePlace[] {
  return amountColumns.map(({ nature, payer }) => ({ code, nature, payer }));
}

/** Returns the column of a header, in the nouns of 2014 or those given, regardless of case and accents; else null. */
export function tarifsColumn(text: string, nouns?: PayerNouns): TarifsColumn | null {
  const folded = fold(text);
  const columns = [...tarifsHeaders, ...optionalHeaders];
  return (
    columns.find((column) => fold(column) === folded) ??
    formerHeaders.get(folded) ??
    columns.find((column) => nouns !== undefined && fold(headerOf(column, nouns)) === folded) ??
    null
  );
}

/**
 * Returns the rows of a grid as a user sees them, in the ten columns of `tarifsHeaders`: amounts in euros, blank
 * without a tariff; dates as serials of the 1900 system. (decisions §1)
 */
export function gridRowsForUsers(grid: Grid): Cell[][] {
  return grid.rows.map(({ code, prestation, unit, prices }) => [
    code,
    prestation,
    unit,
    ...amountColumns.map(({ nature, payer }) => prices[nature][payer]?.toNumber() ?? null),
    toSerial(grid.from),
    toSerial(grid.to),
    grid.act,
  ]);
}

/** The number of the ten headers from which a user would expect the grid to apply. */
const enoughHeaders = 8;

/**
 * Returns a warning for each visible sheet with a grid that is not named `Tarifs`, so that the built-in one applies
 * instead; at its first header. Only useful when no table `Tarifs` was found. (decisions §1)
 */
export function tarifsNotNamed(sheets: readonly SheetCells[], nouns: PayerNouns): Anomaly[] {
  return sheets.flatMap((sheet): Anomaly[] => {
    if (sheet.generatedKey !== null || sheet.visibility !== "visible") return [];
    const row = rowOfHeaders(sheet, enoughHeaders, nouns);
    if (row === null) return [];
    const column = sheet.rows[row]!.findIndex((cell) => typeof cell === "string" && tarifsColumn(cell, nouns) !== null);
    const place = { file: sheet.file, sheet: sheet.name, cell: cellName(row, column) };
    return [anomaly("warning", "tarifs-not-named", { sheet: sheet.name }, place)];
  });
}
