import { failure, success, type Result } from "./anomaly";

/** A place in a text; both numbers count from one. */
interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A key repeated in an object: the place of the repetition, and the line of the first. */
interface RepeatedKey extends TextPlace {
  readonly key: string;
  readonly firstLine: number;
}

/** Why a text cannot be read as JSON: where its syntax fails, or all the keys repeated in an object. */
type JsonTextFault = { readonly stopsAt: TextPlace } | { readonly repeated: readonly RepeatedKey[] };

/**
 * Reads a JSON text. Fails when an object repeats a key: `JSON.parse` would silently keep the last one, and the user's
 * first decision would not count.
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

/** Returns where a text stops being JSON. The engine gives an offset, or none when the text ends too early. */
function placeOfFault(text: string, error: unknown): TextPlace {
  const position = /position (\d+)/.exec((error as Error).message)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position)).split("\n");
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Returns the keys that a JSON text repeats in an object: outside strings, a colon only follows a key. */
function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  /** The keys of each open object, with their lines; empty for a list. */
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

/** Returns the place of the quotation mark that closes the string opened at `start`. */
function endOfText(text: string, start: number): number {
  let end = start + 1;
  while (text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return end;
}
