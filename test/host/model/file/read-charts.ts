import type { Sheet } from "hucre/xlsx";
import type { Package } from "../../../../src/workbook/files/package";
import { textOf } from "../../../../src/workbook/files/xml";
import { areaOfFormula } from "../objects/places";
import { HostChart, HostSeries } from "../state/chart";
import type { HostSheet } from "../state/sheet";

type FileChart = NonNullable<Sheet["charts"]>[number];

/** Which way bars go, the one thing that the library does not tell of a chart: of those of a sheet, as it lists them. */
function directionsOf(pack: Package, sheetPath: string): (string | undefined)[] {
  const drawings = pack.relationships(sheetPath).filter(({ kind }) => kind === "drawing");
  return drawings.flatMap(({ target: drawing }) => {
    const links = new Map(pack.relationships(drawing).map(({ id, target }) => [id, target]));
    const order = textOf(pack.read(drawing)).matchAll(/<c:chart [^>]*r:id="([^"]+)"/g);
    return [...order].map(([, id]) => /<c:barDir val="(\w+)"/.exec(textOf(pack.read(links.get(id!)!)))?.[1]);
  });
}

/** The charts of a sheet that are bars over cells; others are the user's, and stay in the file. */
export function fillCharts(sheet: HostSheet, charts: readonly FileChart[], pack: Package, sheetPath: string): void {
  if (charts.length === 0) return;
  const directions = directionsOf(pack, sheetPath);
  charts.forEach((read, index) => {
    const { from, to } = read.anchor ?? {};
    if (from === undefined || to === undefined || !read.kinds.includes("bar")) return;
    const anchor = { top: from.row, left: from.col, bottom: to.row - 1, right: to.col - 1 };
    const type = typeOf(read, directions[index]);
    const chart = new HostChart(sheet.book.newId("chart"), sheet, `Graphique ${index + 1}`, type, anchor);
    chart.title = read.title ?? "";
    chart.hasTitle = chart.title !== "";
    chart.legend = typeof read.legend === "string" ? read.legend[0]!.toUpperCase() + read.legend.slice(1) : null;
    chart.reverseCategories = read.axes?.x?.reverse === true;
    // In a file, an axis says where it crosses the other; in Excel, where the other crosses it.
    chart.valuesCross = crossings[read.axes?.y?.crosses ?? ""] ?? "Automatic";
    chart.hasGridlines = read.axes?.y?.gridlines?.major === true;
    chart.hasValueAxis = read.axes?.y?.hidden !== true;
    chart.namesAt = read.axes?.x?.tickLblPos === "low" ? "Low" : "NextToAxis";
    chart.valueFormat = read.axes?.y?.numberFormat?.formatCode ?? null;
    chart.plotVisibleOnly = read.plotVisOnly !== false;
    chart.altText = read.altText ?? null;
    for (const series of read.series ?? []) chart.series.push(seriesOf(sheet, read, series));
    sheet.charts.push(chart);
  });
}

const crossings: Readonly<Record<string, HostChart["valuesCross"]>> = { min: "Minimum", max: "Maximum" };

const groupings: Readonly<Record<string, string>> = { stacked: "Stacked", percentStacked: "Stacked100" };

function typeOf({ barGrouping }: FileChart, direction: string | undefined): string {
  return (direction === "col" ? "Column" : "Bar") + (groupings[barGrouping ?? ""] ?? "Clustered");
}

function seriesOf(sheet: HostSheet, chart: FileChart, read: NonNullable<FileChart["series"]>[number]): HostSeries {
  const one = new HostSeries(read.name ?? "");
  one.values = areaOfFormula(sheet.book, read.valuesRef ?? "");
  one.categories = areaOfFormula(sheet.book, read.categoriesRef ?? "");
  one.color = typeof read.color === "string" ? read.color : null;
  one.gapWidth = chart.gapWidth ?? 150;
  one.overlap = chart.overlap ?? 0;
  const { dataLabels } = read;
  if (dataLabels !== undefined)
    one.labels = {
      showValue: dataLabels.showValue === true,
      position:
        dataLabels.position === "ctr" ? "Center" : dataLabels.position === "outEnd" ? "OutsideEnd" : "InsideEnd",
      format: dataLabels.numberFormat?.formatCode ?? "General",
      color: typeof dataLabels.fontColor === "string" ? dataLabels.fontColor : "000000",
    };
  return one;
}
