const toSixteen = "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split(
  " ",
);
const tens = [
  "",
  "dix",
  "vingt",
  "trente",
  "quarante",
  "cinquante",
  "soixante",
  "soixante",
  "quatre vingt",
  "quatre vingt",
];

/** Writes a number from 0 to 99 in words, without accents nor hyphens. */
function inWords(value: number): string {
  if (value < toSixteen.length) return toSixteen[value]!;
  const ten = Math.floor(value / 10);
  const isOfTwenty = ten === 7 || ten === 9;
  const rest = (value % 10) + (isOfTwenty ? 10 : 0);
  if (rest === 0) return value === 80 ? `${tens[ten]!}s` : tens[ten]!;
  const isJoined = (rest === 1 || rest === 11) && ten < 8 && ten > 1;
  return `${tens[ten]!}${isJoined ? " et" : ""} ${inWords(rest)}`;
}

/** Numbers written in words, without accents nor hyphens, from one to ninety-nine. */
export const numbersInWords: readonly string[] = Array.from({ length: 99 }, (_, at) => inWords(at + 1));

/** Returns a number written in figures, or in words without accents; NaN when it is neither. */
export function numberIn(folded: string): number {
  const word = numbersInWords.indexOf(folded === "une" ? "un" : folded);
  return word < 0 ? Number(folded) : word + 1;
}
