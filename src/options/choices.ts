import { fold, remembered, type Cell } from "../cells";
import type { Anomaly, MessageCode } from "../messages";
import {
  builtInConventions,
  campaignOf,
  createDirectory,
  entityKey,
  type CommuneDirectory,
  type CommuneMatch,
  type Convention,
} from "../tariff";
import { choiceKinds, type ChoiceKind, type ChoiceList, type ChoiceName } from "./choice-kinds";
import { itemOfRow, rowOfItem, textField, yearField, type Kind } from "./fields";
import type { RowName } from "./rows";
import type { OptionRow } from "./sources";
import { longestComment, type Options, type VarianceComment } from "./types";

/** A choice about a place in a workbook, or about a word wherever it occurs. */
export type Choice = {
  [Name in ChoiceName]: {
    readonly about: Name;
    readonly choice: Options[(typeof choiceKinds)[Name]["list"]][number];
  };
}[ChoiceName];

export function isChoiceName(name: RowName): name is ChoiceName {
  return Object.hasOwn(choiceKinds, name);
}

/** A kind of choice, typed to accept any choice: callers only pass it choices of its own kind. */
type AnyKind = ChoiceKind<object> & { readonly list: ChoiceList };

function kindOf(about: ChoiceName): AnyKind {
  return choiceKinds[about] as unknown as AnyKind;
}

const kinds = (Object.keys(choiceKinds) as ChoiceName[]).map((about) => ({ about, ...kindOf(about) }));

/** Returns the kind of choice in a list. */
export function kindOfList(name: ChoiceList): AnyKind {
  return kinds.find(({ list }) => list === name)!;
}

/** Returns a key of what a choice is about: a later choice with the same key replaces it. */
export function choiceKey({ about, choice }: Choice): string {
  return JSON.stringify([about, ...kindOf(about).subject(choice)]);
}

/** Reads the choice in a row; null when it is faulty, which is reported. */
export function choiceOfRow(about: ChoiceName, row: OptionRow): Choice | null {
  const choice = itemOfRow(kindOf(about), row);
  return choice === null ? null : ({ about, choice } as Choice);
}

/** Returns the row of a choice. */
export function rowOfChoice({ about, choice }: Choice): Cell[] {
  return rowOfItem<object>(kindOf(about), kindOf(about).label, choice);
}

/** Returns the choices in the options, kind by kind. */
export function choicesOf(options: Pick<Options, ChoiceList>): Choice[] {
  return kinds.flatMap(({ about, list }) => options[list].map((choice) => ({ about, choice }) as Choice));
}

/** Returns the lines of the choices of some options in « Contrôles », kind by kind. */
export function choiceLines(options: Pick<Options, ChoiceList>, say: (words: string) => string) {
  return kinds.flatMap(({ list, lineLabel, wordings }) =>
    wordings(options[list], say).map((wording) => ({ label: say(lineLabel), wording })),
  );
}

/** Returns the lists of options that contain these choices. */
export function listsOf(choices: readonly Choice[]): Pick<Options, ChoiceList> {
  const ofKind = (name: ChoiceName) => choices.filter(({ about }) => about === name).map(({ choice }) => choice);
  return Object.fromEntries(kinds.map(({ about, list }) => [list, ofKind(about)])) as unknown as Pick<
    Options,
    ChoiceList
  >;
}

/** The second of two choices that contradict each other, by its index and list, with the parameters of its message. */
interface Contradiction {
  readonly index: number;
  readonly list: ChoiceList;
  readonly params: { readonly option: string; readonly place: string; readonly one: string; readonly other: string };
}

/**
 * Returns the choices that contradict an earlier one. Two choices made for different texts may both hold. (decisions
 * §4, *Proof*: a second value of the same thing is never preferred without a choice)
 */
export function contradictionsIn(choices: readonly Choice[]): Contradiction[] {
  const earlier = new Map<string, string[][]>();
  return choices.flatMap((choice, index) => {
    if (!kindOf(choice.about).isMeaning) return [];
    const row = rowOfChoice(choice).map((cell) => String(cell ?? ""));
    const [option = "", sheetOrWord = "", cellOrKind = "", other = "", , was = ""] = row;
    const rows = remembered(earlier, choiceKey(choice), () => []);
    const before = rows.find((one) => fold(one[3]!) !== fold(other) && mayBeOfOne(one[5], was));
    rows.push(row);
    if (before === undefined) return [];
    const place = [sheetOrWord, cellOrKind].filter((text) => text !== "").join(", ");
    return [{ index, list: kindOf(choice.about).list, params: { option, place, one: before[3]!, other } }];
  });
}

const mayBeOfOne = (one = "", other = "") => one === "" || other === "" || fold(one) === fold(other);

export const commentKind: Kind<VarianceComment> = {
  missing: "options-sheet-missing-in-comment",
  fields: { commune: textField(1), against: yearField(3), text: textField(2) },
};

/** The conventions whose parties and members options may name; null when unknown, and then any name is accepted. */
export type Conventions = readonly Convention[] | null;

/** A faulty comment, by its index, and the field at fault. */
interface CommentFault {
  readonly index: number;
  readonly about: "commune" | "text";
  readonly code: MessageCode;
  readonly params: Anomaly["params"];
}

/**
 * Returns the faults of comments: a name that no commune ever had, a second comment on the same difference, one that is
 * too long. They are checked when options are read, because comments change no bill, so that no later step would report
 * them.
 */
export function faultsOfComments(comments: readonly VarianceComment[], among: Conventions): CommentFault[] {
  const known = new Set<string>();
  return comments.flatMap((comment, index) => {
    const { commune, against, text } = comment;
    const faults: CommentFault[] = [];
    const match = communeOf(comment, among ?? builtInConventions);
    const key = commentKey(comment, among);
    const fault = (about: CommentFault["about"], code: MessageCode, params: Anomaly["params"]) =>
      faults.push({ index, about, code, params: { commune, ...params } });
    if (match.kind === "unknown" && among !== null)
      fault("commune", "options-comment-commune", { suggestion: match.suggestion?.name ?? "" });
    else if (known.has(key)) fault("commune", "options-comment-twice", { year: against });
    else known.add(key);
    if (text.length > longestComment)
      fault("text", "options-comment-too-long", { year: against, count: text.length, limit: longestComment });
    return faults;
  });
}

/** Returns a key of the difference that a comment is about, whatever the spelling of its commune. */
export function commentKey(comment: Pick<VarianceComment, "commune" | "against">, among: Conventions): string {
  const match = communeOf(comment, among ?? builtInConventions);
  const commune = match.kind === "unknown" ? fold(comment.commune) : entityKey(match.commune);
  return JSON.stringify([commune, comment.against]);
}

function communeOf(
  { commune, against }: Pick<VarianceComment, "commune" | "against">,
  among: readonly Convention[],
): CommuneMatch {
  const matches = among.map((convention) => directoryOf(convention, against).find(commune));
  return matches.find(({ kind }) => kind !== "unknown") ?? matches[0]!;
}

const directories = new WeakMap<Convention, Map<number, CommuneDirectory>>();

function directoryOf(convention: Convention, year: number): CommuneDirectory {
  const known = directories.get(convention) ?? new Map<number, CommuneDirectory>();
  directories.set(convention, known);
  return remembered(known, year, () => createDirectory(campaignOf(year, convention)));
}
