import type { Row, Table } from "../model";
import type { School } from "../truth";

type Rule = "added" | "first" | "last";

/** What a question of repeats is about. */
export type Asked = "rows" | "items" | "tables" | "either";

/**
 * What the same schools twice mean, in a table, or in it and others that show the same of them: null where neither is true.
 * `asked`: what the question is about.
 */
export function repeatsOf(table: Table, all: readonly Table[], asked: Asked): Rule | null {
  // What was installed is in service too: adding the two, across, would count it twice.
  const across = table.columns.filter(({ school }) => school !== undefined);
  const isAcross = new Set(across.map(({ school }) => school)).size > 1;
  if (isAcross && new Set(across.map(({ nature }) => nature)).size > 1) return null;
  const twice = asked === "tables" ? [] : twiceIn(table, asked === "items");
  if (twice.some((rows) => new Set(rows.map(({ school }) => school)).size > 1)) return null;
  if (twice.length > 0) return ruleOf(twice.map((rows) => rows.map(({ is }) => is === undefined)));
  // Items that no row of the table repeats may stand again beneath it.
  if (asked === "rows") return null;
  const alike = all.filter((other) => other === table || (showsTheSame(table, other) && shares(table, other)));
  const ofPupils = alike.some(({ kind }) => kind !== table.kind);
  const isDue = ofPupils ? showsDuePupils : ({ is, rows }: Table): boolean => is === undefined && rows.some(isPlain);
  return alike.length < 2 ? null : ruleOf([alike.map(isDue)]);
}

/** Rows of one name, prestation and nature in one commune. */
function twiceIn({ rows, columns }: Table, ofItems: boolean): Row[][] {
  // On a form, its columns are of the school.
  const ofForm = columns.find(({ school }) => school !== undefined)?.school;
  const groups = new Map<string, Row[]>();
  for (const row of rows.filter(({ kind }) => kind === "data")) {
    const school = row.school ?? ofForm;
    if (school === undefined || (ofItems && row.pupils === true)) continue;
    const key = JSON.stringify([school.commune[0], school.name, row.prestation, row.nature, row.pupils]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

const isPlain = ({ kind, is, pupils }: Row): boolean => kind === "data" && is === undefined && pupils !== true;

const showsPupils = ({ columns, rows }: Table): boolean =>
  columns.some(({ role }) => role === "headcount") || rows.some(({ pupils }) => pupils === true);

const showsDuePupils = ({ is, columns, rows }: Table): boolean =>
  is === undefined &&
  (rows.some((row) => row.pupils === true && row.is === undefined) ||
    columns.some((column) => column.role === "headcount" && column.is === undefined));

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
