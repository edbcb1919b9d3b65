import { fold, wordSet } from "../../cells";
import { nameDates, type Dated } from "./dates";

/** Words, and the abbreviations and spellings that offices use for them, GLPI's own English among them. */
const openings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // « Postes entrés »: « entre » alone is another word.
    entree: "entres",
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
    nb: "nbre nombre",
    numero: "num no",
    installation: "inst install instal",
    maintenance: "maint entretien",
    quantite: "qte qt",
    etablissement: "etab etabl",
    commune: "cne",
    observation: "obs",
    primaire: "prim",
    total: "totale totaux",
    moyenne: "moyen",
    prevu: "prevision previsionnel",
    portable: "laptop notebook",
    licence: "license",
    eleve: "pupil student",
    laser: "laserjet",
    multifonction: "mfc",
  }).flatMap(([word, spellings]) => spellings.split(" ").map((spelling) => [spelling, word] as const)),
);

/** Words whose last letter is no plural. */
const invariable = wordSet(
  "acces dans sans hors tous cours bras depuis ulis clis prix taux acquis repris status address os bus",
);

/** Returns a token without its plural: « postes » and « poste » are one word. */
function singular(word: string): string {
  return word.length > 3 && /[sx]$/.test(word) && !invariable.has(word) ? word.slice(0, -1) : word;
}

/** Pairs of words that mean one thing. */
const compounds: readonly (readonly [RegExp, string])[] = [
  [/\bp c\b/g, "pc"],
  [/\bu c\b/g, "uc"],
  [/\bp u\b/g, "pu"],
  [/\bh t\b/g, "ht"],
  [/\bt t c\b/g, "ttc"],
  [/\bj e\b/g, "je"],
  [/\bh s\b|\bhors (serv|service|d usage)\b/g, "hs"],
  [/\btoutes? petites? sections?\b/g, "tps"],
  [/\bpetites? sections?\b/g, "ps"],
  [/\bmoyennes? sections?\b/g, "ms"],
  [/\bgrandes? sections?\b/g, "gs"],
  [/\bcours? preparatoires?\b/g, "cp"],
  [/\bcours? (elementaires?|moyens?) (\d)(?:e|ere|eme)? ?(?:annees?)?\b/g, "c$1$2"],
  [/\bcelementaires?(\d)\b/g, "ce$1"],
  [/\bcmoyens?(\d)\b/g, "cm$1"],
  [/\bmises? a jour\b/g, "maj"],
  [
    /\b(?:a|reste a|restant a) (?:commander|installer|livrer|poser|deployer|prevoir|remplacer|reformer)\b/g,
    "acommander",
  ],
  [/\bnon (?:installe|livre|pose|deploye|utilise|affecte)e?s?\b/g, "horsparc"],
  [/\ben stock\b/g, "enstock"],
  [/\ben (?:reserve|attente|commande)\b/g, "enstock"],
  [/\b(?:hors|sortie?s? (?:du|de)) parc\b/g, "horsparc"],
  [/\bn(?:on)? compris\b/g, "noncompris"],
  [/\ben serv\b|\ben place\b|\ben fonction(?:nement)?\b|\ben usage\b|\ben activite\b/g, "enservice"],
  [/\bunites? centrales?\b/g, "uc"],
  [/\bmicro ordinateurs?\b/g, "ordinateur"],
  [/\bvideo ?projecteurs?\b/g, "videoprojecteur"],
  [/\btableaux? (blancs?|numeriques?|interactifs?)( (numeriques?|interactifs?))?\b/g, "tbi"],
  [/\bjets? (d )?encre\b/g, "jet"],
  [/\bhors standard\b/g, "horsstandard"],
  [/\bnon standards?\b/g, "horsstandard"],
  [/\bhors packs?\b/g, "horspack"],
  [/\b(?:mises?|mis) en service\b/g, "mise"],
  [/\ben service\b/g, "enservice"],
  [/\b(m e s|mes)\b/g, "mise"],
  [/\bgroupes? scolaires?\b/g, "groupescolaire"],
  [/\bcodes? barres?\b/g, "codebarre"],
  [/\bs n\b/g, "serie"],
  [/\bn d (?=ordre)/g, "numero "],
];

/** « II – Installations », « B. En service »: what numbers a title says nothing. */
const numbered = /^\s*(?:[IVX]{1,4}|[A-H])\s*[-–—.)]\s+(?=\S)/;

/** Returns the words of a label or header: folded, without punctuation, abbreviations opened, singular. */
export function wordsOf(text: string): Omit<Dated, "rest"> & { readonly words: readonly string[] } {
  const { rest, years, days, period } = nameDates(fold(text.replace(numbered, "")));
  let plain = rest
    .replace(/\((?:s|x|e|es|ne|nes|le|les)\)/g, "")
    .replace(/n°/g, " numero ")
    .replace(/[^a-z0-9+%]+/g, " ")
    .replace(/\+/g, " ");
  for (const [pattern, word] of compounds) plain = plain.replace(pattern, word);
  const words = plain
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => openings.get(word) ?? openings.get(singular(word)) ?? singular(word));
  return { words, years, days, period };
}
