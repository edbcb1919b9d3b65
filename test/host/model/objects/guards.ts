import { HostError } from "../../host-object";
import type { Area, Areas } from "../state/area";
import type { HostChart, HostSeries } from "../state/chart";
import type { HostDataBars } from "../state/data-bars";
import type { HostSheet } from "../state/sheet";

function presentSheet(sheet: HostSheet): void {
  if (sheet.isDeleted) throw new HostError("ItemNotFound", "The sheet is not there any more.");
}

export function writableSheet(sheet: HostSheet): void {
  if (sheet.isProtected) throw new HostError("AccessDenied", `« ${sheet.name} » is protected.`);
}

/** What an object of a sheet is refused: where the sheet is gone, and, to write, where it is protected. */
export const ofSheet = { present: presentSheet, writable: writableSheet };

export const ofArea = {
  present: ({ sheet }: Area): void => presentSheet(sheet),
  writable: ({ sheet }: Area): void => writableSheet(sheet),
};

export const ofAreas = {
  present: (areas: Areas): void => areas.forEach(ofArea.present),
  writable: (areas: Areas): void => areas.forEach(ofArea.writable),
};

export const ofChart = {
  present: (chart: HostChart): void => {
    if (chart.sheet.isDeleted || !chart.sheet.charts.includes(chart)) throw new HostError("ItemNotFound");
  },
  writable: ({ sheet }: HostChart): void => writableSheet(sheet),
};

export const ofDataBars = {
  present: (bars: HostDataBars): void => {
    if (bars.sheet.isDeleted || !bars.sheet.dataBars.includes(bars)) throw new HostError("ItemNotFound");
  },
  writable: ({ sheet }: HostDataBars): void => writableSheet(sheet),
};

/** A series, and the chart that it is of. */
export interface Series {
  readonly chart: HostChart;
  readonly one: HostSeries;
}

export const ofSeries = {
  present: ({ chart, one }: Series): void => {
    ofChart.present(chart);
    if (!chart.series.includes(one)) throw new HostError("ItemNotFound");
  },
  writable: ({ chart }: Series): void => ofChart.writable(chart),
};
