import { remembered } from "../../cells";
import type { Fact } from "../facts";
import { layouts } from "../layouts";
import { columnOf, codeCounted, countedNature } from "../column";
import type { TableReading } from "../table-reading";

/** The units of one prestation shown in one school, or in one row of it. */
interface Shown {
  inService: number;
  readonly installed: Fact[];
  /** Whether some units in service are unreadable: nothing is then compared. */
  isUnread: boolean;
  hasService: boolean;
}

/** Warns, at their cell, of more installations than units in service, which are billed as written. (decisions §4) */
export function warnOfMoreInstalled({ table, lines, natures, service, reader }: TableReading): void {
  if (layouts[table.layout].listsUnits) return;
  const isByItem = columnOf(table, "label") !== null;
  // When rows have written natures, a school has several rows.
  const isByRow = !isByItem && natures.column === null;
  if (isByItem && natures.column === null && service.decidesNatures) return;
  const shown = new Map<string, Shown>();
  for (const fact of lines.flatMap(({ facts }) => facts)) {
    const { code, line } = fact;
    // A prestation without a maintenance price is not counted in service.
    if (code === null || !reader.hasTariff(code, "maintenance")) continue;
    const key = `${isByRow ? line.row : ""}|${line.who.key}|${code}`;
    const own = remembered(shown, key, () => ({
      inService: 0,
      installed: [],
      isUnread: false,
      hasService: !isByItem && countsService(table, code, line.section),
    }));
    const isOpen = reader.ledger.isOpen(fact);
    if (fact.natures.includes("maintenance")) {
      if (isOpen) own.inService += fact.quantity;
      own.hasService ||= isOpen;
      own.isUnread ||= reader.ledger.claimOf(fact)?.is === "error";
    }
    if (isOpen && fact.natures.includes("installation")) own.installed.push(fact);
  }
  for (const { inService, installed, isUnread, hasService } of shown.values()) {
    const sum = installed.reduce((all, { quantity }) => all + quantity, 0);
    if (!hasService || isUnread || sum <= inService) continue;
    const shown = (isByItem ? installed[0] : installed.at(-1))!;
    reader.report("warning", "more-installed", shown.line.row, shown.column, { installed: sum, inService });
  }
}

/** Returns whether a column of the table counts a prestation in service. */
function countsService(table: TableReading["table"], code: string, section: Fact["heading"]): boolean {
  return table.columns.some(
    ({ role, nature }) => codeCounted(role) === code && countedNature(code, nature ?? section) === "maintenance",
  );
}
