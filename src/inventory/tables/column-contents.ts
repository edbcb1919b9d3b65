import { fold, isBlank, toSerial } from "../../cells";
import { wordsOf } from "../../tariff";
import {
  columnOf,
  isCorrected,
  isCounted,
  leftOut,
  refusedAs,
  type BodyRows,
  type Column,
  type Role,
  type SheetContext,
} from "../table";
import { entryRank, speaksOfMoney } from "../words/heading-words";
import { splitCommune } from "../words/names";
import { parseQuantity, readDate } from "../words/values";
import {
  holdsDates,
  holdsMarks,
  holdsYears,
  isRegister,
  isSurelyRegister,
  statisticsOf,
  type ColumnStatistics,
} from "./column-statistics";

/** Statistics of the columns of a body, computed when first asked for, and the roles that columns take from them. */
export class ColumnContents {
  private readonly known = new Map<number, ColumnStatistics>();

  constructor(private readonly body: BodyRows & Pick<SheetContext, "campaign">) {}

  of(column: number): ColumnStatistics {
    let statistics = this.known.get(column);
    if (statistics === undefined) this.known.set(column, (statistics = statisticsOf(this.body, column)));
    return statistics;
  }

  /** Columns that hold money or years, whatever heads them, are no quantities. (decisions §4) */
  whatTheyHold(columns: readonly Column[]): Column[] {
    return columns.map((column): Column => {
      if (isCorrected(column) || column.texts.length === 0 || !maybeCounted.has(column.role.kind)) return column;
      const statistics = this.of(column.index);
      if (statistics.filled === 0) return column;
      if (this.holdsMoney(column, statistics)) return leftOut(column, "money");
      if (holdsYears(statistics, saysYear(column) ? 1 : 3)) {
        const leaves = column.why === "out-of-service" || column.role.kind === "date-out";
        return { ...column, role: { kind: "refused", why: leaves ? "exit-date" : "years" } };
      }
      return column;
    });
  }

  /** Beside a label, columns of dates say when, and columns of yes and no say what of their row. */
  besideLabel(columns: readonly Column[]): Column[] {
    const register = isRegister(columns);
    const counted = columns.some(({ role, flag }) => role.kind === "count" && role.code === null && flag === null);
    const countsInstalled =
      !isSurelyRegister(columns) &&
      columns.some(({ role, nature }) => role.kind === "count" && nature === "installation");
    return columns.map((column): Column => {
      const { role, flag, rank } = column;
      if (isCorrected(column) || !(maybeCounted.has(role.kind) || mayMark.has(role.kind))) return column;
      const statistics = this.of(column.index);
      const asks = /\?\s*$/.test(column.texts.at(-1) ?? "");
      // « En service | Installés »: figures, of which one was typed « O ».
      const figures = countsInstalled && statistics.numbers > statistics.words;
      const marked = holdsMarks(statistics) && !figures && (statistics.words > 0 || asks || (register && !counted));
      const mayFlag = flag !== null && (mayMark.has(role.kind) || (role.kind === "date-out" && rank === 1));
      // Words under « HS » are read as states, and asked where they are none.
      const leaves = flag === "out" || flag === "stock";
      const worded =
        leaves && register && !counted && statistics.texts > 0 && statistics.numbers === 0 && !holdsDates(statistics);
      if (mayFlag && (marked || worded))
        return { ...column, role: { kind: "status" }, rank: 5, nature: null, why: null, score: 0.9 };
      const plain: Column = { ...column, flag: null };
      if (holdsDates(statistics))
        return this.isMistyped(column, columns) ? plain : this.datesBesideLabel(plain, statistics);
      if (role.kind === "installed-on") return { ...plain, role: { kind: "date-in" }, rank: 1 };
      if (role.kind === "date-out" && rank === 1 && statistics.filled > 0)
        return statistics.numbers > 0 && statistics.numbers * 2 > statistics.filled
          ? leftOut(plain, "out-of-service")
          : { ...plain, role: { kind: "status" }, rank: 4, score: 0.7 };
      return plain;
    });
  }

  /** Beside a column that counts what is in service, a date or two among installations are numbers mistyped. */
  private isMistyped(column: Column, columns: readonly Column[]): boolean {
    if (column.role.kind !== "count" || column.nature !== "installation" || saysWhen(column)) return false;
    if (this.of(column.index).dates >= fewestDates) return false;
    return columns.some((other) => other !== column && other.role.kind === "count" && this.of(other.index).numbers > 0);
  }

  private datesBesideLabel(column: Column, { filled }: ColumnStatistics): Column {
    const { role, why, nature } = column;
    const entered: Column = { ...column, role: { kind: "date-in" }, nature: null, years: [], why: null, score: 0.8 };
    if (filled === 0) return column;
    switch (role.kind) {
      case "installed-on":
        return { ...entered, rank: 1 };
      case "count":
      case "untariffed":
        return nature === "installation" ? { ...entered, rank: 4 } : leftOut(column, "other-date");
      case "other":
        if (why === "out-of-service")
          return { ...column, role: { kind: "date-out" }, rank: 0, why: null, nature: null, years: [], score: 0.8 };
        if (why !== "unknown") return column;
        // « Arrivée », over dates.
        return entryRank(fold(column.header)) < 0 ? leftOut(column, "other-date") : { ...entered, rank: 4 };
      default:
        return column;
    }
  }

  /** Where prestations head the columns, a column of dates under an installation is one unit a row. */
  besideCounts(columns: readonly Column[]): Column[] {
    return columns.map((column): Column => {
      const { role } = column;
      if (isCorrected(column) || !maybeCounted.has(role.kind)) return column;
      const statistics = this.of(column.index);
      const plain: Column = { ...column, flag: null };
      if (role.kind === "date-out" && column.rank === 1 && !holdsDates(statistics))
        return leftOut(plain, "out-of-service");
      if (role.kind === "date-in" || role.kind === "date-out" || role.kind === "date")
        return this.matters(plain) ? refusedAs(plain, "unclear") : leftOut(plain, "other-date");
      if (role.kind === "installed-on")
        return holdsDates(statistics) || statistics.filled === 0 || /\bdate\b/i.test(column.header)
          ? plain
          : { ...plain, role: { kind: "count", code: role.code } };
      if (!holdsDates(statistics)) return plain;
      // Under a prestation, a date or two are quantities mistyped: told in their cells.
      const isInstalled = column.nature === "installation";
      if (isCounted(role) && !(isInstalled && saysWhen(column)) && statistics.dates < fewestDates) return plain;
      if (role.kind === "count" && role.code !== null && role.code !== "PORTAIL")
        return isInstalled
          ? { ...plain, role: { kind: "installed-on", code: role.code, unit: "day" }, years: [] }
          : refusedAs(plain, "unclear");
      if (role.kind === "count" || role.kind === "part") return refusedAs(plain, "unclear");
      if (role.kind === "other" && column.why === "out-of-service")
        return this.matters(plain) ? refusedAs(plain, "unclear") : plain;
      return role.kind === "other" && column.why === "unknown" ? leftOut(plain, "other-date") : plain;
    });
  }

  /** Whether dates that nothing ties to a quantity could change what is billed: one of them is on or before the snapshot and after the last. */
  private matters({ index, role }: Column): boolean {
    const { sheet, bodyTop, bodyBottom, campaign } = this.body;
    const [start, end] = [toSerial(campaign.windowStart), toSerial(campaign.snapshot)];
    for (let row = bodyTop; row <= bodyBottom; row += 1) {
      const date = readDate(sheet.rows[row]?.[index] ?? null, false);
      if (date > 0 && date <= end && (date > start || role.kind === "date-out" || role.kind === "other")) return true;
    }
    return false;
  }

  /** Most numbers are shown as money, or a text right below the heading says so. */
  private holdsMoney({ index }: Column, { money, numbers }: ColumnStatistics): boolean {
    if (money > 0 && money * 2 >= numbers) return true;
    const { sheet, bodyTop } = this.body;
    const below = sheet.rows[bodyTop]?.[index] ?? null;
    return (
      typeof below === "string" && parseQuantity(below).kind === "bad" && speaksOfMoney(below, wordsOf(below).words)
    );
  }
}

const maybeCounted: ReadonlySet<Role["kind"]> = new Set([
  "count",
  "part",
  "untariffed",
  "refused",
  "other",
  "date-in",
  "date-out",
  "date",
  "installed-on",
]);
const mayMark: ReadonlySet<Role["kind"]> = new Set(["count", "other", "status", "untariffed", "refused"]);
/** « Installés le », « Date de pose ». */
function saysWhen({ header }: Column): boolean {
  return /\b(?:dates?|le|depuis|quand)\b/i.test(header);
}

/** So many dates under a heading of quantities make it one of dates. */
const fewestDates = 3;

/** « Année », « Acheté en »: a heading of years. */
function saysYear({ texts }: Column): boolean {
  return texts.some((text) =>
    /\b(ann[ée]es?|an|mill[ée]sime|exercice|year|en)\s*(\([^)]*\)|:)?$|^ann[ée]e\b/i.test(text.trim()),
  );
}

/** Roles that say in which school a row is. */
const placing = ["school", "entity", "location", "insee"] as const;

/**
 * « Communes et écoles »: a single column of names, some of which are communes and others not, holds the schools below the
 * communes that head them, or both in each cell. (decisions §4, commune)
 */
export function headedSchools(
  columns: readonly Column[],
  { sheet, bodyTop, bodyBottom, directory }: BodyRows & SheetContext,
): readonly Column[] {
  const names = columnOf({ columns }, "commune");
  if (names === null || placing.some((kind) => columnOf({ columns }, kind) !== null)) return columns;
  const others = columns.filter((column) => column !== names);
  /** The commune of the last row that holds nothing else. */
  let heading: string | null = null;
  let communes = 0;
  let schools = 0;
  let both = 0;
  for (let row = bodyTop; row <= bodyBottom; row += 1) {
    const text = sheet.rows[row]?.[names.index];
    if (typeof text !== "string" || text.trim() === "") continue;
    const match = directory.find(text);
    if (match.kind === "found") {
      const isAlone = others.every(({ index }) => isBlank(sheet.rows[row]?.[index] ?? null));
      // « Busy » under « BUSY »: its only school often has no other name.
      if (!isAlone && match.commune.insee === heading) schools += 1;
      else communes += 1;
      heading = isAlone ? match.commune.insee : null;
    } else if (match.kind !== "unknown") communes += 1;
    else if (splitCommune(text, directory) !== null) both += 1;
    else if (match.suggestion === null) schools += 1;
  }
  const isHeaded = communes > 0 && schools >= communes && both === 0;
  if (!isHeaded && !(both > 0 && both >= communes + schools)) return columns;
  return columns.map((column) => (column === names ? { ...column, role: { kind: "school" } } : column));
}
