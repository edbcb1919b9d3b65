import type { WriteSheet } from "hucre/xlsx";
import type { ChartKind, ModelChart } from "../../documents";
import { columnRange } from "../chart-names";

type DrawnChart = NonNullable<WriteSheet["charts"]>[number];

const kinds: Readonly<Record<ChartKind, Pick<DrawnChart, "type" | "barGrouping" | "axes">>> = {
  // Bars are drawn from the bottom up: reversed, they read in the order of the rows. The scale follows the first of them, and
  // would stand at the top, unless it crosses at the last.
  "bar-stacked": { type: "bar", barGrouping: "stacked", axes: { x: { reverse: true }, y: { crosses: "max" } } },
  "bar-stacked-100": {
    type: "bar",
    barGrouping: "percentStacked",
    // Shares are written on it.
    axes: { x: { reverse: true }, y: { crosses: "max", hidden: true } },
  },
  // Columns cut at their foot would tell a small change for a large one.
  "column-stacked": { type: "column", barGrouping: "stacked", axes: { y: { scale: { min: 0 } } } },
};

/** The colour of a series that is not to be seen, until `clearUnseen`: hucre knows no bar without a fill. */
const unseen = "FFFFFF";
const unseenLook = new RegExp(
  `<c:spPr>(?:(?!</c:spPr>).)*<a:srgbClr val="${unseen}"/>(?:(?!</c:spPr>).)*</c:spPr>`,
  "g",
);

/** The part of a chart, in which what is not to be seen has neither fill nor line. */
export function clearUnseen(part: string): string {
  return part.replace(unseenLook, "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
}

/** A chart as hucre writes it, over the cells of the sheet of that name. */
export function drawChart(chart: ModelChart, sheetName: string): DrawnChart {
  const range = (column: number) => columnRange(sheetName, { ...chart.categories, column });
  return {
    ...kinds[chart.kind],
    overlap: 100,
    gapWidth: 50,
    title: chart.title,
    legend: chart.hasLegend ? "bottom" : false,
    altText: chart.altText,
    series: chart.series.map(({ title, column, color, labels }) => ({
      name: title,
      color: color ?? unseen,
      categories: range(chart.categories.column),
      values: range(column),
      ...(labels === null
        ? {}
        : {
            dataLabels: {
              showValue: true,
              position: labels.at === "center" ? ("ctr" as const) : ("inBase" as const),
              numberFormat: { formatCode: labels.format },
              fontColor: labels.color,
            },
          }),
    })),
    anchor: {
      from: { row: chart.anchor.top, col: chart.anchor.left },
      to: { row: chart.anchor.bottom + 1, col: chart.anchor.right + 1 },
    },
  };
}
