import { isBlank, type Cell } from "../../cells";
import { isCorrected, type Column, type Role } from "../column";
import { rowsOf } from "../table";
import type { TableBody } from "./column-contents";
import { holdsDates, holdsYears } from "./column-statistics";

/** Roles that a heading may give a column of survey dates: « Relevé du », « Situation au », « Inventaire ». */
const mayDate: ReadonlySet<Role["kind"]> = new Set([
  "other",
  "ignored",
  "date",
  "status",
  "refused",
  "inventory-number",
]);
/** The fewest years that make a column of years. */
const fewestYears = 2;

/** Roles that already give the campaign, or show that each row is one machine. */
const decidingRoles: ReadonlySet<Role["kind"]> = new Set(["campaign", "inventory-number", "serial-number"]);
/** Roles that identify the school and the prestation of a row. */
const named: ReadonlySet<Role["kind"]> = new Set(["commune", "insee", "school", "level", "label", "nature"]);

/**
 * Reads a column of dates or years as the dates of surveys, when the same schools and prestations occur at several
 * dates. (decisions §4)
 */
export function readSurveyDates(columns: readonly Column[], body: TableBody): Column[] {
  const mayBeDated = ({ role, index }: Column): boolean =>
    mayDate.has(role.kind) && (holdsDates(body.contents.of(index)) || holdsYears(body.contents.of(index), fewestYears));
  if (columns.some((column) => decidingRoles.has(column.role.kind) && !mayBeDated(column))) return [...columns];
  const keys = columns.filter(({ role }) => named.has(role.kind));
  return columns.map((column) =>
    !isCorrected(column) && mayBeDated(column) && comesDown(column, body) && listsSurveys(column, keys, body)
      ? { ...column, role: { kind: "campaign" }, nature: null, flag: null }
      : column,
  );
}

/** Returns whether each survey has several rows, unlike numbers of machines such as « 2010 », « 2011 ». */
function comesDown({ role, index }: Column, { sheet, ...body }: TableBody): boolean {
  if (role.kind !== "inventory-number") return true;
  const values = rowsOf(body)
    .map((row) => sheet.rows[row]?.[index] ?? null)
    .filter((cell) => !isBlank(cell));
  return new Set(values).size * 2 <= values.length;
}

/** Returns whether what rows count occurs at most once at each date, and at least half of it at several dates. */
function listsSurveys(column: Column, keys: readonly Column[], body: TableBody): boolean {
  const codeIn = (text: string): string => {
    const { item } = body.readLabel(text);
    return item.kind === "prestation" ? item.code : text;
  };
  return comesAgain(column, keys, body, (text) => text) || comesAgain(column, keys, body, codeIn);
}

function comesAgain(
  { index }: Column,
  keys: readonly Column[],
  { sheet, ...body }: TableBody,
  labelled: (text: string) => string,
): boolean {
  const dates = new Map<string, Set<Cell>>();
  const last = keys.map(() => "");
  let section = "";
  for (const row of rowsOf(body)) {
    const cells = sheet.rows[row] ?? [];
    if (isBlank(cells[index] ?? null)) {
      const filled = cells.filter((cell) => !isBlank(cell));
      // A title of its own, « Larnod », names what the rows below belong to.
      if (filled.length === 1) section = String(filled[0]);
      continue;
    }
    keys.forEach((key, at) => {
      const cell = cells[key.index] ?? null;
      if (!isBlank(cell)) last[at] = key.role.kind === "label" ? labelled(String(cell)) : String(cell);
    });
    const key = [section, ...last].join("|");
    const known = dates.get(key) ?? new Set();
    const date = cells[index] ?? null;
    if (known.has(date)) return false;
    dates.set(key, known.add(date));
  }
  const repeated = [...dates.values()].filter(({ size }) => size > 1).length;
  return repeated > 1 && repeated * 2 >= dates.size;
}
