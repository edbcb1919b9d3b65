import { CellError, isBlank, isBlankRow, placeKey, remembered, type Cell } from "../../cells";
import type { Anomaly, MessageCode, Severity } from "../../messages";
import {
  communeNamed,
  prestationName,
  pupilCode,
  type Commune,
  type CommuneMatch,
  type Nature,
  type TariffRow,
} from "../../tariff";
import { anomalyAt, type Params } from "../anomalies";
import { isAccepted } from "../choices";
import { columnOf, type Table } from "../table";
import { cellsDown } from "../tables/column-statistics";
import { otherYearColumns } from "../tables/column-years";
import { RowLog, SharedCells, type Count, type CountedSchool } from "./counts";
import type { ReaderContext } from "./reader-context";
import { schoolKey } from "../texts/school-names";
import { isWithoutResult, isYesOrNo, parseQuantity, shownCell } from "../texts/values";

const keys = { installation: new Map<string, string>(), maintenance: new Map<string, string>() };

/** Returns the key of a count, made once for each code: a register asks for it on every row. */
const countKey = (code: string, nature: Nature): string => remembered(keys[nature], code, () => `${code}|${nature}`);

/** Gathers what is read of one table: schools with their counts, what became of its rows, anomalies. */
export class TableReader {
  readonly schools = new Map<string, CountedSchool>();
  readonly anomalies: Anomaly[] = [];
  readonly log: RowLog;
  /** The table shows packs, even none: then they count as shown (decisions §2). */
  showsPacks = false;
  /** The table shows headcounts. */
  showsHeadcounts = false;
  /** Quantities merged over several schools or prestations. */
  readonly shared: SharedCells;
  /** A row a commune, read as if it were a school: its numbers are sums. */
  readonly isRecap: boolean;
  private readonly left = new Set<number>();
  /** Columns of which it is told that they name prestations. */
  readonly labelsTold = new Set<number>();
  private readonly naming = new Map<number, boolean>();
  private readonly answers = new Map<number, boolean>();
  private readonly otherYears: ReadonlySet<number>;
  private readonly tariff: ReadonlyMap<string, TariffRow>;
  /** The last cell told to exceed one a school. */
  private exceeded: { readonly row: number; readonly column: number } | null = null;
  private readonly chosenTold = new Set<number>();
  private readonly schoolsOf = new Map<Commune, Map<string, CountedSchool>>();

  constructor(
    readonly table: Table,
    readonly context: ReaderContext,
  ) {
    this.log = new RowLog(table.bodyTop, table.bottom);
    this.shared = new SharedCells(table);
    const school = columnOf(table, "school");
    this.isRecap = school !== null && school.index === columnOf(table, "commune")?.index;
    this.otherYears = new Set(otherYearColumns(table, context.campaign).map(({ index }) => index));
    this.tariff = new Map(context.grid.rows.map((row) => [row.code, row]));
  }

  /** Notes a number of a row that counts for nothing, though others of its row do: it is left out. */
  leaveOut(row: number, column: number): void {
    this.left.add(placeKey(row, column));
  }

  /** Returns whether a number was left out of a row. */
  isLeftOut(row: number, column: number): boolean {
    return this.left.has(placeKey(row, column));
  }

  /** Returns whether a column counts something of another year. */
  isOfOtherYear(column: number): boolean {
    return this.otherYears.has(column);
  }

  /** Returns a cell of the table's sheet. */
  cell(row: number, column: number): Cell {
    return this.table.sheet.rows[row]?.[column] ?? null;
  }

  /** Returns the cells of a column of the body, from top to bottom. */
  cellsOf(column: number): Cell[] {
    return cellsDown(this.table, column);
  }

  /** Returns whether a column answers yes or no in full somewhere: there « O » is a yes. */
  answersYes(column: number): boolean {
    return remembered(this.answers, column, () => this.cellsOf(column).some(isYesOrNo));
  }

  /** Returns whether the cells of a column of quantities mostly name prestations: it says what is counted, not how many. */
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

  /** Tells something of a cell; an error makes one of its row, if the table has one there. */
  report(severity: Severity, code: MessageCode, row: number, column: number, params: Params = {}): void {
    const { sheet, left, right, bodyTop, bottom } = this.table;
    this.anomalies.push(anomalyAt(severity, code, sheet, row, column, params));
    if (severity !== "error" || row < bodyTop || row > bottom) return;
    if (!isBlankRow(sheet.rows[row] ?? [], left, right)) this.log.fail(row);
  }

  /** Tells that a school's headcount is missing, which is then in error. */
  reportNoHeadcount(school: CountedSchool, row: number, column: number): void {
    this.report("error", "missing-headcount", row, column, { school: school.name });
    school.headcount = { row, column };
  }

  /** Tells, on its date, of an installation that is not billed: it is not of the campaign. */
  reportOutsideWindow(row: number, column: number): void {
    const campaign = this.context.campaign.year;
    this.report("warning", "installed-outside-window", row, column, { campaign, before: campaign - 1 });
  }

  /** Tells a cell that cannot be read, quoted; of a formula without a result, that. */
  reportUnreadable(code: MessageCode, row: number, column: number, cell = this.cell(row, column), more?: Params): void {
    if (isWithoutResult(cell)) this.report("error", "formula-without-result", row, column);
    else this.report("error", code, row, column, { value: shownCell(cell), ...more });
  }

  /** Tells that nothing known is named in a row's commune, school, label or state; of an Excel error there, that one. */
  reportMissing(code: MessageCode, row: number, column: number, cell = this.cell(row, column), params?: Params): void {
    if (cell instanceof CellError) this.reportUnreadable("error-in-name", row, column, cell);
    else this.report("error", code, row, column, params);
  }

  /** Returns whether nothing is written of a quantity, in its cell or in one merged with it. */
  isUnwritten(row: number, column: number): boolean {
    return parseQuantity(this.cell(row, column)).kind === "blank" && !this.shared.isShared(row, column);
  }

  /** Returns whether the user said of a cell, as it is still written, that what looks wrong is right. (decisions §4) */
  accepts(code: string, row: number, column: number): boolean {
    return isAccepted(this.context.options.accepted, this.table.sheet, code, row, column);
  }

  /**
   * Returns the commune that a cell names, else the one chosen for it, else null with the error told at the cell. (decisions
   * §2)
   */
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
    const { name: commune, from } = match.commune;
    if (from !== null && from.year > campaign - 1)
      this.report("error", "commune-not-yet", row, column, { commune, value, since: from.year, campaign });
    else {
      const successor = match.successor?.name ?? "";
      this.report("error", "commune-no-longer", row, column, { commune, value, successor, campaign });
    }
    return null;
  }

  /** Returns the commune chosen for a cell, else null with an error told there. */
  askCommune(code: MessageCode, text: string, row: number, column: number, params: Params): Commune | null {
    const chosen = this.chosenCommune(text, row, column);
    if (chosen === null) this.report("error", code, row, column, params);
    return chosen;
  }

  /** Returns the commune that the user chose for a cell whose own text names none; told once. Null if none was chosen. */
  chosenCommune(text: string, row: number, column: number): Commune | null {
    const commune = this.context.chosenCommunes.at(this.table.sheet, row, column) ?? this.communeOfWord(text);
    const place = placeKey(row, column);
    if (commune === null || this.chosenTold.has(place)) return commune;
    this.chosenTold.add(place);
    this.report("info", "commune-chosen", row, column, {
      text: text.trim(),
      blank: text.trim() === "" ? "1" : "",
      commune: commune.name,
    });
    return commune;
  }

  /** Returns the commune that the user said a word is, wherever it stands as one; null if nothing was said. */
  private communeOfWord(text: string): Commune | null {
    const said = text.trim() === "" ? null : this.context.words.of("commune", text);
    return said === null ? null : communeNamed(said, this.context.directory);
  }

  /** Returns the wording of the act for a code. */
  prestationName(code: string): string {
    return prestationName(this.context.grid, code);
  }

  /** Returns whether the unit of a code is the école: « oui » and « x » are one. */
  isPerSchool(code: string | null): boolean {
    return code !== null && this.tariff.get(code)?.unit === "école";
  }

  /** Returns whether somebody pays a price for a prestation, in one nature. */
  hasTariff(code: string, nature: Nature): boolean {
    const prices = this.tariff.get(code)?.prices[nature];
    return prices !== undefined && (prices.cagb !== null || prices.commune !== null);
  }

  /** Returns the school of a commune under a name; known by its normalised name, kept as first written. */
  school(commune: Commune, name: string, row: number, column: number): CountedSchool {
    const known = remembered(this.schoolsOf, commune, () => new Map<string, CountedSchool>());
    return remembered(known, name, () => {
      const key = schoolKey(commune, name);
      return remembered(this.schools, key, () => ({
        key,
        commune,
        name: name.trim().replace(/\s+/g, " "),
        row,
        column,
        counts: new Map(),
        otherYears: new Map(),
        kind: null,
        whole: null,
        equipped: false,
        headcount: null,
      }));
    });
  }

  /**
   * Counts a quantity of a school. A nature without tariff is not billed and not an anomaly; beyond one a school, if that is
   * the rule and the unit is the école, a warning stands on the quantity, and a cell of which nothing is taken is left
   * out. What a column of another year counts is kept apart until it is weighed against other tables. Returns whether some of
   * it is billed, whether the school had some of it already, and whether one a school was there already, so that all of it is
   * beyond.
   */
  count(
    school: CountedSchool,
    code: string,
    nature: Nature,
    quantity: number,
    row: number,
    column: number,
  ): { readonly billed: boolean; readonly repeated: boolean; readonly capped: boolean } {
    if (code !== pupilCode) school.equipped = true;
    if (!this.hasTariff(code, nature)) {
      this.leaveOut(row, column);
      return { billed: false, repeated: false, capped: false };
    }
    const key = countKey(code, nature);
    if (this.isOfOtherYear(column)) {
      const apart = remembered(school.otherYears, column, () => ({ keys: new Set<string>(), rows: [] as number[] }));
      apart.keys.add(key);
      apart.rows.push(row);
      return { billed: true, repeated: false, capped: false };
    }
    const repeated = school.counts.has(key);
    const count = remembered(school.counts, key, (): Count => ({ code, nature, quantity: 0, beyond: 0, cells: [] }));
    const isCapped = this.context.options.schoolUnit === "one" && this.isPerSchool(code);
    const room = isCapped ? Math.max(0, 1 - count.quantity) : quantity;
    const taken = Math.min(quantity, room);
    const isExceeded = taken < quantity && count.beyond === 0;
    count.quantity += taken;
    count.beyond += quantity - taken;
    if (taken > 0) {
      const last = count.cells.at(-1);
      if (last?.column === column) last.rows.push(row);
      else count.cells.push({ column, rows: [row] });
    } else this.leaveOut(row, column);
    // A machine installed in the window exceeds twice, under each nature, on one cell.
    if (isExceeded && !(this.exceeded?.row === row && this.exceeded.column === column)) {
      this.exceeded = { row, column };
      this.report("warning", "more-than-one-a-school", row, column, {
        prestation: this.prestationName(code),
        school: school.name,
        quantity: String(quantity),
      });
    }
    return { billed: taken > 0, repeated, capped: taken === 0 };
  }
}
