import type { CellBlock } from "../../../../src/cells";
import { HostError, type Wire } from "../../host-object";
import { isEntireColumn, isEntireRow, lastColumn, lastRow } from "../state/area";
import { PageSetup, parts, type Margin, type Part, type Texts } from "../state/page-setup";
import type { HostSheet } from "../state/sheet";
import { booleanOf, defineClass, numberOf, oneOf, required, settings, textOf, type Argument } from "./define";
import { areaFrom, areaOf, areasFrom } from "./places";
import { range } from "./range";
import { rangeAreas } from "./range-areas";
import { ofSheet } from "./guards";

const marginNames: Readonly<Record<string, Margin>> = {
  topMargin: "top",
  bottomMargin: "bottom",
  leftMargin: "left",
  rightMargin: "right",
  headerMargin: "header",
  footerMargin: "footer",
};
const papers = ["Letter", "Tabloid", "Legal", "Executive", "A3", "A4", "A5", "B4", "B5"] as const;
const plainSettings = settings<HostSheet>(({ page }) => page.settings, Object.keys(new PageSetup().settings));

function setMargin(page: PageSetup, margin: Margin, points: number): void {
  if (points < 0) throw new HostError("InvalidArgument", "A margin is not negative.");
  page.margins[margin] = points;
}

const units = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

function setPrintMargins({ page }: HostSheet, unit: Argument, given: Argument): void {
  const factor = units[oneOf(unit, ["Points", "Inches", "Centimeters"], "unit")];
  for (const [name, value] of Object.entries(given as Record<string, Wire>)) {
    const margin = oneOf(name, ["top", "bottom", "left", "right", "header", "footer"] as const, "margin");
    if (value !== null && value !== undefined) setMargin(page, margin, numberOf(value, name) * factor);
  }
}

const zoomNames = ["horizontalFitToPages", "verticalFitToPages", "scale"];

/** Either a scale or a number of pages; the other one goes. */
function setZoom(sheet: HostSheet, value: Wire): void {
  const { page } = sheet;
  const zoom = Object.entries((value ?? {}) as Record<string, Wire>).filter(
    ([, one]) => one !== null && one !== undefined,
  );
  for (const [name, one] of zoom)
    if (!zoomNames.includes(name) || typeof one !== "number" || (name === "scale" && (one < 10 || one > 400)))
      throw new HostError("InvalidArgument", `zoom.${name}: ${String(one)}`);
  if (zoom.some(([name]) => name !== "scale") && sheet.book.pagesMissed.delete(sheet)) return;
  const isTall = sheet.book.widthAloneFitsOnePage && zoom.length === 1 && zoom[0]![0] === "horizontalFitToPages";
  const set = isTall ? [...zoom, ["verticalFitToPages", 1] as const] : zoom;
  // No number of pages: as many as it takes.
  page.zoom = Object.fromEntries(set.filter(([name, one]) => name === "scale" || one !== 0)) as Record<string, number>;
}

/** An empty text takes the titles away. */
function setTitles(sheet: HostSheet, given: Argument, across: boolean): void {
  if (given === "") {
    if (across) sheet.page.titleColumns = null;
    else sheet.page.titleRows = null;
    return;
  }
  const area = areaFrom(sheet, given);
  if (!(across ? isEntireColumn(area) : isEntireRow(area)))
    throw new HostError("InvalidArgument", "Titles are whole rows or columns.");
  if (across) sheet.page.titleColumns = { first: area.left, last: area.right };
  else sheet.page.titleRows = { first: area.top, last: area.bottom };
}

type Titles = PageSetup["titleRows"];
const rowsBlock = (titles: NonNullable<Titles>): CellBlock => ({
  top: titles.first,
  bottom: titles.last,
  left: 0,
  right: lastColumn,
});
const columnsBlock = (titles: NonNullable<Titles>): CellBlock => ({
  left: titles.first,
  right: titles.last,
  top: 0,
  bottom: lastRow,
});

function titleRange(sheet: HostSheet, titles: Titles, block: typeof rowsBlock): ReturnType<typeof range> | null {
  return titles === null ? null : range(areaOf(sheet, block(titles)));
}

function printArea(sheet: HostSheet): ReturnType<typeof rangeAreas> | null {
  return sheet.page.printArea === null ? null : rangeAreas(sheet.page.printArea.map((block) => areaOf(sheet, block)));
}

/** The whole of a sheet is no print area: it takes the one there is away. */
function setPrintArea(sheet: HostSheet, given: Argument): void {
  const areas = areasFrom(sheet, given);
  const isWhole = areas.some((area) => isEntireRow(area) && isEntireColumn(area));
  sheet.page.printArea = isWhole ? null : areas.map(({ top, left, bottom, right }) => ({ top, left, bottom, right }));
}

/** How a sheet is printed; margins are points. */
export const pageLayout = defineClass<HostSheet>("PageLayout", {
  ...ofSheet,
  writable: (sheet) => {
    ofSheet.writable(sheet);
    if (sheet.book.noPrinter) throw new HostError("GeneralException", "No printer is installed.");
  },
  writes: ["setPrintArea", "setPrintTitleRows", "setPrintTitleColumns", "setPrintMargins"],
  get: {
    ...plainSettings.get,
    ...Object.fromEntries(
      Object.entries(marginNames).map(([name, margin]) => [name, ({ page }: HostSheet) => page.margins[margin]]),
    ),
    orientation: ({ page }) => page.orientation,
    paperSize: ({ page }) => page.paperSize,
    zoom: ({ page }) => page.zoom,
  },
  set: {
    ...plainSettings.set,
    ...Object.fromEntries(
      Object.entries(marginNames).map(([name, margin]) => [
        name,
        ({ page }: HostSheet, value: Wire) => setMargin(page, margin, numberOf(value, name)),
      ]),
    ),
    orientation: ({ page }, value) => void (page.orientation = oneOf(value, ["Portrait", "Landscape"], "orientation")),
    paperSize: ({ page }, value) => void (page.paperSize = oneOf(value, papers, "paperSize")),
    zoom: setZoom,
  },
  navigate: { headersFooters: (sheet) => headersFooters(sheet) },
  call: {
    setPrintArea,
    setPrintTitleRows: (sheet, rows) => setTitles(sheet, rows, false),
    setPrintTitleColumns: (sheet, columns) => setTitles(sheet, columns, true),
    setPrintMargins,
    getPrintArea: (sheet) => required(printArea(sheet)),
    getPrintAreaOrNullObject: (sheet) => printArea(sheet),
    getPrintTitleRows: (sheet) => required(titleRange(sheet, sheet.page.titleRows, rowsBlock)),
    getPrintTitleRowsOrNullObject: (sheet) => titleRange(sheet, sheet.page.titleRows, rowsBlock),
    getPrintTitleColumns: (sheet) => required(titleRange(sheet, sheet.page.titleColumns, columnsBlock)),
    getPrintTitleColumnsOrNullObject: (sheet) => titleRange(sheet, sheet.page.titleColumns, columnsBlock),
  },
});

const states = ["Default", "FirstAndDefault"] as const;

const headersFooters = defineClass<HostSheet>("HeaderFooterGroup", {
  ...ofSheet,
  get: {
    state: ({ page }) => states[Number(page.isFirstApart)]!,
    useSheetMargins: () => true,
    useSheetScale: () => true,
  },
  set: {
    state: ({ page }, value) => void (page.isFirstApart = oneOf(value, states, "state") === "FirstAndDefault"),
    useSheetMargins: (_sheet, value) => void booleanOf(value, "useSheetMargins"),
    useSheetScale: (_sheet, value) => void booleanOf(value, "useSheetScale"),
  },
  navigate: { defaultForAllPages: (sheet) => allPages(sheet), firstPage: (sheet) => firstPage(sheet) },
});

function defineTexts(textsOf: (page: PageSetup) => Texts) {
  return defineClass<HostSheet>("HeaderFooter", {
    ...ofSheet,
    get: Object.fromEntries(parts.map((part) => [part, ({ page }: HostSheet) => textsOf(page)[part]])),
    set: Object.fromEntries(
      parts.map((part) => [part, ({ page }: HostSheet, value: Wire) => setText(textsOf(page), part, value)]),
    ),
  });
}

const allPages = defineTexts(({ texts }) => texts);
const firstPage = defineTexts(({ firstTexts }) => firstTexts);

/** Excel holds 255 characters of header and as many of footer, codes included. */
function setText(texts: Texts, part: Part, value: Wire): void {
  const text = textOf(value, part);
  const kind = part.endsWith("Header") ? "Header" : "Footer";
  const others = parts.filter((one) => one !== part && one.endsWith(kind)).map((one) => texts[one]);
  const used = [text, ...others].filter((one) => one !== "");
  if (used.reduce((total, one) => total + one.length + 2, 0) > 255)
    throw new HostError("InvalidArgument", `${part} is too long.`);
  texts[part] = text;
}
