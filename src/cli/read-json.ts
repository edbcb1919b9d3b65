import type { CommandCode } from "../messages";
import { bytesOf } from "./read-bytes";
import { refusal } from "./refusal";
import type { Refusal } from "./refusal";

/** What is said of a file that is no JSON, of what it should hold. */
const faults = {
  options: { notUtf8: "cli-options-not-utf8", notJson: "cli-options-not-json" },
  grid: { notUtf8: "cli-grid-not-utf8", notJson: "cli-grid-not-json" },
} as const satisfies Record<string, Record<string, CommandCode>>;

/** The value of a JSON file, or why it has none. */
export async function readJson(
  path: string,
  what: keyof typeof faults,
): Promise<{ readonly value: unknown } | { readonly refused: Refusal }> {
  const bytes = await bytesOf(path);
  if (!(bytes instanceof Uint8Array)) return { refused: bytes };
  const text = textOf(bytes);
  if (text === null) return { refused: refusal(faults[what].notUtf8, { path }) };
  try {
    const value = JSON.parse(text) as unknown;
    return isTooDeep(value) ? { refused: refusal("cli-json-too-deep", { path }) } : { value };
  } catch (error) {
    return { refused: refusal(faults[what].notJson, { path, ...placeOfFault(text, error) }) };
  }
}

/** No option and no grid has so many levels; what quotes a value would not come back from a hundred thousand. */
const mostLevels = 100;

function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) return true;
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
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
