import { fold } from "../../cells";
import { baseOf, nameDates, spell, type Dated, type DayOfCount } from "../../tariff";

/** A word of a text. */
export interface Token {
  /** Folded, its abbreviation opened, in the singular: what is looked up. */
  readonly base: string;
  /** Folded. */
  readonly word: string;
  /** The sign between it and the word before it (« , », « / », « + », « & »); empty where there is none. */
  readonly sign: string;
  /** Which of the text's pieces it stands in. */
  readonly piece: number;
}

/** Words of a text between two cuts: dashes, colons, bars, brackets, quotes, sentences. */
export interface Segment {
  readonly tokens: readonly Token[];
  /** What it stands in: nothing, brackets, or quotes. */
  readonly within: "" | "(" | "«";
  /** The cut before it. */
  readonly before: string;
  /** It ends with « … »: it gives examples. */
  readonly isOpen?: boolean;
}

/** A text cut into words, its dates, numbering and telephone numbers taken out. */
export interface CutText {
  readonly segments: readonly Segment[];
  /** The dates of each of its pieces, between two cuts or commas. */
  readonly dates: readonly Omit<Dated, "rest">[];
  /** Returns words as they are written in the text. */
  readonly written: (words: readonly string[]) => string;
}

/** « II – Installations », « 01 - Poste client », « 3) », « a. »: what numbers a title says nothing. */
const numbered = /^\s*(?:\(?(?:[IVX]{1,4}|[A-Ha-h]|\d{1,3})\)|(?:[IVX]{1,4}|[A-H]|\d{1,3})\s*[-–—.])\s+(?=\S)/;
/** Addresses of the web, of mail and of files; hours. */
const addresses =
  /\S+@\S+|\b(?:www\.|https?:)\S+|\b[A-Z]:\\.*$|\b\d{1,2}\s?[h:]\s?\d{2}\b(?:\s?(?:min|mn)\b)?|\bposte \d{3,5}\b/gi;
/** « J. Petit », « J.-P. Leroy », « M. Neuf »: initials and a name. */
const initials = /\b((?:\p{Lu}\.[ -]?){1,5})\p{Lu}[\p{L}'’-]+/gu;
/** Capitals with full stops that are no initials. */
const abbreviations = new Set(["PC", "UC", "HS", "JE", "MES", "HT", "TTC", "PU", "N", "S", "ST", "I"]);
/** Stands for a person so called. */
const personWord = "unepersonne";
/** « F-EDU-07 », « ORD-00001 », « 2014-118 »: the number of a paper or of a machine. */
const paperNumber = /\b[A-Z]+(?:-[A-Z\d]+)*-(?:\d{3,}|[A-Z\d]+-\d+)\b(?!-)|\b(?:19|20)\d\d-\d{3}\b/g;
/** Stands for such a number. */
export const paperNumberWord = "unecote";
/** « Poste(s) », « installé(e)s ». */
const pluralMark = /(\p{L})\((?:s|x|e|es|ne|nes|le|les)\)/gu;
/** « … », « etc. » */
const andSoOn = /\s*(?:\.{3}|…|,?\s*\betc\b\.*)/gi;
/** A dash that sets apart; between figures, or after « N », it is a sign of them. */
const dash = / [-‐‑‒–—−]+ (?!\d)|(?<=\p{L}) ?— ?(?!\d)/gu;
const word = /[a-z0-9%€$£²]+|[^\sa-z0-9%€$£²]/g;
const isWord = /[a-z0-9%€$£²]/;
/** Signs that words may stand between in one phrase, or in one date. */
const soft = new Set(["/", "+", "&", ".", "°", "-", "−"]);
const opening = new Set(["(", "[", "{", "«", "“"]);
const closing = new Set([")", "]", "}", "»", "”"]);
/** A full stop after a longer word ends a sentence; after a shorter one, it may cut it short. */
const sentence = /([a-z]{6,})\. (?=[a-z])/g;

/** Cuts a text into words, in time that grows as its length. */
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

/** Cuts a folded text at its signs, then each piece into words, dates out. */
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

/** Makes what finds the words of a text again as they are written in it. */
function writtenIn(text: string): CutText["written"] {
  let forms: Map<string, string> | null = null;
  return (words) => {
    forms ??= new Map(text.split(/[^\p{L}\p{N}%€]+/u).map((form) => [fold(form), form] as const));
    return words.map((each) => forms!.get(each) ?? each).join(" ");
  };
}
