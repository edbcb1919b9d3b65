import type { SheetCells } from "../../cells";
import type { CommuneDirectory } from "../../tariff";
import type { Table } from "../table";
import { columnOf } from "../table";
import { nameOf } from "./name-column";
import { schoolKey } from "./reading-table";

/** The schools that headcounts name in full, a commune and a name on each row: looked up only where a commune is blank. */
export class NamedSchools {
  private known: Map<string, Set<SheetCells>> | null = null;

  constructor(
    private readonly tables: readonly Table[],
    private readonly directory: CommuneDirectory,
  ) {}

  /** True where a table of another sheet names that school. */
  has(key: string, elsewhere: SheetCells): boolean {
    const sheets = (this.known ??= this.read()).get(key);
    return sheets !== undefined && [...sheets].some((sheet) => sheet !== elsewhere);
  }

  private read(): Map<string, Set<SheetCells>> {
    const known = new Map<string, Set<SheetCells>>();
    for (const table of this.tables) {
      const [commune, school] = [columnOf(table, "commune"), columnOf(table, "school")];
      const counts =
        table.layout === "pupil-list" ||
        table.columns.some(({ role }) => role.kind === "part" || (role.kind === "count" && role.code === "PORTAIL"));
      if (commune === null || school === null || !counts) continue;
      for (let row = table.bodyTop; row <= table.bodyBottom; row += 1) {
        const place = nameOf(table.sheet.rows[row]?.[commune.index] ?? null);
        const name = nameOf(table.sheet.rows[row]?.[school.index] ?? null);
        const match = place === null || name === null ? null : this.directory.find(place);
        if (match?.kind !== "found") continue;
        const key = schoolKey(match.commune, name!);
        known.set(key, (known.get(key) ?? new Set()).add(table.sheet));
      }
    }
    return known;
  }
}
