import { fold } from "../../cells";

/** Abbreviations and spellings that offices use, opened into the word they stand for (domain: usual header variants). */
const openings: Readonly<Record<string, string>> = {
  std: "standard",
  stand: "standard",
  spe: "specifique",
  spec: "specifique",
  specif: "specifique",
  serv: "serveur",
  srv: "serveur",
  ordi: "ordinateur",
  micro: "ordinateur",
  microordinateur: "ordinateur",
  pst: "poste",
  imp: "imprimante",
  impr: "imprimante",
  imprim: "imprimante",
  log: "logiciel",
  soft: "logiciel",
  logicielle: "logiciel",
  je: "jet",
  jde: "jet",
  eff: "effectif",
  peda: "pedagogique",
  det: "detachee",
  detache: "detachee",
  suppl: "supplementaire",
  supp: "supplementaire",
  mat: "maternelle",
  elem: "elementaire",
  eleme: "elementaire",
  elementaires: "elementaire",
  nbre: "nb",
  nombre: "nb",
  num: "numero",
  no: "numero",
  inst: "installation",
  install: "installation",
  maint: "maintenance",
  qte: "quantite",
  qt: "quantite",
  etab: "etablissement",
  etabl: "etablissement",
  cne: "commune",
  obs: "observation",
  prim: "primaire",
};

/** Words whose last letter is no plural. */
const invariable = new Set([
  "acces",
  "dans",
  "sans",
  "hors",
  "tous",
  "cours",
  "bras",
  "depuis",
  "ulis",
  "prix",
  "acquis",
  "repris",
]);

/** One token without its plural: « postes » and « poste » are one word. */
function singular(word: string): string {
  return word.length > 3 && /[sx]$/.test(word) && !invariable.has(word) ? word.slice(0, -1) : word;
}

/** Pairs of words that mean one thing. */
const compounds: readonly (readonly [RegExp, string])[] = [
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

/** A year or a date found in a header, and the text without it. */
export interface Dated {
  readonly rest: string;
  /** Years named, in order; a span such as 2013-2014 gives both. */
  readonly years: readonly number[];
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 2 ? 2000 + year : year;
}

/** Takes dates and years out of a folded text: « effectif au 01/11/2014 », « rentree 2014 2015 », « parc 01.11.14 ». */
export function takeYears(folded: string): Dated {
  const years: number[] = [];
  // No year is NaN, which is not kept either.
  const keep = (year: number): string => {
    if (year >= 1990 && year <= 2099) years.push(year);
    return " ";
  };
  const rest = folded
    .replace(/\b\d{1,2}[./ ]\d{1,2}[./ ](\d{4}|\d{2})\b/g, (_, year: string) => keep(fullYear(year)))
    .replace(
      /\b\d{1,2}(?:er)? (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)(?: (\d{4}))?\b/g,
      (_, year: string | undefined) => keep(Number(year)),
    )
    .replace(/\b(20\d\d)[ /](\d\d)\b/g, (whole, first: string, second: string) =>
      Number(second) === (Number(first) + 1) % 100 ? keep(Number(first)) + keep(Number(first) + 1) : whole,
    )
    .replace(/\b((?:19|20)\d\d)\b/g, (_, year: string) => keep(Number(year)))
    .replace(/\b1(?:er)? ?\/ ?11\b|\b01 ?\/ ?11\b|\bn 1\b/g, " ");
  return { rest, years };
}

/** The words of a label or header: folded, without punctuation, abbreviations opened, singular. */
export function wordsOf(text: string): { readonly words: readonly string[]; readonly years: readonly number[] } {
  const { rest, years } = takeYears(fold(text));
  let plain = rest
    .replace(/n°/g, " numero ")
    .replace(/[^a-z0-9+%]+/g, " ")
    .replace(/\+/g, " ");
  for (const [pattern, word] of compounds) plain = plain.replace(pattern, word);
  const words = plain
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => openings[word] ?? openings[singular(word)] ?? singular(word));
  return { words, years };
}
