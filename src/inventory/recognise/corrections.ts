import { fold, parseCellName } from "../../cells";
import type { SheetCells } from "../../cells";
import { concerns, stillSays } from "../../options";
import type { MappingCorrection, WordChoice } from "../../options";
import type { Grid, Nature } from "../../tariff";
import type { Column, Flag, Role } from "../table";
import type { StructuralRole } from "./roles";

/** The words that a correction gives a role with, in English and in French, folded. */
const structural: Readonly<Record<string, StructuralRole>> = {
  commune: "commune",
  insee: "insee",
  "code insee": "insee",
  school: "school",
  ecole: "school",
  label: "label",
  prestation: "label",
  libelle: "label",
  designation: "label",
  nature: "nature",
  "date in": "date-in",
  entry: "date-in",
  entree: "date-in",
  "date d entree": "date-in",
  "date out": "date-out",
  exit: "date-out",
  sortie: "date-out",
  "date de sortie": "date-out",
  status: "status",
  state: "status",
  etat: "status",
  statut: "status",
  entity: "entity",
  entite: "entity",
  location: "location",
  lieu: "location",
  campaign: "campaign",
  campagne: "campaign",
  level: "level",
  niveau: "level",
  "inventory number": "inventory-number",
  "numero d inventaire": "inventory-number",
  "serial number": "serial-number",
  "numero de serie": "serial-number",
  ignored: "ignored",
  ignorer: "ignored",
  ignore: "ignored",
  ignoree: "ignored",
  nothing: "ignored",
  rien: "ignored",
};

/** What every yes of a column says of its row, or every remark that speaks of leaving. */
const flags: Readonly<Record<string, Flag>> = {
  out: "out",
  sorti: "out",
  sortis: "out",
  sorties: "out",
  stock: "stock",
  "en stock": "stock",
};

const natures: Readonly<Record<string, Nature>> = {
  installation: "installation",
  installe: "installation",
  maintenance: "maintenance",
};

/** What a correction makes of a column. */
export interface Corrected {
  readonly role: Role;
  readonly nature: Nature | null;
  readonly flag: Flag | null;
}

/**
 * The role and nature that a correction gives a column, or null where its words mean none. `year-installed`: years, the
 * units of the campaign's being installed; `in-service`: whatever a column of states or remarks says, its rows are.
 */
export function correctedRole(as: string, grid: Grid): Corrected | null {
  const found = (role: Role, nature: Nature | null = null, flag: Flag | null = null): Corrected => ({
    role,
    nature,
    flag,
  });
  const folded = fold(as);
  const known = structural[folded];
  if (known !== undefined) return found({ kind: known });
  if (folded === "in service" || folded === "en service") return found({ kind: "ignored" });
  // What speaks of leaving there is so many yes.
  if (folded === "out" || folded === "sorti" || folded === "sorties") return found({ kind: "status" }, null, "out");
  const flag = flags[folded];
  if (flag !== undefined) return found({ kind: "status" }, null, flag);
  if (folded === "quantity" || folded === "quantite") return found({ kind: "count", code: null });
  if (folded === "headcount" || folded === "effectif" || folded === "eleves")
    return found({ kind: "count", code: "PORTAIL" });
  if (/^(?:year installed|annee d installation)$/.test(folded))
    return found({ kind: "installed-on", code: null, unit: "year" });
  const bare = /^(?:quantity|quantite) (\w+)$/.exec(folded);
  if (bare !== null && natures[bare[1]!] !== undefined) return found({ kind: "count", code: null }, natures[bare[1]!]!);
  const [code = "", ...rest] = as.trim().split(/\s+/);
  const row = grid.rows.find((each) => each.code === code.toUpperCase());
  if (row === undefined) return null;
  const said = fold(rest.join(" "));
  if (said === "") return found({ kind: "count", code: row.code });
  if (/^(?:year installed|annee d installation)$/.test(said))
    return found({ kind: "installed-on", code: row.code, unit: "year" });
  if (/^(?:date installed|date d installation)$/.test(said))
    return found({ kind: "installed-on", code: row.code, unit: "day" });
  const nature = natures[said];
  return nature === undefined ? null : found({ kind: "count", code: row.code }, nature);
}

/** The column as the user said it is: by a correction of its cell, else by what its heading's words mean wherever they stand. */
export function correct(
  column: Column,
  sheet: SheetCells,
  corrections: readonly MappingCorrection[],
  words: readonly WordChoice[],
  grid: Grid,
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
    const isNone = kind === "prestation" && fold(as) === "nothing" && mayCount.has(column.role.kind);
    if (!(kind === "header" || isNone) || !isHeadedBy(column, word)) continue;
    const role = correctedRole(as, grid);
    if (role !== null) return asCorrected(column, role, as);
  }
  return column;
}

/** Columns that a word said to be no prestation may head. */
const mayCount: ReadonlySet<Role["kind"]> = new Set(["count", "untariffed", "refused", "other"]);

/** Its lowest heading, or all of them, are the word. */
function isHeadedBy({ texts, header }: Column, word: string): boolean {
  const folded = fold(word);
  return folded !== "" && (fold(texts.at(-1) ?? "") === folded || fold(header) === folded);
}

/** A year that dates what was installed dates what its own heading counts. */
function asCorrected(column: Column, { role, nature, flag }: Corrected, as: string): Column {
  const own = column.role.kind === "count" || column.role.kind === "installed-on" ? column.role.code : null;
  const dated: Role = role.kind === "installed-on" && role.code === null ? { ...role, code: own } : role;
  return {
    ...column,
    role: dated,
    nature,
    flag,
    why: role.kind === "ignored" ? "ignored" : null,
    words: as,
    weak: false,
    subset: false,
    years: [],
    days: [],
    since: false,
    rank: -1,
    score: 1,
  };
}
