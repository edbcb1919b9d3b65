import { fold, wordSet } from "../../cells";
import { takeYears } from "./dates";

/** Words with the abbreviations and spellings that offices use for them, including the English of GLPI. */
const openings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    standard: "std stand",
    specifique: "spe spec specif",
    serveur: "serv srv server",
    ordinateur: "ordi micro microordinateur computer desktop",
    poste: "pst",
    imprimante: "imp impr imprim printer",
    logiciel: "log soft logicielle software",
    jet: "je jde deskjet officejet inkjet",
    effectif: "eff",
    pedagogique: "peda",
    detachee: "det detache",
    supplementaire: "suppl supp",
    maternelle: "mat",
    elementaire: "elem eleme elementaires",
    primaire: "prim",
    nb: "nbre nombre",
    total: "totale totaux",
    portable: "laptop notebook",
    licence: "license",
    eleve: "pupil student",
    laser: "laserjet",
    multifonction: "mfc",
    tablette: "tablet",
  }).flatMap(([word, spellings]) => spellings.split(" ").map((spelling) => [spelling, word] as const)),
);

/** Words whose last letter is not a plural. */
const invariable = wordSet(
  "acces dans sans hors tous cours bras depuis ulis clis prix taux acquis repris status address os bus cedex entres apres souris",
);

/** Returns the base form of a word: abbreviation expanded, singular. « Srv » and « serveurs » give « serveur ». */
export function baseOf(word: string): string {
  const singular = word.length > 3 && /[sx]$/.test(word) && !invariable.has(word) ? word.slice(0, -1) : word;
  return openings.get(word) ?? openings.get(singular) ?? singular;
}

/** Expressions of several words, or with full stops, and the single word that replaces them. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\bp\.? ?c\b\.?/g, "pc"],
  [/\bu\.? ?c\b\.?/g, "uc"],
  [/\bp\.? ?u\b\.?/g, "pu"],
  [/\bh\.? ?t\b\.?/g, "ht"],
  [/\bt\.? ?t\.? ?c\b\.?/g, "ttc"],
  [/\bj\.? ?e\b\.?/g, "je"],
  [/\bh\.? ?s\b\.?/g, "hs"],
  [/\bm\.? ?e\.? ?s\b\.?/g, "mes"],
  [/\b(?:s\/|s |sous |s\.)t(?:otal|ot)?\b\.?/g, "soustotal"],
  [/\btoutes? petites? sections?\b/g, "tps"],
  [/\bpetites? sections?\b/g, "ps"],
  [/\bmoyennes? sections?\b/g, "ms"],
  [/\bgrandes? sections?\b/g, "gs"],
  [/\bcours? preparatoires?\b/g, "cp"],
  [/\bcours? (?:elementaires?|elem\.?) (\d)(?:e|ere|eme)? ?(?:annees?)?\b/g, "ce$1"],
  [/\bcours? moyens? (\d)(?:e|ere|eme)? ?(?:annees?)?\b/g, "cm$1"],
  [/\bcycles? ([1-3])\b/g, "cycle$1"],
  [/\bunites? centrales?\b/g, "uc"],
  [/\bmicro ordinateurs?\b/g, "ordinateur"],
  [/\bvideo ?projecteurs?\b/g, "videoprojecteur"],
  [/\btableaux? (?:blancs?|numeriques?|interactifs?)(?: (?:numeriques?|interactifs?))?\b/g, "tbi"],
  [/\bjets? (?:d )?encre\b/g, "jet"],
  [/\b(?:hors|non) standards?\b/g, "horsstandard"],
  [/\bhors packs?\b/g, "horspack"],
];

/** Replaces expressions of several words by single ones in a folded text: « P.C. », « unités centrales ». */
export function spell(folded: string): string {
  let spelled = folded;
  for (const [pattern, word] of spellings) spelled = spelled.replace(pattern, word);
  return spelled;
}

/** Returns the words of a spelled text in their base form, without punctuation. */
export function basesIn(spelled: string): string[] {
  return Array.from(spelled.matchAll(/[a-z0-9%€$£]+/g), ([word]) => baseOf(word));
}

/** Returns the words of a text in their base form, without dates and punctuation. */
export function wordsOf(text: string): readonly string[] {
  return basesIn(spell(takeYears(fold(text)).rest.replace(/\((?:s|x|e|es|ne|nes|le|les)\)/g, "")));
}
