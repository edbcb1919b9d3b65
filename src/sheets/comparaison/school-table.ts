import { addEffects } from "../../statement";
import { count, imported, text } from "../cells";
import type { Draft } from "../draft";
import { styles } from "../styles";
import type { ComparisonContext } from "./context";
import { rangeName, schoolName } from "./detail";
import type { DetailSums } from "./detail-sums";
import { writeEffects, writeTotal } from "./effect-row";
import { bothPayers } from "./payers";

/** Schools billed one time only, one a row, both payers together. */
export function writeSchools(draft: Draft, { comparison }: ComparisonContext, sums: DetailSums): void {
  const rows = comparison.communes.flatMap(({ commune, schools }) =>
    schools
      .filter(({ presence }) => presence !== "kept")
      .map((school) => ({ commune, school, effects: addEffects(bothPayers.map((payer) => school.byPayer[payer])) })),
  );
  if (rows.length === 0) {
    draft.band([text("Aucune : les mêmes écoles sont facturées les deux fois.", styles.line)], styles.line);
    return;
  }
  const first = draft.next;
  rows.forEach(({ commune, school, effects }, index) => {
    const lead = [
      imported(commune.name, styles.line),
      imported(commune.insee, styles.line),
      count(school.count.before, styles.line),
      count(school.count.after, styles.line),
    ];
    const formulas = sums.ofRanges(bothPayers.map((payer) => rangeName(commune.insee, payer, school)));
    const row = { lead, effects, formulas, remark: schoolName(school) };
    writeEffects(draft, row, styles.line, index === rows.length - 1);
  });
  writeTotal(draft, [text("Total", styles.total)], addEffects(rows.map(({ effects }) => effects)), first);
}
