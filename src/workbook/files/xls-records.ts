/** Codes of records of the Excel 97-2003 format. */
const code = { formula: 0x06, end: 0x0a, filePass: 0x2f, sheet: 0x85, start: 0x809 } as const;
/** The start of a workbook: its record, 16 bytes, version 6, globals. */
const workbookStart = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];
/** A record holds no more. */
const mostBytes = 8224;

/** Tells whether an .xls has a password: a record says so, among the very first of its workbook. */
export function isEncryptedXls(bytes: Uint8Array): boolean {
  let rank = 0;
  for (const record of recordsOf(bytes)) {
    if (record === code.filePass) return true;
    rank += 1;
    if (rank === 4) return false;
  }
  return false;
}

/**
 * Tells whether a cell of an .xls is computed, or may be: where its records do not follow each other to the end of its last sheet, as
 * every program writes them, nobody can tell.
 */
export function mayHoldFormulas(bytes: Uint8Array): boolean {
  let sheets = 0;
  let ended = 0;
  let depth = 0;
  for (const record of recordsOf(bytes)) {
    if (record === null || record === code.formula) return true;
    if (record === code.sheet) sheets += 1;
    // A chart in a sheet starts and ends within it.
    if (record === code.start) depth += 1;
    if (record !== code.end) continue;
    depth -= 1;
    if (depth === 0) ended += 1;
    // The globals first, then each sheet.
    if (ended === sheets + 1) return false;
  }
  return true;
}

/** Gives the codes of the records of a workbook, one after the other; null, last, where one is none. */
function* recordsOf(bytes: Uint8Array): Generator<number | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let place = placeOf(bytes, Uint8Array.from(workbookStart));
  while (place !== -1 && place + 4 <= bytes.length) {
    const length = view.getUint16(place + 2, true);
    if (length > mostBytes) return yield null;
    yield view.getUint16(place, true);
    place += 4 + length;
  }
}

/** Returns where bytes stand in others; −1 where they do not. */
export function placeOf(bytes: Uint8Array, sought: Uint8Array): number {
  for (let start = bytes.indexOf(sought[0]!); start !== -1; start = bytes.indexOf(sought[0]!, start + 1))
    if (sought.every((byte, index) => bytes[start + index] === byte)) return start;
  return -1;
}
