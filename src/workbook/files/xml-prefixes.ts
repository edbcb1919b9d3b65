/** The namespace prefixes in scope at a position in a part. */
export class Prefixes {
  /** Declarations with the depth of their element, the innermost last. */
  private readonly declared: { readonly prefix: string; readonly uri: string; readonly depth: number }[] = [];

  /** Takes an attribute, which may declare a prefix, `xmlns:x14`, or the namespace of names without one, `xmlns`. */
  declare(attribute: string, uri: string, depth: number): void {
    const prefix = /^xmlns(?::(.+))?$/.exec(attribute);
    if (prefix !== null) this.declared.push({ prefix: prefix[1] ?? "", uri, depth });
  }

  /** Drops the declarations of elements deeper than `depth`. */
  leave(depth: number): void {
    while ((this.declared.at(-1)?.depth ?? 0) > depth) this.declared.pop();
  }

  /** Returns the namespace of a prefix; null when it is not declared. */
  namespaceOf(prefix: string): string | null {
    return this.declared.findLast((one) => one.prefix === prefix)?.uri ?? null;
  }
}
