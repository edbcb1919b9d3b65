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
import {
  cellField,
  choiceField,
  itemOfRow,
  optionalCellField,
  optionalTextField,
  placeFields,
  rowFields,
  rowOfItem,
  textField,
  yearField,
  type Field,
  type Kind,
} from "./fields";
import {
  meaningsOf,
  nothing,
  repeatRuleWordings,
  rowLabels,
  tableUseWordings,
  wordingIn,
  wordKindWordings,
  type RowName,
} from "./rows";
import { choiceOf, type OptionRow, type Wordings } from "./sources";
import { longestComment, type AcceptedValue, type Options, type VarianceComment, type WordChoice } from "./types";

/** The options that are lists of choices, each choice in one row of the sheet. */
export type ChoiceList = "mappings" | "communes" | "setAside" | "words" | "tables" | "repeats" | "accepted";

/** The reading and writing of a kind of choice. */
interface ChoiceKind<Item> extends Kind<Item> {
  readonly list: ChoiceList;
  /** Returns what a choice is about: a later choice about the same thing replaces it. */
  readonly subject: (item: Item) => readonly unknown[];
}

function choiceKind<List extends ChoiceList>(
  list: List,
  kind: Omit<ChoiceKind<Options[List][number]>, "list">,
): ChoiceKind<Options[List][number]> & { readonly list: List } {
  return { list, ...kind };
}

/** Returns a free text as it is, except the wording of `nothing`. */
const freeText = (text: string): string => choiceOf(nothing, text) ?? text;

const isFreeText = (kind: WordChoice["kind"] | undefined): boolean => kind !== "nature" && kind !== "state";

const meaningField: Field<string, WordChoice> = {
  ...textField(3),
  fromJson: (json, data, key, place, { kind }) =>
    isFreeText(kind) ? freeText(json.text(data, key, place)) : json.wordedChoice(data, key, place, meaningsOf(kind!)),
  fromCell: (row, at, missing, { word, kind }) => {
    if (word === undefined || kind === undefined) return undefined;
    if (!isFreeText(kind)) return row.choice(meaningsOf(kind), at);
    const text = row.text(at, missing);
    return text === undefined ? undefined : freeText(text);
  },
  toCell: (as, { kind }) => wordingIn(meaningsOf(kind), as),
};

type OfCell = Pick<AcceptedValue, "file" | "sheet" | "cell">;

const cellSubject = ({ file, sheet, cell }: OfCell) => [file, sheet, cell];
const tableCell = optionalCellField(2, "options-bad-table-cell", "options-sheet-bad-table-cell");

/** Returns the fields of a choice about a table, or about every table of a sheet. */
const tableFields = <As extends string>(wordings: Wordings<As>) => ({
  sheet: textField(1),
  as: choiceField(3, wordings),
  file: placeFields.file,
  cell: tableCell,
  was: placeFields.was,
});

/** The kinds of choices, in display order. */
const choiceKinds = {
  column: choiceKind("mappings", {
    missing: "options-sheet-missing-in-mapping",
    fields: {
      sheet: textField(1),
      cell: cellField(2, "options-bad-cell", "options-sheet-bad-cell"),
      as: textField(3),
      ...placeFields,
    },
    subject: cellSubject,
  }),
  commune: choiceKind("communes", {
    missing: "options-sheet-missing-in-commune",
    fields: {
      sheet: textField(1),
      cell: cellField(2, "options-bad-commune-cell", "options-sheet-bad-commune-cell"),
      commune: textField(3),
      ...placeFields,
    },
    subject: cellSubject,
  }),
  row: choiceKind("setAside", {
    missing: "options-sheet-missing-in-set-aside",
    fields: { sheet: textField(1), ...rowFields(2), reason: textField(3), ...placeFields },
    subject: ({ file, sheet, row, column }) => [file, sheet, row, column],
  }),
  word: choiceKind("words", {
    missing: "options-sheet-missing-in-word",
    fields: { word: textField(1), kind: choiceField(2, wordKindWordings, "file's word"), as: meaningField },
    subject: ({ kind, word }) => [kind, fold(word)],
  }),
  table: choiceKind("tables", {
    missing: "options-sheet-missing-in-table",
    fields: tableFields(tableUseWordings),
    subject: cellSubject,
  }),
  repeat: choiceKind("repeats", {
    missing: "options-sheet-missing-in-repeat",
    fields: tableFields(repeatRuleWordings),
    subject: cellSubject,
  }),
  accepted: choiceKind("accepted", {
    missing: "options-sheet-missing-in-accepted",
    fields: {
      code: textField(3),
      was: {
        ...textField(5),
        fromJson: (json, data, key, place) =>
          typeof data[key] === "number" ? String(data[key]) : json.text(data, key, place),
      },
      file: placeFields.file,
      sheet: optionalTextField(1, 3),
      cell: tableCell,
    },
    subject: (item) => [...cellSubject(item), item.code],
  }),
};

type ChoiceName = keyof typeof choiceKinds;

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

/** Returns a kind of choice, typed to accept any choice: callers only pass it choices of its own kind. */
function kindOf(about: ChoiceName): ChoiceKind<object> {
  return choiceKinds[about] as unknown as ChoiceKind<object>;
}

const kinds = (Object.keys(choiceKinds) as ChoiceName[]).map((about) => ({ about, ...kindOf(about) }));

/** Returns the kind of choice in a list. */
export function kindOfList(name: ChoiceList): ChoiceKind<object> {
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
  return rowOfItem<object>(kindOf(about), rowLabels[about], choice);
}

/** Returns the choices in the options, kind by kind. */
export function choicesOf(options: Pick<Options, ChoiceList>): Choice[] {
  return kinds.flatMap(({ about, list }) => options[list].map((choice) => ({ about, choice }) as Choice));
}

/** Returns the lists of options that contain these choices. */
export function listsOf(choices: readonly Choice[]): Pick<Options, ChoiceList> {
  const ofKind = (name: ChoiceName) => choices.filter(({ about }) => about === name).map(({ choice }) => choice);
  return Object.fromEntries(kinds.map(({ about, list }) => [list, ofKind(about)])) as unknown as Pick<
    Options,
    ChoiceList
  >;
}

/** The choices that give the meaning of a place or a word: neither of two contradictory ones can be preferred. */
const answers: readonly ChoiceName[] = ["column", "commune", "word", "table", "repeat"];

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
    if (!answers.includes(choice.about)) return [];
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
