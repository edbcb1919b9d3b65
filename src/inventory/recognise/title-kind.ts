import { fold } from "../../cells";
import { sinceIn, takeYears } from "../../tariff";

/** A sentence, or a note to those who fill the table in: neither names what is below it. */
export function isNote(text: string): boolean {
  const folded = fold(text);
  return folded.length > longestTitle || note.test(folded);
}

/** What a title or a sheet's name says of its table. */
export type TitleKind = "inventory" | "installations" | "not-in-service" | "model";

/** A kind, and the words that say it, as written. */
export interface SaidKind {
  readonly kind: TitleKind;
  readonly words: string;
  /** It may be read otherwise: « Stock au 01/11/2014 » may be what is in service. */
  readonly unsure: boolean;
}

/** Longer is a sentence: it speaks of things without naming the table. */
const longestTitle = 90;

/** Several words that say one thing, opened before words are looked at one by one. */
const compounds: readonly (readonly [RegExp, string])[] = [
  [/\bmise?s? a jour\b/g, " "],
  [/\b(mises?|mis) en (service|place)\b/g, "installation"],
  [/\b(non|pas|plus) (en service|utilises?|affectes?)\b/g, "rebut"],
  [/\bhors (d )?(service|usage)\b/g, "rebut"],
  [/\bdeja (compte|facture|inclu|compri|pri|declare|recense)e?s?\b|\bpour (memoire|rappel|information)\b/g, "rebut"],
  [/\b(en (service|place|fonction(nement)?)|non compris)\b/g, "parc"],
  [/\ba (installer|livrer|poser|commander|demander|acheter|prevoir|venir|fournir|equiper)\b/g, "prevision"],
  [/\ba (reformer|retirer|sortir|jeter|remplacer|recuperer)\b/g, "rebut"],
  [/\bbons? de (livraison|pose)\b/g, "livraison"],
];

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Whole words, in the singular: « retiré » is one, « Retrait » in a school's name is cut off before. */
const installed = set(
  "installation installe nouveau nouvelle nouveaute neuf neuve livraison livre pose entree acquisition acquis achat achete ajout ajoute deploiement deploye",
);
const out = set(
  "reforme sorti sortie retire retrait rebut cede cession stock reserve commande devis demande prevision previsionnel previsionnelle prevu projet " +
    "declasse vendu vole perdu detruit destruction repris reprise remplace desinstalle desinstallation depose enleve hs besoin souhait",
);
const model = set("modele exemple trame brouillon gabarit");
/** Alone they say what is in service; beside others a title says nothing. */
const served = set("parc inventaire situation suivi maintenance entretien existant registre recensement");
/** With one of these a title speaks of a part, or of what is not there. */
const unsettling = set("hors sauf sans excepte compris dont avec ne ni");

/** What heads a note to those who fill the table in. */
const note =
  /^[*(]|^(nb|n b|nota|notes?|remarques?|attention|merci|saisir|indiquer|renseigner|remplir|completer|legende|mode d emploi|consignes?|voir|source)\b|\.\s*$/;

const between = /\s[-–—]\s|[–—:,;|/()]/;
/** « École du Retrait », « Commune : X », « site de la Réserve »: names of places say nothing of a table. */
const place =
  /^(ecole|groupe scolaire|maternelle|elementaire|primaire|etablissement|site|commune|ville|mairie|rpi|rue)\b/;
/** « … de l’école de la Réserve ». */
const placeWithin = /\b(de|a) (l )?(ecole|groupe scolaire|la commune|la ville|commune)\b.*$/;

/** The parts of a title that may say what its table is. */
function partsOf(text: string): string[] {
  const parts = text.split(between).map(fold);
  return parts
    .filter((part, at) => !place.test(part) && !/^(commune|ecole|ville|etablissement|site)$/.test(parts[at - 1] ?? ""))
    .map((part) => part.replace(placeWithin, " "));
}

/** A word as it may stand in a set: itself, without its plural, without the mark of the feminine (« installées »). */
function formsOf(word: string): string[] {
  const single = word.length > 3 ? word.replace(/[sx]$/, "") : word;
  return [word, single, single.length > 4 ? single.replace(/ee$/, "e") : single];
}

/**
 * What a title or a sheet's name says of its table, or null where it says nothing of it, or several things: « Parc et
 * installations ». (decisions §4)
 */
export function titleKind(text: string): SaidKind | null {
  const folded = fold(text);
  if (isNote(text)) return null;
  let opened = partsOf(text)
    .join(" ")
    .replace(/[^a-z0-9]+/g, " ");
  for (const [pattern, word] of compounds) opened = opened.replace(pattern, word);
  const found = new Set(opened.split(" ").flatMap(formsOf));
  const has = (among: ReadonlySet<string>): boolean => [...found].some((word) => among.has(word));
  if (has(unsettling)) return null;
  const kinds: TitleKind[] = [
    ...(has(served) ? (["inventory"] as const) : []),
    ...(has(out) ? (["not-in-service"] as const) : []),
    ...(has(model) ? (["model"] as const) : []),
    ...(has(installed) || sinceIn(folded) !== null ? (["installations"] as const) : []),
  ];
  const [kind, other] = kinds;
  if (kind === undefined) return null;
  // « Postes neufs en stock »: what is not in service is not, even new.
  if (other !== undefined && (kind === "inventory" || other !== "installations")) return null;
  const unsure =
    found.has("stock") && takeYears(folded).years.length > 0 && /\b(1(er)? novembre|0?1[./ ]11)\b/.test(folded);
  return { kind, words: text.trim(), unsure };
}

/** What of a table of headcounts may be no headcount of the campaign: forecasts, requests, pupils who left. */
const unsureHeadcounts =
  /\b(previsions?|previsionnels?|previsionnelles?|prevus?|projets?|demandes?|sortis?|sorties?)\b/;

/** Whether a title of headcounts says that they are none to be billed. */
export function saysNoHeadcount(text: string): boolean {
  return unsureHeadcounts.test(fold(text));
}
