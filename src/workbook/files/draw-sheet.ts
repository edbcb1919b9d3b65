import { cellName } from "../../cells";
import type { PrintSetup, SheetModel } from "../../documents";
import { drawCells, type Setting } from "./draw-cells";
import { dataBarRules, dataBarSequels } from "./draw-graphics";
import { escapedText } from "./xml";

const namespaces =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** The part of a generated sheet. */
interface DrawnSheet {
  readonly part: string;
  /** Files that its links lead to, `rId1` first; its drawing, where it has one, comes next. */
  readonly files: readonly string[];
}

/**
 * Writes the part of a generated sheet, in the standard's order. `codeName`, as a part writes it, is how macros know the sheet; null
 * where it has none.
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

/** A width in a file counts the 5 pixels of padding of a cell, of 7 pixels a character, in 256ths of a character. */
const padding = Math.trunc((5 / 7) * 256) / 256;
/** Characters that a column out of sight has once a user shows it. */
const shownAgain = 14;

function drawColumn(width: number, column: number): string {
  const [characters, hidden] = width === 0 ? [shownAgain, ' hidden="true"'] : [width, ""];
  const place = column + 1;
  return `<col min="${place}" max="${place}" width="${characters + padding}" customWidth="true"${hidden}/>`;
}

/** Paper is A4. Print area and title rows are names of the workbook: `namesOfModel` writes them. */
function drawPrint(print: PrintSetup): string {
  const { left, right, top, bottom, header, footer } = print.margins;
  const [headed, footed] = [print.header, print.footer].map(([atLeft, centre, atRight]) =>
    [atLeft && `&L${atLeft}`, centre && `&C${centre}`, atRight && `&R${atRight}`].join(""),
  );
  const lines =
    (headed ? `<oddHeader>${escapedText(headed)}</oddHeader>` : "") +
    (footed ? `<oddFooter>${escapedText(footed)}</oddFooter>` : "");
  return (
    `<pageMargins left="${left}" right="${right}" top="${top}" bottom="${bottom}" header="${header}" footer="${footer}"/>` +
    `<pageSetup paperSize="9" orientation="${print.orientation}" fitToWidth="1" fitToHeight="${print.onePage ? 1 : 0}"/>` +
    (lines === "" ? "" : `<headerFooter>${lines}</headerFooter>`)
  );
}

function drawBreaks(before: readonly number[]): string {
  const rows = before.filter((row) => row > 0).sort((one, other) => one - other);
  if (rows.length === 0) return "";
  const breaks = rows.map((row) => `<brk id="${row}" max="16383" man="1"/>`).join("");
  return `<rowBreaks count="${rows.length}" manualBreakCount="${rows.length}">${breaks}</rowBreaks>`;
}

/**
 * Has Excel leave alone the texts made of digits. Codes of communes are such texts, and Excel marks each as a number stored as text,
 * with a green triangle.
 */
function drawIgnored(digits: readonly string[]): string {
  if (digits.length === 0) return "";
  return `<ignoredErrors><ignoredError sqref="${digits.join(" ")}" numberStoredAsText="1"/></ignoredErrors>`;
}
