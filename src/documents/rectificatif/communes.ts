import { Decimal } from "decimal.js";
import { cellName } from "../../cells";
import type { Change, Rectification } from "../../statement";
import type { Commune, Payer } from "../../tariff";
import { difference, empty, euros, imported, sumDown, text } from "../cells";
import { communeLink } from "../commune-link";
import type { Draft, DraftCell } from "../draft";
import type { CellStyle } from "../model";
import type { Places } from "../places";
import { styles } from "../styles";
import { communeColumns as at, lineColumns, widths } from "./columns";
import { endOf, linesOf, payers } from "./lines";

type Formulas = Partial<Record<"before" | "difference" | "after", string>>;

interface Row {
  readonly lead: readonly DraftCell[];
  readonly byPayer: Readonly<Record<Payer, Change>>;
  /** An amount without a formula is written as it is. */
  readonly formulas: (payer: Payer) => Formulas;
}

/**
 * What each commune owes the CAGB, and what the CAGB bears of it: as issued, what the lines change, and after. The
 * communes that nothing changes are on one row, so that the totals are the titre's; gives the row of these.
 */
export function writeCommunes(
  draft: Draft,
  { communes, unchanged, byPayer: whole }: Rectification,
  fiches: ReadonlyMap<string, string>,
  places: Places,
): number {
  writeHeader(draft);
  const first = draft.next;
  for (const { commune, byPayer } of communes) {
    const row = draft.next;
    const lead = [communeLink(commune, fiches), imported(commune.insee, styles.line)];
    const formulas = (payer: Payer) => ({ ...changeOf(commune, payer, places), ...afterOf(row, payer) });
    writeRow(draft, { lead, byPayer, formulas }, styles.line, true);
  }
  if (unchanged.count > 0) {
    const row = draft.next;
    const lead = [text(`Communes sans changement (${unchanged.count})`, styles.line)];
    const byPayer = { cagb: still(unchanged.byPayer.cagb), commune: still(unchanged.byPayer.commune) };
    writeRow(draft, { lead, byPayer, formulas: (payer) => afterOf(row, payer) }, styles.line, true);
  }
  const last = draft.next - 1;
  const formulas = (payer: Payer): Formulas => {
    const { before, difference: change, after } = at[payer];
    const sum = (column: number) => sumDown(column, first, last);
    return last < first ? {} : { before: sum(before), difference: sum(change), after: sum(after) };
  };
  return writeRow(draft, { lead: [text("Total", styles.total)], byPayer: whole, formulas }, styles.total, false);
}

/** The sum of the differences of a commune's lines, where it has any of that payer. */
function changeOf({ insee }: Commune, payer: Payer, places: Places): Formulas {
  const lines = linesOf(insee, payer);
  const [first, last] = [places.row(lines), places.row(endOf(lines))];
  return first === null || last === null ? {} : { difference: sumDown(lineColumns.difference, first, last) };
}

function afterOf(row: number, payer: Payer): Formulas {
  return { after: `ROUND(${cellName(row, at[payer].before)}+${cellName(row, at[payer].difference)},2)` };
}

function still(amount: Decimal): Change {
  return { before: amount, after: amount, difference: new Decimal(0) };
}

function writeHeader(draft: Draft): void {
  const quotePart = ["Quote-part émise", "Différence", "Quote-part rectifiée"];
  const cagb = ["Part CAGB émise", "Différence", "Part CAGB rectifiée"];
  const cells: DraftCell[] = widths.map(() => empty(styles.header));
  cells[at.name] = text("Commune", styles.header);
  cells[at.insee] = text("INSEE", styles.header);
  [...quotePart, ...cagb].forEach((title, index) => {
    cells[at.commune.before + index] = text(title, styles.headerNumber);
  });
  draft.add(cells, true);
}

function writeRow(draft: Draft, { lead, byPayer, formulas }: Row, style: CellStyle, keep: boolean): number {
  const cells: DraftCell[] = widths.map((_width, column) => lead[column] ?? empty(style));
  for (const payer of payers) {
    const [columns, change, its] = [at[payer], byPayer[payer], formulas(payer)];
    cells[columns.before] = euros(change.before, style, its.before);
    cells[columns.difference] = difference(change.difference, { ...style, bold: true }, its.difference);
    cells[columns.after] = euros(change.after, style, its.after);
  }
  return draft.add(cells, keep);
}
