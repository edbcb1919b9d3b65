import type { Row, Table } from "../model";
import type { School } from "../truth";

type Rule = "added" | "first" | "last";

/**
 * What the same schools twice mean, in a table, or in it and others that show the same of them: null where neither is true.
 * `asked`: what the question is about.
 */
export function repeatsOf(table: Table, all: readonly Table[], asked: "rows" | "tables" | "either"): Rule | null {
  // What was installed is in service too: adding the two would count it twice.
  const natures = new Set(table.columns.filter(({ school }) => school !== undefined).map(({ nature }) => nature));
  if (natures.size > 1) return null;
  const twice = asked === "tables" ? [] : twiceIn(table);
  if (twice.some((rows) => new Set(rows.map(({ school }) => school)).size > 1)) return null;
  if (twice.length > 0) return ruleOf(twice.map((rows) => rows.map(({ is }) => is === undefined)));
  if (asked === "rows") return null;
  const alike = all.filter((other) => other === table || (showsTheSame(table, other) && shares(table, other)));
  return alike.length < 2 ? null : ruleOf([alike.map(({ is, rows }) => is === undefined && rows.some(isPlain))]);
}

/** Rows of one name, prestation and nature in one commune. */
function twiceIn({ rows }: Table): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows.filter(({ kind, school }) => kind === "data" && school !== undefined)) {
    const key = JSON.stringify([row.school!.commune[0], row.school!.name, row.prestation, row.nature, row.pupils]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

const isPlain = ({ kind, is, pupils }: Row): boolean => kind === "data" && is === undefined && pupils !== true;

const showsPupils = ({ columns, rows }: Table): boolean =>
  columns.some(({ role }) => role === "headcount") || rows.some(({ pupils }) => pupils === true);

const showsTheSame = (one: Table, other: Table): boolean =>
  one.kind === other.kind || (showsPupils(one) && showsPupils(other));

function shares(one: Table, other: Table): boolean {
  const own = schoolsOf(one);
  return [...schoolsOf(other)].some((school) => own.has(school));
}

const schoolsOf = ({ rows, columns }: Table): Set<School> =>
  new Set([...rows, ...columns].flatMap(({ school }) => (school === undefined ? [] : [school])));

function ruleOf(groups: readonly (readonly boolean[])[]): Rule | null {
  if (groups.every((due) => due.every(Boolean))) return "added";
  const isKept = (at: number): boolean =>
    groups.every((due) => due.filter(Boolean).length === 1 && due.at(at) === true);
  return isKept(0) ? "first" : isKept(-1) ? "last" : null;
}
