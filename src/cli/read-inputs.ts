import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Anomaly } from "../messages";
import { parseOptions } from "../options";
import type { OptionsReading } from "../options";
import { openWorkbookFile } from "../workbook";
import type { OpenWorkbook } from "../workbook";
import { refusal } from "./refusal";

/** The workbooks of the paths, or the first that cannot be used and why; `onFile` is told each name before its turn. */
export async function openInputs(
  paths: readonly string[],
  onFile: (name: string) => void,
): Promise<{ readonly opened: readonly OpenWorkbook[] } | { readonly refused: Anomaly }> {
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

/** The options of `--options FILE`, or everything wrong in them; none where no file is given. */
export async function readOptionsFile(path: string | null): Promise<OptionsReading> {
  if (path === null) return { options: {} };
  const bytes = await bytesOf(path);
  if (!(bytes instanceof Uint8Array)) return { anomalies: [bytes] };
  const text = textOf(bytes);
  if (text === null) return { anomalies: [refusal("cli-options-not-utf8", { path })] };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    return { anomalies: [refusal("cli-options-not-json", { path, ...placeOfFault(text, error) })] };
  }
  return parseOptions(raw, basename(path));
}

/** The decoder drops the mark that Windows' Notepad puts first. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where the text stops being JSON: the engine says it as an offset, or not at all where the text ends too early. */
function placeOfFault(text: string, error: unknown): { readonly line: number; readonly column: number } {
  const position = /position (\d+)/.exec((error as Error).message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

async function bytesOf(path: string): Promise<Uint8Array | Anomaly> {
  try {
    return await readFile(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return refusal("cli-input-unreadable", { path, reason });
  }
}
