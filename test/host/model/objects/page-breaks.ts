import { HostError } from "../../host-object";
import type { HostSheet } from "../state/sheet";
import { defineClass, numberOf, type ModelObject, type ObjectOf } from "./define";
import { areaFrom, areaOf } from "./places";
import { range } from "./range";
import { ofSheet } from "./guards";

/** The page breaks of a sheet: those between rows, or those between columns (`across`). */
interface Breaks {
  readonly sheet: HostSheet;
  readonly across: boolean;
}

interface Break extends Breaks {
  /** Row or column that starts the page. */
  readonly place: number;
}

const setOf = ({ sheet, across }: Breaks): Set<number> => (across ? sheet.columnBreaks : sheet.rowBreaks);
const sorted = (breaks: Breaks): number[] => [...setOf(breaks)].sort((a, b) => a - b);

const pageBreak: ObjectOf<Break> = defineClass<Break>("PageBreak", {
  present: ({ sheet }) => ofSheet.present(sheet),
  writable: ({ sheet }) => ofSheet.writable(sheet),
  writes: ["delete"],
  get: {
    rowIndex: ({ across, place }) => (across ? 0 : place),
    columnIndex: ({ across, place }) => (across ? place : 0),
  },
  call: {
    delete: (one) => void setOf(one).delete(one.place),
    getCellAfterBreak: ({ sheet, across, place }) =>
      range(
        areaOf(
          sheet,
          across ? { top: 0, left: place, bottom: 0, right: place } : { top: place, left: 0, bottom: place, right: 0 },
        ),
      ),
  },
});

function at(breaks: Breaks, index: number): ModelObject<Break> {
  const place = sorted(breaks)[index];
  if (place === undefined) throw new HostError("ItemNotFound");
  return pageBreak({ ...breaks, place });
}

export const pageBreaks = defineClass<Breaks>("PageBreakCollection", {
  present: ({ sheet }) => ofSheet.present(sheet),
  writable: ({ sheet }) => ofSheet.writable(sheet),
  writes: ["add", "removePageBreaks"],
  items: (breaks) => sorted(breaks).map((place) => pageBreak({ ...breaks, place })),
  item: (breaks, key) => at(breaks, numberOf(key, "index")),
  call: {
    add: (breaks, before) => {
      const { top, left } = areaFrom(breaks.sheet, before);
      const place = breaks.across ? left : top;
      if (place === 0) throw new HostError("InvalidArgument", "No page starts before the first cell.");
      setOf(breaks).add(place);
      return pageBreak({ ...breaks, place });
    },
    getCount: (breaks) => ({ value: setOf(breaks).size }),
    getItem: (breaks, index) => at(breaks, numberOf(index, "index")),
    removePageBreaks: (breaks) => setOf(breaks).clear(),
  },
});
