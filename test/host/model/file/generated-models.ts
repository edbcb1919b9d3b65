import type { PrintSetup, SheetModel } from "../../../../src/documents";
import { numberedFormulas, recordOf, recordPrefix } from "../../../../src/workbook/generated-names";
import { areaOfFormula } from "../objects/places";
import type { HostBook } from "../state/book";
import type { HostSheet } from "../state/sheet";
import { charactersOf } from "../state/widths";
import { chartOf } from "./generated-charts";
import { dataBarsOf } from "./generated-data-bars";
import type { Texts } from "../state/page-setup";
import { sheetRows } from "./sheet-rows";

/** Keys of the sheets where a generation is prepared, of the user's copies: no documents. */
const internal = /^(aside|prepare|gone|copie):/;

/** The sheets of a workbook that are documents of ours, in the order of their tabs: one a key, the first that was there. */
export function generatedSheets(book: HostBook): HostSheet[] {
  const first = new Map<string, HostSheet>();
  for (const sheet of book.sheets) {
    const { key } = sheet;
    if (key === null || internal.test(key)) continue;
    const known = first.get(key);
    if (known === undefined || sheet.id < known.id) first.set(key, sheet);
  }
  const found = new Set(first.values());
  return book.sheets.filter((sheet) => found.has(sheet));
}

/**
 * The generated sheets read back as what the documents are made of. Throws where a sheet has what no document has, which
 * a file could not say: a generation that was not drawn as it should.
 */
export function generatedModels(book: HostBook): SheetModel[] {
  book.calculation.update();
  return generatedSheets(book).map(modelOf);
}

function modelOf(sheet: HostSheet): SheetModel {
  const print = printOf(sheet);
  return {
    key: sheet.key!,
    name: sheet.name,
    widths: widthsOf(sheet),
    rows: sheetRows(sheet, print.area.lastRow),
    freeze: sheet.freeze,
    print,
    charts: sheet.charts.map(chartOf),
    dataBars: sheet.dataBars.map(dataBarsOf),
    names: namesOf(sheet),
    tabColor: sheet.tabColor,
    ...(sheet.settings.showGridlines === false && { hidesGridlines: true }),
    ...(sheet === sheet.book.active && { isFront: true }),
    ...recordIn(sheet),
  };
}

function recordIn({ names }: HostSheet): Pick<SheetModel, "record"> {
  const record = recordOf(numberedFormulas(names, recordPrefix));
  return record === null ? {} : { record: JSON.stringify(JSON.parse(record)) };
}

function widthsOf({ columnWidths, hiddenColumns, name }: HostSheet): number[] {
  const last = Math.max(-1, ...columnWidths.keys());
  return Array.from({ length: last + 1 }, (_, column) => {
    const points = columnWidths.get(column);
    if (points === undefined) throw new Error(`« ${name} »: column ${column + 1} has no width.`);
    return hiddenColumns.has(column) ? 0 : charactersOf(points);
  });
}

const inches = (points: number): number => Math.round((points / 72) * 1e6) / 1e6;

function printOf({ page, rowBreaks, name }: HostSheet): PrintSetup {
  const { zoom, margins, printArea } = page;
  const texts = recordWithoutLooks(page.texts);
  if (page.isFirstApart && page.firstTexts.leftHeader + page.firstTexts.rightHeader !== "")
    throw new Error(`« ${name} » has a header on its first page.`);
  const [area] = printArea ?? [];
  if (page.paperSize !== "A4" || zoom.horizontalFitToPages !== 1)
    throw new Error(`« ${name} » is not printed on A4, one page wide.`);
  if (area === undefined || area.top !== 0 || area.left !== 0)
    throw new Error(`« ${name} » has no print area from A1 on.`);
  return {
    orientation: page.orientation === "Landscape" ? "landscape" : "portrait",
    area: { lastRow: area.bottom, lastColumn: area.right },
    titleRows: page.titleRows,
    header: [texts.leftHeader, texts.centerHeader, texts.rightHeader],
    footer: [texts.leftFooter, texts.centerFooter, texts.rightFooter],
    breaksBefore: [...rowBreaks].sort((a, b) => a - b),
    onePage: zoom.verticalFitToPages === 1,
    margins: {
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      left: inches(margins.left),
      right: inches(margins.right),
      header: inches(margins.header),
      footer: inches(margins.footer),
    },
  };
}

/** Texts without the codes of their size, weight and colour, nor the pale lines of a status, which is drawn from its first line. */
function recordWithoutLooks(texts: Texts): Texts {
  const plain = Object.entries(texts).map(([part, text]) => [
    part,
    text.split("\n")[0]!.replace(/^(&\d+)?(&B)?(&K[\dA-F]{6})?/, ""),
  ]);
  return Object.fromEntries(plain) as Texts;
}

function namesOf(sheet: HostSheet): SheetModel["names"] {
  return sheet.book.names.flatMap(({ name, formula }) => {
    const area = name.toUpperCase().startsWith("ORDICLASSE_") ? areaOfFormula(sheet.book, formula) : null;
    return area?.sheet === sheet ? [{ name, row: area.top, column: area.left }] : [];
  });
}
