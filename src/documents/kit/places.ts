import type { Change, MovedCommune } from "../../statement";
import type { Commune } from "../../tariff";
import type { Place } from "./cells";

/**
 * Rows that formulas point at, above or below them, by what they hold. A document is written twice: the first time finds
 * them, the second uses them. Nothing that is written changes a row's place.
 */
export class RowMarkers {
  private readonly found = new Map<string, number>();

  constructor(private readonly known: RowMarkers | null = null) {}

  mark(what: string, row: number): void {
    this.found.set(what, row);
  }

  /** Zero-based; null where nothing is marked so, or not yet. */
  row(what: string): number | null {
    return this.known?.found.get(what) ?? null;
  }
}

/** Both parts of a titre, and their sum. */
export const parts = ["cagb", "commune", "total"] as const;
export type Part = (typeof parts)[number];

/** The cells of a document that hold an amount before and after. */
type ChangePlaces = Readonly<Record<"before" | "after", Place>>;

/** What an analysis says of a titre and of each commune’s part, and the cells where it says so. */
export interface PlacedChanges {
  /** Name of its sheet. */
  readonly sheet: string;
  readonly amounts: Readonly<Record<Part, Change>>;
  readonly places: Readonly<Record<Part, ChangePlaces>>;
  readonly communes: readonly MovedCommune[];
  readonly placesOf: (commune: Commune) => ChangePlaces;
}

/** Both cells of a row, by the columns of its amounts. */
export function changePlaces(
  sheet: string,
  row: number,
  columns: Readonly<Record<"before" | "after", number>>,
): ChangePlaces {
  return { before: { sheet, row, column: columns.before }, after: { sheet, row, column: columns.after } };
}
