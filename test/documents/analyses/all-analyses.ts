import type { Analyses } from "../../../src/documents";
import { compareStatements, rectify, simulate, type Statement } from "../../../src/statement";
import fc from "../../properties";
import { statements } from "../../statement/random-statements";

/** A campaign, the next one, and what the next one comes to once corrected: a correction that has all its papers. */
export const [before, after, then] = fc
  .sample(fc.tuple(statements(2014), statements(2015), statements(2015)), { seed: 7, numRuns: 50 })
  .find(([, issued, corrected]) => rectify(issued, corrected).kind === "both")!;

/** All the analyses that there are: of two campaigns, and of the second as it is billed otherwise. */
export function analysesOf(from: Statement, to: Statement, now: Statement, otherwise: Statement): Required<Analyses> {
  const file = "parc-2014.xlsx";
  return {
    comparison: {
      comparison: compareStatements(from, to),
      file,
      campaignFrom: "journal",
      errors: { before: 1, after: 0 },
    },
    simulation: { simulation: simulate(now, otherwise), anomalies: [] },
    rectification: { rectification: rectify(now, otherwise), file, when: "2014-11-25 14:03", errors: 0 },
  };
}
