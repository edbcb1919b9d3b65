import { sourceName } from "../cells";
import { groupCommunes } from "./commune-groups";
import type { CommuneGroup } from "./commune-groups";
import { defaultOptions } from "./types";
import type { Options, TableChoice } from "./types";
import {
  besanconWordings,
  meaningWording,
  optionLabels,
  repeatRuleWordings,
  roleWording,
  schoolUnitWordings,
  tableUseWordings,
  wordKindWordings,
  yesNoWordings,
} from "./wordings";

const nbsp = "\u00a0";

/**
 * The options in force, in French lines for « Contrôles »: one a choice that differs from the default, then one line that
 * recalls all the defaults kept. (decisions §2, §7)
 */
export function describeOptions(options: Options): string[] {
  const chosen = [
    ...single(options).filter(({ isDefault }) => !isDefault),
    ...options.sharingKeys.map((key) => ({
      label: optionLabels.sharingKey,
      wording: `${key.school} (${key.commune}) – ${key.shares.map(share).join(", ")}`,
    })),
    ...options.mappings.map(({ file, sheet, cell, as }) => ({
      label: "Colonne corrigée",
      wording: `${sourceName(sheet, cell, file)} lue comme «${nbsp}${roleWording(as)}${nbsp}»`,
    })),
    ...groupCommunes(options.communes).map((group) => ({ label: "Commune choisie", wording: communeWording(group) })),
    ...options.setAside.map(({ file, sheet, row, reason }) => ({
      label: "Ligne écartée",
      wording: `${file === null ? "" : `[${file}]`}${sheet}, ligne ${row}${nbsp}: ${reason}`,
    })),
    ...options.words.map((choice) => ({
      label: "Mot précisé",
      wording: `«${nbsp}${choice.word}${nbsp}» (${wordKindWordings[choice.kind]}) lu comme «${nbsp}${meaningWording(choice)}${nbsp}»`,
    })),
    ...options.tables.map((choice) => ({
      label: "Tableau précisé",
      wording: `${tableWording(choice)}${nbsp}: ${tableUseWordings[choice.as]}`,
    })),
    ...options.repeats.map((choice) => ({
      label: "Écoles répétées",
      wording: `${tableWording(choice)}${nbsp}: ${repeatRuleWordings[choice.as]}`,
    })),
    ...options.accepted.map(({ file, sheet, cell, code, was }) => ({
      label: "Valeur acceptée",
      wording: `${[sheet === null ? (file ?? "") : tableWording({ file, sheet, cell }), `«${nbsp}${was}${nbsp}»`].filter(Boolean).join(", ")} (${code})`,
    })),
  ].map(line);
  const kept = single(options).filter(({ isDefault }) => isDefault);
  return kept.length === 0 ? chosen : [...chosen, `Par défaut${nbsp}: ${kept.map(keptWording).join(`${nbsp}; `)}`];
}

interface Described {
  readonly label: string;
  readonly wording: string;
}

function tableWording({ file, sheet, cell }: Pick<TableChoice, "file" | "sheet" | "cell">): string {
  return cell === null ? `${file === null ? "" : `[${file}]`}${sheet}` : sourceName(sheet, cell, file);
}

function single(options: Options): (Described & { readonly isDefault: boolean })[] {
  const { besancon, schoolUnit, printableFiches, signatory } = options;
  const named = signatory === null ? [] : [signatory.name, signatory.title, signatory.delegation];
  return [
    {
      label: optionLabels.besancon,
      wording: besanconWordings[besancon],
      isDefault: besancon === defaultOptions.besancon,
    },
    {
      label: optionLabels.schoolUnit,
      wording: schoolUnitWordings[schoolUnit],
      isDefault: schoolUnit === defaultOptions.schoolUnit,
    },
    {
      label: optionLabels.signatoryName,
      wording: signatory === null ? "à compléter" : named.filter((text) => text !== "").join(", "),
      isDefault: signatory === null,
    },
    {
      label: optionLabels.printableFiches,
      wording: printableFiches ? yesNoWordings.yes : yesNoWordings.no,
      isDefault: printableFiches === defaultOptions.printableFiches,
    },
  ];
}

function line({ label, wording }: Described): string {
  return `${label}${nbsp}: ${wording}`;
}

function keptWording({ label, wording }: Described): string {
  return `${label}, ${wording}`;
}

function share({ commune, weight }: Options["sharingKeys"][number]["shares"][number]): string {
  return `${commune} ${String(weight).replace(".", ",")}`;
}

/** « Avanne-Aveney pour « Avane-Aveney » (Parc!B12, B15) ». */
function communeWording({ first: { file, sheet, commune, was }, cells: [cell, ...others] }: CommuneGroup): string {
  const text = was === undefined ? "" : ` pour «${nbsp}${was}${nbsp}»`;
  return `${commune}${text} (${[sourceName(sheet, cell, file), ...others].join(", ")})`;
}
