import { axisFormat, type ChartKind, type ChartSeries, type DataBars, type ModelChart } from "../../documents";

/** The position of a chart on its sheet, in points, and the name by which Excel knows it. */
export interface ChartPlace {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** The cells of its sheet that a chart is drawn from; rows and columns are zero-based. */
export interface ChartSource {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly categories: number;
  readonly series: readonly number[];
  /** The title of the chart; null or absent when its present title is kept. */
  readonly title?: string | null;
}

/** Queues a request for the charts of a sheet. Those of this program come first, because they are the oldest. */
export function askCharts(sheet: Excel.Worksheet): () => ChartPlace[] {
  // Nothing else is loaded: for some chart types Excel refuses the title, and the whole request with it.
  const charts = sheet.charts.load("items/name,items/top,items/left,items/width,items/height");
  return () => charts.items.map(({ name, top, left, width, height }) => ({ name, top, left, width, height }));
}

/** Returns the source cells of a model's chart; the title is null when it is not tied to a cell. */
export function sourceOf({ categories, series, title, titleCell }: ModelChart): ChartSource {
  const { firstRow, lastRow, column } = categories;
  const tiedTitle = titleCell === undefined ? null : title;
  return { firstRow, lastRow, categories: column, series: series.map((one) => one.column), title: tiedTitle };
}

const types = {
  "bar-stacked": "BarStacked",
  "bar-stacked-100": "BarStacked100",
  column: "ColumnClustered",
} as const satisfies Record<ChartKind, string>;

/** Draws a model's chart on a sheet, after the existing ones. */
export function addChart(sheet: Excel.Worksheet, model: ModelChart): void {
  const source = sourceOf(model);
  // Excel may extend a single cell to the filled region around it; each series is set to its own cells below.
  const atLeastTwo = { ...source, lastRow: Math.max(source.lastRow, source.firstRow + 1) };
  const chart = sheet.charts.add(types[model.kind], columnOf(sheet, atLeastTwo, source.series[0]!), "Columns");
  // Earlier versions of the API give a screen reader only the chart's name.
  chart.name = model.altText;
  chart.title.text = model.title;
  // The source cells may be hidden.
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
  // Bars are drawn from the bottom up: reversing the axis makes them read in the order of the rows. The value axis
  // would then move to the top, unless it crosses at the maximum.
  if (model.kind !== "column") chart.axes.categoryAxis.set({ reversePlotOrder: true, position: "Maximum" });
  // These bars have data labels, so they need no value axis; and columns need no lines behind them.
  if (model.kind === "bar-stacked-100") chart.axes.valueAxis.visible = false;
  if (model.kind !== "bar-stacked") chart.axes.valueAxis.majorGridlines.visible = false;
  // Beside zero, category labels would overlap the negative columns.
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

/** Draws the charts of a model on its sheet; existing charts are moved, in their order. */
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

/** Changes the source cells, title and position of an existing chart; its look does not change. */
function moveChart(sheet: Excel.Worksheet, name: string, model: ModelChart): void {
  const chart = sheet.charts.getItem(name);
  pointChart(chart, sheet, sourceOf(model));
  anchorChart(chart, sheet, model);
}

/** Restores the position and source cells of a chart. */
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
 * Adds data bars to a sheet that has none. They are added to the document and not to the staging sheet, so that whether
 * a copy carries them, or duplicates them, only matters to an undo.
 */
export function addDataBars(sheet: Excel.Worksheet, models: readonly DataBars[]): void {
  // The last one added has the highest priority.
  for (const { column, firstRow, lastRow, fill, line } of [...models].reverse()) {
    const { dataBar } = columnOf(sheet, { firstRow, lastRow }, column).conditionalFormats.add("DataBar");
    dataBar.positiveFormat.gradientFill = false;
    dataBar.positiveFormat.fillColor = `#${fill}`;
    dataBar.positiveFormat.borderColor = `#${line}`;
    dataBar.lowerBoundRule = { type: "Number", formula: "0" };
    // With automatic bounds, Excel draws one bar only.
    dataBar.upperBoundRule = { type: "HighestValue" };
  }
}
