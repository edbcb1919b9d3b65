import { frenchDay } from "../cells";
import { inNouns, type Nouns } from "../messages";
import type { Convention } from "../tariff";
import { topicElsewhere, withTopic } from "./accepted-topics";
import { choiceKinds, type ChoiceList } from "./choice-kinds";
import { choiceLines } from "./choices";
import { roleWording } from "./column-roles";
import { isMeant } from "./meant";
import { particularRows, type ParticularName } from "./particulars";
import { rowLabels, rowsWithoutEffect, type RowName } from "./rows";
import { countingSettings, printSettings, settings, settingWording, type SettingName } from "./settings";
import { delegationOf, signsAsExecutive } from "./signatory";
import { defaultOptions, type Options, type WordKind } from "./types";
import { meaningsOf, nothing, repeatRuleWordings, tableUseWordings, wordingIn } from "./wordings";

const nbsp = "\u00a0";
const defaultsKept = "Par défaut";

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
    ...choiceLines(options, say),
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

interface Described {
  readonly label: string;
  readonly wording: string;
}

/** Returns the descriptions of options with a single value, those that count first. */
function single(
  options: Options,
  say: (words: string) => string,
): (Described & { readonly name: RowName; readonly isDefault: boolean })[] {
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

const accepted = `${choiceKinds.accepted.lineLabel}${nbsp}:`;

/** Returns the lines of `describeOptions` that have an effect on the bill. */
export function linesWithEffect(described: readonly string[]): string[] {
  return described
    .map((one) => (one.startsWith(accepted) ? withTopic(one) : one))
    .filter(
      (one) =>
        !withoutEffect.some((label) => one.startsWith(`${label}${nbsp}:`)) &&
        !(one.startsWith(accepted) && one.endsWith(` (${topicElsewhere})`)),
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

/** Returns the values of a list of choices, in the words of the sheet. */
export function adviceWordings(list: ChoiceList, kind: WordKind | null, values: readonly string[]): string[] {
  const wordings =
    list === "tables"
      ? tableUseWordings
      : list === "repeats"
        ? repeatRuleWordings
        : kind === null
          ? nothing
          : meaningsOf(kind);
  return values.map((value) => (Object.hasOwn(wordings, value) ? wordingIn(wordings, value) : roleWording(value)));
}

/** A particular of the parties or of the signatory that was not given. */
export interface MissingParticular {
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
