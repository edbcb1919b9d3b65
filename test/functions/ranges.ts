import { readFile } from "node:fs/promises";
import { CellError } from "../../src/cells";
import type { Cell } from "../../src/cells";
import { samplePath } from "../acceptance/samples";
import { openedFile } from "../opened-file";

/** A range as Excel hands it to a function: a rectangle, null where blank, an error as the runtime makes it. */
export type Range = unknown[][];

/** Error cell as it arrives in a function that takes errors. */
export function errorCell(code: string): { readonly type: string; readonly code: string } {
  return { type: "CustomFunctionError", code };
}

/** Rows made a rectangle. */
export function rangeOfRows(rows: readonly (readonly Cell[])[]): Range {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) =>
    Array.from({ length: width }, (_, column) => {
      const cell = row[column] ?? null;
      return cell instanceof CellError ? errorCell(cell.code) : cell;
    }),
  );
}

/** Ranges one under the other, an empty row between two, as `ASSEMB.V` stacks them. */
export function stacked(...ranges: readonly Range[]): Range {
  return rangeOfRows(ranges.flatMap((range) => [...(range as Cell[][]), []]));
}

/** Ranges side by side, an empty column between two, as `ASSEMB.H` puts them. */
export function sideBySide(left: Range, right: Range): Range {
  const width = left[0]!.length + 1;
  return rangeOfRows(
    Array.from({ length: Math.max(left.length, right.length) }, (_, row) => {
      const cells = Array.from({ length: width }, (_, column) => (left[row]?.[column] ?? null) as Cell);
      return [...cells, ...((right[row] ?? []) as Cell[])];
    }),
  );
}

/** The used cells of the visible sheets of a sample, by sheet, in order. */
export async function rangesOfSample(name: string): Promise<ReadonlyMap<string, Range>> {
  const opened = await openedFile(await readFile(samplePath(`${name}.xlsx`)), `${name}.xlsx`);
  const visible = opened.cells.sheets.filter((sheet) => sheet.visibility === "visible");
  return new Map(visible.map((sheet) => [sheet.name, rangeOfRows(sheet.rows)]));
}
