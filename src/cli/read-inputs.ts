import { basename } from "node:path";
import { openWorkbookFile } from "../workbook";
import type { OpenWorkbook } from "../workbook";
import { bytesOf } from "./read-bytes";
import type { Refusal } from "./refusal";

/** The workbooks of the paths, or the first that cannot be used and why; `onFile` is told each name before its turn. */
export async function openInputs(
  paths: readonly string[],
  onFile: (name: string) => void,
): Promise<{ readonly opened: readonly OpenWorkbook[] } | { readonly refused: Refusal }> {
  const opened: OpenWorkbook[] = [];
  for (const path of paths) {
    const name = basename(path);
    onFile(name);
    const bytes = await bytesOf(path);
    if (!(bytes instanceof Uint8Array)) return { refused: bytes };
    const result = await openWorkbookFile(bytes, name);
    if (!result.ok) return { refused: result.anomaly };
    opened.push(result.workbook);
  }
  return { opened };
}
