import { isCreditor, type Convention } from "../tariff";
import type { Decimal } from "decimal.js";
import { formatEuros } from "../money";
import { sum, type CommuneTotal } from "../statement";
import { euros, text } from "./kit/cells";
import { percent } from "./kit/charts";
import { plus, same } from "./kit/formula";
import type { CellStyle, DataBars, ModelChart } from "./kit/model";
import type { Page } from "./kit/page";
import { partNames, type Say } from "./kit/say";
import { barColors, bold, chartColors, styles } from "./kit/styles";
import { columnHelper, table, type Cells } from "./kit/table";

/**
 * The maximum number of communes in the chart: more bars would be too thin, and each commune has a bar in the table.
 */
const charted = 15;

/** A commune, and the cells of its row in the table above. */
interface RankedCommune {
  readonly total: CommuneTotal;
  readonly row: Cells<"cagb" | "due">;
}

interface Ranking {
  readonly chart: ModelChart;
  readonly bars: DataBars;
}

/** `end`: the last column under the chart. */
type PartColumns = Readonly<Record<"cagb" | "due" | "total" | "end", number>>;

/**
 * Creates the table of the ranking, with one-line titles: fifty-nine communes, Besançon and the total fit on one page,
 * with the repeated titles.
 */
function rankingTable({ cagb, due, total }: PartColumns) {
  const column = columnHelper<RankedCommune & { readonly name: string }, "cagb" | "due">();
  return table({
    columns: {
      commune: column.imported("[Commune]", null, ({ name }) => name),
      due: column.cell("Quote-part", { under: due }, (one, _at, style) =>
        euros(one.total.due, bold(style), same(one.row.due)),
      ),
      cagb: column.cell("Part [CAGB]", { under: cagb }, (one, _at, style) =>
        euros(one.total.cagb, style, same(one.row.cagb)),
      ),
      total: column.cell("Total", { under: total }, (one, at, style) =>
        euros(one.total.cagb.plus(one.total.due), style, plus(at.cagb, at.due)),
      ),
    },
  });
}

const lineAbove: CellStyle = { ...styles.line, borders: { top: "thin", bottom: "hair" } };

/**
 * Writes the billed communes in descending order of their share, in a table of formulas over the one above, and the
 * first ones in a chart. Besançon is last, after a line: at its scale the other bars would not be visible. Returns
 * null, and writes nothing, when no other commune is billed. `columns`: those of the table above; `hidden`: a column
 * out of sight.
 */
export function writeRanking(
  page: Page,
  communes: readonly RankedCommune[],
  columns: PartColumns,
  {
    convention,
    hasPart,
    hidden,
  }: { readonly convention: Convention; readonly hasPart: boolean; readonly hidden: number },
): Ranking | null {
  const billed = communes.filter(({ total: { due, cagb } }) => !due.isZero() || !cagb.isZero());
  const besancon = billed.filter(({ total }) => isCreditor(total.commune, convention));
  const others = billed.filter((one) => !besancon.includes(one)).sort((a, b) => b.total.due.comparedTo(a.total.due));
  if (others.length === 0) return null;

  page.space();
  // A few rows stay below the table that they come from; a long ranking is a page of its own.
  if (others.length > charted) page.startPage();
  const chartedOnly =
    others.length > charted ? page.say` (graphique\u00a0: les ${charted} [commune:premières|premiers])` : "";
  const section = page.section(page.say`[Les communes], de la plus forte quote-part à la plus faible${chartedOnly}`);
  const ranking = rankingTable(columns);
  const named = (one: RankedCommune, suffix = "") => ({ ...one, name: one.total.commune.name + suffix });
  const header = ranking.titles(page);
  const { first, last } = ranking.rows(
    page,
    others.map((one) => named(one)),
    { keep: Infinity },
  );
  const unbarred = besancon.map((one) => named(one, " (hors barres et graphique)"));
  const end = ranking.rows(page, unbarred, { style: lineAbove, keep: Infinity });
  const cagb = sum(billed.map(({ total }) => total.cagb));
  const due = sum(billed.map(({ total }) => total.due));
  const bottom = section + Math.max(12, 6 + Math.min(charted, others.length));
  const total = { label: "Total", cells: { due, cagb, total: cagb.plus(due) }, keep: page.next < bottom };
  ranking.total(page, total, { first, last: end.last });
  // The chart on the right may be higher than the table: no page cuts it.
  while (page.next <= bottom) page.space(page.next < bottom);
  const bars = { column: columns.due, firstRow: first, lastRow: last, ...barColors };
  const anchor = { top: section + 1, bottom, left: columns.total + 1, right: columns.end };
  const title = rankingFinding(others, besancon, due, page.say);
  page.overwrite(header, hidden, text(title));
  return {
    chart: { ...chartOf(bars, columns, anchor, hasPart, page.say), title, titleCell: { row: header, column: hidden } },
    bars,
  };
}

/**
 * Returns the commune that owes most, except Besançon: « Hors Besançon (60,9 % des quotes-parts), École-Valentin doit
 * la plus forte : 1 985,23 € ».
 */
function rankingFinding(
  [most]: readonly RankedCommune[],
  [besancon]: readonly RankedCommune[],
  whole: Decimal,
  say: Say,
): string {
  const due = most?.total.due;
  if (due === undefined || due.isZero()) return say`[Aucune commune] ne doit de quote-part`;
  const { name } = most!.total.commune;
  const own = besancon?.total.due;
  if (own === undefined || own.isZero()) return `${name} doit la plus forte quote-part\u00a0: ${formatEuros(due)}`;
  const aside = `Hors ${besancon!.total.commune.name} (${percent(own.div(whole))} des quotes-parts)`;
  return `${aside}, ${name} doit la plus forte\u00a0: ${formatEuros(due)}`;
}

/** Returns the chart of the first communes of the ranking. */
function chartOf(
  { firstRow, lastRow }: DataBars,
  columns: PartColumns,
  anchor: ModelChart["anchor"],
  hasPart: boolean,
  say: Say,
): Omit<ModelChart, "title"> {
  return {
    kind: "bar-stacked",
    categories: { column: 0, firstRow, lastRow: Math.min(lastRow, firstRow + charted - 1) },
    series: [
      ...(hasPart ? [{ title: say(partNames.cagb), column: columns.cagb, color: chartColors.cagb, labels: null }] : []),
      { title: say("Quote-part [de la commune]"), column: columns.due, color: chartColors.commune, labels: null },
    ],
    hasLegend: true,
    anchor,
    altText: say`Barres empilées, une par [commune], de la plus forte quote-part à la plus faible${hasPart ? say(" : [CAGB] et [commune]") : ""}.`,
  };
}
