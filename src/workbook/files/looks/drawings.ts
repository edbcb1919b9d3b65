import { XmlScanner } from "../xml-scanner";
import type { DrawingLook } from "./sheet-look";

/** Cells that a drawing without an end is told to go over. */
const fewest = { rows: 10, columns: 4 };

/** Reads where the drawings of a sheet stand, from the part that holds them. Throws where it is malformed. */
export function readDrawings(bytes: Uint8Array, part: string): DrawingLook[] {
  const scanner = new XmlScanner(bytes, part);
  const drawings: DrawingLook[] = [];
  while (scanner.nextOpen(0)) {
    if (scanner.depth !== 2 || !/^(?:twoCell|oneCell|absolute)Anchor$/.test(scanner.name)) continue;
    const places: { from: Place; to: Place | null } = { from: { row: 0, column: 0 }, to: null };
    let kind: DrawingLook["kind"] = "drawing";
    const { depth } = scanner;
    while (scanner.nextOpen(depth))
      if (scanner.name === "from" || scanner.name === "to") places[scanner.name] = readPlace(scanner);
      else if (scanner.name === "pic") kind = "picture";
      else if (scanner.name === "chart") kind = "chart";
    const { from, to } = places;
    const last = to ?? { row: from.row + fewest.rows, column: from.column + fewest.columns };
    drawings.push({ kind, block: { top: from.row, left: from.column, bottom: last.row, right: last.column } });
  }
  return drawings;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function readPlace(scanner: XmlScanner): Place {
  const { depth } = scanner;
  let row = 0;
  let column = 0;
  while (scanner.nextOpen(depth))
    if (scanner.name === "row") row = Number(scanner.content());
    else if (scanner.name === "col") column = Number(scanner.content());
  return { row, column };
}
