import { cellName, fold, toSerial, type Cell, type CellBlock, type SheetCells } from "../../cells";
import { anomaly, type Anomaly, type Nouns } from "../../messages";
import type { Grid, PricePlace, TariffRow } from "../grid";

/** A sheet and the block in it that holds a grid, header row included. */
export interface TarifsTable {
  readonly sheet: SheetCells;
  readonly block: CellBlock;
}

/**
 * Finds the tables `Tarifs` of the sheets that users wrote: native tables of that name; when there is none, sheets of that name
 * with the header row in them, since .ods and .csv files carry no native tables. Hidden ones count: a grid is a setting.
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

/** Fewer of the columns than these, and a sheet named « Tarifs » says something else than a grid. */
const fewestHeaders = 3;

/** Takes from the row that holds most of the headers to the last one: a grid that lacks columns is there to be refused. */
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

/** A grid stands near the top of its sheet: a register of 100,000 rows is not looked through for one. */
const deepest = 50;

/** Returns the zero-based row, near the top, that holds the most of the headers, the first of equals; null when none holds so many. */
export function rowOfHeaders(sheet: SheetCells, atLeast: number, nouns?: PayerNouns): number | null {
  let best: { readonly row: number; readonly count: number } | null = null;
  for (const [row, cells] of sheet.rows.slice(0, deepest).entries()) {
    const headers = new Set(cells.map((cell) => (typeof cell === "string" ? tarifsColumn(cell, nouns) : null)));
    headers.delete(null);
    if (headers.size >= atLeast && headers.size > (best?.count ?? 0)) best = { row, count: headers.size };
  }
  return best?.row ?? null;
}

/** Name of the native table, or of the sheet, that holds a workbook's own grid. */
export const tarifsName = "Tarifs";

/** The ten columns of every grid a user sees, in order. (decisions §1) */
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

/** Columns that a table may have besides: the cap by site, what is counted, and other words; blank, the unit alone tells. */
export const optionalHeaders = ["Plafond par site", "Compté en", "Autres mots"] as const;

/** Other names of columns, folded, which tables written before may have. */
const formerHeaders: ReadonlyMap<string, TarifsColumn> = new Map([
  ["plafond", "Plafond par site"],
  ["compte", "Compté en"],
  ["mots", "Autres mots"],
]);

/** What « Plafond par site » says, folded, where nothing is capped that the unit would cap. */
export const noCap = "sans";

/** A column of the table, by its header of 2014. */
export type TarifsColumn = TarifsHeader | (typeof optionalHeaders)[number];

/** What a convention calls those who bear prices. */
export type PayerNouns = Pick<Nouns, "debtor" | "member">;

/** Returns the header of a column as a convention has it: « Installation CAGB », « Installation Sivom ». */
export function headerOf(column: TarifsColumn, { debtor, member }: PayerNouns): string {
  return column.replace(/CAGB$/, debtor.singular).replace(/commune$/, member.singular);
}

/** Which price each amount column holds. */
export const amountColumns: readonly (Omit<PricePlace, "code"> & { readonly header: TarifsHeader })[] = [
  { header: "Installation CAGB", nature: "installation", payer: "cagb" },
  { header: "Installation commune", nature: "installation", payer: "commune" },
  { header: "Maintenance CAGB", nature: "maintenance", payer: "cagb" },
  { header: "Maintenance commune", nature: "maintenance", payer: "commune" },
];

/** Returns the places of a row, priced or not, in the order of the columns of a grid. */
export function pricePlaces({ code }: TariffRow): PricePlace[] {
  return amountColumns.map(({ nature, payer }) => ({ code, nature, payer }));
}

/** Returns the column a header names, in the nouns of 2014 or in those given, case, accents and spacing apart; null for any other. */
export function tarifsColumn(text: string, nouns?: PayerNouns): TarifsColumn | null {
  const said = fold(text);
  const columns = [...tarifsHeaders, ...optionalHeaders];
  return (
    columns.find((column) => fold(column) === said) ??
    formerHeaders.get(said) ??
    columns.find((column) => nouns !== undefined && fold(headerOf(column, nouns)) === said) ??
    null
  );
}

/**
 * Returns the rows of a grid as a user sees them, in the ten columns of `tarifsHeaders`: amounts are numbers of euros, blank when
 * there is no tariff; dates are Excel serials of the 1900 system. (decisions §1)
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

/** Of the ten columns, enough for a user to believe that the grid is in force. */
const enoughHeaders = 8;

/**
 * Warns of each visible sheet that holds a grid which nothing names `Tarifs`, so that the built-in one bills instead:
 * at its first header. Only of use when no table `Tarifs` was found. (decisions §1)
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
