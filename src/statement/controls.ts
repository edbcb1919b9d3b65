import { Decimal } from "decimal.js";
import { cellName, compareDates, parseCellName, type CivilDate } from "../cells";
import type { Reading, School } from "../inventory";
import type { Anomaly } from "../messages";
import { subjects, type Control, type ControlId, type ControlPlace, type Subject } from "./control-subjects";
import { allAnomalies } from "./order";
import type { CommuneTotal, Statement } from "./statement";

/**
 * The controls that a campaign goes through before its titre is issued, in the order in which they are shown: what was
 * read is accounted for, sums agree, then what the inventory says of communes, schools, quantities and dates. Those that
 * need last year's figures are in the comparison.
 */
export function controlsOf(reading: Reading, statement: Statement): Control[] {
  const anomalies = allAnomalies(reading, statement);
  const of = (id: Parameters<typeof byAnomalies>[0]): Control => byAnomalies(id, anomalies);
  const gapBy = (id: "sums" | "parts"): Control => {
    const gaps = statement.reconciliations.filter(({ by }) => (by === "payers") === (id === "parts"));
    return compared(
      id,
      gaps.map(({ difference }) => difference),
    );
  };
  return [
    rowsControl(reading),
    of("totals-typed"),
    gapBy("sums"),
    gapBy("parts"),
    of("perimeter"),
    of("duplicates"),
    of("headcounts"),
    ...schoolControls(statement, anomalies),
    of("one-a-school"),
    of("installed"),
    of("quantities"),
    of("dates"),
    of("words"),
    untariffedControl(reading),
    actControl(statement),
    smallClaimsControl(statement),
    of("hidden"),
  ];
}

/** Each row read is billed, left out for a reason, or in error, which blocks. */
function rowsControl({ rows, anomalies }: Reading): Control {
  // Sheet by sheet: a row lost on one is not made up for by a row that another counts twice.
  const lost = rows.reduce((n, { read, billed, excluded, error }) => n + Math.abs(read - billed - excluded - error), 0);
  const wrong = rows.reduce((sum, { error }) => sum + error, 0);
  const found = lost + wrong;
  const errors = anomalies.filter(({ severity, cell }) => severity === "error" && cell !== null);
  return { id: "rows", result: found === 0 ? "pass" : "fail", found, place: found === 0 ? null : firstPlace(errors) };
}

function compared(id: ControlId, differences: readonly Decimal[]): Control {
  const found = differences.reduce((sum, difference) => sum.plus(difference.abs()), new Decimal(0));
  return { id, result: found.isZero() ? "pass" : "fail", found, place: null };
}

/** Rows of what has no tariff: listed, not billed. */
function untariffedControl({ rows, anomalies }: Reading): Control {
  const found = rows.reduce((sum, { reasons }) => sum + (reasons.untariffed ?? 0), 0);
  const told = anomalies.filter(({ code }) => code === "untariffed");
  const points = Math.max(found, told.length);
  return { id: "untariffed", result: "pass", found: points, place: firstPlace(told) };
}

/** The tariff names the act that voted it. */
function actControl({ grid }: Statement): Control {
  const isNamed = grid.act.trim() !== "";
  return { id: "act", result: isNamed ? "pass" : "warn", found: isNamed ? 0 : 1, place: null };
}

function smallClaimsControl({ byCommune, campaign }: Statement): Control {
  const found = smallClaims(byCommune, campaign.snapshot).length;
  return { id: "small-claims", result: found === 0 ? "pass" : "warn", found, place: null };
}

/** A control that fails on an error, warns on a warning, and passes over what is only to know. */
export function byAnomalies(id: Subject, anomalies: readonly Anomaly[]): Control {
  const codes: readonly string[] = subjects[id];
  const own = anomalies.filter(({ code }) => codes.includes(code));
  const errors = own.filter(({ severity }) => severity === "error");
  const warnings = own.filter(({ severity }) => severity === "warning");
  const points = [...errors, ...warnings];
  return {
    id,
    result: errors.length > 0 ? "fail" : warnings.length > 0 ? "warn" : "pass",
    found: points.length,
    place: firstPlace(points),
  };
}

/** Where the first of some anomalies that has a sheet stands. */
export function firstPlace(anomalies: readonly Anomaly[]): ControlPlace | null {
  for (const { file, sheet, cell } of anomalies) if (sheet !== null) return { file, sheet, cell };
  return null;
}

/** From this day the State's threshold is 15 €; 5 € before, since 1 July 2003. (CGCT, D1611-1) */
const raised: CivilDate = { year: 2017, month: 4, day: 10 };

/** Below this amount no claim is issued to a debtor, in euros. (CGCT, L1611-5 and D1611-1) */
export function smallClaimThreshold(day: CivilDate): Decimal {
  return new Decimal(compareDates(day, raised) < 0 ? 5 : 15);
}

/** Communes whose share is too small to be claimed: something is due, and less than the threshold. */
export function smallClaims(communes: readonly CommuneTotal[], day: CivilDate): CommuneTotal[] {
  const threshold = smallClaimThreshold(day);
  return communes.filter(({ due }) => due.greaterThan(0) && due.lessThan(threshold));
}

/** A primary school of more pupils is likely two, or a total. */
const mostPupils = 600;
/** Pupils for one workstation: outside, one of the two figures is likely wrong. */
const fewestAMachine = 1;
const mostAMachine = 30;

const pupilCode = "PORTAIL";
const machineCodes: ReadonlySet<string> = new Set(["POSTE_STD", "POSTE_SPEC"]);

interface Counted {
  readonly school: School;
  pupils: number;
  machines: number;
}

/**
 * Schools whose headcount, or whose pupils for each workstation, are out of what one sees: to be looked at, never wrong as
 * such. A school with an error on its row is left aside: its figures are not all known.
 */
export function schoolControls(statement: Statement, anomalies: readonly Anomaly[]): Control[] {
  const inError = new Set(
    anomalies.flatMap(({ severity, file, sheet, cell }) => {
      const at = severity === "error" && cell !== null ? parseCellName(cell.split(":")[0]!) : null;
      return at === null ? [] : [rowKey(file, sheet, at.row)];
    }),
  );
  const counted = countSchools(statement).filter(
    ({ school: { place } }) => !place.rows.some((row) => inError.has(rowKey(place.sheet.file, place.sheet.name, row))),
  );
  const tooLarge = counted.filter(({ pupils }) => pupils > mostPupils);
  const unusual = counted.filter(
    ({ pupils, machines }) =>
      pupils > 0 && machines > 0 && (pupils < fewestAMachine * machines || pupils > mostAMachine * machines),
  );
  return [warning("pupils-a-school", tooLarge), warning("pupils-a-machine", unusual)];
}

function rowKey(file: string | null, sheet: string | null, row: number): string {
  return JSON.stringify([file, sheet, row]);
}

function countSchools({ lines }: Statement): Counted[] {
  const schools = new Map<string, Counted>();
  for (const { school, tariff, nature, quantity, share } of lines) {
    if (nature !== "maintenance" || share?.counted === false) continue;
    const known = schools.get(school.key);
    const counted = known ?? { school, pupils: 0, machines: 0 };
    if (known === undefined) schools.set(school.key, counted);
    if (tariff.code === pupilCode) counted.pupils += quantity;
    if (machineCodes.has(tariff.code)) counted.machines += quantity;
  }
  return [...schools.values()];
}

function warning(id: "pupils-a-school" | "pupils-a-machine", schools: readonly Counted[]): Control {
  const first = schools[0];
  return {
    id,
    result: schools.length === 0 ? "pass" : "warn",
    found: schools.length,
    place: first === undefined ? null : schoolPlace(first.school),
  };
}

function schoolPlace({ place: { sheet, column, rows } }: School): ControlPlace {
  const row = rows[0];
  return { file: sheet.file, sheet: sheet.name, cell: row === undefined ? null : cellName(row, column) };
}
