/** The parts of the text of a point: what, then why and what to do. */
interface Anatomy {
  readonly what: string;
  /** One sentence each. */
  readonly rest: readonly string[];
}

/**
 * Splits a message of the catalogue: the finding is before the first colon or full stop outside quotes; then come its
 * effect and the action.
 */
export function anatomyOf(message: string): Anatomy {
  const end = endOfWhat(message);
  const what = message.slice(0, end).trim();
  const rest = message.slice(end).replace(/^[\s:.]+/, "");
  return { what, rest: rest === "" ? [] : sentences(rest) };
}

const inOptions = [
  [/(?<!\p{L})((?:dites|écartez|acceptez|faites|laissez)(?!\p{L})[^.;:()]*?) dans les options/giu, "$1 ci-dessous"],
  [/(?<!\p{L})((?:say|accept|set|have|leave)(?!\p{L})[^.;:()]*?) in the options/giu, "$1 below"],
] as const;

/** Returns a sentence that refers to the options, as one that refers to the answers below it, which write there. */
export function towardsAnswers(sentence: string): string {
  return inOptions.reduce((text, [pattern, below]) => text.replace(pattern, below), sentence);
}

/** Returns the rest of a message whose first sentence is the screen's title already. */
export function afterTitle(message: string): string {
  return anatomyOf(message).rest.join(" ");
}

function endOfWhat(text: string): number {
  let quotes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index]!;
    if ("«“(".includes(letter)) quotes += 1;
    else if ("»”)".includes(letter)) quotes -= 1;
    else if (quotes <= 0 && ".:".includes(letter) && /^\s/.test(text[index + 1] ?? " ") && !isAfterNo(text, index))
      return index;
  }
  return text.length;
}

/** Returns whether a full stop is that of “no. 2014-01”. */
function isAfterNo(text: string, index: number): boolean {
  return text.slice(0, index).endsWith(" no");
}

function sentences(text: string): string[] {
  const upper = text.charAt(0).toUpperCase() + text.slice(1);
  return upper.split(/(?<=\.)\s+(?=\p{Lu})/u);
}
