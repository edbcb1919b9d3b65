import { Decimal } from "decimal.js";
import { cellName } from "../../cells";
import { countDirections, type Change, type Simulation } from "../../statement";
import { difference, empty, euros, text } from "../cells";
import type { Draft, DraftCell } from "../draft";
import type { CellStyle } from "../model";
import type { Places } from "../places";
import { styles } from "../styles";
import { communeColumns, priceColumns } from "./columns";
import { rowNames } from "./placed";

/** Amounts stand above those of the communes. */
const at = communeColumns.commune;
const names = { commune: "Quotes-parts des communes", cagb: "Part de la CAGB" } as const;

/** Both parts, from the totals of the communes; the titre; and its difference found again by the prices. */
export function writeResult(draft: Draft, simulation: Simulation, places: Places): void {
  writeHeader(draft);
  const communes = places.row(rowNames.communes) ?? 0;
  const rows = (["commune", "cagb"] as const).map((payer) =>
    writeChange(draft, names[payer], simulation.byPayer[payer], styles.line, (side) =>
      cellName(communes, communeColumns[payer][side]),
    ),
  );
  const total = writeChange(draft, "Total du titre", simulation.total, styles.total, (side) =>
    rows.map((row) => cellName(row, at[side])).join("+"),
  );
  places.mark(rowNames.titre, total);
  const prices = places.row(rowNames.prices) ?? 0;
  const left = `ROUND(${cellName(total, at.difference)}-${cellName(prices, priceColumns.difference)},2)`;
  const cells: DraftCell[] = [text("Écart avec les prestations (0,00 attendu)", styles.note), null, null, null, null];
  draft.add([...cells, euros(new Decimal(0), styles.note, left)]);
  const { more, less, same } = countDirections(simulation);
  draft.paragraph(`Communes qui paieraient plus : ${more} ; moins : ${less} ; autant : ${same}.`, styles.strong);
}

function writeHeader(draft: Draft): void {
  const { header, headerNumber } = styles;
  const titles = ["Actuel", "À l’essai", "Différence"].map((title) => text(title, headerNumber));
  draft.add([empty(header), empty(header), empty(header), ...titles], true);
}

function writeChange(
  draft: Draft,
  label: string,
  { before, after, difference: change }: Change,
  style: CellStyle,
  formula: (side: "before" | "after") => string,
): number {
  const row = draft.next;
  return draft.add(
    [
      text(label, style),
      empty(style),
      empty(style),
      euros(before, style, formula("before")),
      euros(after, style, formula("after")),
      difference(change, { ...style, bold: true }, `${cellName(row, at.after)}-${cellName(row, at.before)}`),
    ],
    true,
  );
}
