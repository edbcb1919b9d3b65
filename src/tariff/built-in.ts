import { message } from "../messages";
import { checkGrids } from "./check-grids";
import grid2014 from "./grids/2014.json";
import { loadGrid } from "./load-grid";
import type { Grid } from "./types";

/** The voted grids the product knows, oldest first. A fault in them is a bug: it throws at start. */
export const builtInGrids: readonly Grid[] = loadAll([grid2014]);

function loadAll(files: readonly unknown[]): Grid[] {
  const grids = files.map((raw) => {
    const loaded = loadGrid(raw);
    if ("grid" in loaded) return loaded.grid;
    throw new Error(loaded.errors.map(({ code, params }) => message(code, params, "en")).join("\n"));
  });
  const misfit = checkGrids(grids)[0];
  if (misfit !== undefined) throw new Error(`Grids ${misfit.earlier.id} and ${misfit.later.id}: ${misfit.kind}.`);
  return grids;
}
