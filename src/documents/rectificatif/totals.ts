import { Decimal } from "decimal.js";
import { cellName } from "../../cells";
import type { Change, Rectification } from "../../statement";
import type { Payer } from "../../tariff";
import { difference, empty, euros, refer, text, type Place } from "../cells";
import type { Draft, DraftCell } from "../draft";
import type { CellStyle } from "../model";
import { styles } from "../styles";
import { communeColumns, totalColumns as at, widths } from "./columns";
import { payers } from "./lines";

const names: Readonly<Record<Payer, string>> = {
  commune: "Quotes-parts des communes, que la CAGB leur refacture",
  cagb: "Part propre de la CAGB",
};
const sides = ["before", "difference", "after"] as const;

/** The titre: as issued, what changes, and after; and what is left between it and the corrected état, nothing. */
export function writeTotals(draft: Draft, rectification: Rectification, communes: number, titre: Place | null): void {
  const { header, headerNumber } = styles;
  const titles: DraftCell[] = widths.map(() => empty(header));
  ["Origine", "Différence", "Après rectification"].forEach((title, index) => {
    titles[at.before + index] = text(title, headerNumber);
  });
  draft.add(titles, true);
  const rows = [...payers]
    .reverse()
    .map((payer) =>
      writeRow(draft, names[payer], rectification.byPayer[payer], styles.line, (side) =>
        cellName(communes, communeColumns[payer][side]),
      ),
    );
  const total = writeRow(draft, "Total du titre", rectification.total, styles.grandTotal, (side) =>
    rows.map((row) => cellName(row, at[side])).join("+"),
  );
  if (titre === null) return;
  const cells: DraftCell[] = [
    text("Écart avec l’état liquidatif rectifié, « Titre CAGB » (0,00 attendu)", styles.note),
  ];
  for (let column = 1; column < at.after; column++) cells.push(null);
  const left = `ROUND(${cellName(total, at.after)}-${refer(titre)},2)`;
  draft.add([...cells, euros(new Decimal(0), styles.note, left)], true);
}

function writeRow(
  draft: Draft,
  label: string,
  change: Change,
  style: CellStyle,
  formula: (side: (typeof sides)[number]) => string,
): number {
  const cells: DraftCell[] = widths.map(() => empty(style));
  cells[0] = text(label, style);
  cells[at.before] = euros(change.before, style, formula("before"));
  cells[at.difference] = difference(change.difference, { ...style, bold: true }, formula("difference"));
  cells[at.after] = euros(change.after, style, formula("after"));
  return draft.add(cells, true);
}
