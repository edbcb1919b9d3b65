import { fold } from "../../cells";
import { headcount } from "../../tariff";
import { anomalyOfColumn } from "../anomalies";
import { error } from "../ledger";
import { isCorrected, reasonOf, type Column } from "../column";
import type { TableReading } from "../table-reading";
import { writtenNature } from "../rows/row-natures";
import { areSignsOfMovement, movementIn } from "../texts/movement";
import { titleKind } from "../texts/title";

/** The most different texts in a column of movements. */
const mostTexts = 8;

/**
 * Asks about a column of arrivals and departures in a table with labels, whose quantities cannot be added nor
 * subtracted: the table lists movements, not the equipment in service. In a table of installations, the user may answer
 * word by word. (decisions §4)
 */
export function askOfMovements(reading: TableReading): void {
  const { table, lines, reader } = reading;
  // A table of another kind is asked about, or left out, as a whole.
  if (table.layout !== "item-rows" || !(table.kind === "inventory" || table.kind === "installations")) return;
  const facts = lines.flatMap((line) => line.facts).filter(({ code }) => code !== headcount);
  const open = facts.filter((fact) => fact.dates === null && reader.ledger.isOpen(fact));
  if (open.length === 0) return;
  const rows = new Set(open.map(({ line }) => line.row));
  const [first] = table.columns.flatMap((column) => {
    const value = movementUnder(column, reading, rows);
    return value === null ? [] : [{ column, value }];
  });
  if (first === undefined) return;
  const { column, value } = first;
  const isFlow = (table.titles ?? []).some(
    (title) => titleKind(title, reader.context.campaign.snapshot)?.kind === "installations",
  );
  const params = { value, ...((isFlow || table.kind === "installations") && { installations: 1 }) };
  const told = anomalyOfColumn("error", "movements-column", table.sheet, column, params);
  reader.ledger.tell(told, table, column.headerRow, column.index);
  for (const fact of open) {
    reader.ledger.claim(fact, error);
    reader.fail(fact.line.row);
  }
}

/** Returns a word of a column that means an arrival or a departure; null when there is none. */
function movementUnder(column: Column, { reader }: TableReading, rows: ReadonlySet<number>): string | null {
  const { role, index } = column;
  if (isCorrected(column) || !["other", "ignored", "nature"].includes(role.kind)) return null;
  const cells = [...rows].map((row) => reader.cell(row, index));
  const texts = cells.filter((cell) => typeof cell === "string").filter((text) => text.trim() !== "");
  if (cells.some((cell) => cell !== null && typeof cell !== "string")) return null;
  // A remark, « retour d'un poste », changes no count.
  if (reasonOf(column) === "remark") return null;
  const said = new Map(texts.map((text) => [fold(text).trim(), text.trim()]));
  if (said.size === 0 || said.size > mostTexts) return null;
  const words = [...said.values()];
  if (areSignsOfMovement(new Set(words))) return words.find((word) => /^(?:s|d|[-−–—])/i.test(word)) ?? words[0]!;
  const left = words.find((word) => movementIn(word) === "left");
  if (role.kind !== "nature") return left ?? words.find((word) => movementIn(word) === "came") ?? null;
  const natures = words.map((word) => writtenNature(word, reader.context));
  if (natures.includes("maintenance") || natures.includes("nothing")) return null;
  // « Report », « Entrée »: the previous stock and the arrivals.
  const isAdded = natures.includes(null) && words.some((word) => /^(?:entree|ajout)/.test(fold(word)));
  return left ?? (isAdded ? words.find((word) => movementIn(word) === "came")! : null);
}
