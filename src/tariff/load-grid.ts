import { Decimal } from "decimal.js";
import { compareDates, fold, parseIsoDate, type CivilDate } from "../cells";
import type { MessageCode } from "../messages";
import { amountOfData } from "./prices";
import type { Grid, Nature, Payer, Prices, TariffRow } from "./types";

/** What is wrong in a grid's data. `params.field` says where: `rows[2].installation.commune`. */
export interface GridError {
  readonly code: MessageCode;
  readonly params: { readonly field: string; readonly value: string };
}

const gridKeys = ["id", "act", "votedOn", "from", "to", "note", "rows"];
const rowKeys = ["code", "prestation", "unit", "installation", "maintenance"];
const payers: readonly Payer[] = ["cagb", "commune"];

/** A prestation's code: capitals, digits and underscores. */
export function isTariffCode(text: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(text);
}

/**
 * The grid of a parsed data file, or all its errors. Nothing is guessed: an unknown or missing key, an amount that is not a
 * string or has more than two decimals, a code or a wording given twice, a day that does not exist, `from` after `to`, are refused.
 * (decisions §1)
 */
export function loadGrid(raw: unknown): { readonly grid: Grid } | { readonly errors: readonly GridError[] } {
  const reader = new GridReader();
  const grid = reader.grid(raw);
  return reader.errors.length > 0 ? { errors: reader.errors } : { grid };
}

/** Reads on after an error, with a stand-in value, so that all errors are gathered in one pass. */
class GridReader {
  readonly errors: GridError[] = [];

  grid(raw: unknown): Grid {
    const data = this.record(raw, "", gridKeys);
    const from = this.date(data["from"], "from");
    const to = this.date(data["to"], "to");
    if (from !== null && to !== null && compareDates(from, to) > 0) this.fail("grid-dates-reversed", "to", data["to"]);
    return {
      id: this.text(data["id"], "id"),
      act: this.text(data["act"], "act"),
      votedOn: data["votedOn"] === null ? null : this.date(data["votedOn"], "votedOn"),
      from: from ?? standInDate,
      to: to ?? standInDate,
      note: typeof data["note"] === "string" ? data["note"] : this.text(data["note"], "note"),
      origin: "built-in",
      rows: this.rows(data["rows"]),
    };
  }

  private rows(raw: unknown): TariffRow[] {
    if (raw === undefined) return [];
    if (!Array.isArray(raw) || raw.length === 0) {
      this.fail("grid-no-rows", "rows", raw);
      return [];
    }
    const known = new Set<string>();
    const wordings = new Set<string>();
    return raw.map((item: unknown, index) => {
      const field = `rows[${index}]`;
      const data = this.record(item, field, rowKeys);
      const code = this.text(data["code"], `${field}.code`);
      if (code !== "" && !isTariffCode(code)) this.fail("grid-bad-code", `${field}.code`, code);
      const prestation = this.text(data["prestation"], `${field}.prestation`);
      const wording = fold(prestation);
      if (known.has(code)) this.fail("grid-duplicate-code", `${field}.code`, code);
      else if (wordings.has(wording)) this.fail("grid-duplicate-wording", `${field}.prestation`, prestation);
      if (code !== "") known.add(code);
      if (wording !== "") wordings.add(wording);
      return {
        code,
        prestation,
        unit: this.text(data["unit"], `${field}.unit`),
        prices: {
          installation: this.prices(data["installation"], `${field}.installation`),
          maintenance: this.prices(data["maintenance"], `${field}.maintenance`),
        },
        place: null,
      };
    });
  }

  private prices(raw: unknown, field: string): Prices[Nature] {
    if (raw === undefined) return { cagb: null, commune: null };
    const data = this.record(raw, field, payers);
    return {
      cagb: this.amount(data["cagb"], `${field}.cagb`),
      commune: this.amount(data["commune"], `${field}.commune`),
    };
  }

  private amount(raw: unknown, field: string): Decimal | null {
    if (raw === null || raw === undefined) return null;
    if (typeof raw !== "string") {
      this.fail("grid-amount-not-text", field, raw);
      return null;
    }
    const amount = amountOfData(raw);
    if (amount instanceof Decimal) return amount;
    this.fail("grid-bad-amount", field, raw);
    return null;
  }

  private date(raw: unknown, field: string): CivilDate | null {
    if (raw === undefined) return null;
    const date = typeof raw === "string" ? parseIsoDate(raw) : null;
    if (date === null) this.fail("grid-bad-date", field, raw);
    return date;
  }

  private text(raw: unknown, field: string): string {
    if (raw === undefined) return "";
    if (typeof raw === "string" && raw.trim() !== "") return raw;
    this.fail("grid-bad-text", field, raw);
    return "";
  }

  /** A missing key is said here, once; its value, undefined, is then left alone. */
  private record(raw: unknown, field: string, keys: readonly string[]): Record<string, unknown> {
    if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
      this.fail("grid-not-a-record", field, raw);
      return {};
    }
    const data = { ...raw } as Record<string, unknown>;
    const inside = (key: string) => (field === "" ? key : `${field}.${key}`);
    for (const key of Object.keys(data)) if (!keys.includes(key)) this.fail("grid-unknown-key", inside(key), data[key]);
    for (const key of keys) if (data[key] === undefined) this.fail("grid-missing-key", inside(key), "");
    return data;
  }

  private fail(code: MessageCode, field: string, value: unknown): void {
    const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    this.errors.push({ code, params: { field, value: shown } });
  }
}

const standInDate: CivilDate = { year: 2000, month: 1, day: 1 };
