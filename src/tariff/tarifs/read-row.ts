import { Decimal } from "decimal.js";
import {
  cellAt,
  CellError,
  cellName,
  compareDates,
  dateOfCell,
  fold,
  frenchDate,
  fromSerial,
  isBlank,
  isShownAsDate,
  lacksResult,
  type Cell,
  type CivilDate,
  type SheetCells,
} from "../../cells";
import { anomaly, type Anomaly, type MessageCode } from "../../messages";
import type { Convention } from "../convention";
import {
  amountOfNumber,
  amountOfText,
  borneBy,
  countingOf,
  type AmountFault,
  type Counting,
  type Measure,
  type Nature,
  type Payer,
  type Prices,
  type TariffRow,
} from "../grid";
import { isTariffCode } from "../load-grid";
import { amountColumns, headerOf, noCap, type TarifsColumn, type TarifsHeader } from "./table";

/** A row of the table, with the period and act that identify its grid. */
export interface TarifsRow {
  readonly tariff: TariffRow;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly act: string;
  /** The A1 address of `Applicable du`, where faults between two grids are reported. */
  readonly fromCell: string;
  readonly codeCell: string;
  readonly prestationCell: string;
}

const amountFaults: Readonly<Record<AmountFault, MessageCode>> = {
  negative: "tarifs-amount-negative",
  "too-many-decimals": "tarifs-amount-decimals",
  unreadable: "tarifs-amount-unreadable",
};

/** The words accepted in « Compté en ». */
const measuresByWord: ReadonlyMap<string, Measure> = new Map(
  Object.entries({ pupils: "eleve eleves", workstations: "poste postes", units: "unite unites" }).flatMap(
    ([measure, words]) => words.split(" ").map((word) => [word, measure as Measure] as const),
  ),
);

/** Reads the rows of a table `Tarifs` and gathers every fault at its cell. */
export class TarifsRowReader {
  readonly anomalies: Anomaly[] = [];

  constructor(
    private readonly sheet: SheetCells,
    private readonly columns: ReadonlyMap<TarifsColumn, number>,
    private readonly terms: Pick<Convention, "nouns" | "debtor">,
    private readonly date1904: boolean,
  ) {}

  /** Reads a row; null when it is blank, or has no valid code or period. */
  row(row: number): TarifsRow | null {
    if ([...this.columns.values()].every((column) => this.isBlankAt(row, column))) return null;
    const code = this.code(row);
    const prestation = this.text(row, "Prestation");
    const unit = this.text(row, "Unité");
    const prices = { installation: this.prices(row, "installation"), maintenance: this.prices(row, "maintenance") };
    const from = this.date(row, "Applicable du");
    const to = this.date(row, "Applicable au");
    const act = this.text(row, "Acte");
    if (from !== null && to !== null && compareDates(from, to) > 0)
      this.fail("tarifs-dates-reversed", row, "Applicable au", { from: frenchDate(from), to: frenchDate(to) });
    if (code === null || from === null || to === null) return null;

    // Wordings are kept as written, except this unit, which documents print in one form.
    const tariff = {
      code,
      prestation,
      unit: fold(unit) === "ecole" ? "école" : unit,
      ...this.counting(row, code, unit),
      prices,
    };
    return {
      tariff,
      from,
      to,
      act,
      fromCell: this.cell(row, "Applicable du"),
      codeCell: this.cell(row, "Code"),
      prestationCell: this.cell(row, "Prestation"),
    };
  }

  private code(row: number): string | null {
    const text = this.text(row, "Code");
    if (text === "") return null;
    if (isTariffCode(text)) return text;
    this.fail("tarifs-bad-code", row, "Code", { value: text });
    return null;
  }

  /** Reads how a prestation is counted: by its unit, unless the row says otherwise. */
  private counting(row: number, code: string, unit: string): Counting {
    const implied = countingOf(code, unit, this.terms.nouns.site);
    const cap = this.cap(row);
    return {
      counts: this.measure(row) ?? implied.counts,
      perSite: cap === undefined ? implied.perSite : cap,
      words: this.words(row),
    };
  }

  /** Returns the cap in a row, null for an explicit absence of cap; undefined when the cell is blank or faulty. */
  private cap(row: number): number | null | undefined {
    const text = this.optional(row, "Plafond par site");
    if (text === "") return undefined;
    if (fold(text) === noCap) return null;
    if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
    this.fail("tarifs-bad-cap", row, "Plafond par site", { value: text });
    return undefined;
  }

  private measure(row: number): Measure | null {
    const text = this.optional(row, "Compté en");
    const measure = measuresByWord.get(fold(text)) ?? null;
    if (measure === null && text !== "") this.fail("tarifs-bad-measure", row, "Compté en", { value: text });
    return measure;
  }

  private words(row: number): string[] {
    const cell = this.columns.has("Autres mots") ? this.value(row, "Autres mots") : null;
    if (cell instanceof CellError) this.fail("tarifs-bad-words", row, "Autres mots", { value: cell.code });
    return this.optional(row, "Autres mots")
      .split(/[;,]/)
      .map((word) => word.trim())
      .filter((word) => word !== "");
  }

  /** Returns the text of a cell in an optional column; empty when it is blank, or has no result, which is reported. */
  private optional(row: number, column: TarifsColumn): string {
    if (!this.columns.has(column) || this.failsWithoutResult(row, column)) return "";
    return shown(this.value(row, column)).trim();
  }

  private prices(row: number, nature: Nature): Prices[Nature] {
    return borneBy({ cagb: this.price(row, nature, "cagb"), commune: this.price(row, nature, "commune") });
  }

  private price(row: number, nature: Nature, payer: Payer): Decimal | null {
    const column = amountColumns.find((one) => one.nature === nature && one.payer === payer)!.header;
    if (!this.columns.has(column)) return null;
    const cell = this.value(row, column);
    // A formula without a result is not a blank, which would mean no tariff; a date is not an amount.
    if (this.failsWithoutResult(row, column) || this.failsAsDay(row, column)) return null;
    if (isBlank(cell)) return null;
    const amount =
      typeof cell === "number" ? amountOfNumber(cell) : typeof cell === "string" ? amountOfText(cell) : "unreadable";
    if (amount instanceof Decimal && !amount.isZero() && payer === "cagb" && this.terms.debtor === null)
      this.fail("tarifs-price-of-nobody", row, column, { value: shown(cell) });
    if (amount === null || amount instanceof Decimal) return amount;
    this.fail(amountFaults[amount], row, column, { value: shown(cell) });
    return null;
  }

  private date(row: number, column: TarifsHeader): CivilDate | null {
    const cell = this.value(row, column);
    const date = dateOfCell(cell, this.date1904);
    if (date !== null) return date;
    if (this.failsWithoutResult(row, column)) return null;
    if (isBlank(cell)) this.fail("tarifs-missing-value", row, column);
    else this.fail("tarifs-bad-date", row, column, { value: shown(cell) });
    return null;
  }

  private text(row: number, column: TarifsHeader): string {
    const cell = this.value(row, column);
    if (this.failsWithoutResult(row, column)) return "";
    const text = cell instanceof CellError ? "" : shown(cell).trim();
    if (text === "") this.fail("tarifs-missing-value", row, column);
    return text;
  }

  private failsAsDay(row: number, column: TarifsColumn): boolean {
    const cell = this.value(row, column);
    if (typeof cell !== "number" || !isShownAsDate(this.sheet, row, this.columns.get(column)!)) return false;
    this.fail("tarifs-amount-date", row, column, { day: frenchDate(fromSerial(cell, this.date1904)) });
    return true;
  }

  private failsWithoutResult(row: number, column: TarifsColumn): boolean {
    if (!lacksResult(this.sheet, row, this.columns.get(column)!)) return false;
    this.fail("tarifs-no-result", row, column);
    return true;
  }

  private isBlankAt(row: number, column: number): boolean {
    return isBlank(cellAt(this.sheet, row, column)) && !lacksResult(this.sheet, row, column);
  }

  private value(row: number, column: TarifsColumn): Cell {
    return cellAt(this.sheet, row, this.columns.get(column)!);
  }

  private cell(row: number, column: TarifsColumn): string {
    return cellName(row, this.columns.get(column)!);
  }

  private fail(code: MessageCode, row: number, column: TarifsColumn, params: Anomaly["params"] = {}): void {
    const { file, name: sheet } = this.sheet;
    const shownParams = { column: headerOf(column, this.terms.nouns), ...params };
    this.anomalies.push(anomaly("error", code, shownParams, { file, sheet, cell: this.cell(row, column) }));
  }
}

function shown(cell: Cell): string {
  return cell instanceof CellError ? cell.code : String(cell ?? "");
}
