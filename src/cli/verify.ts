import { finish } from "../cells";
import { commandMessage, failure, speechOf, success } from "../messages";
import { placedFindingMessage, reportVerification, verifyInSteps } from "../workbook";
import type { VerifyArguments } from "./arguments";
import { faultOfPaths } from "./paths";
import { builtInConventions, nounsOfWorkbooks } from "../tariff";
import { conventionsNamed, openInputs, readConvention, readOptionsFile, type Reading } from "./read-files";
import { amountIn } from "./summary";

/** The outcome of a verification, and the lines that report it. */
interface VerdictLines {
  readonly conforms: boolean;
  readonly lines: readonly string[];
}

/** Verifies a received workbook: returns the verdict, then each difference at its place. Writes nothing. */
export async function verifyReceived(
  { workbook, beside, options: optionsPath, convention: folder, language }: VerifyArguments,
  progress: (text: string) => void,
): Promise<Reading<VerdictLines>> {
  const fault = await faultOfPaths({
    inputs: [workbook, ...beside],
    out: null,
    options: optionsPath,
    overwrite: false,
  });
  if (fault !== null) return failure([fault]);
  const convention = folder === null ? success(undefined) : await readConvention(folder);
  if (!convention.ok) return convention;
  const inputs = await openInputs([workbook, ...beside], (file) =>
    progress(commandMessage("cli-reading", { file }, language)),
  );
  if (!inputs.ok) return inputs;
  const options = await readOptionsFile(
    optionsPath,
    conventionsNamed(convention.value === undefined ? builtInConventions : [convention.value], inputs.value),
  );
  if (!options.ok) return options;
  const [received, ...others] = inputs.value;
  progress(commandMessage("cli-computing", {}, language));
  const verification = finish(
    verifyInSteps(received!, {
      atHand: others.map(({ cells }) => cells),
      options: options.value,
      convention: convention.value,
    }),
  );
  const { findings } = verification;
  if (verification.kind === "unusable") return failure(findings);
  const speech = speechOf(
    language,
    convention.value?.nouns ?? nounsOfWorkbooks(inputs.value.map(({ cells }) => cells)),
  );
  const report = reportVerification(verification, received!.cells.file, (value) => amountIn(speech, value), speech);
  const lines = findings.map((finding) => `  ${placedFindingMessage(finding, speech)}`);
  return success({ conforms: report.conforms, lines: [report.verdict, ...report.notes, ...lines] });
}
