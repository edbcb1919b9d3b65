import { cellAt, cellName } from "../../../cells";
import { pageTextStyles, withPageNumbers, type CellStyle } from "../../../documents";
import { acrossPage, type Layout } from "../../../pdf";
import type { CellLook, PrintedSheet } from "../../../workbook/files";
import { barBehind, declarationsOf, lineOf, type DrawnSheet } from "../grid/cell-look";
import { makeElement } from "../grid/draw-rows";
import { linkFrom, rowsOfPage, type PageCell, type PageRow } from "./page-cells";

/** A document with the layout of its pages. */
export interface DrawnDocument extends Pick<DrawnSheet, "sheet" | "texts" | "rules"> {
  readonly look: NonNullable<DrawnSheet["look"]>;
  readonly printed: PrintedSheet;
  readonly layout: Layout;
  /** Returns the text shown in place of a chart or a picture. */
  readonly nameOf: (kind: "chart" | "picture" | "drawing") => string;
}

/** The CSS of the line styles of a file, as they are printed. */
const lines: Readonly<Record<string, string>> = {
  hair: "0.25pt solid",
  thin: "0.5pt solid",
  medium: "1.25pt solid",
  double: "2pt double",
};

/** Draws a page of a document, as it is printed: its header, its rows, its footer. */
export function drawPage(drawn: DrawnDocument, page: number): HTMLElement {
  const { layout, rules, printed } = drawn;
  const { inner, scale } = layout;
  const { margins } = printed.print;
  // Offsets inside a zoomed element are in its own points.
  const place = rules.classOf(`left: ${inner.x / scale}pt; top: ${inner.y / scale}pt; zoom: ${scale}`);
  const rows = makeElement("div", { class: `paper-rows ${place}`, role: "rowgroup" });
  for (const row of rowsOfPage(drawn.sheet, drawn.look, layout, page)) rows.append(drawRow(drawn, row));
  rows.append(...drawOver(drawn, page));
  const running = (side: "header" | "footer") => {
    const at = side === "header" ? "top" : "bottom";
    const place = rules.classOf(`${at}: ${margins[side]}in; left: ${inner.x}pt; width: ${inner.width}pt`);
    const texts = printed.print[side].map((text, part) => {
      // On the first page, the heading of the document replaces the page header, except the status.
      const isShown = side === "footer" || part === 1 || page > 0;
      const style = pageTextStyles[side === "header" && part === 1 ? "status" : "plain"];
      const shown = isShown ? withPageNumbers(text, { page: page + 1, pages: layout.pages.length }) : "";
      return makeElement("span", { class: rules.classOf(declarationsOfText(style)) }, shown);
    });
    return makeElement("div", { class: `paper-running ${place}`, "aria-hidden": "true" }, ...texts);
  };
  const parts = [...drawAcross(drawn), running("header"), rows, running("footer")];
  return makeElement("div", { class: "paper", role: "presentation" }, ...parts);
}

/** The width of a bold capital letter, with the spaces between words, as a part of its size. */
const capitalWidth = 0.6;

/** Draws why a page is not to be issued along its diagonal, behind its rows, as in its PDF. */
function drawAcross({ layout: { page }, rules, printed }: DrawnDocument): HTMLElement[] {
  const text = printed.print.header[1];
  if (text === "") return [];
  const { largest, room, angle } = acrossPage(page);
  const size = Math.min(largest, room / (text.length * capitalWidth));
  const look = `font-size: ${size}pt; rotate: ${angle}deg; color: #${pageTextStyles.across.color}`;
  return [makeElement("div", { class: `paper-across ${rules.classOf(look)}`, "aria-hidden": "true" }, text)];
}

function declarationsOfText({ size, color, bold = false }: CellStyle): string {
  return `font-size: ${size}pt; color: #${color ?? "000000"}; font-weight: ${bold ? 700 : 400}`;
}

function drawRow(drawn: DrawnDocument, { top, height, cells }: PageRow): HTMLElement {
  const { rules, layout } = drawn;
  const width = layout.edges.at(-1)!;
  const place = rules.classOf(`top: ${top}pt; height: ${height}pt; width: ${width}pt`);
  const elements = cells.map((cell) => drawCell(drawn, cell));
  const isHeard = elements.some((element) => element.textContent !== "");
  return makeElement("div", { class: `paper-row ${place}`, role: isHeard ? "row" : "presentation" }, ...elements);
}

function drawCell(drawn: DrawnDocument, { row, column, edges, box, room }: PageCell): HTMLElement {
  const { sheet, look, texts, rules } = drawn;
  const own = look.look(row, column);
  const value = cellAt(sheet, row, column);
  const text = texts.shown(sheet, row, column, own);
  const borders = Object.entries(edges).flatMap(([side, edge]) =>
    edge === undefined ? [] : [`border-${side}: ${lineOf(edge, lines)}`],
  );
  const names = [
    "paper-cell",
    // Each box overlaps the next by a pixel, so that rounding leaves no gap between cells.
    rules.classOf(`left: ${box.x}pt; width: calc(${box.width}pt + 1px); height: calc(${box.height}pt + 1px)`),
    rules.classOf(borders.join("; ")),
    own !== null && rules.classOf(declarationsOf({ ...own, indent: 0 })),
    own !== null && rules.classOf(indentOf(own)),
    typeof value === "number" && rules.classOf(barBehind(drawn, row, column, value)),
    typeof value === "number" && "number",
    own?.vertical === "top" || own?.vertical === "justify" ? "at-top" : own?.vertical === "center" && "at-middle",
    linkFrom(look, { row, column }) !== "" && "leads",
  ];
  const cell = makeElement("div", {
    class: names.filter(Boolean).join(" "),
    role: text === "" ? "presentation" : "gridcell",
  });
  if (text === "") return cell;
  cell.dataset["cell"] = cellName(row, column);
  const place = room === null ? "" : rules.classOf(`left: ${room.x - box.x}pt; width: ${room.width}pt`);
  cell.append(makeElement("span", { class: room === null ? "" : `paper-over ${place}` }, text));
  return cell;
}

/** Points of a level of indent, beside the padding of a cell. */
const indentWidth = 7.5;
const padding = 2.5;

/** Returns the declaration of an indent, which is the same whatever the size of the text. */
function indentOf({ indent, align }: CellLook): string {
  if (indent === 0) return "";
  return `padding-${align === "right" ? "right" : "left"}: ${padding + indent * indentWidth}pt`;
}

/** Draws placeholders of charts and pictures, which the page does not draw. */
function drawOver({ look, layout, rules, nameOf }: DrawnDocument, page: number): HTMLElement[] {
  const { edges, pages } = layout;
  const rows = pages[page]!;
  return look.drawings.flatMap(({ kind, block }) => {
    const [first, last] = [rows.find(({ row }) => row === block.top), rows.findLast(({ row }) => row <= block.bottom)];
    if (first === undefined || last === undefined) return [];
    const at = (column: number) => edges[Math.min(column, edges.length - 1)]!;
    const [x, end] = [at(block.left), at(block.right + 1)];
    const place = `left: ${x}pt; top: ${first.top}pt; width: ${end - x}pt; height: ${last.top + last.height - first.top}pt`;
    return [makeElement("div", { class: `drawing ${rules.classOf(place)}`, role: "presentation" }, nameOf(kind))];
  });
}
