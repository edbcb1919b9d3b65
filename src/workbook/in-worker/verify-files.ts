import type { Decimal } from "decimal.js";
import { finish } from "../../cells";
import { message, pageWords, speechOf, unexpected, type Anomaly, type Language } from "../../messages";
import { nounsOfWorkbooks } from "../../tariff";
import { openWorkbookFile, type OpenWorkbook } from "../files";
import { placedFindingMessage, reportVerification, verifyInSteps, type VerificationReport } from "../verify";

/** A file that somebody received, which is only read. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The verdict on the received workbook, named `file`, and its findings in words; or why it cannot be verified. */
export type FilesVerified =
  | (VerificationReport & { readonly file: string; readonly findings: readonly string[] })
  | { readonly refused: readonly string[] };

/**
 * Verifies the first file that contains documents, using the other files as sources, and returns the result in words.
 * An unexpected exception is returned as a refusal, so that the caller never waits in vain.
 */
export async function verifyFiles(
  files: readonly ReceivedFile[],
  language: Language,
  amount: (value: Decimal) => string,
): Promise<FilesVerified> {
  const inWords = ({ code, params }: Anomaly) => message(code, params, language, pageWords);
  try {
    const opened: OpenWorkbook[] = [];
    for (const { name, bytes } of files) {
      const result = await openWorkbookFile(bytes, name);
      if (!result.ok) return { refused: [inWords(result.anomaly)] };
      opened.push(result.workbook);
    }
    const received = opened.find(({ generatedSheets }) => generatedSheets.length > 0) ?? opened[0]!;
    const others = opened.filter((one) => one !== received);
    const verification = finish(verifyInSteps(received, { atHand: others.map(({ cells }) => cells), options: {} }));
    const speech = speechOf(language, nounsOfWorkbooks(opened.map(({ cells }) => cells)));
    const findings = verification.findings.map((finding) => placedFindingMessage(finding, speech));
    if (verification.kind === "unusable") return { refused: findings };
    const { file } = received.cells;
    return { ...reportVerification(verification, file, amount, speech), file, findings };
  } catch (bug) {
    return { refused: [inWords(unexpected(bug))] };
  }
}
