import { cellName } from "../../cells";
import type { SheetModel } from "../../documents";
import { valueIn } from "../cell-content";
import { columnsOf } from "./stage";

/** A cell that does not show what was computed. */
export interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly found: string;
  readonly expected: string;
}

/** Half a cent: amounts are compared to the cent. */
const tolerance = 0.005;
/** Cells that an answer holds with ease. */
const cellsPerAnswer = 150_000;

/** The models whose cells are read back together. */
export function groupsToVerify(models: readonly SheetModel[]): SheetModel[][] {
  const groups: SheetModel[][] = [];
  let room = 0;
  for (const model of models) {
    const cells = model.rows.length * columnsOf(model);
    if (groups.length === 0 || cells > room) {
      groups.push([]);
      room = cellsPerAnswer;
    }
    groups.at(-1)!.push(model);
    room -= cells;
  }
  return groups;
}

/** Queues the reading of what sheets show; gives the first difference from their models, or null. */
export function askDifferences(
  { worksheets }: Excel.Workbook,
  models: readonly SheetModel[],
  date1904: boolean,
): () => Difference | null {
  const ranges = models
    .filter(({ rows }) => rows.length > 0)
    .map((model) => {
      const sheet = worksheets.getItem(model.name);
      return { model, range: sheet.getRangeByIndexes(0, 0, model.rows.length, columnsOf(model)).load("values") };
    });
  return () => {
    for (const { model, range } of ranges) {
      const difference = differenceIn(model, range.values as unknown[][], date1904);
      if (difference !== null) return difference;
    }
    return null;
  };
}

/** The first cell of a sheet whose value is not its model's. */
export function differenceIn(
  model: SheetModel,
  values: readonly (readonly unknown[])[],
  date1904: boolean,
): Difference | null {
  const width = columnsOf(model);
  for (const [row, { cells }] of model.rows.entries())
    for (let column = 0; column < width; column++) {
      const cell = cells[column] ?? null;
      const expected = (cell === null ? null : valueIn(cell, date1904)) ?? "";
      const found = values[row]?.[column] ?? "";
      const isSame =
        typeof expected === "number" && typeof found === "number"
          ? Math.abs(expected - found) < tolerance
          : expected === found;
      if (!isSame)
        return {
          sheet: model.name,
          cell: cellName(row, column),
          found: String(found),
          expected: String(expected),
        };
    }
  return null;
}
