import { isBlank, rowsBetweenPauses, type Steps } from "../../cells";
import { headcount, type Nature } from "../../tariff";
import type { Fact, NatureBy } from "../facts";
import { error } from "../ledger";
import { countedNature } from "../column";
import type { TableReading } from "../table-reading";

/**
 * Gives each quantity the nature of its row, its heading, its label or its section, otherwise maintenance; a blank
 * nature is an error. (decisions §4)
 */
export function* readNatures({ lines, natures, reader: { ledger } }: TableReading): Steps<void> {
  for (const [at, line] of lines.entries()) {
    if (at % rowsBetweenPauses === 0) yield;
    let isReported = false;
    for (const fact of line.facts) {
      if (fact.dates !== null || !ledger.isOpen(fact)) continue;
      const written = natures.of(line.row, fact.code);
      const isUnknown = written === null && !(line.section !== null && isBlank(natures.cell(line.row)));
      if (isUnknown) {
        if (!isReported) natures.report(line.row);
        isReported = true;
        ledger.claim(fact, error);
        continue;
      }
      const [nature, by] = natureOf(fact, written ?? null);
      fact.natureBy = by;
      fact.natures = [nature ?? countedNature(fact.code, null)];
    }
  }
}

/**
 * Returns the nature of a fact and where it is written; null when it is not written. Section titles do not concern
 * headcounts.
 */
function natureOf({ line, heading, code }: Fact, written: Nature | null): readonly [Nature | null, NatureBy | null] {
  if (written !== null) return [written, "row"];
  if (heading !== null) return [heading, "column"];
  if (line.labelNature !== null) return [line.labelNature, "label"];
  return line.section !== null && code !== headcount ? [line.section, "section"] : [null, null];
}
