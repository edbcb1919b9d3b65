/** Greek and Cyrillic letters, and the Latin letters that they look like, in the same order. */
const lookalikes = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳαεικνορτυχϲωАВЕЅІЈКМНОРСТУХҮҺԌԚԜаеорсухѕіјүһԁԍԛԝвкмнт";
const latin = "ABEZHIKMNOPTYXCjaeiknoptuxcwABESIJKMHOPCTYXYhGQWaeopcyxsijyhdgqwbkmht";
const latinOf = new Map([...lookalikes].map((letter, index) => [letter, [...latin][index]!]));

/** Invisible characters: soft hyphens, directions, joiners, and controls other than spaces and line ends. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\t\n\v\f\r\x85])\p{Cc}/gu;
const isOdd =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u0370-\u052f\u0600-\u061c\u115f-\u1160\u17b4-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufb00-\ufb06\ufe00-\ufeff\uff00-\uffff\ud800-\udfff]/;
/** Ligatures and wide letters, which come from PDFs and other keyboards. */
const shaped = /[\ufb00-\ufb06\uff01-\uff5e]+/g;
const word = /\p{L}[\p{L}\p{M}]*/gu;
const foreignLetter = /[\u0370-\u052f]/;
/** The signs of ohm and micro, which are units and not letters of a word. */
const unit = /[Ωμ]/g;

/** A text in visible letters of one alphabet, and the words that mixed two. */
interface PlainLetters {
  readonly text: string;
  /** As written; most texts have none. */
  readonly mixed: readonly string[];
}

const noWords: readonly string[] = [];

/**
 * Returns a text without invisible characters, and with the letters that look like Latin ones replaced by them in words
 * that have no other foreign letters: « École » is one word, whatever keyboard its É comes from. A word that would
 * still mix two alphabets is left unchanged.
 */
export function plainLetters(text: string): PlainLetters {
  if (!isOdd.test(text)) return { text, mixed: noWords };
  const seen = text.replace(invisible, "").replace(shaped, (letters) => letters.normalize("NFKC"));
  if (!foreignLetter.test(seen)) return { text: seen, mixed: noWords };
  const mixed: string[] = [];
  const plain = seen.normalize("NFC").replace(word, (one) => {
    const letters = one.normalize("NFD");
    if (!foreignLetter.test(letters.replace(unit, ""))) return one;
    const read = letters.replace(/[\u0370-\u052f]/g, (letter) => latinOf.get(letter) ?? letter);
    const isWhole = !foreignLetter.test(read);
    if (isWhole || /\p{Script=Latin}/u.test(letters)) mixed.push(one);
    return isWhole ? read.normalize("NFC") : one;
  });
  return { text: plain, mixed };
}
