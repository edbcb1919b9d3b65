import { isBlank } from "../../cells";
import type { SheetCells } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import { splitCommune } from "../read/split-commune";
import type { Column } from "../table";
import { columnOf } from "../table";

/** Roles that say in which school a row is. */
const placing = ["school", "entity", "location", "insee"] as const;

/**
 * « Communes et écoles »: a single column of names, some of which are communes and others not, holds the schools below the
 * communes that head them, or both in each cell. (decisions §4, commune)
 */
export function headedSchools(
  columns: readonly Column[],
  sheet: SheetCells,
  top: number,
  bottom: number,
  directory: CommuneDirectory,
): readonly Column[] {
  const names = columnOf({ columns }, "commune");
  if (names === null || placing.some((kind) => columnOf({ columns }, kind) !== null)) return columns;
  const others = columns.filter((column) => column !== names);
  /** The commune of the last row that holds nothing else. */
  let heading: string | null = null;
  let communes = 0;
  let schools = 0;
  let both = 0;
  for (let row = top; row <= bottom; row += 1) {
    const text = sheet.rows[row]?.[names.index];
    if (typeof text !== "string" || text.trim() === "") continue;
    const match = directory.find(text);
    if (match.kind === "found") {
      const isAlone = others.every(({ index }) => isBlank(sheet.rows[row]?.[index] ?? null));
      // « Busy » under « BUSY »: its only school often has no other name.
      if (!isAlone && match.commune.insee === heading) schools += 1;
      else communes += 1;
      heading = isAlone ? match.commune.insee : null;
    } else if (match.kind !== "unknown") communes += 1;
    else if (splitCommune(text, directory) !== null) both += 1;
    else if (match.suggestion === null) schools += 1;
  }
  const isHeaded = communes > 0 && schools >= communes && both === 0;
  if (!isHeaded && !(both > 0 && both >= communes + schools)) return columns;
  return columns.map((column) => (column === names ? { ...column, role: { kind: "school" } } : column));
}
