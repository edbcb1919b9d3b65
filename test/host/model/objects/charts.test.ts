import { at, openSmall, rangeOf, refusalOf, resultOf, sheetOf } from "../small-workbook";
import type { HostWorkbook } from "..";

let workbook: HostWorkbook;
beforeEach(async () => {
  workbook = await openSmall();
});

const charts = () => at(sheetOf(workbook, "Parc"), "charts");
const add = (source = "A1:B3") => at(charts(), ["add", "BarStacked", rangeOf(workbook, "Parc", source)]);
const series = (place = 0) => at(charts(), ["getItemAt", 0], "series", ["getItemAt", place]);
const sourcesOf = (place = 0) =>
  ["Categories", "Values"].map((dimension) => resultOf(series(place), "getDimensionDataSourceString", dimension));

test("a chart is made of a range: a first row of titles names the series, a first column of texts the categories", () => {
  workbook.type("Parc", "C1", "Serveurs");
  workbook.type("Parc", "C2", 1);
  workbook.type("Parc", "C3", 2);
  add("A1:C3");
  expect(at(charts(), ["getItemAt", 0], "series").items!().map((one) => one.get("name"))).toEqual([
    "Postes",
    "Serveurs",
  ]);
  expect(sourcesOf(1)).toEqual(["Parc!$A$2:$A$3", "Parc!$C$2:$C$3"]);
  expect(resultOf(series(), "getDimensionValues", "Categories")).toEqual(["Beure", "Busy"]);
});

test("a single cell stands for the filled cells around it", () => {
  workbook.type("Parc", "C2", 1);
  workbook.type("Parc", "E9", 1);
  add("B3");
  expect(at(charts(), ["getItemAt", 0], "series").items!()).toHaveLength(2);
  expect(sourcesOf(1)).toEqual(["Parc!$A$2:$A$3", "Parc!$C$2:$C$3"]);
});

test("one column of figures is one series without categories", () => {
  add("B2:B3");
  expect(sourcesOf()).toEqual(["", "Parc!$B$2:$B$3"]);
});

test("its series are pointed elsewhere, added, coloured and deleted", () => {
  add("B2:B3");
  series().call("setXAxisValues", [rangeOf(workbook, "Parc", "A2:A3")]);
  series().call("setValues", [rangeOf(workbook, "Parc", "B2")]);
  expect(sourcesOf()).toEqual(["Parc!$A$2:$A$3", "Parc!$B$2"]);
  at(series(), "format", "fill").call("setSolidColor", ["#1f4e79"]);
  expect(resultOf(at(series(), "format", "fill"), "getSolidColor")).toBe("#1F4E79");
  at(charts(), ["getItemAt", 0], "series", ["add", "Commune"]).set("gapWidth", 50);
  // Bars of one group share their gap and their overlap.
  expect([series(0).get("gapWidth"), series(1).get("gapWidth"), series(1).get("name")]).toEqual([50, 50, "Commune"]);
  expect(refusalOf(() => series().set("overlap", 101))).toBe("InvalidArgument");
  const second = series(1);
  series(0).call("delete", []);
  expect(series(0).get("name")).toBe("Commune");
  expect(second.get("plotOrder")).toBe(0);
});

test("values are written on the bars of a series that has labels, and nothing is said of those of another", () => {
  add();
  const labels = at(series(), "dataLabels");
  expect(refusalOf(() => labels.set("showValue", true))).toBe("InvalidOperation");
  series().set("hasDataLabels", true);
  labels.set("numberFormat", "0.0%");
  labels.set("position", "Center");
  at(labels, "format", "font").set("color", "#ffffff");
  expect([labels.get("showValue"), labels.get("numberFormat"), at(labels, "format", "font").get("color")]).toEqual([
    true,
    "0.0%",
    "#FFFFFF",
  ]);
  expect(refusalOf(() => labels.set("position", "OutsideEnd"))).toBe("InvalidArgument");
  series().set("hasDataLabels", false);
  expect(series().get("hasDataLabels")).toBe(false);
});

test("its place is a block of cells, told in points", () => {
  const chart = add();
  chart.call("setPosition", ["B2", "D5"]);
  // Columns of 48 points, rows of 15: after one column and one row, three wide and four high.
  expect(["left", "top", "width", "height"].map((name) => chart.get(name))).toEqual([48, 15, 144, 60]);
  chart.call("setPosition", ["A1"]);
  expect(["left", "top", "width", "height"].map((name) => chart.get(name))).toEqual([0, 0, 144, 60]);
  chart.set("top", 29);
  chart.set("width", 95);
  expect(["top", "width"].map((name) => chart.get(name))).toEqual([30, 96]);
});

test("its title, legend and axis say what they are set to", () => {
  const chart = add();
  at(chart, "title").set("text", "Montants");
  at(chart, "legend").set("position", "Bottom");
  const categories = at(chart, "axes", "categoryAxis");
  categories.set("reversePlotOrder", true);
  expect([categories.get("reversePlotOrder"), categories.get("position")]).toEqual([true, "Automatic"]);
  categories.set("position", "Maximum");
  expect(categories.get("position")).toBe("Maximum");
  expect(refusalOf(() => categories.set("position", "Middle"))).toBe("InvalidArgument");
  expect([at(chart, "title").get("visible"), at(chart, "legend").get("position")]).toEqual([true, "Bottom"]);
  at(chart, "legend").set("visible", false);
  expect(at(chart, "legend").get("position")).toBeNull();
  expect(refusalOf(() => at(chart, "legend").set("position", "Middle"))).toBe("InvalidArgument");
  const gridlines = at(chart, "axes", "valueAxis", "majorGridlines");
  gridlines.set("visible", false);
  expect(gridlines.get("visible")).toBe(false);
  expect(categories.get("tickLabelPosition")).toBe("NextToAxis");
  categories.set("tickLabelPosition", "Low");
  expect(categories.get("tickLabelPosition")).toBe("Low");
  expect(refusalOf(() => at(chart, "axes").navigate("seriesAxis"))).toBe("NotImplemented");
});

test("a chart that is deleted, or whose sheet is, is not there any more", () => {
  const [first, second] = [add(), add()];
  first.call("delete", []);
  expect(refusalOf(() => first.get("name"))).toBe("ItemNotFound");
  expect(second.get("name")).toBe("Graphique 2");
  sheetOf(workbook, "Parc").call("delete", []);
  expect(refusalOf(() => second.get("name"))).toBe("ItemNotFound");
});

test("a chart of a kind that the host does not draw, or of no range, is refused", () => {
  expect(refusalOf(() => at(charts(), ["add", "Radar", rangeOf(workbook, "Parc", "A1:B3")]))).toBe("InvalidArgument");
  expect(refusalOf(() => at(charts(), ["add", "Pie", "A1:B3"]))).toBe("InvalidArgument");
});
