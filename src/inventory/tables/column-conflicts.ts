import { addTo } from "../../cells";
import type { Anomaly } from "../../messages";
import { prestationName, type Campaign } from "../../tariff";
import { anomalyOfColumn } from "../anomalies";
import {
  countedNature,
  countsPupils,
  isCorrected,
  isCounted,
  isUnknown,
  leftOut,
  refusedAs,
  type BodyRows,
  type Column,
} from "../table";
import { campaignOfYears } from "../words/titles";
import type { TableBody } from "./column-contents";
import { holdsQuantities } from "./column-statistics";

/** Qualifiers that tell one kind of the same prestation from another: such columns are added. */
const kinds: ReadonlySet<string> = new Set(
  "eleve classe reseau enseignant direction directeur directrice portable tbi bcd rased".split(" "),
);

/**
 * Resolves two columns for one prestation and nature: kinds that differ (élèves, direction…) are added; a name given alone
 * yields to the full name beside it; else neither is billed, since two equally good readings are no toss of a coin.
 */
export function resolveRivals(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const result = new Map<number, Column>();
  const laser = columns.some((column) => column.role.kind === "untariffed" && isLaser(column.words));
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const { role, nature, school } = column;
    if (role.kind === "count" && role.code !== null && school === null)
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
    // The user said of each what it is: they add up.
    if (group.every(isCorrected)) continue;
    const told = group.map((column) => column.qualifiers.filter((word) => kinds.has(word)).join("+"));
    if (told.every((kind) => kind !== "") && new Set(told).size === group.length) continue;
    const isSettled = group.filter(({ weak }) => !weak).length === 1;
    for (const column of group)
      if (!isSettled || column.weak) result.set(column.index, refusedAs(column, isSettled ? "ambiguous" : "twice"));
  }
  return columns.map((column) => result.get(column.index) ?? column);
}

/**
 * Gives a column that only says a nature or a year what the column to its left counts, under a heading common to both, or if it
 * says itself to be a part of it: « Salle info › Postes clients | dont installés ». (decisions §4)
 */
export function inheritLeft(columns: readonly Column[], body: TableBody): Column[] {
  let last: Column | null = null;
  // « Postes | Chaises | dont installés »: those of the chairs, whatever chairs are.
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
    if (last === null || !(column.subset || shareHeading(last, column))) return refusedAs(column, "ambiguous");
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

/** Returns whether both stand under the same upper heading. */
function shareHeading(first: Column, second: Column): boolean {
  return first.texts.length > 1 && second.texts.length > 1 && first.texts[0] === second.texts[0];
}

/** At least so many rows must add up. */
const fewest = 2;

/**
 * Leaves out a column whose every number is the sum of counted columns right before it: it is their total, and counts nothing:
 * « Total », « Total postes », « Postes » after « Postes élèves | Postes direction ».
 */
export function leaveOutTotals(columns: readonly Column[], body: TableBody): Column[] {
  return columns.map((column, at) => {
    const { role } = column;
    const mayTotal =
      (role.kind === "refused" && (role.why === "ambiguous" || role.why === "unclear")) ||
      (role.kind === "other" && column.why === "unknown") ||
      (role.kind === "count" && /\btota[lu]/i.test(column.header));
    if (!mayTotal || isCorrected(column)) return column;
    for (let first = at - 2; first >= 0; first -= 1) {
      const parts = columns.slice(first, at);
      if (!parts.every((part) => isCounted(part.role))) break;
      if (addsUp(column, parts, body)) return leftOut(column, "total");
    }
    return column;
  });
}

/** Returns whether every number of a column is the sum of those beside it in others, on some rows of several of them. */
export function addsUp(total: Column, parts: readonly Column[], { sheet, bodyTop, bottom }: BodyRows): boolean {
  let rows = 0;
  for (let row = bodyTop; row <= bottom; row += 1) {
    const cells = sheet.rows[row] ?? [];
    const shown = cells[total.index] ?? null;
    const numbers = parts.map(({ index }) => cells[index] ?? null);
    const sum = numbers.reduce<number>((all, cell) => all + (typeof cell === "number" ? cell : 0), 0);
    if (shown === null || shown === "") {
      if (sum !== 0) return false;
      continue;
    }
    if (typeof shown !== "number" || shown !== sum) return false;
    if (numbers.filter((cell) => typeof cell === "number" && cell !== 0).length > 1) rows += 1;
  }
  return rows >= fewest;
}

/** Names of what remains once entries and exits are counted. */
const remains = /\b(?:soldes?|reste|restante?s?|net|nette|final|finale|apres)\b/i;

/**
 * Asks of a column that is another one plus what came, less what left, on each row (« Existant | Nouveau | Sorti | Solde »):
 * the other may be what there was before; the one that is understood is billed meanwhile. (decisions §4)
 */
export function askBalances(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const asked = new Set<Column>();
  for (const after of columns.filter(isUnknown)) {
    const found = columns.find((column) => mayBeBefore(column, after) && isBalance(column, after, columns, body));
    if (found === undefined) continue;
    asked.add(after);
    anomalies.push(anomalyOfColumn("error", "stock-before", body.sheet, after, { stock: found.header }));
  }
  return columns.map((column) => (asked.has(column) ? refusedAs(column, "told") : column));
}

function mayBeBefore(column: Column, after: Column): boolean {
  const { role, nature, index } = column;
  if (role.kind !== "count" || isCorrected(column) || index >= after.index) return false;
  return countedNature(role.code, nature) === "maintenance";
}

/** Returns whether a column is another one plus what came, less what left, on every row, and something moved on one. */
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
  const exits = between.filter(({ why, role }) => role.kind === "other" && why === "out-of-service");
  if (exits.length === 0 && !(arrivals.length > 0 && remains.test(after.header))) return false;
  let moved = 0;
  for (let row = bodyTop; row <= bottom; row += 1) {
    const numberAt = ({ index }: Column): number | null => {
      const cell = sheet.rows[row]?.[index] ?? null;
      return typeof cell === "number" ? cell : null;
    };
    const [had, has] = [numberAt(stock), numberAt(after)];
    if (had === null && has === null) continue;
    const sumOf = (moves: readonly Column[]): number => moves.reduce((sum, each) => sum + (numberAt(each) ?? 0), 0);
    const [change, left] = [sumOf(arrivals), sumOf(exits)];
    if ((had ?? 0) + change - left !== (has ?? 0)) return false;
    if (change !== left) moved += 1;
  }
  return moved > 0;
}

/** Returns the campaign of a header's years, or null: side by side, they are school years, which install up to their last. */
export function columnYear(column: Column): number | null {
  return campaignOfYears(column.years, column.nature !== "installation");
}

/**
 * Resolves the same thing for several years: the campaign's counts, the others are set apart. What is in service only in
 * another year is weighed against the other tables. (decisions §4)
 */
export function resolveYears(columns: readonly Column[], body: TableBody, anomalies: Anomaly[]): Column[] {
  const groups = new Map<string, Column[]>();
  const { year } = body.campaign;
  const mixed = new Set(columns.filter((column) => mixesCampaigns(column, year)));
  for (const column of columns) {
    const key = mixed.has(column) ? null : yearKey(column);
    if (key !== null) addTo(groups, key, column);
  }
  const result = new Map<number, Column>();
  const tell = (column: Column, severity: "info" | "error" | "warning", code: YearCode): void => {
    const params = { year: columnYear(column) ?? "", campaign: year, before: year - 1 };
    anomalies.push(anomalyOfColumn(severity, code, body.sheet, column, params));
  };
  const leave = (column: Column, severity: "info" | "warning", code: YearCode): void => {
    tell(column, severity, code);
    result.set(column.index, leftOut(column, "other-year"));
  };
  const refuse = (column: Column, code: YearCode): void => {
    tell(column, "error", code);
    result.set(column.index, refusedAs(column, "told"));
  };
  for (const column of mixed) refuse(column, "installed-since");
  for (const group of groups.values()) {
    const kept = keptOf(group, body.campaign);
    if (kept !== null) {
      for (const column of group) if (!kept.includes(column)) leave(column, "info", "other-year-column");
    } else if (group.some(({ nature, role }) => nature === "installation" && !countsPupils(role))) {
      // What was installed another year is no installation of this one, whatever else stands beside it.
      for (const column of group) leave(column, "warning", "installed-other-year");
    } else if (new Set(group.map(columnYear)).size > 1) {
      for (const column of group) refuse(column, "ambiguous-years");
    } else if (columnYear(group[0]!) === year) {
      for (const column of group) refuse(column, "only-other-year");
    }
  }
  return columns.map((column) => result.get(column.index) ?? column);
}

type YearCode =
  "installed-since" | "other-year-column" | "ambiguous-years" | "installed-other-year" | "only-other-year";

/**
 * Returns whether « Installés depuis 2012 » mixes campaigns: nothing tells how many are of this one, how many of those before.
 */
function mixesCampaigns(column: Column, campaign: number): boolean {
  const year = columnYear(column);
  return column.since && column.role.kind === "count" && !countsPupils(column.role) && year !== null && year < campaign;
}

/** Returns the columns of the campaign among those that show one thing; null when none is. */
function keptOf(group: readonly Column[], { year, snapshot }: Campaign): Column[] | null {
  const dated = group.filter((column) => columnYear(column) !== null);
  if (dated.length === 0) return countsPupils(group[0]!.role) ? lastOf(group) : [...group];
  const own = dated.filter((column) => columnYear(column) === year);
  if (own.length > 0 && countsPupils(own[0]!.role)) {
    const end = snapshot.year * 10_000 + snapshot.month * 100 + snapshot.day;
    const moments = own.map((column) => momentOf(column));
    const last = Math.max(...moments.filter((moment) => moment <= end));
    return Number.isFinite(last) ? own.filter((_, at) => moments[at] === last) : null;
  }
  if (own.length > 0) return own;
  const undated = group.filter((column) => columnYear(column) === null);
  return undated.length > 0 ? undated : null;
}

/** Returns « Au 1er novembre » alone, the last one, beside « Rentrée », of no year; else all: they are not told apart. */
function lastOf(group: readonly Column[]): Column[] {
  const onSnapshot = group.filter(({ header }) => /\b(?:1er nov|0?1 ?\/ ?11\b)/i.test(header));
  const isOpening = ({ header }: Column): boolean => /\brentr[ée]e\b/i.test(header);
  return onSnapshot.length > 0 && group.every((column) => onSnapshot.includes(column) || isOpening(column))
    ? onSnapshot
    : [...group];
}

/** Returns when pupils were counted, as 20141101; a school year, or a year alone, begins in September. */
function momentOf(column: Column): number {
  const day = column.days.at(-1);
  return day ?? (columnYear(column) ?? 0) * 10_000 + 901;
}

function yearKey(column: Column): string | null {
  if (column.role.kind === "count")
    return `${column.role.code ?? ""}|${countedNature(column.role.code, column.nature)}|${column.school?.name ?? ""}|${column.qualifiers.join()}`;
  return column.role.kind === "part" ? `part|${column.role.part}` : null;
}

/** Returns whether words of equipment without tariff name lasers: « Imprimantes » alone is then ink-jet ones. */
export function isLaser(words: string): boolean {
  return /laser|multifonction|copieur/.test(words);
}

/**
 * Returns whether a rival beside it settles a name given alone: lasers for « Imprimantes », the specific prestation for « PC »
 * and « Serveurs ». Without one it is accepted with a warning. (decisions §4)
 */
export function isSettledByRival(code: string, others: ReadonlySet<string>, laser: boolean): boolean {
  return code === "IMPRIMANTE" ? laser : others.has(code.replace("_STD", "_SPEC"));
}
