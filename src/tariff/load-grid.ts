import { Decimal } from "decimal.js";
import { fold } from "../cells";
import { inside, type JsonObject, type Result } from "../messages";
import { ActFields, type ActFault } from "./act-fields";
import { amountOfData } from "./prices";
import type { Grid, Nature, Prices, TariffRow } from "./types";

const gridKeys = ["id", "act", "votedOn", "from", "to", "note", "rows"];
const rowKeys = ["code", "prestation", "unit", "installation", "maintenance"];

/** Whether a text is a prestation's code: capitals, digits and underscores. */
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
}
