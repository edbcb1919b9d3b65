import type { Decimal } from "decimal.js";
import { cellName } from "../cells";
import { sum } from "../statement";
import type { Nature, TariffRow } from "../tariff";
import { natures, type Basis } from "./repartition";
import { euros, imported, sumDown, text, type Place } from "./kit/cells";
import type { Page, PageCell } from "./kit/page";
import type { ModelChart } from "./kit/model";
import { chartColors, styles } from "./kit/styles";

/** A base, and where its amount stands on the sheet. */
interface PlacedAmount extends Basis {
  readonly places: { readonly amount: Place };
}

/** Columns of the small table: names spread over the blank cells beside them, amounts under those of the large one. */
const columns = { prestation: 0, installation: 5, maintenance: 9, total: 11 } as const;

interface Weighed {
  readonly tariff: TariffRow;
  readonly amounts: Readonly<Record<Nature, readonly PlacedAmount[]>>;
  readonly total: Decimal;
}

/**
 * What weighs most, the heaviest prestation first, whoever bears it: a table of formulas over the one above, and its bars
 * below. Gives no chart where nothing is billed.
 */
export function writeByWeight(
  draft: Page,
  grid: readonly TariffRow[],
  bases: readonly PlacedAmount[],
): ModelChart | null {
  const weighed = byWeight(grid, bases);
  if (weighed.length === 0) return null;
  draft.space();
  draft.section("De la prestation qui coûte le plus à celle qui coûte le moins");
  const titles: PageCell[] = [];
  titles[columns.prestation] = text("Prestation", styles.header);
  titles[columns.installation] = text("Installation", styles.headerNumber);
  titles[columns.maintenance] = text("Maintenance", styles.headerNumber);
  titles[columns.total] = text("Total", styles.headerNumber);
  draft.band(titles, styles.header, true);
  const first = draft.next;
  for (const one of weighed) writePrestation(draft, one);
  const last = draft.next - 1;
  const totals: PageCell[] = [];
  totals[columns.prestation] = text("Total", styles.total);
  for (const nature of natures)
    totals[columns[nature]] = euros(
      sum(weighed.flatMap(({ amounts }) => amounts[nature].map(({ amount }) => amount))),
      styles.total,
      sumDown(columns[nature], first, last),
    );
  totals[columns.total] = euros(
    sum(weighed.map(({ total }) => total)),
    styles.total,
    sumDown(columns.total, first, last),
  );
  draft.band(totals, styles.total);
  return addChart(draft, first, last);
}

/** Sorted by amount; prestations of the same amount stay in the grid's order. */
function byWeight(grid: readonly TariffRow[], bases: readonly PlacedAmount[]): Weighed[] {
  return grid
    .map((tariff): Weighed => {
      const own = bases.filter((basis) => basis.tariff === tariff);
      const of = (nature: Nature) => own.filter((basis) => basis.nature === nature);
      const amounts = { installation: of("installation"), maintenance: of("maintenance") };
      return { tariff, amounts, total: sum(own.map(({ amount }) => amount)) };
    })
    .filter(({ total }) => total.greaterThan(0))
    .sort((a, b) => b.total.comparedTo(a.total));
}

function writePrestation(draft: Page, { tariff, amounts, total }: Weighed): void {
  const row = draft.next;
  const cells: PageCell[] = [];
  cells[columns.prestation] = imported(tariff.prestation, styles.line);
  for (const nature of natures) {
    const parts = amounts[nature];
    const formula = parts.map(({ places: { amount } }) => cellName(amount.row, amount.column)).join("+");
    cells[columns[nature]] = euros(
      sum(parts.map(({ amount }) => amount)),
      styles.line,
      formula === "" ? undefined : formula,
    );
  }
  const bothNatures = `${cellName(row, columns.installation)}+${cellName(row, columns.maintenance)}`;
  cells[columns.total] = euros(total, { ...styles.line, bold: true }, bothNatures);
  draft.band(cells, styles.line, true);
}

function addChart(draft: Page, firstRow: number, lastRow: number): ModelChart {
  draft.space();
  return {
    kind: "bar-stacked",
    title: "Ce que coûte chaque prestation, en euros",
    categories: { column: columns.prestation, firstRow, lastRow },
    series: [
      { title: "Installation", column: columns.installation, color: chartColors.commune, labels: null },
      { title: "Maintenance", column: columns.maintenance, color: chartColors.cagb, labels: null },
    ],
    hasLegend: true,
    anchor: { ...draft.takeRows(8 + 2 * (lastRow - firstRow + 1)), left: 0, right: columns.total },
    altText: "Barres empilées par prestation, de la plus lourde à la plus légère : installation et maintenance.",
  };
}
