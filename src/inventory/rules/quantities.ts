import { rowsBetweenPauses, type Steps } from "../../cells";
import { headcount } from "../../tariff";
import type { Fact } from "../facts";
import { layouts } from "../layouts";
import { error, leftOut } from "../ledger";
import { readQuantityCell } from "../rows/quantities";
import type { TableReading } from "../table-reading";
import { parseQuantity } from "../texts/values";

/** Leaves out zeros before any question, because a row of zeros may lack the rest. Headcounts may be 0. */
export function leaveOutZeros({ table, lines, reader }: TableReading): void {
  if (layouts[table.layout].listsUnits) return;
  for (const { row, facts } of lines)
    for (const fact of facts) {
      if (fact.code === headcount) continue;
      const read = parseQuantity(reader.cell(row, fact.column));
      if (read.kind === "value" && read.value === 0) reader.ledger.claim(fact, leftOut("zero", "nothing"));
    }
}

/**
 * Reads the quantities still open, and leaves out zeros and natures without a tariff. Headcounts have their own rule.
 * (decisions §4)
 */
export function* readQuantities({ table, lines, reader }: TableReading): Steps<void> {
  const { ledger } = reader;
  const { listsUnits } = layouts[table.layout];
  for (const [at, line] of lines.entries()) {
    if (at % rowsBetweenPauses === 0) yield;
    for (const fact of line.facts) {
      const { code, dates, natures, column } = fact;
      if (dates !== null || !ledger.isOpen(fact) || isHeadcount(fact)) continue;
      const quantity = listsUnits ? 1 : readQuantityCell(reader, code, line.row, column);
      if (quantity === null) ledger.claim(fact, error);
      else if (quantity === 0) ledger.claim(fact, leftOut("zero", "nothing"));
      else {
        const priced = natures.filter((nature) => reader.hasTariff(code!, nature));
        fact.quantity = quantity;
        fact.natures = priced;
        if (priced.length === 0) ledger.claim(fact, leftOut("untariffed", "text"));
      }
    }
  }
}

const isHeadcount = ({ code, natures }: Fact): boolean => code === headcount && natures.includes("maintenance");
