/** Pixels of a figure of the default font, Calibri 11, and those left empty on both sides of a cell. */
const pixelsPerCharacter = 7;
const padding = 5;
const pointsPerPixel = 0.75;

/** Points that Excel gives to a column so many characters wide: it rounds to 256ths of a character, then to pixels. */
export function pointsOfWidth(characters: number): number {
  const rounded = 256 * characters + Math.trunc(128 / pixelsPerCharacter);
  return (Math.trunc((rounded / 256) * pixelsPerCharacter) + padding) * pointsPerPixel;
}
