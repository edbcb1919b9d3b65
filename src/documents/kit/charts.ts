import { Decimal } from "decimal.js";
import { share, type PageCell } from "./cells";
import { formulaOf, type Place } from "./formula";
import type { CellStyle, ModelChart } from "./model";
import { partNames, type Say } from "./say";
import { chartColors, chartLabels, differenceFormat, shareFormat } from "./styles";

/** The total of a titre and the part of the CAGB; the communes pay the rest. */
interface TitreParts {
  readonly cagb: Decimal;
  readonly total: Decimal;
}

/** Decimals of a share: `37,2 %`. */
const shareDigits = 3;

/** Returns both parts of a titre, between 0 and 1, to a tenth of a percent; both are 0 when nothing is billed. */
export function sharesOf({ cagb, total }: TitreParts): Readonly<Record<"cagb" | "communes", Decimal>> {
  if (total.isZero()) return { cagb: new Decimal(0), communes: new Decimal(0) };
  const rounded = cagb.div(total).toDecimalPlaces(shareDigits, Decimal.ROUND_HALF_UP);
  return { cagb: rounded, communes: new Decimal(1).minus(rounded) };
}

/**
 * Returns the cells of both shares of a titre; the second is the rest of the first. They have no formula when nothing
 * is billed. `at`: the cells of the CAGB's part, of the total, and of the CAGB's share itself.
 */
export function shareCells(
  titre: TitreParts,
  at: Readonly<Record<"cagb" | "total" | "share", Place>>,
  style: CellStyle,
): Readonly<Record<"cagb" | "communes", PageCell>> {
  const { cagb, communes } = sharesOf(titre);
  if (titre.total.isZero()) return { cagb: share(cagb, style), communes: share(communes, style) };
  return {
    cagb: share(cagb, style, formulaOf`ROUND(${at.cagb}/${at.total},${shareDigits})`),
    communes: share(communes, style, formulaOf`1-${at.share}`),
  };
}

/** The texts of a chart, with the cell that repeats its title, and its place. */
type ChartTexts = Pick<ModelChart, "title" | "titleCell" | "altText" | "anchor">;

/** Makes the chart of who pays what: one bar for each row of shares, each as long as the others. */
export function sharesChart(
  columns: { readonly label: number; readonly cagb: number; readonly communes: number },
  { first, last }: { readonly first: number; readonly last: number },
  say: Say,
  texts: Omit<ChartTexts, "altText">,
): ModelChart {
  return {
    kind: "bar-stacked-100",
    categories: { column: columns.label, firstRow: first, lastRow: last },
    series: [
      {
        title: say(partNames.cagb),
        column: columns.cagb,
        color: chartColors.cagb,
        labels: { format: shareFormat, color: chartLabels.cagb, at: "center" },
      },
      {
        title: say(partNames.commune),
        column: columns.communes,
        color: chartColors.commune,
        labels: { format: shareFormat, color: chartLabels.commune, at: "center" },
      },
    ],
    hasLegend: true,
    ...texts,
    altText: say`Une barre de 100 % : la part du titre que [la CAGB] prend en charge, et celle [des communes].`,
  };
}

/** Returns a part as a percentage, `37,2 %`. */
export function percent(part: Decimal): string {
  return `${part.times(100).toFixed(1).replace(".", ",")}\u00a0%`;
}

/**
 * Makes the chart of the steps from one titre to another: a column for each effect, up or down from zero, so that
 * effects are visible beside the titres. `column`: of the signed effects.
 */
export function effectsChart(
  categories: ModelChart["categories"],
  column: number,
  anchor: ModelChart["anchor"],
): ModelChart {
  const labels = { format: differenceFormat, color: chartLabels.commune, at: "end" } as const;
  return {
    kind: "column",
    title: "Ce qui s’ajoute et ce qui se retranche, en euros",
    categories,
    series: [{ title: "Écart", column, color: chartColors.commune, labels }],
    hasLegend: false,
    anchor,
    altText: "Colonnes : ce que chaque étape ajoute au titre ou en retranche, de part et d’autre de zéro.",
  };
}
