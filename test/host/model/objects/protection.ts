import { HostError } from "../../host-object";
import type { HostBook } from "../state/book";
import type { HostSheet } from "../state/sheet";
import { defineClass } from "./define";
import { ofSheet } from "./guards";

/** The protection of a sheet; the host keeps no password. */
export const worksheetProtection = defineClass<HostSheet>("WorksheetProtection", {
  present: ofSheet.present,
  get: { protected: (sheet) => sheet.isProtected },
  call: {
    protect: (sheet) => {
      if (sheet.isProtected) throw new HostError("InvalidOperation", "The sheet is protected already.");
      sheet.isProtected = true;
    },
    unprotect: (sheet) => void (sheet.isProtected = false),
  },
});

/** The protection of the workbook's structure. */
export const workbookProtection = defineClass<HostBook>("WorkbookProtection", {
  get: { protected: (book) => book.isProtected },
  call: {
    protect: (book) => void (book.isProtected = true),
    unprotect: (book) => void (book.isProtected = false),
  },
});
