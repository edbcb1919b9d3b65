/**
 * Remembers the last results by a text that says their input whole. Excel calls the functions of a sheet one after the
 * other with the same ranges, copied each time: what is dear to read is read once. No result depends on it.
 */
export class LastResults<T extends object> {
  private readonly kept = new Map<string, T>();

  constructor(private readonly size = 4) {}

  get(key: string, work: () => T): T {
    const result = this.kept.get(key) ?? work();
    // A map keeps the order in which keys were set: the one used last goes to the end.
    this.kept.delete(key);
    this.kept.set(key, result);
    for (const oldest of this.kept.keys()) if (this.kept.size > this.size) this.kept.delete(oldest);
    return result;
  }
}
