import type { CellLook, SheetLook } from "../files";

/** How a sheet looks, as it goes from a thread to another: each look once, and its number a cell. */
export interface LookPiece {
  readonly looks: readonly CellLook[];
  readonly columns: number;
  readonly numbers: Uint16Array<ArrayBuffer>;
  readonly rest: Omit<SheetLook, "look">;
}

const none = 0xffff;
/** Beyond what a sheet holds: rows and columns there look like the last of these. */
const spareRows = 2;
const spareColumns = 8;

/** Returns the look of a sheet of so many rows and columns, to be handed over. */
export function packLook({ look, ...rest }: SheetLook, rows: number, width: number): LookPiece {
  const columns = width + spareColumns;
  const numbers = new Uint16Array((rows + spareRows) * columns);
  const places = new Map<CellLook, number>();
  for (let at = 0; at < numbers.length; at++) {
    const own = look(Math.floor(at / columns), at % columns);
    if (own !== null && !places.has(own)) places.set(own, places.size);
    numbers[at] = own === null ? none : places.get(own)!;
  }
  // A spreadsheet may write the height of each row.
  const heights = new Map([...rest.heights].filter(([, height]) => height !== rest.defaultHeight));
  return { looks: [...places.keys()], columns, numbers, rest: { ...rest, heights } };
}

/** Returns the look that was handed over. */
export function unpackLook({ looks, columns, numbers, rest }: LookPiece): SheetLook {
  const rows = numbers.length / columns;
  return {
    ...rest,
    look: (row, column) => looks[numbers[Math.min(row, rows - 1) * columns + Math.min(column, columns - 1)]!] ?? null,
  };
}
