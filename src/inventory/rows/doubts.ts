import { cellName, filledIn, isBlank, isPartlyStruck, isStruck, sumAt, type Cell } from "../../cells";
import type { MessageCode } from "../../messages";
import { setAsideRows } from "../choices";
import { layouts } from "../layouts";
import { countsPupils, type Role } from "../column";
import { leastTellingSum } from "../tables/column-statistics";
import type { Locator } from "./locator";
import type { OwnNames } from "./own-names";
import type { RowCampaigns } from "./row-campaigns";
import type { SummedRows } from "./summed-rows";
import type { TableReader } from "./table-reader";
import { namesUndue } from "../texts/dues";
import { isOtherTeaching, namesAny, namesNoSchool, namesNoSite } from "../texts/school-names";
import { isNothing, nameOf, parseQuantity, shownCell, shownDay } from "../texts/values";

/** Roles of the columns that decide nothing of their rows. */
const unreadRoles: ReadonlySet<Role["kind"]> = new Set(["ignored", "other", "untariffed", "refused", "serial-number"]);

type Doubt = "closed-school" | "not-a-school" | "sum-as-school";

/** The anomaly codes of the same doubts when schools are across. */
const overColumns: Readonly<Partial<Record<Doubt, MessageCode>>> = {
  "closed-school": "closed-column",
  "not-a-school": "no-school-over-column",
  "sum-as-school": "sum-column",
};

/**
 * Reports the rows that may not be billable: of an unclear campaign, of a closed school, struck through, or the sum of
 * the rows above.
 */
export class Doubts {
  private reportedOfForm = false;
  /** The roles of the columns of which no word may be crossed out: those of places, machines, states and dates. */
  private readonly roles: ReadonlyMap<number, Role>;

  constructor(
    private readonly reader: TableReader,
    private readonly locator: Locator,
    private readonly ownNames: OwnNames,
    /** The columns of quantities. */
    private readonly counted: readonly number[],
    private readonly campaigns: RowCampaigns,
  ) {
    const read = reader.table.columns.filter(({ role }) => !unreadRoles.has(role.kind));
    this.roles = new Map(read.map(({ index, role }) => [index, role]));
  }

  /**
   * Reports a doubtful row, and returns whether it is a school's row or a sum; null when it is not doubtful, or has
   * nothing to bill.
   */
  at(row: number, summed: SummedRows): "school" | "sum" | null {
    const { table } = this.reader;
    if (this.reportsPartlyStruck(row) || this.reportsStruckThrough(row)) return "school";
    const { listsUnits } = layouts[table.layout];
    if (table.turned?.chosenRows.get(row) === "counted" || (!listsUnits && !this.counts(row))) return null;
    if (this.campaigns.reportsUnclear(row)) return "school";
    if (this.reportsClosedForm(row) || this.reportsClosed(row)) return "school";
    if (listsUnits) return null;
    if (this.reportsNoSchool(row)) return "school";
    return this.reportsSum(row, summed) ? "sum" : null;
  }

  /** Reports a number only some of whose figures are struck through; returns whether there is one. */
  private reportsPartlyStruck(row: number): boolean {
    const { left, right, sheet } = this.reader.table;
    if (sheet.facts?.partlyStruck?.isEmpty !== false) return false;
    const struck = filledIn(sheet.rows[row] ?? [], left, right).find(
      ({ cell, column }) => isSome(cell) && isPartlyStruck(sheet, row, column),
    );
    if (struck === undefined) return false;
    this.reader.report("error", "partly-struck", row, struck.column, { value: shownCell(struck.cell) });
    return true;
  }

  /**
   * Reports a number, a name, a state or a date that is struck through: the row may be crossed out, or only the date by
   * which its machine left. Returns whether there is one.
   */
  private reportsStruckThrough(row: number): boolean {
    const { left, right, sheet, turned, date1904 } = this.reader.table;
    if (sheet.facts?.struck.isEmpty !== false) return false;
    const filled = filledIn(sheet.rows[row] ?? [], left, right);
    const numbers = filled.filter(({ cell }) => isSome(cell));
    const words = filled.filter(({ column }) => this.roles.has(column));
    const struck = [...numbers, ...words].find(({ column }) => isStruck(sheet, row, column));
    if (struck === undefined || this.reader.accepts("struck-through", row, struck.column)) return false;
    const head = turned?.heads.find(({ column }) => column === row);
    const isWhole =
      numbers.every(({ column }) => isStruck(sheet, row, column)) && (turned === null || head !== undefined);
    const role = this.roles.get(struck.column)?.kind;
    const isDated = role === "date-in" || role === "date-out" || role === "status";
    const params = {
      value: shownDay(struck.cell, date1904),
      was: shownCell(struck.cell),
      [isDated ? "fact" : "line"]: 1,
      ...(isWhole && { whole: 1 }),
      ...(head !== undefined && { head: cellName(head.row, head.column) }),
    };
    this.reader.report("error", "struck-through", row, struck.column, params);
    return true;
  }

  private counts(row: number): boolean {
    return this.counted.some((column) => !isNothing(parseQuantity(this.reader.cell(row, column))));
  }

  /**
   * Reports once a form whose school has closed; returns whether the row belongs to such a form, so that it is not
   * billed.
   */
  private reportsClosedForm(row: number): boolean {
    const { table } = this.reader;
    const school = table.sheetSchool;
    if (school === null) return false;
    const written = nameOf(this.reader.cell(school.row, school.column)) ?? school.text;
    if (
      !namesUndue(written, this.reader.context.campaign.year) ||
      this.reader.accepts("closed-form", school.row, school.column)
    )
      return false;
    if (!this.reportedOfForm)
      this.reader.report("error", "closed-form", school.row, school.column, { value: written.trim() });
    this.reportedOfForm = true;
    this.reader.fail(row);
    return true;
  }

  /** Reports a school name that mentions that the school may not be billed; returns whether there is one. */
  private reportsClosed(row: number): boolean {
    const { schoolIndex } = this.locator;
    const { year } = this.reader.context.campaign;
    return this.reportsText(row, "closed-school", (text, column) => column === schoolIndex && namesUndue(text, year));
  }

  /**
   * Reports a text among the schools that is not one, « Stock »; returns whether there is one. « Neuve » with pupils is
   * a school.
   */
  private reportsNoSchool(row: number): boolean {
    const { schoolIndex } = this.locator;
    const { columns } = this.reader.table;
    const hasPupils = columns.some(
      ({ role, index }) => countsPupils(role) && Number(this.reader.cell(row, index) ?? 0) > 0,
    );
    const { isOfSchools } = this.reader.context.texts;
    const names = isOfSchools ? namesNoSchool : namesNoSite;
    const isNone = (text: string): boolean =>
      (isOfSchools && isOtherTeaching(text)) || (names(text) && !(hasPupils && namesAny(text)));
    return this.reportsText(row, "not-a-school", (text, column) => column === schoolIndex && isNone(text));
  }

  /** Returns the code that reports a doubt in this table, about a row or, when schools are across, about a column. */
  private codeIn(code: Doubt): MessageCode {
    return this.reader.table.turned ? (overColumns[code] ?? code) : code;
  }

  /** Reports the first text of a row that passes a test, unless the user accepted it; returns whether there is one. */
  private reportsText(row: number, code: Doubt, isSo: (text: string, column: number) => boolean): boolean {
    const { sheet, left, right } = this.reader.table;
    for (const { cell, column } of filledIn(sheet.rows[row] ?? [], left, right)) {
      if (typeof cell !== "string" || !isSo(cell, column) || this.reader.accepts(code, row, column)) continue;
      const value = cell.trim();
      const named = this.reader.table.turned ? { header: value } : { value };
      this.reader.report("error", this.codeIn(code), row, column, named);
      return true;
    }
    return false;
  }

  /** Returns whether a number is the sum of the rows above; a formula may ignore numbers written as text. */
  private isSumOf(row: number, column: number, rows: SummedRows, end: number): boolean {
    const shown = Number(this.reader.cell(row, column));
    const { all, numeric } = rows.sums(column, 0, end);
    const isFormula = sumAt(this.reader.table.sheet, row, column) !== null;
    return all.equals(shown) || (isFormula && numeric.equals(shown));
  }

  /**
   * Reports a school name such as « Groupe scolaire » or « À reporter » whose numbers are the sums of the rows above;
   * returns whether it is one.
   */
  private reportsSum(row: number, summed: SummedRows): boolean {
    const { table } = this.reader;
    const { schoolIndex, communeIndex } = this.locator;
    if (schoolIndex === null || (table.layout !== "school-rows" && !table.turned)) return false;
    const name = nameOf(this.reader.cell(row, schoolIndex));
    const shown = this.counted.filter((column) => typeof this.reader.cell(row, column) === "number");
    if (name === null || shown.length < 2) return false;
    if (!shown.some((column) => Number(this.reader.cell(row, column)) >= leastTellingSum)) return false;
    const isPlaced = communeIndex === null || !isBlank(this.reader.cell(row, communeIndex));
    const aside = setAsideRows(table, this.reader.context.options);
    const isFilled = (at: number): boolean =>
      !aside.has(at) && shown.some((column) => Number(this.reader.cell(at, column) ?? 0) > 0);
    const addends = [this.ownNames.around(row), shown.length > 2 && isPlaced ? summed : null].map(
      (rows): readonly number[] => {
        const end = rows?.countAbove(row) ?? 0;
        if (rows === null || end < 2 || !shown.every((column) => this.isSumOf(row, column, rows, end))) return [];
        return rows.rows.slice(0, end).filter(isFilled);
      },
    );
    const above = addends.find((rows) => rows.length > 1 && rows.at(-1) === row - 1);
    if (above === undefined) return false;
    if (this.reader.accepts("sum-as-school", row, schoolIndex)) return false;
    const value = name.trim();
    const params = table.turned ? { header: value } : { value, count: above.length };
    this.reader.report("error", this.codeIn("sum-as-school"), row, schoolIndex, params);
    return true;
  }
}

/** Returns whether a cell holds a number other than zero, as a number or as a text. */
function isSome(cell: Cell): boolean {
  if (typeof cell === "number") return cell !== 0;
  const read = parseQuantity(cell);
  return "value" in read && !isNothing(read);
}
