import { civilDate, type CivilDate } from "../cells";
import type { Nouns } from "../messages";
import type { Member } from "./communes";
import type { Grid } from "./grid";

/** A party to a convention. What its act does not say of it (address, SIRET) is the office's to give. */
export interface Party {
  readonly name: string;
  /** « CAGB ». */
  readonly short: string;
  readonly siren: string;
}

/** The party that issues the titre, and the department of it that counts. */
export interface CreditorParty extends Party {
  /** INSEE code of the commune that it is, with sites of its own; null where it is no commune. */
  readonly insee: string | null;
  readonly department: string;
  /** In whose name its papers are signed: « le Maire ». */
  readonly executive: string;
}

/** A part of the credit line, by the heading that a finance package has for it. */
export interface CreditPart {
  readonly heading: string;
  readonly code: string;
  /** What the chart of accounts calls it; blank where the act gives the code alone. */
  readonly label: string;
  /** The option that says another code, of a part that is local; absent where the act alone says it. */
  readonly option?: string;
}

export const accountNames = ["rebilled", "paid", "cancelledChapter", "cancelled"] as const;

/** All that a convention fixes: parties, members, prices, act, term, account, and how its texts call them. */
export interface Convention {
  readonly id: string;
  readonly origin: "built-in" | "workbook" | "folder";
  /** Name of what is provided. */
  readonly service: string;
  readonly object: string;
  /** The same as a sentence has it, « l’informatique des écoles »; absent where the service is told by its name. */
  readonly provided?: string;
  readonly act: { readonly name: string; readonly body: string; readonly receivedOn: CivilDate };
  readonly term: string;
  /** Year of the first campaign that a renewal covers; null where it has none. */
  readonly renewedFrom: number | null;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The day of each year on which what is in service is counted. */
  readonly count: Nouns["count"];
  /** What is said of VAT, without the full stop. */
  readonly vat: string;
  readonly creditor: CreditorParty;
  /** Who is claimed the whole, and claims its share from each member; null where the creditor claims it from them itself. */
  readonly debtor: Party | null;
  readonly creditLine: readonly CreditPart[];
  /**
   * Where the debtor books what it claims from a member, and where a member usually books what it pays; where the creditor
   * books what it gives up of a titre whose exercice is closed.
   */
  readonly accounts: Readonly<Record<(typeof accountNames)[number], string>>;
  readonly nouns: Nouns;
  /** Who is, was or will be a member, in order of INSEE code then of time. */
  readonly members: readonly Member[];
  /** Its prices, oldest first: one grid, or more where they were revised. */
  readonly grids: readonly Grid[];
}

/** Returns the party that claims its share from each member: the debtor of the titre, or the creditor where nobody stands between. */
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

/** Returns the day of the count in a year. */
export function dayOfCount({ count }: Pick<Convention, "count">, year: number): CivilDate {
  return civilDate(year, count.month, count.day)!;
}
