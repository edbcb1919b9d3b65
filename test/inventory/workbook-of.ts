import { CellError, ColourGatherer, parseCellName, CellSet } from "../../src/cells";
import type { Cell, CellColours, SheetCells, WorkbookCells } from "../../src/cells";
import type { InventoryReading, SheetRows } from "../../src/inventory";
import { message } from "../../src/messages";
import { defaultOptions } from "../../src/options";
import type { Options } from "../../src/options";
import { builtInGrids, campaignOf } from "../../src/tariff";
import type { Nature } from "../../src/tariff";
import { readInventory } from "../at-once";
import { blockOf } from "./tables/read-sheets";

/** What a sheet may have besides its rows, named as Excel names it. */
export interface Extras {
  /** `A2:A4` */
  readonly merges?: readonly string[];
  /** One-based row numbers. */
  readonly hiddenRows?: readonly number[];
  /** Letters. */
  readonly hiddenColumns?: readonly string[];
  readonly filtered?: boolean;
  readonly visibility?: SheetCells["visibility"];
  readonly generatedKey?: string;
}

export type SheetSpec = (file: string) => SheetCells;

/** A sheet from its rows, typed as plain values; `null` is blank. */
export function sheet(name: string, rows: readonly (readonly Cell[])[], extras: Extras = {}): SheetSpec {
  return (file) => ({
    file,
    name,
    visibility: extras.visibility ?? "visible",
    rows,
    merges: (extras.merges ?? []).map(blockOf),
    hiddenRows: new Set((extras.hiddenRows ?? []).map((row) => row - 1)),
    hiddenColumns: new Set((extras.hiddenColumns ?? []).map((column) => parseCellName(`${column}1`)!.column)),
    filtered: extras.filtered ?? false,
    tables: [],
    generatedKey: extras.generatedKey ?? null,
  });
}

/** What a sheet's cells are beyond their values: dates, amounts, formulas without a result, struck-through numbers, by their names. */
interface Facts {
  readonly dates?: readonly string[];
  readonly money?: readonly string[];
  readonly lacking?: readonly string[];
  readonly struck?: readonly string[];
  readonly partlyStruck?: readonly string[];
}

/** The sheet with these facts, and no others. */
export function withFacts(
  spec: SheetSpec,
  { dates = [], money = [], lacking = [], struck = [], partlyStruck = [] }: Facts,
): SheetSpec {
  const facts = {
    dates: placesOf(dates),
    money: placesOf(money),
    withoutResult: placesOf(lacking),
    sums: new Map<number, string>(),
    struck: placesOf(struck),
    partlyStruck: placesOf(partlyStruck),
    filteredRows: new Set<number>(),
  };
  return (file) => ({ ...spec(file), facts });
}

/** The sheet with cells written in red, by their names. */
export function withRed(spec: SheetSpec, ...names: readonly string[]): SheetSpec {
  return withColours(spec, [[0xff0000, names]]);
}

/** The cells of a colour, 0xRRGGBB, by their names. */
type Coloured = readonly [colour: number, names: readonly string[]];

/** The sheet with cells written in colours, and cells filled with colours. */
export function withColours(spec: SheetSpec, fonts: readonly Coloured[], fills: readonly Coloured[] = []): SheetSpec {
  const gathered = (cells: readonly Coloured[]): CellColours => {
    const gatherer = new ColourGatherer();
    for (const [colour, names] of cells)
      for (const name of names) {
        const { row, column } = parseCellName(name)!;
        gatherer.add(row, column, colour);
      }
    return gatherer.colours();
  };
  const own = withFacts(spec, {});
  return (file) => ({ ...own(file), facts: { ...own(file).facts!, fonts: gathered(fonts), fills: gathered(fills) } });
}

function placesOf(names: readonly string[]): CellSet {
  const places = new CellSet();
  for (const name of names) {
    const { row, column } = parseCellName(name)!;
    places.add(row, column);
  }
  return places;
}

export function workbook(
  sheets: readonly SheetSpec[],
  { file = "parc.xlsx", date1904 = false }: { file?: string; date1904?: boolean } = {},
): WorkbookCells {
  return { file, date1904, sheets: sheets.map((spec) => spec(file)) };
}

export const error = (code: string): CellError => new CellError(code);

/** What was read, as tests ask for it. */
export class Read {
  constructor(readonly reading: InventoryReading) {}

  /** Units billable of a prestation in the school of that name; 0 where there is none. */
  quantity(school: string, prestation: string, nature: Nature = "maintenance"): number {
    return this.reading.quantities
      .filter((line) => line.school.name === school && line.prestation === prestation && line.nature === nature)
      .reduce((sum, line) => sum + line.quantity, 0);
  }

  /** Every quantity: `Commune/École PRESTATION nature quantity`, sorted. */
  get quantities(): string[] {
    return this.reading.quantities
      .map(
        ({ school, prestation, nature, quantity }) =>
          `${school.commune.name}/${school.key} ${prestation} ${nature} ${quantity}`,
      )
      .sort();
  }

  /** `severity code cell` of each anomaly, `severity code –` where it has no cell; of one sheet where it is named. */
  anomalies(sheetName?: string): string[] {
    return this.reading.anomalies
      .filter((anomaly) => sheetName === undefined || anomaly.sheet === sheetName)
      .map(({ severity, code, cell }) => `${severity} ${code} ${cell ?? "–"}`);
  }

  /** The French messages, for what they must say. */
  get messages(): string[] {
    return this.reading.anomalies.map(({ code, params }) => message(code, params, "fr"));
  }

  /** What became of the rows of a sheet (of the first one by default): `read billed excluded error`, and the reasons. */
  rows(sheetName?: string): Omit<SheetRows, "sheet"> {
    const found = this.reading.rows.find(({ sheet: { name } }) => sheetName === undefined || name === sheetName)!;
    const { read, billed, excluded, error: failed, reasons } = found;
    return { read, billed, excluded, error: failed, reasons };
  }
}

/** Reads workbooks with the grid of 2014 and the options by default, all the lines of each sheet adding up. */
export function readWorkbooks(
  workbooks: readonly WorkbookCells[],
  year = 2014,
  options: Partial<Options> = {},
  grid = builtInGrids[0]!,
): Read {
  const reading = readInventory({
    workbooks,
    campaign: campaignOf(year),
    grid,
    options: { ...defaultOptions, ...options },
  });
  for (const { read, billed, excluded, error: failed, reasons } of reading.rows) {
    expect(billed + excluded + failed).toBe(read);
    expect(Object.values(reasons).reduce((sum, count) => sum + count, 0)).toBe(excluded);
  }
  return new Read(reading);
}

/** Reads the sheets of one workbook. */
export function read(...sheets: SheetSpec[]): Read {
  return readWorkbooks([workbook(sheets)]);
}

/** Reads one sheet with options. */
export function readWith(options: Partial<Options>, ...sheets: SheetSpec[]): Read {
  return readWorkbooks([workbook(sheets)], 2014, options);
}
