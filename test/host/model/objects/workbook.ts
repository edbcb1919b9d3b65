import type { HostObject, Wire } from "../../host-object";
import { serialOfDate } from "../formula/functions";
import type { HostBook } from "../state/book";
import { defineClass, numberOf, oneOf } from "./define";
import { namedItems } from "./named-items";
import { workbookProtection } from "./protection";
import { range } from "./range";
import { rangeAreas } from "./range-areas";
import { tableCollection } from "./tables";
import { worksheets } from "./worksheet";

/** The object that every path of the wire starts from. */
export function workbookObject(book: HostBook): HostObject {
  return workbook(book);
}

const workbook = defineClass<HostBook>("Workbook", {
  get: {
    name: ({ file }) => file,
    readOnly: () => false,
    isDirty: () => true,
    autoSave: () => false,
    previouslySaved: () => true,
    calculationEngineVersion: () => 191029,
  },
  navigate: {
    worksheets: (book) => worksheets(book),
    names: (book) => namedItems({ book, scope: null }),
    tables: (book) => tableCollection({ book, sheet: null }),
    application: (book) => application(book),
    functions: (book) => functions(book),
    protection: (book) => workbookProtection(book),
  },
  call: {
    getSelectedRange: (book) => range(book.selection),
    getSelectedRanges: (book) => rangeAreas([book.selection]),
    getActiveCell: (book) => {
      book.assertInFront("InvalidSelection");
      return range({ ...book.selection, bottom: book.selection.top, right: book.selection.left });
    },
  },
});

const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

const application = defineClass<HostBook>("Application", {
  get: {
    calculationMode: (book) => book.calculationMode,
    calculationState: ({ calculation, isCalculationStuck }) => {
      calculation.update();
      return calculation.isPending || isCalculationStuck ? "Pending" : "Done";
    },
    calculationEngineVersion: () => 191029,
    decimalSeparator: ({ culture }) => culture.decimal,
    thousandsSeparator: ({ culture }) => culture.group,
    useSystemSeparators: () => true,
  },
  set: { calculationMode: (book, value) => void (book.calculationMode = oneOf(value, modes, "calculationMode")) },
  navigate: { cultureInfo: (book) => cultureInfo(book) },
  call: {
    calculate: (book, type) => {
      if (oneOf(type, ["Recalculate", "Full", "FullRebuild"], "calculationType") !== "Recalculate")
        book.calculation.changedAll();
      book.calculation.update(true);
    },
    // They change when a screen or a result is refreshed, which nobody sees here.
    suspendApiCalculationUntilNextSync: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

const cultureInfo = defineClass<HostBook>("CultureInfo", {
  get: { name: ({ culture }) => culture.name },
  navigate: { numberFormat: (book) => numberFormatInfo(book) },
});

const numberFormatInfo = defineClass<HostBook>("NumberFormatInfo", {
  get: {
    numberDecimalSeparator: ({ culture }) => culture.decimal,
    numberGroupSeparator: ({ culture }) => culture.group,
    currencySymbol: () => "€",
  },
});

const functions = defineClass<HostBook>("Functions", {
  call: {
    date: ({ date1904 }, year, month, day) => {
      const serial = serialOfDate(numberOf(year, "year"), numberOf(month, "month"), numberOf(day, "day"));
      return functionResult(date1904 ? serial - serialOfDate(1904, 1, 1) : serial);
    },
  },
});

const functionResult = defineClass<Wire>("FunctionResult", {
  get: { value: (value) => value, error: () => null },
});
