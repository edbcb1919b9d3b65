import type { Statement } from "../statement";
import type { Analyses } from "./analyses/make-analyses";
import { communesCsv, mailingCsv, titreCsv } from "./csv";
import { numberOfCorrection, rectifiedCommunesCsv, rectifiedMailingCsv } from "./csv-rectification";
import { statusWord, statusWordOf, type RunStatus, type StatusWord } from "./document-status";
import { listFileName } from "./finance-names";

/** The lists of a run, as `rebill` gives them by `--csv`, `--csv-communes` and `--publipostage`. */
export const listNames = ["titre", "communes", "publipostage"] as const;
export type ListName = (typeof listNames)[number];

/** A run: its billing, its analyses, and whether it may be issued. */
interface ListedRun {
  readonly statement: Statement;
  readonly analyses: Pick<Analyses, "comparison" | "rectification">;
  readonly status: RunStatus;
}

/** A list as CSV, before it is encoded. */
interface MadeList {
  readonly csv: string;
  /** The status word, on each line and in the file name, when it is not to be issued. */
  readonly word: StatusWord | null;
  readonly fileName: string;
}

/**
 * Returns a list of a run. For a correction, the lists of communes contain only the changes: reductions, complements,
 * and the addressees.
 */
export function makeListOf({ statement, analyses, status }: ListedRun, list: ListName): MadeList {
  const { campaign } = statement;
  const rectification = analyses.rectification?.rectification;
  if (rectification === undefined || list === "titre") {
    const word = statusWord(status);
    const csv = {
      titre: () => titreCsv(statement, word),
      communes: () => communesCsv(statement, word),
      publipostage: () => mailingCsv(statement, analyses.comparison?.comparison ?? null, word),
    };
    return { csv: csv[list](), word, fileName: listFileName(campaign, list, word) };
  }
  const word = statusWordOf("rectificatif", status);
  const csvOf = list === "communes" ? rectifiedCommunesCsv : rectifiedMailingCsv;
  const fileName = listFileName(campaign, list, word, numberOfCorrection(rectification));
  return { csv: csvOf(rectification, word), word, fileName };
}
