import { isEntireColumn, isEntireRow, lastColumn, lastRow, rowsOf, columnsOf, type Areas } from "../state/area";
import { defineClass, numberOf, required, type Members, type ObjectOf } from "./define";
import { ofAreas } from "./guards";
import { addressOf } from "./places";
import { optional, range } from "./range";
import { rangeFormat } from "./range-format";
import { clearAreas } from "./range-writes";
import { worksheet } from "./worksheet";

const rangeCollection = defineClass<Areas>("RangeCollection", {
  items: (areas) => areas.map((area) => range(area)),
  item: (areas, key) => required(optional(areas[numberOf(key, "index")] ?? null)),
  call: {
    getCount: (areas) => ({ value: areas.length }),
    getItemAt: (areas, place) => required(optional(areas[numberOf(place, "index")] ?? null)),
  },
});

const members = (addresses: (areas: Areas) => string): Members<Areas> => ({
  ...ofAreas,
  writes: ["clear"],
  get: {
    address: addresses,
    areaCount: (areas) => areas.length,
    cellCount: (areas) => areas.reduce((total, area) => total + rowsOf(area) * columnsOf(area), 0),
    isEntireRow: (areas) => areas.every(isEntireRow),
    isEntireColumn: (areas) => areas.every(isEntireColumn),
    style: () => "Normal",
  },
  navigate: {
    areas: (areas) => rangeCollection(areas),
    format: (areas) => rangeFormat(areas),
    worksheet: (areas) => worksheet(areas[0]!.sheet),
  },
  call: {
    clear: (areas, applyTo) => clearAreas(areas, applyTo),
    calculate: (areas) => areas[0]?.sheet.book.calculation.update(true),
    getEntireRow: (areas) => rangeAreas(areas.map((area) => ({ ...area, left: 0, right: lastColumn }))),
    getEntireColumn: (areas) => rangeAreas(areas.map((area) => ({ ...area, top: 0, bottom: lastRow }))),
  },
});

export const rangeAreas: ObjectOf<Areas> = defineClass<Areas>(
  "RangeAreas",
  members((areas) => areas.map(addressOf).join(",")),
);

/** Merged areas, of which the common address was seen giving the top left cells alone (tracker 1590). */
export const mergedAreas: ObjectOf<Areas> = defineClass<Areas>(
  "RangeAreas",
  members((areas) => areas.map((area) => addressOf({ ...area, bottom: area.top, right: area.left })).join(",")),
);
