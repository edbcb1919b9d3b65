import { fold, parseCellName } from "../cells";
import { columnRoles, concerns, stillSays, type ColumnRole } from "../options";
import { countedAs, headcount, type Grid, type Nature } from "../tariff";
import { correctedRank, leftOut, type Column, type Role } from "./column";
import { type SheetContext } from "./table";
import type { Flag } from "./texts/senses";

/** What a correction makes of a column. */
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

/** Returns the role of a column, of one prestation or of those that its rows name; null for a role that no choice gives. */
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
  // Whatever a column of states or remarks says, its rows are in service.
  ...["in service", "en service"].map((word) => [word, corrected({ kind: "ignored", why: "ignored" })] as const),
  // Every yes says it of its row, and every remark that speaks of leaving.
  ...["out", "sorti", "sortis", "sorties"].map((word) => [word, corrected({ kind: "status" }, null, "out")] as const),
  ...["stock", "en stock"].map((word) => [word, corrected({ kind: "status" }, null, "stock")] as const),
]);

/** The roles that follow the code of a prestation, by their words, folded. */
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

/** Returns the role and nature that a correction gives a column, or null if its words mean none. */
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
  const said = fold(rest.join(" "));
  if (said === "") return corrected({ kind: "count", code: counted });
  const dated = datedBy.get(said);
  if (dated !== undefined) return corrected(roleFor(dated, counted)!);
  const nature = natures[said];
  return nature === undefined ? null : corrected({ kind: "count", code: counted }, nature);
}

/** Returns the column as the user corrected it: at its cell, else by what the words of its heading mean everywhere. */
export function correct(
  column: Column,
  { sheet, corrections, words, grid }: Pick<SheetContext, "sheet" | "corrections" | "words" | "grid">,
): Column {
  for (const correction of corrections) {
    if (!concerns(correction, sheet)) continue;
    const place = parseCellName(correction.cell);
    if (place === null || place.column !== column.index || place.row !== column.headerRow) continue;
    const role = correctedRole(correction.as, grid);
    if (role === null || !stillSays(correction, sheet.rows[place.row]?.[place.column] ?? null)) continue;
    return asCorrected(column, role, correction.as);
  }
  for (const { kind, word, as } of words) {
    const isItem = kind === "prestation" && mayCount.has(column.role.kind);
    if (!(kind === "header" || isItem) || !isHeadedBy(column, word)) continue;
    const role = correctedRole(as, grid);
    // What names no prestation may still say something of each school: « Divers | ne plus facturer ».
    if (isItem && role?.role.kind === "ignored") return leftOut(column, "ignored");
    if (role !== null) return asCorrected(column, role, as);
  }
  return column;
}

/** Columns that a word said to be a prestation, or none, may head. */
const mayCount: ReadonlySet<Role["kind"]> = new Set(["count", "untariffed", "refused", "other"]);

/** Returns whether a column's lowest heading, or all of them together, are the word. */
function isHeadedBy({ texts, header }: Column, word: string): boolean {
  const folded = fold(word);
  return folded !== "" && (fold(texts.at(-1) ?? "") === folded || fold(header) === folded);
}

/** Returns a column with its corrected role. A year that dates what was installed dates what its own heading counts. */
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
