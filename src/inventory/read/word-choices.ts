import { fold } from "../../cells";
import type { WordChoice, WordKind } from "../../options";

/** What the user said that words mean, by kind; compared without accents, case and spacing. (decisions §4) */
export class WordChoices {
  private readonly known = new Map<string, string>();

  constructor(choices: readonly WordChoice[]) {
    for (const { word, kind, as } of choices) this.known.set(`${kind}|${keyOf(word)}`, as.trim());
  }

  /** What a word was said to mean, or null. */
  of(kind: WordKind, text: string): string | null {
    return this.known.size === 0 ? null : (this.known.get(`${kind}|${keyOf(text)}`) ?? null);
  }
}

function keyOf(text: string): string {
  return fold(text).replace(/\s+/g, " ");
}
