import { fold, remembered, type Steps } from "../../cells";
import { baseOf, pupilLevels, spell } from "../../tariff";
import { nameWords } from "./name-words";
import { neutral } from "./neutral";
import { type Concept, senses } from "./senses";

/** Words that tell how the words beside them are counted. */
const qualifierWords = {
  /**
   * These precede what they qualify. « dont » is a part of what is beside it, or in brackets, a part that is counted
   * too.
   */
  dont: "dont",
  with: "avec, y compris, inclus, ainsi que",
  without: "hors, sauf, sans, excepté, hormis, à l'exception de, en dehors de, autre que",
  not: "non, pas, ni, ne",
  /** These follow what they qualify. */
  included: "compris",
  excluded: "non compris, n compris, non inclus, exclu, déduit, en moins",
} as const;

export type QualifierWord = keyof typeof qualifierWords;

/** The entry of a word or a phrase. */
export type Entry =
  | { readonly is: "concept"; readonly concept: Concept }
  | { readonly is: "neutral"; readonly group: string }
  /** A word that introduces a name, or is one. */
  | { readonly is: "names"; readonly kind: keyof typeof nameWords }
  | { readonly is: "qualifier"; readonly how: QualifierWord }
  /** A commune of the directory, or a school of the workbook. */
  | { readonly is: "known"; readonly kind: "commune" | "school" }
  /** The grid's own name of prestations, with their codes. */
  | { readonly is: "item"; readonly codes: readonly string[] };

interface Node {
  readonly next: Map<string, Node>;
  entry: Entry | null;
  /** Whether the entry takes precedence over that of the underlying lexicon. */
  isLearnt?: boolean;
}

/** Concepts after which the making of the lexicon pauses. */
const groupsBetweenPauses = 16;

/** Words that a phrase may have or lack: « fin de service », « fin du service ». */
export const articles: ReadonlySet<string> = new Set(["le", "la", "les", "l", "de", "d", "du", "des"]);

/** Words and phrases with their entries. */
export class Lexicon {
  private readonly root: Node = { next: new Map(), entry: null };

  /** `under`: a lexicon whose phrases are known here too. */
  constructor(private readonly under: Lexicon | null = null) {}

  /** Adds a phrase unless it is known; returns the entry of a known phrase, otherwise null. */
  add(phrase: string, entry: Entry): Entry | null {
    const words = basesOf(phrase);
    const node = this.nodeOf(words);
    const known = node.entry ?? this.under?.at(words, 0, words.length) ?? null;
    if (known !== null && ("count" in known ? known.count === words.length : true))
      return "count" in known ? known.entry : known;
    if (words.length > 0) node.entry = entry;
    return null;
  }

  /** Adds a phrase whose entry takes precedence over any other. */
  learn(phrase: string, entry: Entry): void {
    Object.assign(this.nodeOf(basesOf(phrase)), { entry, isLearnt: true });
  }

  private nodeOf(words: readonly string[]): Node {
    let node = this.root;
    for (const word of words) node = remembered(node.next, word, () => ({ next: new Map(), entry: null }));
    return node;
  }

  /**
   * Returns the longest known phrase at the beginning of a range of words, with its number of words, `count`; null when
   * there is none.
   */
  at(bases: readonly string[], from: number, until: number): { readonly entry: Entry; readonly count: number } | null {
    let best = this.under?.at(bases, from, until) ?? null;
    let node: Node | undefined = this.root;
    for (let at = from; at < until; at += 1) {
      const word = bases[at]!;
      const next: Node | undefined = stepFrom(node, word);
      if (next === undefined && at > from && articles.has(word)) continue;
      if (next === undefined) break;
      node = next;
      const count = at + 1 - from;
      const known = best?.count ?? 0;
      if (node.entry !== null && (count > known || (count === known && node.isLearnt === true)))
        best = { entry: node.entry, count };
    }
    return best;
  }
}

/**
 * Endings of feminine participles: « installées » is looked up as « installé », « vendues » as « vendu », « absente »
 * as « absent ».
 */
const feminine = /(?:ee|ue|ie|te|se)$/;

/** Follows a word from a node, without its feminine ending if need be. */
function stepFrom(node: Node, word: string): Node | undefined {
  return node.next.get(word) ?? (word.length > 4 && feminine.test(word) ? node.next.get(word.slice(0, -1)) : undefined);
}

/** Returns the words of a phrase in the form looked up, without articles. */
function basesOf(phrase: string): string[] {
  const words = (spell(fold(phrase)).match(/[a-z0-9%€$£]+/g) ?? []).map(baseOf);
  const kept = words.filter((word) => !articles.has(word));
  return kept.length > 1 ? kept : words;
}

/** Makes the lexicon common to all inventories; `twice` is called with each phrase that occurs twice. */
export function* makeLexicon(twice: (phrase: string) => void = () => {}): Steps<Lexicon> {
  const lexicon = new Lexicon();
  const add = (phrases: readonly string[], entry: Entry): void => {
    for (const phrase of phrases) if (phrase !== "" && lexicon.add(phrase, entry) !== null) twice(phrase);
  };
  const listed = (words: string): string[] => words.split(",").map((phrase) => phrase.trim());
  const spaced = (words: string): string[] =>
    words
      .trim()
      .split(/\s+/)
      .map((phrase) => phrase.replaceAll("_", " "));
  for (const [at, [concept, { words }]] of Object.entries(senses).entries()) {
    add(listed(words), { is: "concept", concept: concept as Concept });
    if (at % groupsBetweenPauses === 0) yield;
  }
  add([...pupilLevels], { is: "concept", concept: "level" });
  for (const [how, words] of Object.entries(qualifierWords))
    add(listed(words), { is: "qualifier", how: how as QualifierWord });
  for (const [kind, words] of Object.entries(nameWords))
    add(spaced(words), { is: "names", kind: kind as keyof typeof nameWords });
  yield;
  for (const [group, words] of Object.entries(neutral)) add(spaced(words), { is: "neutral", group });
  return lexicon;
}
