import { CellError, compareDates, fold, fromSerial, isBlank, parseCellName, type Cell, type CivilDate } from "../cells";
import { readDate } from "../inventory";
import type { Anomaly, MessageCode } from "../messages";
import {
  builtInGrids,
  campaignOf,
  campaignOfDate,
  createLabelReader,
  gridFor,
  prestationName,
  readTarifs,
  tarifsName,
  type Campaign,
  type Grid,
  type LabelReading,
  type Nature,
  type Payer,
  type TariffRow,
} from "../tariff";
import { cellOf, isLeftOut, LastResults, rangeOf, sheetOfRange } from "./excel-values";
import { Refusal, refusalOfError, shown } from "./refusal";

/** A campaign and the grid that prices it. */
export interface Tariff {
  readonly campaign: Campaign;
  readonly grid: Grid;
}

/** What `[campagne]` and `[grille]` choose together; nothing is extrapolated beyond the voted campaigns. (decisions §1, §6) */
export function tariffArguments(campaign: unknown, grid: unknown): Tariff | Refusal {
  const grids = gridsArgument(grid);
  if (grids instanceof Refusal) return grids;
  const chosen = campaignArgument(cellOf(campaign), grids);
  if (chosen instanceof Refusal) return chosen;
  const found = gridFor(chosen, grids);
  return "grid" in found
    ? { campaign: chosen, grid: found.grid }
    : new Refusal("#N/A", "function-campaign-without-grid", { campaign: chosen.year });
}

/**
 * The campaign of the argument `[campagne]`: a year, or its 1 November (an Excel date of the 1900 system, or a date in
 * text), nothing else. Left out: the newest campaign of the newest grid, never today's. (decisions §6)
 */
export function campaignArgument(cell: Cell, grids: readonly Grid[]): Campaign | Refusal {
  if (cell instanceof CellError) return refusalOfError(cell);
  if (isBlank(cell)) return newestCampaign(grids) ?? new Refusal("#N/A", "function-no-campaign");
  if (/^20\d\d$/.test(String(cell).trim())) return campaignOf(Number(cell));
  const serial = readDate(cell, false);
  const day = serial > 0 ? fromSerial(serial) : null;
  return day !== null && isFirstOfNovember(day)
    ? campaignOf(day.year)
    : new Refusal("#VALUE!", "function-bad-campaign");
}

/** The last campaign whose 1 November a grid covers, looking from the newest grid; null where none covers one. */
function newestCampaign(grids: readonly Grid[]): Campaign | null {
  const newestFirst = [...grids].sort((left, right) => compareDates(right.to, left.to));
  for (const { from, to } of newestFirst) {
    const last = campaignOfDate(to);
    const campaign = isFirstOfNovember(to) ? last : campaignOf(last.year - 1);
    if (compareDates(from, campaign.snapshot) <= 0) return campaign;
  }
  return null;
}

function isFirstOfNovember({ month, day }: CivilDate): boolean {
  return month === 11 && day === 1;
}

/**
 * The grids of the argument `[grille]`, a range with the ten headers of `Tarifs`, oldest first; the built-in ones where it
 * is left out. As strict as the table `Tarifs`: the first fault refuses it, at its place in the range. (decisions §1, §6)
 */
function gridsArgument(value: unknown): readonly Grid[] | Refusal {
  if (isLeftOut(value)) return builtInGrids;
  const rows = rangeOf(value);
  return lastGrids.get(JSON.stringify(rows), () => readGrids(rows));
}

const lastGrids = new LastResults<readonly Grid[] | Refusal>();

function readGrids(rows: readonly (readonly Cell[])[]): readonly Grid[] | Refusal {
  const read = readTarifs([sheetOfRange(tarifsName, rows)], false);
  if (read === null) return new Refusal("#VALUE!", "function-grid-headers");
  return "grids" in read ? read.grids : refusalOf(read.anomalies[0]!, rows);
}

/** Short words for what `readTarifs` tells at length: Excel shows one line. */
const faults: Readonly<Partial<Record<MessageCode, MessageCode>>> = {
  "tarifs-missing-value": "function-grid-blank",
  "tarifs-bad-code": "function-grid-code",
  "tarifs-duplicate-code": "function-grid-duplicate-code",
  "tarifs-duplicate-wording": "function-grid-duplicate-wording",
  "tarifs-amount-negative": "function-grid-amount",
  "tarifs-amount-decimals": "function-grid-amount",
  "tarifs-amount-unreadable": "function-grid-amount",
  "tarifs-bad-date": "function-grid-date",
  "tarifs-dates-reversed": "function-grid-period",
  "tarifs-overlap": "function-grid-period",
  "tarifs-gap": "function-grid-period",
};

function refusalOf({ code, cell }: Anomaly, rows: readonly (readonly Cell[])[]): Refusal {
  const place = cell === null ? null : parseCellName(cell);
  const short = faults[code];
  if (place === null || short === undefined) return new Refusal("#VALUE!", "function-grid-headers");
  const found = rows[place.row]?.[place.column] ?? "";
  const value = shown(found instanceof CellError ? found.code : found);
  return new Refusal("#VALUE!", short, { row: place.row + 1, column: place.column + 1, value });
}

/** One reader a grid: it remembers the labels it read, and formulas repeat theirs by the thousand. */
const readers = new WeakMap<Grid, (text: string) => LabelReading>();

function readerOf(grid: Grid): (text: string) => LabelReading {
  const known = readers.get(grid) ?? createLabelReader(grid);
  readers.set(grid, known);
  return known;
}

/** The row of the grid that a prestation names, recognised as in headers, or by its code. (decisions §6) */
export function prestationArgument(value: unknown, grid: Grid): TariffRow | Refusal {
  const cell = cellOf(value);
  if (cell instanceof CellError) return refusalOfError(cell);
  if (cell === null || isBlank(cell)) return new Refusal("#VALUE!", "function-missing-prestation");
  const { label } = readerOf(grid)(String(cell));
  switch (label.kind) {
    case "prestation":
      return grid.rows.find(({ code }) => code === label.code)!;
    case "untariffed":
      return new Refusal("#N/A", "function-untariffed", { value: shown(cell) });
    case "ambiguous":
      return label.candidates.length === 0
        ? unknown(cell)
        : new Refusal("#VALUE!", "function-ambiguous-prestation", {
            value: shown(cell),
            candidates: label.candidates.map((code) => shown(prestationName(grid, code))).join(" ou "),
          });
    case "none":
      return unknown(cell);
  }
}

function unknown(cell: string | number | boolean): Refusal {
  return new Refusal("#VALUE!", "function-unknown-prestation", { value: shown(cell) });
}

/** What REPARTITION groups by. */
export type Grouping = "prestation" | "commune" | "school";

const natures = { installation: "installation", maintenance: "maintenance" } satisfies Record<string, Nature>;
const payers = { cagb: "cagb", commune: "commune" } satisfies Record<string, Payer>;
const groupings = { prestation: "prestation", commune: "commune", ecole: "school" } satisfies Record<string, Grouping>;

/** `Installation` or `Maintenance`. */
export function natureArgument(value: unknown): Nature | Refusal {
  return choice(value, natures, "function-bad-nature") ?? new Refusal("#VALUE!", "function-bad-nature");
}

/** `CAGB` or `Commune`; null, for both, where it is left out. */
export function payerArgument(value: unknown): Payer | null | Refusal {
  return choice(value, payers, "function-bad-payer");
}

/** `prestation`, where it is left out too, `commune` or `école`. */
export function groupingArgument(value: unknown): Grouping | Refusal {
  return choice(value, groupings, "function-bad-grouping") ?? "prestation";
}

/** One of the words, case and accents apart; null where it is left out. */
function choice<T>(value: unknown, words: Readonly<Record<string, T>>, otherwise: MessageCode): T | null | Refusal {
  const cell = cellOf(value);
  if (cell instanceof CellError) return refusalOfError(cell);
  if (isBlank(cell)) return null;
  const word = typeof cell === "string" ? fold(cell) : "";
  return Object.hasOwn(words, word) ? words[word]! : new Refusal("#VALUE!", otherwise);
}
