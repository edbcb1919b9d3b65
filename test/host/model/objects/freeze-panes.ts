import { HostError } from "../../host-object";
import { isEntireColumn, isEntireRow } from "../state/area";
import type { HostSheet } from "../state/sheet";
import { defineClass, numberOf, type Argument } from "./define";
import { areaFrom, areaOf } from "./places";
import { range } from "./range";
import { ofSheet } from "./guards";

function count(value: Argument): number {
  const number = numberOf(value ?? 1, "count");
  if (!Number.isInteger(number) || number < 0) throw new HostError("InvalidArgument", "A whole number is expected.");
  return number;
}

function freeze(sheet: HostSheet, rows: number, columns: number): void {
  sheet.freeze = rows === 0 && columns === 0 ? null : { rows, columns };
}

/** The rows and columns kept in view. */
export const freezePanes = defineClass<HostSheet>("WorksheetFreezePanes", {
  ...ofSheet,
  writable: (sheet) => {
    ofSheet.writable(sheet);
    sheet.book.assertInFront();
    if (sheet.book.noFreeze) throw new HostError("GeneralException", "Panes cannot be frozen.");
    // Older Excels have no window to freeze for a sheet that does not show.
    if (sheet.visibility !== "Visible") throw new HostError("GeneralException", `« ${sheet.name} » is hidden.`);
  },
  writes: ["freezeRows", "freezeColumns", "freezeAt", "unfreeze"],
  call: {
    freezeRows: (sheet, rows) => freeze(sheet, count(rows), 0),
    freezeColumns: (sheet, columns) => freeze(sheet, 0, count(columns)),
    freezeAt: (sheet, frozen) => {
      const area = areaFrom(sheet, frozen);
      freeze(sheet, isEntireColumn(area) ? 0 : area.bottom + 1, isEntireRow(area) ? 0 : area.right + 1);
    },
    unfreeze: (sheet) => void (sheet.freeze = null),
    getLocation: (sheet) => {
      const location = locationOf(sheet);
      if (location === null) throw new HostError("ItemNotFound");
      return location;
    },
    getLocationOrNullObject: (sheet) => {
      sheet.book.assertInFront();
      return locationOf(sheet);
    },
  },
});

/** Whole rows where only rows are frozen, whole columns where only columns are. */
function locationOf(sheet: HostSheet): ReturnType<typeof range> | null {
  if (sheet.freeze === null) return null;
  const { rows, columns } = sheet.freeze;
  const whole = areaFrom(sheet, null);
  return range(
    areaOf(sheet, {
      top: 0,
      left: 0,
      bottom: rows === 0 ? whole.bottom : rows - 1,
      right: columns === 0 ? whole.right : columns - 1,
    }),
  );
}
