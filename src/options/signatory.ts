import { fold } from "../cells";
import type { Options } from "./types";

type Signature = Pick<Options, "signatory" | "particulars">;

/**
 * Returns whether the signatory is the creditor's executive (« le Maire », « la Présidente »), who needs no delegation:
 * the options give this title and no delegation.
 */
export function signsAsExecutive({ signatory, particulars }: Signature, executive: string): boolean {
  const { delegationNumber, delegationOn } = particulars;
  const isDelegated = delegationNumber !== undefined || delegationOn !== undefined || delegationOf(signatory) !== "";
  return !isDelegated && signatory !== null && officeIn(signatory.title) === officeIn(executive);
}

/** Returns the delegation of a signatory, trimmed; an empty text when there is none. */
export function delegationOf(signatory: Options["signatory"]): string {
  return (signatory?.delegation ?? "").trim();
}

/**
 * Returns whether a delegation is a whole formula, « La Maire, par délégation », which replaces the usual one. A
 * delegation that begins with the arrêté, « Arrêté n° 3 », completes the usual formula.
 */
export function isWholeFormula(delegation: string): boolean {
  return delegation !== "" && !/^(?:l )?(?:arrete|decision|delegation|n ?°|\d)/.test(fold(delegation));
}

/** Returns the office in a title, whatever its holder and place: « maire » for « Mme la Maire de Guéret ». */
function officeIn(position: string): string {
  const bare = fold(position).replace(/^(?:(?:m\.?|mme|monsieur|madame) )?(?:(?:le|la) )?/, "");
  return bare.replace(/ (?:de|du|des|d) .*$/, "").replace(/^presidente$/, "president");
}
