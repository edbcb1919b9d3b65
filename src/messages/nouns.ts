/** A noun as French declines it, and as English texts say it. */
export interface Noun {
  readonly singular: string;
  readonly plural: string;
  readonly gender: "feminine" | "masculine";
  /** « l’hôpital », but « la halte-garderie ». */
  readonly elides: boolean;
  readonly english: { readonly singular: string; readonly plural: string };
}

/** What a convention calls those whom its texts speak of. */
export interface Nouns {
  readonly service: string;
  readonly creditor: Noun;
  /** The creditor where nobody stands between it and the members. */
  readonly debtor: Noun;
  /** Name of the member that is the creditor. */
  readonly home: string;
  readonly member: Noun;
  readonly site: Noun;
  readonly count: { readonly day: number; readonly month: number };
}
