import { meaningsOf, wordingIn } from "./wordings";

/** A column role: the words by which a choice gives it, and how the pane offers it. */
interface RoleKind {
  /**
   * The words with which a choice gives the role, that of a JSON file first; accents, capitals and hyphens are ignored.
   * Absent for a role that no choice gives.
   */
  readonly words?: readonly [file: string, ...others: string[]];
  /** The French wording of the first word in documents and lists; absent when they print that word itself. */
  readonly wording?: string;
  /** Whether the first words only follow the code of a prestation: `POSTE_STD date-installed`. */
  readonly isOfPrestation?: true;
  /** The word that the pane writes in the options sheet; absent when the pane does not offer the role. */
  readonly offered?: string;
  /** Whether only tables with one row per item or per machine have such a column. */
  readonly isOfItems?: true;
}

/** Every role of a column that is not a prestation; those that the pane offers come first, in its order. */
const kinds = {
  headcount: { words: ["headcount", "effectif", "élèves"], wording: "effectif", offered: "effectif" },
  commune: { words: ["commune"], offered: "commune" },
  school: { words: ["school", "école"], offered: "école" },
  label: { words: ["label", "prestation", "libellé", "désignation"], offered: "prestation", isOfItems: true },
  nature: { words: ["nature"], offered: "nature", isOfItems: true },
  quantity: { words: ["quantity", "quantité"], offered: "quantité", isOfItems: true },
  "date-in": {
    words: ["entry", "entrée", "date-in", "date d’entrée"],
    wording: "entrée",
    offered: "date d’entrée",
    isOfItems: true,
  },
  "date-out": {
    words: ["exit", "sortie", "date-out", "date de sortie"],
    wording: "sortie",
    offered: "date de sortie",
    isOfItems: true,
  },
  status: { words: ["state", "état", "status", "statut"], wording: "état", offered: "état", isOfItems: true },
  ignored: {
    words: ["ignored", "ignorer", "ignore", "ignorée", "nothing", "rien"],
    wording: "ignorer",
    offered: "ignorer",
  },
  insee: { words: ["insee", "code INSEE"] },
  level: { words: ["level", "niveau"] },
  entity: { words: ["entity", "entité"] },
  location: { words: ["location", "lieu"] },
  campaign: { words: ["campaign", "campagne"] },
  "inventory-number": { words: ["inventory-number", "numéro d’inventaire"] },
  "serial-number": { words: ["serial-number", "numéro de série"] },
  "year-installed": { words: ["year-installed", "année d’installation"], wording: "année d’installation" },
  "date-installed": {
    words: ["date-installed", "date d’installation"],
    wording: "date d’installation",
    isOfPrestation: true,
  },
  "school-code": {},
  "headcount-part": {},
  date: {},
  pupil: {},
  name: {},
  untariffed: {},
  refused: {},
} satisfies Readonly<Record<string, RoleKind>>;

/** A role of a column, as mappings and the JSON name it; a column that counts a prestation has its code instead. */
export type ColumnRole = keyof typeof kinds;

/** What is known of each column role. */
export const columnRoles: Readonly<Record<ColumnRole, RoleKind>> = kinds;

/** Returns whether a text names a column role, rather than a prestation. */
export function isColumnRole(text: string): text is ColumnRole {
  return Object.hasOwn(columnRoles, text);
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
export function roleWording(as: string): string {
  const [code, ...rest] = as.split(" ");
  return rest.length > 0 ? `${code} ${wordingIn(roleWordings, rest.join(" "))}` : wordingIn(roleWordings, as);
}
