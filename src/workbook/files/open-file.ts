import type { Anomaly, MessageCode } from "../../messages";
import { openPackage } from "./open-package";
import { openCsv, openOds, openXls, placeOf } from "./open-values";
import { FileFault, refused, type OpenResult, type OpenWorkbook } from "./opened-file";
import { textOf, utf16Mark } from "./xml";
import { ZipFile } from "./zip-file";

const extensions = ["xlsx", "xlsm", "xls", "ods", "csv"];

/**
 * Opens a workbook from the bytes of a file; `fileName` has no folder. A file that cannot be used gives an anomaly,
 * whatever its fault: nothing is thrown.
 */
export async function openWorkbookFile(bytes: Uint8Array, fileName: string): Promise<OpenResult> {
  try {
    return { ok: true, workbook: await open(bytes, fileName) };
  } catch (error) {
    return refused(error instanceof FileFault ? error : new FileFault(codeOfHucreError(error)), fileName);
  }
}

/** Opens a workbook, or throws a `FileFault`. Its content determines the format; its name only where that fails. */
async function open(bytes: Uint8Array, fileName: string): Promise<OpenWorkbook> {
  const extension = extensionOf(fileName);
  if (!extensions.includes(extension)) throw new FileFault("file-extension-unknown");
  switch (containerOf(bytes)) {
    case "empty":
      throw new FileFault("file-empty");
    case "zip":
      return openZip(bytes, fileName);
    case "ole":
      if (holdsStream(bytes, "EncryptedPackage")) throw new FileFault("file-password");
      if (holdsStream(bytes, "WordDocument")) throw new FileFault("file-text-document");
      return openXls(bytes, fileName);
    case "other":
      if (extension !== "csv" || !isText(bytes)) throw new FileFault("file-not-a-workbook", renamedParams(bytes));
      return openCsv(bytes, fileName);
  }
}

async function openZip(bytes: Uint8Array, fileName: string): Promise<OpenWorkbook> {
  const zip = new ZipFile(bytes);
  const type = zip.has("mimetype") ? textOf(zip.read("mimetype")) : "";
  if (type.includes("opendocument.text")) throw new FileFault("file-text-document");
  if (type.includes("opendocument.spreadsheet")) {
    const manifest = "META-INF/manifest.xml";
    if (zip.has(manifest) && textOf(zip.read(manifest)).includes("encryption-data"))
      throw new FileFault("file-password");
    return openOds(bytes, fileName);
  }
  if (!zip.has("[Content_Types].xml")) throw new FileFault("file-zip-without-workbook");
  await zip.inflateAhead();
  return openPackage(zip, bytes, fileName);
}

/** Returns whether bytes are a text: UTF-16 has a byte order mark; any other text contains no NUL. */
function isText(bytes: Uint8Array): boolean {
  if (utf16Mark(bytes) !== null) return true;
  const start = textOf(bytes.subarray(0, 8));
  return !bytes.includes(0) && !start.startsWith("%PDF") && !start.startsWith("{\\rtf");
}

/** Returns the parameters that tell a .csv under another name; a page of a site is none. */
function renamedParams(bytes: Uint8Array): Anomaly["params"] {
  const isRenamed = isText(bytes) && !textOf(bytes.subarray(0, 64)).trimStart().startsWith("<");
  return isRenamed ? { text: "1" } : {};
}

/** Returns the code of an error of hucre, which only its message identifies. */
function codeOfHucreError(error: unknown): MessageCode {
  const text = error instanceof Error ? error.message : "";
  if (/over the \d+ limit/.test(text)) return "file-too-wide";
  return "file-corrupt";
}

/** The kind of a file by its first bytes, because its name may be wrong. */
type Container = "empty" | "zip" | "ole" | "other";

const signatures = { zip: [0x50, 0x4b, 0x03, 0x04], ole: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] } as const;

function containerOf(bytes: Uint8Array): Container {
  if (bytes.length === 0) return "empty";
  for (const kind of ["zip", "ole"] as const)
    if (signatures[kind].every((byte, index) => bytes[index] === byte)) return kind;
  return "other";
}

/** Returns the extension of a file name in lower case, without its dot; an empty text when there is none. */
function extensionOf(fileName: string): string {
  return /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
}

/**
 * Returns whether an OLE file has a stream of that name, as an encrypted package (.xlsx with a password) or a Word
 * document has.
 */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  return placeOf(bytes, utf16(name)) !== -1;
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
}
