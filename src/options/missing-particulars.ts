import type { ParticularName } from "./particulars";
import type { Options } from "./types";
import { rowLabels } from "./wordings";

/** What the user could have given of the parties and of who signs, and did not: by the row of the sheet that says it. */
export interface MissingParticular {
  readonly name: ParticularName | "signatoryName" | "signatoryTitle" | "signatoryDelegation";
  /** « SIRET du créancier ». */
  readonly label: string;
}

/** What an état is not complete without. What finance gives later (bordereau, titre, dates, signature) is not there. */
const expected = [
  "creditorSiret",
  "debtorSiret",
  "creditorAddress",
  "debtorAddress",
  "signatoryName",
  "signatoryTitle",
  "signatoryDelegation",
] as const satisfies readonly MissingParticular["name"][];

/** Returns what documents leave as dots that the options could say, in the order of the état; none where all is given. (documents) */
export function missingParticulars({
  particulars,
  signatory,
}: Pick<Options, "particulars" | "signatory">): MissingParticular[] {
  const given: Readonly<Record<(typeof expected)[number], string | undefined>> = {
    creditorSiret: particulars.creditorSiret,
    debtorSiret: particulars.debtorSiret,
    creditorAddress: particulars.creditorAddress,
    debtorAddress: particulars.debtorAddress,
    signatoryName: signatory?.name,
    signatoryTitle: signatory?.title,
    signatoryDelegation: signatory?.delegation.trim() || particulars.delegationNumber,
  };
  return expected.filter((name) => (given[name] ?? "").trim() === "").map((name) => ({ name, label: rowLabels[name] }));
}
