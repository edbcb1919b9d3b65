import { fold, isBlank } from "../../cells";
import { headcount } from "../../tariff";
import { anomalyOfColumn, type Params } from "../anomalies";
import type { Fact } from "../facts";
import { error } from "../ledger";
import { columnOf, isCorrected, reasonOf, type Column } from "../column";
import type { TableReading } from "../table-reading";
import { writtenNature } from "../rows/row-natures";
import { areSignsOfMovement, movementIn } from "../texts/movement";
import { titleKind } from "../texts/title";

/** A column of more different texts is a remark, unless half of them are movements: « Livraison BL 12 », « Retour BL 13 ». */
const mostTexts = 8;

/**
 * Asks about a column of arrivals and departures in a table with labels, whose quantities cannot be added nor subtracted: the
 * table lists movements, not the equipment in service. In a table of installations, the user may answer word by word.
 * (decisions §4)
 */
export function askOfMovements(reading: TableReading): void {
  const { table, lines, reader } = reading;
  if (table.layout !== "item-rows") return;
  const facts = lines.flatMap((line) => line.facts).filter(({ code }) => code !== headcount);
  const open = facts.filter((fact) => reader.ledger.isOpen(fact));
  const rows = new Set(open.map(({ line }) => line.row));
  const balance = table.columns.find((column) => isRunningBalance(column, reading));
  if (balance !== undefined) return report(reading, balance, open, { value: balance.header, balance: 1 });
  const [first] = table.columns.flatMap((column) => {
    const value = movementUnder(column, reading, rows);
    return value === null ? [] : [{ column, value }];
  });
  if (first === undefined) return;
  const { column, value } = first;
  const isFlow = (table.titles ?? []).some(
    (title) => titleKind(title, reader.context.campaign.snapshot)?.kind === "installations",
  );
  report(reading, column, open, {
    value,
    words: 1,
    ...((isFlow || table.kind === "installations") && { installations: 1 }),
  });
}

function report({ table, reader }: TableReading, column: Column, open: readonly Fact[], params: Params): void {
  if (open.length === 0) return;
  const anomaly = anomalyOfColumn("error", "movements-column", table.sheet, column, params);
  reader.ledger.report(anomaly, table, column.headerRow, column.index);
  for (const fact of open) {
    reader.ledger.claim(fact, error);
    reader.fail(fact.line.row);
  }
}

/**
 * Returns whether a column is the balance of movements, « Entrées | Sorties | Solde », where the rows of one prestation
 * in one school follow from each other: neither the balances nor the arrivals add up to what is in service.
 */
function isRunningBalance({ index, header }: Column, { table, lines, reader }: TableReading): boolean {
  if (!/\b(?:soldes?|cumul\w*)\b/.test(fold(header))) return false;
  const numberAt = (row: number, column: number): number => Number(reader.cell(row, column) ?? 0);
  const label = columnOf(table, "label");
  const moves = table.columns.flatMap((column) => {
    const movement = column.index === index ? null : movementIn(column.header);
    return movement === null ? [] : [{ index: column.index, sign: movement === "came" ? 1 : -1 }];
  });
  const before = new Map<string, number>();
  let followed = 0;
  for (const { row, who } of lines) {
    const key = JSON.stringify([who.key, label === null ? null : reader.cell(row, label.index)]);
    const [had, has] = [before.get(key), numberAt(row, index)];
    before.set(key, has);
    if (had === undefined) continue;
    if (moves.reduce((sum, move) => sum + move.sign * numberAt(row, move.index), had) !== has) return false;
    followed += 1;
  }
  return followed > 0;
}

/** A key, made of the codes of what its row is about: « SAO|MES|PS ». */
const aKey = /^[\p{L}\d]+(?:[|/_.-][\p{L}\d]*)+$/u;
/** Returns a key without its codes, which are no abbreviations of words: « MES » is not « mise en service ». */
const withoutCodes = (key: string): string => key.replace(/(?<![\p{L}\d])[\p{L}\d]{1,3}(?![\p{L}\d])/gu, " ").trim();

/** Returns a word of a column that means an arrival or a departure; null when there is none. */
function movementUnder(column: Column, { reader }: TableReading, rows: ReadonlySet<number>): string | null {
  const { role, index } = column;
  if (isCorrected(column) || !["other", "ignored", "nature"].includes(role.kind)) return null;
  const cells = [...rows].map((row) => reader.cell(row, index));
  const texts = cells.flatMap((cell) => (typeof cell === "string" && !isBlank(cell) ? [cell.trim()] : []));
  // A remark, « retour d'un poste », changes no count.
  if (reasonOf(column) === "remark" || areRemarks(texts, rows.size)) return null;
  const distinct = [...new Map(texts.map((text) => [fold(text), text])).values()];
  const words = distinct.every((text) => aKey.test(text)) ? distinct.map(withoutCodes) : distinct;
  if (areSignsOfMovement(new Set(words))) return words[0]!;
  const moving = words.filter((word) => movementIn(word) !== null);
  if (words.length > mostTexts && moving.length * 2 < words.length) return null;
  const left = moving.find((word) => movementIn(word) === "left");
  if (role.kind !== "nature") return left ?? moving[0] ?? null;
  const natures = words.map((word) => writtenNature(word, reader.context));
  if (natures.includes("maintenance")) return null;
  // « Report », « Entrée »: the previous stock and the arrivals.
  const added = natures.includes(null) ? moving.find((word) => /entree|ajout/.test(fold(word))) : undefined;
  return left ?? added ?? null;
}

/**
 * Returns whether texts on less than half of the rows are remarks, « prêt rendu le 12/09 »: none is a movement in a single
 * word, « Sortie ».
 */
function areRemarks(texts: readonly string[], rowCount: number): boolean {
  return texts.length * 2 < rowCount && !texts.some((text) => aWord.test(text) && movementIn(text) !== null);
}

/** A single word, with signs around it. */
const aWord = /^\P{L}*\p{L}+\P{L}*$/u;
