import { cellName, columnName, quoteSheetName } from "../../cells";
import type { CellStyle, ModelCell, PrintSetup, SheetModel } from "../../documents";
import { blockName } from "../addresses";
import { pageTextsOf } from "../page-texts";
import { valueIn } from "../cell-content";
import { dataBarRules, dataBarSequels } from "./draw-looks";
import { escapedAttribute, escapedText } from "./xml";

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The part of a generated sheet, and its external links. */
interface DrawnSheet {
  readonly part: string;
  /** The files of its links, `rId1` first; its drawing, if any, comes next. */
  readonly files: readonly string[];
}

/**
 * Writes the part of a generated sheet, its elements in the order of the standard. `codeName`, escaped, is the name of
 * the sheet in macros; null when it has none.
 */
export function drawSheet(model: SheetModel, setting: Setting, codeName: string | null): DrawnSheet {
  const { rows, merges, links, files, digits, height, width } = drawCells(model, setting);
  const size = { height, width: Math.max(width, model.widths.length) };
  const part = [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet ${namespaces}>`,
    drawProperties(model, codeName),
    drawDimension(size),
    drawView(model),
    '<sheetFormatPr defaultRowHeight="15"/>',
    model.widths.length === 0 ? "" : `<cols>${model.widths.map(drawColumn).join("")}</cols>`,
    rows,
    merges,
    dataBarRules(model.dataBars),
    links,
    drawPrint(model.print),
    drawBreaks(model.print.breaksBefore),
    drawIgnored(digits),
    model.charts.length === 0 ? "" : `<drawing r:id="rId${files.length + 1}"/>`,
    dataBarSequels(model.dataBars),
    "</worksheet>",
  ];
  return { part: part.join(""), files };
}

function drawProperties({ tabColor }: SheetModel, codeName: string | null): string {
  const name = codeName === null ? "" : ` codeName="${codeName}"`;
  const tab = tabColor === null ? "" : `<tabColor rgb="FF${tabColor}"/>`;
  return `<sheetPr${name}>${tab}<pageSetUpPr fitToPage="1"/></sheetPr>`;
}

function drawDimension({ height, width }: { readonly height: number; readonly width: number }): string {
  return `<dimension ref="A1:${cellName(Math.max(height, 1) - 1, Math.max(width, 1) - 1)}"/>`;
}

function drawView({ freeze, hidesGridlines }: SheetModel): string {
  const grid = hidesGridlines === true ? ' showGridLines="0"' : "";
  if (freeze === null) return `<sheetViews><sheetView workbookViewId="0"${grid}/></sheetViews>`;
  const { rows, columns } = freeze;
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const active = columns > 0 ? (rows > 0 ? "bottomRight" : "topRight") : "bottomLeft";
  const pane = `<pane${split} topLeftCell="${cellName(rows, columns)}" state="frozen" activePane="${active}"/>`;
  return `<sheetViews><sheetView workbookViewId="0"${grid}>${pane}</sheetView></sheetViews>`;
}

/** Characters added to a width in a file for the 5 pixels of cell padding, at 7 pixels a character, in 256ths. */
export const fileWidthPadding = Math.trunc((5 / 7) * 256) / 256;
/** The width, in characters, of a hidden column once the user shows it. */
const shownAgain = 14;

function drawColumn(width: number, column: number): string {
  const [characters, hidden] = width === 0 ? [shownAgain, ' hidden="true"'] : [width, ""];
  const place = column + 1;
  return `<col min="${place}" max="${place}" width="${characters + fileWidthPadding}" customWidth="true"${hidden}/>`;
}

/** Writes the page setup, on A4. The print area and title rows are names of the workbook, written by `namesOfModel`. */
function drawPrint(print: PrintSetup): string {
  const { left, right, top, bottom, header, footer } = print.margins;
  const { first, others } = pageTextsOf(print);
  const lines =
    drawTexts("oddHeader", others.header) +
    drawTexts("oddFooter", others.footer) +
    drawTexts("firstHeader", first.header) +
    drawTexts("firstFooter", first.footer);
  return (
    `<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="${header}" footer="${footer}"/>` +
    `<pageSetup paperSize="9" orientation="${print.orientation}" fitToWidth="1" fitToHeight="${print.onePage ? 1 : 0}"/>` +
    (lines === "" ? "" : `<headerFooter differentFirst="1">${lines}</headerFooter>`)
  );
}

/** Writes a header or a footer; an empty text when it has no content. */
function drawTexts(name: string, [left, centre, right]: readonly string[]): string {
  const text = [left && `&L${left}`, centre && `&C${centre}`, right && `&R${right}`].join("");
  return text === "" ? "" : `<${name}>${escapedText(text)}</${name}>`;
}

function drawBreaks(before: readonly number[]): string {
  const rows = before.filter((row) => row > 0).sort((one, other) => one - other);
  if (rows.length === 0) return "";
  const breaks = rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join("");
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${breaks}</rowBreaks>`;
}

/**
 * Writes the ranges of texts made of digits, such as commune codes, for which Excel must not show the green triangle of
 * a number stored as text.
 */
function drawIgnored(digits: readonly string[]): string {
  if (digits.length === 0) return "";
  return `<ignoredErrors><ignoredError sqref="${digits.join(" ")}" numberStoredAsText="1"/></ignoredErrors>`;
}

/** What the cells of generated sheets depend on in their workbook. */
export interface Setting {
  /** The index of each style among the cell formats of the workbook. */
  readonly formats: ReadonlyMap<CellStyle, number>;
  /** True when the workbook counts days from 1904; models always count from 1900. */
  readonly date1904: boolean;
}

/** The cells of a generated sheet, as XML. */
interface DrawnCells {
  readonly rows: string;
  readonly merges: string;
  readonly links: string;
  /** Files that links refer to, in order: the first is `rId1`. */
  readonly files: readonly string[];
  /** Ranges of texts made of digits, within each column. */
  readonly digits: readonly string[];
  /** The number of rows and columns up to the last cell. */
  readonly height: number;
  readonly width: number;
}

/** Writes the cells of a model row by row, and their merges and links. */
function drawCells({ rows }: SheetModel, setting: Setting): DrawnCells {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, lastGiven(cells) + 1), 0);
  const height = rows.findLastIndex(({ cells }) => lastGiven(cells) !== -1) + 1;
  const columns = Array.from({ length: width }, (_, column) => columnName(column));
  const merges: string[] = [];
  const links: string[] = [];
  const files: string[] = [];
  const digits = columns.map((): Digits[] => []);
  let text = "";
  for (let row = 0; row < height; row++) {
    const { cells, height: points } = rows[row]!;
    let drawn = "";
    cells.forEach((cell, column) => {
      if (cell === null) return;
      const name = `${columns[column]}${row + 1}`;
      drawn += drawCell(cell, name, setting);
      noteDigits(digits[column]!, cell, row, column);
      if (cell.span !== undefined)
        merges.push(
          `<mergeCell ref="${blockName({ top: row, left: column, bottom: row, right: column + cell.span - 1 })}"/>`,
        );
      if (cell.link !== undefined) links.push(drawLink(cell.link, name, files));
    });
    const look = points === undefined ? "" : ` ht="${points}" customHeight="1"`;
    if (drawn !== "") text += `<row r="${row + 1}"${look}>${drawn}</row>`;
    else if (look !== "") text += `<row r="${row + 1}"${look}/>`;
  }
  return {
    rows: text === "" ? "<sheetData/>" : `<sheetData>${text}</sheetData>`,
    merges: merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`,
    links: links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`,
    files,
    digits: digits.flat().map(blockName),
    height,
    width,
  };
}

function lastGiven(cells: readonly (ModelCell | null)[]): number {
  return cells.findLastIndex((cell) => cell !== null);
}

/** A text whose outer spaces Excel would trim, or that looks like an error, is written as a rich text run. */
const needsRun = /^#[A-Z0-9/_]+[!?]?$|^\s|\s$|\n/;
const needsSpaces = /^ | $|[\n\t]/;

function drawCell(cell: ModelCell, name: string, { formats, date1904 }: Setting): string {
  const value = valueIn(cell, date1904);
  const format = cell.style === undefined ? undefined : formats.get(cell.style);
  const look = format === undefined ? "" : ` s="${format}"`;
  if (cell.formula !== undefined) {
    const type = typeof value === "string" ? ' t="str"' : typeof value === "boolean" ? ' t="b"' : "";
    return `<c r="${name}"${look}${type}><f>${escapedText(cell.formula)}</f>${drawValue(value)}</c>`;
  }
  switch (typeof value) {
    case "string":
      return `<c r="${name}" t="inlineStr"${look}><is>${drawText(value)}</is></c>`;
    case "boolean":
      return `<c r="${name}" t="b"${look}>${drawValue(value)}</c>`;
    case "number":
      return `<c r="${name}"${look}>${drawValue(value)}</c>`;
    default:
      return look === "" ? "" : `<c r="${name}"${look}/>`;
  }
}

function drawValue(value: ModelCell["value"]): string {
  if (value === null) return "";
  if (value === "") return "<v/>";
  return `<v>${typeof value === "string" ? escapedText(value) : Number(value)}</v>`;
}

function drawText(text: string): string {
  if (text === "") return "<t/>";
  if (!needsRun.test(text)) return `<t>${escapedText(text)}</t>`;
  return `<r><t${needsSpaces.test(text) ? ' xml:space="preserve"' : ""}>${escapedText(text)}</t></r>`;
}

/** Returns the link of a cell to a place in this workbook, or in another file, which is then added to `files`. */
function drawLink({ file, sheet, cell, tip }: NonNullable<ModelCell["link"]>, name: string, files: string[]): string {
  const number = file === undefined ? "" : ` r:id="rId${files.push(file)}"`;
  const place = escapedAttribute(`${quoteSheetName(sheet)}!${cell}`);
  const tooltip = tip === undefined ? "" : ` tooltip="${escapedAttribute(tip)}"`;
  return `<hyperlink ref="${name}"${number} location="${place}"${tooltip}/>`;
}

/** A vertical range of texts made of digits. */
interface Digits {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  bottom: number;
}

/** Adds a cell to the ranges of its column when it holds a text made of digits. */
function noteDigits(runs: Digits[], { formula, value }: ModelCell, row: number, column: number): void {
  // Excel never flags the result of a formula.
  if (formula !== undefined || typeof value !== "string" || !/^\d+$/.test(value)) return;
  const run = runs.at(-1);
  if (run?.bottom === row - 1) run.bottom = row;
  else runs.push({ left: column, right: column, top: row, bottom: row });
}
