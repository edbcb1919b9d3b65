import { civilDate, type CivilDate } from "../cells";
import type { Nouns } from "../messages";
import type { Grid } from "./grid";

/** A party to a convention. Its address and SIRET, which the act does not give, are options. */
export interface Party {
  readonly name: string;
  /** Its short name: « CAGB ». */
  readonly short: string;
  readonly siren: string;
}

/** The party that issues the titre, with the department in charge of the count. */
interface CreditorParty extends Party {
  /** INSEE code of the commune that it is, which has sites of its own; null when it is not a commune. */
  readonly insee: string | null;
  readonly department: string;
  /** The executive in whose name documents are signed: « le Maire ». */
  readonly executive: string;
}

/** A part of the credit line, with its heading in the accounting software. */
export interface CreditPart {
  readonly heading: string;
  readonly code: string;
  /** Its label in the chart of accounts; empty when the act only gives the code. */
  readonly label: string;
  /** The option that may replace the code, for a local part; absent when the code is fixed by the act. */
  readonly option?: string;
}

/** A commune as a legal entity during a period: a debtor. */
export interface Commune {
  readonly insee: string;
  readonly name: string;
  readonly siren: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/** A member of a convention, and the commune into which it merged. */
export interface Member extends Commune {
  /** INSEE code of the commune into which it merged, or null. */
  readonly successorInsee: string | null;
  /** True when the SIREN was computed instead of published, and has to be verified. */
  readonly sirenToVerify: boolean;
  /** Other names that workbooks use for it. */
  readonly aliases: readonly string[];
}

export const accountNames = ["rebilled", "paid", "cancelledChapter", "cancelled"] as const;

/** The content of a convention: parties, members, prices, act, term, accounts, and the nouns of its texts. */
export interface Convention {
  readonly id: string;
  readonly origin: "built-in" | "workbook" | "folder";
  /** The name of the service provided. */
  readonly service: string;
  readonly object: string;
  /** The service as part of a sentence, « l’informatique des écoles »; absent when its name is used instead. */
  readonly provided?: string;
  readonly act: { readonly name: string; readonly body: string; readonly receivedOn: CivilDate };
  readonly term: string;
  /** Year of the first campaign under a renewal; null when there is none. */
  readonly renewedFrom: number | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The day of each year on which equipment in service is counted. */
  readonly count: Nouns["count"];
  /** The sentence about VAT, without its full stop. */
  readonly vat: string;
  readonly creditor: CreditorParty;
  /** The party that owes the whole and claims from each member; null when the creditor claims from members directly. */
  readonly debtor: Party | null;
  readonly creditLine: readonly CreditPart[];
  /**
   * The accounts of the debtor's claims on members and of members' payments, and the chapter and account of the
   * creditor for a titre cancelled in a later financial year.
   */
  readonly accounts: Readonly<Record<(typeof accountNames)[number], string>>;
  readonly nouns: Nouns;
  /** Past, present and future members, in order of INSEE code, then of date. */
  readonly members: readonly Member[];
  /** Its prices, oldest first: one grid, or several when they were revised. */
  readonly grids: readonly Grid[];
}

/**
 * A campaign of a convention: its year N, its snapshot, the day of count in N (1 November in 2014), and its window,
 * from the day after the day of count of N−1 to the snapshot. (decisions §2)
 */
export interface Campaign {
  readonly year: number;
  readonly snapshot: CivilDate;
  /** The day of count in N−1, excluded from the window. */
  readonly windowStart: CivilDate;
  readonly convention: Convention;
}

/** Returns the party that claims from members: the debtor of the titre, or the creditor without an intermediary. */
export function claimantOf({ debtor, creditor }: Convention): Party {
  return debtor ?? creditor;
}

/** Returns whether a member is the creditor itself, which is also billed for its own sites. */
export function isCreditor({ insee }: { readonly insee: string }, { creditor }: Convention): boolean {
  return creditor.insee === insee;
}

/** Returns whether the creditor is, was or will be a member. */
export function isOwnMember(convention: Convention): boolean {
  return convention.members.some((member) => isCreditor(member, convention));
}

/** Returns the day of count of a year. */
export function dayOfCount({ count }: Pick<Convention, "count">, year: number): CivilDate {
  return civilDate(year, count.month, count.day)!;
}
