import type { Cell } from "../cells";
import type { ChosenCommune, MappingCorrection, Options, SetAsideRow } from "./types";
import { besanconWordings, optionLabels, optionsHeaders, schoolUnitWordings, yesNoWordings } from "./wordings";

/**
 * The rows of the sheet « Options Ordiclasse » that say these options, headers first: what `readOptionsSheet` reads back.
 * Single options are all written, so that the sheet shows what can be chosen.
 */
export function optionsSheetRows(options: Options): Cell[][] {
  const { signatory } = options;
  return [
    [...optionsHeaders],
    [optionLabels.besancon, besanconWordings[options.besancon]],
    [optionLabels.schoolUnit, schoolUnitWordings[options.schoolUnit]],
    [optionLabels.printableFiches, options.printableFiches ? yesNoWordings.yes : yesNoWordings.no],
    [optionLabels.signatoryName, signatory?.name ?? null],
    [optionLabels.signatoryTitle, textOrBlank(signatory?.title)],
    [optionLabels.signatoryDelegation, textOrBlank(signatory?.delegation)],
    ...options.sharingKeys.flatMap(({ school, commune, shares }) =>
      shares.map((share) => [optionLabels.sharingKey, school, commune, share.commune, share.weight]),
    ),
    ...options.mappings.map(mappingRow),
    ...options.communes.map(communeRow),
    ...options.setAside.map(setAsideRow),
  ];
}

export function mappingRow({ sheet, cell, as, file, was }: MappingCorrection): Cell[] {
  return [optionLabels.mapping, sheet, cell, as, file, textOrBlank(was)];
}

export function communeRow({ sheet, cell, commune, file, was }: ChosenCommune): Cell[] {
  return [optionLabels.commune, sheet, cell, commune, file, textOrBlank(was)];
}

export function setAsideRow({ sheet, row, reason, file, was }: SetAsideRow): Cell[] {
  return [optionLabels.setAside, sheet, row, reason, file, textOrBlank(was)];
}

function textOrBlank(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
}
