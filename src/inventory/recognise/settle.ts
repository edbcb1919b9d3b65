import type { SheetCells } from "../../cells";
import type { Anomaly } from "../../messages";
import { prestationName } from "../../tariff";
import type { Campaign, Grid, Nature } from "../../tariff";
import { anomalyAt } from "../anomalies";
import type { Column } from "../table";
import { isLaser, isSettledByRival } from "../weak-names";
import { holdsAnything, holdsNumbers } from "./vote";

/** The body in which the columns are weighed. */
export interface Weighed {
  readonly sheet: SheetCells;
  readonly bodyTop: number;
  readonly bodyBottom: number;
  readonly campaign: Campaign;
  /** The table has a label column: a bare quantity takes its prestation from the row. */
  readonly labelled: boolean;
  readonly grid: Grid;
}

/** The nature under which a column counts: what its header says, else in service; spare parts are a flow (decisions §2). */
export function countedNature(code: string | null, nature: Nature | null): Nature {
  return nature ?? (code === "PIECES" ? "installation" : "maintenance");
}

/** The campaign year a header's years stand for: a span 2013-2014 holds the 1 November of its first year, and installs up to its last. */
export function columnYear(column: Column): number | null {
  if (column.years.length === 0) return null;
  return column.nature === "installation" ? Math.max(...column.years) : Math.min(...column.years);
}

/** Weighs the columns of a table against each other; each pass gives the columns back, and says what it refused. */
export function settleColumns(
  columns: readonly Column[],
  weighed: Weighed,
): { columns: Column[]; anomalies: Anomaly[] } {
  const anomalies: Anomaly[] = [];
  let settled = weighed.labelled ? labelledColumns(columns, weighed, anomalies) : inheritLeft(columns);
  settled = settled.map((column) => refuseSubset(column));
  settled = yearsApart(settled, weighed, anomalies);
  settled = headcountOverParts(settled);
  settled = rivals(settled, weighed, anomalies);
  for (const column of settled)
    if (
      column.role.kind === "refused" &&
      holdsAnything(weighed.sheet, column.index, weighed.bodyTop, weighed.bodyBottom)
    )
      anomalies.push(
        anomalyAt("error", refusals[column.role.why], weighed.sheet, column.headerRow, column.index, {
          header: column.header,
        }),
      );
  return { columns: settled, anomalies };
}

const refusals = { ambiguous: "ambiguous-header", unclear: "unclear-header", twice: "duplicate-header" } as const;

const other = (column: Column): Column => ({ ...column, role: { kind: "other" } });
const refused = (column: Column): Column => ({ ...column, role: { kind: "refused", why: "ambiguous" } });

/**
 * Beside a label column, only bare quantities count; a row's total beside its quantity is none of ours. What a heading counts
 * besides is told where it holds numbers: equipment is then not billed, an error.
 */
function labelledColumns(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
  for (const { role, index, headerRow, header } of columns) {
    const pupils = role.kind === "part" || (role.kind === "count" && role.code === "PORTAIL");
    if (!pupils && (role.kind !== "count" || role.code === null)) continue;
    if (holdsNumbers(weighed.sheet, index, weighed.bodyTop, weighed.bodyBottom))
      anomalies.push(
        anomalyAt(pupils ? "warning" : "error", "column-beside-label", weighed.sheet, headerRow, index, { header }),
      );
  }
  const quantities = columns.some((column) => column.role.kind === "count" && column.role.code === null);
  return columns.map((column) => {
    const kind = column.role.kind;
    if (kind === "count" && column.role.code !== null) return other(column);
    if (kind === "part" || kind === "untariffed") return other(column);
    if (kind === "refused" && (quantities || column.words !== "total")) return other(column);
    return column;
  });
}

/** « Postes clients | dont installés »: a column that only says a nature or a year counts what the column to its left counts. */
function inheritLeft(columns: readonly Column[]): Column[] {
  let last: Column | null = null;
  return columns.map((column) => {
    if (column.role.kind !== "count") {
      if (column.role.kind === "untariffed" || column.role.kind === "refused") last = column;
      return column;
    }
    if (column.role.code !== null) {
      last = column;
      return column;
    }
    if (last === null) return refused(column);
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

/** « dont portables » counts again what another column holds: unbilled until settled, unless it says what was installed. */
function refuseSubset(column: Column): Column {
  return column.subset && column.role.kind === "count" && column.nature !== "installation" ? refused(column) : column;
}

/** The same thing for several years: the campaign's counts, the others are set apart (decisions §4). */
function yearsApart(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const key = yearKey(column);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  const year = weighed.campaign.year;
  const result = new Map<number, Column>();
  for (const group of groups.values()) {
    const years = new Set(group.map(columnYear));
    const dated = group.filter((column) => columnYear(column) !== null);
    if (years.size > 1 && years.has(year)) {
      for (const column of group) if (columnYear(column) !== year) set(column, "info", "other-year-column");
    } else if (years.size > 1 && dated.length < group.length) {
      for (const column of dated) set(column, "info", "other-year-column");
    } else if (years.size > 1) {
      for (const column of group) set(column, "error", "ambiguous-years");
    } else if (years.size === 1 && dated.length > 0 && !years.has(year)) {
      // What is in service only in another year is weighed against the other tables.
      for (const column of group) if (column.nature === "installation") set(column, "warning", "installed-other-year");
    }
  }
  function set(
    column: Column,
    severity: "info" | "warning" | "error",
    code: "other-year-column" | "ambiguous-years" | "installed-other-year",
  ): void {
    anomalies.push(
      anomalyAt(severity, code, weighed.sheet, column.headerRow, column.index, {
        header: column.header,
        year: columnYear(column) ?? "",
        campaign: year,
      }),
    );
    result.set(column.index, other(column));
  }
  return columns.map((column) => result.get(column.index) ?? column);
}

function yearKey(column: Column): string | null {
  if (column.role.kind === "count")
    return `${column.role.code ?? ""}|${countedNature(column.role.code, column.nature)}|${column.school?.name ?? ""}|${column.qualifiers.join()}`;
  return column.role.kind === "part" ? `part|${column.role.part}` : null;
}

/** A total of pupils beside its parts is the headcount (decisions §2). */
function headcountOverParts(columns: readonly Column[]): Column[] {
  const total = columns.some((column) => column.role.kind === "count" && column.role.code === "PORTAIL");
  return total ? columns.map((column) => (column.role.kind === "part" ? other(column) : column)) : [...columns];
}

/** Qualifiers that tell one kind of the same prestation from another: such columns are added. */
const kinds = new Set([
  "eleve",
  "classe",
  "reseau",
  "enseignant",
  "direction",
  "directeur",
  "directrice",
  "portable",
  "tbi",
  "bcd",
  "rased",
]);

/**
 * Two columns for one prestation and nature: kinds that differ (élèves, direction…) are added; a name given alone yields to
 * the full name beside it; else neither is billed, since two equally good readings are no toss of a coin.
 */
function rivals(columns: readonly Column[], weighed: Weighed, anomalies: Anomaly[]): Column[] {
  const result = new Map<number, Column>();
  const at = (column: Column): readonly [number, number] => [column.headerRow, column.index];
  const counted = columns.filter(
    (column) => column.role.kind === "count" && column.role.code !== null && column.school === null,
  );
  const codes = new Set(
    counted.flatMap((column) => (column.role.kind === "count" && column.role.code !== null ? [column.role.code] : [])),
  );
  const laser = columns.some((column) => column.role.kind === "untariffed" && isLaser(column.words));
  const groups = new Map<string, Column[]>();
  for (const column of counted) {
    if (column.role.kind !== "count") continue;
    const key = `${column.role.code}|${countedNature(column.role.code, column.nature)}`;
    groups.set(key, [...(groups.get(key) ?? []), column]);
  }
  for (const group of groups.values()) {
    if (group.length > 1) {
      const told = group.map((column) => column.qualifiers.filter((word) => kinds.has(word)).join("+"));
      if (told.every((kind) => kind !== "") && new Set(told).size === group.length) continue;
      const strong = group.filter((column) => !column.weak);
      if (strong.length === 1)
        for (const column of group) {
          if (column.weak) result.set(column.index, refused(column));
        }
      else for (const column of group) result.set(column.index, { ...column, role: { kind: "refused", why: "twice" } });
      continue;
    }
    const column = group[0]!;
    if (!column.weak || column.role.kind !== "count") continue;
    const code = column.role.code!;
    if (!isSettledByRival(code, codes, laser))
      anomalies.push(
        anomalyAt("warning", "assumed-header", weighed.sheet, ...at(column), {
          header: column.header,
          prestation: prestationName(weighed.grid, code),
        }),
      );
  }
  return columns.map((column) => result.get(column.index) ?? column);
}
