import type { Steps } from "../../cells";
import { layouts } from "../layouts";
import { leftOut } from "../ledger";
import type { Reading } from "../reading";
import type { TableReading } from "../table-reading";
import { countOpen } from "./count";
import { askOfFreeTexts } from "./free-texts";
import { readHeadcounts } from "./headcounts";
import { readInstallationDates } from "./installed-on";
import { KindsOfTables, refuseTable } from "./kinds-of-tables";
import { leaveOutSubtotals } from "./level-totals";
import { askOfMachinesElsewhere } from "./machines-elsewhere";
import { warnOfMoreInstalled } from "./more-installed";
import { askOfMovements } from "./movements";
import { readNatures } from "./natures";
import { resolveOtherYearColumns } from "./other-year-columns";
import { askOfPupilsAlone } from "./pupils-alone";
import { leaveOutZeros, readQuantities } from "./quantities";
import { checkRecaps } from "./recaps";
import type { Version } from "./register-versions";
import { askOfRepeatedItems, askOfRepeatedSchools } from "./repeats";
import { SameInTwoTables } from "./same-in-two-tables";
import { askWhichOfNamesakes, reportApartByCode } from "./schools-by-code";
import { askOfSectionsAcross } from "./sections-across";
import { judgeService } from "./service";
import { askOfUnreadTitles } from "./unread-titles";
import { leaveOutUntariffed } from "./untariffed";

/**
 * Judges the facts of one table with rules in this order: each rule sees the facts that the previous ones left open.
 * (decisions §4)
 */
export function* judgeTable(reading: TableReading): Steps<void> {
  const { isOfPupils } = layouts[reading.table.layout];
  if (reading.table.layout === "pupil-list") {
    for (const { facts } of reading.lines)
      for (const fact of facts) [fact.natures, fact.quantity] = [["maintenance"], 1];
    return;
  }
  reportApartByCode(reading);
  leaveOutSubtotals(reading);
  const again = askOfRepeatedSchools(reading);
  askOfSectionsAcross(reading);
  leaveOutZeros(reading);
  yield;
  askOfMovements(reading);
  yield* readNatures(reading);
  yield* judgeService(reading);
  if (!isOfPupils) readInstallationDates(reading);
  yield;
  leaveOutUntariffed(reading);
  yield* readQuantities(reading);
  yield;
  readHeadcounts(reading, again);
  yield;
  askOfRepeatedItems(reading);
  warnOfMoreInstalled(reading);
}

/** Compares tables with each other, then counts the facts still open. (decisions §4, Which sheets) */
export function* weighTables(reading: Reading, versions: readonly Version[]): Steps<void> {
  const { tables, ledger, schools } = reading;
  tables.forEach(({ table }, at) => {
    const version = versions[at]!;
    if (version.kind === "read") return;
    if (version.kind === "ambiguous") return refuseTable(reading, table, "ambiguous-source", version.params);
    const isOther = version.kind === "other-year";
    const claim = isOther ? leftOut("other-year", "date") : leftOut("duplicate-source", "equality");
    ledger.claimTable(table, { ...claim, kind: isOther ? "other-year" : "repeats" });
    ledger.report(version.anomaly, table);
  });
  yield;
  const [recaps, details] = [true, false].map((isRecap) =>
    tables.filter(({ reader }) => reader.isRecap === isRecap),
  ) as [TableReading[], TableReading[]];
  askWhichOfNamesakes(reading);
  schools.nameKinds(tables);
  yield* askOfFreeTexts(reading);
  yield;
  new KindsOfTables(reading).resolve();
  resolveOtherYearColumns(reading);
  yield;
  schools.joinLevels(details);
  yield* reading.facets.weigh(details);
  new SameInTwoTables(details, reading).resolve();
  yield;
  checkRecaps(recaps, details, reading);
  askOfUnreadTitles(reading);
  yield* askOfPupilsAlone(reading);
  yield;
  yield* askOfMachinesElsewhere(reading);
  yield* countOpen(reading);
}
