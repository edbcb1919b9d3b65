import { columnName, parseCellName } from "../../cells";
import { anomaly, type Anomaly } from "../../messages";
import { marginNames, textNames, type SheetLayout } from "./layout";
import { codeOfFault } from "./outcomes";
import { request } from "./requests";

/** How a sheet is to be shown and printed, and what is known of how it is. */
export interface SetUp {
  /** Its id; the name of one that was just added. */
  readonly sheet: string;
  readonly from: Partial<SheetLayout>;
  readonly to: SheetLayout;
  /** A hidden sheet has no window to freeze, and tells no colour. */
  readonly isShown: boolean;
}

/** Whether Excel took what was set; asked of what it may pass over without a refusal. */
type IsTaken = () => boolean;

type Part = "tabs" | "pages" | "panes";

/** What may be refused by itself: pages without a printer, panes where another workbook is in front. */
const parts: Readonly<Record<Part, (sheet: Excel.Worksheet, setUp: SetUp) => IsTaken | void>> = {
  tabs: (sheet, { from, to, isShown }) => (isShown ? applyTabColor(sheet, from, to) : undefined),
  pages: (sheet, { from, to }) => applyPage(sheet, from, to),
  panes: (sheet, { from, to, isShown }) => (isShown ? applyView(sheet, from, to) : undefined),
};
const allParts = Object.keys(parts) as readonly Part[];

/** Queues what sheets look like, contents apart: all of it, or parts. The answer is the set-ups that Excel passed over. */
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

/** Asks once more for the numbers of pages that Excel passed over. Returns a remark where it refuses them then, else null. */
export function fitAgain(passedOver: readonly SetUp[]): Promise<Anomaly | null> {
  const unknown = { across: null, down: null, scale: null };
  const setUps = passedOver.map((setUp): SetUp => ({ ...setUp, from: { ...setUp.to, fit: unknown } }));
  return setUps.length === 0 ? Promise.resolve(null) : setUpByParts(setUps, ["pages"]);
}

/**
 * Sets sheets up, one part after the other, each by itself: a margin is no reason to lose a generation. Returns what Excel
 * refused, as a remark; null where it refused nothing.
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

/** Widths closer than this look the same: Excel gives back what it rounded. */
const nearWidth = 0.4;
const nearMargin = 0.01;

// Only what is not known to be so already (`from`) is set, because Excel takes its time over each of these; and nothing that
// it told as null, which it does of what a hidden sheet does not show.

function applyTabColor(sheet: Excel.Worksheet, from: Partial<SheetLayout>, to: SheetLayout): void {
  if (to.tabColor !== null && from.tabColor !== to.tabColor) sheet.tabColor = to.tabColor;
}

/** Sets what the window of a sheet shows: a hidden one has none. */
function applyView(sheet: Excel.Worksheet, from: Partial<SheetLayout>, to: SheetLayout): void {
  if (to.gridlines != null && from.gridlines !== to.gridlines) sheet.showGridlines = to.gridlines;
  applyFreeze(sheet, from, to);
}

function applyFreeze({ freezePanes }: Excel.Worksheet, from: Partial<SheetLayout>, to: SheetLayout): void {
  if (from.freeze === to.freeze) return;
  if (to.freeze === null) return freezePanes.unfreeze();
  const [, rows] = /^\d+:(\d+)$/.exec(to.freeze) ?? [];
  const [, columns] = /^[A-Z]+:([A-Z]+)$/.exec(to.freeze) ?? [];
  if (rows !== undefined) freezePanes.freezeRows(Number(rows));
  else if (columns !== undefined) freezePanes.freezeColumns(parseCellName(`${columns}1`)!.column + 1);
  else freezePanes.freezeAt(to.freeze);
}

/**
 * How a sheet is printed, where its pages begin among it. What it returns tells whether Excel took the number of pages, which
 * some pass over; undefined where none was set.
 */
function applyPage(sheet: Excel.Worksheet, from: Partial<SheetLayout>, to: SheetLayout): (() => boolean) | undefined {
  const isTaken = applyPageLayout(sheet.pageLayout, from, to);
  applyBreaks(sheet.horizontalPageBreaks, from, to);
  return isTaken;
}

export function applyWidths(sheet: Excel.Worksheet, from: readonly number[], to: readonly number[]): void {
  // A column that is to be out of sight may have been shown meanwhile.
  const isSet = (column: number) => to[column] !== 0 && Math.abs((from[column] ?? -1) - to[column]!) < nearWidth;
  for (let column = 0; column < to.length;) {
    let end = column + 1;
    while (end < to.length && to[end] === to[column] && isSet(end) === isSet(column)) end++;
    if (!isSet(column)) sheet.getRange(`${columnName(column)}:${columnName(end - 1)}`).format.columnWidth = to[column]!;
    column = end;
  }
}

function applyPageLayout(page: Excel.PageLayout, from: Partial<SheetLayout>, to: SheetLayout) {
  if (to.orientation !== null && from.orientation !== to.orientation)
    page.orientation = to.orientation as Excel.PageOrientation;
  if (to.paperSize !== null && from.paperSize !== to.paperSize) page.paperSize = to.paperSize as Excel.PaperType;
  for (const name of marginNames)
    if (from.margins === undefined || Math.abs(from.margins[name] - to.margins[name]) > nearMargin)
      page[name] = to.margins[name];
  const isTaken = applyFit(page, from, to);
  // A sheet without a print area prints whole, which no call asks for: the one that is there stays.
  if (from.printArea !== to.printArea && to.printArea !== null) page.setPrintArea(to.printArea);
  if (from.titleRows !== to.titleRows) page.setPrintTitleRows(to.titleRows ?? "");
  const texts = page.headersFooters.defaultForAllPages;
  for (const name of textNames) if (from.texts?.[name] !== to.texts[name]) texts[name] = to.texts[name];
  return isTaken;
}

function applyFit(page: Excel.PageLayout, from: Partial<SheetLayout>, to: SheetLayout): (() => boolean) | undefined {
  const { across, down, scale } = to.fit;
  const isCounted = across !== null || down !== null;
  if (from.fit?.across === across && from.fit.down === down && (isCounted || from.fit.scale === scale))
    return undefined;
  page.zoom = isCounted
    ? {
        ...(across === null ? {} : { horizontalFitToPages: across }),
        // Without it, some Excels keep the one page that a new sheet is tall.
        verticalFitToPages: down ?? 0,
      }
    : { scale: scale ?? 100 };
  if (!isCounted) return undefined;
  page.load("zoom");
  const pages = ({ zoom }: Excel.PageLayout) => [zoom.horizontalFitToPages || null, zoom.verticalFitToPages || null];
  return () => pages(page).join() === [across, down].join();
}

function applyBreaks(breaks: Excel.PageBreakCollection, from: Partial<SheetLayout>, to: SheetLayout): void {
  if (from.breaks?.join() === to.breaks.join()) return;
  if (from.breaks === undefined || from.breaks.length > 0) breaks.removePageBreaks();
  for (const row of to.breaks) breaks.add(`A${row + 1}`);
}
