import { CellError, placeKey } from "../../cells";
import { blockOf } from "../addresses";
import { changedCells, type Edit } from "../checksum";
import { chartPrefix, isGeneratedKey, numberedFormulas } from "../generated-names";
import { readLooks } from "./looks";
import { pointedAt } from "./open-package";
import type { OpenWorkbook } from "./opened-file";
import { Package } from "./package";
import { readSheetPart, type SheetPart } from "./sheet-part";
import { generatedSheetsOf, WorkbookPart, type DefinedName } from "./workbook-part";
import { XmlScanner } from "./xml-scanner";

/** The present content of a cell of a generated sheet. */
export interface FoundCell {
  /** The formula without its `=`; null when the cell holds a constant. */
  readonly formula: string | null;
  /** The constant, or the result of the formula; null when the file keeps none. */
  readonly value: string | number | boolean | null;
}

/** A name and its formula. */
export type FoundName = Pick<DefinedName, "name" | "formula">;

/** The present state of a generated sheet in its file. */
export interface FoundSheet {
  readonly key: string;
  readonly name: string;
  /** Cells by rows; undefined for an absent one. */
  readonly cells: readonly (readonly (FoundCell | undefined)[])[];
  /** The targets of links, within the workbook or outside, by `placeKey`. */
  readonly links: ReadonlyMap<number, string>;
  /** Returns the en-US number format of a cell; an empty text when unknown. */
  readonly formatAt: (row: number, column: number) => string;
  readonly isHidden: boolean;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** Its checksum; null when it is missing. */
  readonly checksum: string | null;
  /** Formulas of its run record and chart names, in order. */
  readonly record: readonly string[];
  readonly charts: readonly string[];
  /** Cells that may differ from those that its checksum describes. */
  readonly edits: readonly Edit[];
}

/** The generated sheets of a file, and the names of the workbook with our prefix. */
export interface GeneratedFound {
  readonly date1904: boolean;
  readonly sheets: readonly FoundSheet[];
  /** Names of the sheets that have a checksum of ours but no key any more. */
  readonly withoutKey: readonly string[];
  /** Names of the sheets that are copies of generated ones. */
  readonly copies: readonly string[];
  readonly names: readonly FoundName[];
}

/**
 * Reads the generated sheets of an opened workbook as they are in its file; null for a format that keeps no names.
 * Throws a `FileFault` when a part is malformed.
 */
export function readGenerated({ source, generatedSheets }: OpenWorkbook): GeneratedFound | null {
  if (source.kind !== "package") return null;
  const pack = Package.open(source.bytes);
  const workbook = new WorkbookPart(pack, pack.workbookPath()!);
  const { strings, formats } = pointedAt(pack, workbook);
  const { date1904 } = workbook;
  const known = new Set(generatedSheets.map(({ name }) => name));
  const names = workbook.definedNames();
  const entries = workbook.sheets();
  const isLost = (sheet: (typeof entries)[number]) => sheet.checksum !== null && !isGeneratedKey(sheet.key ?? "");
  const looks = readLooks(source.bytes);
  const sheets = generatedSheetsOf(entries).flatMap((sheet) => {
    const { key, name, path, place, checksum, record } = sheet;
    if (!known.has(name)) return [];
    const bytes = pack.read(path);
    const part = readSheetPart(bytes, path, { name, strings, formats, date1904, keepsContents: true });
    const own = names.filter((one) => one.sheet === place);
    return {
      ...{ key, name, checksum, record },
      cells: cellsOf(part),
      links: linksOf(pack, path),
      formatAt: (row: number, column: number) => looks.sheet(name)?.look(row, column)?.format ?? "",
      isHidden: entries[place]?.visibility !== "visible",
      hiddenRows: part.hiddenRows,
      hiddenColumns: part.hiddenColumns,
      charts: numberedFormulas(own, chartPrefix),
      edits: checksum === null ? [] : changedCells(checksum, part.contents),
    };
  });
  const withoutKey = entries.filter(isLost).map(({ name }) => name);
  const originals = new Set(sheets.map(({ name }) => name));
  const isCopy = ({ key, name }: (typeof entries)[number]) => isGeneratedKey(key ?? "") && !originals.has(name);
  const copies = entries.filter(isCopy).map(({ name }) => name);
  return { date1904, sheets, withoutKey, copies, names: workbook.names() };
}

function cellsOf({ rows, contents }: SheetPart): (FoundCell | undefined)[][] {
  return rows.map((cells, row) =>
    cells.map((cell, column): FoundCell | undefined => {
      const value = cell instanceof CellError ? cell.code : cell;
      const content = contents[row]?.[column];
      // A constant text may begin with `=` too.
      const isFormula = typeof content === "string" && content.startsWith("=") && content !== value;
      if (!isFormula) return value === null ? undefined : { formula: null, value };
      return { formula: content.slice(1), value };
    }),
  );
}

/** Reads the targets of the links of a sheet, by `placeKey`. */
function linksOf(pack: Package, path: string): Map<number, string> {
  const links = new Map<number, string>();
  const targets = new Map(pack.relationships(path).map(({ id, target }) => [id, target]));
  const scanner = new XmlScanner(pack.read(path), path);
  while (scanner.nextOpen(0)) {
    if (scanner.name === "sheetData") scanner.skipElement();
    if (scanner.name !== "hyperlink") continue;
    const block = blockOf(scanner.attribute("ref") ?? "");
    // Some programs write a link within the workbook like one to a file, `#'Parc'!E12`.
    const place = (targets.get(scanner.attribute("r:id") ?? "") ?? scanner.attribute("location"))?.replace(/^#/, "");
    if (block !== null && place !== undefined) links.set(placeKey(block.top, block.left), place);
  }
  return links;
}
