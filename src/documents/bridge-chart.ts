import type { ModelChart } from "./model";
import { chartColors, chartLabels, moneyFormat } from "./styles";

/** Columns of a table of steps that its columns are drawn from. */
interface BridgeColumns {
  readonly step: number;
  /** What a rise or a fall stands on, not to be seen. */
  readonly base: number;
  readonly amount: number;
  readonly rise: number;
  readonly fall: number;
}

/** From one titre to another, a step a row: columns of which each starts where the one before ends. A value that is nothing is not written. */
export function bridgeChart(
  columns: BridgeColumns,
  { first, last }: { readonly first: number; readonly last: number },
  said: Pick<ModelChart, "title" | "altText" | "anchor">,
): ModelChart {
  const effect = { color: chartColors.commune };
  const written = (sign: string) => ({
    format: `${sign}${moneyFormat};;`,
    color: chartLabels.commune,
    at: "foot" as const,
  });
  return {
    kind: "column-stacked",
    categories: { column: columns.step, firstRow: first, lastRow: last },
    series: [
      { title: "Pour le graphique", column: columns.base, color: null, labels: null },
      {
        title: "Titre",
        column: columns.amount,
        color: chartColors.cagb,
        labels: { format: `${moneyFormat};;`, color: chartLabels.cagb, at: "center" },
      },
      { title: "Hausse", column: columns.rise, ...effect, labels: written("+") },
      { title: "Baisse", column: columns.fall, ...effect, labels: written("-") },
    ],
    hasLegend: false,
    ...said,
  };
}
