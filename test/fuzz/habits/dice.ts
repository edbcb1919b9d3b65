import { Random } from "../../bench/random";

/** Draws of one part of a workbook: its own seed and name decide them, so that leaving another part out changes nothing here. */
export class Dice {
  private readonly random: Random;

  constructor(
    private readonly seed: number,
    private readonly name = "",
  ) {
    let hash = (seed ^ 0x811c9dc5) >>> 0;
    for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
    this.random = new Random(hash);
    this.random.next();
  }

  /** Other dice of the same seed, which this one's draws do not move. */
  of(name: string): Dice {
    return new Dice(this.seed, `${this.name}/${name}`);
  }

  whole(low: number, high: number): number {
    return this.random.whole(low, high);
  }

  chance(probability: number): boolean {
    return this.random.next() < probability;
  }

  one<T>(values: readonly T[]): T {
    return values[this.random.whole(0, values.length - 1)]!;
  }

  /** The values in another order. */
  shuffled<T>(values: readonly T[]): T[] {
    const left = [...values];
    for (let at = left.length - 1; at > 0; at--) {
      const other = this.random.whole(0, at);
      [left[at], left[other]] = [left[other]!, left[at]!];
    }
    return left;
  }

  some<T>(values: readonly T[], count: number): T[] {
    return this.shuffled(values).slice(0, count);
  }
}
