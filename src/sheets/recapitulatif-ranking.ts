import { cellName } from "../cells";
import { isBesancon, sum } from "../statement";
import type { CommuneTotal, Statement } from "../statement";
import { euros, imported, text } from "./cells";
import type { Draft, DraftCell } from "./draft";
import type { ModelChart } from "./model";
import type { PartColumns } from "./recapitulatif-charts";
import { chartColors, styles } from "./styles";

/** Communes that have a bar. */
const shown = 15;

/** The amounts of « Récapitulatif » that a row of the ranking says again: their zero-based row above. */
interface Ranked {
  readonly total: CommuneTotal;
  readonly row: number;
}

/**
 * The fifteen communes that are claimed most, in a table of formulas over the one above, and in bars. All others together,
 * then Besançon, end the table alone: at their scale the bars would be hidden. No chart where no other commune is billed.
 */
export function writeRanking(
  draft: Draft,
  statement: Statement,
  firstRow: number,
  columns: PartColumns,
): ModelChart | null {
  const billed = statement.byCommune
    .map((total, index): Ranked => ({ total, row: firstRow + index }))
    .filter(({ total: { due, cagb } }) => !due.isZero() || !cagb.isZero());
  const besancon = billed.filter(({ total }) => isBesancon(total.commune));
  const others = billed.filter((one) => !besancon.includes(one)).sort((a, b) => b.total.due.comparedTo(a.total.due));
  if (others.length === 0) return null;
  // One more has its own bar: « 1 autre commune » would say less in as much room.
  const cut = others.length === shown + 1 ? others.length : Math.min(shown, others.length);
  const rest = others.slice(cut);

  draft.space();
  draft.section("Les communes, de la plus forte quote-part à la plus faible");
  writeTitles(draft, columns);
  const first = draft.next;
  for (const one of others.slice(0, cut)) writeRow(draft, one.total.commune.name, [one], columns);
  const last = draft.next - 1;
  if (rest.length > 0) writeRow(draft, `${rest.length} autres communes (hors graphique)`, rest, columns);
  for (const one of besancon) writeRow(draft, `${one.total.commune.name} (hors graphique)`, [one], columns);
  return chartOf(draft, first, last, columns);
}

function writeTitles(draft: Draft, columns: PartColumns): void {
  const titles: DraftCell[] = [text("Commune", styles.header)];
  titles[columns.cagb] = text("Part de la CAGB", styles.headerNumber);
  titles[columns.due] = text("Quote-part à refacturer", styles.headerNumber);
  titles[columns.total] = text("Total", styles.headerNumber);
  draft.band(titles, styles.header, true);
}

function writeRow(draft: Draft, name: string, communes: readonly Ranked[], columns: PartColumns): void {
  const row = draft.next;
  const cells: DraftCell[] = [imported(name, styles.line)];
  const above = (column: number) => communes.map((one) => cellName(one.row, column)).join("+");
  const cagb = sum(communes.map(({ total }) => total.cagb));
  const due = sum(communes.map(({ total }) => total.due));
  cells[columns.cagb] = euros(cagb, styles.line, above(columns.cagb));
  cells[columns.due] = euros(due, { ...styles.line, bold: true }, above(columns.due));
  cells[columns.total] = euros(
    cagb.plus(due),
    styles.line,
    `${cellName(row, columns.cagb)}+${cellName(row, columns.due)}`,
  );
  draft.band(cells, styles.line, true);
}

function chartOf(draft: Draft, firstRow: number, lastRow: number, columns: PartColumns): ModelChart {
  draft.space(true);
  return {
    kind: "bar-stacked",
    title: "Part de la CAGB et quote-part des communes, en euros",
    categories: { column: 0, firstRow, lastRow },
    series: [
      { title: "Part de la CAGB", column: columns.cagb, color: chartColors.cagb, labels: null },
      { title: "Quote-part de la commune", column: columns.due, color: chartColors.commune, labels: null },
    ],
    hasLegend: true,
    anchor: { ...draft.takeRows(Math.max(12, 6 + (lastRow - firstRow + 1))), left: 0, right: columns.total },
    altText:
      "Barres empilées, une par commune, de la plus forte quote-part à la plus faible : la part que prend en charge la CAGB et la quote-part qu’elle refacture à la commune.",
  };
}
