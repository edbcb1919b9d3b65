import { Decimal } from "decimal.js";
import type { Reading } from "../../inventory";
import { allAnomalies } from "../anomalies";
import type { Statement } from "../types";
import { byAnomalies, firstPlace } from "./by-anomalies";
import { schoolControls } from "./schools";
import { smallClaims } from "./small-claims";
import type { Control, ControlId } from "./types";

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
