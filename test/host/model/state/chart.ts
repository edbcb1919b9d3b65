import type { CellBlock } from "../../../../src/cells";
import { rowsOf, type Area } from "./area";
import type { HostSheet } from "./sheet";

export interface HostLabels {
  showValue: boolean;
  position: string;
  format: string;
  /** RRGGBB. */
  color: string;
}

export class HostSeries {
  values: Area | null = null;
  categories: Area | null = null;
  /** RRGGBB, or null: the theme's, or none. */
  color: string | null = null;
  gapWidth = 150;
  overlap = 0;
  /** How its values are written on the bars; null: they are not. */
  labels: HostLabels | null = null;

  constructor(public name: string) {}
}

/** A chart over the cells: its anchor is the block of cells that it covers. */
export class HostChart {
  title = "";
  hasTitle = false;
  legend: string | null = "Right";
  readonly series: HostSeries[] = [];
  reverseCategories = false;
  /** Where the axis of values crosses that of categories: at the first, unless said. */
  valuesCross: "Automatic" | "Minimum" | "Maximum" = "Automatic";
  /** Lines behind the bars, across from the axis of values. */
  hasGridlines = true;
  hasValueAxis = true;
  /** How its numbers are written; null: as those of the cells. */
  valueFormat: string | null = null;
  /** Whether cells out of sight are left out. */
  plotVisibleOnly = true;
  /** Where the names of categories are: beside the axis, unless said. */
  namesAt: "NextToAxis" | "High" | "Low" | "None" = "NextToAxis";
  /** What a screen reader says; Excel's interface for add-ins cannot give it one but by its name. */
  altText: string | null = null;

  constructor(
    readonly id: string,
    readonly sheet: HostSheet,
    public name: string,
    public type: string,
    public anchor: CellBlock,
  ) {}

  /** Top, left, height and width in points. */
  get frame(): { readonly top: number; readonly left: number; readonly height: number; readonly width: number } {
    const { top, left, bottom, right } = this.anchor;
    return {
      top: heights(this.sheet, 0, top - 1),
      left: widths(this.sheet, 0, left - 1),
      height: heights(this.sheet, top, bottom),
      width: widths(this.sheet, left, right),
    };
  }
}

/** One series for each column of figures; a first column of texts names the categories, a first row the series. */
export function seriesOf(source: Area): HostSeries[] {
  const { sheet, top, left, bottom, right } = source;
  const isNumber = (row: number, column: number): boolean => typeof sheet.grid.value(row, column) === "number";
  const hasTitles = bottom > top && !isNumber(top, right);
  const first = hasTitles ? top + 1 : top;
  const hasCategories = right > left && !isNumber(first, left);
  const down = (column: number): Area => ({ sheet, top: first, bottom, left: column, right: column });
  const series: HostSeries[] = [];
  for (let column = hasCategories ? left + 1 : left; column <= right; column++) {
    const title = hasTitles ? sheet.grid.value(top, column) : null;
    const one = new HostSeries(title === null ? `Series${series.length + 1}` : String(title));
    one.values = down(column);
    one.categories = hasCategories ? down(left) : null;
    series.push(one);
  }
  return series;
}

/** What a dimension of a series shows, as texts. */
export function dimensionOf(area: Area | null): string[] {
  if (area === null) return [];
  return Array.from({ length: rowsOf(area) }, (_, row) =>
    String(area.sheet.grid.value(area.top + row, area.left) ?? ""),
  );
}

function heights(sheet: HostSheet, first: number, last: number): number {
  let total = 0;
  for (let row = first; row <= last; row++) total += sheet.heightOf(row);
  return total;
}

function widths(sheet: HostSheet, first: number, last: number): number {
  let total = 0;
  for (let column = first; column <= last; column++) total += sheet.widthOf(column);
  return total;
}
