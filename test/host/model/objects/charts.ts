import { HostError, type Wire } from "../../host-object";
import type { Area } from "../state/area";
import { dimensionOf, HostChart, HostSeries, seriesOf } from "../state/chart";
import type { HostSheet } from "../state/sheet";
import { absolute } from "../formula/references";
import {
  booleanOf,
  colorOf,
  defineClass,
  numberOf,
  oneOf,
  stateOf,
  textOf,
  type Argument,
  type ModelObject,
  type ObjectOf,
} from "./define";
import { areaFrom, areaOf } from "./places";
import { presentSheet, writableSheet } from "./sheet-guards";
import { worksheet } from "./worksheet";

const types = [
  "BarStacked",
  "BarClustered",
  "BarStacked100",
  "ColumnClustered",
  "ColumnStacked",
  "Line",
  "Pie",
] as const;

const present = (chart: HostChart): void => {
  if (chart.sheet.isDeleted || !chart.sheet.charts.includes(chart)) throw new HostError("ItemNotFound");
};
const writable = (chart: HostChart): void => writableSheet(chart.sheet);
const guards = { present, writable };

function add(sheet: HostSheet, type: Argument, source: Argument): ModelObject<HostChart> {
  const chartType = oneOf(type, types, "type");
  const area = stateOf<Area>(source, "Range");
  if (area === undefined) throw new HostError("InvalidArgument", "A chart is made of a range.");
  writableSheet(sheet);
  const name = `Graphique ${sheet.charts.length + 1}`;
  const anchor = { top: 1, left: 3, bottom: 15, right: 10 };
  const added = new HostChart(sheet.book.newId("chart"), sheet, name, chartType, anchor);
  sheet.book.calculation.update();
  added.series.push(...seriesOf(area));
  sheet.charts.push(added);
  return chart(added);
}

function setPosition(self: HostChart, start: Argument, end: Argument): void {
  const from = areaFrom(self.sheet, start);
  const to = end === null || end === undefined ? null : areaFrom(self.sheet, end);
  const { anchor } = self;
  self.anchor = {
    top: from.top,
    left: from.left,
    bottom: to === null ? from.top + anchor.bottom - anchor.top : to.bottom,
    right: to === null ? from.left + anchor.right - anchor.left : to.right,
  };
}

/** A chart covers whole cells here: sizes in points go to the nearest ones. */
function placeAt(self: HostChart, edge: "top" | "left" | "height" | "width", value: Wire): void {
  const points = numberOf(value, edge);
  const { sheet, frame, anchor } = self;
  const along =
    edge === "top" || edge === "height"
      ? (row: number) => sheet.heightOf(row)
      : (column: number) => sheet.widthOf(column);
  if (edge === "top") self.anchor = shiftTo(anchor, cellAt(points, along), anchor.left);
  else if (edge === "left") self.anchor = shiftTo(anchor, anchor.top, cellAt(points, along));
  else if (edge === "height")
    self.anchor = { ...anchor, bottom: Math.max(anchor.top, cellAt(frame.top + points, along) - 1) };
  else self.anchor = { ...anchor, right: Math.max(anchor.left, cellAt(frame.left + points, along) - 1) };
}

function shiftTo(anchor: HostChart["anchor"], top: number, left: number): HostChart["anchor"] {
  return { top, left, bottom: top + anchor.bottom - anchor.top, right: left + anchor.right - anchor.left };
}

/** The row or column whose start is nearest to so many points. */
function cellAt(points: number, sizeOf: (place: number) => number): number {
  let place = 0;
  for (let used = 0; used + sizeOf(place) / 2 < points; place++) used += sizeOf(place);
  return place;
}

const chart: ObjectOf<HostChart> = defineClass<HostChart>("Chart", {
  ...guards,
  id: ({ id }) => id,
  writes: ["delete", "setPosition", "setData"],
  get: {
    id: ({ id }) => id,
    name: ({ name }) => name,
    chartType: ({ type }) => type,
    top: ({ frame }) => frame.top,
    left: ({ frame }) => frame.left,
    height: ({ frame }) => frame.height,
    width: ({ frame }) => frame.width,
  },
  set: {
    name: (self, value) => void (self.name = self.altText = textOf(value, "name")),
    chartType: (self, value) => void (self.type = oneOf(value, types, "chartType")),
    top: (self, value) => placeAt(self, "top", value),
    left: (self, value) => placeAt(self, "left", value),
    height: (self, value) => placeAt(self, "height", value),
    width: (self, value) => placeAt(self, "width", value),
  },
  navigate: {
    title: (self) => chartTitle(self),
    legend: (self) => chartLegend(self),
    series: (self) => seriesCollection(self),
    axes: (self) => chartAxes(self),
    worksheet: ({ sheet }) => worksheet(sheet),
  },
  call: {
    delete: ({ sheet, id }) =>
      void sheet.charts.splice(
        sheet.charts.findIndex((one) => one.id === id),
        1,
      ),
    setPosition,
    setData: (self, source) => {
      const area = stateOf<Area>(source, "Range");
      if (area === undefined) throw new HostError("InvalidArgument", "A chart is made of a range.");
      self.series.splice(0, Infinity, ...seriesOf(area));
    },
    activate: ({ sheet }) => sheet.book.activate(sheet),
  },
});

export const chartCollection = defineClass<HostSheet>("ChartCollection", {
  present: presentSheet,
  get: { count: ({ charts }) => charts.length },
  items: ({ charts }) => charts.map((one) => chart(one)),
  item: (sheet, key) => required(find(sheet, key)),
  call: {
    add: (sheet, type, source) => add(sheet, type, source),
    getCount: ({ charts }) => ({ value: charts.length }),
    getItem: (sheet, key) => required(find(sheet, key)),
    getItemOrNullObject: (sheet, key) => find(sheet, key),
    getItemAt: ({ charts }, place) =>
      required(charts[numberOf(place, "index")] === undefined ? null : chart(charts[place as number]!)),
  },
});

function find({ charts }: HostSheet, key: Argument): ModelObject<HostChart> | null {
  const found = charts.find(({ id, name }) => id === key || name === key);
  return found === undefined ? null : chart(found);
}

function required<S>(found: ModelObject<S> | null): ModelObject<S> {
  if (found === null) throw new HostError("ItemNotFound");
  return found;
}

const chartTitle = defineClass<HostChart>("ChartTitle", {
  ...guards,
  get: { text: ({ title }) => title, visible: ({ hasTitle }) => hasTitle, overlay: () => false },
  set: {
    text: (self, value) => {
      self.title = textOf(value, "text");
      self.hasTitle = true;
    },
    visible: (self, value) => void (self.hasTitle = booleanOf(value, "visible")),
  },
});

const places = ["Top", "Bottom", "Left", "Right", "Corner"] as const;

const chartLegend = defineClass<HostChart>("ChartLegend", {
  ...guards,
  get: { position: ({ legend }) => legend, visible: ({ legend }) => legend !== null, overlay: () => false },
  set: {
    position: (self, value) => void (self.legend = oneOf(value, places, "position")),
    visible: (self, value) => void (self.legend = booleanOf(value, "visible") ? (self.legend ?? "Right") : null),
  },
});

const chartAxes = defineClass<HostChart>("ChartAxes", {
  ...guards,
  navigate: { categoryAxis: (self) => categoryAxis(self) },
});

const categoryAxis = defineClass<HostChart>("ChartAxis", {
  ...guards,
  get: { reversePlotOrder: ({ reverseCategories }) => reverseCategories },
  set: { reversePlotOrder: (self, value) => void (self.reverseCategories = booleanOf(value, "reversePlotOrder")) },
});

interface Series {
  readonly chart: HostChart;
  readonly one: HostSeries;
}

const seriesGuards = {
  present: ({ chart: of, one }: Series): void => {
    present(of);
    if (!of.series.includes(one)) throw new HostError("ItemNotFound");
  },
  writable: ({ chart: of }: Series): void => writable(of),
};

const dimensions = ["Categories", "XValues", "Values", "YValues"] as const;

function areaOfDimension({ one }: Series, dimension: Argument): Area | null {
  const asked = oneOf(dimension, dimensions, "dimension");
  return asked === "Values" || asked === "YValues" ? one.values : one.categories;
}

function given(source: Argument): Area {
  const area = stateOf<Area>(source, "Range");
  if (area === undefined) throw new HostError("InvalidArgument", "A series is made of a range.");
  return areaOf(area.sheet, area);
}

const seriesItem: ObjectOf<Series> = defineClass<Series>("ChartSeries", {
  ...seriesGuards,
  writes: ["delete", "setValues", "setXAxisValues"],
  get: {
    name: ({ one }) => one.name,
    gapWidth: ({ one }) => one.gapWidth,
    overlap: ({ one }) => one.overlap,
    chartType: ({ chart: of }) => of.type,
    plotOrder: ({ chart: of, one }) => of.series.indexOf(one),
  },
  set: {
    name: ({ one }, value) => void (one.name = textOf(value, "name")),
    // Bars of one group share their gap and their overlap.
    gapWidth: ({ chart: of }, value) => of.series.forEach((one) => (one.gapWidth = numberOf(value, "gapWidth"))),
    overlap: ({ chart: of }, value) => of.series.forEach((one) => (one.overlap = numberOf(value, "overlap"))),
  },
  navigate: { format: (series) => seriesFormat(series) },
  call: {
    setValues: ({ one }, source) => void (one.values = given(source)),
    setXAxisValues: ({ one }, source) => void (one.categories = given(source)),
    delete: ({ chart: of, one }) => void of.series.splice(of.series.indexOf(one), 1),
    getDimensionValues: (series, dimension) => ({ value: dimensionOf(areaOfDimension(series, dimension)) }),
    getDimensionDataSourceString: (series, dimension) => {
      const area = areaOfDimension(series, dimension);
      return { value: area === null ? "" : absolute(area.sheet.name, area) };
    },
    getDimensionDataSourceType: () => ({ value: "LocalRange" }),
  },
});

const seriesFormat = defineClass<Series>("ChartSeriesFormat", {
  ...seriesGuards,
  navigate: { fill: (series) => seriesFill(series) },
});

const seriesFill = defineClass<Series>("ChartFill", {
  ...seriesGuards,
  writes: ["clear", "setSolidColor"],
  call: {
    setSolidColor: ({ one }, color) => void (one.color = colorOf(color)),
    getSolidColor: ({ one }) => ({ value: one.color === null ? "" : `#${one.color}` }),
    clear: ({ one }) => void (one.color = null),
  },
});

const seriesCollection = defineClass<HostChart>("ChartSeriesCollection", {
  ...guards,
  writes: ["add"],
  get: { count: ({ series }) => series.length },
  items: (of) => of.series.map((one) => seriesItem({ chart: of, one })),
  item: (of, key) => required(seriesAt(of, key)),
  call: {
    add: (of, name) => {
      const one = new HostSeries(typeof name === "string" ? name : `Series${of.series.length + 1}`);
      const [first] = of.series;
      if (first !== undefined) [one.gapWidth, one.overlap] = [first.gapWidth, first.overlap];
      of.series.push(one);
      return seriesItem({ chart: of, one });
    },
    getCount: ({ series }) => ({ value: series.length }),
    getItemAt: (of, place) => required(seriesAt(of, place)),
  },
});

function seriesAt(of: HostChart, place: Argument): ModelObject<Series> | null {
  const one = of.series[numberOf(place, "index")];
  return one === undefined ? null : seriesItem({ chart: of, one });
}
