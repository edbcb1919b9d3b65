/** What the prefixes of a part stand for, where one reads it. */
export class Prefixes {
  /** With the depth of the element that declares each, the innermost last. */
  private readonly declared: { readonly prefix: string; readonly uri: string; readonly depth: number }[] = [];

  /** Takes an attribute that declares a prefix, `xmlns:x14`, or what has none, `xmlns`; another one says nothing. */
  declare(attribute: string, uri: string, depth: number): void {
    const prefix = /^xmlns(?::(.+))?$/.exec(attribute);
    if (prefix !== null) this.declared.push({ prefix: prefix[1] ?? "", uri, depth });
  }

  /** Forgets what elements deeper than that declared. */
  leave(depth: number): void {
    while ((this.declared.at(-1)?.depth ?? 0) > depth) this.declared.pop();
  }

  /** Returns what a prefix stands for; null when nothing says it. */
  namespaceOf(prefix: string): string | null {
    return this.declared.findLast((one) => one.prefix === prefix)?.uri ?? null;
  }
}
