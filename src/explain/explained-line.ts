import type { Billing } from "../billing";
import { cellName } from "../cells";
import type { SourceCells } from "../inventory";
import { formatAmount } from "../money";
import type { Line } from "../statement";
import { placesOfLine } from "./line-places";
import type { ExplainedLine, Places } from "./types";

/** Cells named in full; the others are only counted. */
const sourcesTold = 10;

export function explainedLine(line: Line, { statement, sheets }: Billing): ExplainedLine {
  const { commune, school, tariff, nature, payer, quantity, unitPrice, amount, share, sources } = line;
  return {
    commune: commune.name,
    school: school.name,
    prestation: tariff.prestation,
    nature,
    payer,
    quantity,
    unitPrice: formatAmount(unitPrice),
    amount: formatAmount(amount),
    share: share === null ? null : { weight: share.weight, total: share.total },
    sources: placesOf(sources),
    shownAt: placesOfLine(line, statement, sheets),
  };
}

/** A register has tens of thousands of cells: only the first are named. */
function placesOf(sources: readonly SourceCells[]): Places {
  const first = [];
  let count = 0;
  for (const { sheet, column, rows } of sources) {
    for (const row of rows.slice(0, sourcesTold - first.length))
      first.push({ sheet: sheet.name, otherFile: sheet.otherFile, cell: cellName(row, column) });
    count += rows.length;
  }
  return { first, more: count - first.length };
}
