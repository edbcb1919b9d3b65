import { cellName } from "../../cells";
import { names, nextOf, type Names } from "./known-markup";
import { damaged } from "./opened-file";
import type { XmlScanner } from "./xml-scanner";

/** What may stand in the contents of an .ods (OpenDocument 1.3, part 3). */
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
/** What a cell of each type says its value by, and how it is written. */
const values = new Map([
  ["float", { attribute: "office:value", form: /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/ }],
  ["date", { attribute: "office:date-value", form: /^-?\d{4,}-\d\d-\d\d(?:T[\d:.,]+Z?)?$/ }],
  ["time", { attribute: "office:time-value", form: /^-?P[\dYMDTHS.,]+$/ }],
  ["boolean", { attribute: "office:boolean-value", form: /^(?:true|false)$/ }],
]);
const plainTypes = names("string void");

/** Goes to the next element, as `nextOf` does: OpenDocument has a namespace for each of its vocabularies. */
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

/** Throws when the cell that opens has an attribute that is misspelled, a type that is none, or not the value of its type. */
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

/** What a cell may hold beside drawings, which say nothing of its value: texts, notes, the arrows of an audit. */
const inCell = names(
  "p h list numbered-paragraph section soft-page-break annotation detective cell-range-source table table-of-content " +
    "illustration-index table-index object-index user-index alphabetical-index bibliography index-title change change-start change-end",
);

/** What a note holds: who wrote it and when, then its paragraphs. */
export const inNote = names("creator creator-initials date date-string p h list");

/** Throws when what opens in a cell is not what a cell holds: its text would be left out. */
export function checkInCell(scanner: XmlScanner): void {
  const { namespace } = scanner;
  const isDrawn = namespace !== null && /:(?:drawing|dr3d|chart|form):/.test(namespace);
  if (!inCell.has(scanner.name) && !isDrawn && isOfOds(namespace)) throw scanner.fault();
}
