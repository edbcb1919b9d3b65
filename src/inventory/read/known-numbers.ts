/** Numbers already met. Registers are mostly in the order of theirs: until one is out of order, there is nothing to look up. */
export class KnownNumbers {
  private readonly ascending: string[] = [];
  private all: Set<string> | null = null;

  /** Remembers a number; true where it was known. */
  meet(number: string): boolean {
    if (this.all === null) {
      const last = this.ascending[this.ascending.length - 1];
      if (last === undefined || number > last) {
        this.ascending.push(number);
        return false;
      }
      this.all = new Set(this.ascending);
    }
    const before = this.all.size;
    this.all.add(number);
    return this.all.size === before;
  }
}
