import { addTo, fold, remembered } from "../../cells";
import type { Noun } from "../../messages";
import { countedAs, unitNoun, wordsOf, type Grid, type TariffRow } from "../../tariff";
import type { Lexicon } from "./lexicon";
import { type Concept, besideItem, conceptSet } from "./senses";
import type { TextReading } from "./types";

/** The nouns of a convention for its sites and its members. */
export interface PlaceNouns {
  readonly site: Pick<Noun, "singular" | "plural">;
  readonly member: Pick<Noun, "singular" | "plural">;
}

const places = { site: conceptSet("school establishment site"), member: conceptSet("commune town") } as const;

type Read = (text: string) => TextReading;

/**
 * Adds to a lexicon the words of a convention that it does not understand yet: the names of a grid's prestations
 * (wordings, codes, other words, units of a single prestation), and the nouns of sites and members. Returns these added
 * nouns.
 */
export function learnOwnWords(
  lexicon: Lexicon,
  grid: Pick<Grid, "rows">,
  nouns: PlaceNouns,
  read: Read,
): readonly string[] {
  const learnt: string[] = [];
  for (const [kind, concept] of [
    ["site", "school"],
    ["member", "commune"],
  ] as const)
    for (const noun of [nouns[kind].singular, nouns[kind].plural]) {
      if (saysPlace(read(noun), places[kind])) continue;
      lexicon.learn(noun, { is: "concept", concept });
      learnt.push(noun);
    }
  const known = new OwnNames(lexicon, grid, read);
  const named = byName(grid.rows);
  const callRows = (): void => {
    for (const { name, rows } of named) known.call(name, rows);
  };
  callRows();
  for (const [noun, rows] of byUnit(grid.rows)) if (!saysPlace(read(noun), places.site)) known.count(noun, rows);
  for (const row of grid.rows) known.call(row.code, [row]);
  // Again, because learning units may have changed the meaning of names: « Nettoyage des classes ».
  callRows();
  return learnt;
}

function saysPlace({ meanings, unread, names }: TextReading, concepts: ReadonlySet<Concept>): boolean {
  const [only, other] = meanings;
  return (
    unread.length === 0 &&
    names.length === 0 &&
    other === undefined &&
    only?.is === "concept" &&
    concepts.has(only.concept)
  );
}

/** Returns the key by which names are compared: « Bornes » gives « borne ». */
const keyOf = (name: string): string => wordsOf(name).join(" ");

/**
 * Groups the rows of a grid by name; a row has its wording and its other words as names, and several rows may share
 * one.
 */
function byName(rows: readonly TariffRow[]) {
  const named = new Map<string, { readonly name: string; readonly rows: TariffRow[] }>();
  for (const row of rows)
    for (const name of new Set([row.prestation, ...row.words].map(fold)))
      remembered(named, keyOf(name), () => ({ name, rows: [] })).rows.push(row);
  return [...named.values()];
}

/** Groups by unit the rows of a grid that do not count pupils: a word for pupils means the headcount. */
function byUnit(rows: readonly TariffRow[]): ReadonlyMap<string, readonly TariffRow[]> {
  const byNoun = new Map<string, TariffRow[]>();
  for (const row of rows) if (row.counts !== "pupils") addTo(byNoun, keyOf(unitNoun(row.unit)), row);
  return byNoun;
}

/** Adds the names of a grid's prestations to a lexicon. */
class OwnNames {
  private readonly called = new Set<string>();

  constructor(
    private readonly lexicon: Lexicon,
    private readonly grid: Pick<Grid, "rows">,
    private readonly read: Read,
  ) {}

  /** Adds a name of some rows, unless its singular and its plural are already understood as these rows. */
  call(name: string, rows: readonly TariffRow[]): void {
    this.called.add(keyOf(name));
    const codes = rows.map(({ code }) => countedAs(this.grid, code));
    for (const form of [name, pluralOf(name)])
      if (!names(this.read(form), codes)) this.lexicon.learn(form, { is: "item", codes });
  }

  /** Adds the unit of some rows, unless it is already a name of one of them, or too general. */
  count(noun: string, rows: readonly TariffRow[]): void {
    const isKnown = this.read(noun).meanings.some((meaning) =>
      meaning.is === "concept"
        ? vague.has(meaning.concept)
        : meaning.is === "item" &&
          (meaning.label.kind === "ambiguous" ||
            (meaning.label.kind === "prestation" && !(meaning.isOwn && rows.length > 1))),
    );
    if (!isKnown && !this.called.has(noun)) this.call(noun, rows);
  }
}

/** Returns the plural of a name that ends in « -al »: « terminaux ». */
function pluralOf(name: string): string {
  return name.replace(/al(?![\p{L}\p{N}])/giu, "aux");
}

/** Returns whether a text names the only one of some codes, and nothing else. */
function names({ meanings, unread, figures }: TextReading, codes: readonly string[]): boolean {
  const items = meanings.filter(({ is }) => is === "item");
  return (
    unread.length === 0 &&
    figures.length === 0 &&
    items.length === 1 &&
    meanings.every((meaning) =>
      meaning.is === "item"
        ? meaning.label.kind === "prestation" && codes.length === 1 && meaning.label.code === codes[0]
        : meaning.is === "concept" && besideItem.has(meaning.concept),
    )
  );
}

/** Concepts that may count anything. */
const vague = conceptSet("unit thing count total");
