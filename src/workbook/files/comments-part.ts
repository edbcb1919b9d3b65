import { parseCellName, placeKey, remembered, sheetEnd } from "../../cells";
import { CommentTexts, noteInFile, plainText } from "../comment-text";
import { checkAttributes, names, nextOf, openRoot, plainContent, type Names } from "./known-markup";
import type { Package, Relationship } from "./package";
import { stringText } from "./part-cells";
import { XmlScanner } from "./xml-scanner";

/** Comment texts by `placeKey`. */
type Texts = ReadonlyMap<number, string>;
type Reader = (scanner: XmlScanner, texts: CommentTexts) => void;

/** The comments of a package, by sheet. Each part is read once, even when several sheets link to it. */
export class CommentParts {
  private readonly known = new Map<string, Texts>();

  constructor(private readonly pack: Package) {}

  /** Paths of the parts that were read. */
  get paths(): Iterable<string> {
    return this.known.keys();
  }

  /**
   * Returns the comments of a sheet from the links of its part: the texts of threads, and notes on other cells.
   * Comments whose cell is outside the sheet are ignored, and so are missing parts. Throws when a part is malformed.
   */
  textsOf(links: readonly Relationship[]): Texts {
    const textsIn = (wanted: string, read: Reader) =>
      links.flatMap(({ kind, external, target }) =>
        kind === wanted && !external && this.pack.has(target) ? [this.read(target, read)] : [],
      );
    // Excel writes a note in place of each thread, for programs that do not know threads; it is used when the thread is
    // missing.
    const found = [...textsIn("comments", readNotes), ...textsIn("threadedComment", readThreads)];
    return found.length === 1 ? found[0]! : new Map(found.flatMap((texts) => [...texts]));
  }

  private read(path: string, read: Reader): Texts {
    return remembered(this.known, path, () => {
      const texts = new CommentTexts();
      read(new XmlScanner(this.pack.read(path), path), texts);
      return texts.joined();
    });
  }
}

/** The names in the markup of notes (ECMA-376, part 1, 18.7) and threads (MS-XLSX, 2.6.203). */
const inComments = names("authors commentList extLst");
const inComment = names("text commentPr");
const ofComment = names("ref authorId guid shapeId");
const inThreads = names("threadedComment extLst");
const inThread = names("text mentions extLst");
const ofThread = names("ref dT personId id parentId done");

/** Reads threads; replies follow the text that they answer, in the order of writing. */
function readThreads(scanner: XmlScanner, texts: CommentTexts): void {
  /** Cells by comment id: a reply without a cell belongs to that of the comment that it answers. */
  const places = new Map<string, number>();
  const root = openRoot(scanner, "ThreadedComments");
  while (nextOf(scanner, root, inThreads)) {
    if (scanner.name !== "threadedComment") {
      scanner.skipElement();
      continue;
    }
    checkAttributes(scanner, ofThread);
    const place = placeIn(scanner) ?? places.get(scanner.attribute("parentId") ?? "") ?? null;
    const id = scanner.attribute("id");
    if (place !== null && id !== null) places.set(id, place);
    const written = textInside(scanner, inThread, () => plainContent(scanner));
    if (place !== null) texts.add(place, plainText(written));
  }
  scanner.next();
}

function readNotes(scanner: XmlScanner, texts: CommentTexts): void {
  const authors: string[] = [];
  const root = openRoot(scanner, "comments");
  while (nextOf(scanner, root, inComments))
    if (scanner.name === "authors")
      while (nextOf(scanner, root + 1, names("author"))) authors.push(plainContent(scanner));
    else if (scanner.name === "commentList")
      while (nextOf(scanner, root + 1, names("comment"))) readNote(scanner, authors, texts);
    else scanner.skipElement();
  scanner.next();
}

function readNote(scanner: XmlScanner, authors: readonly string[], texts: CommentTexts): void {
  checkAttributes(scanner, ofComment);
  const place = placeIn(scanner);
  const author = authors[Number(scanner.attribute("authorId"))] ?? "";
  const written = textInside(scanner, inComment, () => stringText(scanner));
  if (place !== null) texts.add(place, noteInFile(written, author));
}

/** Returns the text of the `<text>` element within the current comment, and moves to the end of the comment. */
function textInside(scanner: XmlScanner, known: Names, read: () => string): string {
  const { depth } = scanner;
  let text = "";
  while (nextOf(scanner, depth, known))
    if (scanner.name === "text") text = read();
    else scanner.skipElement();
  return text;
}

/** Returns the `placeKey` of a comment, by its first cell; null when it is outside the sheet. */
function placeIn(scanner: XmlScanner): number | null {
  const [first = ""] = (scanner.attribute("ref") ?? "").split(":");
  const place = parseCellName(first);
  if (place === null || place.row > sheetEnd.row || place.column > sheetEnd.column) return null;
  return placeKey(place.row, place.column);
}
