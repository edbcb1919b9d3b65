import { failure, success, type Result } from "./anomaly";

/** A place of a text, both counted from one. */
interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A key that an object has twice, where it stands again, and where it stood. */
interface RepeatedKey extends TextPlace {
  readonly key: string;
  readonly firstLine: number;
}

/** Why a text is not read as JSON: where it stops being so, or every key that is given again in its object. */
export type JsonTextFault = { readonly stopsAt: TextPlace } | { readonly repeated: readonly RepeatedKey[] };

/**
 * Reads a text of JSON. A key given twice in one object is a fault: `JSON.parse` alone would keep the last in silence, and what
 * a user decided with the first would not count.
 */
export function parseJsonText(text: string): Result<unknown, JsonTextFault> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return failure({ stopsAt: placeOfFault(text, error) });
  }
  const repeated = repeatedKeys(text);
  return repeated.length === 0 ? success(value) : failure({ repeated });
}

/** Finds where a text stops being JSON: the engine says it as an offset, or not at all when the text ends too early. */
function placeOfFault(text: string, error: unknown): TextPlace {
  const position = /position (\d+)/.exec((error as Error).message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Returns the keys given again, of a text that is JSON: outside texts, a colon follows a key and nothing else. */
function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  /** The keys of each object that is open, with their lines; a list has none. */
  const open: Map<string, number>[] = [];
  let last = { start: 0, end: 0, line: 1, column: 1 };
  let [line, lineStart] = [1, 0];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (mark === "\n") [line, lineStart] = [line + 1, at + 1];
    else if (mark === "{" || mark === "[") open.push(new Map());
    else if (mark === "}" || mark === "]") open.pop();
    else if (mark === '"') {
      last = { start: at, end: endOfText(text, at), line, column: at - lineStart + 1 };
      at = last.end;
    } else if (mark === ":") {
      const keys = open.at(-1)!;
      const key = JSON.parse(text.slice(last.start, last.end + 1)) as string;
      const firstLine = keys.get(key);
      if (firstLine === undefined) keys.set(key, last.line);
      else found.push({ key, firstLine, line: last.line, column: last.column });
    }
  }
  return found;
}

/** Returns where the text that opens at a quotation mark is closed. */
function endOfText(text: string, start: number): number {
  let end = start + 1;
  while (text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end;
}
