import { fold } from "../../cells";
import { countedAs, rowsBilled, type Grid } from "../grid";
import { codesOf, headcount, machineCodes, nounRules, pupilNouns, untariffed, workstationNouns } from "./items";
import { basesIn, spell } from "./tokens";

/** The prestation or equipment that a label or a header names, with the words that decided. */
export type Label =
  | {
      readonly kind: "prestation";
      readonly code: string;
      /** The words that decided, for the explanation. */
      readonly words: string;
      /** « PC », « Serveurs », « Imprimantes » alone: accepted with a warning unless a rival is near (decisions §4). */
      readonly weak: boolean;
      /** The level (maternelle, CP…) of the pupils, when a headcount is given in parts. */
      readonly part: string | null;
      readonly qualifiers: readonly string[];
    }
  | { readonly kind: "untariffed"; readonly words: string }
  | { readonly kind: "ambiguous"; readonly words: string; readonly candidates: readonly string[] }
  | { readonly kind: "none" };

const unnamed: Label = { kind: "none" };

/** Returns the code of the prestation that a label names; null when it names none. */
export function codeNamed(label: Label): string | null {
  return label.kind === "prestation" ? label.code : null;
}

/** Returns whether a label names the pupils of a school, wholly or in part. */
export function namesPupils(label: Label): boolean {
  return codeNamed(label) === headcount;
}

/** Returns whether a label names something, even ambiguously; « Total » alone does not. */
export function namesSomething(label: Label): boolean {
  return label.kind === "ambiguous" ? label.words !== "total" : label.kind !== "none";
}

/** Returns whether a label names equipment, with or without a tariff, even ambiguously. */
export function namesEquipment(label: Label): boolean {
  return namesSomething(label) && !namesPupils(label);
}

/** Returns whether a label is « Total » alone. */
export function isBareTotal(label: Label): boolean {
  return label.kind === "ambiguous" && label.words === "total";
}

/** Words of a grid's wording that a header may omit. */
const small = new Set([
  "le",
  "la",
  "les",
  "l",
  "de",
  "d",
  "du",
  "des",
  "et",
  "a",
  "au",
  "par",
  "pour",
  "ecole",
  "installation",
  "maintenance",
]);

/** A wording of a row of a grid, as words. */
interface Wording {
  readonly code: string;
  readonly words: readonly string[];
}

const isImprinter = (word: string): boolean => word === "imprimante" || word === "jet";
/** Words that make a printer one without a tariff. */
const printing = new Set(["laser", "multifonction", "mfp", "copieur", "photocopieur", "scanner"]);

/**
 * Names the prestations of a grid from the words of a text: by the wording or code of a row, so that those of a later
 * grid are known by the words of its act, and by usual variants. Equipment that is recognised but has no row in the
 * grid is untariffed. (decisions §4)
 */
export class ItemNamer {
  /** The code under which each row is counted, by its own code. */
  private readonly codes: ReadonlyMap<string, string>;
  private readonly wordings: readonly Wording[];
  /** Words of the grid's wordings, and usual nouns of its prestations. */
  private readonly named: ReadonlySet<string>;
  private readonly billsPupils: boolean;
  /** Codes of its workstations, when they are not those of 2014. */
  private readonly workstations: readonly string[];

  constructor(grid: Pick<Grid, "rows">) {
    this.codes = new Map(grid.rows.map(({ code }) => [code, countedAs(grid, code)]));
    this.billsPupils = rowsBilled(grid, headcount).length > 0;
    const hasUsual = Object.values(machineCodes).some((code) => this.codes.has(code));
    this.workstations = hasUsual
      ? []
      : grid.rows.filter(({ counts }) => counts === "workstations").map(({ code }) => code);
    this.wordings = grid.rows
      .flatMap(({ code, prestation }) =>
        [prestation, code].map((text) => ({ code: this.codes.get(code)!, words: wordingOf(text) })),
      )
      .filter(({ words }) => words.length > 0)
      .sort((one, other) => other.words.length - one.words.length);
    const rules = nounRules.filter((rule) => codesOf(rule).some((code) => this.codes.has(code)));
    this.named = new Set([...this.wordings.flatMap(({ words }) => words), ...rules.flatMap(({ nouns }) => [...nouns])]);
  }

  /** Returns whether a word designates equipment, with or without a tariff. */
  isNoun(word: string): boolean {
    return untariffed.has(word) || nounRules.some(({ nouns }) => nouns.has(word));
  }

  /** Returns whether a word qualifies the equipment of some nouns. */
  qualifies(word: string, nouns: readonly string[]): boolean {
    return nounRules.some(
      (rule) =>
        nouns.some((noun) => rule.nouns.has(noun)) &&
        (rule.standard?.qualifiers.has(word) === true || rule.specific?.qualifiers.has(word) === true),
    );
  }

  /** Finds the wording whose words are all in a text that names no other equipment; null when there is none. */
  wordingIn(words: readonly string[]): Wording | null {
    const has = new Set(words);
    return (
      this.wordings.find((wording) => {
        if (!wording.words.every((word) => has.has(word))) return false;
        const others = words.filter((word) => !wording.words.includes(word));
        return !others.some((word) => this.isNoun(word) || pupilNouns.has(word) || this.qualifies(word, wording.words));
      }) ?? null
    );
  }

  /** Returns the label of a wording. */
  wording({ code, words }: Wording): Label {
    return this.called([code], words);
  }

  /** Returns the label of a name of the grid's own; ambiguous when several rows have it. */
  called(codes: readonly string[], words: readonly string[]): Label {
    const text = [...words].sort().join(" ");
    const [code, other] = codes;
    return other === undefined
      ? { kind: "prestation", code: code!, words: text, weak: false, part: null, qualifiers: [] }
      : { kind: "ambiguous", words: text, candidates: codes };
  }

  /** Returns whether a word only announces a count: « effectif », in a grid that bills no pupils. */
  announcesCount(word: string): boolean {
    return word === "effectif" && !this.billsPupils;
  }

  /** Returns the label of nouns and qualifiers; `counted` when they are beside « Nb ». */
  name(words: readonly string[], counted: boolean): Label {
    const label = equipment(words, counted);
    if (label === null) return this.withoutTariff(words);
    const codes = label.kind === "prestation" ? [label.code] : label.candidates;
    if (!codes.some((code) => this.codes.has(code))) return this.nameOther(words);
    return label.kind === "prestation" ? { ...label, code: this.codes.get(label.code)! } : label;
  }

  /** Names equipment whose usual prestation the grid lacks: by its own workstations, if it has some. */
  private nameOther(words: readonly string[]): Label {
    const text = words.join(" ");
    if (words.some((word) => workstationNouns.has(word)) && this.workstations.length > 0)
      return this.called(this.workstations, words);
    return words.some((word) => this.isNoun(word) && this.named.has(word))
      ? unnamed
      : { kind: "untariffed", words: text };
  }

  /** Returns the label of the pupils of a school or of some levels; « none » when the grid bills no pupils. */
  pupils(words: readonly string[], levels: readonly string[], isWhole: boolean): Label {
    if (!this.billsPupils) return unnamed;
    const part = levels.length === 1 && !isWhole ? levels[0]! : null;
    return { kind: "prestation", code: headcount, words: words.join(" "), weak: false, part, qualifiers: levels };
  }

  /** Names equipment without a rule by its noun, when it comes first: « Écran PC », « Imprimante laser ». */
  private withoutTariff(words: readonly string[]): Label {
    const strange = words.find((word) => untariffed.has(word));
    if (strange === undefined) return unnamed;
    const machines = words.filter((word) => !untariffed.has(word) && this.isNoun(word));
    const isPrinter = machines.every(isImprinter) && printing.has(strange);
    // « PC + écran » counts one or the other; a word in a wording of the grid may designate that row.
    if (this.named.has(strange) || (machines.length > 0 && !isPrinter && words[0] !== strange)) return unnamed;
    return { kind: "untariffed", words: strange };
  }
}

function wordingOf(text: string): string[] {
  return [...new Set(basesIn(spell(fold(text))))].filter((word) => !small.has(word));
}

type Priced = Extract<Label, { kind: "prestation" | "ambiguous" }>;

/** Returns the prestation of 2014 that nouns and qualifiers designate; null when they designate none. */
function equipment(words: readonly string[], counted: boolean): Priced | null {
  for (const rule of nounRules) {
    if (!words.some((word) => rule.nouns.has(word))) continue;
    const qualifiers = words.filter((word) => !rule.nouns.has(word));
    const text = words.join(" ");
    const found = (code: string, weak = false): Priced => ({
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
