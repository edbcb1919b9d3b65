import { fold, memoByText } from "../../cells";
import type { Grid, Nature } from "../grid";
import {
  fillers,
  makers,
  nounRules,
  pupilCode,
  pupilNouns,
  pupilParts,
  pupilQualifiers,
  untariffed,
  type NounRule,
} from "./items";
import { periodWord, sinceIn, snapshotWord } from "./dates";
import { isNatureWord, natureOf, standingOf } from "./natures";
import { wordsOf } from "./tokens";

/** What a label or a header names, with the words that decided. */
type Label =
  | {
      readonly kind: "prestation";
      readonly code: string;
      /** The words that decided, for the explanation. */
      readonly words: string;
      /** « PC », « Serveurs », « Imprimantes » alone: accepted with a warning unless a rival stands beside (decisions §4). */
      readonly weak: boolean;
      /** The level (maternelle, CP…) whose pupils these are, where the headcount comes in parts. */
      readonly part: string | null;
      readonly qualifiers: readonly string[];
    }
  | { readonly kind: "untariffed"; readonly words: string }
  | { readonly kind: "ambiguous"; readonly words: string; readonly candidates: readonly string[] }
  | { readonly kind: "none" };

export interface LabelReading {
  readonly label: Label;
  readonly nature: Nature | "both" | null;
  readonly years: readonly number[];
  /** Full dates named, as 20141101. */
  readonly days: readonly number[];
  /** Not in service (« sortis », « prévus »), or perhaps not (« Stock »); null where nothing says so. */
  readonly standing: "out" | "asked" | null;
  /** Its nature is told by the 1 November alone. */
  readonly onSnapshot: boolean;
  /** « depuis … »: all that was installed from a date on; its year is the campaign in which it begins. */
  readonly since: boolean;
  /** « dont … »: a part of the column before it. */
  readonly subset: boolean;
  /** True where every word is understood; a title or a sentence is not. */
  readonly complete: boolean;
  /** It names a machine or a software in words that are not all understood: it may be ours. */
  readonly mentions: boolean;
}

const none: Label = { kind: "none" };

/** Returns the code of the prestation that a label names; null when it names none. */
export function codeNamed(label: Label): string | null {
  return label.kind === "prestation" ? label.code : null;
}

/** Returns whether a label names the pupils of a school, whole or in part. */
export function namesPupils(label: Label): boolean {
  return codeNamed(label) === pupilCode;
}

/** Returns whether a label names something, be it by half; « Total » alone names nothing. */
export function namesSomething(label: Label): boolean {
  return label.kind === "ambiguous" ? label.words !== "total" : label.kind !== "none";
}

/** Returns whether a label names an equipment, with a tariff or without, be it by half. */
export function namesEquipment(label: Label): boolean {
  return namesSomething(label) && !namesPupils(label);
}

/** Returns whether a text says a nature and nothing else. */
export function saysOnlyNature({ label, nature, complete }: LabelReading): boolean {
  return label.kind === "none" && complete && nature !== null;
}

/** Returns whether a label is « Total », of nobody knows what. */
export function isBareTotal(label: Label): boolean {
  return label.kind === "ambiguous" && label.words === "total";
}

/** Recognises the pupils of the school, or a part of them; « Rentrée 2014 » is a headcount. */
function pupils(words: readonly string[], total: boolean, dated: boolean): Label | null {
  if (!words.some((word) => pupilNouns.has(word) || (dated && word === "rentree"))) return null;
  if (!words.every((word) => pupilQualifiers.has(word) || pupilParts.has(word))) return null;
  const parts = [...new Set(words.filter((word) => pupilParts.has(word)))];
  const part = parts.length === 1 && !total ? parts[0]! : null;
  return { kind: "prestation", code: pupilCode, words: words.join(" "), weak: false, part, qualifiers: parts };
}

function equipment(words: readonly string[], counted: boolean): Label | null {
  for (const rule of nounRules) {
    if (!words.some((word) => rule.nouns.has(word))) continue;
    const qualifiers = words.filter((word) => !rule.nouns.has(word));
    const text = words.join(" ");
    const found = (code: string, weak = false): Label => ({
      kind: "prestation",
      code,
      words: text,
      weak,
      part: null,
      qualifiers,
    });
    if (qualifiers.length === 0) {
      if (rule.alone !== null) return found(rule.alone.code, rule.alone.weak);
      if (counted && rule.standard.qualifiers.has("nb")) return found(rule.standard.code, true);
      return { kind: "ambiguous", words: text, candidates: [rule.standard.code, rule.specific.code] };
    }
    const others = qualifiers.filter((word) => !rule.standard?.qualifiers.has(word));
    if (!others.every((word) => rule.specific?.qualifiers.has(word))) continue;
    if (others.length === 0) return found(rule.standard!.code);
    if (qualifiers.includes("standard"))
      return { kind: "ambiguous", words: text, candidates: [rule.standard!.code, rule.specific!.code] };
    return found(rule.specific!.code);
  }
  return null;
}

/** Returns the words that a maker's name does not belong to, nor what else only says which model it is. */
function withoutMakers(words: readonly string[]): readonly string[] {
  if (!words.some((word) => makers.has(word))) return words;
  const kept = words.filter((word) => !makers.has(word));
  const named = kept.filter((word) => !/\d/.test(word) || pupilParts.has(word));
  return named.length > 0 ? named : words;
}

/** Returns whether « depuis » makes installations of it: « Postes depuis nov. 2013 » are; « HS depuis 2012 », « en service depuis 2012 » and pupils are none. */
function isInstalled({ label, nature, standing }: LabelReading): boolean {
  return !namesPupils(label) && standing === null && (nature === null || nature === "installation");
}

function recognise(text: string): LabelReading {
  const since = sinceIn(fold(text));
  if (since === null) return recogniseWords(text);
  const reading = recogniseWords(since.rest);
  if (!isInstalled(reading)) return recogniseWords(text);
  const years = since.campaign === null ? [] : [since.campaign];
  return { ...reading, nature: "installation", years, days: [], since: true };
}

function recogniseWords(text: string): LabelReading {
  const written = wordsOf(text);
  const { years, days } = written;
  const words = withoutMakers(written.words);
  const nature = natureOf(words);
  const subset = words.includes("dont");
  const said = words.filter((word) => word !== snapshotWord && word !== periodWord);
  const done = (label: Label, complete: boolean): LabelReading => ({
    label,
    nature,
    years,
    days,
    standing: standingOf(words),
    onSnapshot: nature !== null && natureOf(said) === null,
    since: false,
    subset,
    complete,
    mentions: label.kind === "none" && words.some((word) => nounRules.some((rule) => rule.nouns.has(word))),
  });
  if (/^(ratio|taux|moyenne|prix|montant|cout|valeur)/.test(words.join(" "))) return done(none, false);

  // « Élèves / poste » is a ratio; « postes élèves » are machines.
  if (words[0] === "eleve" && words.some((word) => word === "poste" || word === "pc" || word === "ordinateur"))
    return done(none, false);

  const total = words.includes("total");
  if (words.length === 1 && (words[0] === "m" || words[0] === "i")) return done(none, true);
  const meaningful = words.filter((word) => !isNatureWord(word) && (!fillers.has(word) || word === "ecole"));
  const pupil = pupils(meaningful, total, years.length > 0);
  if (pupil !== null) return done(pupil, true);

  // Portail, pack and serveur say « / école », « / enfant »: there the word is only the unit.
  const counted = words.includes("nb");
  const machine =
    equipment(meaningful, counted) ??
    equipment(
      meaningful.filter((word) => word !== "ecole"),
      counted,
    );
  if (machine !== null) return done(machine, true);
  const strange = meaningful.find((word) => untariffed.has(word));
  if (strange !== undefined) return done({ kind: "untariffed", words: strange }, true);
  if (meaningful.length === 0 && total && nature === null && !subset)
    return done({ kind: "ambiguous", words: "total", candidates: [] }, true);
  return done(
    none,
    meaningful.every((word) => word === "ecole"),
  );
}

/**
 * Recognises the prestation that a label or a header names, in the wordings of the act and the usual variants, whatever
 * accents, case, plural and abbreviations; remembered by text. Nothing looser: a word that is not understood makes it none.
 * « Postes », « Logiciels » and « Total » alone are ambiguous. (decisions §4)
 */
export const recogniseLabel: (text: string) => LabelReading = memoByText(recognise);

/** Returns the part of a headcount that a bare header names (« Maternelle », « CP »), where the table is known to be one of pupils. */
export const pupilPart: (text: string) => string | null = memoByText((text) => {
  const { words } = wordsOf(text);
  const meaningful = words.filter((word) => !fillers.has(word) || pupilParts.has(word));
  return meaningful.length === 1 && pupilParts.has(meaningful[0]!) ? meaningful[0]! : null;
});

/** Returns the words of a text that tell what it names: no filler, no nature; sorted, so that their order does not matter. */
function essence(text: string): string {
  return wordsOf(text)
    .words.filter((word) => !fillers.has(word) && !isNatureWord(word))
    .sort()
    .join(" ");
}

/** Returns every prestation that a noun may be. */
function codesOf({ alone, standard, specific }: NounRule): readonly string[] {
  return [alone, standard, specific].flatMap((one) => (one === null ? [] : [one.code]));
}

/**
 * Makes the reader of labels for one grid: a row's own wording or code first, so that a later grid's prestations are known by
 * what the act calls them; then the usual variants. What is recognised but has no row in the grid is untariffed; what has one,
 * beside words that are not understood, is asked about and never said to have no tariff.
 */
export function createLabelReader(grid: Grid): (text: string) => LabelReading {
  const codes = new Set(grid.rows.map((row) => row.code));
  const byEssence = new Map<string, string>();
  for (const row of grid.rows) {
    byEssence.set(essence(row.prestation), row.code);
    byEssence.set(essence(row.code), row.code);
  }
  const rules = nounRules.filter((rule) => codesOf(rule).some((code) => codes.has(code)));
  const named = new Set([...byEssence.keys()].flatMap((key) => key.split(" ")));
  const hasRow = (noun: string): boolean => named.has(noun) || rules.some(({ nouns }) => nouns.has(noun));
  return memoByText((text) => {
    const reading = recogniseLabel(text);
    if (reading.label.kind === "prestation" && codes.has(reading.label.code)) return reading;
    const key = essence(text);
    const code = key === "" ? undefined : byEssence.get(key);
    if (code !== undefined)
      return {
        ...reading,
        complete: true,
        label: { kind: "prestation", code, words: key, weak: false, part: null, qualifiers: [] },
      };
    if (reading.label.kind === "untariffed" && hasRow(reading.label.words))
      return { ...reading, label: none, complete: false, mentions: true };
    if (reading.label.kind !== "prestation") return reading;
    // Pupils are no equipment: a grid without portal does not bill them, and has nothing to say of them.
    if (namesPupils(reading.label)) return { ...reading, label: none };
    return { ...reading, label: { kind: "untariffed", words: reading.label.words } };
  });
}
