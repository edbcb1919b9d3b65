import type { Anomaly, MessageCode } from "../../messages";
import { FileFault } from "./file-fault";
import { openPackage } from "./open-package";
import { openCsv, openOds, openXls } from "./open-values";
import type { OpenResult, OpenWorkbook } from "./open-workbook";
import { containerOf, extensionOf, isEncryptedPackage, isEncryptedXls } from "./sniff";
import { textOf } from "./xml";
import { ZipFile } from "./zip-file";

const extensions = ["xlsx", "xlsm", "xls", "ods", "csv"];

/**
 * Opens a workbook from the bytes of a file; `fileName` is its name without a folder. A file that cannot be used is an
 * anomaly, whatever is wrong with it: no exception comes out.
 */
export async function openWorkbookFile(bytes: Uint8Array, fileName: string): Promise<OpenResult> {
  const refuse = (code: MessageCode, params: Anomaly["params"] = {}): OpenResult => ({
    ok: false,
    anomaly: {
      severity: "error",
      code,
      file: fileName,
      sheet: null,
      cell: null,
      params: { ...params, file: fileName },
    },
  });
  try {
    const opened = await open(bytes, fileName);
    return typeof opened === "string" ? refuse(opened) : { ok: true, workbook: opened };
  } catch (error) {
    return error instanceof FileFault ? refuse(error.code, error.params) : refuse(codeOf(error));
  }
}

/** The workbook, or the code of what is wrong. The content decides; the name only where the content cannot. */
async function open(bytes: Uint8Array, fileName: string): Promise<OpenWorkbook | MessageCode> {
  const extension = extensionOf(fileName);
  if (!extensions.includes(extension)) return "file-extension-unknown";
  switch (containerOf(bytes)) {
    case "empty":
      return "file-empty";
    case "zip":
      return openZip(bytes, fileName);
    case "ole":
      if (isEncryptedPackage(bytes) || isEncryptedXls(bytes)) return "file-password";
      return openXls(bytes, fileName);
    case "other":
      if (extension !== "csv" || !isText(bytes)) return "file-not-a-workbook";
      return openCsv(bytes, fileName);
  }
}

async function openZip(bytes: Uint8Array, fileName: string): Promise<OpenWorkbook | MessageCode> {
  const zip = new ZipFile(bytes);
  if (zip.has("mimetype") && textOf(zip.read("mimetype")).includes("opendocument.spreadsheet")) {
    const manifest = "META-INF/manifest.xml";
    if (zip.has(manifest) && textOf(zip.read(manifest)).includes("encryption-data")) return "file-password";
    return openOds(bytes, fileName);
  }
  if (!zip.has("[Content_Types].xml")) return "file-zip-without-workbook";
  const opened = openPackage(zip, bytes, fileName);
  return opened === "not-a-workbook" ? "file-zip-without-workbook" : opened;
}

/** UTF-16 says so first; anything else with a NUL in it is no text. */
function isText(bytes: Uint8Array): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return true;
  const start = textOf(bytes.subarray(0, 8));
  return !bytes.includes(0) && !start.startsWith("%PDF") && !start.startsWith("{\\rtf");
}

/** hucre tells these apart by its message only. */
function codeOf(error: unknown): MessageCode {
  const text = error instanceof Error ? error.message : "";
  if (/over the \d+ limit/.test(text)) return "file-too-wide";
  if (/Unsupported XLS version/.test(text)) return "file-xls-too-old";
  return "file-corrupt";
}
