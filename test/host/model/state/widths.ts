/** Pixels of a figure of Calibri 11, and those left empty on both sides of a cell. */
const figure = 7;
const padding = 5;
const pointsPerPixel = 0.75;

/** Pixels of a width of a file, which counts the padding in 256ths of a character. */
const pixelsOf = (width: number): number => Math.trunc(((256 * width + Math.trunc(128 / figure)) / 256) * figure);

/** Points of a column whose width a file gives. */
export const pointsOfFileWidth = (width: number): number => pixelsOf(width) * pointsPerPixel;

/** A column is a whole number of pixels wide. */
export const wholePixels = (points: number): number => Math.round(points / pointsPerPixel) * pointsPerPixel;

/**
 * The width in characters that a column of so many points was given: the half character that Excel draws in as many
 * pixels, or the nearest width where no half does.
 */
export function charactersOf(points: number): number {
  const pixels = Math.round(points / pointsPerPixel);
  const characters = (pixels - padding) / figure;
  const near = Math.round(characters * 2) / 2;
  return pixelsOf(near + padding / figure) === pixels ? near : Math.round(characters * 256) / 256;
}
