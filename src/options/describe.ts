import { addTo, frenchDay, sourceName } from "../cells";
import { inNouns, type MessageCode, type Nouns } from "../messages";
import type { Convention } from "../tariff";
import type { ChoiceList } from "./choices";
import { columnRoles } from "./column-roles";
import { isMeant } from "./meant";
import { particularRows, type ParticularName } from "./particulars";
import {
  meaningsOf,
  repeatRuleWordings,
  rowLabels,
  rowsWithoutEffect,
  tableUseWordings,
  wordingIn,
  wordKindWordings,
  type RowName,
} from "./rows";
import { countingSettings, printSettings, settings, settingWording, type SettingName } from "./settings";
import { delegationOf, signsAsExecutive } from "./signatory";
import { defaultOptions, type ChosenCommune, type Options, type TableChoice } from "./types";

const nbsp = "\u00a0";
const defaultsKept = "Par défaut";
const acceptedLabel = "Valeur acceptée";

/**
 * Describes the options in force in French lines for « Contrôles »: one for each choice that differs from the default,
 * then one with all defaults. `nouns` are those of the convention, 2014 by default; with `convention`, only defaults
 * that have a meaning under it are listed. (decisions §2, §7)
 */
export function describeOptions(
  options: Options,
  nouns: Nouns | null = null,
  convention: Convention | null = null,
): string[] {
  const say = (words: string) => inNouns(inBrackets[words] ?? words, nouns, "fr");
  const settled = single(options, say);
  const chosen = [
    ...settled.filter(({ isDefault }) => !isDefault),
    ...particularsIn(options),
    ...options.sharingKeys.map((key) => ({
      label: rowLabels.sharingKey,
      wording: `${key.school} (${key.commune}) – ${key.shares.map(share).join(", ")}`,
    })),
    ...Object.values(choiceLines).flatMap(({ label, wordings }) =>
      wordings(options, say).map((wording) => ({ label: say(label), wording })),
    ),
  ].map(line);
  const kept = settled.filter(({ name, isDefault }) => isDefault && (convention === null || isMeant(name, convention)));
  return kept.length === 0 ? chosen : [...chosen, `${defaultsKept}${nbsp}: ${kept.map(keptWording).join(`${nbsp}; `)}`];
}

/** Describes the particulars that are given, in French lines for the Journal. */
export function describeParticulars(options: Pick<Options, "particulars">): string[] {
  return particularsIn(options).map(line);
}

function particularsIn({ particulars }: Pick<Options, "particulars">): Described[] {
  return (Object.entries(particulars) as [ParticularName, string][]).map(([name, value]) => ({
    label: rowLabels[name],
    wording: particularRows[name].kind === "date" ? frenchDay(value) : value,
  }));
}

/** Words of the sheet that depend on the nouns of a convention, in the bracket notation of texts. */
const inBrackets: Readonly<Record<string, string>> = {
  Besançon: "[Besançon]",
  "part CAGB seule": "part [CAGB] seule",
  "non facturée": "non [commune:facturée|facturé]",
  "Prestation par école": "Prestation par [école]",
  "une par école": "une par [école]",
  commune: "[commune]",
};

type Say = (words: string) => string;

/** The description of a kind of choice. */
interface ChoiceLine {
  readonly label: string;
  readonly wordings: (options: Options, say: Say) => readonly string[];
}

/** The label of each kind of choice and the wordings of its choices, in display order. */
const choiceLines: Readonly<Record<ChoiceList, ChoiceLine>> = {
  mappings: {
    label: "Colonne corrigée",
    wordings: ({ mappings }) =>
      mappings.map(
        ({ file, sheet, cell, as }) => `${sourceName(sheet, cell, file)} lue comme «${nbsp}${roleWording(as)}${nbsp}»`,
      ),
  },
  communes: {
    label: "[Commune choisie|choisi]",
    wordings: ({ communes }) => groupCommunes(communes).map(communeWording),
  },
  setAside: {
    label: "Ligne écartée",
    wordings: ({ setAside }) =>
      setAside.map(
        ({ file, sheet, row, column, reason }) =>
          `${file === null ? "" : `[${file}]`}${sheet}, ligne ${row}${column === undefined ? "" : `, tableau de la colonne ${column}`}${nbsp}: ${reason}`,
      ),
  },
  words: {
    label: "Mot précisé",
    wordings: ({ words }, say) =>
      words.map(
        ({ word, kind, as }) =>
          `«${nbsp}${word}${nbsp}» (${say(wordKindWordings[kind])}) lu comme «${nbsp}${wordingIn(meaningsOf(kind), as)}${nbsp}»`,
      ),
  },
  tables: {
    label: "Tableau précisé",
    wordings: ({ tables }) => tables.map((choice) => `${tableWording(choice)}${nbsp}: ${tableUseWordings[choice.as]}`),
  },
  repeats: {
    label: "[Écoles répétées|répétés]",
    wordings: ({ repeats }) =>
      repeats.map((choice) => `${tableWording(choice)}${nbsp}: ${repeatRuleWordings[choice.as]}`),
  },
  accepted: {
    label: acceptedLabel,
    wordings: ({ accepted }) =>
      accepted.map(
        ({ file, sheet, cell, code, was }) =>
          `${[sheet === null ? (file ?? "") : tableWording({ file, sheet, cell }), `«${nbsp}${was}${nbsp}»`].filter(Boolean).join(", ")} (${code})`,
      ),
  },
};

interface Described {
  readonly label: string;
  readonly wording: string;
}

function tableWording({ file, sheet, cell }: Pick<TableChoice, "file" | "sheet" | "cell">): string {
  return cell === null ? `${file === null ? "" : `[${file}]`}${sheet}` : sourceName(sheet, cell, file);
}

/** Returns the descriptions of options with a single value, those that count first. */
function single(options: Options, say: Say): (Described & { readonly name: RowName; readonly isDefault: boolean })[] {
  const { signatory } = options;
  const ofSettings = (some: Readonly<Partial<typeof settings>>) =>
    (Object.keys(some) as SettingName[]).map((name) => ({
      name,
      label: say(rowLabels[name]),
      wording: say(settingWording(name, options[name])),
      isDefault: options[name] === defaultOptions[name],
    }));
  return [
    ...ofSettings(countingSettings),
    {
      name: "signatoryName",
      label: rowLabels.signatoryName,
      wording:
        signatory === null
          ? "à compléter"
          : [signatory.name, signatory.title, signatory.delegation].filter((text) => text !== "").join(", "),
      isDefault: signatory === null,
    },
    ...ofSettings(printSettings),
  ];
}

/**
 * The labels of lines that bill nothing: options without an effect, and the list of defaults. Acceptances about another
 * workbook have no effect either.
 */
const withoutEffect: readonly string[] = [
  ...Object.values(particularRows).map(({ label }) => label),
  ...rowsWithoutEffect.map((name) => rowLabels[name]),
  defaultsKept,
];

/** Anomalies of a workbook other than the one billed: one compared with it, or one that it corrects. */
const pointsElsewhere: readonly MessageCode[] = [
  "compared-total-differs",
  "document-changed",
  "journal-changed",
  "rectified-other-inventory",
];
const acceptedElsewhere = new RegExp(`^${acceptedLabel}${nbsp}:.*\\((?:${pointsElsewhere.join("|")})\\)$`);

/** Returns the lines of `describeOptions` that have an effect on the bill. */
export function linesWithEffect(described: readonly string[]): string[] {
  return described.filter(
    (one) => !withoutEffect.some((label) => one.startsWith(`${label}${nbsp}:`)) && !acceptedElsewhere.test(one),
  );
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

/** Returns the wording of a group of choices: « Avanne-Aveney pour « Avane-Aveney » (Parc!B12, B15) ». */
function communeWording({ choices, cells: [cell, ...others] }: CommuneGroup): string {
  const { file, sheet, commune, was } = choices[0]!;
  const text = was === undefined ? "" : ` pour «${nbsp}${was}${nbsp}»`;
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

/** The wordings of roles, and of the states that a whole column may be given, by their words in a file. */
const roleWordings: Readonly<Record<string, string>> = {
  ...meaningsOf("state"),
  ...Object.fromEntries(
    Object.values(columnRoles).flatMap(({ words, wording }) =>
      words === undefined || wording === undefined ? [] : [[words[0], wording]],
    ),
  ),
};

/** Returns the French wording of a role: « POSTE_STD date d’installation »; the text itself when it has none. */
function roleWording(as: string): string {
  const [code, ...rest] = as.split(" ");
  return rest.length > 0 ? `${code} ${wordingIn(roleWordings, rest.join(" "))}` : wordingIn(roleWordings, as);
}

/** Returns the values of a list of choices, in the words of the sheet. */
export function adviceWordings(list: string, kind: string, values: readonly string[]): string[] {
  const wordings = list === "tables" ? tableUseWordings : list === "repeats" ? repeatRuleWordings : meaningsOf(kind);
  return values.map((value) => (Object.hasOwn(wordings, value) ? wordingIn(wordings, value) : roleWording(value)));
}

/** A particular of the parties or of the signatory that was not given. */
interface MissingParticular {
  readonly name: ParticularName | "signatoryName" | "signatoryTitle" | "signatoryDelegation";
  /** The label of its row: « SIRET du créancier ». */
  readonly label: string;
}

/** The particulars without which an état is incomplete, except those that finance gives later. */
const expected = [
  "creditorSiret",
  "debtorSiret",
  "creditorAddress",
  "debtorAddress",
  "signatoryName",
  "signatoryTitle",
  "signatoryDelegation",
] as const satisfies readonly MissingParticular["name"][];

/**
 * Returns the particulars that documents leave as dots although options could give them, in the order of the état.
 * Those of a debtor are left out when the convention has no intermediary, and the delegation when the executive signs.
 */
export function missingParticulars(
  { particulars, signatory }: Pick<Options, "particulars" | "signatory">,
  convention: Pick<Convention, "debtor" | "creditor"> | null = null,
): MissingParticular[] {
  const given: Readonly<Record<(typeof expected)[number], string | undefined>> = {
    creditorSiret: particulars.creditorSiret,
    debtorSiret: particulars.debtorSiret,
    creditorAddress: particulars.creditorAddress,
    debtorAddress: particulars.debtorAddress,
    signatoryName: signatory?.name,
    signatoryTitle: signatory?.title,
    signatoryDelegation: delegationOf(signatory) || particulars.delegationNumber,
  };
  const isNeedless = (name: string) =>
    convention !== null &&
    ((convention.debtor === null && name.startsWith("debtor")) ||
      (name === "signatoryDelegation" && signsAsExecutive({ particulars, signatory }, convention.creditor.executive)));
  return expected
    .filter((name) => (given[name] ?? "").trim() === "" && !isNeedless(name))
    .map((name) => ({ name, label: rowLabels[name] }));
}
