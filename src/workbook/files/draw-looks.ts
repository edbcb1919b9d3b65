import { writeXlsx, type Cell, type CellStyle as HucreStyle, type WriteSheet } from "hucre/xlsx";
import { cellName } from "../../cells";
import {
  axisFormat,
  hairColor,
  type CellStyle,
  type ChartKind,
  type DataBars,
  type ModelChart,
  type SheetModel,
} from "../../documents";
import { columnReference } from "../addresses";
import { Package } from "./package";
import type { BaseFont } from "./styles-part";
import { textOf } from "./xml";

/** The styles and charts of generated sheets, as written by hucre. */
interface DrawnLooks {
  readonly pack: Package;
  /** The index of each style among the cell formats of the package. */
  readonly formats: ReadonlyMap<CellStyle, number>;
  /** The path of the sheet with the charts of a model, if it has any. */
  readonly sheets: ReadonlyMap<SheetModel, string>;
}

/**
 * Has hucre write the styles of the models' cells, in their order, and their charts. Styles are few and shared by
 * thousands of cells: the package holds one blank cell for each.
 */
export async function drawLooks(models: readonly SheetModel[], font: BaseFont): Promise<DrawnLooks> {
  const styles = stylesOf(models);
  const blanks = new Map<string, Partial<Cell>>(
    styles.map((style, row) => [`${row},0`, { value: null, style: drawStyle(style, font) }]),
  );
  const drawn = models.filter(({ charts }, index) => index === 0 || charts.length > 0);
  const sheets = drawn.map(({ name, charts }, index): WriteSheet => {
    return { name, charts: charts.map((chart) => drawChart(chart, name)), ...(index === 0 && { cells: blanks }) };
  });
  const pack = Package.open(await writeXlsx({ sheets, stringMode: "inline", defaultFont: font }));
  const paths = drawn.map((model, index) => [model, `xl/worksheets/sheet${index + 1}.xml`] as const);
  const formats = new Map<CellStyle, number>();
  for (const [, row, format] of textOf(pack.read(paths[0]![1])).matchAll(/<c r="A(\d+)" s="(\d+)"/g))
    formats.set(styles[Number(row) - 1]!, Number(format));
  return { pack, formats, sheets: new Map(paths.filter(([{ charts }]) => charts.length > 0)) };
}

function stylesOf(models: readonly SheetModel[]): CellStyle[] {
  const styles = new Set<CellStyle>();
  for (const { rows } of models)
    for (const { cells } of rows) for (const cell of cells) if (cell?.style !== undefined) styles.add(cell.style);
  return [...styles];
}

function drawStyle(style: CellStyle, base: BaseFont): HucreStyle {
  const { bold, italic, underline, color, size, fill, borders, numberFormat } = style;
  const alignment = given({
    horizontal: style.align,
    vertical: style.vertical,
    wrapText: style.wrap || undefined,
    indent: style.indent,
  });
  const lines =
    borders &&
    Object.entries(borders).map(([side, line]) => [
      side,
      { style: line, ...(line === "hair" && { color: { rgb: hairColor } }) },
    ]);
  return given({
    font: {
      name: base.name,
      size: size ?? base.size,
      ...given({
        bold: bold || undefined,
        italic: italic || undefined,
        underline: underline || undefined,
        color: color === undefined ? undefined : { rgb: color },
      }),
    },
    fill:
      fill === undefined ? undefined : { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: fill } },
    border: lines && Object.fromEntries(lines),
    numFmt: numberFormat,
    alignment: Object.keys(alignment).length === 0 ? undefined : alignment,
  });
}

/** Returns an object without its undefined properties. */
function given<T extends object>(values: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

type DrawnChart = NonNullable<WriteSheet["charts"]>[number];

/** No tick marks: without this, spreadsheets draw them across the axis. Below, amounts in whole numbers. */
const noMarks = { majorTickMark: "none", minorTickMark: "none" } as const;
const amounts = { ...noMarks, numberFormat: { formatCode: axisFormat, sourceLinked: false } } as const;

const kinds: Readonly<Record<ChartKind, Pick<DrawnChart, "type" | "barGrouping" | "axes">>> = {
  // Bars are drawn from the bottom up: reversing the axis makes them read in the order of the rows. The value axis
  // would then move to the top, unless it crosses at the maximum.
  "bar-stacked": {
    type: "bar",
    barGrouping: "stacked",
    axes: { x: { ...noMarks, reverse: true }, y: { ...amounts, crosses: "max" } },
  },
  "bar-stacked-100": {
    type: "bar",
    barGrouping: "percentStacked",
    // The shares are written as data labels.
    axes: { x: { ...noMarks, reverse: true }, y: { ...amounts, crosses: "max", hidden: true } },
  },
  column: {
    type: "column",
    barGrouping: "clustered",
    // Beside zero, category labels would overlap the negative columns.
    axes: { x: { ...noMarks, tickLblPos: "low" }, y: amounts },
  },
};

/**
 * Returns a chart part in which negative bars keep their colour: hucre does not write this setting, and spreadsheets
 * then invert the colour.
 */
export function keepBelowZero(part: string): string {
  return part.replace(/<\/c:spPr>(?=<c:(?:dLbls|cat)>)/g, '$&<c:invertIfNegative val="0"/>');
}

/** Returns a chart as hucre takes it, its ranges on the sheet of the given name. */
function drawChart(chart: ModelChart, sheetName: string): DrawnChart {
  const range = (column: number) => columnReference(sheetName, { ...chart.categories, column });
  return {
    ...kinds[chart.kind],
    overlap: 100,
    gapWidth: 50,
    // The source cells may be hidden.
    plotVisOnly: false,
    title: chart.title,
    legend: chart.hasLegend ? "bottom" : false,
    altText: chart.altText,
    series: chart.series.map(({ title, column, color, labels }) => ({
      name: title,
      color,
      categories: range(chart.categories.column),
      values: range(column),
      ...(labels === null
        ? {}
        : {
            dataLabels: {
              showValue: true,
              position: labels.at === "center" ? ("ctr" as const) : ("outEnd" as const),
              numberFormat: { formatCode: labels.format },
              fontColor: labels.color,
            },
          }),
    })),
    anchor: {
      from: { row: chart.anchor.top, col: chart.anchor.left },
      to: { row: chart.anchor.bottom + 1, col: chart.anchor.right + 1 },
    },
  };
}

const extension = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
/** The namespace of formulas and ranges within the extensions. */
const formulaNamespace = "http://schemas.microsoft.com/office/excel/2006/main";
/**
 * The identifiers of the two extensions: that of a rule, which refers to its extended rule, and that of the sheet,
 * which contains the extended rules.
 */
const extensionOfRule = "{B025F937-C7B1-47D3-B67F-A62EFF666E3E}";
const extensionOfSheet = "{78C0D931-6437-407d-A8EE-F0AAD7539E65}";

/** Returns data bars as Excel 2007 rules: alone, they are gradients and never fill their cell. */
export function dataBarRules(bars: readonly DataBars[]): string {
  return bars.map(ruleOf).join("");
}

function ruleOf(bars: DataBars, index: number): string {
  const bounds = `<cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF${bars.fill}"/>`;
  const bar = `<dataBar minLength="0" maxLength="100">${bounds}</dataBar>`;
  const link = `<extLst><ext xmlns:x14="${extension}" uri="${extensionOfRule}"><x14:id>${idOf(index)}</x14:id></ext></extLst>`;
  const rule = `<cfRule type="dataBar" priority="${index + 1}">${bar}${link}</cfRule>`;
  return `<conditionalFormatting sqref="${rangeOfBars(bars)}">${rule}</conditionalFormatting>`;
}

/**
 * Returns the extended rules of data bars, added to the format after 2007 and written at the end of the sheet: solid
 * bars with a border, the longest as wide as its cell.
 */
export function dataBarSequels(bars: readonly DataBars[]): string {
  if (bars.length === 0) return "";
  const list = `<x14:conditionalFormattings>${bars.map(sequelOf).join("")}</x14:conditionalFormattings>`;
  return `<extLst><ext xmlns:x14="${extension}" uri="${extensionOfSheet}">${list}</ext></extLst>`;
}

function sequelOf(bars: DataBars, index: number): string {
  const bounds = '<x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="max"/>';
  const colors = `<x14:borderColor rgb="FF${bars.line}"/><x14:axisColor rgb="FF000000"/>`;
  const attributes = 'minLength="0" maxLength="100" border="1" gradient="0" negativeBarColorSameAsPositive="1"';
  const rule = `<x14:cfRule type="dataBar" id="${idOf(index)}"><x14:dataBar ${attributes}>${bounds}${colors}</x14:dataBar></x14:cfRule>`;
  return `<x14:conditionalFormatting xmlns:xm="${formulaNamespace}">${rule}<xm:sqref>${rangeOfBars(bars)}</xm:sqref></x14:conditionalFormatting>`;
}

/** Returns the id by which a rule refers to its extended rule, unique within a sheet. */
function idOf(index: number): string {
  return `{B4225000-0000-4000-8000-${String(index + 1).padStart(12, "0")}}`;
}

function rangeOfBars({ column, firstRow, lastRow }: DataBars): string {
  return `${cellName(firstRow, column)}:${cellName(lastRow, column)}`;
}
