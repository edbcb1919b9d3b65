import { fold, fullYear, monthNames, monthOf, monthWords, wordSet } from "../../cells";

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

/** A year or a date found in a header, and the text without it. */
interface Dated {
  readonly rest: string;
  /** Years named, in order; a span such as 2013-2014 gives both. */
  readonly years: readonly number[];
  /** Full dates named, in order, as 20141101. */
  readonly days: readonly number[];
}

/** Stands for the 1 November of whatever year: what is counted then is in service then. */
export const snapshotWord = "premiernovembre";
/** Stands for a period that ends on a 1 November, « du 02/11/2013 au 01/11/2014 »: what is counted then came during it. */
export const periodWord = "entredeuxdate";
/** Stand for « N-1 », whose hyphen is folded into a space and whose minus sign is not, and for « N+1 ». */
const yearBefore = "anprecedent";
const yearAfter = "ansuivant";
const tokens = new RegExp([snapshotWord, periodWord, yearBefore, yearAfter].join("|"), "g");

const months = monthNames.map(fold);
const inWords = new RegExp(String.raw`\b(\d{1,2})(?:er)? (${months.join("|")})(?: (\d{4}))?\b`, "g");

/** « septembre 2014 », « sept. 2014 », « nov-14 »: the first of the month stands for it. */
const ofMonth = String.raw`(${monthWords})\.? (\d{4}|1\d)\b`;
const inMonth = new RegExp(String.raw`\b${ofMonth}`, "g");
/** « 1er nov. 2014 », « 12 sept. 2014 », « 01-nov-14 ». */
const dayOfMonth = new RegExp(String.raw`\b(\d{1,2})(?:er)? ${ofMonth}`, "g");

/** Takes dates and years out of a folded text: « effectif au 01/11/2014 », « rentree 2014 2015 », « parc 01.11.14 ». */
export function takeYears(folded: string): Dated {
  const dated = nameDates(folded);
  return { ...dated, rest: dated.rest.replace(tokens, "") };
}

/** Returns whether two numbers are a school year: « 2014/15 », « 14/15 »; « 11/12 » is a day or a month as well. */
function isSchoolYear(first: string, second: string): boolean {
  return (
    Number(second) === (Number(first) + 1) % 100 && (first.length === 4 || (Number(second) > 12 && Number(second) < 50))
  );
}

/** A French telephone number, whose digits are no dates: « 03 81 55 20 14 ». */
const telephone = /\b0\d(?:[ .-]?\d\d){4}\b/g;

/**
 * Takes dates and years as `takeYears` does, with words left in place of the dates that tell something by themselves.
 */
function nameDates(folded: string): Dated {
  if (!/\d/.test(folded)) return { rest: folded, years: [], days: [] };
  const years: number[] = [];
  const days: number[] = [];
  const keep = (year: number): string => {
    if (year >= 1990 && year <= 2099) years.push(year);
    return " ";
  };
  const schoolYear = (year: number): string => keep(year) + keep(year + 1);
  const day = (whole: string, date: number, month: number, year: number | null): string => {
    if (date > 31 || month > 12) return whole;
    if (year !== null) {
      keep(year);
      days.push(year * 10_000 + month * 100 + date);
    }
    return date === 1 && month === 11 ? ` ${snapshotWord} ` : " ";
  };
  const rest = folded
    .replace(telephone, " ")
    .replace(/\b(\d{1,2})[./ ](\d{1,2})[./ ](\d{4}|\d{2})\b/g, (whole, date: string, month: string, year: string) =>
      day(whole, Number(date), Number(month), fullYear(year)),
    )
    .replace(dayOfMonth, (whole, date: string, month: string, year: string) =>
      day(whole, Number(date), monthOf(month), fullYear(year)),
    )
    .replace(inWords, (whole, date: string, month: string, year: string | undefined) =>
      day(whole, Number(date), monthOf(month), year === undefined ? null : Number(year)),
    )
    .replace(inMonth, (whole, month: string, year: string) => day(whole, 1, monthOf(month), fullYear(year)))
    .replace(/\b(20\d\d|\d\d)[ /](\d\d)\b/g, (whole, first: string, second: string) =>
      isSchoolYear(first, second) ? schoolYear(2000 + (Number(first) % 100)) : whole,
    )
    .replace(/\b((?:19|20)\d\d)\b/g, (_, year: string) => keep(Number(year)))
    .replace(/\b1(?:er)? ?\/ ?11\b|\b01 ?\/ ?11\b|\b1er nov(?:emb?)?\b\.?/g, ` ${snapshotWord} `)
    .replace(/\bn(?: ?− ?| )1\b/g, ` ${yearBefore} `)
    .replace(/\bn ?\+ ?1\b/g, ` ${yearAfter} `);
  const isPeriod = days.length === 2 && days[0]! < days[1]! && days[1]! % 10_000 === 1101;
  return { rest: isPeriod ? rest.replace(snapshotWord, periodWord) : rest, years, days };
}

/** « II – Installations », « B. En service »: what numbers a title says nothing. */
const numbered = /^\s*(?:[IVX]{1,4}|[A-H])\s*[-–—.)]\s+(?=\S)/;

/** Returns the words of a label or header: folded, without punctuation, abbreviations opened, singular. */
export function wordsOf(text: string): Omit<Dated, "rest"> & { readonly words: readonly string[] } {
  const { rest, years, days } = nameDates(fold(text.replace(numbered, "")));
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
  return { words, years, days };
}
