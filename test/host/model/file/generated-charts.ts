import type { ChartKind, ChartSeries, ModelChart } from "../../../../src/documents";
import type { HostChart, HostSeries } from "../state/chart";

const kinds: Readonly<Record<string, ChartKind>> = {
  BarStacked: "bar-stacked",
  BarStacked100: "bar-stacked-100",
  ColumnClustered: "column",
};

/** A chart read back as what the documents are made of. Throws where it is drawn as none of theirs is. */
export function chartOf(chart: HostChart): ModelChart {
  const { series, sheet, anchor, legend } = chart;
  const [kind, categories] = [kinds[chart.type], series[0]?.categories];
  const isOurs =
    (legend === "Bottom" || legend === null) &&
    chart.reverseCategories === (kind !== "column") &&
    chart.valuesCross === (kind === "column" ? "Automatic" : "Maximum") &&
    chart.hasValueAxis === (kind !== "bar-stacked-100") &&
    chart.namesAt === (kind === "column" ? "Low" : "NextToAxis") &&
    (kind === "bar-stacked" || !chart.hasGridlines) &&
    chart.valueFormat === "#,##0" &&
    !chart.plotVisibleOnly &&
    series.every(({ gapWidth, overlap }) => gapWidth === 50 && overlap === 100);
  if (!isOurs || kind === undefined || categories == null)
    throw new Error(`A chart of « ${sheet.name} » is not drawn as those of documents.`);
  const rows = { firstRow: categories.top, lastRow: categories.bottom };
  for (const { name, values, categories: own } of series)
    if (values?.top !== rows.firstRow || values.bottom !== rows.lastRow || own?.top !== rows.firstRow)
      throw new Error(`A chart of « ${sheet.name} »: « ${name} » is not of the same rows.`);
  return {
    kind,
    title: chart.title,
    categories: { column: categories.left, ...rows },
    series: series.map(seriesOf),
    hasLegend: legend !== null,
    anchor,
    altText: chart.altText ?? "",
  };
}

const places: Readonly<Record<string, "center" | "end">> = { Center: "center", OutsideEnd: "end" };

function seriesOf({ name, values, color, labels }: HostSeries): ChartSeries {
  if (color === null) throw new Error(`« ${name} » has no colour.`);
  const at = labels === null ? undefined : places[labels.position];
  if (labels !== null && (!labels.showValue || at === undefined))
    throw new Error(`« ${name} » is not labelled as those of documents.`);
  return {
    title: name,
    column: values!.left,
    color,
    labels: labels && { format: labels.format, color: labels.color, at: at! },
  };
}
