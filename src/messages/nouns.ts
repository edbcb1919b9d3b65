import type { Language } from "./catalogue";

/** A noun as French declines it, and as English texts say it. */
export interface Noun {
  readonly singular: string;
  readonly plural: string;
  readonly gender: "feminine" | "masculine";
  /** « l’hôpital », but « la halte-garderie ». */
  readonly elides: boolean;
  readonly english: { readonly singular: string; readonly plural: string };
}

/** What a convention calls those whom texts speak of. */
export interface Nouns {
  /** « Ordiclasse ». */
  readonly service: string;
  /** « Ville ». */
  readonly creditor: Noun;
  /** « CAGB »; the creditor where nobody stands between it and the members. */
  readonly debtor: Noun;
  /** « Besançon »: the member that is the creditor. */
  readonly home: string;
  /** « commune ». */
  readonly member: Noun;
  /** « école ». */
  readonly site: Noun;
  /** The day of the count, 1 November; both are counted from one. */
  readonly count: { readonly day: number; readonly month: number };
}

/** Says what stands in brackets in the nouns of a convention. */
export type Agreement = (said: string, nouns: Nouns, language: Language) => string;

let agreement: Agreement = asWritten;

/** Takes how words agree with nouns, which comes with what reads a convention: no other is known before it. */
export function knowAgreement(agree: Agreement): void {
  agreement = agree;
}

/**
 * Says a text with the nouns of a convention, or with those of 2014 where none is given. What depends on them stands in brackets,
 * as it is said with those of 2014: « [de la commune] », « [1er novembre] »; of « facturée|facturé », the first is said of a feminine
 * noun. Words alone follow the noun that they name: « [école:elle|il] ».
 */
export function inNouns(text: string, nouns: Nouns | null, language: Language): string {
  return text.replace(/\[([^[\]{}]+)\]/g, (_, said: string) =>
    nouns === null ? asWritten(said) : agreement(said, nouns, language),
  );
}

function asWritten(said: string): string {
  return said.replace(/^\p{L}+:(.*)\|.*/u, "$1").replace(/\|[\p{L}-]+/gu, "");
}
