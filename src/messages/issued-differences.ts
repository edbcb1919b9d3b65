/** Codes of what is told of a campaign whose état was issued, by what the one that is billed differs in. */
export const issuedDifferences = { amounts: "issued-amounts-differ", number: "issued-number-differs" } as const;
