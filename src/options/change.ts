import { subjectOf } from "./comments";
import type { ChosenCommune, MappingCorrection, Options, SetAsideRow, VarianceComment } from "./types";

/** The options that have one value each. */
export type Settings = Pick<Options, "besancon" | "schoolUnit" | "printableFiches" | "signatory">;

/** A choice about a place of a workbook. */
export type Choice =
  | { readonly about: "column"; readonly choice: MappingCorrection }
  | { readonly about: "commune"; readonly choice: ChosenCommune }
  | { readonly about: "row"; readonly choice: SetAsideRow };

/** What is asked of the sheet « Options Ordiclasse ». */
export type OptionsChange =
  | { readonly ask: "set"; readonly settings: Partial<Settings> }
  /** A choice about the same place gives it its row. */
  | { readonly ask: "choose"; readonly choice: Choice }
  | { readonly ask: "take-back"; readonly choice: Choice }
  /** A comment about the same difference gives it its row; without a text, that one is taken back. */
  | { readonly ask: "comment"; readonly comment: VarianceComment };

/** Names the place that a choice is about: a later choice about it takes over. */
export function placeOf({ about, choice }: Choice): string {
  return JSON.stringify([about, choice.file, choice.sheet, about === "row" ? choice.row : choice.cell]);
}

/** The options as changes leave them. */
export function changedOptions(options: Options, changes: readonly OptionsChange[]): Options {
  return changes.reduce((known, change) => {
    if (change.ask === "set") return { ...known, ...change.settings };
    if (change.ask === "comment") return { ...known, comments: commentsAfter(known.comments, change.comment) };
    const place = placeOf(change.choice);
    const others = choicesOf(known).filter((one) => placeOf(one) !== place);
    return { ...known, ...listsOf(change.ask === "choose" ? [...others, change.choice] : others) };
  }, options);
}

function commentsAfter(comments: readonly VarianceComment[], asked: VarianceComment): VarianceComment[] {
  const others = comments.filter((one) => subjectOf(one) !== subjectOf(asked));
  return asked.text === "" ? others : [...others, asked];
}

/** The choices in force, columns first, then communes, then rows. */
export function choicesOf({ mappings, communes, setAside }: Options): Choice[] {
  return [
    ...mappings.map((choice): Choice => ({ about: "column", choice })),
    ...communes.map((choice): Choice => ({ about: "commune", choice })),
    ...setAside.map((choice): Choice => ({ about: "row", choice })),
  ];
}

/** The lists of options that these choices make. */
export function listsOf(choices: readonly Choice[]): Pick<Options, "mappings" | "communes" | "setAside"> {
  return {
    mappings: choices.flatMap(({ about, choice }) => (about === "column" ? [choice] : [])),
    communes: choices.flatMap(({ about, choice }) => (about === "commune" ? [choice] : [])),
    setAside: choices.flatMap(({ about, choice }) => (about === "row" ? [choice] : [])),
  };
}
