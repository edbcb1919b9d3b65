import { Decimal } from "decimal.js";
import { cellName } from "../../cells";
import { count, euros, text } from "../cells";
import type { Draft, DraftCell } from "../draft";
import type { Places } from "../places";
import { styles } from "../styles";
import { columns as at } from "./columns";
import { totalPlace } from "./commune-tables";
import type { ComparisonContext } from "./context";
import { formulasFor, writeEffects, writeTotal } from "./effect-row";
import { bothPayers } from "./payers";
import { explainedText } from "./remarks";

const names = { commune: "Quotes-parts des communes", cagb: "Part de la CAGB" } as const;

/**
 * Both parts, taken from the totals below, and the titre; what the effects leave of the difference: nothing; how many
 * communes are to be explained, and are. Gives the row of the titre.
 */
export function writeSynthesis(draft: Draft, { comparison }: ComparisonContext, places: Places): number {
  const first = draft.next;
  for (const payer of bothPayers) {
    const total = places.row(totalPlace(payer)) ?? 0;
    const row = {
      lead: [text(names[payer], styles.line)],
      effects: comparison.byPayer[payer],
      formulas: formulasFor((column) => cellName(total, column)),
    };
    writeEffects(draft, row, styles.line, true);
  }
  const schools = [comparison.before, comparison.after].map((one) => count(one.schools, styles.total));
  const total = writeTotal(draft, [text("Total du titre", styles.total), null, ...schools], comparison.total, first);
  const effects = `${cellName(total, at.quantities)}:${cellName(total, at.departures)}`;
  const cells: DraftCell[] = [text("Écart moins la somme des quatre effets (0,00 attendu)", styles.note)];
  const left = `ROUND(${cellName(total, at.difference)}-SUM(${effects}),2)`;
  cells[at.difference] = euros(new Decimal(0), styles.note, left);
  draft.add([...cells].map((cell) => cell ?? null));
  draft.paragraph(explainedText(comparison), styles.note);
  return total;
}
