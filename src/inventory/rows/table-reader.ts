import {
  compareDates,
  CellError,
  frenchDate,
  isBlank,
  isBlankRow,
  placeKey,
  remembered,
  shownAmong,
  type Cell,
} from "../../cells";
import type { MessageCode, Severity } from "../../messages";
import {
  communeNamed,
  countingOf,
  isPriced,
  prestationName,
  rowsBilled,
  type Commune,
  type CommuneMatch,
  type Nature,
  type TariffRow,
} from "../../tariff";
import { anomalyIn, type Params } from "../anomalies";
import { isAccepted } from "../choices";
import type { TableSchool } from "../facts";
import { error, leftOut, type Ledger, type Proof } from "../ledger";
import { columnOf, countsUnits, type Column } from "../column";
import { placeIn, type Table } from "../table";
import { cellsDown } from "../tables/column-statistics";
import type { ExclusionReason } from "../types";
import type { ReaderContext } from "./reader-context";
import { DateOrder } from "./date-order";
import { SharedCells } from "./shared-cells";
import { schoolKey } from "../texts/school-names";
import { isWithoutResult, isYesOrNo, parseQuantity, readDate, shownCell, paramsOfCell } from "../texts/values";

/**
 * The state shared by the readers of one table: its cells, its schools, its caches, and the ledger to which they write.
 */
export class TableReader {
  readonly schools = new Map<string, TableSchool>();
  /** Quantities merged over several schools or prestations. */
  readonly shared: SharedCells;
  /** Whether it is a recapitulation: communes read as schools, whose numbers are sums. */
  readonly isRecap: boolean;
  private readonly naming = new Map<number, boolean>();
  private readonly answers = new Map<number, boolean>();
  private readonly alike = new Map<number, boolean>();
  private readonly blank = new Map<number, boolean>();
  private readonly tariff = new Map<string, readonly TariffRow[]>();
  private readonly orders = new Map<number, DateOrder>();
  private readonly reportedChoices = new Set<number>();
  private readonly named = new Map<Commune, Map<string, TableSchool>>();

  constructor(
    readonly table: Table,
    readonly context: ReaderContext,
    readonly ledger: Ledger,
  ) {
    this.shared = new SharedCells(table);
    const school = columnOf(table, "school");
    this.isRecap = school !== null && school.index === columnOf(table, "commune")?.index;
  }

  /** Returns a cell of the table's sheet; a number that its format shows among words is returned as the text shown. */
  cell(row: number, column: number): Cell {
    const { sheet } = this.table;
    const cell = sheet.rows[row]?.[column] ?? null;
    return typeof cell === "number" ? (shownAmong(sheet, row, column, cell) ?? cell) : cell;
  }

  /** Returns the cells of a column of the body, from top to bottom. */
  cellsOf(column: number): Cell[] {
    return cellsDown(this.table, column);
  }

  /** Returns whether all the cells of a column of the body are equal. */
  isAllAlike(column: number): boolean {
    return remembered(this.alike, column, () => {
      const [first, ...others] = this.cellsOf(column);
      return others.every((cell) => cell === first);
    });
  }

  /** Returns whether a cell of a column of the body is blank. */
  hasBlanks(column: number): boolean {
    return remembered(this.blank, column, () => this.cellsOf(column).some(isBlank));
  }

  /** Returns whether a column has a yes or a no in full, so that « O » is a yes. */
  answersYes(column: number): boolean {
    return remembered(this.answers, column, () => this.cellsOf(column).some(isYesOrNo));
  }

  /** Returns whether most cells of a column of quantities name prestations: it holds kinds, not quantities. */
  namesPrestations(column: number): boolean {
    return remembered(this.naming, column, () => {
      const filled = this.cellsOf(column).filter((cell) => !isBlank(cell));
      const named = filled.filter((cell) => {
        if (typeof cell !== "string" || parseQuantity(cell).kind !== "bad") return false;
        const { kind } = this.context.readLabel(cell).label;
        return kind === "prestation" || kind === "untariffed";
      });
      return named.length > 1 && named.length * 2 > filled.length;
    });
  }

  /** Reports an anomaly at a cell; an error also puts its row in error. */
  report(severity: Severity, code: MessageCode, row: number, column: number, params: Params = {}): void {
    this.ledger.report(anomalyIn(severity, code, this.table, row, column, params), this.table, row, column);
    if (severity === "error") this.fail(row);
  }

  /** Puts in error a row whose quantities are not read; a blank row, or one outside the body, is ignored. */
  fail(row: number): void {
    const { sheet, left, right, bodyTop, bottom } = this.table;
    if (row < bodyTop || row > bottom || isBlankRow(sheet.rows[row] ?? [], left, right)) return;
    this.ledger.claimRow(this.table, row, error);
  }

  /** Leaves out a row whose quantities are not read. */
  leaveOut(row: number, reason: ExclusionReason, proof: Proof): void {
    this.ledger.claimRow(this.table, row, leftOut(reason, proof));
  }

  /** Reports an unreadable cell with its value, or as a formula without a result. */
  reportUnreadable(code: MessageCode, row: number, column: number, cell = this.cell(row, column), more?: Params): void {
    if (isWithoutResult(cell)) this.report("error", "formula-without-result", row, column);
    else this.report("error", code, row, column, { ...paramsOfCell(cell), ...more });
  }

  /** Returns the serial in a cell of dates, `blankDate` when there is none; NaN when an error is reported. */
  dateAt(row: number, { index, headerRow, header }: Column): number {
    const { date1904 } = this.table;
    const cell = this.cell(row, index);
    const order = remembered(this.orders, index, () => new DateOrder(this.cellsOf(index), date1904));
    if (!order.isDoubtful(cell)) {
      const date = readDate(cell, date1904);
      if (Number.isNaN(date)) this.reportUnreadable("unreadable-date", row, index);
      return date;
    }
    const code = "month-before-day";
    if (!order.doubtsTyped && this.accepts(code, headerRow, index)) return order.readMonthFirst(cell);
    const was = shownCell(this.cell(headerRow, index));
    const params = { header, value: shownCell(cell), was, [order.doubtsTyped ? "typed" : "texts"]: 1 };
    const anomaly = anomalyIn("error", code, this.table, headerRow, index, params);
    if (!this.ledger.hasReported(this.table, anomaly)) this.ledger.report(anomaly, this.table, headerRow, index);
    this.fail(row);
    return Number.NaN;
  }

  /** Reports a missing commune, school, label or state; if the cell is an Excel error, reports the error. */
  reportMissing(code: MessageCode, row: number, column: number, cell = this.cell(row, column), params?: Params): void {
    if (cell instanceof CellError) this.reportUnreadable("error-in-name", row, column, cell);
    else this.report("error", code, row, column, params);
  }

  /** Returns whether a quantity is not written, neither in its cell nor in one merged with it. */
  isUnwritten(row: number, column: number): boolean {
    return parseQuantity(this.cell(row, column)).kind === "blank" && !this.shared.isShared(row, column);
  }

  /** Returns whether the user accepted the anomaly at a cell, whose text is unchanged. (decisions §4) */
  accepts(code: string, row: number, column: number): boolean {
    const place = placeIn(this.table, row, column);
    return isAccepted(this.context.options.accepted, this.table.on.sheet, code, place.row, place.column);
  }

  /** Returns the commune of a cell, or the user's choice; null when an error is reported at the cell. (decisions §2) */
  resolveCommune(match: CommuneMatch, text: string, row: number, column: number): Commune | null {
    if (match.kind === "found") return match.commune;
    const chosen = this.chosenCommune(text, row, column);
    if (chosen !== null) return chosen;
    const campaign = this.context.campaign.year;
    const value = text.trim();
    if (match.kind === "unknown") {
      const suggestion = match.suggestion?.name ?? "";
      this.report("error", "unknown-commune", row, column, { commune: value, suggestion, campaign });
      return null;
    }
    const { name: commune, from, to } = match.commune;
    if (from !== null && compareDates(from, this.context.campaign.snapshot) > 0)
      this.report("error", "commune-not-yet", row, column, { commune, value, since: from.year, campaign });
    else {
      const successor = match.successor?.name ?? "";
      const left = match.successor === null && to !== null ? frenchDate(to) : "";
      this.report("error", "commune-no-longer", row, column, { commune, value, successor, left, campaign });
    }
    return null;
  }

  /** Leaves out a row without equipment of a member that left without a successor; returns whether it is one. */
  leavesWithout(row: number, match: Extract<CommuneMatch, { kind: "outside" }>, at: number, column: number): boolean {
    const { name: commune, to } = match.commune;
    const { campaign } = this.context;
    const hasLeft = to !== null && compareDates(to, campaign.snapshot) < 0 && match.successor === null;
    if (!hasLeft || !this.countsNothing(row)) return false;
    this.report("info", "left-without-equipment", at, column, { commune, campaign: campaign.year });
    this.leaveOut(row, "zero", "date");
    return true;
  }

  /** Returns whether all the quantities of a row are blank or zero. */
  private countsNothing(row: number): boolean {
    const counts = this.table.columns.filter(({ role }) => countsUnits(role) || role.kind === "installed-on");
    return (
      counts.length > 0 &&
      counts.every(({ index }) => {
        const read = parseQuantity(this.cell(row, index));
        return read.kind === "blank" || (read.kind !== "bad" && read.value === 0);
      })
    );
  }

  /** Returns the commune that the user chose for a cell; null when an error is reported at the cell. */
  askCommune(code: MessageCode, text: string, row: number, column: number, params: Params): Commune | null {
    const chosen = this.chosenCommune(text, row, column);
    if (chosen === null) this.report("error", code, row, column, params);
    return chosen;
  }

  /** Returns the user's commune for a cell that names none, reported once; null when there is none. */
  chosenCommune(text: string, row: number, column: number): Commune | null {
    const at = placeIn(this.table, row, column);
    const commune = this.context.chosenCommunes.at(this.table.on.sheet, at.row, at.column) ?? this.communeOfWord(text);
    const place = placeKey(row, column);
    if (commune === null || this.reportedChoices.has(place)) return commune;
    this.reportedChoices.add(place);
    this.report("info", "commune-chosen", row, column, {
      text: text.trim(),
      blank: text.trim() === "" ? "1" : "",
      commune: commune.name,
    });
    return commune;
  }

  /** Returns the commune that the user gave as the meaning of a word; null when there is none. */
  private communeOfWord(text: string): Commune | null {
    const chosen = text.trim() === "" ? null : this.context.words.of("commune", text);
    return chosen === null ? null : communeNamed(chosen, this.context.directory);
  }

  /** Returns the wording of a prestation in the act, by its code. */
  prestationName(code: string): string {
    return prestationName(this.context.grid, code);
  }

  /** Returns the rows of the grid billed under a code. */
  billed(code: string): readonly TariffRow[] {
    return remembered(this.tariff, code, () => rowsBilled(this.context.grid, code));
  }

  /**
   * Returns the maximum billed under a code at a site, the largest of its rows; null without a maximum. (decisions §2)
   */
  perSite(code: string | null): number | null {
    const caps = code === null ? [] : this.billed(code).map(({ perSite }) => perSite ?? Infinity);
    const most = Math.max(...caps);
    return Number.isFinite(most) ? most : null;
  }

  /** Returns whether the row of a code gives its maximum itself, not by its unit: exceeding it is expected. */
  saysItsCap(code: string): boolean {
    const { site } = this.context.campaign.convention.nouns;
    return this.billed(code).some(({ unit, perSite }) => perSite !== countingOf(code, unit, site).perSite);
  }

  /** Returns whether a site has at most one of a prestation, so that « oui » and « x » are one. */
  isOneASite(code: string | null): boolean {
    return this.perSite(code) === 1;
  }

  /** Returns whether a prestation has a price in a nature, for any payer. */
  hasTariff(code: string, nature: Nature): boolean {
    return this.billed(code).some((row) => isPriced(row, nature));
  }

  /** Returns the school of a commune with a name: one for each normalised name, kept as first written. */
  school(
    commune: Commune,
    name: string,
    row: number,
    column: number,
    { kind = null, whole = null }: Partial<Pick<TableSchool, "kind" | "whole">> = {},
  ): TableSchool {
    const known = remembered(this.named, commune, () => new Map<string, TableSchool>());
    return remembered(known, name, () => {
      const key = schoolKey(commune, name);
      const written = name.trim().replace(/\s+/g, " ");
      return remembered(this.schools, key, () => ({
        table: this.table,
        key,
        commune,
        name: written,
        row,
        column,
        kind,
        whole,
        code: null,
        namesake: null,
      }));
    });
  }
}
