import { Decimal } from "decimal.js";
import { compareDates, fold, parseIsoDate, type CivilDate } from "../cells";
import {
  failure,
  inside,
  JsonFields,
  success,
  type JsonFault,
  type JsonObject,
  type MessageCode,
  type Result,
} from "../messages";
import { amountOfData } from "./prices";
import type { Grid, Nature, Prices, TariffRow } from "./types";

/** What is wrong in a grid's data. `params.field` says where: `rows[2].installation.commune`. */
type GridError = JsonFault<MessageCode>;

const gridKeys = ["id", "act", "votedOn", "from", "to", "note", "rows"];
const rowKeys = ["code", "prestation", "unit", "installation", "maintenance"];
const standInDate: CivilDate = { year: 2000, month: 1, day: 1 };

/** Whether a text is a prestation's code: capitals, digits and underscores. */
export function isTariffCode(text: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(text);
}

/**
 * Returns the grid of a parsed data file, or all its errors. Nothing is guessed: an unknown or missing key, an amount that is not
 * a string or has more than two decimals, a code or a wording given twice, a day that does not exist, `from` after `to`, are
 * refused. (decisions §1)
 */
export function loadGrid(raw: unknown): Result<Grid, readonly GridError[]> {
  const reader = new GridReader();
  const grid = reader.grid(raw);
  return reader.faults.length > 0 ? failure(reader.faults) : success(grid);
}

class GridReader extends JsonFields<MessageCode> {
  constructor() {
    super({
      notRecord: "grid-not-a-record",
      unknownKey: "grid-unknown-key",
      missingKey: "grid-missing-key",
      notText: "grid-bad-text",
    });
  }

  grid(raw: unknown): Grid {
    const data = this.record(raw, "", gridKeys);
    const from = this.date(data, "from");
    const to = this.date(data, "to");
    if (from !== null && to !== null && compareDates(from, to) > 0) this.fail("grid-dates-reversed", "to", data["to"]);
    return {
      id: this.text(data, "id", ""),
      act: this.text(data, "act", ""),
      votedOn: data["votedOn"] === null ? null : this.date(data, "votedOn"),
      from: from ?? standInDate,
      to: to ?? standInDate,
      note: typeof data["note"] === "string" ? data["note"] : this.text(data, "note", ""),
      origin: "built-in",
      rows: this.rows(data),
    };
  }

  private rows(data: JsonObject): TariffRow[] {
    const codes = new Set<string>();
    const wordings = new Set<string>();
    if (Array.isArray(data["rows"]) && data["rows"].length === 0) this.fail("grid-no-rows", "rows", data["rows"]);
    return this.list(data, "rows", "", "grid-no-rows", (item, place) => {
      const row = this.record(item, place, rowKeys);
      const code = this.text(row, "code", place);
      if (code !== "" && !isTariffCode(code)) this.fail("grid-bad-code", `${place}.code`, code);
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
        place: null,
      };
    });
  }

  private prices(row: JsonObject, nature: Nature, place: string): Prices[Nature] {
    if (row[nature] === undefined) return { cagb: null, commune: null };
    const field = inside(place, nature);
    const prices = this.record(row[nature], field, ["cagb", "commune"]);
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

  private date(data: JsonObject, key: string): CivilDate | null {
    const raw = data[key];
    if (raw === undefined) return null;
    const date = typeof raw === "string" ? parseIsoDate(raw) : null;
    if (date === null) this.fail("grid-bad-date", key, raw);
    return date;
  }
}
