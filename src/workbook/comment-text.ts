import { detachedText } from "./gathered-facts";

/** What the comments of cells say, gathered one after the other. */
export class CommentTexts {
  private readonly texts = new Map<number, string[]>();

  /** Adds a text to those of a place, by its key, below them; one that says nothing is left out. */
  add(place: number, text: string): void {
    if (text === "") return;
    const known = this.texts.get(place);
    if (known === undefined) this.texts.set(place, [text]);
    else known.push(text);
  }

  /** Returns the text of each place. */
  joined(): Map<number, string> {
    return new Map([...this.texts].map(([place, texts]) => [place, detachedText(texts.join("\n"))]));
  }
}

/** Returns what somebody wrote, its line ends all alike, without blanks around. */
export function plainText(written: string): string {
  return written.replace(/\r\n?/g, "\n").trim();
}

/** Returns what a note of a file says, or the thread that it stands for. */
export function noteInFile(written: string, author: string): string {
  return written.includes(aboutThreads) ? standInText(written) : noteText(written, author);
}

/** Returns what a note says, without the name of its author at its head, where Excel puts it: « Martin : école fermée ». */
export function noteText(written: string, author: string): string {
  const text = plainText(written);
  const name = author.trim();
  if (name === "" || !text.startsWith(name)) return text;
  const colon = /^\s*:\s*/.exec(text.slice(name.length));
  return colon === null ? text : text.slice(name.length + colon[0].length);
}

/** The page that every note leads to which stands for a thread, in whatever language it says so. */
const aboutThreads = "https://go.microsoft.com/fwlink/?linkid=870924";

/**
 * Returns what a note says that Excel keeps in place of a thread for programs that know none: after a sentence of its own, each text
 * of the thread, moved in, under a line that announces it.
 */
function standInText(written: string): string {
  const [, said = ""] = plainText(written).split(aboutThreads);
  const lines = said.split("\n");
  const announces = (line: string, next = "") => line.trimEnd().endsWith(":") && /^\s{2}/.test(next);
  const texts = lines.filter((line, at) => !announces(line, lines[at + 1])).map((line) => line.trim());
  return texts.join("\n").trim();
}
