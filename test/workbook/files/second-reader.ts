import { read, type CellObject, type WorkSheet } from "@e965/xlsx";
import { CellError, isShownAsDate, type Cell, type SheetCells } from "../../../src/cells";
import { openedFile } from "../../opened-file";

/** Errors, by the number that files give them. */
const errors = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);

/**
 * Returns each cell of a file that our reader and another one, which shares nothing with it, do not read alike. Three things may
 * differ: spaces that end a line of an .ods, which the other one drops; which letters end a line; and days before 1 March 1900 of an
 * .ods, which LibreOffice counts from 30 December 1899 and the other one as Excel does.
 */
export async function differencesOf(bytes: Uint8Array, name: string): Promise<string[]> {
  const ours = (await openedFile(bytes, name)).cells;
  const theirs = read(bytes, { type: "buffer", dense: true, cellText: false, UTC: true });
  const names = theirs.SheetNames.filter((_, at) => !isChart(theirs.Sheets[theirs.SheetNames[at]!]!));
  if (names.length !== ours.sheets.length) return [`${ours.sheets.length} sheets, not ${names.length}`];
  return names.flatMap((sheet, at) => {
    const rows = rowsOf(theirs.Sheets[sheet]!);
    const read = ours.sheets[at]!.rows;
    return Array.from({ length: Math.max(rows.length, read.length) }, (_, row) => row).flatMap((row) =>
      differencesOfRow(ours.sheets[at]!, row, rows[row] ?? []).map((said) => `${sheet} row ${row + 1} ${said}`),
    );
  });
}

function isChart(sheet: WorkSheet): boolean {
  return sheet["!type"] !== undefined && sheet["!type"] !== "sheet";
}

function rowsOf(sheet: WorkSheet): readonly (readonly (Cell | undefined)[])[] {
  const rows = (sheet as unknown as { "!data"?: (CellObject | undefined)[][] })["!data"] ?? [];
  return Array.from(rows, (row) => Array.from(row ?? [], valueOf));
}

function valueOf(cell: CellObject | undefined): Cell {
  if (cell === undefined || cell.t === "z" || cell.v === undefined) return null;
  if (cell.t === "e") return new CellError(errors.get(cell.v as number) ?? String(cell.v));
  return cell.v === "" ? null : (cell.v as Cell);
}

function differencesOfRow(sheet: SheetCells, row: number, theirs: readonly (Cell | undefined)[]): string[] {
  const ours = sheet.rows[row] ?? [];
  return Array.from({ length: Math.max(ours.length, theirs.length) }, (_, column) => column).flatMap((column) => {
    const [mine, given] = [ours[column] ?? null, theirs[column] ?? null];
    const isOldDay = typeof mine === "number" && mine < 61 && isShownAsDate(sheet, row, column);
    if (isOldDay && typeof given === "number" && mine - given === 1) return [];
    const [one, other] = [written(mine), written(given)];
    return one === other ? [] : [`column ${column + 1}: ${one}, not ${other}`];
  });
}

/** Returns a value as text, with its type; a number has as many figures as Excel keeps. */
function written(cell: Cell): string {
  if (cell instanceof CellError) return `error ${cell.code}`;
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  return JSON.stringify(
    typeof cell === "string" ? cell.replace(/\r\n?/g, "\n").replace(/[ \u00a0]+(?=\n|$)/g, "") : cell,
  );
}
