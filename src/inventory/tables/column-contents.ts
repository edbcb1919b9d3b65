import { finish, isBlank, remembered, toSerial, type Steps } from "../../cells";
import {
  columnOf,
  countsEquipment,
  isCorrected,
  isCounted,
  leftOut,
  reasonOf,
  refusedAs,
  type Column,
  type Role,
} from "../column";
import { type BodyRows, type SheetContext } from "../table";
import {
  holdsDates,
  holdsMarks,
  holdsYears,
  isRegister,
  isSurelyRegister,
  statisticsOf,
  textsDown,
  type ColumnStatistics,
} from "./column-statistics";
import { entryRank } from "../texts/heading-dates";
import { exitAloneRank, installationRank } from "../texts/heading-roles";
import { hasUnread, saysEnd, speaksOfMoney } from "../texts/heading";
import { splitCommune } from "../texts/school-names";
import { parseQuantity, readDate } from "../texts/values";

/** Rank of a column whose contents give its role: after those whose headings do, a purchase apart. */
const fromContentsRank = 4;

/** The body of a table whose columns are resolved. */
export interface TableBody extends BodyRows, SheetContext {
  /** What its columns hold. */
  readonly contents: ColumnContents;
  /** The table has a label column: a bare quantity takes its prestation from the row. */
  readonly labelled: boolean;
}

/** Statistics of the columns of a body, each computed once, and the roles that columns take from them. */
export class ColumnContents {
  private readonly known = new Map<number, ColumnStatistics>();

  constructor(private readonly body: BodyRows & Pick<SheetContext, "campaign" | "date1904">) {}

  of(column: number): ColumnStatistics {
    return remembered(this.known, column, () => finish(statisticsOf(this.body, column)));
  }

  /** Returns whether a column is all codes, each once at most but a few, as numbers of machines are: « INV-00012 ». */
  namesMachines(column: number): boolean {
    const { sheet, bodyTop, bottom } = this.body;
    const codes = sheet.rows
      .slice(bodyTop, bottom + 1)
      .map((cells) => cells[column] ?? null)
      .filter((cell) => !isBlank(cell));
    return (
      codes.length > 0 &&
      codes.every((cell) => typeof cell === "string" && /^(?=.*\d)[\p{L}\d]+(?:[-_/. ]?\d+)+$/u.test(cell.trim()))
    );
  }

  /** Weighs the columns that may be quantities before they are asked for, since all the rows of a long table take a while. */
  *weigh(columns: readonly Column[]): Steps<void> {
    for (const { role, index } of columns)
      if (maybeCounted.has(role.kind) || mayMark.has(role.kind) || reasonOf({ role }) === "money")
        this.known.set(index, yield* statisticsOf(this.body, index));
  }

  /** Sets apart columns that hold money or years, whatever heads them: they are no quantities. (decisions §4) */
  whatTheyHold(columns: readonly Column[]): Column[] {
    return columns.map((column): Column => {
      if (isCorrected(column) || column.texts.length === 0 || !maybeCounted.has(column.role.kind)) return column;
      const statistics = this.of(column.index);
      if (statistics.filled === 0) return column;
      if (this.holdsMoney(column, statistics)) return leftOut(column, "money");
      if (holdsYears(statistics, saysYear(column) ? 1 : 3)) {
        const leaves = reasonOf(column) === "out-of-service" || column.role.kind === "date-out";
        return { ...column, role: { kind: "refused", why: leaves ? "exit-date" : "years" } };
      }
      return column;
    });
  }

  /** Reads, beside a label, columns of dates as saying when, and columns of yes and no as saying what of their row. */
  besideLabel(columns: readonly Column[]): Column[] {
    return columns.map((column): Column => {
      const { kind } = column.role;
      if (isCorrected(column) || !(maybeCounted.has(kind) || mayMark.has(kind))) return column;
      if (this.saysState(column, columns))
        return { ...column, role: { kind: "status" }, rank: fromContentsRank, nature: null };
      const plain: Column = { ...column, flag: null };
      if (!holdsDates(this.of(column.index))) return this.withoutDates(plain);
      return this.isMistyped(column, columns) ? plain : this.datesBesideLabel(plain);
    });
  }

  /** Yes and no under a heading that may be answered so, or words under one that says machines gone. */
  private saysState({ role, flag, rank, index, texts }: Column, columns: readonly Column[]): boolean {
    if (flag === null || !(mayMark.has(role.kind) || (role.kind === "date-out" && rank === exitAloneRank)))
      return false;
    const statistics = this.of(index);
    // « Repris » over figures beside « En service » says of no row that it is a machine.
    const areMachines = isRegister(columns.filter((column) => !mayCount(column))) && !columns.some(countsWithoutFlag);
    // « En service | Installés »: figures, of which one was typed « O ».
    const areFigures = countsInstalled(columns) && (statistics.numbers > statistics.words || this.holdsOnlyO(index));
    if (holdsMarks(statistics) && !areFigures)
      if (statistics.words > 0 || areMachines || /\?\s*$/.test(texts.at(-1) ?? "")) return true;
    // Words under « HS » are read as states, and asked where they are none.
    const leaves = flag === "out" || flag === "stock";
    return leaves && areMachines && statistics.texts > 0 && statistics.numbers === 0 && !holdsDates(statistics);
  }

  /** Returns whether nothing says that « O » is yes, and no zero: neither yes nor no stands beside it. (decisions §4) */
  private holdsOnlyO(index: number): boolean {
    return textsDown(this.body, index).every((text) => /^\s*o\s*$/i.test(text));
  }

  /** Reads a heading of dates over none: the state of each machine, or how many of them left. */
  private withoutDates(column: Column): Column {
    const { role, rank, index } = column;
    if (role.kind === "installed-on") return { ...column, role: { kind: "date-in" }, rank: installationRank };
    const { filled, numbers } = this.of(index);
    if (role.kind !== "date-out" || rank !== exitAloneRank || filled === 0) return column;
    return numbers * 2 > filled
      ? leftOut(column, "out-of-service")
      : { ...column, role: { kind: "status" }, rank: fromContentsRank };
  }

  /** Returns whether, beside a column that counts what is in service, a date or two among installations are numbers mistyped. */
  private isMistyped(column: Column, columns: readonly Column[]): boolean {
    if (column.role.kind !== "count" || column.nature !== "installation" || saysWhen(column)) return false;
    if (this.of(column.index).dates >= fewestDates) return false;
    return columns.some((other) => other !== column && other.role.kind === "count" && this.of(other.index).numbers > 0);
  }

  private datesBesideLabel(column: Column): Column {
    const { role, nature } = column;
    const entered: Column = { ...column, role: { kind: "date-in" }, nature: null, years: [] };
    switch (role.kind) {
      case "installed-on":
        return { ...entered, rank: installationRank };
      case "count":
      case "untariffed":
        return nature === "installation" ? { ...entered, rank: fromContentsRank } : leftOut(column, "other-date");
      case "other":
        if (role.why === "out-of-service")
          return { ...column, role: { kind: "date-out" }, rank: 0, nature: null, years: [] };
        if (role.why !== "unknown") return column;
        // « Arrivée », over dates.
        return entryRank(column.header) < 0 ? leftOut(column, "other-date") : { ...entered, rank: fromContentsRank };
      default:
        return column;
    }
  }

  /** Reads columns of dates when prestations head the columns: under an installation, one unit a row. */
  besideCounts(columns: readonly Column[]): Column[] {
    const installsUndated = columns.some(
      ({ role, nature, years }) => isCounted(role) && nature === "installation" && years.length === 0,
    );
    return columns.map((column): Column => {
      if (isCorrected(column) || !maybeCounted.has(column.role.kind)) return column;
      const plain: Column = { ...column, flag: null };
      const { role, rank, header } = plain;
      const statistics = this.of(column.index);
      switch (role.kind) {
        case "date-out":
          if (rank === exitAloneRank && !holdsDates(statistics)) return leftOut(plain, "out-of-service");
          return this.matters(plain) ? refusedAs(plain, "unclear") : leftOut(plain, "other-date");
        case "date-in":
        case "date":
          return this.matters(plain, installsUndated) ? refusedAs(plain, "unclear") : leftOut(plain, "other-date");
        case "installed-on":
          return holdsDates(statistics) || statistics.filled === 0 || /\bdate\b/i.test(header)
            ? plain
            : { ...plain, role: { kind: "count", code: role.code } };
        default:
          return holdsDates(statistics) ? this.datesBesideCounts(plain) : plain;
      }
    });
  }

  private datesBesideCounts(column: Column): Column {
    const { role, nature, index } = column;
    const isInstalled = nature === "installation";
    // Under a prestation, a date or two are quantities mistyped: told in their cells.
    if (isCounted(role) && !(isInstalled && saysWhen(column)) && this.of(index).dates < fewestDates) return column;
    if (isInstalled && countsEquipment(role))
      return { ...column, role: { kind: "installed-on", code: role.code, unit: "day" }, years: [] };
    if (role.kind === "count" || role.kind === "part") return refusedAs(column, "unclear");
    if (role.kind !== "other") return column;
    if (role.why === "out-of-service") return this.matters(column) ? refusedAs(column, "unclear") : column;
    if (role.why !== "unknown") return column;
    // « Fin de convention », « Fermeture »: over dates of late, it may say that a school left.
    return (hasUnread(column.texts) || saysEnd(column.texts)) && this.isOfLate(column)
      ? refusedAs(column, "exit-date")
      : leftOut(column, "other-date");
  }

  /** Returns whether a date is of the campaign, or of the one before: what ended earlier is shown no longer. */
  private isOfLate({ index }: Column): boolean {
    const { sheet, date1904, bodyTop, bottom, campaign } = this.body;
    const [start, end] = [toSerial(campaign.windowStart), toSerial(campaign.snapshot)];
    return sheet.rows.slice(bodyTop, bottom + 1).some((cells) => {
      const date = readDate(cells[index] ?? null, date1904);
      return date > 2 * start - end && date <= end;
    });
  }

  /**
   * Returns whether dates that nothing ties to a quantity may change what is billed: one is in the campaign's window, or
   * before it beside installations that say no year.
   */
  private matters({ index, role }: Column, installsUndated = false): boolean {
    const { sheet, date1904, bodyTop, bottom, campaign } = this.body;
    const [start, end] = [toSerial(campaign.windowStart), toSerial(campaign.snapshot)];
    for (let row = bodyTop; row <= bottom; row += 1) {
      const date = readDate(sheet.rows[row]?.[index] ?? null, date1904);
      const isEarly = installsUndated || role.kind === "date-out" || role.kind === "other";
      if (date > 0 && date <= end && (date > start || isEarly)) return true;
    }
    return false;
  }

  /** Returns whether most numbers are shown as money, or a text right below the heading says so. */
  private holdsMoney({ index }: Column, { money, numbers }: ColumnStatistics): boolean {
    if (money > 0 && money * 2 >= numbers) return true;
    const { sheet, bodyTop } = this.body;
    const below = sheet.rows[bodyTop]?.[index] ?? null;
    return typeof below === "string" && parseQuantity(below).kind === "bad" && speaksOfMoney(below);
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

/** Returns whether a column, of a heading that yes and no may answer, may as well count. */
const mayCount = ({ role, flag, rank }: Column): boolean =>
  flag !== null && (role.kind === "count" || (role.kind === "date-out" && rank === exitAloneRank));

/** Returns whether a column is a quantity of what its row names, that no yes or no may stand for. */
const countsWithoutFlag = ({ role, flag }: Column): boolean =>
  role.kind === "count" && role.code === null && flag === null;

/** Returns whether a table counts installations, and is no list of machines for certain. */
const countsInstalled = (columns: readonly Column[]): boolean =>
  !isSurelyRegister(columns) && columns.some(({ role, nature }) => role.kind === "count" && nature === "installation");

/** Returns whether a heading says when: « Installés le », « Date de pose ». */
function saysWhen({ header }: Column): boolean {
  return /\b(?:dates?|le|depuis|quand)\b/i.test(header);
}

/** So many dates under a heading of quantities make it one of dates. */
const fewestDates = 3;

/** Returns whether a heading is one of years: « Année », « Acheté en ». */
function saysYear({ texts }: Column): boolean {
  return texts.some((text) =>
    /\b(ann[ée]es?|an|mill[ée]sime|exercice|year|en)\s*(\([^)]*\)|:)?$|^ann[ée]e\b/i.test(text.trim()),
  );
}

/** Roles that say in which school a row is. */
const placing = ["school", "entity", "location", "insee"] as const;

/** Reads « Communes et écoles », one column of names, as schools below their communes, or both in each cell. (decisions §4) */
export function headedSchools(
  columns: readonly Column[],
  { sheet, bodyTop, bottom, directory }: BodyRows & SheetContext,
): readonly Column[] {
  const names = columnOf({ columns }, "commune");
  if (names === null || placing.some((kind) => columnOf({ columns }, kind) !== null)) return columns;
  const others = columns.filter((column) => column !== names);
  /** The commune of the last row that holds nothing else. */
  let heading: string | null = null;
  let communes = 0;
  let schools = 0;
  let both = 0;
  for (let row = bodyTop; row <= bottom; row += 1) {
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
