/** `Office.context.document.settings`: JSON texts by key, kept with the document. */
export class DocumentSettings {
  private entries = new Map<string, string>();
  /** True: Excel refuses to save them (tracker 6552). */
  areRefused = false;

  get all(): readonly (readonly [string, string])[] {
    return [...this.entries];
  }

  /** Takes the whole bag, as the library sends it at each save. */
  save(properties: readonly (readonly [string, string])[]): void {
    this.entries = new Map(properties);
  }

  get(key: string): unknown {
    const text = this.entries.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }
}
