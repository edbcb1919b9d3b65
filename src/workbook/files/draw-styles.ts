import { writeXlsx, type Cell, type CellStyle as HucreStyle, type WriteSheet } from "hucre/xlsx";
import { hairColor, type CellStyle, type SheetModel } from "../../documents";
import { drawChart } from "./draw-graphics";
import { Package } from "./package";
import type { BaseFont } from "./styles-part";
import { textOf } from "./xml";

/** What hucre draws of generated sheets: how their cells look, and their charts. */
interface DrawnLooks {
  readonly pack: Package;
  /** The number of each style among the formats of the package. */
  readonly formats: ReadonlyMap<CellStyle, number>;
  /** The path of the sheet that bears the charts of a model, where it has some. */
  readonly sheets: ReadonlyMap<SheetModel, string>;
}

/**
 * Draws the styles of the models' cells, in their order, and their charts. Styles are few and shared by thousands of cells: the
 * package holds one blank cell of each.
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
    wrapText: style.wrap,
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

/** Returns an object without what is undefined in it. */
function given<T extends object>(values: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}
