type Font = PDFKit.PDFDocument["_font"]["font"];

/** The text to draw for each character, by font: most texts use about a hundred characters. */
const drawn = new WeakMap<Font, Map<string, string>>();

/**
 * Returns a text in characters that have a glyph in the current font, so that no glyph is missing in the archived
 * document. A letter and its accent are combined; a character without a glyph becomes a square.
 */
export function inGlyphsOf({ _font: { font } }: PDFKit.PDFDocument, text: string): string {
  let known = drawn.get(font);
  if (known === undefined) drawn.set(font, (known = new Map<string, string>()));
  let result = "";
  for (const character of text.normalize()) {
    let by = known.get(character);
    if (by === undefined) known.set(character, (by = glyphFor(font, character)));
    result += by;
  }
  return result;
}

const square = "\u25a1";

function glyphFor(font: Font, character: string): string {
  const has = (one: string): boolean => [...one].every((part) => font.hasGlyphForCodePoint(part.codePointAt(0)!));
  // The end of a line is cut at, not drawn.
  if (character === "\n" || has(character)) return character;
  if (/\s/u.test(character)) return " ";
  if (/\p{Pd}/u.test(character)) return "-";
  if (/[\p{C}\p{M}]/u.test(character)) return "";
  const alike = character.normalize("NFKD");
  return has(alike) ? alike : square;
}
