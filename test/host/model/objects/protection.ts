import { HostError } from "../../host-object";
import type { HostBook } from "../state/book";
import type { HostSheet } from "../state/sheet";
import { defineClass, type Argument } from "./define";
import { ofSheet } from "./guards";

/** The host knows one protection, which lets nothing be changed, and no password. */
function plainOnly(...given: readonly Argument[]): void {
  if (given.some((one) => one !== null && one !== undefined))
    throw new HostError("NotImplemented", "Options or a password of a protection");
}

function protect(self: { isProtected: boolean }): void {
  if (self.isProtected) throw new HostError("InvalidOperation", "It is protected already.");
  self.isProtected = true;
}

export const worksheetProtection = defineClass<HostSheet>("WorksheetProtection", {
  present: ofSheet.present,
  get: { protected: (sheet) => sheet.isProtected },
  call: {
    protect: (sheet, options, password) => {
      plainOnly(options, password);
      protect(sheet);
    },
    unprotect: (sheet, password) => {
      plainOnly(password);
      sheet.isProtected = false;
    },
  },
});

/** The protection of the workbook's structure. */
export const workbookProtection = defineClass<HostBook>("WorkbookProtection", {
  get: { protected: (book) => book.isProtected },
  call: {
    protect: (book, password) => {
      plainOnly(password);
      protect(book);
    },
    unprotect: (book, password) => {
      plainOnly(password);
      book.isProtected = false;
    },
  },
});
