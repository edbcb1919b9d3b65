import { cellName } from "../../cells";
import type { Change, SimulatedCommune, Simulation } from "../../statement";
import type { Payer } from "../../tariff";
import { difference, empty, euros, imported, sumDown, text } from "../cells";
import { communeLink } from "../commune-link";
import type { Draft, DraftCell } from "../draft";
import type { CellStyle } from "../model";
import type { Places } from "../places";
import { styles } from "../styles";
import { communeColumns as at, widths } from "./columns";
import { rowNames } from "./placed";

const payers = ["commune", "cagb"] as const satisfies readonly Payer[];

/** The titles of the communes' table; gives their row. */
export function writeCommunesHeader(draft: Draft): number {
  const titles = ["Quote-part actuelle", "Quote-part à l’essai", "Différence"];
  const cagb = ["Part CAGB actuelle", "Part CAGB à l’essai", "Différence"];
  return draft.add(
    [
      ...["Commune", "INSEE", "Paierait"].map((title) => text(title, styles.header)),
      ...[...titles, ...cagb, "Différence en tout"].map((title) => text(title, styles.headerNumber)),
    ],
    true,
  );
}

interface Row {
  readonly lead: readonly DraftCell[];
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
}

/** Communes, what is borne of each now and on trial, and their total; gives its row. */
export function writeCommunes(
  draft: Draft,
  simulation: Simulation,
  fiches: ReadonlyMap<string, string>,
  places: Places,
): number {
  const { communes } = simulation;
  const first = draft.next;
  communes.forEach((commune, index) => {
    const lead = leadOf(commune, fiches);
    const amounts = amountCells(draft.next, { ...commune, lead }, styles.line, () => undefined);
    places.mark(rowNames.commune(commune.commune), draft.add(amounts, index === communes.length - 1));
  });
  const last = draft.next - 1;
  const sum = (column: number) => (last < first ? undefined : sumDown(column, first, last));
  return draft.add(amountCells(draft.next, { ...simulation, lead: [text("Total", styles.total)] }, styles.total, sum));
}

function leadOf({ commune, byPayer }: SimulatedCommune, fiches: ReadonlyMap<string, string>): DraftCell[] {
  return [
    communeLink(commune, fiches),
    imported(commune.insee, styles.line),
    text(directionOf(byPayer.commune), styles.line),
  ];
}

function directionOf({ difference: amount }: Change): string {
  return amount.isZero() ? "autant" : amount.isPositive() ? "plus" : "moins";
}

/** A row's cells: `sum` is the formula of a column's amount, where it has one. */
function amountCells(
  row: number,
  { lead, byPayer, total }: Row,
  style: CellStyle,
  sum: (column: number) => string | undefined,
): DraftCell[] {
  const cells: DraftCell[] = widths.map((_width, column) => lead[column] ?? empty(style));
  for (const payer of payers) {
    const columns = at[payer];
    const change = `${cellName(row, columns.after)}-${cellName(row, columns.before)}`;
    cells[columns.before] = euros(byPayer[payer].before, style, sum(columns.before));
    cells[columns.after] = euros(byPayer[payer].after, style, sum(columns.after));
    cells[columns.difference] = difference(byPayer[payer].difference, { ...style, bold: true }, change);
  }
  const both = payers.map((payer) => cellName(row, at[payer].difference)).join("+");
  cells[at.total] = difference(total.difference, { ...style, bold: true }, both);
  return cells;
}
