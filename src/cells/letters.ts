/** Greek and Cyrillic letters, and the Latin ones that they look like, in the same order. */
const lookalikes = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳαεικνορτυχϲωАВЕЅІЈКМНОРСТУХҮҺԌԚԜаеорсухѕіјүһԁԍԛԝвкмнт";
const latin = "ABEZHIKMNOPTYXCjaeiknoptuxcwABESIJKMHOPCTYXYhGQWaeopcyxsijyhdgqwbkmht";
const latinOf = new Map([...lookalikes].map((letter, index) => [letter, [...latin][index]!]));

/** Marks that nobody sees: soft hyphens, directions, joiners, controls but for spaces and ends of lines. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\t\n\v\f\r\x85])\p{Cc}/gu;
const isOdd =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u0370-\u052f\u0600-\u061c\u115f-\u1160\u17b4-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufb00-\ufb06\ufe00-\ufeff\uff00-\uffff\ud800-\udfff]/;
/** Ligatures and wide letters, which PDFs and other keyboards leave. */
const shaped = /[\ufb00-\ufb06\uff01-\uff5e]+/g;
const word = /\p{L}[\p{L}\p{M}]*/gu;
const foreignLetter = /[\u0370-\u052f]/;
/** Ohm and micro are units of their own. */
const unit = /[Ωμ]/g;

/** A text in letters that one can see and that are those of one alphabet, and the words that were of two. */
interface PlainLetters {
  readonly text: string;
  /** As written; none in most texts. */
  readonly mixed: readonly string[];
}

const noWords: readonly string[] = [];

/**
 * Returns a text without its marks that nobody sees, and with the letters of another alphabet that look like Latin ones made
 * Latin, where a word has no others: « École » is one word, whichever keyboard its É comes from. A word that stays of two
 * alphabets is left as it is.
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
