import type { Cell } from "../cells";
import { choicesOf } from "./change";
import type { Choice, Settings } from "./change";
import { commentRow } from "./comment-row";
import type { Options } from "./types";
import {
  besanconWordings,
  meaningWording,
  optionLabels,
  optionsHeaders,
  repeatRuleWordings,
  schoolUnitWordings,
  tableUseWordings,
  wordKindWordings,
  yesNoWordings,
} from "./wordings";
import type { SingleLabel } from "./wordings";

/**
 * The rows of the sheet « Options Ordiclasse » that say these options, headers first: what `readOptionsSheet` reads back.
 * Single options are all written, so that the sheet shows what can be chosen.
 */
export function optionsSheetRows(options: Options): Cell[][] {
  return [
    [...optionsHeaders],
    ...settingValues(options).map(([label, value]) => [optionLabels[label], value]),
    ...options.sharingKeys.flatMap(({ school, commune, shares }) =>
      shares.map((share) => [optionLabels.sharingKey, school, commune, share.commune, share.weight]),
    ),
    ...choicesOf(options).map(choiceRow),
    ...options.comments.map(commentRow),
  ];
}

/** The value of each single option, as the sheet says it; those that are left out where they are not given. */
export function settingValues(settings: Partial<Settings>): [SingleLabel, string | null][] {
  const { besancon, schoolUnit, printableFiches, signatory } = settings;
  return [
    ...(besancon === undefined ? [] : [pair("besancon", besanconWordings[besancon])]),
    ...(schoolUnit === undefined ? [] : [pair("schoolUnit", schoolUnitWordings[schoolUnit])]),
    ...(printableFiches === undefined
      ? []
      : [pair("printableFiches", printableFiches ? yesNoWordings.yes : yesNoWordings.no)]),
    ...(signatory === undefined
      ? []
      : [
          pair("signatoryName", textOrBlank(signatory?.name)),
          pair("signatoryTitle", textOrBlank(signatory?.title)),
          pair("signatoryDelegation", textOrBlank(signatory?.delegation)),
        ]),
  ];
}

function pair(label: SingleLabel, value: string | null): [SingleLabel, string | null] {
  return [label, value];
}

/** The row of a choice. */
export function choiceRow({ about, choice }: Choice): Cell[] {
  switch (about) {
    case "column":
      return [optionLabels.mapping, choice.sheet, choice.cell, choice.as, ...lastOf(choice)];
    case "commune":
      return [optionLabels.commune, choice.sheet, choice.cell, choice.commune, ...lastOf(choice)];
    case "row":
      return [optionLabels.setAside, choice.sheet, choice.row, choice.reason, ...lastOf(choice)];
    case "word":
      return [optionLabels.word, choice.word, wordKindWordings[choice.kind], meaningWording(choice)];
    case "table":
      return [optionLabels.table, choice.sheet, choice.cell, tableUseWordings[choice.as], ...lastOf(choice)];
    case "repeat":
      return [optionLabels.repeat, choice.sheet, choice.cell, repeatRuleWordings[choice.as], ...lastOf(choice)];
    case "accepted":
      return [optionLabels.accepted, choice.sheet, choice.cell, choice.code, choice.file, choice.was];
  }
}

function lastOf({ file, was }: { readonly file: string | null; readonly was?: string }): Cell[] {
  return [file, textOrBlank(was)];
}

function textOrBlank(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}
