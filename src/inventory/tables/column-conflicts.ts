import { addTo, isBlank } from "../../cells";
import type { Anomaly } from "../../messages";
import { codeNamed, prestationName } from "../../tariff";
import { anomalyOfColumn } from "../anomalies";
import {
  countedNature,
  countsEquipment,
  isCorrected,
  isCounted,
  isUnknown,
  leftOut,
  refusedAs,
  type Column,
} from "../column";
import type { BodyRows } from "../table";
import { headingSays } from "../texts/heading";
import { areApart } from "../texts/installed-span";
import { saysTotal as saysTotalOfRows } from "../texts/total-words";
import { numberShown } from "../texts/values";
import type { TableBody } from "./column-contents";
import { holdsQuantities } from "./column-statistics";
import { saysWhen, spanOf } from "./column-years";

/** Qualifiers of kinds of one prestation, whose columns add up. */
const kinds: ReadonlySet<string> = new Set(
  "eleve classe reseau enseignant direction directeur directrice portable tbi bcd rased".split(" "),
);

/**
 * Resolves several columns of one prestation and nature: columns of different kinds (élèves, direction…) or of separate
 * periods add up; a short name yields to the full name beside it; otherwise none is billed, because they are equally
 * plausible.
 */
export function resolveRivals(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const result = new Map<number, Column>();
  const laser = columns.some((column) => column.role.kind === "untariffed" && isLaser(column.words));
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const { role, nature } = column;
    if (role.kind === "count" && role.code !== null)
      addTo(groups, `${role.code}|${countedNature(role.code, nature)}`, column);
  }
  const codes = new Set([...groups.keys()].map((key) => key.split("|")[0]!));
  for (const [key, group] of groups) {
    const code = key.split("|")[0]!;
    if (group.length === 1) {
      const [column] = group;
      const prestation = prestationName(body.grid, code);
      if (column!.weak && !isSettledByRival(code, codes, laser))
        anomalies.push(anomalyOfColumn("warning", "assumed-header", body.sheet, column!, { prestation }));
      continue;
    }
    // Columns that the user chose add up, as do those of installations in several periods when the user chose one.
    if (group.every(isCorrected) || (group.some(isCorrected) && group.every((one) => saysWhen(one, body)))) continue;
    const qualifiers = group.map((column) => column.qualifiers.filter((word) => kinds.has(word)).join("+"));
    if (areApart(group.map((column) => spanOf(column, body.campaign.snapshot)))) continue;
    if (qualifiers.every((kind) => kind !== "") && new Set(qualifiers).size === group.length) continue;
    const isSettled = group.filter(({ weak }) => !weak).length === 1;
    for (const column of group)
      if (!isSettled || column.weak) result.set(column.index, refusedAs(column, isSettled ? "ambiguous" : "twice"));
  }
  return columns.map((column) => result.get(column.index) ?? column);
}

/**
 * Gives a column of a nature or a year alone the prestation of the column to its left: « Postes | dont installés ».
 * (decisions §4)
 */
export function inheritLeft(columns: readonly Column[], body: TableBody): Column[] {
  let last: Column | null = null;
  // « Postes | Chaises | dont installés »: the installed chairs, whatever they are.
  const mayBeCounted = (column: Column): boolean =>
    (isUnknown(column) || (column.role.kind === "ignored" && isCorrected(column))) &&
    holdsQuantities(body.contents.of(column.index));
  return columns.map((column) => {
    const { role } = column;
    if (role.kind !== "count" || role.code !== null) {
      if (role.kind === "count" || role.kind === "untariffed" || role.kind === "refused") last = column;
      else if (mayBeCounted(column)) last = refusedAs(column, "ambiguous");
      return column;
    }
    // « Rappel 2013 » at the left of all: whatever it counts is of another year.
    if (last === null && recallsYear(column) && !column.years.includes(body.campaign.year))
      return leftOut(column, "other-year");
    if (last === null || !(column.subset || shareHeading(last, column) || recallsYear(column)))
      return refusedAs(column, "ambiguous");
    if (last.role.kind !== "count") return { ...column, role: last.role };
    return {
      ...column,
      role: last.role,
      words: `${last.words} ${column.words}`.trim(),
      qualifiers: last.qualifiers,
      weak: false,
    };
  });
}

/** Returns whether two columns have the same upper heading. */
function shareHeading(first: Column, second: Column): boolean {
  return first.texts.length > 1 && second.texts.length > 1 && first.texts[0] === second.texts[0];
}

/** Returns whether a heading is only a reminder of another year: « Rappel 2013 ». */
function recallsYear({ texts, years }: Column): boolean {
  return texts.length === 1 && years.length === 1 && headingSays(texts[0]!, (concept) => concept === "reminder");
}

/** The fewest rows that must add up. */
const fewest = 2;

/**
 * Leaves out a column that is the sum of the counted columns beside it in every row: « Total postes », « Postes » after
 * its parts.
 */
export function leaveOutTotals(columns: readonly Column[], body: TableBody): Column[] {
  return columns.map((column, at) => {
    const { role } = column;
    const mayTotal =
      (role.kind === "refused" && (role.why === "ambiguous" || role.why === "unclear")) ||
      (role.kind === "other" && role.why === "unknown") ||
      (role.kind === "count" && saysTotal(column));
    if (!mayTotal || isCorrected(column)) return column;
    const named = columns.filter((other) => other !== column && isOneOf(other, column, body));
    if (named.length >= fewest && addsUp(column, named, body, saysTotal(column) ? 0 : fewest))
      return leftOut(column, "total");
    // « Postes clients standard (Total) » covers no other prestation, whatever the sums of a few rows.
    if (role.kind === "count" && role.code !== null && !column.weak) return column;
    const areParts = [columns.slice(0, at).reverse(), columns.slice(at + 1)].some((beside) => {
      const other = beside.findIndex(({ role }) => !isCounted(role));
      const counted = other < 0 ? beside : beside.slice(0, other);
      return counted.some((_, last) => last + 1 >= fewest && addsUp(column, counted.slice(0, last + 1), body));
    });
    return areParts ? leftOut(column, "total") : column;
  });
}

export const saysTotal = ({ header }: Column): boolean => /\b(?:tota[lu]|ensemble)/i.test(header);

/**
 * Returns whether a column counts a prestation that the heading of a total may include, of the same nature: « Total
 * postes ».
 */
function isOneOf({ role, nature }: Column, total: Column, { readLabel }: TableBody): boolean {
  if (!countsEquipment(role) || countedNature(role.code, nature) !== countedNature(role.code, total.nature))
    return false;
  const codes = total.texts.flatMap((text): readonly string[] => {
    const { item } = readLabel(text);
    if (item.kind === "ambiguous") return item.candidates;
    return item.kind === "prestation" && item.weak ? [item.code, item.code.replace("_STD", "_SPEC")] : [];
  });
  return codes.includes(role.code);
}

/**
 * Returns whether a column is the sum of others in every row, with several terms in `atLeast` rows; total rows do not
 * count.
 */
export function addsUp(
  total: Column,
  parts: readonly Column[],
  { sheet, bodyTop, bottom }: BodyRows,
  atLeast = fewest,
): boolean {
  let rows = 0;
  let above = 0;
  for (let row = bodyTop; row <= bottom; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const written = cells[total.index] ?? null;
    const shown = numberShown(written);
    const numbers = parts.map(({ index }) => cells[index] ?? null);
    const sum = numbers.reduce<number>((all, cell) => all + (numberShown(cell) ?? 0), 0);
    if (isBlank(written)) {
      if (sum !== 0) return false;
      continue;
    }
    if (shown !== null && numbers.every(isBlank) && (saysTotalOfRows(cells) || (rows > 1 && shown === above))) {
      above = 0;
      continue;
    }
    if (shown === null || shown !== sum) return false;
    above += shown;
    if (numbers.filter((cell) => (numberShown(cell) ?? 0) !== 0).length > 1) rows += 1;
  }
  return rows >= atLeast;
}

/** Headings of what remains after arrivals and departures. */
const remains = /\b(?:soldes?|reste|restante?s?|net|nette|final|finale|apres)\b/i;

/**
 * Asks about « Existant | Nouveau | Sorti | Solde », where a column is another plus arrivals, less departures.
 * (decisions §4)
 */
export function askBalances(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const asked = new Set<Column>();
  for (const after of columns.filter(isUnknown)) {
    const codes = after.texts.map((text) => codeNamed(body.readLabel(text).item));
    const code = codes.findLast((each) => each !== null) ?? null;
    const found = columns.find((column) => mayBeBefore(column, after, code) && isBalance(column, after, columns, body));
    if (found === undefined) continue;
    asked.add(after);
    anomalies.push(anomalyOfColumn("error", "stock-before", body.sheet, after, { stock: found.header }));
  }
  return columns.map((column) => (asked.has(column) ? refusedAs(column, "reported") : column));
}

/** Returns whether a column may be the stock before a balance, whose heading names a prestation or none (null). */
function mayBeBefore(column: Column, after: Column, named: string | null): boolean {
  const { role, nature, index } = column;
  if (role.kind !== "count" || isCorrected(column) || index >= after.index) return false;
  if (named !== null && role.code !== null && role.code !== named) return false;
  return countedNature(role.code, nature) === "maintenance";
}

/** Returns whether a column is another plus arrivals, less departures, in every row, with a change in one at least. */
function isBalance(
  stock: Column,
  after: Column,
  columns: readonly Column[],
  { sheet, bodyTop, bottom }: BodyRows,
): boolean {
  const between = columns.filter(({ index }) => index > stock.index && index < after.index);
  const arrivals = between.filter(
    (column) =>
      column.role.kind === "count" &&
      stock.role.kind === "count" &&
      column.role.code === stock.role.code &&
      countedNature(column.role.code, column.nature) === "installation",
  );
  const exits = between.filter(({ role }) => role.kind === "other" && role.why === "out-of-service");
  if (exits.length === 0 && !(arrivals.length > 0 && remains.test(after.header))) return false;
  let moved = 0;
  for (let row = bodyTop; row <= bottom; row += 1) {
    const numberAt = ({ index }: Column): number | null => numberShown(sheet.rows[row]?.[index] ?? null);
    const [had, has] = [numberAt(stock), numberAt(after)];
    if (had === null && has === null) continue;
    const sumOf = (moves: readonly Column[]): number => moves.reduce((sum, each) => sum + (numberAt(each) ?? 0), 0);
    const [change, left] = [sumOf(arrivals), sumOf(exits)];
    if ((had ?? 0) + change - left !== (has ?? 0)) return false;
    if (change !== left) moved += 1;
  }
  return moved > 0;
}

/**
 * Returns whether words of equipment without a tariff mean laser printers: « Imprimantes » beside them are then
 * ink-jet.
 */
export function isLaser(words: string): boolean {
  return /laser|multifonction|copieur/.test(words);
}

/**
 * Returns whether another column decides what a short name means: lasers beside « Imprimantes », specific ones beside
 * « PC » or « Serveurs ». (decisions §4)
 */
export function isSettledByRival(code: string, others: ReadonlySet<string>, laser: boolean): boolean {
  return code === "IMPRIMANTE" ? laser : others.has(code.replace("_STD", "_SPEC"));
}
