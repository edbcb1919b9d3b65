import { CellError, parseCellName, parseIsoDate, sheetEnd, toSerial, type Cell } from "../../cells";
import { detachedText, type Strike } from "../gathered-facts";
import { names, nextOf, openRoot, plainContent } from "./known-markup";
import { damaged } from "./opened-file";
import { XmlScanner } from "./xml-scanner";

/** Returns whether a boolean attribute is true. */
export function isTrue(attribute: string | null): boolean {
  return attribute === "1" || attribute === "true";
}

/** The zero-based position of a walk through a sheet part. A row or cell without a reference follows the last one. */
export class SheetCursor {
  row = -1;
  column = -1;

  constructor(
    private readonly scanner: XmlScanner,
    private readonly part: string,
  ) {}

  /** Moves to the current row element. Throws when its number is invalid. */
  openRow(): void {
    const number = this.scanner.attribute("r");
    this.row = number === null ? this.row + 1 : Number(number) - 1;
    this.column = -1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row > sheetEnd.row) throw damaged(this.part, number ?? "");
  }

  /** Moves to the current cell element, and returns its reference or null. Throws when it is not in its row. */
  openCell(): string | null {
    const reference = this.scanner.attribute("r");
    if (reference === null) this.column++;
    else {
      const place = parseCellName(reference);
      if (place === null || place.row !== this.row) throw damaged(this.part, reference);
      this.column = place.column;
    }
    if (this.column > sheetEnd.column) throw damaged(this.part, reference ?? "");
    return reference;
  }
}

const types = names("b d e n s str");
const isYes = new Map<string, boolean | null>([
  ["1", true],
  ["true", true],
  ["0", false],
  ["false", false],
  ["", null],
]);

/**
 * Returns the value of a cell from its type, the text of its `<v>` and its inline text; null when it has no value.
 * Returns undefined when it is invalid: an unknown type, a malformed number, a shared string that does not exist.
 */
export function cellValue(
  type: string,
  written: string | null,
  text: string | null,
  { strings, date1904 }: { readonly strings: SharedStrings; readonly date1904: boolean },
): Cell | undefined {
  // Only cells of this type may hold an inline text.
  if (type === "inlineStr") return text !== null ? detachedText(text) : written ? undefined : null;
  if (text !== null || !types.has(type)) return undefined;
  if (written === null) return null;
  switch (type) {
    case "str":
      return detachedText(unescaped(written));
    case "b":
      return isYes.get(written.trim().toLowerCase());
    case "e":
      return new CellError(detachedText(written));
  }
  if (written === "") return null;
  switch (type) {
    case "s":
      return strings.texts[Number(written)];
    case "d":
      return serialOfIsoText(written, date1904);
    default:
      return numberOf(written);
  }
}

function numberOf(written: string): number | undefined {
  const number = Number(written);
  // `Number` also accepts `0x10` and `Infinity`, which are not valid in a file.
  return Number.isFinite(number) && /^[\s\d.eE+-]+$/.test(written) ? number : undefined;
}

/** Returns the serial of `2014-11-01` or `2014-11-01T18:00:00`; undefined for any other text. */
function serialOfIsoText(written: string, date1904: boolean): number | undefined {
  const [day = "", time = ""] = written.trim().split("T");
  const date = parseIsoDate(day);
  const clock = /^(?:(\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?Z?)?$/.exec(time);
  if (date === null || clock === null) return undefined;
  const [hours, minutes, seconds] = [Number(clock[1] ?? 0), Number(clock[2] ?? 0), Number(clock[3] ?? 0)];
  return toSerial(date, date1904) + (hours * 3600 + minutes * 60 + seconds) / 86_400;
}

/** The names in the markup of texts (ECMA-376, part 1, 18.4); some programs write the font of a run as in cells. */
const inStrings = names("si extLst");
const inString = names("t r rPh phoneticPr");
const inRun = names("rPr t");
const ofRun = names("rFont name charset family b i strike outline shadow condense extend color sz u vertAlign scheme");

/** A text as a cell shows it. */
export interface ShownText {
  readonly text: string;
  readonly strike: Strike;
}

/** Returns the text of the current element, without its strike-through. */
export function stringText(scanner: XmlScanner): string {
  return shownText(scanner).text;
}

/**
 * Returns the text of the current element, a shared or inline string, with its runs joined and without phonetic text
 * (`rPh`). Moves to the end of the element.
 */
export function shownText(scanner: XmlScanner): ShownText {
  const { depth } = scanner;
  let text = "";
  const runs = { struck: false, raised: false, plain: false };
  const take = (as: RunLook) => {
    const taken = plainContent(scanner);
    text += taken;
    if (taken.trim() !== "") runs[as] = true;
  };
  while (nextOf(scanner, depth, inString))
    if (scanner.name === "t") take("plain");
    else if (scanner.name === "r") readRun(scanner, take);
    else scanner.skipElement();
  const isMixed = (runs.struck || runs.raised) && runs.plain;
  return { text: unescaped(text), strike: isMixed ? "part" : runs.struck ? "whole" : "none" };
}

/** How the characters of a run look; those above the line may call a footnote: « 5² » is 5. */
type RunLook = "struck" | "raised" | "plain";

function readRun(scanner: XmlScanner, take: (as: RunLook) => void): void {
  const { depth } = scanner;
  let look: RunLook = "plain";
  while (nextOf(scanner, depth, inRun))
    if (scanner.name === "t") take(look);
    else
      while (nextOf(scanner, depth + 1, ofRun))
        if (scanner.name === "strike") look = strikes(scanner) ? "struck" : look;
        else if (scanner.name === "vertAlign" && scanner.attribute("val") === "superscript") look = "raised";
}

/** Returns whether the current `strike` element strikes text through. */
export function strikes(scanner: XmlScanner): boolean {
  return !/^(?:0|false)$/.test(scanner.attribute("val") ?? "1");
}

/** Returns a text in which characters that XML cannot hold, written `_x000D_`, are restored. */
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** The shared strings, by index, and the strike-through of those that have any. */
export interface SharedStrings {
  readonly texts: readonly string[];
  readonly strikes: ReadonlyMap<number, Strike>;
}

/** Reads the shared strings. Throws when the part is malformed. */
export function readSharedStrings(bytes: Uint8Array, part: string): SharedStrings {
  const scanner = new XmlScanner(bytes, part);
  const texts: string[] = [];
  const strikes = new Map<number, Strike>();
  const root = openRoot(scanner, "sst");
  while (nextOf(scanner, root, inStrings)) {
    if (scanner.name !== "si") {
      scanner.skipElement();
      continue;
    }
    const { text, strike } = shownText(scanner);
    if (strike !== "none") strikes.set(texts.length, strike);
    texts.push(detachedText(text));
  }
  scanner.next();
  return { texts, strikes };
}
