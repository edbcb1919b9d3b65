import { axisFormat, type ChartKind, type ChartSeries, type DataBars, type ModelChart } from "../../documents";

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
  /** What it tells; null or absent where it keeps the title that it has. */
  readonly title?: string | null;
}

/** Queues the question of which charts a sheet has; ours are the first, which were there before any other. */
export function askCharts(sheet: Excel.Worksheet): () => ChartPlace[] {
  // No more is asked: of some kinds of charts, Excel refuses to tell the title, and the request with it.
  const charts = sheet.charts.load("items/name,items/top,items/left,items/width,items/height");
  return () => charts.items.map(({ name, top, left, width, height }) => ({ name, top, left, width, height }));
}

/** Returns what a model's chart is drawn from, and what it tells of it. */
export function sourceOf({ categories, series, title, titleCell }: ModelChart): ChartSource {
  const { firstRow, lastRow, column } = categories;
  const told = titleCell === undefined ? null : title;
  return { firstRow, lastRow, categories: column, series: series.map((one) => one.column), title: told };
}

const types = {
  "bar-stacked": "BarStacked",
  "bar-stacked-100": "BarStacked100",
  column: "ColumnClustered",
} as const satisfies Record<ChartKind, string>;

/** Draws a model's chart on a sheet, after those that it has. */
export function addChart(sheet: Excel.Worksheet, model: ModelChart): void {
  const source = sourceOf(model);
  // Excel may take a single cell for all that is filled around it; series are pointed at their own cells below.
  const atLeastTwo = { ...source, lastRow: Math.max(source.lastRow, source.firstRow + 1) };
  const chart = sheet.charts.add(types[model.kind], columnOf(sheet, atLeastTwo, source.series[0]!), "Columns");
  // Excel tells a screen reader nothing else of a chart before a later ExcelApi.
  chart.name = model.altText;
  chart.title.text = model.title;
  // What it is drawn from may be out of sight.
  chart.plotVisibleOnly = false;
  chart.axes.valueAxis.numberFormat = axisFormat;
  if (model.hasLegend) chart.legend.position = "Bottom";
  else chart.legend.visible = false;
  model.series.forEach(({ title, column, color, labels }, index) => {
    const series = index === 0 ? chart.series.getItemAt(0) : chart.series.add(title);
    series.name = title;
    pointSeries(series, sheet, source, column);
    series.format.fill.setSolidColor(`#${color}`);
    series.gapWidth = 50;
    series.overlap = 100;
    if (labels !== null) writeLabels(series, labels);
  });
  // Bars are drawn from the bottom up: reversed, they read in the order of the rows. The scale follows the first of them, and
  // would stand at the top, unless it crosses at the last.
  if (model.kind !== "column") chart.axes.categoryAxis.set({ reversePlotOrder: true, position: "Maximum" });
  // Values are written on these bars: no scale of shares, no lines behind columns.
  if (model.kind === "bar-stacked-100") chart.axes.valueAxis.visible = false;
  if (model.kind !== "bar-stacked") chart.axes.valueAxis.majorGridlines.visible = false;
  // Beside zero, names would be written over the columns that go down.
  if (model.kind === "column") chart.axes.categoryAxis.tickLabelPosition = "Low";
  anchorChart(chart, sheet, model);
}

function writeLabels(series: Excel.ChartSeries, { format, color, at }: NonNullable<ChartSeries["labels"]>): void {
  series.hasDataLabels = true;
  const { dataLabels } = series;
  dataLabels.showValue = true;
  dataLabels.position = at === "center" ? "Center" : "OutsideEnd";
  dataLabels.numberFormat = format;
  dataLabels.format.font.color = `#${color}`;
}

/** Has each of a model's charts stand on its sheet: those that are there already, in their order, are moved. */
export function placeCharts(
  sheet: Excel.Worksheet,
  present: readonly ChartPlace[],
  models: readonly ModelChart[],
): void {
  models.forEach((model, index) => {
    const chart = present[index];
    if (chart === undefined) addChart(sheet, model);
    else moveChart(sheet, chart.name, model);
  });
}

/** Points an existing chart at the cells of its new rows, has it tell what they do, and stands it where the model says: it keeps its look. */
function moveChart(sheet: Excel.Worksheet, name: string, model: ModelChart): void {
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
  if (source.title != null) chart.title.text = source.title;
  source.series.forEach((column, index) => pointSeries(chart.series.getItemAt(index), sheet, source, column));
}

function pointSeries(series: Excel.ChartSeries, sheet: Excel.Worksheet, source: ChartSource, column: number): void {
  series.setValues(columnOf(sheet, source, column));
  series.setXAxisValues(columnOf(sheet, source, source.categories));
}

function anchorChart(chart: Excel.Chart, sheet: Excel.Worksheet, { anchor }: ModelChart): void {
  chart.setPosition(sheet.getCell(anchor.top, anchor.left), sheet.getCell(anchor.bottom, anchor.right));
}

function columnOf(
  sheet: Excel.Worksheet,
  { firstRow, lastRow }: Pick<ChartSource, "firstRow" | "lastRow">,
  column: number,
): Excel.Range {
  return sheet.getRangeByIndexes(firstRow, column, lastRow - firstRow + 1, 1);
}

/**
 * Puts bars behind the numbers of a sheet that has none. They are drawn where they stay, not where the content is built:
 * whether a copy carries them, or adds them to others, then matters to what is undone alone.
 */
export function addDataBars(sheet: Excel.Worksheet, models: readonly DataBars[]): void {
  // The last one added comes first.
  for (const { column, firstRow, lastRow, fill, line } of [...models].reverse()) {
    const { dataBar } = columnOf(sheet, { firstRow, lastRow }, column).conditionalFormats.add("DataBar");
    dataBar.positiveFormat.gradientFill = false;
    dataBar.positiveFormat.fillColor = `#${fill}`;
    dataBar.positiveFormat.borderColor = `#${line}`;
    dataBar.lowerBoundRule = { type: "Number", formula: "0" };
    // Of bounds that Excel is to find by itself, it draws one bar only.
    dataBar.upperBoundRule = { type: "HighestValue" };
  }
}
