import type { Decimal } from "decimal.js";
import { finish } from "../../cells";
import { message, pageWords, speechOf, unexpected, type Anomaly, type Language } from "../../messages";
import { nounsOfWorkbooks } from "../../tariff";
import { openWorkbookFile, type OpenWorkbook } from "../files";
import { tellFindingAtPlace, tellVerification, verifyInSteps, type ToldVerification } from "../verify";

/** A file that somebody received, which is read and no more. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is said of the workbook received, which `file` names, and each thing found in it; or why nothing can be said. */
export type FilesVerified =
  | (ToldVerification & { readonly file: string; readonly findings: readonly string[] })
  | { readonly refused: readonly string[] };

/**
 * Verifies the first of the files that has documents, with the others beside it; says all of it in words. A bug is told: nobody waits
 * for what does not come.
 */
export async function verifyFiles(
  files: readonly ReceivedFile[],
  language: Language,
  amount: (value: Decimal) => string,
): Promise<FilesVerified> {
  const said = ({ code, params }: Anomaly) => message(code, params, language, pageWords);
  try {
    const opened: OpenWorkbook[] = [];
    for (const { name, bytes } of files) {
      const result = await openWorkbookFile(bytes, name);
      if (!result.ok) return { refused: [said(result.anomaly)] };
      opened.push(result.workbook);
    }
    const received = opened.find(({ generatedSheets }) => generatedSheets.length > 0) ?? opened[0]!;
    const others = opened.filter((one) => one !== received);
    const verification = finish(verifyInSteps(received, { atHand: others.map(({ cells }) => cells), options: {} }));
    const speech = speechOf(language, nounsOfWorkbooks(opened.map(({ cells }) => cells)));
    const findings = verification.findings.map((finding) => tellFindingAtPlace(finding, speech));
    if (verification.kind === "unusable") return { refused: findings };
    const { file } = received.cells;
    return { ...tellVerification(verification, file, amount, speech), file, findings };
  } catch (bug) {
    return { refused: [said(unexpected(bug))] };
  }
}
