/** Numbers written in words, without accents, from one. */
export const numbersInWords: readonly string[] =
  "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(" ");

/** Returns a number written in figures, or in words without accents; NaN when it is neither. */
export function numberIn(folded: string): number {
  const word = numbersInWords.indexOf(folded === "une" ? "un" : folded);
  return word < 0 ? Number(folded) : word + 1;
}
