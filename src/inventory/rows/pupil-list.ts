import { fold, isBlank, isBlankRow, memoByText, toSerial } from "../../cells";
import { headcount } from "../../tariff";
import type { MessageCode } from "../../messages";
import { anomalyOfSheet } from "../anomalies";
import { setAsideRows } from "../choices";
import { Fact, prestationItem, type Line } from "../facts";
import { columnOf, isCorrected, type Column } from "../column";
import { rowsOf } from "../table";
import { Locator } from "./locator";
import { RowCampaigns } from "./row-campaigns";
import type { TableReader } from "./table-reader";
import { saysTotal } from "../texts/total-words";
import { blankDate, nameOf, readDate, shownCell } from "../texts/values";

/**
 * Reads a list of pupils by name (ONDE, Base élèves) into lines. Each row is a pupil of its school, unless the pupil
 * left by the day of count, arrived after it, or is of another school year. Only the columns of the commune, the
 * school, the year, arrivals and departures are read, so that no name is kept. (decisions §4 and §8)
 */
export function readPupilLines(reader: TableReader, facts: Fact[]): Line[] {
  const { table, ledger } = reader;
  const school = columnOf(table, "school");
  const filled = rowsOf(table).filter((row) => !isBlankRow(table.sheet.rows[row] ?? [], table.left, table.right));
  const report = (severity: "error" | "info", code: MessageCode, count: number): void =>
    ledger.report(anomalyOfSheet(severity, code, table.sheet, { count }), table);
  if (school === null) {
    for (const row of filled) reader.fail(row);
    report("error", "pupil-list-without-school", filled.length);
    return [];
  }
  const rows = new PupilRows(reader, school);
  const listed = filled.filter((row) => rows.lists(row));
  report("info", "pupil-list", listed.length);
  const present = listed.filter((row) => rows.isPresent(row));
  if (rows.left > 0) report("info", "pupils-who-left", rows.left);
  if (rows.later > 0) report("info", "pupils-who-came-later", rows.later);
  const locator = new Locator(reader, "none");
  return present.flatMap((row): Line[] => {
    const place = locator.place(row);
    if (place === null || ledger.rowClaim(table, row)?.is === "error") return [];
    const who = reader.school(place.commune, place.school, place.row, place.column);
    const at = { row: place.row, column: place.column };
    const line: Line = { table, row, who, at, labelNature: null, section: null, level: null, facts: [] };
    const fact = new Fact(facts.length, line, place.column, pupil, null, null, null);
    facts.push(fact);
    line.facts.push(fact);
    return [line];
  });
}

const pupil = prestationItem(headcount);

/** Finds the rows of a list that are pupils of the campaign, and those still present. */
class PupilRows {
  left = 0;
  later = 0;
  private readonly aside: ReadonlySet<number>;
  private readonly campaigns: RowCampaigns;
  private readonly leavers: Leavers;

  constructor(
    private readonly reader: TableReader,
    private readonly school: Column,
  ) {
    this.aside = setAsideRows(reader.table, reader.context.options);
    this.campaigns = new RowCampaigns(reader);
    this.leavers = new Leavers(reader);
  }

  lists(row: number): boolean {
    const { reader } = this;
    const cells = reader.table.sheet.rows[row]!;
    if (this.aside.has(row)) reader.leaveOut(row, "set-aside", "choice");
    else if (nameOf(cells[this.school.index] ?? null) === null && saysTotal(cells))
      reader.leaveOut(row, "total", "structure");
    else if (this.campaigns.isOther(row)) reader.leaveOut(row, "other-year", "date");
    else return true;
    return false;
  }

  isPresent(row: number): boolean {
    if (this.campaigns.reportsUnclear(row)) return false;
    if (this.leavers.comesLater(row)) {
      this.later += 1;
      this.reader.leaveOut(row, "after-snapshot", "date");
      return false;
    }
    if (!this.leavers.hasLeft(row)) return true;
    this.left += 1;
    this.reader.leaveOut(row, "withdrawn", "date");
    return false;
  }
}

const exits = /\b(?:radiation|radiee?|sortie?|depart|partie?|fin (?:de? )?(?:scolarite|scolarisation|inscription))\b/;
const entries =
  /\b(?:inscrite?s?|inscription|admise?|admission|entree?|arrivee?|scolarisee?|scolarisation|integree?|integration|depuis)\b/;
const states = /^(?:statut|etat|situation|etat (?:de l )?inscription|situation (?:de l )?eleve|position)\b/;
const gone =
  /^(?:sortie?|partie?|radiee?|radiation|depart|demenagee?|transferee?|exeat|ancien(?:ne)?(?: eleve)?|demissionn?(?:aire|ee?)|retiree?|non (?:inscrite?|scolarisee?|presente?)|absente? definitive?ment)\b/;
const here =
  /^(?:presente?|inscrite?|scolarisee?|active?|admise?|en cours|admission definitive|affectee?|oui|ok|normal|nouveau|nouvelle|maintenue?|passee?|en classe)\b/;

type Presence = "gone" | "here" | null;

const presenceIn: (text: string) => Presence = memoByText((text) => {
  const folded = fold(text);
  if (gone.test(folded)) return "gone";
  return here.test(folded) ? "here" : null;
});

/**
 * Finds the pupils of a list who left by the day of count, by date or by state, and those who arrived after it.
 * (decisions §4)
 */
class Leavers {
  private readonly dates: readonly Column[];
  private readonly entries: readonly Column[];
  private readonly states: readonly Column[];
  private readonly snapshot: number;

  constructor(private readonly reader: TableReader) {
    const { columns } = reader.table;
    const plain = (column: Column): string => fold(column.header).replace(/[^a-z0-9]+/g, " ");
    const unnamed = columns.filter((column) => column.role.kind !== "pupil" && !isCorrected(column));
    this.dates = unnamed.filter(
      (column) =>
        column.role.kind === "date-out" || (exits.test(plain(column)) && /\bdate\b|\ble\b/.test(plain(column))),
    );
    const isDated = ({ index }: Column): boolean =>
      reader.cellsOf(index).some((cell) => readDate(cell, reader.table.date1904) > 0);
    this.entries = columns.filter(
      (column) =>
        column.role.kind === "date-in" ||
        (unnamed.includes(column) && !exits.test(plain(column)) && entries.test(plain(column)) && isDated(column)),
    );
    this.states = unnamed.filter(
      (column) =>
        !this.dates.includes(column) &&
        !this.entries.includes(column) &&
        (column.role.kind === "status" || states.test(plain(column).trim())),
    );
    this.snapshot = toSerial(reader.context.campaign.snapshot);
  }

  /** Returns whether a pupil arrived after the day of count; an unreadable date is reported at its cell. */
  comesLater(row: number): boolean {
    return this.entries.some((column) => this.reader.dateAt(row, column) > this.snapshot);
  }

  /**
   * Returns whether a pupil left; an unreadable date or state is reported at its cell, and the pupil is not counted.
   */
  hasLeft(row: number): boolean {
    const { reader } = this;
    for (const column of this.dates) {
      const date = reader.dateAt(row, column);
      if (!Number.isNaN(date) && date !== blankDate && date <= this.snapshot) return true;
    }
    for (const { index } of this.states) {
      const cell = reader.cell(row, index);
      if (isBlank(cell)) continue;
      const value = shownCell(cell);
      const presence = this.stateOf(value);
      if (presence === "gone") return true;
      if (presence === null) reader.report("error", "unknown-pupil-state", row, index, { value, word: value });
    }
    return false;
  }

  private stateOf(text: string): Presence {
    const chosen = this.reader.context.words.of("state", text);
    if (chosen !== null) return fold(chosen) === "out" ? "gone" : "here";
    return presenceIn(text);
  }
}
