import { fold, parseCellName } from "../cells";
import { columnRoles, concerns, isAsRecorded, type ColumnRole } from "../options";
import { countedAs, headcount, type Grid, type Nature } from "../tariff";
import { correctedRank, leftOut, type Column, type Role } from "./column";
import type { SheetContext } from "./table";
import type { Flag } from "./texts/senses";

/** The role that a correction gives a column, with its nature and its yes-or-no meaning. */
interface Corrected {
  readonly role: Role;
  readonly nature: Nature | null;
  readonly flag: Flag | null;
}

const corrected = (role: Role, nature: Nature | null = null, flag: Flag | null = null): Corrected => ({
  role,
  nature,
  flag,
});

/**
 * Returns the role that a choice gives; `code`: the prestation counted, null when the rows name it. Null for a role
 * that no choice can give.
 */
function roleFor(role: ColumnRole, code: string | null): Role | null {
  switch (role) {
    case "quantity":
      return { kind: "count", code };
    case "headcount":
      return { kind: "count", code: headcount };
    case "year-installed":
    case "date-installed":
      return { kind: "installed-on", code, unit: role === "year-installed" ? "year" : "day" };
    case "headcount-part":
    case "untariffed":
    case "refused":
      return null;
    default:
      return role === "ignored" ? { kind: role, why: "ignored" } : { kind: role };
  }
}

const meaningOf: ReadonlyMap<string, Corrected> = new Map([
  ...Object.entries(columnRoles).flatMap(([name, { words = [], isOfPrestation }]) => {
    const role = isOfPrestation ? null : roleFor(name as ColumnRole, null);
    return role === null ? [] : words.map((word) => [fold(word), corrected(role)] as const);
  }),
  // A column of states or remarks corrected to « in service » is ignored: all its rows are in service.
  ...["in service", "en service"].map((word) => [word, corrected({ kind: "ignored", why: "ignored" })] as const),
  // A column corrected to « out » takes its rows out of service by each yes, and by each remark about leaving.
  ...["out", "sorti", "sortis", "sorties"].map((word) => [word, corrected({ kind: "status" }, null, "out")] as const),
  ...["stock", "en stock"].map((word) => [word, corrected({ kind: "status" }, null, "stock")] as const),
]);

/** The roles that may follow the code of a prestation, by their folded words. */
const datedBy: ReadonlyMap<string, ColumnRole> = new Map(
  (["year-installed", "date-installed"] as const).flatMap((role) =>
    (columnRoles[role].words ?? []).map((word) => [fold(word), role] as const),
  ),
);

const natures: Readonly<Record<string, Nature>> = {
  installation: "installation",
  installe: "installation",
  maintenance: "maintenance",
};

/** Returns the role and nature that the words of a correction give a column; null when they mean none. */
export function correctedRole(as: string, grid: Grid): Corrected | null {
  const folded = fold(as);
  const known = meaningOf.get(folded);
  if (known !== undefined) return known;
  const bare = natures[/^(?:quantity|quantite) (\w+)$/.exec(folded)?.[1] ?? ""];
  if (bare !== undefined) return corrected({ kind: "count", code: null }, bare);
  const [code = "", ...rest] = as.trim().split(/\s+/);
  const row = grid.rows.find((each) => each.code === code.toUpperCase());
  if (row === undefined) return null;
  const counted = countedAs(grid, row.code);
  const word = fold(rest.join(" "));
  if (word === "") return corrected({ kind: "count", code: counted });
  const dated = datedBy.get(word);
  if (dated !== undefined) return corrected(roleFor(dated, counted)!);
  const nature = natures[word];
  return nature === undefined ? null : corrected({ kind: "count", code: counted }, nature);
}

/**
 * Returns the column with the user's correction applied: the correction of its cell first, then the meaning given to a
 * word of its heading. Returns it unchanged when there is none.
 */
export function correct(
  column: Column,
  { sheet, corrections, words, grid }: Pick<SheetContext, "sheet" | "corrections" | "words" | "grid">,
): Column {
  for (const correction of corrections) {
    if (!concerns(correction, sheet)) continue;
    const place = parseCellName(correction.cell);
    if (place === null || place.column !== column.index || place.row !== column.headerRow) continue;
    const role = correctedRole(correction.as, grid);
    if (role === null || !isAsRecorded(correction, sheet.rows[place.row]?.[place.column] ?? null)) continue;
    return asCorrected(column, role, correction.as);
  }
  for (const { kind, word, as } of words) {
    const isItem = kind === "prestation" && mayCount.has(column.role.kind);
    if (!(kind === "header" || isItem) || !isHeadedBy(column, word)) continue;
    const role = correctedRole(as, grid);
    // A word that names no prestation does not silence a heading about schools: « Divers | ne plus facturer ».
    if (isItem && role?.role.kind === "ignored") return leftOut(column, "ignored");
    if (role !== null) return asCorrected(column, role, as);
  }
  return column;
}

/** Roles of the columns to which the meaning given to a prestation word may apply. */
const mayCount: ReadonlySet<Role["kind"]> = new Set(["count", "untariffed", "refused", "other"]);

/** Returns whether a word is the lowest heading text of a column, or its whole header; accents and case are ignored. */
function isHeadedBy({ texts, header }: Column, word: string): boolean {
  const folded = fold(word);
  return folded !== "" && (fold(texts.at(-1) ?? "") === folded || fold(header) === folded);
}

/**
 * Returns a column with its corrected role. A date of installation without a prestation dates the prestation of the
 * column's own heading.
 */
function asCorrected(column: Column, { role, nature, flag }: Corrected, as: string): Column {
  const own = column.role.kind === "count" || column.role.kind === "installed-on" ? column.role.code : null;
  const dated: Role = role.kind === "installed-on" && role.code === null ? { ...role, code: own } : role;
  return {
    ...column,
    role: dated,
    nature,
    flag,
    words: as,
    weak: false,
    subset: false,
    years: [],
    days: [],
    period: null,
    since: false,
    rank: correctedRank,
  };
}
