import type { Language } from "./by-language";

/** A noun with its French forms, and its English ones. */
export interface Noun {
  readonly singular: string;
  readonly plural: string;
  readonly gender: "feminine" | "masculine";
  /** Whether its article elides: « l’hôpital », but « la halte-garderie ». */
  readonly elides: boolean;
  readonly english: { readonly singular: string; readonly plural: string };
}

/** The nouns of a convention for the parties, members and sites that texts mention. */
export interface Nouns {
  /** « Ordiclasse ». */
  readonly service: string;
  /** « Ville ». */
  readonly creditor: Noun;
  /** « CAGB »; the creditor when there is no debtor between it and the members. */
  readonly debtor: Noun;
  /** « Besançon », the member that is also the creditor. */
  readonly home: string;
  /** « commune ». */
  readonly member: Noun;
  /** « école ». */
  readonly site: Noun;
  /** The day of count, 1 November; both numbers count from one. */
  readonly count: { readonly day: number; readonly month: number };
}

/** Writes the content of brackets in the nouns of a convention. */
export type Agreement = (bracketed: string, nouns: Nouns, language: Language) => string;

let agreement: Agreement = asWritten;

/** Sets how words agree with nouns. It is loaded with the reading of conventions, before which no others are known. */
export function knowAgreement(agree: Agreement): void {
  agreement = agree;
}

/**
 * Writes a text in the nouns of a convention, or in those of 2014 when `nouns` is null. Brackets contain the phrases
 * that depend on them, with the nouns of 2014: « [de la commune] », « [1er novembre] ». In « facturée|facturé », the
 * first form agrees with a feminine noun. Words alone follow the noun that they agree with: « [école:elle|il] ».
 */
export function inNouns(text: string, nouns: Nouns | null, language: Language): string {
  return text.replace(/\[([^[\]{}]+)\]/g, (_, bracketed: string) =>
    nouns === null ? asWritten(bracketed) : agreement(bracketed, nouns, language),
  );
}

function asWritten(bracketed: string): string {
  return bracketed.replace(/^\p{L}+:(.*)\|.*/u, "$1").replace(/\|[\p{L}-]+/gu, "");
}
