import { addTo, fold, remembered } from "../../cells";
import type { Noun } from "../../messages";
import { countedAs, unitNoun, wordsOf, type Grid, type TariffRow } from "../../tariff";
import type { Lexicon } from "./lexicon";
import { type Concept, besideItem, conceptSet } from "./senses";
import type { TextReading } from "./types";

/** What a convention calls its sites and its members. */
export interface PlaceNouns {
  readonly site: Pick<Noun, "singular" | "plural">;
  readonly member: Pick<Noun, "singular" | "plural">;
}

const places = { site: conceptSet("school establishment site"), member: conceptSet("commune town") } as const;

type Read = (text: string) => TextReading;

/**
 * Teaches a lexicon what its readers do not understand by themselves: the words that a grid has for its prestations (wordings, codes,
 * other words, units that one of them alone is counted in), and the nouns of sites and of members. What is understood already stays
 * as it is. Returns these nouns.
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
  // « Nettoyage des classes », once « classes » says another.
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

/** Returns a name as it is compared: « Bornes » is « borne ». */
const keyOf = (name: string): string => wordsOf(name).join(" ");

/** Puts together the rows that have one name: a wording of the act is one's alone, another word may be said of several. */
function byName(rows: readonly TariffRow[]) {
  const named = new Map<string, { readonly name: string; readonly rows: TariffRow[] }>();
  for (const row of rows)
    for (const name of new Set([row.prestation, ...row.words].map(fold)))
      remembered(named, keyOf(name), () => ({ name, rows: [] })).rows.push(row);
  return [...named.values()];
}

/** Puts together the rows that are counted in one unit, pupils apart: any word for these names the headcount. */
function byUnit(rows: readonly TariffRow[]): ReadonlyMap<string, readonly TariffRow[]> {
  const byNoun = new Map<string, TariffRow[]>();
  for (const row of rows) if (row.counts !== "pupils") addTo(byNoun, keyOf(unitNoun(row.unit)), row);
  return byNoun;
}

/** The names of a grid's prestations, as they are learnt. */
class OwnNames {
  private readonly called = new Set<string>();

  constructor(
    private readonly lexicon: Lexicon,
    private readonly grid: Pick<Grid, "rows">,
    private readonly read: Read,
  ) {}

  /** Learns a name of some rows, unless it is read as theirs in the singular and in the plural. */
  call(name: string, rows: readonly TariffRow[]): void {
    this.called.add(keyOf(name));
    const codes = rows.map(({ code }) => countedAs(this.grid, code));
    for (const form of [name, pluralOf(name)])
      if (!names(this.read(form), codes)) this.lexicon.learn(form, { is: "item", codes });
  }

  /** Learns the unit of some rows, unless it is a name of one already, or may be said of anything. */
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

/** Returns a name in the plural, where more than its last letters change: « terminaux ». */
function pluralOf(name: string): string {
  return name.replace(/al(?![\p{L}\p{N}])/giu, "aux");
}

/** Returns whether a text names one of some codes, and says nothing else. */
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

/** What counts anything. */
const vague = conceptSet("unit thing count total");
