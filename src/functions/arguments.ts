import { CellError, compareDates, fold, isBlank, parseCellName, sheetOfValues, type Cell } from "../cells";
import { success, type Anomaly, type MessageCode } from "../messages";
import {
  builtInConventions,
  campaignOf,
  gridFor,
  parseCampaign,
  prestationName,
  readTarifs,
  rowsBilled,
  tarifsName,
  type Campaign,
  type Convention,
  type Grid,
  type Nature,
  type Payer,
  type TariffRow,
} from "../tariff";
import { cellOf, isLeftOut, LastResults, rangeOf, refuse, refuseError, shown, type Answer } from "./excel-values";
import { createLabelReader, createTextReader, type LabelReading } from "../inventory";

/** A campaign and the grid that prices it. */
interface Tariff {
  readonly campaign: Campaign;
  readonly grid: Grid;
}

/** Reads `[campagne]` and `[grille]` together; nothing is extrapolated past the voted campaigns. (decisions §1, §6) */
export function tariffArguments(campaign: unknown, grid: unknown): Answer<Tariff> {
  const grids = gridsArgument(grid);
  if (!grids.ok) return grids;
  const chosen = campaignArgument(cellOf(campaign), grids.value);
  if (!chosen.ok) return chosen;
  const found = gridFor(chosen.value, grids.value ?? chosen.value.convention.grids);
  return found.ok
    ? success({ campaign: chosen.value, grid: found.value })
    : refuse("#N/A", "function-campaign-without-grid", { campaign: chosen.value.year });
}

/**
 * Reads the argument `[campagne]`: a year or its 1 November, as an Excel date of the 1900 system or a date in text.
 * When two built-in conventions cover it, returns that of the first in force. When it is left out, returns the latest
 * campaign of the latest of the given grids, otherwise of the built-in conventions, never today's. (decisions §6)
 */
export function campaignArgument(cell: Cell, grids: readonly Grid[] | null): Answer<Campaign> {
  if (cell instanceof CellError) return refuseError(cell);
  if (isBlank(cell)) {
    const newest = grids === null ? newestOf(builtInConventions) : newestCampaign(grids, campaignOf);
    return newest === null ? refuse("#N/A", "function-no-campaign") : success(newest);
  }
  const named = parseCampaign(cell);
  return named === null ? refuse("#VALUE!", "function-bad-campaign") : success(named);
}

/** Returns the last campaign whose day of count is in a grid, the latest grid first; null when there is none. */
function newestCampaign(grids: readonly Grid[], campaignIn: (year: number) => Campaign): Campaign | null {
  const newestFirst = [...grids].sort((left, right) => compareDates(right.to, left.to));
  for (const { from, to } of newestFirst) {
    const last = campaignIn(to.year);
    const campaign = compareDates(last.snapshot, to) <= 0 ? last : campaignIn(to.year - 1);
    if (compareDates(from, campaign.snapshot) <= 0) return campaign;
  }
  return null;
}

/** Returns the last campaign of conventions, the first one's when days of count are equal; null without one. */
export function newestOf(conventions: readonly Convention[]): Campaign | null {
  return conventions
    .map((convention) => newestCampaign(convention.grids, (year) => campaignOf(year, convention)))
    .reduce<Campaign | null>((newest, each) => {
      if (newest === null || each === null) return newest ?? each;
      return compareDates(each.snapshot, newest.snapshot) > 0 ? each : newest;
    }, null);
}

/**
 * Reads the argument `[grille]`, a range with the ten headers of `Tarifs`, as grids, oldest first; null when it is left
 * out, and the campaign's convention sets the prices. As strict as the table `Tarifs`: refused at its first fault, at
 * its place in the range. (decisions §1, §6)
 */
function gridsArgument(value: unknown): Answer<readonly Grid[] | null> {
  if (isLeftOut(value)) return success(null);
  const rows = rangeOf(value);
  return lastGrids.get(JSON.stringify(rows), () => readGrids(rows));
}

const lastGrids = new LastResults<Answer<readonly Grid[]>>();

function readGrids(rows: readonly (readonly Cell[])[]): Answer<readonly Grid[]> {
  const read = readTarifs([sheetOfValues(tarifsName, rows)], false);
  if (read === null) return refuse("#VALUE!", "function-grid-headers");
  return read.ok ? read : refuseGrid(read.error[0]!, rows);
}

/** Short messages for the faults of `readTarifs`, because Excel shows one line. */
const faults: Readonly<Partial<Record<MessageCode, MessageCode>>> = {
  "tarifs-missing-value": "function-grid-blank",
  "tarifs-bad-code": "function-grid-code",
  "tarifs-duplicate-code": "function-grid-duplicate-code",
  "tarifs-duplicate-wording": "function-grid-duplicate-wording",
  "tarifs-amount-negative": "function-grid-amount",
  "tarifs-amount-decimals": "function-grid-amount",
  "tarifs-amount-unreadable": "function-grid-amount",
  "tarifs-bad-date": "function-grid-date",
  "tarifs-bad-cap": "function-grid-value",
  "tarifs-bad-measure": "function-grid-value",
  "tarifs-bad-words": "function-grid-value",
  "tarifs-dates-reversed": "function-grid-period",
  "tarifs-overlap": "function-grid-period",
  "tarifs-gap": "function-grid-period",
};

function refuseGrid({ code, cell }: Anomaly, rows: readonly (readonly Cell[])[]) {
  const place = cell === null ? null : parseCellName(cell);
  const short = faults[code];
  if (place === null || short === undefined) return refuse("#VALUE!", "function-grid-headers");
  const found = rows[place.row]?.[place.column] ?? "";
  const value = shown(found instanceof CellError ? found.code : found);
  return refuse("#VALUE!", short, { row: place.row + 1, column: place.column + 1, value });
}

/** One reader for each grid: it caches the labels that it read, and formulas repeat theirs by the thousand. */
const readers = new WeakMap<Grid, (text: string) => LabelReading>();

function readerOf(grid: Grid): (text: string) => LabelReading {
  const known = readers.get(grid) ?? createLabelReader(createTextReader({ grid }));
  readers.set(grid, known);
  return known;
}

/** Finds the row of a grid by its code or by its name, recognised as in headers. (decisions §6) */
export function prestationArgument(value: unknown, grid: Grid): Answer<TariffRow> {
  const cell = cellOf(value);
  if (cell instanceof CellError) return refuseError(cell);
  if (cell === null || isBlank(cell)) return refuse("#VALUE!", "function-missing-prestation");
  const text = fold(String(cell));
  const called = grid.rows.find(({ code, prestation }) => fold(code) === text || fold(prestation) === text);
  if (called !== undefined) return success(called);
  const { label } = readerOf(grid)(String(cell));
  switch (label.kind) {
    case "prestation": {
      const rows = rowsBilled(grid, label.code);
      if (rows.length === 1) return success(rows[0]!);
      return refuseAmbiguous(
        cell,
        rows.map(({ prestation }) => prestation),
      );
    }
    case "untariffed":
      return refuse("#N/A", "function-untariffed", { value: shown(cell) });
    case "ambiguous":
      return label.candidates.length === 0
        ? refuseUnknown(cell)
        : refuseAmbiguous(
            cell,
            label.candidates.map((code) => prestationName(grid, code)),
          );
    case "none":
      return refuseUnknown(cell);
  }
}

function refuseAmbiguous(cell: string | number | boolean, names: readonly string[]) {
  const candidates = names.map((name) => shown(name)).join(" ou ");
  return refuse("#VALUE!", "function-ambiguous-prestation", { value: shown(cell), candidates });
}

function refuseUnknown(cell: string | number | boolean) {
  return refuse("#VALUE!", "function-unknown-prestation", { value: shown(cell) });
}

/** The grouping of REPARTITION. */
export type Grouping = "prestation" | "commune" | "school";

const natures = { installation: "installation", maintenance: "maintenance" } satisfies Record<string, Nature>;
const payers = { cagb: "cagb", commune: "commune" } satisfies Record<string, Payer>;
const groupings = { prestation: "prestation", commune: "commune", ecole: "school" } satisfies Record<string, Grouping>;

/** Reads `Installation` or `Maintenance`. */
export function natureArgument(value: unknown): Answer<Nature> {
  return choice<Nature>(value, natures, "function-bad-nature");
}

/** Reads `CAGB` or `Commune`; null, which means both, when it is left out. */
export function payerArgument(value: unknown): Answer<Payer | null> {
  return choice<Payer | null>(value, payers, "function-bad-payer", null);
}

/** Reads `prestation`, `commune` or `école`; `prestation` when it is left out. */
export function groupingArgument(value: unknown): Answer<Grouping> {
  return choice<Grouping>(value, groupings, "function-bad-grouping", "prestation");
}

/** Reads one of some words, regardless of case and accents; a blank gives `leftOut`, or is refused without one. */
function choice<T>(value: unknown, words: Readonly<Record<string, T>>, otherwise: MessageCode, leftOut?: T): Answer<T> {
  const cell = cellOf(value);
  if (cell instanceof CellError) return refuseError(cell);
  if (isBlank(cell)) return leftOut === undefined ? refuse("#VALUE!", otherwise) : success(leftOut);
  const word = typeof cell === "string" ? fold(cell) : "";
  return Object.hasOwn(words, word) ? success(words[word]!) : refuse("#VALUE!", otherwise);
}
