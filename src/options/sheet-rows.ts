import type { Cell } from "../cells";
import { choicesOf } from "./change";
import type { Choice, Settings } from "./change";
import { commentRow } from "./comment-row";
import type { Options } from "./types";
import { besanconWordings, optionLabels, optionsHeaders, schoolUnitWordings, yesNoWordings } from "./wordings";
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

/** The row of a choice about a place. */
export function choiceRow({ about, choice }: Choice): Cell[] {
  const { file, sheet } = choice;
  const last = [file, textOrBlank(choice.was)];
  switch (about) {
    case "column":
      return [optionLabels.mapping, sheet, choice.cell, choice.as, ...last];
    case "commune":
      return [optionLabels.commune, sheet, choice.cell, choice.commune, ...last];
    case "row":
      return [optionLabels.setAside, sheet, choice.row, choice.reason, ...last];
  }
}

function textOrBlank(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}
