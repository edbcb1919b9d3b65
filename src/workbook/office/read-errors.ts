import { request } from "./request";
import { errorsIn, looksLikeError, type IsError, type RawRows } from "./take-cells";
import type { WorkbookState } from "./workbook-state";

/** Rows of a sheet whose types are asked, zero-based. */
interface Asked {
  readonly sheet: number;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/** A type takes some ten bytes of the 5 MB of an answer. */
const cellsPerAnswer = 200_000;

const none: IsError = () => false;

/**
 * Which cells of each sheet are errors. Types are asked where a text starts as an error does, and nowhere else: they would
 * lengthen every answer by half.
 */
export async function readErrors(
  state: WorkbookState,
  sheets: readonly { readonly parts: readonly RawRows[] }[],
): Promise<IsError[]> {
  const waiting = sheets.flatMap(({ parts }, sheet) => areaOf(parts, sheet));
  const found = new Map<number, IsError[]>();
  while (waiting.length > 0) {
    const areas = cut(waiting);
    const ranges = await request(({ workbook }) =>
      areas.map(({ sheet, top, left, rows, columns }) =>
        workbook.worksheets
          .getItem(state.sheets[sheet]!.id)
          .getRangeByIndexes(top, left, rows, columns)
          .load("valueTypes"),
      ),
    );
    areas.forEach(({ sheet, top, left }, index) => {
      const errors = errorsIn(ranges[index]!.valueTypes, top, left);
      found.set(sheet, [...(found.get(sheet) ?? []), errors]);
    });
  }
  return sheets.map((_, sheet) => {
    const errors = found.get(sheet);
    return errors === undefined ? none : (row, column) => errors.some((isError) => isError(row, column));
  });
}

/** The smallest area that holds all that looks like an error, if anything does. */
function areaOf(parts: readonly RawRows[], sheet: number): Asked[] {
  let [top, bottom, left, right] = [Infinity, -1, Infinity, -1];
  let row = 0;
  for (const { values } of parts)
    for (const cells of values) {
      for (let column = 0; column < cells.length; column++)
        if (looksLikeError(cells[column])) {
          [top, bottom] = [Math.min(top, row), row];
          [left, right] = [Math.min(left, column), Math.max(right, column)];
        }
      row++;
    }
  return bottom < 0 ? [] : [{ sheet, top, left, rows: bottom - top + 1, columns: right - left + 1 }];
}

/** Takes the next areas, or rows of the first, as many as an answer may hold. */
function cut(waiting: Asked[]): Asked[] {
  const taken: Asked[] = [];
  let room = cellsPerAnswer;
  for (let area = waiting[0]; area !== undefined; area = waiting[0]) {
    const rows = Math.min(area.rows, Math.floor(room / area.columns));
    if (rows > 0) taken.push({ ...area, rows });
    room -= rows * area.columns;
    if (rows < area.rows) {
      waiting[0] = { ...area, top: area.top + rows, rows: area.rows - rows };
      break;
    }
    waiting.shift();
  }
  return taken;
}
