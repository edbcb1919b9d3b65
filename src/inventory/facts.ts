import type { Commune, Nature } from "../tariff";
import type { CellPlace, Table } from "./table";
import type { LabelReading } from "./texts/label-reading";

/**
 * What a quantity counts, as a heading or a row label names it: a prestation, or equipment without a tariff, by its words
 * as written.
 */
export type Item = PrestationItem | Extract<LabelReading["label"], { kind: "untariffed" }>;

type PrestationItem = Extract<LabelReading["label"], { kind: "prestation" }>;

/** Returns the item of a prestation, as a heading or a label names it. */
export function prestationItem(
  code: string,
  { words = "", weak = false, qualifiers = [], part = null }: Partial<Omit<PrestationItem, "kind" | "code">> = {},
): PrestationItem {
  return { kind: "prestation", code, words, weak, qualifiers, part };
}

/** Returns the prestation code of an item; null for equipment without a tariff. */
export function codeOf(item: Item): string | null {
  return item.kind === "prestation" ? item.code : null;
}

/** A school as one table names it. `Schools` matches it with the schools of the other tables. */
export interface TableSchool {
  readonly table: Table;
  /** INSEE code and folded name: `insee|name`. */
  readonly key: string;
  readonly commune: Commune;
  /** The name as it is first written. */
  readonly name: string;
  /** The cell where the name is first written, zero-based in the table's orientation. */
  readonly row: number;
  readonly column: number;
  /** The kind of school written beside the name, when the table writes only one kind for this name; otherwise null. */
  readonly kind: string | null;
  /** The school of which this one is a level (maternelle, CP…), when the table separates levels; otherwise null. */
  readonly whole: { readonly key: string; readonly name: string } | null;
  /** The school code (UAI) that the table gives; null when it gives none or several. */
  code: string | null;
  /**
   * The key of the name when its commune has several schools of this name, which their codes then distinguish;
   * otherwise null.
   */
  readonly namesake: string | null;
}

/**
 * Where a nature is written: in the row, in the row label, in the heading of the column, or in a section title above
 * the row.
 */
export type NatureBy = "row" | "label" | "column" | "section";

/** A body row of a table, with what applies to all its quantities. */
export interface Line {
  readonly table: Table;
  /** Zero-based in the table's orientation. */
  readonly row: number;
  /** The school of the row. It is final only once the table is read, because codes may separate schools of one name. */
  who: TableSchool;
  /** The cell where the school is written. */
  readonly at: CellPlace;
  /** The nature that the row label gives; null when there is no label, or no nature in it. */
  readonly labelNature: Nature | null;
  /** The nature that a section title above the row gives; null when there is none. */
  readonly section: Nature | null;
  /**
   * The level (CP, maternelle) whose pupils the row counts; `total` for the sum of a school's levels; null when the row
   * is not about a level.
   */
  readonly level: { readonly text: string } | "total" | null;
  readonly facts: Fact[];
}

/**
 * A number read as a quantity, or a machine of a list, with all that decides whether it is billed. Rules judge it
 * later, and read its number again in its cell, so two facts never share a cell.
 */
export class Fact {
  /** The natures under which it counts, set by the rule of natures. */
  natures: readonly Nature[] = [];
  /** Where its nature is written; null when it is written nowhere. */
  natureBy: NatureBy | null = null;
  /** How many units it counts, set once its cell is read. */
  quantity = 0;

  constructor(
    /** Its number among the facts of the reading, from 0. */
    readonly id: number,
    readonly line: Line,
    /** The column of its cell, in the table's orientation. */
    readonly column: number,
    readonly item: Item,
    /** The level whose pupils it counts, when the headcount is split by level; otherwise null. */
    readonly part: string | null,
    /** The nature given by the heading of its column; null when there is none. */
    readonly heading: Nature | null,
    /** Which part of an installation date its cell holds; null when the cell holds a quantity or a machine. */
    readonly dates: "day" | "year" | null,
  ) {}

  /** The prestation counted; null for equipment without a tariff. */
  get code(): string | null {
    return codeOf(this.item);
  }
}
