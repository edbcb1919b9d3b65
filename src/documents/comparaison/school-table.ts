import { addEffects, type ComparedSchool, type Effects } from "../../statement";
import type { Commune } from "../../tariff";
import { count, imported, text } from "../cells";
import type { Draft } from "../draft";
import { styles } from "../styles";
import type { ComparisonContext } from "./context";
import { rangeName, schoolName } from "./detail";
import type { DetailSums } from "./detail-sums";
import { writeEffects, writeTotal } from "./effect-row";
import { bothPayers } from "./payers";

/** Schools billed one time only, under their commune, both payers together. */
export function writeSchools(draft: Draft, { comparison }: ComparisonContext, sums: DetailSums): void {
  const communes = comparison.communes
    .map(({ commune, schools }) => ({ commune, moved: schools.filter(({ presence }) => presence !== "kept") }))
    .filter(({ moved }) => moved.length > 0);
  if (communes.length === 0) {
    draft.band([text("Aucune : les mêmes écoles sont facturées les deux fois.", styles.line)], styles.line);
    return;
  }
  const first = draft.next;
  const isLast = (commune: Commune) => commune === communes.at(-1)!.commune;
  for (const { commune, moved } of communes) {
    draft.band([imported(commune.name, styles.group)], styles.group, true);
    moved.forEach((school, index) => {
      writeSchool(draft, commune, school, sums, isLast(commune) && index === moved.length - 1);
    });
  }
  const effects = communes.flatMap(({ moved }) => moved.map(effectsOf));
  writeTotal(draft, [text("Total", styles.total)], addEffects(effects), first);
}

function writeSchool(draft: Draft, { insee }: Commune, school: ComparedSchool, sums: DetailSums, keep: boolean): void {
  const lead = [
    imported(schoolName(school), styles.indented),
    imported(insee, styles.line),
    count(school.count.before, styles.line),
    count(school.count.after, styles.line),
  ];
  const formulas = sums.ofRanges(bothPayers.map((payer) => rangeName(insee, payer, school)));
  writeEffects(draft, { lead, effects: effectsOf(school), formulas }, styles.line, keep);
}

function effectsOf(school: ComparedSchool): Effects {
  return addEffects(bothPayers.map((payer) => school.byPayer[payer]));
}
