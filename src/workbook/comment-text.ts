import { detachedText } from "./gathered-facts";

/** Gathers the texts of comments by cell. */
export class CommentTexts {
  private readonly texts = new Map<number, string[]>();

  /** Adds a text below those already gathered for a cell, given by its `placeKey`; an empty text is ignored. */
  add(place: number, text: string): void {
    if (text === "") return;
    const known = this.texts.get(place);
    if (known === undefined) this.texts.set(place, [text]);
    else known.push(text);
  }

  /** Returns the texts of each cell joined by line breaks, by `placeKey`. */
  joined(): Map<number, string> {
    return new Map([...this.texts].map(([place, texts]) => [place, detachedText(texts.join("\n"))]));
  }
}

/** Returns a text with `\n` line breaks, trimmed. */
export function plainText(written: string): string {
  return written.replace(/\r\n?/g, "\n").trim();
}

/** Returns the text of a note read from a file, or that of the thread that the note replaces. */
export function noteInFile(written: string, author: string): string {
  return written.includes(aboutThreads) ? textsOfNote(written) : noteText(written, author);
}

/** Returns the text of a note without its author's name, which Excel writes at its head: « Martin : école fermée ». */
export function noteText(written: string, author: string): string {
  const text = plainText(written);
  const name = author.trim();
  if (name === "" || !text.startsWith(name)) return text;
  const colon = /^\s*:\s*/.exec(text.slice(name.length));
  return colon === null ? text : text.slice(name.length + colon[0].length);
}

/** The address that Excel writes, in every language, in each note that replaces a thread. */
const aboutThreads = "https://go.microsoft.com/fwlink/?linkid=870924";

/**
 * Returns the texts of a thread from the note that Excel writes in its place for programs that do not know threads: an
 * introduction, then each text, indented, below a line that announces it.
 */
function textsOfNote(written: string): string {
  const [, thread = ""] = plainText(written).split(aboutThreads);
  const lines = thread.split("\n");
  const announces = (line: string, next = "") => line.trimEnd().endsWith(":") && /^\s{2}/.test(next);
  const texts = lines.filter((line, at) => !announces(line, lines[at + 1])).map((line) => line.trim());
  return texts.join("\n").trim();
}
