import { fold } from "../../cells";
import { baseOf, nameDates, spell, type Dated, type DayOfCount } from "../../tariff";

/** A word of a text. */
export interface Token {
  /** The form looked up in the lexicon: folded, singular, its abbreviation expanded. */
  readonly base: string;
  /** The word, folded. */
  readonly word: string;
  /** The sign between it and the word before it (« , », « / », « + », « & »); empty when there is none. */
  readonly sign: string;
  /** The index of its piece of text; pieces are separated by cuts and commas. */
  readonly piece: number;
}

/** The words between two cuts of a text: dashes, colons, bars, brackets, quotes, ends of sentences. */
export interface Segment {
  readonly tokens: readonly Token[];
  /** The kind of brackets around it: none, brackets or quotes. */
  readonly within: "" | "(" | "«";
  /** The sign that cuts it from the segment before it. */
  readonly before: string;
  /** Whether it ends with « … », so that it gives examples. */
  readonly isOpen?: boolean;
}

/** A text cut into words, without its dates, numbering and telephone numbers. */
export interface CutText {
  readonly segments: readonly Segment[];
  /** The dates of each piece of text, by index. */
  readonly dates: readonly Omit<Dated, "rest">[];
  /** Returns these words as the text writes them. */
  readonly written: (words: readonly string[]) => string;
}

/** The numbering of a title, which has no meaning: « II – Installations », « 01 - Poste client », « 3) », « a. ». */
const numbered = /^\s*(?:\(?(?:[IVX]{1,4}|[A-Ha-h]|\d{1,3})\)|(?:[IVX]{1,4}|[A-H]|\d{1,3})\s*[-–—.])\s+(?=\S)/;
/** Addresses of web pages, e-mail and files, hours, and telephone extensions. */
const addresses =
  /\S+@\S+|\b(?:www\.|https?:)\S+|\b[A-Z]:\\.*$|\b\d{1,2}\s?[h:]\s?\d{2}\b(?:\s?(?:min|mn)\b)?|\bposte \d{3,5}\b/gi;
/** Initials followed by a name: « J. Petit », « J.-P. Leroy », « M. Neuf ». */
const initials = /\b((?:\p{Lu}\.[ -]?){1,5})\p{Lu}[\p{L}'’-]+/gu;
/** Capitals with full stops that are abbreviations, not initials. */
const abbreviations = new Set(["PC", "UC", "HS", "JE", "MES", "HT", "TTC", "PU", "N", "S", "ST", "I"]);
/** The word that replaces initials and a name. */
const personWord = "unepersonne";
/** The number of a document, a machine or a school: « F-EDU-07 », « ORD-00001 », « 2014-118 », « 0250111A ». */
const paperNumber = /\b\d{7}[A-Z]\b|\b[A-Z]+(?:-[A-Z\d]+)*-(?:\d{3,}|[A-Z\d]+-\d+)\b(?!-)|\b(?:19|20)\d\d-\d{3}\b/g;
/** The word that replaces such a number. */
export const paperNumberWord = "unecote";
/** Optional endings: « Poste(s) », « installé(e)s ». */
const pluralMark = /(\p{L})\((?:s|x|e|es|ne|nes|le|les)\)/gu;
/** « … » and « etc. ». */
const andSoOn = /\s*(?:\.{3}|…|,?\s*\betc\b\.*)/gi;
/** A dash that separates two parts of a text; before a figure, it may be a minus sign or a range. */
const dash = / [-‐‑‒–—−]+ (?!\d)|(?<=\p{L}) ?— ?(?!\d)/gu;
const word = /[a-z0-9%€$£²]+|[^\sa-z0-9%€$£²]/g;
const isWord = /[a-z0-9%€$£²]/;
/** Signs that may be inside a phrase or a date. */
const soft = new Set(["/", "+", "&", ".", "°", "-", "−"]);
const opening = new Set(["(", "[", "{", "«", "“"]);
const closing = new Set([")", "]", "}", "»", "”"]);
/**
 * A full stop ends a sentence after a word of six letters or more; after a shorter one, it may mark an abbreviation.
 */
const sentence = /([a-z]{6,})\. (?=[a-z])/g;

/** Cuts a text into words, in time proportional to its length. */
export function cutText(text: string, count: DayOfCount): CutText {
  const plain = text
    .replace(/\s+/g, " ")
    .replace(numbered, "")
    .replace(addresses, " ")
    .replace(initials, (whole, letters: string) =>
      abbreviations.has(letters.replace(/[^\p{L}]/gu, "")) ? whole : ` ${personWord} `,
    )
    .replace(paperNumber, ` ${paperNumberWord} `)
    .replace(pluralMark, "$1")
    .replace(andSoOn, "…")
    .replace(dash, " | ");
  return {
    ...cutFolded(fold(plain).replace(/n°/g, " numero ").replace(sentence, "$1 | "), count),
    written: writtenIn(text),
  };
}

/** Cuts a folded text at its signs, then each piece into words, dates removed. */
function cutFolded(folded: string, count: DayOfCount): Pick<CutText, "segments" | "dates"> {
  const segments: Segment[] = [];
  const dates: Omit<Dated, "rest">[] = [];
  let [tokens, within, before]: [Token[], Segment["within"], string] = [[], "", ""];
  let comma = "";
  for (const piece of folded.split(/([^\sa-z0-9%€$£²/+&.°\-−])/)) {
    if (piece.length === 1 && !isWord.test(piece) && !soft.has(piece) && piece !== " ") {
      if (piece === ",") {
        comma = ",";
        continue;
      }
      if (tokens.length > 0) segments.push({ tokens, within, before, ...(piece === "…" && { isOpen: true }) });
      [tokens, before, comma] = [[], piece, ""];
      if (opening.has(piece)) within = piece === "«" || piece === "“" ? "«" : "(";
      else if (piece === '"') within = within === "«" ? "" : "«";
      else if (closing.has(piece)) within = "";
    } else if (piece.trim() !== "") {
      const { rest, ...dated } = nameDates(piece, count);
      for (const token of tokensOf(spell(rest), comma, dates.length)) tokens.push(token);
      dates.push(dated);
      comma = "";
    }
  }
  if (tokens.length > 0) segments.push({ tokens, within, before });
  return { segments, dates };
}

function tokensOf(piece: string, firstSign: string, at: number): Token[] {
  const tokens: Token[] = [];
  let sign = firstSign;
  for (const [sort] of piece.matchAll(word)) {
    if (isWord.test(sort)) {
      tokens.push({ base: baseOf(sort), word: sort, sign, piece: at });
      sign = "";
    } else if (sort === "/" || sort === "+" || sort === "&") sign = sort;
  }
  return tokens;
}

/** Returns a function that finds folded words again as the text writes them. */
function writtenIn(text: string): CutText["written"] {
  let forms: Map<string, string> | null = null;
  return (words) => {
    forms ??= new Map(text.split(/[^\p{L}\p{N}%€]+/u).map((form) => [fold(form), form] as const));
    return words.map((each) => forms!.get(each) ?? each).join(" ");
  };
}
