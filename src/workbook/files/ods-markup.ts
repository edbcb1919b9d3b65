import { cellName } from "../../cells";
import { names, nextOf, type Names } from "./known-markup";
import { damaged } from "./opened-file";
import type { XmlScanner } from "./xml-scanner";

/** The element names in the contents of an .ods (OpenDocument 1.3, part 3). */
export const inDocument = names("scripts font-face-decls automatic-styles body");
export const inBody = names("spreadsheet");
export const inSpreadsheet = names(
  "tracked-changes variable-decls sequence-decls user-field-decls dde-connection-decls calculation-settings content-validations " +
    "label-ranges forms shapes table named-expressions database-ranges data-pilot-tables consolidation dde-links",
);
export const inTable = names(
  "title desc table-source dde-source scenario forms shapes table-column table-columns table-column-group table-header-columns " +
    "table-row table-rows table-row-group table-header-rows soft-page-break named-expressions table-protection",
);
export const rowGroups = names("table-rows table-row-group table-header-rows");
export const inRow = names("table-cell covered-table-cell");
const ofRow = names("table:number-rows-repeated table:style-name table:default-cell-style-name table:visibility");
const ofCell = names(
  "table:number-columns-repeated table:number-columns-spanned table:number-rows-spanned table:style-name " +
    "table:content-validation-name table:formula table:number-matrix-columns-spanned table:number-matrix-rows-spanned " +
    "table:protect table:protected office:value-type office:value office:date-value office:time-value " +
    "office:boolean-value office:string-value office:currency",
);
const counts = names(
  "table:number-rows-repeated table:number-columns-repeated table:number-columns-spanned table:number-rows-spanned",
);
/** For each type of cell, the attribute of its value and its format. */
const values = new Map([
  ["float", { attribute: "office:value", form: /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/ }],
  ["date", { attribute: "office:date-value", form: /^-?\d{4,}-\d\d-\d\d(?:T[\d:.,]+Z?)?$/ }],
  ["time", { attribute: "office:time-value", form: /^-?P[\dYMDTHS.,]+$/ }],
  ["boolean", { attribute: "office:boolean-value", form: /^(?:true|false)$/ }],
]);
const plainTypes = names("string void");

/** Moves to the next element, as `nextOf` does; OpenDocument has a namespace for each of its vocabularies. */
export function nextInOds(scanner: XmlScanner, inside: number, known: Names): boolean {
  return nextOf(scanner, inside, known, isOfOthers);
}

function isOfOthers({ namespace }: XmlScanner): boolean {
  return !isOfOds(namespace);
}

function isOfOds(namespace: string | null): boolean {
  return namespace === null || namespace.startsWith("urn:oasis:names:tc:opendocument:xmlns:");
}

export function checkOdsRow(scanner: XmlScanner): void {
  checkAttributes(scanner, ofRow);
}

/** Throws when the current cell has a misspelled attribute, an unknown type, or no value of its type. */
export function checkOdsCell(scanner: XmlScanner, row: number, column: number, part: string): void {
  checkAttributes(scanner, ofCell);
  const type = scanner.attribute("office:value-type");
  if (type === null || plainTypes.has(type)) return;
  const value = values.get(type === "currency" || type === "percentage" ? "float" : type);
  if (value === undefined || !value.form.test(scanner.attribute(value.attribute) ?? ""))
    throw damaged(part, cellName(row, column));
}

function checkAttributes(scanner: XmlScanner, known: Names): void {
  for (const name of scanner.attributeNames()) {
    const prefix = /^[^:]*(?=:)/.exec(name)?.[0] ?? "";
    if (counts.has(name) && !/^\d{1,7}$/.test(scanner.attribute(name)!)) throw scanner.fault();
    if (known.has(name) || prefix.startsWith("xml")) continue;
    if (prefix === "" || isOfOds(scanner.namespaceOf(prefix))) throw scanner.fault();
  }
}

/** The elements that a cell may contain, apart from drawings, which have no effect on its value. */
const inCell = names(
  "p h list numbered-paragraph section soft-page-break annotation detective cell-range-source table table-of-content " +
    "illustration-index table-index object-index user-index alphabetical-index bibliography index-title change change-start change-end",
);

/** The elements of a note: author and date, then paragraphs. */
export const inNote = names("creator creator-initials date date-string p h list");

/** Throws when the current element cannot occur in a cell: its text would be lost. */
export function checkInCell(scanner: XmlScanner): void {
  const { namespace } = scanner;
  const isDrawn = namespace !== null && /:(?:drawing|dr3d|chart|form):/.test(namespace);
  if (!inCell.has(scanner.name) && !isDrawn && isOfOds(namespace)) throw scanner.fault();
}
