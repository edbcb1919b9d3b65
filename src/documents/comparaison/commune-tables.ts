import { cellName } from "../../cells";
import { commentOf, type ComparedCommune, type Comparison } from "../../statement";
import type { Payer } from "../../tariff";
import { count, imported, text } from "../cells";
import { communeLink } from "../commune-link";
import type { Draft, DraftCell } from "../draft";
import type { Places } from "../places";
import { styles } from "../styles";
import { labelsOf, type ComparisonContext } from "./context";
import { rangeName } from "./detail";
import type { DetailSums } from "./detail-sums";
import { formulasFor, writeEffects, writeTotal } from "./effect-row";
import { bothPayers } from "./payers";
import { commentWanted, explained, remarksOfCommune } from "./remarks";

/** Communes, and what one payer bears of each: effects are sums of the detail's. */
export function writeCommunes(
  draft: Draft,
  context: ComparisonContext,
  payer: Payer,
  sums: DetailSums,
  places: Places,
): void {
  const { comparison } = context;
  const labels = labelsOf(comparison);
  const first = draft.next;
  comparison.communes.forEach((commune, index) => {
    const effects = commune.byPayer[payer];
    const row = {
      lead: leadOf(commune, context),
      effects,
      formulas: sums.ofRanges([rangeName(commune.commune.insee, payer)]),
      remark: joined([...(payer === "commune" ? askedOf(commune) : []), ...remarksOfCommune(commune, labels)]),
      comment: commentOf(commune),
    };
    const isLast = index === comparison.communes.length - 1;
    places.mark(placeOf(payer, commune), writeEffects(draft, row, styles.line, isLast));
  });
  places.mark(totalPlace(payer), writeTotal(draft, leadOfTotal(comparison), comparison.byPayer[payer], first));
}

/** Communes, both parts together: each amount is the sum of the same cells of the two tables above. */
export function writeWhole(draft: Draft, context: ComparisonContext, places: Places): void {
  const { comparison } = context;
  const labels = labelsOf(comparison);
  const first = draft.next;
  comparison.communes.forEach((commune, index) => {
    const rows = bothPayers.map((payer) => places.row(placeOf(payer, commune)) ?? 0);
    const row = {
      lead: leadOf(commune, context),
      effects: commune.total,
      formulas: formulasFor((column) => rows.map((its) => cellName(its, column)).join("+")),
      remark: joined(remarksOfCommune(commune, labels)),
      comment: commentOf(commune),
    };
    writeEffects(draft, row, styles.line, index === comparison.communes.length - 1);
  });
  writeTotal(draft, leadOfTotal(comparison), comparison.total, first);
}

/** The row of the total of one payer's table. */
export function totalPlace(payer: Payer): string {
  return `total ${payer}`;
}

/** The row of a commune in one payer’s table. */
export function placeOf(payer: Payer, { commune }: Pick<ComparedCommune, "commune">): string {
  return `${payer} ${commune.insee}`;
}

function leadOf({ commune, schools }: ComparedCommune, { fiches }: ComparisonContext): DraftCell[] {
  const add = (side: "before" | "after") => schools.reduce((total, school) => total + school.count[side], 0);
  return [
    communeLink(commune, fiches),
    imported(commune.insee, styles.line),
    count(add("before"), styles.line),
    count(add("after"), styles.line),
  ];
}

/** A shared school is on the row of each of its communes, and once in the total. */
function leadOfTotal({ before, after }: Comparison): DraftCell[] {
  return [text("Total", styles.total), null, count(before.schools, styles.total), count(after.schools, styles.total)];
}

/** Whether a comment is wanted on what the commune owes, and given: asked on that amount alone, since the rule is about it. */
function askedOf({ isNotable, comments }: ComparedCommune): string[] {
  if (!isNotable) return [];
  return [comments.length === 0 ? commentWanted : explained];
}

function joined(remarks: readonly string[]): string {
  return remarks.join(" · ");
}
