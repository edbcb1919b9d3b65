import { addTo, frenchDay, sourceName } from "../cells";
import { inNouns, type MessageCode, type Nouns } from "../messages";
import type { Convention } from "../tariff";
import type { ChoiceList } from "./choices";
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
 * Describes the options in force, in French lines for « Contrôles »: one a choice that differs from the default, then one line that
 * recalls all the defaults kept. `nouns`: those of the convention, of 2014 where none is given; `convention`: the one under which a
 * default is recalled only where it says something. (decisions §2, §7)
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
    ...(Object.entries(options.particulars) as [ParticularName, string][]).map(([name, value]) => ({
      label: rowLabels[name],
      wording: particularRows[name].kind === "date" ? frenchDay(value) : value,
    })),
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

/** What of the words of the sheet depends on the nouns of a convention, as texts have it. */
const inBrackets: Readonly<Record<string, string>> = {
  Besançon: "[Besançon]",
  "part CAGB seule": "part [CAGB] seule",
  "non facturée": "non [commune:facturée|facturé]",
  "Prestation par école": "Prestation par [école]",
  "une par école": "une par [école]",
  commune: "[commune]",
};

type Say = (words: string) => string;

interface ChoiceLine {
  readonly label: string;
  readonly wordings: (options: Options, say: Say) => readonly string[];
}

/** How each kind of choice is called, and how those made are worded, in the order in which they are told. */
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

/** Returns how each option of one value is described: what counts first, what is printed last. */
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
 * What is billed does not depend on these lines: those of options that bill nothing, the one that only recalls defaults, and what
 * is accepted of another workbook.
 */
const withoutEffect: readonly string[] = [
  ...Object.values(particularRows).map(({ label }) => label),
  ...rowsWithoutEffect.map((name) => rowLabels[name]),
  defaultsKept,
];

/** What is accepted of a workbook other than the one billed: compared with it, or rectified by it. */
const pointsElsewhere: readonly MessageCode[] = [
  "compared-total-differs",
  "document-changed",
  "journal-changed",
  "rectified-other-inventory",
];
const acceptedElsewhere = new RegExp(`^${acceptedLabel}${nbsp}:.*\\((?:${pointsElsewhere.join("|")})\\)$`);

/** Returns the lines of `describeOptions` that what is billed depends on. */
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

/** Describes a group of choices of a commune: « Avanne-Aveney pour « Avane-Aveney » (Parc!B12, B15) ». */
function communeWording({ choices, cells: [cell, ...others] }: CommuneGroup): string {
  const { file, sheet, commune, was } = choices[0]!;
  const text = was === undefined ? "" : ` pour «${nbsp}${was}${nbsp}»`;
  return `${commune}${text} (${[sourceName(sheet, cell!, file), ...others].join(", ")})`;
}

/** Cells of one sheet in which the same text was given the same commune; a blank cell is alone. */
interface CommuneGroup {
  readonly cells: readonly string[];
  readonly choices: readonly ChosenCommune[];
}

/** Groups the communes chosen, by text and commune, in order. */
export function groupCommunes(communes: readonly ChosenCommune[]): CommuneGroup[] {
  const groups = new Map<string, ChosenCommune[]>();
  for (const one of communes)
    addTo(groups, JSON.stringify([one.file, one.sheet, one.commune, one.was ?? { alone: one.cell }]), one);
  return [...groups.values()].map((choices) => ({ choices, cells: choices.map(({ cell }) => cell) }));
}

/** Words of the file for what a column or a word is, and those that people write in the sheet; both are understood. */
const roleWordings: ReadonlyMap<string, string> = new Map([
  ["ignored", "ignorer"],
  ["state", "état"],
  ["headcount", "effectif"],
  ["entry", "entrée"],
  ["exit", "sortie"],
  ["year-installed", "année d’installation"],
  ["date-installed", "date d’installation"],
  ["in-service", "en service"],
  ["out", "sorti"],
  ["stock", "en stock"],
  ["nothing", "rien"],
]);

/** Returns a role as people write it: « POSTE_STD date d’installation »; as it stands when it is said alike. */
function roleWording(as: string): string {
  const [code, ...rest] = as.split(" ");
  if (rest.length > 0) return `${code} ${roleWordings.get(rest.join(" ")) ?? rest.join(" ")}`;
  return roleWordings.get(as) ?? as;
}

/** Returns the values that the advice of a list offers, in the words that people write in the sheet. */
export function adviceWordings(list: string, kind: string, values: readonly string[]): string[] {
  const wordings = list === "tables" ? tableUseWordings : list === "repeats" ? repeatRuleWordings : meaningsOf(kind);
  return values.map((value) => (Object.hasOwn(wordings, value) ? wordingIn(wordings, value) : roleWording(value)));
}

/** What the user could have given of the parties and of who signs, and did not: by the row of the sheet that says it. */
interface MissingParticular {
  readonly name: ParticularName | "signatoryName" | "signatoryTitle" | "signatoryDelegation";
  /** « SIRET du créancier ». */
  readonly label: string;
}

/** What an état is not complete without. What finance gives later (bordereau, titre, dates, signature) is not there. */
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
 * Returns what documents leave as dots that the options could say, in the order of the état; none when all is given. Of a convention
 * without a debtor that stands between, nothing is asked of one; of its executive, no delegation.
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
