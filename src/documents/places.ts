/**
 * Rows that formulas point at, above or below them, by what they hold. A document is written twice: the first time finds
 * them, the second uses them. Nothing that is written changes a row's place.
 */
export class Places {
  private readonly found = new Map<string, number>();

  constructor(private readonly known: Places | null = null) {}

  mark(what: string, row: number): void {
    this.found.set(what, row);
  }

  /** Zero-based; null where nothing is marked so, or not yet. */
  row(what: string): number | null {
    return this.known?.found.get(what) ?? null;
  }
}
