import type { SheetModel } from "../../../src/documents";
import type { Options } from "../../../src/options";
import type { Statement } from "../../../src/statement";
import type { Grid } from "../../../src/tariff";
import * as given from "../../statement/fixtures";
import { sheetsOf, textsOf } from "../fixtures";

export const nowhere = { userSheetNames: [], generatedSheets: [] };
export const documents = sheetsOf(given.golden);

/** A text as one reads it: its spaces are spaces. */
export function read(model: SheetModel): string {
  return textsOf(model).join("\n").replace(/\s/g, " ");
}

/** The statement of both schools, the first with other counts. */
export function of(
  countsOfA: Record<string, number>,
  options: Partial<Options> = {},
  grid: Grid = given.grid,
): Statement {
  const { schoolA, schoolB, countsB } = given;
  return given.stateOf(
    given.reading([schoolB, schoolA], [...given.quantities(schoolA, countsOfA), ...given.quantities(schoolB, countsB)]),
    options,
    grid,
  );
}
