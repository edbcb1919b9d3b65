/** The codes of the characters of markup. */
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
export const exclamation = 33;
export const quote = 34;
export const apostrophe = 39;
export const slash = 47;
export const colon = 58;
export const lessThan = 60;
export const equals = 61;
export const greaterThan = 62;
export const question = 63;

const entities = new Map([
  ["amp;", "&"],
  ["lt;", "<"],
  ["gt;", ">"],
  ["quot;", '"'],
  ["apos;", "'"],
]);

/** Returns the character of an entity, given without its `&`; null when it is invalid. */
export function letterOf(entity: string): string | null {
  const known = entities.get(entity);
  if (known !== undefined) return known;
  const match = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}));$/i.exec(entity);
  if (match === null) return null;
  const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

/** Returns whether a character is white space within a tag. */
export function isSpace(code: number): boolean {
  return code === space || code === lineFeed || code === tab || code === carriageReturn;
}

/** Returns whether a character may be part of a name; the code is NaN past the end of the text, which gives false. */
export function isInName(code: number): boolean {
  return (
    code > space && code !== equals && code !== greaterThan && code !== lessThan && code !== slash && code !== quote
  );
}
