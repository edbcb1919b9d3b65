import { cellName, columnName, parseCellName } from "../../cells";
import type { SheetModel } from "../../documents";
import { anomaly, type Anomaly } from "../../messages";
import { withoutSheet } from "../addresses";
import { pageTextsOf } from "../page-texts";
import { areasAt } from "./address-lists";
import { codeOfFault } from "./excel-faults";
import { request } from "./requests";

/** The view and print settings of a sheet: everything but its cells and charts. Lengths in points. */
export interface SheetLayout {
  /** Column widths, from column A. */
  readonly widths: readonly number[];
  /** `#RRGGBB`, or an empty text; null for a hidden sheet, whose colour Excel does not give. */
  readonly tabColor: string | null;
  /** Null when Excel does not give it; absent from records of earlier versions. */
  readonly gridlines?: boolean | null;
  /** The frozen cells: `A1:B3`, whole rows `1:3`, whole columns `A:B`, or null. */
  readonly freeze: string | null;
  /** Null when Excel does not give it. */
  readonly orientation: string | null;
  readonly paperSize: string | null;
  readonly margins: Readonly<Record<MarginName, number>>;
  /** Number of pages across and down (null: as many as needed), or the scale in percent when pages are not counted. */
  readonly fit: { readonly across: number | null; readonly down: number | null; readonly scale: number | null };
  readonly printArea: string | null;
  /** Rows repeated on each page, `1:2`, or null. */
  readonly titleRows: string | null;
  readonly texts: PageTexts;
  /** Texts of the first page when they differ; absent from records of earlier versions. */
  readonly firstTexts?: PageTexts | null;
  /** Zero-based rows before which a page break stands. */
  readonly breaks: readonly number[];
}

const sides = ["top", "bottom", "left", "right", "header", "footer"] as const;
const marginNames = sides.map((side) => `${side}Margin` as const);
type MarginName = (typeof marginNames)[number];

const textNames = (["Header", "Footer"] as const).flatMap((end) =>
  (["left", "center", "right"] as const).map((place) => `${place}${end}` as const),
);
type TextName = (typeof textNames)[number];
type PageTexts = Readonly<Record<TextName, string>>;

const pointsPerInch = 72;

/** The known layout of a sheet just added. */
export const newSheet: Partial<SheetLayout> = { gridlines: true, freeze: null, titleRows: null, breaks: [] };

/** Returns the layout of a model. */
export function layoutOf({ widths, tabColor, hidesGridlines, freeze, print }: SheetModel): SheetLayout {
  const { margins, area, titleRows } = print;
  const { first, others } = pageTextsOf(print);
  const texts = ({ header, footer }: typeof first) => recordOf(textNames, (_, index) => [...header, ...footer][index]!);
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
    texts: texts(others),
    firstTexts: texts(first),
    breaks: print.breaksBefore.filter((row) => row > 0),
  };
}

/** Returns the address of the frozen cells: whole rows when no column is frozen, whole columns when no row is. */
function frozenAddress({ rows, columns }: NonNullable<SheetModel["freeze"]>): string | null {
  if (rows === 0 && columns === 0) return null;
  if (columns === 0) return `1:${rows}`;
  return rows === 0 ? `A:${columnName(columns - 1)}` : `A1:${cellName(rows - 1, columns - 1)}`;
}

/** Returns an address of frozen cells as `layoutOf` writes it; Excel may give whole rows by their end cells. */
function frozenCells(address: string): string {
  const rows = /^A(\d+):XFD(\d+)$/.exec(address);
  if (rows !== null) return `${rows[1]}:${rows[2]}`;
  const columns = /^([A-Z]+)1:([A-Z]+)1048576$/.exec(address);
  return columns === null ? address : `${columns[1]}:${columns[2]}`;
}

/** Queues a request for the layout of a sheet, with the widths of its first columns. */
export function askLayout(sheet: Excel.Worksheet, columns: number): () => SheetLayout {
  sheet.load("tabColor");
  // Loaded separately, because a refusal identifies its statement, and this one shows that another workbook is in
  // front.
  sheet.load("showGridlines");
  const widths = sheet.getRange(`A:${columnName(columns - 1)}`).getColumnProperties({ format: { columnWidth: true } });
  const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
  const page = sheet.pageLayout.load(`orientation,paperSize,zoom,${marginNames.join()}`);
  const area = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
  const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
  const group = sheet.pageLayout.headersFooters.load("state");
  const texts = group.defaultForAllPages.load(textNames.join());
  const firstTexts = group.firstPage.load(textNames.join());
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
    firstTexts: group.state === firstApart ? recordOf(textNames, (name) => firstTexts[name] ?? "") : null,
    breaks: breaks.items.map(({ rowIndex }) => rowIndex),
  });
}

function recordOf<Name extends string, T>(names: readonly Name[], valueOf: (name: Name, index: number) => T) {
  return Object.fromEntries(names.map((name, index) => [name, valueOf(name, index)])) as Record<Name, T>;
}

/** Returns one or several addresses without sheet names and `$`. */
function plainAddress(address: string): string {
  const unquoted = address.replace(/'(?:[^']|'')*'!/g, "");
  return unquoted.split(",").map(withoutSheet).join().replaceAll("$", "");
}

/** Width in pixels of a digit in the default font, Calibri 11; below, the padding of a cell. */
const pixelsPerCharacter = 7;
const paddingPixels = 5;
const pointsPerPixel = 0.75;

/** Returns the width in points of a column given in characters: Excel rounds to 256ths of one, then to pixels. */
export function pointsOfWidth(characters: number): number {
  // A column of width 0 is hidden.
  if (characters === 0) return 0;
  const rounded = 256 * characters + Math.trunc(128 / pixelsPerCharacter);
  return (Math.trunc((rounded / 256) * pixelsPerCharacter) + paddingPixels) * pointsPerPixel;
}

/** A wanted layout, and the known present one. */
export interface SetUp {
  /** The id of the sheet, or the name of a sheet just added. */
  readonly sheet: string;
  readonly from: Partial<SheetLayout>;
  readonly to: SheetLayout;
  /** False for a hidden sheet, which cannot be frozen and whose tab colour Excel does not give. */
  readonly isShown: boolean;
}

/** Returns whether Excel applied a setting that it may silently ignore. */
type IsTaken = () => boolean;

type Part = "tabs" | "pages" | "panes";

/**
 * Settings that may be refused independently: page setup without a printer, frozen panes when another workbook is in
 * front. Only differences from `from` are set, because each setting is slow in Excel; a value of null, which Excel
 * gives for a hidden sheet, is never set.
 */
const parts: Readonly<Record<Part, (sheet: Excel.Worksheet, setUp: SetUp) => IsTaken | void>> = {
  tabs: (sheet, { from, to, isShown }) => {
    if (isShown && to.tabColor !== null && from.tabColor !== to.tabColor) sheet.tabColor = to.tabColor;
  },
  pages: (sheet, { from, to }) => {
    const isTaken = applyPageLayout(sheet, from, to);
    applyBreaks(sheet.horizontalPageBreaks, from, to);
    return isTaken;
  },
  panes: (sheet, { from, to, isShown }) => {
    if (!isShown) return;
    if (to.gridlines != null && from.gridlines !== to.gridlines) sheet.showGridlines = to.gridlines;
    applyFreeze(sheet, from, to);
  },
};
const allParts = Object.keys(parts) as readonly Part[];

/** Queues layouts, in whole or by parts; the returned function gives those that Excel silently ignored. */
export function queueSetUps(
  { worksheets }: Excel.Workbook,
  setUps: readonly SetUp[],
  wanted = allParts,
): () => SetUp[] {
  const asked = wanted.flatMap((part) =>
    setUps.map((setUp) => ({ setUp, isTaken: parts[part](worksheets.getItem(setUp.sheet), setUp) ?? (() => true) })),
  );
  return () => asked.filter(({ isTaken }) => !isTaken()).map(({ setUp }) => setUp);
}

/** Sets ignored numbers of pages once more. Returns a warning when Excel refuses them this time, else null. */
export function fitAgain(passedOver: readonly SetUp[]): Promise<Anomaly | null> {
  const unknown = { across: null, down: null, scale: null };
  const setUps = passedOver.map((setUp): SetUp => ({ ...setUp, from: { ...setUp.to, fit: unknown } }));
  return setUps.length === 0 ? Promise.resolve(null) : setUpByParts(setUps, ["pages"]);
}

/**
 * Applies layouts part by part, each in its own request, because a refused margin must not lose a generation. Returns a
 * warning about the refused parts, or null.
 */
export async function setUpByParts(setUps: readonly SetUp[], wanted = allParts): Promise<Anomaly | null> {
  const refused: Part[] = [];
  for (const part of wanted)
    try {
      await request(({ workbook }) => queueSetUps(workbook, setUps, [part]));
    } catch (error) {
      if (codeOfFault(error) === null) throw error;
      refused.push(part);
    }
  if (refused.length === 0) return null;
  return anomaly("warning", "office-set-up-refused", Object.fromEntries(refused.map((part) => [part, "1"])));
}

/** Differences below these are ignored, because Excel returns rounded lengths. */
const nearWidth = 0.4;
const nearMargin = 0.01;

function applyFreeze({ freezePanes }: Excel.Worksheet, from: Partial<SheetLayout>, to: SheetLayout): void {
  if (from.freeze === to.freeze) return;
  if (to.freeze === null) return freezePanes.unfreeze();
  const [, rows] = /^\d+:(\d+)$/.exec(to.freeze) ?? [];
  const [, columns] = /^[A-Z]+:([A-Z]+)$/.exec(to.freeze) ?? [];
  if (rows !== undefined) freezePanes.freezeRows(Number(rows));
  else if (columns !== undefined) freezePanes.freezeColumns(parseCellName(`${columns}1`)!.column + 1);
  else freezePanes.freezeAt(to.freeze);
}

export function applyWidths(sheet: Excel.Worksheet, from: readonly number[], to: readonly number[]): void {
  // A column to be hidden may have been shown since.
  const isSet = (column: number) => to[column] !== 0 && Math.abs((from[column] ?? -1) - to[column]!) < nearWidth;
  for (let column = 0; column < to.length;) {
    let end = column + 1;
    while (end < to.length && to[end] === to[column] && isSet(end) === isSet(column)) end++;
    if (!isSet(column)) sheet.getRange(`${columnName(column)}:${columnName(end - 1)}`).format.columnWidth = to[column]!;
    column = end;
  }
}

/** Sets the page setup, except page breaks. */
function applyPageLayout(sheet: Excel.Worksheet, from: Partial<SheetLayout>, to: SheetLayout): IsTaken | undefined {
  const page = sheet.pageLayout;
  if (to.orientation !== null && from.orientation !== to.orientation)
    page.orientation = to.orientation as Excel.PageOrientation;
  if (to.paperSize !== null && from.paperSize !== to.paperSize) page.paperSize = to.paperSize as Excel.PaperType;
  for (const name of marginNames)
    if (from.margins === undefined || Math.abs(from.margins[name] - to.margins[name]) > nearMargin)
      page[name] = to.margins[name];
  const isTaken = applyFit(page, from, to);
  // No call removes a print area: the existing one stays.
  if (from.printArea !== to.printArea && to.printArea !== null)
    page.setPrintArea(to.printArea.includes(",") ? areasAt(sheet, to.printArea) : to.printArea);
  if (from.titleRows !== to.titleRows) page.setPrintTitleRows(to.titleRows ?? "");
  const group = page.headersFooters;
  const state = to.firstTexts == null ? "Default" : firstApart;
  if (from.firstTexts === undefined || (from.firstTexts === null) !== (to.firstTexts == null)) group.state = state;
  applyTexts(group.defaultForAllPages, from.texts, to.texts);
  if (to.firstTexts != null) applyTexts(group.firstPage, from.firstTexts ?? undefined, to.firstTexts);
  return isTaken;
}

/** The state of headers and footers when those of the first page differ. */
const firstApart = "FirstAndDefault";

function applyTexts(texts: Excel.HeaderFooter, from: PageTexts | undefined, to: PageTexts): void {
  for (const name of textNames) if (from?.[name] !== to[name]) texts[name] = to[name];
}

/**
 * Sets the number of pages, which some versions of Excel silently ignore, or the scale. Returns undefined when no
 * number of pages was set.
 */
function applyFit(page: Excel.PageLayout, from: Partial<SheetLayout>, to: SheetLayout): IsTaken | undefined {
  const { across, down, scale } = to.fit;
  const isCounted = across !== null || down !== null;
  if (from.fit?.across === across && from.fit.down === down && (isCounted || from.fit.scale === scale))
    return undefined;
  if (!isCounted) {
    page.zoom = { scale: scale ?? 100 };
    return undefined;
  }
  // Without a number of pages down, some versions of Excel keep the single page of a new sheet.
  page.zoom = { ...(across !== null && { horizontalFitToPages: across }), verticalFitToPages: down ?? 0 };
  page.load("zoom");
  const pages = ({ zoom }: Excel.PageLayout) => [zoom.horizontalFitToPages || null, zoom.verticalFitToPages || null];
  return () => pages(page).join() === [across, down].join();
}

function applyBreaks(breaks: Excel.PageBreakCollection, from: Partial<SheetLayout>, to: SheetLayout): void {
  if (from.breaks?.join() === to.breaks.join()) return;
  if (from.breaks === undefined || from.breaks.length > 0) breaks.removePageBreaks();
  for (const row of to.breaks) breaks.add(`A${row + 1}`);
}
