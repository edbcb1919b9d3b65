import { HostError, type Wire } from "../../host-object";
import { absolute } from "../formula/references";
import type { Area } from "../state/area";
import { dimensionOf, HostSeries, type HostChart } from "../state/chart";
import {
  booleanOf,
  colorOf,
  defineClass,
  numberOf,
  oneOf,
  required,
  stateOf,
  textOf,
  type Argument,
  type ModelObject,
  type ObjectOf,
} from "./define";
import { seriesLabels } from "./chart-labels";
import { ofChart, ofSeries, type Series } from "./guards";
import { areaOf } from "./places";

const dimensions = ["Categories", "XValues", "Values", "YValues"] as const;

function areaOfDimension({ one }: Series, dimension: Argument): Area | null {
  const asked = oneOf(dimension, dimensions, "dimension");
  return asked === "Values" || asked === "YValues" ? one.values : one.categories;
}

/** The range that a chart, or one of its series, is to be drawn from. */
export function chartSource(source: Argument): Area {
  const area = stateOf<Area>(source, "Range");
  if (area === undefined) throw new HostError("InvalidArgument", "A chart is drawn from a range.");
  return areaOf(area.sheet, area);
}

function overlapFrom(value: Wire): number {
  const overlap = numberOf(value, "overlap");
  if (overlap < -100 || overlap > 100) throw new HostError("InvalidArgument", "An overlap is -100 to 100.");
  return overlap;
}

const seriesItem: ObjectOf<Series> = defineClass<Series>("ChartSeries", {
  ...ofSeries,
  writes: ["delete", "setValues", "setXAxisValues"],
  get: {
    name: ({ one }) => one.name,
    gapWidth: ({ one }) => one.gapWidth,
    overlap: ({ one }) => one.overlap,
    hasDataLabels: ({ one }) => one.labels !== null,
    chartType: ({ chart: of }) => of.type,
    plotOrder: ({ chart: of, one }) => of.series.indexOf(one),
  },
  set: {
    name: ({ one }, value) => void (one.name = textOf(value, "name")),
    // Bars of one group share their gap and their overlap.
    gapWidth: ({ chart: of }, value) => of.series.forEach((one) => (one.gapWidth = numberOf(value, "gapWidth"))),
    hasDataLabels: ({ one }, value) => {
      const plain = { showValue: true, position: "Center", format: "General", color: "000000" };
      one.labels = booleanOf(value, "hasDataLabels") ? (one.labels ?? plain) : null;
    },
    overlap: ({ chart: of }, value) => of.series.forEach((one) => (one.overlap = overlapFrom(value))),
  },
  navigate: { format: (series) => seriesFormat(series), dataLabels: (series) => seriesLabels(series) },
  call: {
    setValues: ({ one }, source) => void (one.values = chartSource(source)),
    setXAxisValues: ({ one }, source) => void (one.categories = chartSource(source)),
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
  ...ofSeries,
  navigate: { fill: (series) => seriesFill(series), line: (series) => seriesLine(series) },
});

/** Bars have the line of their fill here. */
const seriesLine = defineClass<Series>("ChartLineFormat", {
  ...ofSeries,
  writes: ["clear"],
  call: { clear: () => {} },
});

const seriesFill = defineClass<Series>("ChartFill", {
  ...ofSeries,
  writes: ["clear", "setSolidColor"],
  call: {
    setSolidColor: ({ one }, color) => void (one.color = colorOf(color)),
    getSolidColor: ({ one }) => ({ value: one.color === null ? "" : `#${one.color}` }),
    clear: ({ one }) => void (one.color = null),
  },
});

export const seriesCollection = defineClass<HostChart>("ChartSeriesCollection", {
  ...ofChart,
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
