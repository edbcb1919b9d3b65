import { cellName } from "../../cells";
import { imported, text } from "../cells";
import type { Draft } from "../draft";
import { styles } from "../styles";
import { columns as at } from "./columns";
import type { ComparisonContext } from "./context";
import type { DetailSums } from "./detail-sums";
import { writeEffects, writeTotal } from "./effect-row";
import { toExplain } from "./remarks";

/** Prestations, both payers together. */
export function writePrestations(draft: Draft, { comparison }: ComparisonContext, sums: DetailSums): void {
  const first = draft.next;
  comparison.prestations.forEach(({ tariff, effects, isNotable }, index) => {
    const row = {
      lead: [imported(tariff.prestation, styles.wrapped), imported(tariff.code, { ...styles.line, size: 9 })],
      effects,
      formulas: sums.ofCode(cellName(draft.next, at.code)),
      remark: isNotable ? toExplain : "",
    };
    writeEffects(draft, row, styles.line, index === comparison.prestations.length - 1);
  });
  writeTotal(draft, [text("Total", styles.total)], comparison.total, first);
}
