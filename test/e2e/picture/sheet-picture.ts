import { readXlsx } from "hucre";
import type { Cell, CellStyle, Sheet } from "hucre";
import { columnName } from "../../../src/cells";
import { escaped } from "./escaped";
import { bandHeight, bandWidth, SheetPlaces, type Place } from "./sheet-places";

interface SheetView {
  readonly name: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Zero-based. */
  readonly selected: { readonly row: number; readonly column: number };
}

/** The top left of a sheet of an .xlsx file as HTML: letters, numbers, cells as a person sees them, one of them selected. */
export async function sheetAsHtml(bytes: Uint8Array, { name, width, height, selected }: SheetView): Promise<string> {
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const sheet = sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name}.`);
  const places = new SheetPlaces(sheet, width, height);
  const { columns, rows } = places;
  const boxes = [
    ...columns.map(({ at, size }, index) =>
      box(index === selected.column ? "band on" : "band", at, 0, size, bandHeight, columnName(index)),
    ),
    ...rows.map(({ at, size }, index) =>
      box(index === selected.row ? "band on" : "band", 0, at, bandWidth, size, String(index + 1)),
    ),
    ...rows.flatMap((_, row) =>
      columns.map((_, column) => {
        const place = places.of(row, column);
        return place === null ? "" : cellBox(sheet, row, column, place, columns.slice(column + 1));
      }),
    ),
    box("band", 0, 0, bandWidth, bandHeight, ""),
    selection(places.of(selected.row, selected.column)!),
  ];
  const style = `
    .sheet { position: relative; width: ${width}px; height: ${height}px; overflow: hidden; background: #fff; font: 13px Carlito, Calibri, "Open Sans", sans-serif }
    .sheet div { position: absolute; box-sizing: border-box; white-space: pre; line-height: 1.25 }
    .cell { border-right: 1px solid #e3e3e3; border-bottom: 1px solid #e3e3e3; overflow: hidden }
    .text { display: flex; padding: 1px 4px; overflow: hidden; color: #000; z-index: 1 }
    .selection { border: 2px solid #107c41; outline: 1px solid #fff; outline-offset: -3px; z-index: 2 }
    .band { background: #f3f3f3; border-right: 1px solid #cfcfcf; border-bottom: 1px solid #cfcfcf; color: #444; display: grid; place-content: center; font-size: 12px; z-index: 3 }
    .band.on { color: #0e6a37; background: #d3ebdc; font-weight: 700 }`;
  return `<style>${style}</style><div class="sheet">${boxes.join("")}</div>`;
}

const selection = ({ left, top, wide, tall }: Place) => box("selection", left - 1, top - 1, wide + 1, tall + 1, "");

function cellBox(
  sheet: Sheet,
  row: number,
  column: number,
  { left, top, wide, tall }: Place,
  next: readonly { size: number }[],
): string {
  const cell = sheet.cells?.get(`${row},${column}`);
  const { fill, border } = cell?.style ?? {};
  const colour = fill?.type === "pattern" && fill.pattern === "solid" ? fill.fgColor?.rgb : undefined;
  const sides = (["top", "bottom", "left", "right"] as const).flatMap((side) => {
    const style = border?.[side]?.style;
    if (style === undefined) return [];
    return `border-${side}: ${style === "double" ? "3px double" : style === "medium" ? "2px solid" : "1px solid"} ${style === "hair" ? "#bbb" : "#000"}`;
  });
  const frame = box("cell", left, top, wide, tall, "", [
    ...sides,
    ...(colour ? [`background: #${colour.slice(-6)}`] : []),
  ]);
  const text = shown(cell);
  if (cell === undefined || text === "") return frame;
  const wraps = cell.style?.alignment?.wrapText === true;
  let room = wide;
  // As in a spreadsheet, text runs over the blank cells that follow.
  if (typeof cell.value === "string" && !wraps)
    for (const [index, { size }] of next.entries()) {
      if (shown(sheet.cells?.get(`${row},${column + 1 + index}`)) !== "") break;
      room += size;
    }
  return frame + box("text", left, top, room, tall, text, textStyle(cell.style, typeof cell.value === "number", wraps));
}

function textStyle(style: CellStyle | undefined, isNumber: boolean, wraps: boolean): string[] {
  const { font, alignment } = style ?? {};
  const said = alignment?.horizontal === "general" ? undefined : alignment?.horizontal;
  const across = said ?? (isNumber ? "right" : "left");
  const down = alignment?.vertical ?? "bottom";
  return [
    `justify-content: ${across === "right" ? "end" : across === "center" ? "center" : "start"}`,
    `text-align: ${across}`,
    `align-items: ${down === "top" ? "start" : down === "center" ? "center" : "end"}`,
    `font-size: ${Math.round(((font?.size ?? 11) * 4) / 3) - 1}px`,
    ...(font?.bold ? ["font-weight: 700"] : []),
    ...(font?.italic ? ["font-style: italic"] : []),
    ...(font?.underline ? ["text-decoration: underline"] : []),
    ...(font?.color?.rgb ? [`color: #${font.color.rgb.slice(-6)}`] : []),
    ...(wraps ? ["white-space: pre-wrap"] : []),
    ...(alignment?.indent ? [`padding-left: ${4 + alignment.indent * 9}px`] : []),
  ];
}

function shown(cell: Cell | undefined): string {
  const value = cell?.value ?? null;
  const format = cell?.style?.numFmt ?? "General";
  if (value instanceof Date) return value.toLocaleDateString("fr-FR", { timeZone: "UTC" });
  if (typeof value !== "number") return value === null ? "" : String(value);
  if (format.includes("€")) return value.toLocaleString("fr-FR", { style: "currency", currency: "EUR" });
  if (format.includes("0.00")) return value.toLocaleString("fr-FR", { minimumFractionDigits: 2 });
  return value.toLocaleString("fr-FR", { useGrouping: format.includes("#,##0") });
}

function box(
  kind: string,
  left: number,
  top: number,
  wide: number,
  tall: number,
  text: string,
  style: readonly string[] = [],
) {
  const place = `left: ${left}px; top: ${top}px; width: ${wide}px; height: ${tall}px`;
  return `<div class="${kind}" style="${[place, ...style].join("; ")}">${escaped(text)}</div>`;
}
