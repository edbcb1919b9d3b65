import { charactersOf, pointsOfFileWidth, wholePixels } from "./widths";

test("a column is a whole number of pixels wide, of three quarters of a point", () => {
  expect([74.3, 74.6, 0].map(wholePixels)).toEqual([74.25, 74.25, 0]);
});

test("a width of a file counts the padding of a cell in 256ths of a character", () => {
  // ⌊(256 × 9.140625 + 18) / 256 × 7⌋ = 64 pixels, Excel's own width, of 8.43 characters.
  expect(pointsOfFileWidth(9.140625)).toBe(48);
});

test("widths of documents, in half characters, come back as they were", () => {
  for (let characters = 1; characters <= 60; characters += 0.5)
    expect(charactersOf(pointsOfFileWidth(characters + 5 / 7))).toBe(characters);
});
