import { addTo, fold, sourceName } from "../cells";
import { acceptedTopic } from "./accepted-topics";
import { roleWording } from "./column-roles";
import {
  cellField,
  choiceField,
  optionalCellField,
  optionalTextField,
  placeFields,
  rowFields,
  textField,
  type Field,
  type Kind,
} from "./fields";
import { choiceOf, type Wordings } from "./sources";
import type { AcceptedValue, ChosenCommune, Options, TableChoice, WordChoice } from "./types";
import { meaningsOf, nothing, repeatRuleWordings, tableUseWordings, wordingIn, wordKindWordings } from "./wordings";

const nbsp = "\u00a0";

/** Returns words of the sheet in the nouns of a convention. */
type Say = (words: string) => string;

/** A kind of choice: its rows in the sheet, its entries in a file, its lines in « Contrôles ». */
export interface ChoiceKind<Item> extends Kind<Item> {
  /** The label of its rows in the sheet. */
  readonly label: string;
  /** Returns what a choice is about: a later choice about the same thing replaces it. */
  readonly subject: (item: Item) => readonly unknown[];
  /** Whether it gives the meaning of a place or a word: neither of two contradictory ones can be preferred. */
  readonly isMeaning: boolean;
  /** The label of its lines in « Contrôles », in the bracket notation of texts. */
  readonly lineLabel: string;
  /** Returns the wordings of choices in « Contrôles ». */
  readonly wordings: (choices: readonly Item[], say: Say) => readonly string[];
}

/** The item of a list of options. */
type ItemOf<List extends keyof Options> = Options[List] extends readonly (infer Item)[] ? Item : never;

function choiceKind<List extends keyof Options>(
  list: List,
  kind: ChoiceKind<ItemOf<List>>,
): ChoiceKind<ItemOf<List>> & { readonly list: List } {
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

/** Returns « [file]Sheet » or « [file]Sheet!A1 ». */
const placeWording = ({ file, sheet, cell }: Pick<TableChoice, "file" | "sheet" | "cell">): string =>
  cell === null ? `${file === null ? "" : `[${file}]`}${sheet}` : sourceName(sheet, cell, file);

const quoted = (text: string): string => `«${nbsp}${text}${nbsp}»`;

/** The kinds of choices, in display order. */
export const choiceKinds = {
  column: choiceKind("mappings", {
    label: "Colonne",
    missing: "options-sheet-missing-in-mapping",
    fields: {
      sheet: textField(1),
      cell: cellField(2, "options-bad-cell", "options-sheet-bad-cell"),
      as: textField(3),
      ...placeFields,
    },
    subject: cellSubject,
    isMeaning: true,
    lineLabel: "Colonne corrigée",
    wordings: (choices) =>
      choices.map((choice) => `${placeWording(choice)} lue comme ${quoted(roleWording(choice.as))}`),
  }),
  commune: choiceKind("communes", {
    label: "Commune",
    missing: "options-sheet-missing-in-commune",
    fields: {
      sheet: textField(1),
      cell: cellField(2, "options-bad-commune-cell", "options-sheet-bad-commune-cell"),
      commune: textField(3),
      ...placeFields,
    },
    subject: cellSubject,
    isMeaning: true,
    lineLabel: "[Commune choisie|choisi]",
    wordings: (choices) => groupCommunes(choices).map(communeWording),
  }),
  row: choiceKind("setAside", {
    label: "Écarter la ligne",
    missing: "options-sheet-missing-in-set-aside",
    fields: { sheet: textField(1), ...rowFields(2), reason: textField(3), ...placeFields },
    subject: ({ file, sheet, row, column }) => [file, sheet, row, column],
    isMeaning: false,
    lineLabel: "Ligne écartée",
    wordings: (choices) =>
      choices.map(({ file, sheet, row, column, reason }) => {
        const table = column === undefined ? "" : `, tableau de la colonne ${column}`;
        return `${placeWording({ file, sheet, cell: null })}, ligne ${row}${table}${nbsp}: ${reason}`;
      }),
  }),
  word: choiceKind("words", {
    label: "Mot",
    missing: "options-sheet-missing-in-word",
    fields: { word: textField(1), kind: choiceField(2, wordKindWordings, "file's word"), as: meaningField },
    subject: ({ kind, word }) => [kind, fold(word)],
    isMeaning: true,
    lineLabel: "Mot précisé",
    wordings: (choices, say) =>
      choices.map(
        ({ word, kind, as }) =>
          `${quoted(word)} (${say(wordKindWordings[kind])}) lu comme ${quoted(wordingIn(meaningsOf(kind), as))}`,
      ),
  }),
  table: choiceKind("tables", {
    label: "Tableau",
    missing: "options-sheet-missing-in-table",
    fields: tableFields(tableUseWordings),
    subject: cellSubject,
    isMeaning: true,
    lineLabel: "Tableau précisé",
    wordings: (choices) => choices.map((choice) => `${placeWording(choice)}${nbsp}: ${tableUseWordings[choice.as]}`),
  }),
  repeat: choiceKind("repeats", {
    label: "Répétition",
    missing: "options-sheet-missing-in-repeat",
    fields: tableFields(repeatRuleWordings),
    subject: cellSubject,
    isMeaning: true,
    lineLabel: "[Écoles répétées|répétés]",
    wordings: (choices) => choices.map((choice) => `${placeWording(choice)}${nbsp}: ${repeatRuleWordings[choice.as]}`),
  }),
  accepted: choiceKind("accepted", {
    label: "Accepté",
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
    isMeaning: false,
    lineLabel: "Valeur acceptée",
    wordings: (choices) =>
      choices.map(({ file, sheet, cell, code, was }) => {
        const place = sheet === null ? (file ?? "") : placeWording({ file, sheet, cell });
        return `${place === "" ? "" : `${place}, `}${quoted(was)} (${acceptedTopic(code)})`;
      }),
  }),
};

export type ChoiceName = keyof typeof choiceKinds;

/** The options that are lists of choices, each choice in one row of the sheet. */
export type ChoiceList = (typeof choiceKinds)[ChoiceName]["list"];

/** Returns the wording of a group of choices: « Avanne-Aveney pour « Avane-Aveney » (Parc!B12, B15) ». */
function communeWording({ choices, cells: [cell, ...others] }: CommuneGroup): string {
  const { file, sheet, commune, was } = choices[0]!;
  const text = was === undefined ? "" : ` pour ${quoted(was)}`;
  return `${commune}${text} (${[sourceName(sheet, cell!, file), ...others].join(", ")})`;
}

/** Cells of a sheet where the same text was given the same commune; a blank cell is a group by itself. */
interface CommuneGroup {
  readonly cells: readonly string[];
  readonly choices: readonly ChosenCommune[];
}

/** Groups the chosen communes by text and commune, in order. */
export function groupCommunes(communes: readonly ChosenCommune[]): CommuneGroup[] {
  const groups = new Map<string, ChosenCommune[]>();
  for (const one of communes)
    addTo(groups, JSON.stringify([one.file, one.sheet, one.commune, one.was ?? { alone: one.cell }]), one);
  return [...groups.values()].map((choices) => ({ choices, cells: choices.map(({ cell }) => cell) }));
}
