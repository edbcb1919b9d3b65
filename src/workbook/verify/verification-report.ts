import { Decimal } from "decimal.js";
import type { Finding } from "../../billing";
import { frenchDay } from "../../cells";
import { speechOf, verifyMessage, type Language, type MessageCode, type Speech } from "../../messages";
import type { Verification } from "./verify-workbook";

/** The result of a verification, in words. */
export interface VerificationReport {
  readonly conforms: boolean;
  readonly verdict: string;
  /** The grounds and limits of the verdict. */
  readonly notes: readonly string[];
}

/** Returns the verdict on a workbook in words; `amount` formats euros in the language of `speech`. */
export function reportVerification(
  verification: Exclude<Verification, { readonly kind: "unusable" }>,
  file: string,
  amount: (value: Decimal) => string,
  speech: Language | Speech,
): VerificationReport {
  if (verification.kind === "not-remade")
    return { conforms: false, verdict: verifyMessage("verify-not-compared", { file }, speech), notes: [] };
  const { verified, findings } = verification;
  const { fiches, number, version, total, errors, issuedOn, pastRuns, unmade, withoutResult, added } = verified;
  const conforms = findings.length === 0;
  const params = {
    ...{ fiches, number, version, [fiches > 1 ? "several" : "one"]: "1" },
    amount: amount(new Decimal(total)),
    ...(errors > 0 && { errors }),
    ...{ count: findings.length, [findings.length > 1 ? "differences" : "difference"]: "1" },
  };
  return {
    conforms,
    verdict: verifyMessage(conforms ? "verify-conforms" : "verify-differs", params, speech),
    notes: [
      ...(issuedOn === null ? [] : [verifyMessage("verify-issued", { date: frenchDay(issuedOn) }, speech)]),
      ...(pastRuns === 0 ? [] : [verifyMessage("verify-past-runs", { count: pastRuns }, speech)]),
      ...(withoutResult === 0 ? [] : [verifyMessage("verify-without-results", { count: withoutResult }, speech)]),
      ...(unmade.length === 0 ? [] : [verifyMessage("verify-unmade", { list: unmade.join(", ") }, speech)]),
      ...added.map((sheet) => verifyMessage("verify-sheet-unknown", { sheet }, speech)),
    ],
  };
}

/** Returns a finding in words, without its place. */
export function findingMessage({ code, params }: Finding, speech: Language | Speech): string {
  const { refusal } = params;
  if (refusal === undefined) return verifyMessage(code, params, speech);
  return verifyMessage(code, { message: verifyMessage(refusal as MessageCode, params, speech) }, speech);
}

/** Returns a finding in words after its place: « Titre CAGB!D40 : … ». */
export function placedFindingMessage(finding: Finding, speech: Language | Speech): string {
  const place = [finding.sheet, finding.cell].filter((part) => part !== null).join("!");
  const colon = speechOf(speech).language === "fr" ? "\u00a0: " : ": ";
  return `${place}${place === "" ? "" : colon}${findingMessage(finding, speech)}`;
}
