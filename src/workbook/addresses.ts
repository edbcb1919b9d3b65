import { parseCellName, type CellBlock } from "../cells";

/** What follows the sheet's name: `'Parc d''écoles'!A1:B2` → `A1:B2`. */
export function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf("!") + 1).trim();
}

/** Zero-based block of `Parc!A1:B2` or `$A$1`; null where it names no cells (`Parc!1:2`). */
export function blockOf(address: string): CellBlock | null {
  const [from, to] = withoutSheet(address).split(":");
  const start = parseCellName(from ?? "");
  const end = parseCellName(to ?? from ?? "");
  if (start === null || end === null) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

/** Blocks of `Parc!A1:B2,Parc!A5:B6`, whatever the sheet is called. */
export function blocksOf(address: string): CellBlock[] {
  const unquoted = address.replace(/'(?:[^']|'')*'!/g, "");
  return unquoted.split(",").flatMap((one) => blockOf(one) ?? []);
}
