import { columnName, quoteSheetName } from "../../cells";
import type { CellStyle, ModelCell, SheetModel } from "../../documents";
import { blockName } from "../addresses";
import { valueIn } from "../cell-content";
import { escapedAttribute, escapedText } from "./xml";

/** What the cells of generated sheets take from the workbook that they go into. */
export interface Setting {
  /** The number of each style among the formats of the workbook. */
  readonly formats: ReadonlyMap<CellStyle, number>;
  /** Serials of dates count from 1904 there; those of models always count from 1900. */
  readonly date1904: boolean;
}

/** The cells of a generated sheet, as parts of a file write them. */
interface DrawnCells {
  readonly rows: string;
  readonly merges: string;
  readonly links: string;
  /** Files that links lead to, in their order: the first is `rId1`. */
  readonly files: readonly string[];
  /** Those that hold texts made of digits, as runs of cells down each column. */
  readonly digits: readonly string[];
  /** Up to the last row and the last column that a cell is in. */
  readonly height: number;
  readonly width: number;
}

/** Writes the cells of a model, row by row, and what stands apart of them: merges and links. */
export function drawCells({ rows }: SheetModel, setting: Setting): DrawnCells {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, lastGiven(cells) + 1), 0);
  const height = rows.findLastIndex(({ cells }) => lastGiven(cells) !== -1) + 1;
  const columns = Array.from({ length: width }, (_, column) => columnName(column));
  const merges: string[] = [];
  const links: string[] = [];
  const files: string[] = [];
  const digits = columns.map((): Digits[] => []);
  let text = "";
  for (let row = 0; row < height; row++) {
    const { cells, height: points } = rows[row]!;
    let drawn = "";
    cells.forEach((cell, column) => {
      if (cell === null) return;
      const name = `${columns[column]}${row + 1}`;
      drawn += drawCell(cell, name, setting);
      noteDigits(digits[column]!, cell, row, column);
      if (cell.span !== undefined)
        merges.push(blockName({ top: row, left: column, bottom: row, right: column + cell.span - 1 }));
      if (cell.link !== undefined) links.push(drawLink(cell.link, name, files));
    });
    const look = points === undefined ? "" : ` ht="${points}" customHeight="1"`;
    if (drawn !== "") text += `<row r="${row + 1}"${look}>${drawn}</row>`;
    else if (look !== "") text += `<row r="${row + 1}"${look}/>`;
  }
  return {
    rows: text === "" ? "<sheetData/>" : `<sheetData>${text}</sheetData>`,
    merges:
      merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.map(merge).join("")}</mergeCells>`,
    links: links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`,
    files,
    digits: digits.flat().map(blockName),
    height,
    width,
  };
}

function lastGiven(cells: readonly (ModelCell | null)[]): number {
  return cells.findLastIndex((cell) => cell !== null);
}

function merge(block: string): string {
  return `<mergeCell ref="${block}"/>`;
}

/** Text whose outer spaces Excel would trim, or that looks like an error, goes in as a run of text. */
const needsRun = /^#[A-Z0-9/_]+[!?]?$|^\s|\s$|\n/;
const needsSpaces = /^ | $|[\n\t]/;

function drawCell(cell: ModelCell, name: string, { formats, date1904 }: Setting): string {
  const value = valueIn(cell, date1904);
  const format = cell.style === undefined ? undefined : formats.get(cell.style);
  const look = format === undefined ? "" : ` s="${format}"`;
  if (cell.formula !== undefined) {
    const type = typeof value === "string" ? ' t="str"' : typeof value === "boolean" ? ' t="b"' : "";
    return `<c r="${name}"${look}${type}><f>${escapedText(cell.formula)}</f>${drawValue(value)}</c>`;
  }
  switch (typeof value) {
    case "string":
      return `<c r="${name}" t="inlineStr"${look}><is>${drawText(value)}</is></c>`;
    case "boolean":
      return `<c r="${name}" t="b"${look}>${drawValue(value)}</c>`;
    case "number":
      return `<c r="${name}"${look}>${drawValue(value)}</c>`;
    default:
      return look === "" ? "" : `<c r="${name}"${look}/>`;
  }
}

function drawValue(value: ModelCell["value"]): string {
  if (value === null) return "";
  if (value === "") return "<v/>";
  return `<v>${typeof value === "string" ? escapedText(value) : Number(value)}</v>`;
}

function drawText(text: string): string {
  if (text === "") return "<t/>";
  if (!needsRun.test(text)) return `<t>${escapedText(text)}</t>`;
  return `<r><t${needsSpaces.test(text) ? ' xml:space="preserve"' : ""}>${escapedText(text)}</t></r>`;
}

/** Returns the link of a cell to a place of this workbook, or of a file kept beside it, which is added to those that links lead to. */
function drawLink({ file, sheet, cell, tip }: NonNullable<ModelCell["link"]>, name: string, files: string[]): string {
  const number = file === undefined ? "" : ` r:id="rId${files.push(file)}"`;
  const place = escapedAttribute(`${quoteSheetName(sheet)}!${cell}`);
  const told = tip === undefined ? "" : ` tooltip="${escapedAttribute(tip)}"`;
  return `<hyperlink ref="${name}"${number} location="${place}"${told}/>`;
}

/** Cells down a column that hold texts made of digits. */
interface Digits {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  bottom: number;
}

/** Adds a cell to those of its column that hold texts made of digits, where it is one. */
function noteDigits(runs: Digits[], { formula, value }: ModelCell, row: number, column: number): void {
  // The result of a formula is never marked.
  if (formula !== undefined || typeof value !== "string" || !/^\d+$/.test(value)) return;
  const run = runs.at(-1);
  if (run?.bottom === row - 1) run.bottom = row;
  else runs.push({ left: column, right: column, top: row, bottom: row });
}
