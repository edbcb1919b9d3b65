import type { Commune, Nature } from "../tariff";
import type { CellPlace, Table } from "./table";
import type { LabelReading } from "./texts/label-reading";

/** What a quantity counts: a prestation, or an equipment without tariff, as a heading or a row's label names it. */
export type Item = PrestationItem | Extract<LabelReading["label"], { kind: "untariffed" }>;

type PrestationItem = Extract<LabelReading["label"], { kind: "prestation" }>;

/** Makes the item of a prestation, as a heading or a label names it. */
export function prestationItem(
  code: string,
  { words = "", weak = false, qualifiers = [], part = null }: Partial<Omit<PrestationItem, "kind" | "code">> = {},
): PrestationItem {
  return { kind: "prestation", code, words, weak, qualifiers, part };
}

/** Returns the prestation that an item is; null where it has no tariff. */
export function codeOf(item: Item): string | null {
  return item.kind === "prestation" ? item.code : null;
}

/** A school as one table names it. Which school of the reading it is depends on the other tables: `Schools` tells it. */
export interface TableSchool {
  readonly table: Table;
  /** `insee|folded name`. */
  readonly key: string;
  readonly commune: Commune;
  /** As first written. */
  readonly name: string;
  /** Where it is first written, zero-based, as the table is read. */
  readonly row: number;
  readonly column: number;
  /** The kind written beside the name, where the table writes that name for one kind alone. */
  readonly kind: string | null;
  /** The school of which this is one level (maternelle, CP…), where the table tells levels apart. */
  readonly whole: { readonly key: string; readonly name: string } | null;
  /** The code (UAI) that its table writes of it; null where it writes none, or several. */
  code: string | null;
  /** The key of its name, where its commune has other schools of that name: its code is then a part of its own. */
  readonly namesake: string | null;
}

/** Where a nature is written: in the row, in its label, over its column, in a title above the row. */
export type NatureBy = "row" | "label" | "column" | "section";

/** A row of a table that is read: what it says of all its quantities. */
export interface Line {
  readonly table: Table;
  /** Zero-based, as the table is read. */
  readonly row: number;
  /** Settled once its table is read: codes tell apart schools of one name. */
  who: TableSchool;
  /** Where its school is written. */
  readonly at: CellPlace;
  /** The nature that the row's label says; null where there is no label, or where it says none. */
  readonly labelNature: Nature | null;
  /** The nature that a title above the row gives. */
  readonly section: Nature | null;
  /** The level (CP, maternelle) of which the row gives the pupils; `total` for that of a school's levels. */
  readonly level: { readonly text: string } | "total" | null;
  readonly facts: Fact[];
}

/**
 * One number that stands as a quantity, or one machine of a list, with what governs it; not yet judged. Two are never of one cell:
 * rules read its number there again.
 */
export class Fact {
  /** Natures under which it counts, once the rule of natures has read them. */
  natures: readonly Nature[] = [];
  /** Where its nature is written; null where nothing writes it. */
  natureBy: NatureBy | null = null;
  /** How many it counts, once its cell was read. */
  quantity = 0;

  constructor(
    /** Its number among those of the reading. */
    readonly id: number,
    readonly line: Line,
    /** The column of the cell that an amount comes from, as the table is read. */
    readonly column: number,
    readonly item: Item,
    /** The level whose pupils these are, where the headcount comes in parts. */
    readonly part: string | null,
    /** The nature that its column's heading says; null where it says none. */
    readonly heading: Nature | null,
    /** What its cell dates its installation by; null where it holds a quantity, or a machine. */
    readonly dates: "day" | "year" | null,
  ) {}

  /** The prestation that it counts; null of an equipment without tariff. */
  get code(): string | null {
    return codeOf(this.item);
  }
}
