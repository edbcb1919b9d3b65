import type { Cell } from "../../cells";
import { pupilCode, type Nature } from "../../tariff";
import { repeatsOf } from "../choices";
import { codeCounted, countedNature, type Column } from "../table";
import { headcountKey, type CountedSchool } from "./counts";
import { datesInstalled, InstalledRow, type InstalledOn } from "./installed-row";
import { Locator } from "./locator";
import { readQuantityCell, untariffedIn, warnOfSign } from "./quantities";
import { RowSorter } from "./row-sorter";
import { LevelRows, SchoolNames } from "./school-levels";
import type { TableReader } from "./table-reader";
import { checkTotals } from "./totals";
import { type ParsedQuantity, parseQuantity } from "../texts/values";

/** Reads one row a school: quantities by column, headcount in place or alone. */
export function readSchoolRows(reader: TableReader): void {
  const { table } = reader;
  const counts = table.columns.filter((column) => codeCounted(column.role) !== null);
  const parts = table.columns.filter((column) => column.role.kind === "part");
  const untariffed = table.columns.filter((column) => column.role.kind === "untariffed");
  const headcount =
    counts.find((column) => codeCounted(column.role) === pupilCode && column.nature !== "installation") ?? null;
  reader.showsHeadcounts = headcount !== null || parts.length > 0;
  reader.showsPacks = counts.some((column) => codeCounted(column.role) === "PACK");

  const quantityColumns = [...counts, ...parts, ...untariffed].map((column) => column.index);
  const levels = new LevelRows(reader);
  const locator = new Locator(reader, levels.isByLevel ? "communes-and-schools" : "communes");
  const sorter = new RowSorter(reader, locator, quantityColumns, (row) => levels.isTotal(row));
  const names = new SchoolNames(reader);
  const installed = table.columns.filter(datesInstalled);
  const repeats = repeatsOf(table, reader.context.options.repeats);
  const seen = new Map<string, number>();
  for (let row = table.bodyTop; row <= table.bottom; row += 1) {
    const kind = sorter.sort(row);
    if (kind !== "detail" && kind !== "headcount-total") continue;
    const place = locator.place(row);
    if (place === null) continue;
    const school = names.school(row, place);
    if (kind === "headcount-total") {
      levels.readTotal(school, row);
      continue;
    }
    const level = levels.partAt(row);
    const section = sorter.sections.current.nature;
    const key = `${school.key}|${level === null ? "" : "level"}|${section ?? ""}`;
    const first = seen.get(key);
    if (level !== null && levels.read(school, level, row)) {
      if (first === undefined) seen.set(key, row);
      continue;
    }
    if (first !== undefined) {
      const params = { school: school.name, commune: school.commune.name, first: String(first + 1) };
      if (repeats === null) reader.report("error", "duplicate-school", row, place.column, params);
      else {
        // Said of a table, the choice holds for a school that nobody thought of too.
        const how = repeats === "added" ? "added" : "kept";
        reader.report("info", "repeat-chosen", row, place.column, { ...params, [how]: 1 });
      }
      if (repeats === "first") reader.log.exclude(row, "duplicate-source");
      if (repeats !== "added") continue;
    }
    seen.set(key, first ?? row);
    readRow(reader, school, row, {
      counts: counts.filter((column) => column !== headcount),
      untariffed,
      headcount,
      parts,
      installed,
      section,
      isAgain: first !== undefined,
    });
  }
  levels.finish();
  checkTotals(reader, locator, sorter.totals, sorter.summed, quantityColumns);
}

interface RowColumns {
  readonly counts: readonly Column[];
  readonly untariffed: readonly Column[];
  readonly headcount: Column | null;
  readonly parts: readonly Column[];
  /** Columns that date what was installed. */
  readonly installed: readonly InstalledOn[];
  /** What the title above the row says of its nature. */
  readonly section: Nature | null;
  /** The school stands above already, and its rows add up. */
  readonly isAgain: boolean;
}

function readRow(reader: TableReader, school: CountedSchool, row: number, columns: RowColumns): void {
  const shown = new Map<string, { quantity: number; column: number }>();
  /** Natures of a prestation whose quantity cannot be read: nothing is compared with them. */
  const unread = new Set<string>();
  let billed = false;
  let untariffed = false;
  let capped = false;
  const natureOf = (column: Column): Nature =>
    countedNature(codeCounted(column.role)!, column.nature ?? columns.section);
  const countsInstalled = columns.counts.filter((column) => natureOf(column) === "installation");
  const dated = new InstalledRow(
    reader,
    columns.installed,
    row,
    new Set(countsInstalled.map(({ role }) => codeCounted(role)!)),
  );
  for (const column of columns.counts) {
    const code = codeCounted(column.role)!;
    const quantity = readQuantityCell(reader, code, row, column.index);
    const nature = natureOf(column);
    if (nature === "maintenance" && quantity !== null) dated.noteService(code, quantity);
    const isAllowed =
      nature === "maintenance" ? dated.allowsService(code) : (quantity ?? 0) === 0 || dated.allowsInstalled(code);
    if (!isAllowed) {
      reader.leaveOut(row, column.index);
      continue;
    }
    if (quantity === null) {
      school.equipped = true;
      unread.add(`${code}|${nature}`);
    }
    if (quantity === null || quantity === 0) continue;
    const counted = reader.count(school, code, nature, quantity, row, column.index);
    if (counted.billed) billed = true;
    else if (counted.capped) capped = true;
    else untariffed = true;
    const key = `${code}|${nature}`;
    shown.set(key, { quantity: (shown.get(key)?.quantity ?? 0) + quantity, column: column.index });
  }
  for (const { code, nature, quantity, column } of dated.quantities(
    columns.counts.map((each) => codeCounted(each.role)!),
  )) {
    const counted = reader.count(school, code, nature, quantity, row, column);
    billed ||= counted.billed;
    capped ||= counted.capped;
    if (nature === "installation") shown.set(`${code}|${nature}`, { quantity, column });
  }
  warnMoreInstalled(reader, columns, shown, unread, row);
  if (warnUntariffed(reader, columns.untariffed, row)) untariffed = true;
  if (readHeadcount(reader, school, row, columns)) billed = true;
  if (billed) reader.log.bill(row);
  else reader.log.exclude(row, untariffed ? "untariffed" : capped ? "capped" : "zero");
}

/**
 * Warns of equipment that has no tariff, once a row, on its first quantity; returns whether the row shows some. (decisions
 * §2)
 */
function warnUntariffed(reader: TableReader, columns: readonly Column[], row: number): boolean {
  const cells: readonly Cell[] = reader.table.sheet.rows[row] ?? [];
  const shown = columns.flatMap((column) => {
    const quantity = untariffedIn(cells[column.index] ?? null);
    return quantity === null ? [] : [{ column, quantity }];
  });
  const first = shown[0];
  if (first === undefined) return false;
  reader.report("warning", "untariffed", row, first.column.index, {
    label: shown.map(({ column }) => column.header).join(", "),
    quantity: shown.map(({ quantity }) => quantity).join(", "),
  });
  return true;
}

/** Warns, on the installed cell, of more installed than in service, which is billed as written (decisions §4). */
function warnMoreInstalled(
  reader: TableReader,
  { counts, section }: RowColumns,
  shown: ReadonlyMap<string, { quantity: number; column: number }>,
  unread: ReadonlySet<string>,
  row: number,
): void {
  for (const [key, installed] of shown) {
    const [code, nature] = key.split("|") as [string, Nature];
    if (nature !== "installation") continue;
    const kept = counts.some(
      (column) => codeCounted(column.role) === code && countedNature(code, column.nature ?? section) === "maintenance",
    );
    const inService = shown.get(`${code}|maintenance`)?.quantity ?? 0;
    if (kept && !unread.has(`${code}|maintenance`) && installed.quantity > inService)
      reader.report("warning", "more-installed", row, installed.column, { installed: installed.quantity, inService });
  }
}

/**
 * Reads the school's pupils; returns whether some are billed. A blank headcount is an error, 0 is allowed, a dash with a
 * warning.
 */
function readHeadcount(reader: TableReader, school: CountedSchool, row: number, columns: RowColumns): boolean {
  const sources = columns.headcount === null ? columns.parts : [columns.headcount];
  if (sources.length === 0) return false;
  const readOf = ({ index }: Column): ParsedQuantity => parseQuantity(reader.cell(row, index));
  const read = sources.map(readOf);
  // Levels of another year are none of this one's headcount.
  const own = sources.filter(({ index }) => !reader.isOfOtherYear(index));
  const told = own.length > 0 ? own : sources;
  const first = told[0]!.index;
  // Rooms of one school, and its installations apart, may give its pupils again, or leave them blank.
  const isGiven = columns.isAgain || columns.section === "installation";
  if (isGiven && isSaid(reader, school, told.map(readOf))) {
    if (columns.isAgain && read.some(({ kind }) => kind !== "blank"))
      reader.report("info", "headcount-again", row, first, { school: school.name });
    for (const column of sources) reader.leaveOut(row, column.index);
    return false;
  }
  if (read.every(({ kind }) => kind === "blank") && !reader.shared.isShared(row, first)) {
    reader.reportNoHeadcount(school, row, first);
    return false;
  }
  let billed = false;
  for (const column of sources) {
    const quantity = readQuantityCell(reader, pupilCode, row, column.index);
    if (
      quantity !== null &&
      quantity > 0 &&
      reader.count(school, pupilCode, "maintenance", quantity, row, column.index).billed
    )
      billed = true;
  }
  const sign = read.findIndex((each) => each.kind === "value" && each.isSign);
  if (sign >= 0 && read.every((each) => each.kind === "blank" || (each.kind === "value" && each.isSign)))
    warnOfSign(reader, row, sources[sign]!.index);
  school.headcount = { row, column: first };
  return billed;
}

/** Returns whether a row of a school gives no pupils, or those that it gave already. */
function isSaid(reader: TableReader, school: CountedSchool, read: readonly ParsedQuantity[]): boolean {
  if (read.every(({ kind }) => kind === "blank")) return true;
  if (reader.table.layout === "headcounts" || school.headcount === null) return false;
  const known = school.counts.get(headcountKey)?.quantity ?? 0;
  const given = read.reduce((sum, each) => sum + ("value" in each ? each.value : 0), 0);
  return given === known;
}
