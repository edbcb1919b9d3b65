import { fold } from "../cells";
import type { Options } from "./types";

type Signature = Pick<Options, "signatory" | "particulars">;

/**
 * Returns whether who signs is the creditor's executive, « le Maire », « la Présidente », who needs no delegation: the options give that
 * position and no delegation.
 */
export function signsAsExecutive({ signatory, particulars }: Signature, executive: string): boolean {
  const { delegationNumber, delegationOn } = particulars;
  const isDelegated = delegationNumber !== undefined || delegationOn !== undefined || delegationOf(signatory) !== "";
  return !isDelegated && signatory !== null && officeIn(signatory.title) === officeIn(executive);
}

/** Returns the delegation that a signatory gives, without spaces around; blank where there is none. */
export function delegationOf(signatory: Options["signatory"]): string {
  return (signatory?.delegation ?? "").trim();
}

/**
 * Returns whether a delegation says in whose name who signs does, « La Maire, par délégation », so that it takes the place of the usual
 * formula. One that begins with the arrêté, « Arrêté n° 3 », completes that formula.
 */
export function isWholeFormula(delegation: string): boolean {
  return delegation !== "" && !/^(?:l )?(?:arrete|decision|delegation|n ?°|\d)/.test(fold(delegation));
}

/** Returns the office that a position names, whoever holds it and wherever: « maire » of « Mme la Maire de Guéret ». */
function officeIn(position: string): string {
  const said = fold(position).replace(/^(?:(?:m\.?|mme|monsieur|madame) )?(?:(?:le|la) )?/, "");
  return said.replace(/ (?:de|du|des|d) .*$/, "").replace(/^presidente$/, "president");
}
