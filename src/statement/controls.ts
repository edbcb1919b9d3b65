import { Decimal } from "decimal.js";
import { cellName, compareDates, parseCellName, type CivilDate } from "../cells";
import { controlOf, type ControlSubject, type InventoryReading, type School } from "../inventory";
import type { Anomaly } from "../messages";
import type { Grid, Measure } from "../tariff";
import { allAnomalies } from "./order";
import { countedUnits, countsUnits, type CommuneTotal, type Statement } from "./statement";
import { sum } from "./totals";

/** The result of a control: nothing found, something to look at, or something wrong. */
export type ControlResult = "pass" | "warn" | "fail";

/** The place of a finding; `cell` is null for a whole sheet. */
interface ControlPlace {
  readonly file: string | null;
  readonly sheet: string;
  readonly cell: string | null;
}

/** A control of a campaign's figures before they are issued. */
export interface Control {
  readonly id: ControlId;
  readonly result: ControlResult;
  /** The number of anomalies, rows, schools or communes found; an amount when sums are compared. */
  readonly found: number | Decimal;
  /** The place of the first finding, the most serious first; null when there is none or it has no sheet. */
  readonly place: ControlPlace | null;
}

/** The identifier of a control. */
export type ControlId =
  | ControlSubject
  | "rows"
  | "sums"
  | "parts"
  | "total-in-words"
  | "pupils-a-school"
  | "pupils-a-machine"
  | "untariffed"
  | "act"
  | "small-claims";

/**
 * Returns the controls of a campaign before its titre is issued, in display order: rows accounted for, sums, then
 * communes, schools, quantities and dates of the inventory. Controls of pupils and workstations are present when the
 * grid counts them, or when they find something. Controls that compare with the previous year are part of the
 * comparison.
 */
export function controlsOf(reading: InventoryReading, statement: Statement): Control[] {
  const { byCommune, campaign, grid, reconciliations } = statement;
  const anomalies = allAnomalies(reading, statement);
  const of = (id: ControlSubject): Control => controlAnomalies(id, anomalies);
  const isOfGrid = ({ id, result }: Control) =>
    result !== "pass" || (counted[id] ?? []).every((one) => counts(grid, one));
  const gaps = (isOfPayers: boolean) => reconciliations.filter(({ by }) => (by === "payers") === isOfPayers);
  const all: Control[] = [
    controlRows(reading),
    of("totals-typed"),
    controlSums("sums", gaps(false)),
    controlSums("parts", gaps(true)),
    // The words are computed from the total: they can only differ when cells are changed in the workbook.
    { id: "total-in-words", result: "pass", found: new Decimal(0), place: null },
    of("own-amounts"),
    of("perimeter"),
    of("duplicates"),
    of("headcounts"),
    ...controlSchools(statement, anomalies),
    of("one-a-school"),
    of("installed"),
    of("quantities"),
    of("dates"),
    of("words"),
    controlUntariffed(reading),
    // The tariff gives the act that voted it.
    control("act", "warn", grid.act.trim() === "" ? 1 : 0),
    control("small-claims", "warn", countSmallClaims(byCommune, campaign.snapshot)),
    controlHidden(of("hidden"), anomalies),
  ];
  return all.filter(isOfGrid);
}

/** The measures that a grid must use for a control to apply. */
const counted: Readonly<Partial<Record<ControlId, readonly Measure[]>>> = {
  headcounts: ["pupils"],
  "pupils-a-school": ["pupils"],
  "pupils-a-machine": ["pupils", "workstations"],
};

function counts({ rows }: Grid, measure: Measure): boolean {
  return rows.some((row) => row.counts === measure);
}

/** Returns a control that passes when nothing is found. */
function control(id: ControlId, otherwise: ControlResult, found: number, place: ControlPlace | null = null): Control {
  return { id, result: found === 0 ? "pass" : otherwise, found, place };
}

/** Checks that each row read is billed, excluded with a reason, or in error; errors make it fail. */
function controlRows({ rows, anomalies }: InventoryReading): Control {
  // Counted by sheet, so that a row lost in one is not offset by a row counted twice in another.
  const lost = rows.reduce((n, { read, billed, excluded, error }) => n + Math.abs(read - billed - excluded - error), 0);
  const found = lost + rows.reduce((sum, { error }) => sum + error, 0);
  const errors = anomalies.filter(({ severity, cell }) => severity === "error" && cell !== null);
  return control("rows", "fail", found, found === 0 ? null : firstPlace(errors));
}

function controlSums(id: ControlId, gaps: Statement["reconciliations"]): Control {
  const found = sum(gaps.map(({ difference }) => difference.abs()));
  return { id, result: found.isZero() ? "pass" : "fail", found, place: null };
}

/** Counts the rows without a tariff, which are listed and not billed. */
function controlUntariffed({ rows, anomalies }: InventoryReading): Control {
  const found = rows.reduce((sum, { reasons }) => sum + (reasons.untariffed ?? 0), 0);
  const points = anomalies.filter(({ code }) => code === "untariffed");
  return control("untariffed", "pass", Math.max(found, points.length), firstPlace(points));
}

/** Fails on an error, warns on a warning, and ignores information. */
function controlAnomalies(id: ControlSubject, anomalies: readonly Anomaly[]): Control {
  const own = anomalies.filter(({ code }) => controlOf(code) === id);
  const errors = own.filter(({ severity }) => severity === "error");
  const points = [...errors, ...own.filter(({ severity }) => severity === "warning")];
  return control(id, errors.length > 0 ? "fail" : "warn", points.length, firstPlace(points));
}

/** Counts the sheets with hidden or filtered rows, which are read as the others, when nothing of the control is to review. */
function controlHidden(reviewed: Control, anomalies: readonly Anomaly[]): Control {
  if (reviewed.result !== "pass") return reviewed;
  const read = anomalies.filter(({ code, severity }) => controlOf(code) === "hidden" && severity === "info");
  return control("hidden", "pass", read.length, firstPlace(read));
}

/** Returns the place of the first anomaly with a sheet; null when none has one. */
function firstPlace(anomalies: readonly Anomaly[]): ControlPlace | null {
  for (const { file, sheet, cell } of anomalies) if (sheet !== null) return { file, sheet, cell };
  return null;
}

/** The day on which the threshold rose from 5 €, in force since 1 July 2003, to 15 €. (CGCT, D1611-1) */
const raised: CivilDate = { year: 2017, month: 4, day: 10 };

/** Returns the amount in euros below which no claim is issued to a debtor. (CGCT, L1611-5 and D1611-1) */
export function smallClaimThreshold(day: CivilDate): Decimal {
  return new Decimal(compareDates(day, raised) < 0 ? 5 : 15);
}

/** Counts the communes whose share is above zero but below the threshold. */
function countSmallClaims(communes: readonly CommuneTotal[], day: CivilDate): number {
  const threshold = smallClaimThreshold(day);
  return communes.filter(({ due }) => due.greaterThan(0) && due.lessThan(threshold)).length;
}

/** Usual limits of headcounts. */
export const usualPupils = {
  /** A larger primary school is probably two, or a total. */
  mostASchool: 600,
  /** Pupils for each workstation: outside these limits, one of the two figures is probably wrong. */
  fewestAMachine: 1,
  mostAMachine: 30,
} as const;

/** The billed pupils and workstations of a school. */
interface Counted {
  readonly school: School;
  pupils: number;
  machines: number;
}

/**
 * Warns of schools with an unusual headcount, or number of pupils for each workstation; this is never an error by
 * itself. Schools with an error on one of their rows are ignored, because their figures are incomplete.
 */
function controlSchools(statement: Statement, anomalies: readonly Anomaly[]): Control[] {
  const inError = new Set(
    anomalies.flatMap(({ severity, file, sheet, cell }) => {
      const at = severity === "error" && cell !== null ? parseCellName(cell.split(":")[0]!) : null;
      return at === null ? [] : [rowKey(file, sheet, at.row)];
    }),
  );
  const counted = countSchools(statement).filter(
    ({ school: { place } }) => !place.rows.some((row) => inError.has(rowKey(place.sheet.file, place.sheet.name, row))),
  );
  const { mostASchool, fewestAMachine, mostAMachine } = usualPupils;
  const tooLarge = counted.filter(({ pupils }) => pupils > mostASchool);
  const unusual = counted.filter(
    ({ pupils, machines }) =>
      pupils > 0 && machines > 0 && (pupils < fewestAMachine * machines || pupils > mostAMachine * machines),
  );
  return [
    control("pupils-a-school", "warn", tooLarge.length, schoolPlace(tooLarge[0])),
    control("pupils-a-machine", "warn", unusual.length, schoolPlace(unusual[0])),
  ];
}

function rowKey(file: string | null, sheet: string | null, row: number): string {
  return JSON.stringify([file, sheet, row]);
}

function countSchools({ lines }: Statement): Counted[] {
  const schools = new Map<string, Counted>();
  for (const line of lines) {
    const { school, tariff, nature } = line;
    if (nature !== "maintenance" || !countsUnits(line)) continue;
    const known = schools.get(school.key);
    const counted = known ?? { school, pupils: 0, machines: 0 };
    if (known === undefined) schools.set(school.key, counted);
    if (tariff.counts === "pupils") counted.pupils = Math.max(counted.pupils, countedUnits(line));
    if (tariff.counts === "workstations") counted.machines += countedUnits(line);
  }
  return [...schools.values()];
}

function schoolPlace(counted: Counted | undefined): ControlPlace | null {
  if (counted === undefined) return null;
  const { sheet, column, rows } = counted.school.place;
  const row = rows[0];
  return { file: sheet.file, sheet: sheet.name, cell: row === undefined ? null : cellName(row, column) };
}
