import { isBlank } from "../../cells";
import { anomalyAt } from "../anomalies";
import type { Line } from "../facts";
import { error, leftOut } from "../ledger";
import { placeIn } from "../table";
import type { TableReading } from "../table-reading";
import { saysNothingOfDue } from "../texts/section";

/** A text above some of the schools across. */
interface Section {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly lines: readonly Line[];
}

/**
 * Asks about a text above some of the schools across, « Écoles fermées », unless all its words are without effect.
 * (decisions §4, Proof)
 */
export function askOfSectionsAcross({ table, lines, reader }: TableReading): void {
  if (!table.turned) return;
  const { context, ledger } = reader;
  for (const { text, row, column, lines: governed } of sectionsOver(table, lines)) {
    const chosen = context.words.of("state", text);
    const isFree = saysNothingOfDue(context.texts.read(text, "section"), context.campaign.year);
    if (chosen === "in-service" || chosen === "nothing" || isFree) continue;
    const isOut = chosen === "out" || chosen === "stock";
    for (const { facts } of governed)
      for (const fact of facts) ledger.claim(fact, isOut ? leftOut("set-aside", "choice") : error);
    if (isOut) continue;
    const at = placeIn(table, row, column);
    const params = { title: text.trim(), word: text.trim() };
    ledger.report(anomalyAt("error", "unread-section", table.on.sheet, row, column, params), table, at.row, at.column);
  }
}

/**
 * Returns the texts just above the names of schools, each with its lines up to the next text, except those above all
 * the schools.
 */
function sectionsOver({ on, bodyTop }: TableReading["table"], lines: readonly Line[]): Section[] {
  const row = on.top - 1;
  const cells = on.sheet.rows[row] ?? [];
  const heads = cells.flatMap((cell, column) =>
    typeof cell === "string" && !isBlank(cell) && column >= bodyTop ? [{ text: cell, column }] : [],
  );
  // A text above each school is its code or its number.
  if (heads.length * 2 > lines.length) return [];
  return heads
    .map(({ text, column }, at): Section => {
      const merge = on.sheet.merges.find((each) => each.top === row && each.left === column);
      const end = merge?.right ?? (heads[at + 1]?.column ?? on.right + 1) - 1;
      return { text, row, column, lines: lines.filter((line) => line.row >= column && line.row <= end) };
    })
    .filter((section) => section.lines.length > 0 && section.lines.length < lines.length);
}
