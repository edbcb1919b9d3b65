import { Decimal } from "decimal.js";
import { compareDates, fold, frenchDate, type CivilDate } from "../cells";
import { anomaly, failure, inside, success, type JsonObject, type Result } from "../messages";
import { ActFields, conventionFolders, loadBuiltIn, type ActFault } from "./act-files";
import { campaignOfDate, type Campaign } from "./campaign";
import { amountOfData, payers, type Grid, type Nature, type Prices, type TariffRow } from "./grid";

/**
 * Returns the grid in force on the campaign's snapshot, or why there is none: nothing is extrapolated beyond the days a grid was
 * voted for. (decisions §1)
 */
export function gridFor(campaign: Campaign, grids: readonly Grid[] = builtInGrids): Result<Grid> {
  const grid = grids.find((one) => isInForce(one, campaign));
  if (grid !== undefined) return success(grid);
  const periods = grids.length === 0 ? "–" : grids.map(periodOf).join("\u00a0; ");
  const params = { campaign: campaign.year, snapshot: frenchDate(campaign.snapshot), periods };
  return failure([anomaly("error", "campaign-without-grid", params)]);
}

/** Returns, among several grids, the one of a campaign; when none covers it, the last: a grid simulated need not be in force. */
export function gridToSimulate(grids: readonly Grid[], campaign: Campaign): Grid {
  const inForce = gridFor(campaign, grids);
  return inForce.ok ? inForce.value : grids.at(-1)!;
}

/** Two grids, one after the other in time, that do not fit: `day` is the first in question. */
interface GridMisfit {
  readonly kind: "overlap" | "gap";
  readonly earlier: Grid;
  readonly later: Grid;
  /** Overlap: the first day in both. Gap: the first 1 November between them, that is the campaign, that no grid prices. */
  readonly day: CivilDate;
}

/**
 * Finds the overlaps (a day in two grids) and gaps (a campaign that falls between two grids) of a set of grids, in order of time.
 * A gap is counted in campaigns, since only the price on 1 November bills something. (decisions §1)
 */
export function checkGrids(grids: readonly Grid[]): GridMisfit[] {
  const sorted = [...grids].sort((left, right) => compareDates(left.from, right.from));
  return sorted.slice(1).flatMap((later, index): GridMisfit[] => {
    const earlier = latestEnd(sorted.slice(0, index + 1));
    if (compareDates(later.from, earlier.to) <= 0) return [{ kind: "overlap", earlier, later, day: later.from }];
    const next = nextSnapshot(earlier.to);
    return compareDates(next, later.from) < 0 ? [{ kind: "gap", earlier, later, day: next }] : [];
  });
}

/** The days that an act applies on. */
type Period = Pick<Grid, "from" | "to">;

/** Returns whether a grid, or a convention, covers a campaign. */
export function isInForce({ from, to }: Period, { snapshot }: Campaign): boolean {
  return compareDates(from, snapshot) <= 0 && compareDates(snapshot, to) <= 0;
}

/** Returns the days of a grid, or of a convention, `01/11/2014 – 01/11/2015`, as messages show them. */
export function periodOf({ from, to }: Period): string {
  return `${frenchDate(from)} – ${frenchDate(to)}`;
}

function latestEnd(grids: readonly Grid[]): Grid {
  return grids.reduce((left, right) => (compareDates(left.to, right.to) >= 0 ? left : right));
}

/** Returns the first 1 November strictly after a day. */
function nextSnapshot(day: CivilDate): CivilDate {
  const snapshot = campaignOfDate(day).snapshot;
  return compareDates(snapshot, day) > 0 ? snapshot : { ...snapshot, year: snapshot.year + 1 };
}

const gridKeys = ["id", "act", "votedOn", "from", "to", "note", "rows"];
const rowKeys = ["code", "prestation", "unit", "installation", "maintenance"];

/** Returns whether a text is a prestation's code: capitals, digits and underscores. */
export function isTariffCode(text: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(text);
}

/**
 * Returns the grid of a parsed data file, or all its errors. Nothing is guessed: an unknown or missing key, an amount that is not
 * a string or has more than two decimals, a code or a wording given twice, a day that does not exist, `from` after `to`, are
 * refused. (decisions §1)
 */
export function loadGrid(raw: unknown): Result<Grid, readonly ActFault[]> {
  const reader = new GridReader();
  return reader.result(reader.grid(raw));
}

class GridReader extends ActFields {
  grid(raw: unknown): Grid {
    const data = this.record(raw, "", gridKeys);
    const period = this.period(data);
    return {
      id: this.text(data, "id", ""),
      act: this.text(data, "act", ""),
      votedOn: data["votedOn"] === null ? null : this.date(data, "votedOn"),
      ...period,
      note: typeof data["note"] === "string" ? data["note"] : this.text(data, "note", ""),
      origin: "built-in",
      rows: this.rows(data),
    };
  }

  private rows(data: JsonObject): TariffRow[] {
    const codes = new Set<string>();
    const wordings = new Set<string>();
    return this.items(data, "rows", (item, place) => {
      const row = this.record(item, place, rowKeys);
      const code = this.code(row, "code", place, isTariffCode);
      const prestation = this.text(row, "prestation", place);
      const wording = fold(prestation);
      if (codes.has(code)) this.fail("grid-duplicate-code", `${place}.code`, code);
      else if (wordings.has(wording)) this.fail("grid-duplicate-wording", `${place}.prestation`, prestation);
      if (code !== "") codes.add(code);
      if (wording !== "") wordings.add(wording);
      return {
        code,
        prestation,
        unit: this.text(row, "unit", place),
        prices: {
          installation: this.prices(row, "installation", place),
          maintenance: this.prices(row, "maintenance", place),
        },
      };
    });
  }

  private prices(row: JsonObject, nature: Nature, place: string): Prices[Nature] {
    if (row[nature] === undefined) return { cagb: null, commune: null };
    const field = inside(place, nature);
    const prices = this.record(row[nature], field, payers);
    return {
      cagb: this.amount(prices["cagb"], `${field}.cagb`),
      commune: this.amount(prices["commune"], `${field}.commune`),
    };
  }

  private amount(raw: unknown, field: string): Decimal | null {
    if (raw === null || raw === undefined) return null;
    const amount = typeof raw === "string" ? amountOfData(raw) : "unreadable";
    if (amount instanceof Decimal) return amount;
    this.fail(typeof raw === "string" ? "grid-bad-amount" : "grid-amount-not-text", field, raw);
    return null;
  }
}

/**
 * The voted grids the product knows, oldest first. A fault in them is a bug: it throws at start. Years between two of them are
 * none: a campaign of those days is refused, or has the grid of its workbook.
 */
export const builtInGrids: readonly Grid[] = loadAll(conventionFolders.map(({ grid }) => grid));

function loadAll(files: readonly unknown[]): Grid[] {
  const grids = loadBuiltIn(files, loadGrid);
  const overlap = checkGrids(grids).find(({ kind }) => kind === "overlap");
  if (overlap !== undefined) throw new Error(`Grids ${overlap.earlier.id} and ${overlap.later.id} overlap.`);
  return grids;
}
