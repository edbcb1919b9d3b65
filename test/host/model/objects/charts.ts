import type { CellBlock } from "../../../../src/cells";
import type { Wire } from "../../host-object";
import type { Area } from "../state/area";
import { HostChart, seriesOf } from "../state/chart";
import type { HostSheet } from "../state/sheet";
import { chartAxes, chartLegend, chartTitle } from "./chart-parts";
import { chartSource, seriesCollection } from "./chart-series";
import {
  booleanOf,
  defineClass,
  numberOf,
  oneOf,
  required,
  textOf,
  type Argument,
  type ModelObject,
  type ObjectOf,
} from "./define";
import { ofChart, ofSheet, writableSheet } from "./guards";
import { areaFrom } from "./places";
import { worksheet } from "./worksheet";

const types = [
  "BarStacked",
  "BarClustered",
  "BarStacked100",
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "Line",
  "Pie",
] as const;

function add(sheet: HostSheet, type: Argument, source: Argument): ModelObject<HostChart> {
  const chartType = oneOf(type, types, "type");
  const area = chartSource(source);
  writableSheet(sheet);
  const name = `Graphique ${sheet.charts.length + 1}`;
  const anchor = { top: 1, left: 3, bottom: 15, right: 10 };
  const added = new HostChart(sheet.book.newId("chart"), sheet, name, chartType, anchor);
  sheet.book.calculation.update();
  added.series.push(...seriesOf(around(area)));
  sheet.charts.push(added);
  return chart(added);
}

/** A single cell stands for the filled cells around it, as it does for whoever inserts a chart; a range is what it is. */
function around(area: Area): Area {
  const { sheet, top, left, bottom, right } = area;
  if (top !== bottom || left !== right) return area;
  const used = sheet.grid.used(true) ?? area;
  const isFilled = (block: CellBlock): boolean => {
    for (let row = Math.max(0, block.top); row <= Math.min(used.bottom, block.bottom); row++)
      for (let column = Math.max(0, block.left); column <= Math.min(used.right, block.right); column++)
        if (sheet.grid.value(row, column) !== null) return true;
    return false;
  };
  let block: CellBlock = { top, left, bottom, right };
  for (let isGrowing = true; isGrowing;) {
    const { top: t, left: l, bottom: b, right: r } = block;
    block = {
      top: t > 0 && isFilled({ top: t - 1, bottom: t - 1, left: l - 1, right: r + 1 }) ? t - 1 : t,
      bottom: isFilled({ top: b + 1, bottom: b + 1, left: l - 1, right: r + 1 }) ? b + 1 : b,
      left: l > 0 && isFilled({ left: l - 1, right: l - 1, top: t - 1, bottom: b + 1 }) ? l - 1 : l,
      right: isFilled({ left: r + 1, right: r + 1, top: t - 1, bottom: b + 1 }) ? r + 1 : r,
    };
    isGrowing = block.top !== t || block.left !== l || block.bottom !== b || block.right !== r;
  }
  return { sheet, ...block };
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
  ...ofChart,
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
    plotVisibleOnly: ({ plotVisibleOnly }) => plotVisibleOnly,
  },
  set: {
    name: (self, value) => void (self.name = self.altText = textOf(value, "name")),
    chartType: (self, value) => void (self.type = oneOf(value, types, "chartType")),
    top: (self, value) => placeAt(self, "top", value),
    left: (self, value) => placeAt(self, "left", value),
    height: (self, value) => placeAt(self, "height", value),
    width: (self, value) => placeAt(self, "width", value),
    plotVisibleOnly: (self, value) => void (self.plotVisibleOnly = booleanOf(value, "plotVisibleOnly")),
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
    setData: (self, source) => void self.series.splice(0, Infinity, ...seriesOf(chartSource(source))),
    activate: ({ sheet }) => sheet.book.activate(sheet),
  },
});

export const chartCollection = defineClass<HostSheet>("ChartCollection", {
  present: ofSheet.present,
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
