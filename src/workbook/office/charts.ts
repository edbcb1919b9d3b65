import type { ModelChart } from "../../sheets";

/** Where a chart stands on its sheet, in points, under the name that Excel knows it by. */
export interface ChartPlace {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** Zero-based cells of the chart's sheet that its bars are drawn from. */
export interface ChartSource {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly categories: number;
  readonly series: readonly number[];
}

/** Queues the question of which charts a sheet has; ours is the first, which was there before any other. */
export function askCharts(sheet: Excel.Worksheet): () => ChartPlace[] {
  const charts = sheet.charts.load("items/name,items/top,items/left,items/width,items/height");
  return () => charts.items.map(({ name, top, left, width, height }) => ({ name, top, left, width, height }));
}

export function sourceOf({ categories, series }: ModelChart): ChartSource {
  const { firstRow, lastRow, column } = categories;
  return { firstRow, lastRow, categories: column, series: series.map((one) => one.column) };
}

/** Draws a model's chart on a sheet that has none. */
export function addChart(sheet: Excel.Worksheet, model: ModelChart): void {
  const source = sourceOf(model);
  const chart = sheet.charts.add("BarStacked", columnOf(sheet, source, source.series[0]!), "Columns");
  // Excel tells a screen reader nothing else of a chart before a later ExcelApi.
  chart.name = model.altText;
  chart.title.text = model.title;
  chart.legend.position = "Bottom";
  model.series.forEach(({ title, column, color }, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(title);
    series.name = title;
    series.setValues(columnOf(sheet, source, column));
    series.setXAxisValues(columnOf(sheet, source, source.categories));
    series.format.fill.setSolidColor(`#${color}`);
    series.gapWidth = 50;
    series.overlap = 100;
  });
  // Bars are drawn from the bottom up: reversed, they read in the order of the rows.
  chart.axes.categoryAxis.reversePlotOrder = true;
  anchorChart(chart, sheet, model);
}

/** Points an existing chart at the cells of its new rows, and stands it where the model says: it keeps its look. */
export function moveChart(sheet: Excel.Worksheet, name: string, model: ModelChart): void {
  const chart = sheet.charts.getItem(name);
  pointChart(chart, sheet, sourceOf(model));
  anchorChart(chart, sheet, model);
}

/** Puts a chart back where it stood, over the cells it was drawn from. */
export function restoreChart(sheet: Excel.Worksheet, place: ChartPlace, source: ChartSource | null): void {
  const chart = sheet.charts.getItem(place.name);
  if (source !== null) pointChart(chart, sheet, source);
  chart.top = place.top;
  chart.left = place.left;
  chart.width = place.width;
  chart.height = place.height;
}

function pointChart(chart: Excel.Chart, sheet: Excel.Worksheet, source: ChartSource): void {
  source.series.forEach((column, index) => {
    const series = chart.series.getItemAt(index);
    series.setValues(columnOf(sheet, source, column));
    series.setXAxisValues(columnOf(sheet, source, source.categories));
  });
}

function anchorChart(chart: Excel.Chart, sheet: Excel.Worksheet, { anchor }: ModelChart): void {
  chart.setPosition(sheet.getCell(anchor.top, anchor.left), sheet.getCell(anchor.bottom, anchor.right));
}

function columnOf(sheet: Excel.Worksheet, { firstRow, lastRow }: ChartSource, column: number): Excel.Range {
  return sheet.getRangeByIndexes(firstRow, column, lastRow - firstRow + 1, 1);
}
