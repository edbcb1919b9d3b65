import { HostError, type Wire } from "../../host-object";
import type { Area } from "../state/area";
import { copySheet } from "../state/copy-sheet";
import type { HostSheet, Visibility } from "../state/sheet";
import { chartCollection } from "./charts";
import { commentCollection, noteCollection } from "./comments";
import {
  colorOf,
  defineClass,
  numberOf,
  oneOf,
  required,
  settings,
  stateOf,
  type Argument,
  type ModelObject,
  type ObjectOf,
} from "./define";
import { freezePanes } from "./freeze-panes";
import { namedItems } from "./named-items";
import { pageBreaks } from "./page-breaks";
import { pageLayout } from "./page-layout";
import { areaFrom, areaOf, areasFrom, movedArea } from "./places";
import { worksheetProtection } from "./protection";
import { range } from "./range";
import { rangeAreas } from "./range-areas";
import { ofSheet } from "./guards";
import { tableCollection } from "./tables";

const visibilities = ["Visible", "Hidden", "VeryHidden"] as const satisfies readonly Visibility[];
const plainSettings = settings<HostSheet>(
  (sheet) => sheet.settings,
  ["showGridlines", "showHeadings", "enableCalculation", "standardWidth"],
);

function usedOf(sheet: HostSheet, valuesOnly: Argument): Area | null {
  sheet.book.calculation.update();
  const used = sheet.grid.used(valuesOnly !== true);
  return used === null ? null : areaOf(sheet, used);
}

/** What needs a window of the workbook to be told or set. */
function inFront<Rest extends unknown[], Given>(act: (sheet: HostSheet, ...rest: Rest) => Given) {
  return (sheet: HostSheet, ...rest: Rest): Given => {
    sheet.book.assertInFront();
    return act(sheet, ...rest);
  };
}

function setVisibility(sheet: HostSheet, value: Wire): void {
  const visibility = oneOf(value, visibilities, "visibility");
  sheet.book.assertStructure();
  if (visibility !== "Visible") sheet.book.assertOtherVisible(sheet);
  sheet.visibility = visibility;
}

function move(sheet: HostSheet, value: Wire): void {
  const { sheets } = sheet.book;
  const place = numberOf(value, "position");
  sheet.book.assertStructure();
  if (!Number.isInteger(place) || place < 0 || place >= sheets.length)
    throw new HostError("InvalidArgument", "No such position.");
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(place, 0, sheet);
}

const positions = ["None", "Before", "After", "Beginning", "End"] as const;

function copy(sheet: HostSheet, position: Argument, relativeTo: Argument): ModelObject<HostSheet> {
  const { book } = sheet;
  const where = oneOf(position ?? "None", positions, "positionType");
  const other = stateOf<HostSheet>(relativeTo, "Worksheet") ?? sheet;
  const places = { None: 0, End: book.sheets.length, Beginning: 0 } as const;
  const beside = book.sheets.indexOf(other);
  const place = where === "Before" ? beside : where === "After" ? beside + 1 : places[where];
  return worksheet(copySheet(sheet, place));
}

function neighbour(sheet: HostSheet, step: 1 | -1, visibleOnly: Argument): HostSheet | null {
  const { sheets } = sheet.book;
  for (let place = sheets.indexOf(sheet) + step; place >= 0 && place < sheets.length; place += step)
    if (visibleOnly !== true || sheets[place]!.visibility === "Visible") return sheets[place]!;
  return null;
}

const optional = (sheet: HostSheet | null): ModelObject<HostSheet> | null => (sheet === null ? null : worksheet(sheet));

function byIndexes(sheet: HostSheet, row: number, column: number, rows: number, columns: number): Area {
  return movedArea(areaOf(sheet, { top: row, left: column, bottom: row, right: column }), {
    bottom: row + rows - 1,
    right: column + columns - 1,
  });
}

export const worksheet: ObjectOf<HostSheet> = defineClass<HostSheet>("Worksheet", {
  id: (sheet) => sheet.id,
  present: ofSheet.present,
  get: {
    ...plainSettings.get,
    showGridlines: inFront((sheet) => sheet.settings["showGridlines"]!),
    showHeadings: inFront((sheet) => sheet.settings["showHeadings"]!),
    id: (sheet) => sheet.id,
    name: (sheet) => sheet.name,
    position: (sheet) => sheet.book.sheets.indexOf(sheet),
    visibility: (sheet) => sheet.visibility,
    // Null for a sheet that does not show, whatever its colour (reference).
    tabColor: (sheet) => (sheet.visibility !== "Visible" ? null : sheet.tabColor === null ? "" : `#${sheet.tabColor}`),
    standardHeight: () => 15,
    tabId: ({ tabId }) => tabId,
  },
  set: {
    ...plainSettings.set,
    showGridlines: inFront((sheet, value) => plainSettings.set["showGridlines"]!(sheet, value)),
    showHeadings: inFront((sheet, value) => plainSettings.set["showHeadings"]!(sheet, value)),
    name: (sheet, value) => sheet.book.renameSheet(sheet, value),
    position: move,
    visibility: setVisibility,
    tabColor: (sheet, value) => void (sheet.tabColor = colorOf(value)),
  },
  navigate: {
    names: (sheet) => namedItems({ book: sheet.book, scope: sheet }),
    tables: (sheet) => tableCollection({ book: sheet.book, sheet }),
    charts: (sheet) => chartCollection(sheet),
    comments: (sheet) => commentCollection(sheet),
    notes: (sheet) => noteCollection(sheet),
    protection: (sheet) => worksheetProtection(sheet),
    autoFilter: (sheet) => autoFilter(sheet),
    freezePanes: (sheet) => freezePanes(sheet),
    pageLayout: (sheet) => pageLayout(sheet),
    horizontalPageBreaks: (sheet) => pageBreaks({ sheet, across: false }),
    verticalPageBreaks: (sheet) => pageBreaks({ sheet, across: true }),
  },
  call: {
    getRange: (sheet, address) => range(areaFrom(sheet, address)),
    getRanges: (sheet, address) => rangeAreas(areasFrom(sheet, address)),
    getCell: (sheet, row, column) => range(byIndexes(sheet, numberOf(row, "row"), numberOf(column, "column"), 1, 1)),
    getRangeByIndexes: (sheet, row, column, rows, columns) =>
      range(
        byIndexes(
          sheet,
          numberOf(row, "startRow"),
          numberOf(column, "startColumn"),
          numberOf(rows, "rowCount"),
          numberOf(columns, "columnCount"),
        ),
      ),
    getUsedRange: (sheet, valuesOnly) =>
      range(usedOf(sheet, valuesOnly) ?? areaOf(sheet, { top: 0, left: 0, bottom: 0, right: 0 })),
    getUsedRangeOrNullObject: (sheet, valuesOnly) => {
      const used = usedOf(sheet, valuesOnly);
      return used === null ? null : range(used);
    },
    activate: (sheet) => sheet.book.activate(sheet),
    delete: (sheet) => sheet.book.deleteSheet(sheet),
    copy: (sheet, position, relativeTo) => copy(sheet, position, relativeTo),
    calculate: (sheet) => sheet.book.calculation.update(true),
    getNext: (sheet, visibleOnly) => required(optional(neighbour(sheet, 1, visibleOnly))),
    getNextOrNullObject: (sheet, visibleOnly) => optional(neighbour(sheet, 1, visibleOnly)),
    getPrevious: (sheet, visibleOnly) => required(optional(neighbour(sheet, -1, visibleOnly))),
    getPreviousOrNullObject: (sheet, visibleOnly) => optional(neighbour(sheet, -1, visibleOnly)),
  },
});

const autoFilter = defineClass<HostSheet>("AutoFilter", {
  ...ofSheet,
  writes: ["remove", "clearCriteria", "apply"],
  get: {
    enabled: (sheet) => sheet.autoFilter !== null,
    isDataFiltered: (sheet) => isFiltered(sheet),
  },
  call: {
    getRange: (sheet) => {
      if (sheet.autoFilter === null) throw new HostError("ItemNotFound");
      return range(areaOf(sheet, sheet.autoFilter));
    },
    getRangeOrNullObject: (sheet) => (sheet.autoFilter === null ? null : range(areaOf(sheet, sheet.autoFilter))),
    remove: (sheet) => void (sheet.autoFilter = null),
    apply: (sheet, over, column) => {
      if (column !== null && column !== undefined) throw new HostError("NotImplemented", "A filter with criteria");
      const { top, left, bottom, right } = areaFrom(sheet, over);
      sheet.autoFilter = { top, left, bottom, right };
    },
  },
});

/** A row hidden inside the range of the filter is hidden by it. */
function isFiltered({ autoFilter: block, hiddenRows }: HostSheet): boolean {
  return block !== null && [...hiddenRows].some((row) => row > block.top && row <= block.bottom);
}

const worksheetItem = (sheets: readonly HostSheet[], key: Wire): HostSheet | null =>
  sheets.find(({ id }) => id === key) ??
  (typeof key === "string" ? (sheets.find(({ name }) => name.toLowerCase() === key.toLowerCase()) ?? null) : null);

export const worksheets = defineClass<HostSheet["book"]>("WorksheetCollection", {
  items: ({ sheets }) => sheets.map((sheet) => worksheet(sheet)),
  item: ({ sheets }, key) => required(optional(worksheetItem(sheets, key))),
  call: {
    add: (book, name) => worksheet(book.addSheet(name === null || name === undefined ? undefined : (name as string))),
    getItem: ({ sheets }, key) => required(optional(worksheetItem(sheets, key as Wire))),
    getItemOrNullObject: ({ sheets }, key) => optional(worksheetItem(sheets, key as Wire)),
    getActiveWorksheet: (book) => worksheet(book.active),
    getCount: ({ sheets }, visibleOnly) => ({ value: shown(sheets, visibleOnly).length }),
    getFirst: ({ sheets }, visibleOnly) => required(optional(shown(sheets, visibleOnly)[0] ?? null)),
    getLast: ({ sheets }, visibleOnly) => required(optional(shown(sheets, visibleOnly).at(-1) ?? null)),
  },
});

function shown(sheets: readonly HostSheet[], visibleOnly: Argument): readonly HostSheet[] {
  return visibleOnly === true ? sheets.filter(({ visibility }) => visibility === "Visible") : sheets;
}
