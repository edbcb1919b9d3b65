import { cellName, columnName } from "../../cells";
import type { SheetModel } from "../../documents";
import { withoutSheet } from "../addresses";

/** How a sheet is shown and printed: everything of it that is neither cells nor charts. Lengths in points. */
export interface SheetLayout {
  /** Of the columns from A on. */
  readonly widths: readonly number[];
  /** `#RRGGBB`, or an empty text; null where Excel does not tell it, of a hidden sheet. */
  readonly tabColor: string | null;
  /** Null where Excel does not tell it; absent from what an earlier version kept. */
  readonly gridlines?: boolean | null;
  /** The cells kept in view: `A1:B3`, whole rows `1:3`, whole columns `A:B`, or null. */
  readonly freeze: string | null;
  /** Null where Excel does not tell it. */
  readonly orientation: string | null;
  readonly paperSize: string | null;
  readonly margins: Readonly<Record<MarginName, number>>;
  /** Pages across and down (null: as many as it takes), or the scale in percent where the pages are not counted. */
  readonly fit: { readonly across: number | null; readonly down: number | null; readonly scale: number | null };
  readonly printArea: string | null;
  /** `1:2`, or null. */
  readonly titleRows: string | null;
  readonly texts: Readonly<Record<TextName, string>>;
  /** Zero-based rows before which a page starts. */
  readonly breaks: readonly number[];
}

const sides = ["top", "bottom", "left", "right", "header", "footer"] as const;
export const marginNames = sides.map((side) => `${side}Margin` as const);
type MarginName = (typeof marginNames)[number];

export const textNames = (["Header", "Footer"] as const).flatMap((end) =>
  (["left", "center", "right"] as const).map((place) => `${place}${end}` as const),
);
type TextName = (typeof textNames)[number];

const pointsPerInch = 72;

/** What is known of the layout of a sheet that was just added. */
export const newSheet: Partial<SheetLayout> = { gridlines: true, freeze: null, titleRows: null, breaks: [] };

/** Returns the layout that a model asks for. */
export function layoutOf({ widths, tabColor, hidesGridlines, freeze, print }: SheetModel): SheetLayout {
  const { margins, header, footer, area, titleRows } = print;
  return {
    widths: widths.map(pointsOfWidth),
    tabColor: tabColor === null ? "" : `#${tabColor}`,
    gridlines: hidesGridlines !== true,
    freeze: freeze === null ? null : frozenAddress(freeze),
    orientation: print.orientation === "portrait" ? "Portrait" : "Landscape",
    paperSize: "A4",
    margins: recordOf(marginNames, (_, index) => margins[sides[index]!] * pointsPerInch),
    fit: { across: 1, down: print.onePage ? 1 : null, scale: null },
    printArea: `A1:${cellName(area.lastRow, area.lastColumn)}`,
    titleRows: titleRows === null ? null : `${titleRows.first + 1}:${titleRows.last + 1}`,
    texts: recordOf(textNames, (_, index) => [...header, ...footer][index]!),
    breaks: print.breaksBefore.filter((row) => row > 0),
  };
}

/** Returns the cells kept in view: whole rows where no column is kept in view, whole columns where no row is. */
function frozenAddress({ rows, columns }: NonNullable<SheetModel["freeze"]>): string | null {
  if (rows === 0 && columns === 0) return null;
  if (columns === 0) return `1:${rows}`;
  return rows === 0 ? `A:${columnName(columns - 1)}` : `A1:${cellName(rows - 1, columns - 1)}`;
}

/**
 * Returns an address of frozen cells as `layoutOf` writes it: whole rows and columns may be told by their first and last
 * cell.
 */
function frozenCells(address: string): string {
  const rows = /^A(\d+):XFD(\d+)$/.exec(address);
  if (rows !== null) return `${rows[1]}:${rows[2]}`;
  const columns = /^([A-Z]+)1:([A-Z]+)1048576$/.exec(address);
  return columns === null ? address : `${columns[1]}:${columns[2]}`;
}

/** Queues the question of how a sheet is laid out, its first columns wide. */
export function askLayout(sheet: Excel.Worksheet, columns: number): () => SheetLayout {
  sheet.load("tabColor,showGridlines");
  const widths = sheet.getRange(`A:${columnName(columns - 1)}`).getColumnProperties({ format: { columnWidth: true } });
  const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
  const page = sheet.pageLayout.load(`orientation,paperSize,zoom,${marginNames.join()}`);
  const area = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
  const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
  const texts = sheet.pageLayout.headersFooters.defaultForAllPages.load(textNames.join());
  const breaks = sheet.horizontalPageBreaks.load("items/rowIndex");
  return () => ({
    widths: widths.value.map(({ format }) => format?.columnWidth ?? 0),
    tabColor: sheet.tabColor as string | null,
    gridlines: sheet.showGridlines as boolean | null,
    freeze: frozen.isNullObject ? null : frozenCells(plainAddress(frozen.address)),
    orientation: page.orientation,
    paperSize: page.paperSize,
    margins: recordOf(marginNames, (name) => page[name]),
    fit: {
      across: page.zoom.horizontalFitToPages ?? null,
      down: page.zoom.verticalFitToPages ?? null,
      scale: page.zoom.scale ?? null,
    },
    printArea: area.isNullObject ? null : plainAddress(area.address),
    titleRows: titles.isNullObject ? null : plainAddress(titles.address),
    texts: recordOf(textNames, (name) => texts[name] ?? ""),
    breaks: breaks.items.map(({ rowIndex }) => rowIndex),
  });
}

function recordOf<Name extends string, T>(names: readonly Name[], valueOf: (name: Name, index: number) => T) {
  return Object.fromEntries(names.map((name, index) => [name, valueOf(name, index)])) as Record<Name, T>;
}

function plainAddress(address: string): string {
  return withoutSheet(address).replaceAll("$", "");
}

/** Pixels of a figure of the default font, Calibri 11, and those left empty on both sides of a cell. */
const pixelsPerCharacter = 7;
const paddingPixels = 5;
const pointsPerPixel = 0.75;

/**
 * Returns the points that Excel gives to a column so many characters wide: it rounds to 256ths of a character, then to
 * pixels.
 */
export function pointsOfWidth(characters: number): number {
  // A column of no width is hidden.
  if (characters === 0) return 0;
  const rounded = 256 * characters + Math.trunc(128 / pixelsPerCharacter);
  return (Math.trunc((rounded / 256) * pixelsPerCharacter) + paddingPixels) * pointsPerPixel;
}
