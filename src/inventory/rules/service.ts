import { toSerial, type Steps } from "../../cells";
import type { Nature } from "../../tariff";
import type { Fact, Line } from "../facts";
import { layouts } from "../layouts";
import { error, leftOut, type Claim } from "../ledger";
import type { Dates, Service } from "../rows/service";
import { countedNature, isCorrected } from "../column";
import type { TableReading } from "../table-reading";
import { readDate } from "../texts/values";

/** Between two pauses, about ten milliseconds of work. */
const linesBetweenPauses = 128;

/**
 * Leaves out, by dates and states, what arrived after the day of count or left by it; gives natures to the rest.
 * (decisions §2)
 */
export function* judgeService(reading: TableReading): Steps<void> {
  const { lines, table } = reading;
  const { listsUnits, isOfPupils } = layouts[table.layout];
  if (isOfPupils) {
    for (const line of lines) leavesSchool(reading, line);
    return;
  }
  const judge = listsUnits ? judgeMachine : judgeItem;
  for (const [at, line] of lines.entries()) {
    if (at % linesBetweenPauses === 0) yield;
    judge(reading, line);
  }
  reading.service.reportUndated();
}

type Counted = Extract<Service, { kind: "counted" }>;

/** Claims the facts of a row that is not counted; returns how the row is counted, or null. */
function servedOf({ service, reader: { ledger } }: TableReading, line: Line, facts: readonly Fact[]): Counted | null {
  const served = service.read(line.row);
  if (served.kind === "counted") return served;
  const claim: Claim = served.kind === "error" ? error : leftOut(served.reason, served.proof);
  for (const fact of facts) ledger.claim(fact, claim);
  return null;
}

function judgeMachine(reading: TableReading, line: Line): void {
  const { reader, service, table } = reading;
  const open = line.facts.filter((fact) => reader.ledger.isOpen(fact));
  const [fact] = open;
  if (fact === undefined) return;
  const served = servedOf(reading, line, open);
  if (served === null || fact.code === null) return;
  if (served.undated) service.noteUndated();
  // A list of installations shows what was installed, dated or not; another table shows what is in service.
  const isFlow = table.kind === "installations";
  const natures: Nature[] = [];
  if (served.inService && !isFlow) natures.push("maintenance");
  if (served.installed || (isFlow && served.undated)) natures.push("installation");
  fact.natures = natures;
  if (natures.length === 0) reader.ledger.claim(fact, leftOut("other-year", "date"));
}

/**
 * Leaves out all the facts of a school that left by the day of count, according to a column chosen by the user; returns
 * whether it did.
 */
function leavesSchool({ table, service, reader }: TableReading, { row, facts }: Line): boolean {
  if (table.layout !== "school-rows" && table.layout !== "headcounts") return false;
  const snapshot = toSerial(reader.context.campaign.snapshot);
  const dates = service.datesOut
    .filter(isCorrected)
    .map(({ index }) => readDate(reader.cell(row, index), table.date1904));
  if (!dates.some((date) => date > 0 && date <= snapshot)) return false;
  for (const fact of facts) reader.ledger.claim(fact, leftOut("withdrawn", "date"));
  return true;
}

function judgeItem(reading: TableReading, line: Line): void {
  const { service, natures, reader } = reading;
  const { ledger } = reader;
  if (leavesSchool(reading, line)) return;
  const open = line.facts.filter((fact) => ledger.isOpen(fact));
  if (open.length === 0) return;
  const isByService =
    natures.column === null && service.decidesNatures && open.some(({ natureBy }) => natureBy === null);
  if (!isByService) return confirm(reading, line, open);
  const served = servedOf(reading, line, open);
  if (served === null) return;
  if (served.undated && service.dateIn !== null) service.noteUndated();
  // « Postes | Postes installés »: a heading of installations keeps its nature.
  const written = open.filter(({ natureBy }) => natureBy !== null);
  if (written.length > 0) confirmBy(service.dates(line.row)!, reading, line, written);
  for (const fact of open) {
    if (fact.natureBy !== null) continue;
    // Without a column of dates, only spare parts are known to be installed.
    const isFlow = service.dateIn === null && countedNature(fact.code, null) === "installation";
    fact.natures = isFlow ? ["installation"] : naturesOf(served);
    // « Quantité | dont installés »: the date adds nothing to what the heading counts.
    if (written.some(({ code, natures: [nature] }) => code === fact.code && nature === "installation"))
      fact.natures = fact.natures.filter((nature) => nature === "maintenance");
    if (fact.natures.length === 0) ledger.claim(fact, leftOut("withdrawn", "date"));
  }
}

function naturesOf({ inService, installed }: Counted): Nature[] {
  return [...(inService ? (["maintenance"] as const) : []), ...(installed ? (["installation"] as const) : [])];
}

/** Leaves out installations outside the campaign, and equipment in service that left. */
function confirmBy(dates: Dates, { service, reader }: TableReading, { row }: Line, open: readonly Fact[]): void {
  for (const fact of open) {
    const isInstalled = fact.natures.includes("installation");
    const isBilled = isInstalled ? service.allowsInstallation(row, dates) : service.isKept(dates);
    if (!isBilled) reader.ledger.claim(fact, leftOut(isInstalled ? "other-year" : "withdrawn", "date"));
  }
}

/** Checks by the dates of a row the natures given by it, its headings or its titles. */
function confirm(reading: TableReading, line: Line, open: readonly Fact[]): void {
  const {
    service,
    reader: { ledger },
  } = reading;
  const { row } = line;
  if (!service.decidesNatures) return;
  const claimAll = (claim: Claim): void => {
    for (const fact of open) ledger.claim(fact, claim);
  };
  const dates = service.dates(row);
  if (dates === null) return claimAll(error);
  if (service.reportsLater(row, dates)) return claimAll(leftOut("after-snapshot", "date"));
  const left = service.leftOut(row, dates);
  if (left !== null) return claimAll(left === "error" ? error : leftOut(left, "text"));
  confirmBy(dates, reading, line, open);
}
