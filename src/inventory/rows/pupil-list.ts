import { fold, isBlank, isBlankRow, memoByText, toSerial } from "../../cells";
import { pupilCode } from "../../tariff";
import { anomalyOfSheet } from "../anomalies";
import { setAsideRows } from "../choices";
import { columnOf, isCorrected, rowsOf, type Column } from "../table";
import { Locator } from "./locator";
import { RowCampaigns } from "./row-campaigns";
import type { TableReader } from "./table-reader";
import { saysTotal } from "../texts/total-words";
import { blankDate, nameOf, readDate, shownCell } from "../texts/values";

/**
 * Counts a list of pupils by name (ONDE, Base élèves), and no more: a row is a pupil of its school, unless it left by the
 * snapshot, or is of another school year. Nothing but the columns of the commune, of the school, of the year and of leaving is
 * read, so that no name is kept. (decisions §4 and §8)
 */
export function readPupilList(reader: TableReader): void {
  const { table, log } = reader;
  const school = columnOf(table, "school");
  const filled = rowsOf(table).filter((row) => !isBlankRow(table.sheet.rows[row] ?? [], table.left, table.right));
  if (school === null) {
    for (const row of filled) log.fail(row);
    reader.anomalies.push(anomalyOfSheet("error", "pupil-list-without-school", table.sheet, { count: filled.length }));
    return;
  }
  reader.showsHeadcounts = true;
  const locator = new Locator(reader, "none");
  const aside = setAsideRows(reader.table, reader.context.options);
  const leavers = new Leavers(reader);
  const campaigns = new RowCampaigns(reader);
  let listed = 0;
  let left = 0;
  for (const row of filled) {
    const cells = table.sheet.rows[row]!;
    if (aside.has(row)) {
      log.exclude(row, "set-aside");
      continue;
    }
    if (nameOf(cells[school.index] ?? null) === null && saysTotal(cells)) {
      log.exclude(row, "total");
      continue;
    }
    if (campaigns.isOther(row)) {
      log.exclude(row, "other-year");
      continue;
    }
    listed += 1;
    if (campaigns.tellsUnclear(row)) {
      log.fail(row);
      continue;
    }
    if (leavers.hasLeft(row)) {
      left += 1;
      log.exclude(row, "withdrawn");
      continue;
    }
    const place = locator.place(row);
    if (place === null || log.isError(row)) continue;
    const pupils = reader.school(place.commune, place.school, place.row, place.column);
    reader.count(pupils, pupilCode, "maintenance", 1, row, place.column);
    pupils.headcount ??= { row, column: place.column };
    log.bill(row);
  }
  reader.anomalies.push(anomalyOfSheet("info", "pupil-list", table.sheet, { count: listed }));
  if (left > 0) reader.anomalies.push(anomalyOfSheet("info", "pupils-who-left", table.sheet, { count: left }));
}

const exits = /\b(?:radiation|radiee?|sortie?|depart|partie?|fin (?:de )?(?:scolarite|scolarisation|inscription))\b/;
const states = /^(?:statut|etat|situation|etat (?:de l )?inscription|situation (?:de l )?eleve|position)\b/;
const gone =
  /^(?:sortie?|partie?|radiee?|radiation|depart|demenagee?|transferee?|exeat|ancien(?:ne)?(?: eleve)?|demissionn?(?:aire|ee?)|retiree?|non (?:inscrite?|scolarisee?|presente?)|absente? definitive?ment)\b/;
const here =
  /^(?:presente?|inscrite?|scolarisee?|active?|admise?|en cours|admission definitive|affectee?|oui|ok|normal|nouveau|nouvelle|maintenue?|passee?|en classe)\b/;

type Said = "gone" | "here" | null;

const saidBy: (text: string) => Said = memoByText((text) => {
  const folded = fold(text);
  if (gone.test(folded)) return "gone";
  return here.test(folded) ? "here" : null;
});

/** Tells the pupils of a nominative list who left by the snapshot: by a date of exit, or by a state that says so. (decisions §4) */
class Leavers {
  private readonly dates: readonly Column[];
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
    this.states = unnamed.filter(
      (column) => !this.dates.includes(column) && (column.role.kind === "status" || states.test(plain(column).trim())),
    );
    this.snapshot = toSerial(reader.context.campaign.snapshot);
  }

  /** Returns whether a pupil left; what cannot be read is an error on the cell, and the pupil is not counted meanwhile. */
  hasLeft(row: number): boolean {
    const { reader } = this;
    for (const { index } of this.dates) {
      const cell = reader.cell(row, index);
      const date = readDate(cell, reader.table.date1904);
      if (Number.isNaN(date)) reader.reportUnreadable("unreadable-date", row, index);
      else if (date !== blankDate && date <= this.snapshot) return true;
    }
    for (const { index } of this.states) {
      const cell = reader.cell(row, index);
      if (isBlank(cell)) continue;
      const value = shownCell(cell);
      const said = this.stateOf(value);
      if (said === "gone") return true;
      if (said === null) reader.report("error", "unknown-pupil-state", row, index, { value, word: value });
    }
    return false;
  }

  private stateOf(text: string): Said {
    const chosen = this.reader.context.words.of("state", text);
    if (chosen !== null) return fold(chosen) === "out" ? "gone" : "here";
    return saidBy(text);
  }
}
