/** Rows or columns one after the other, with their sizes: those that are hidden have none. */
export class Axis {
  /** Where each one starts, and where the last one ends. */
  private readonly starts: Float64Array;

  constructor(
    readonly count: number,
    sizeOf: (index: number) => number,
  ) {
    this.starts = new Float64Array(count + 1);
    for (let index = 0; index < count; index++) this.starts[index + 1] = this.starts[index]! + sizeOf(index);
  }

  start(index: number): number {
    return this.starts[Math.min(Math.max(index, 0), this.count)]!;
  }

  end(index: number): number {
    return this.start(index + 1);
  }

  size(index: number): number {
    return this.end(index) - this.start(index);
  }

  isShown(index: number): boolean {
    return this.size(index) > 0;
  }

  /** Returns the one that stands at a distance from the start; the first or the last one beyond. */
  at(distance: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= distance) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Returns the nearest one that is shown from a place on, in the direction of `step`; null where there is none. */
  shownFrom(index: number, step: 1 | -1): number | null {
    for (let one = index; one >= 0 && one < this.count; one += step) if (this.isShown(one)) return one;
    return null;
  }

  /** Gives some of them the sizes that they turn out to have. Returns whether any is another. */
  resize(sizes: ReadonlyMap<number, number>): boolean {
    let by = 0;
    let from = this.count;
    for (const [index, size] of sizes) if (Math.abs(size - this.size(index)) > 0.5) from = Math.min(from, index);
    if (from === this.count) return false;
    const before = Float64Array.from(this.starts);
    for (let index = from; index < this.count; index++) {
      const old = before[index + 1]! - before[index]!;
      by += (sizes.get(index) ?? old) - old;
      this.starts[index + 1] = before[index + 1]! + by;
    }
    return true;
  }
}
