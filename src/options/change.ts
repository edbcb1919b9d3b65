import { fold } from "../cells";
import { commentKey } from "./comments";
import type {
  AcceptedValue,
  ChosenCommune,
  MappingCorrection,
  Options,
  RepeatChoice,
  SetAsideRow,
  TableChoice,
  VarianceComment,
  WordChoice,
} from "./types";

/** The options that have one value each. */
export type Settings = Pick<Options, "besancon" | "schoolUnit" | "printableFiches" | "signatory">;

/** A choice about a place of a workbook, or about a word wherever it stands. */
export type Choice =
  | { readonly about: "column"; readonly choice: MappingCorrection }
  | { readonly about: "commune"; readonly choice: ChosenCommune }
  | { readonly about: "row"; readonly choice: SetAsideRow }
  | { readonly about: "word"; readonly choice: WordChoice }
  | { readonly about: "table"; readonly choice: TableChoice }
  | { readonly about: "repeat"; readonly choice: RepeatChoice }
  | { readonly about: "accepted"; readonly choice: AcceptedValue };

/** What is asked of the sheet « Options Ordiclasse ». */
export type OptionsChange =
  | { readonly ask: "set"; readonly settings: Partial<Settings> }
  /** A choice about the same place gives it its row. */
  | { readonly ask: "choose"; readonly choice: Choice }
  | { readonly ask: "take-back"; readonly choice: Choice }
  /** A comment about the same difference gives it its row; without a text, that one is taken back. */
  | { readonly ask: "comment"; readonly comment: VarianceComment };

/** Names what a choice is about: a later choice about it takes over. */
export function choiceKey({ about, choice }: Choice): string {
  if (about === "word") return JSON.stringify([about, choice.kind, fold(choice.word)]);
  const place = [about, choice.file, choice.sheet, about === "row" ? choice.row : choice.cell];
  return JSON.stringify(about === "accepted" ? [...place, choice.code] : place);
}

/** The options as changes leave them. */
export function changedOptions(options: Options, changes: readonly OptionsChange[]): Options {
  return changes.reduce((known, change) => {
    if (change.ask === "set") return { ...known, ...change.settings };
    if (change.ask === "comment") return { ...known, comments: commentsAfter(known.comments, change.comment) };
    const place = choiceKey(change.choice);
    const others = choicesOf(known).filter((one) => choiceKey(one) !== place);
    return { ...known, ...listsOf(change.ask === "choose" ? [...others, change.choice] : others) };
  }, options);
}

function commentsAfter(comments: readonly VarianceComment[], asked: VarianceComment): VarianceComment[] {
  const others = comments.filter((one) => commentKey(one) !== commentKey(asked));
  return asked.text === "" ? others : [...others, asked];
}

/** Where the options keep the choices of each kind, in the order in which they are shown. */
const listOfKind = {
  column: "mappings",
  commune: "communes",
  row: "setAside",
  word: "words",
  table: "tables",
  repeat: "repeats",
  accepted: "accepted",
} as const satisfies Record<Choice["about"], keyof Options>;

export type ChoiceList = (typeof listOfKind)[Choice["about"]];

/** The choices in force, kind by kind. */
export function choicesOf(options: Pick<Options, ChoiceList>): Choice[] {
  return (Object.keys(listOfKind) as Choice["about"][]).flatMap((about) =>
    options[listOfKind[about]].map((choice) => ({ about, choice }) as Choice),
  );
}

/** The lists of options that these choices make. */
export function listsOf(choices: readonly Choice[]): Pick<Options, ChoiceList> {
  const of = <A extends Choice["about"]>(about: A) =>
    choices.flatMap((one) => (one.about === about ? [one.choice as Extract<Choice, { about: A }>["choice"]] : []));
  return {
    mappings: of("column"),
    communes: of("commune"),
    setAside: of("row"),
    words: of("word"),
    tables: of("table"),
    repeats: of("repeat"),
    accepted: of("accepted"),
  };
}
