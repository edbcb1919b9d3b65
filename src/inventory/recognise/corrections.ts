import { fold, parseCellName } from "../../cells";
import type { SheetCells } from "../../cells";
import { concerns, stillSays } from "../../options";
import type { MappingCorrection } from "../../options";
import type { Grid, Nature } from "../../tariff";
import type { Column, Role } from "../table";
import type { StructuralRole } from "./roles";

const structural: Readonly<Record<string, StructuralRole>> = {
  commune: "commune",
  insee: "insee",
  school: "school",
  ecole: "school",
  label: "label",
  prestation: "label",
  nature: "nature",
  "date in": "date-in",
  "date d entree": "date-in",
  "date out": "date-out",
  "date de sortie": "date-out",
  status: "status",
  etat: "status",
  entity: "entity",
  entite: "entity",
  location: "location",
  lieu: "location",
};

/** The role and nature that a correction gives a column, or null where its words mean none. */
export function correctedRole(as: string, grid: Grid): { role: Role; nature: Nature | null } | null {
  const folded = fold(as);
  const known = structural[folded];
  if (known !== undefined) return { role: { kind: known }, nature: null };
  if (folded === "ignored" || folded === "ignorer" || folded === "ignoree")
    return { role: { kind: "ignored" }, nature: null };
  if (folded === "quantity" || folded === "quantite") return { role: { kind: "count", code: null }, nature: null };
  if (folded === "headcount" || folded === "effectif")
    return { role: { kind: "count", code: "PORTAIL" }, nature: null };
  const [code, nature, more] = as.trim().split(/\s+/);
  if (more !== undefined || !grid.rows.some((row) => row.code === code?.toUpperCase())) return null;
  const settled = nature === undefined ? null : nature.toLowerCase();
  if (settled !== null && settled !== "installation" && settled !== "maintenance") return null;
  return { role: { kind: "count", code: code!.toUpperCase() }, nature: settled };
}

/** The column as the user corrected it, or as it was. */
export function correct(
  column: Column,
  sheet: SheetCells,
  corrections: readonly MappingCorrection[],
  grid: Grid,
): Column {
  for (const correction of corrections) {
    if (!concerns(correction, sheet)) continue;
    const place = parseCellName(correction.cell);
    if (place === null || place.column !== column.index || place.row !== column.headerRow) continue;
    const role = correctedRole(correction.as, grid);
    if (role === null || !stillSays(correction, sheet.rows[place.row]?.[place.column] ?? null)) continue;
    return { ...column, ...role, words: correction.as, weak: false, subset: false, years: [], rank: -1, score: 1 };
  }
  return column;
}
