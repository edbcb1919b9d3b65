import type { Decimal } from "decimal.js";
import { cellName } from "../cells";
import { isBesancon, sum, type CommuneTotal, type Statement } from "../statement";
import { euros, imported, sumDown, text } from "./kit/cells";
import type { Page, PageCell } from "./kit/page";
import type { CellStyle, DataBars, ModelChart } from "./kit/model";
import type { PartColumns } from "./recapitulatif";
import { barColors, chartColors, styles } from "./kit/styles";

/** Communes that are in the chart: more of them would be too thin to be read, and each has its bar in the table. */
const charted = 15;

/** The amounts of « Récapitulatif » that a row of the ranking says again: their zero-based row above. */
interface Ranked {
  readonly total: CommuneTotal;
  readonly row: number;
}

interface Ranking {
  readonly chart: ModelChart;
  readonly bars: DataBars;
}

/**
 * All communes that are billed, from the one that is claimed most to the one that is claimed least, in a table of formulas
 * over the one above: each finds its own row there, and its bar beside those of the others. The first of them in a chart.
 * Besançon ends the table alone: at its scale the bars would be hidden. Nothing where no other commune is billed.
 */
export function writeRanking(
  draft: Page,
  statement: Statement,
  firstRow: number,
  columns: PartColumns,
): Ranking | null {
  const billed = statement.byCommune
    .map((total, index): Ranked => ({ total, row: firstRow + index }))
    .filter(({ total: { due, cagb } }) => !due.isZero() || !cagb.isZero());
  const besancon = billed.filter(({ total }) => isBesancon(total.commune));
  const others = billed.filter((one) => !besancon.includes(one)).sort((a, b) => b.total.due.comparedTo(a.total.due));
  if (others.length === 0) return null;

  draft.space();
  // A few rows stay below the table that they come from; a long ranking is a page of its own.
  if (others.length > charted) draft.startPage();
  draft.section("Les communes, de la plus forte quote-part à la plus faible");
  writeTitles(draft, columns);
  const first = draft.next;
  for (const one of others) writeCommune(draft, one, one.total.commune.name, columns, usual);
  const bars = { column: columns.due, firstRow: first, lastRow: draft.next - 1, ...barColors };
  for (const one of besancon)
    writeCommune(draft, one, `${one.total.commune.name} (hors barres et graphique)`, columns, apart);
  writeTotal(draft, billed, first, columns);
  return { chart: addChart(draft, bars, columns), bars };
}

/** What the cells of a row look like, and its quote-part. */
interface RowStyles {
  readonly cells: CellStyle;
  readonly due: CellStyle;
}

const usual: RowStyles = { cells: styles.line, due: { ...styles.line, bold: true } };
const lineAbove: CellStyle = { ...styles.line, borders: { top: "thin", bottom: "hair" } };
const apart: RowStyles = { cells: lineAbove, due: { ...lineAbove, bold: true } };

/** Each on one line: fifty-nine communes, Besançon and the total hold on a page with the titles that it repeats. */
function writeTitles(draft: Page, columns: PartColumns): void {
  const titles: PageCell[] = [text("Commune", styles.header)];
  titles[columns.cagb] = text("Part CAGB", styles.headerNumber);
  titles[columns.due] = text("Quote-part", styles.headerNumber);
  titles[columns.total] = text("Total", styles.headerNumber);
  draft.band(titles, styles.header, true);
}

function writeCommune(
  draft: Page,
  { total: { cagb, due }, row }: Ranked,
  name: string,
  columns: PartColumns,
  look: RowStyles,
): void {
  const cells: PageCell[] = [imported(name, look.cells)];
  const both = `${cellName(draft.next, columns.cagb)}+${cellName(draft.next, columns.due)}`;
  cells[columns.cagb] = euros(cagb, look.cells, cellName(row, columns.cagb));
  cells[columns.due] = euros(due, look.due, cellName(row, columns.due));
  cells[columns.total] = euros(cagb.plus(due), look.cells, both);
  draft.band(cells, look.cells, true);
}

function writeTotal(draft: Page, billed: readonly Ranked[], first: number, columns: PartColumns): void {
  const last = draft.next - 1;
  const cagb = sum(billed.map(({ total }) => total.cagb));
  const due = sum(billed.map(({ total }) => total.due));
  const sumOf = (amount: Decimal, column: number) => euros(amount, styles.total, sumDown(column, first, last));
  const cells: PageCell[] = [text("Total", styles.total)];
  cells[columns.cagb] = sumOf(cagb, columns.cagb);
  cells[columns.due] = sumOf(due, columns.due);
  cells[columns.total] = sumOf(cagb.plus(due), columns.total);
  draft.band(cells, styles.total);
}

/** The chart of the first communes of the ranking; where they are not all, a line says how many they are. */
function addChart(draft: Page, ranked: DataBars, columns: PartColumns): ModelChart {
  const { firstRow } = ranked;
  const lastRow = Math.min(ranked.lastRow, firstRow + charted - 1);
  const count = lastRow - firstRow + 1;
  draft.space();
  if (lastRow < ranked.lastRow) draft.section(`Quote-part et part de la CAGB des ${count} premières communes`);
  return {
    kind: "bar-stacked",
    title: "Part de la CAGB et quote-part des communes, en euros",
    categories: { column: 0, firstRow, lastRow },
    series: [
      { title: "Part de la CAGB", column: columns.cagb, color: chartColors.cagb, labels: null },
      { title: "Quote-part de la commune", column: columns.due, color: chartColors.commune, labels: null },
    ],
    hasLegend: true,
    anchor: { ...draft.takeRows(Math.max(12, 6 + count)), left: 0, right: columns.total },
    altText: "Barres empilées, une par commune, de la plus forte quote-part à la plus faible : CAGB et commune.",
  };
}
