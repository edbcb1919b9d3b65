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
import type { BodyRows, SheetContext } from "../table";
import {
  cellsDown,
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
import { parseQuantity, readDate, shownCell } from "../texts/values";

/** The rank of a column whose contents give its role: after those whose heading does, before a date of purchase. */
const fromContentsRank = 4;

/** The body of a table while its columns are resolved, with their contents. */
export interface TableBody extends BodyRows, SheetContext {
  /** The contents of its columns. */
  readonly contents: ColumnContents;
  /** Whether it has a label column: a quantity without a prestation then takes that of its row. */
  readonly labelled: boolean;
}

/** The statistics of the columns of a body, each computed once, and the roles derived from them. */
export class ColumnContents {
  private readonly known = new Map<number, ColumnStatistics>();

  constructor(private readonly body: BodyRows & Pick<SheetContext, "campaign" | "date1904">) {}

  of(column: number): ColumnStatistics {
    return remembered(this.known, column, () => finish(statisticsOf(this.body, column)));
  }

  /** Returns whether a column holds only codes of machines: « INV-00012 ». */
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

  /** Computes, with pauses, the statistics of columns before they are asked for: a long table takes time. */
  *weigh(columns: readonly Column[]): Steps<void> {
    for (const { index } of columns)
      if (!this.known.has(index)) this.known.set(index, yield* statisticsOf(this.body, index));
  }

  /** Leaves out columns of money and refuses columns of years, whatever their heading. (decisions §4) */
  whatTheyHold(columns: readonly Column[]): Column[] {
    return columns.map((column): Column => {
      if (isCorrected(column) || column.texts.length === 0 || !maybeCounted.has(column.role.kind)) return column;
      const statistics = this.of(column.index);
      if (statistics.filled === 0) return column;
      if (this.holdsMoney(column, statistics)) return leftOut(column, "money");
      if (this.holdsTelephones(column.index)) return leftOut(column, "contact");
      if (holdsYears(statistics, saysYear(column) ? 1 : 3)) {
        const leaves = reasonOf(column) === "out-of-service" || column.role.kind === "date-out";
        return { ...column, role: { kind: "refused", why: leaves ? "exit-date" : "years" } };
      }
      return column;
    });
  }

  /** Returns whether every filled cell is a telephone number: « 06 12 34 56 78 ». */
  private holdsTelephones(index: number): boolean {
    return cellsDown(this.body, index).every((cell) => isBlank(cell) || telephone.test(shownCell(cell)));
  }

  /** In a table with labels, reads columns of dates as dates of the row, and yes and no as states. */
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

  /** Returns whether a column holds states: yes and no, or words under a heading of machines that left. */
  private saysState({ role, flag, rank, index, texts }: Column, columns: readonly Column[]): boolean {
    if (flag === null || !(mayMark.has(role.kind) || (role.kind === "date-out" && rank === exitAloneRank)))
      return false;
    const statistics = this.of(index);
    // « Repris » above figures, beside « En service », does not make a machine of each row.
    const areMachines = isRegister(columns.filter((column) => !mayCount(column))) && !columns.some(countsWithoutFlag);
    // « En service | Installés »: figures, one of which may be typed « O ».
    const areFigures = countsInstalled(columns) && (statistics.numbers > statistics.words || this.holdsOnlyO(index));
    if (holdsMarks(statistics) && !areFigures)
      if (statistics.words > 0 || areMachines || /\?\s*$/.test(texts.at(-1) ?? "")) return true;
    // Words under « HS » are read as states, and the user is asked about unknown ones.
    const leaves = flag === "out" || flag === "stock";
    return leaves && areMachines && statistics.texts > 0 && statistics.numbers === 0 && !holdsDates(statistics);
  }

  /** Returns whether a column only has « O », a zero unless a yes or a no is beside it. (decisions §4) */
  private holdsOnlyO(index: number): boolean {
    return textsDown(this.body, index).every((text) => /^\s*o\s*$/i.test(text));
  }

  /** Returns a column of dates that holds none as states, or as the number of machines that left. */
  private withoutDates(column: Column): Column {
    const { role, rank, index } = column;
    if (role.kind === "installed-on") return { ...column, role: { kind: "date-in" }, rank: installationRank };
    const { filled, numbers } = this.of(index);
    if (role.kind !== "date-out" || rank !== exitAloneRank || filled === 0) return column;
    return numbers * 2 > filled
      ? leftOut(column, "out-of-service")
      : { ...column, role: { kind: "status" }, rank: fromContentsRank };
  }

  /** Returns whether one or two dates among installations are mistyped numbers. */
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
        // « Arrivée », above dates.
        return entryRank(column.header) < 0 ? leftOut(column, "other-date") : { ...entered, rank: fromContentsRank };
      default:
        return column;
    }
  }

  /** In a table with prestations as columns, reads columns of dates: under an installation, each counts one unit. */
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
    // Under a prestation, one or two dates are mistyped quantities, reported at their cells.
    if (isCounted(role) && !(isInstalled && saysWhen(column)) && this.of(index).dates < fewestDates) return column;
    if (isInstalled && countsEquipment(role))
      return { ...column, role: { kind: "installed-on", code: role.code, unit: "day" }, years: [] };
    if (role.kind === "count" || role.kind === "part") return refusedAs(column, "unclear");
    if (role.kind !== "other") return column;
    if (role.why === "out-of-service") return this.matters(column) ? refusedAs(column, "unclear") : column;
    if (role.why !== "unknown") return column;
    // « Fin de convention », « Fermeture »: recent dates may mean that a school left.
    return (hasUnread(column.texts) || saysEnd(column.texts)) && this.isOfLate(column)
      ? refusedAs(column, "exit-date")
      : leftOut(column, "other-date");
  }

  /** Returns whether a date falls in the campaign or the one before: what ended earlier is no longer listed. */
  private isOfLate(column: Column): boolean {
    return this.hasDate(column, (date, start, end) => date > 2 * start - end);
  }

  /** Returns whether undated quantities depend on these dates: in the campaign, or before undated installations. */
  private matters(column: Column, installsUndated = false): boolean {
    const isEarly = installsUndated || column.role.kind === "date-out" || column.role.kind === "other";
    return this.hasDate(column, (date, start) => date > 0 && (date > start || isEarly));
  }

  /** Returns whether a date up to the day of count passes a test, given the ends of the campaign. */
  private hasDate({ index }: Column, test: (date: number, start: number, end: number) => boolean): boolean {
    const { sheet, date1904, bodyTop, bottom, campaign } = this.body;
    const [start, end] = [toSerial(campaign.windowStart), toSerial(campaign.snapshot)];
    return sheet.rows.slice(bodyTop, bottom + 1).some((cells) => {
      const date = readDate(cells[index] ?? null, date1904);
      return date <= end && test(date, start, end);
    });
  }

  /** Returns whether most numbers of a column are formatted as money, or the text below its heading mentions money. */
  private holdsMoney({ index }: Column, { money, numbers }: ColumnStatistics): boolean {
    if (money > 0 && money * 2 >= numbers) return true;
    const { sheet, bodyTop } = this.body;
    const below = sheet.rows[bodyTop]?.[index] ?? null;
    return typeof below === "string" && parseQuantity(below).kind === "bad" && speaksOfMoney(below);
  }
}

/** A telephone number: ten digits, in pairs or not; nine when it was typed as a number. */
const telephone = /^\s*(?:0|\+33 ?)?[1-9](?:[ .-]?\d{2}){4}\s*$/;

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

/** Returns whether a column with a heading of yes and no may also be a quantity. */
const mayCount = ({ role, flag, rank }: Column): boolean =>
  flag !== null && (role.kind === "count" || (role.kind === "date-out" && rank === exitAloneRank));

/** Returns whether a column is a quantity of the row's prestation, never a yes or a no. */
const countsWithoutFlag = ({ role, flag }: Column): boolean =>
  role.kind === "count" && role.code === null && flag === null;

/** Returns whether a table counts installations, without being certainly a list of machines. */
const countsInstalled = (columns: readonly Column[]): boolean =>
  !isSurelyRegister(columns) && columns.some(({ role, nature }) => role.kind === "count" && nature === "installation");

/** Returns whether a heading asks for a date: « Installés le », « Date de pose ». */
function saysWhen({ header }: Column): boolean {
  return /\b(?:dates?|le|depuis|quand)\b/i.test(header);
}

/** The fewest dates that make a column under a heading of quantities one of dates. */
const fewestDates = 3;

/** Returns whether a heading asks for a year: « Année », « Acheté en ». */
function saysYear({ texts }: Column): boolean {
  return texts.some((text) =>
    /\b(ann[ée]es?|an|mill[ée]sime|exercice|year|en)\s*(\([^)]*\)|:)?$|^ann[ée]e\b/i.test(text.trim()),
  );
}

/** Roles that locate a row in a school. */
const placing = ["school", "entity", "location", "insee"] as const;

/** Reads « Communes et écoles » as school names, below their communes or together with them. (decisions §4) */
export function headedSchools(
  columns: readonly Column[],
  { sheet, bodyTop, bottom, directory }: BodyRows & SheetContext,
): readonly Column[] {
  const names = columnOf({ columns }, "commune");
  if (names === null || placing.some((kind) => columnOf({ columns }, kind) !== null)) return columns;
  const others = columns.filter((column) => column !== names);
  /** The commune of the last row that has no other value. */
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
      // « Busy » below « BUSY »: the only school of a commune often has the commune's name.
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
