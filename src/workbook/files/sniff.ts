/** What a file is by its first bytes: a name can lie. */
export type Container = "empty" | "zip" | "ole" | "other";

const signatures = { zip: [0x50, 0x4b, 0x03, 0x04], ole: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] } as const;

export function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) return "empty";
  for (const kind of ["zip", "ole"] as const)
    if (signatures[kind].every((byte, index) => bytes[index] === byte)) return kind;
  return "other";
}

/** Extension in lower case, without its dot; empty where there is none. */
export function extensionOf(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
}

/** An OLE file that wraps an encrypted package (.xlsx with a password) has a stream of that name. */
export function isEncryptedPackage(bytes: Uint8Array): boolean {
  return indexOf(bytes, utf16("EncryptedPackage")) !== -1;
}

/** Codes of records, and the start of a workbook in the Excel 97-2003 format: BOF, 16 bytes, version 6, globals. */
const filePass = 0x2f;
const workbookStart = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];

/** A password on an .xls is said by a FILEPASS record, among the very first of its workbook. */
export function isEncryptedXls(bytes: Uint8Array): boolean {
  let place = indexOf(bytes, Uint8Array.from(workbookStart));
  if (place === -1) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let record = 0; record < 4 && place + 4 <= bytes.length; record++) {
    if (view.getUint16(place, true) === filePass) return true;
    place += 4 + view.getUint16(place + 2, true);
  }
  return false;
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
}

function indexOf(bytes: Uint8Array, sought: Uint8Array): number {
  for (let start = bytes.indexOf(sought[0]!); start !== -1; start = bytes.indexOf(sought[0]!, start + 1))
    if (sought.every((byte, index) => bytes[start + index] === byte)) return start;
  return -1;
}
