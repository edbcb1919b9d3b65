import type { Commune, Nature } from "../../tariff";

/** Cells that were counted together: one column, its rows in reading order. */
export interface CountedCells {
  readonly column: number;
  readonly rows: number[];
}

/** A quantity being counted for one school, prestation and nature. */
export interface Count {
  readonly code: string;
  readonly nature: Nature;
  quantity: number;
  /** Beyond one a school, for a prestation whose unit is the école: not billed. */
  beyond: number;
  readonly cells: CountedCells[];
}

/** A school as one table shows it. */
export interface CountedSchool {
  readonly key: string;
  readonly commune: Commune;
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly counts: Map<string, Count>;
  /** The kind written beside the name, where the table writes that name for one kind alone. */
  kind: string | null;
  /** The school of which this is one level (maternelle, CP…), where the table tells levels apart. */
  whole: { readonly key: string; readonly name: string } | null;
  /** It has some equipment, billed or in error. */
  equipped: boolean;
  /** Row and column of its headcount, where the table shows one, even unreadable. */
  headcount: { readonly row: number; readonly column: number; readonly failed: boolean } | null;
}

const keys = { installation: new Map<string, string>(), maintenance: new Map<string, string>() };

/** Key of a count, made once for each code: a register asks for it on every row. */
function countKey(code: string, nature: Nature): string {
  let key = keys[nature].get(code);
  if (key === undefined) {
    key = `${code}|${nature}`;
    keys[nature].set(code, key);
  }
  return key;
}

/** Adds to a school's count; `capped` where only one a school is billed. Returns false where nothing of it is billed. */
export function addCount(
  school: CountedSchool,
  code: string,
  nature: Nature,
  quantity: number,
  row: number,
  column: number,
  capped: boolean,
): { readonly billed: boolean; readonly exceeded: boolean; readonly repeated: boolean } {
  const key = countKey(code, nature);
  let count = school.counts.get(key);
  const repeated = count !== undefined;
  if (count === undefined) {
    count = { code, nature, quantity: 0, beyond: 0, cells: [] };
    school.counts.set(key, count);
  }
  const room = capped ? Math.max(0, 1 - count.quantity) : quantity;
  const taken = Math.min(quantity, room);
  const exceeded = taken < quantity && count.beyond === 0;
  count.quantity += taken;
  count.beyond += quantity - taken;
  if (taken > 0) {
    const last = count.cells[count.cells.length - 1];
    if (last !== undefined && last.column === column) last.rows.push(row);
    else count.cells.push({ column, rows: [row] });
  }
  return { billed: taken > 0, exceeded, repeated };
}
