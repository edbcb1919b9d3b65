import type { Grid } from "./types";

/** The wording of the act for a code of its grid; the code itself where the grid has none. */
export function prestationName(grid: Grid, code: string): string {
  return grid.rows.find((row) => row.code === code)?.prestation ?? code;
}
