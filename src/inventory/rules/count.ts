import { remembered, rowsBetweenPauses, type Steps } from "../../cells";
import { repeatsOf } from "../choices";
import type { Fact } from "../facts";
import { leftOut, type CountedLine } from "../ledger";
import type { Reading } from "../reading";
import type { TableReading } from "../table-reading";

/** The quantity billed to a school so far, for one prestation and nature. */
interface Billed {
  quantity: number;
  /** The last table with a part of it. */
  last: TableReading;
  /** The last table in which the maximum was exceeded; null when none. */
  exceeds: TableReading | null;
}

/**
 * Counts the open facts, up to the maximum of each site and nature, and reports what exceeds it. (decisions §2, Unit
 * école)
 */
export function* countOpen(reading: Reading): Steps<void> {
  const billed = new Map<string, Billed>();
  for (const each of reading.tables)
    for (const [at, { facts }] of each.lines.entries()) {
      if (at % rowsBetweenPauses === 0) yield;
      for (const fact of facts) if (reading.ledger.isOpen(fact)) countFact(reading, each, fact, billed);
    }
}

function countFact(reading: Reading, each: TableReading, fact: Fact, billed: Map<string, Billed>): void {
  const { code, natures, quantity, line, column } = fact;
  // A machine in service that was installed in the campaign may exceed both maximums: it is reported once.
  let isReported = false;
  const lines = natures.map((nature): CountedLine => {
    const key = `${reading.schools.keyOf(line.who)}|${code}|${nature}`;
    const known = remembered(billed, key, () => ({ quantity: 0, last: each, exceeds: null }));
    if (known.last !== each) reportAgain(reading, each, fact);
    const most = reading.context.options.schoolUnit === "one" ? each.reader.perSite(code) : null;
    const taken = most === null ? quantity : Math.min(quantity, Math.max(0, most - known.quantity));
    if (taken < quantity && known.exceeds !== each && !isReported) {
      const names = { prestation: each.reader.prestationName(code!), school: line.who.name };
      const params = { ...names, quantity: String(known.quantity + quantity) };
      if (each.reader.saysItsCap(code!))
        each.reader.report("info", "beyond-cap", line.row, column, { ...params, most: most! });
      else each.reader.report("warning", "more-than-one-a-school", line.row, column, params);
      isReported = true;
    }
    if (taken < quantity) known.exceeds = each;
    known.quantity += taken;
    known.last = each;
    return { nature, quantity: taken, beyond: quantity - taken };
  });
  const isBilled = lines.some((counted) => counted.quantity > 0);
  reading.ledger.claim(fact, isBilled ? { is: "counted", lines } : leftOut("capped", "structure"));
}

/**
 * Warns of an item that another table counts too, in a table with labels: such items add up, while other tables were
 * compared earlier.
 */
function reportAgain({ context }: Reading, { table, reader }: TableReading, { code, line, column }: Fact): void {
  if (table.layout !== "item-rows" || reader.isOneASite(code)) return;
  if (repeatsOf(table.on, context.options.repeats) !== null) return;
  const label = reader.prestationName(code!);
  reader.report("warning", "item-twice", line.row, column, { school: line.who.name, label });
}
