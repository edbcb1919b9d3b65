import { Decimal } from "decimal.js";
import { compareDates, fold, isoDate } from "../cells";
import { inside, type JsonObject, type Result } from "../messages";
import { ActFields, type ActFault } from "./act-fields";
import type { Convention } from "./convention";
import {
  amountOfData,
  borneBy,
  countingOf,
  measures,
  type Counting,
  type Grid,
  type Measure,
  type Nature,
  type Prices,
  type TariffRow,
} from "./grid";

const gridKeys = ["id", "act", "votedOn", "from", "to", "note", "rows"];
/** The names of payers in files: those of any convention, then those of the 2014 grid. */
const payerKeys = [
  ["debtor", "member"],
  ["cagb", "commune"],
] as const;
const rowKeys = ["code", "prestation", "unit", "installation", "maintenance"];

/** Returns whether a text is a valid code of a prestation: capitals, digits and underscores. */
export function isTariffCode(text: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(text);
}

/**
 * Returns the grid in a parsed data file, or all its faults. Nothing is guessed: it refuses an unknown or missing key,
 * an amount that is not a string or has more than two decimals, a duplicate code or wording, an invalid date, `from`
 * after `to`. `terms` are those of its convention, as in `loadGrids`. (decisions §1)
 */
export function loadGrid(raw: unknown, terms?: GridTerms): Result<Grid, readonly ActFault[]> {
  const reader = new GridReader("built-in", terms);
  return reader.result(reader.grid(raw, ""));
}

/**
 * Returns the grids in a file, which holds one or a list in order of dates, or all their faults, including overlaps.
 * With the terms of the convention, a prestation counted by site is billed at most once for each, unless its row says
 * otherwise, and a price for a payer that the convention lacks is refused.
 */
export function loadGrids(
  raw: unknown,
  origin: Grid["origin"],
  terms?: GridTerms,
): Result<readonly Grid[], readonly ActFault[]> {
  const reader = new GridReader(origin, terms);
  if (!Array.isArray(raw)) return reader.result([reader.grid(raw, "")]);
  const grids = raw.map((each: unknown, index) => reader.grid(each, `[${index}]`));
  if (grids.length === 0) reader.fail("grid-no-rows", "", raw);
  for (const [index, later] of grids.entries())
    if (index > 0 && compareDates(later.from, grids[index - 1]!.to) <= 0)
      reader.fail("grid-dates-reversed", `[${index}].from`, isoDate(later.from));
  return reader.result(grids);
}

/** The terms of a convention used to read a grid: the noun of its sites, and whether it has an intermediary. */
type GridTerms = Pick<Convention, "nouns" | "debtor">;

class GridReader extends ActFields {
  constructor(
    private readonly origin: Grid["origin"],
    private readonly terms?: GridTerms,
  ) {
    super();
  }

  grid(raw: unknown, place: string): Grid {
    const data = this.record(raw, place, gridKeys);
    const period = this.period(data, place);
    return {
      id: this.text(data, "id", place),
      act: this.text(data, "act", place),
      votedOn: data["votedOn"] === null ? null : this.date(data, "votedOn", place),
      ...period,
      note: typeof data["note"] === "string" ? data["note"] : this.text(data, "note", place),
      origin: this.origin,
      rows: this.rows(data, place),
    };
  }

  private rows(data: JsonObject, whole: string): TariffRow[] {
    const codes = new Set<string>();
    const wordings = new Set<string>();
    return this.items(data, "rows", whole, (item, place) => {
      const row = this.record(item, place, rowKeys, { optional: ["perSite", "counts", "words"] });
      const code = this.code(row, "code", place, isTariffCode);
      const prestation = this.text(row, "prestation", place);
      const wording = fold(prestation);
      if (codes.has(code)) this.fail("grid-duplicate-code", `${place}.code`, code);
      else if (wordings.has(wording)) this.fail("grid-duplicate-wording", `${place}.prestation`, prestation);
      if (code !== "") codes.add(code);
      if (wording !== "") wordings.add(wording);
      const unit = this.text(row, "unit", place);
      return {
        code,
        prestation,
        unit,
        ...countingOf(code, unit, this.terms?.nouns.site),
        ...this.counting(row, place),
        prices: {
          installation: this.prices(row, "installation", place),
          maintenance: this.prices(row, "maintenance", place),
        },
      };
    });
  }

  /** Returns the counting that a row gives explicitly. */
  private counting(row: JsonObject, place: string): Partial<Counting> {
    const { perSite, counts, words } = row;
    const isCap = perSite === null || (typeof perSite === "number" && Number.isInteger(perSite) && perSite > 0);
    if (perSite !== undefined && !isCap) this.fail("grid-bad-cap", inside(place, "perSite"), perSite);
    const isMeasure = measures.some((one) => one === counts);
    if (counts !== undefined && !isMeasure) this.fail("grid-bad-measure", inside(place, "counts"), counts);
    const listed =
      words === undefined
        ? []
        : this.list<string>(row, "words", place, "grid-bad-words", (item, at) => this.word(item, at));
    return {
      ...(perSite !== undefined && isCap && { perSite: perSite as number | null }),
      ...(isMeasure && { counts: counts as Measure }),
      ...(words !== undefined && { words: listed }),
    };
  }

  private word(item: unknown, place: string): string {
    if (typeof item === "string" && item.trim() !== "") return item.trim();
    this.fail("grid-bad-words", place, item);
    return "";
  }

  private prices(row: JsonObject, nature: Nature, place: string): Prices[Nature] {
    if (row[nature] === undefined) return { cagb: null, commune: null };
    const field = inside(place, nature);
    const raw = row[nature];
    const isOfOld = typeof raw === "object" && raw !== null && ("cagb" in raw || "commune" in raw);
    const [debtor, member] = payerKeys[isOfOld ? 1 : 0];
    const prices = this.record(raw, field, [debtor, member]);
    const ofDebtor = this.amount(prices[debtor], `${field}.${debtor}`);
    if (this.terms?.debtor === null && ofDebtor?.isZero() === false)
      this.fail("grid-price-of-nobody", `${field}.${debtor}`, prices[debtor]);
    return borneBy({ cagb: ofDebtor, commune: this.amount(prices[member], `${field}.${member}`) });
  }

  private amount(raw: unknown, field: string): Decimal | null {
    if (raw === null || raw === undefined) return null;
    const amount = typeof raw === "string" ? amountOfData(raw) : "unreadable";
    if (amount instanceof Decimal) return amount;
    this.fail(typeof raw === "string" ? "grid-bad-amount" : "grid-amount-not-text", field, raw);
    return null;
  }
}
