import { Parser, type PdfDictionary, type PdfFile, type PdfValue } from "./pdf-file";

/** Marked content that something is drawn in: its tag, and its number where the structure holds it. */
interface Mark {
  readonly tag: string;
  readonly mcid: number | null;
}

/** Glyphs drawn together, or a line or a background. */
interface Drawn {
  /** From the outermost; none where it is neither in the structure nor told to nobody. */
  readonly marks: readonly Mark[];
  /** What the glyphs say; null where it is no text. */
  readonly text: string | null;
  readonly glyphs: readonly number[];
  /** The name of their font in the page's resources. */
  readonly font: string;
}

/** What a page draws, from the first to the last. */
export function drawnOn(file: PdfFile, page: PdfDictionary): Drawn[] {
  const fonts = new Map(
    Object.entries(file.dictionary(file.dictionary(page.Resources).Font)).map(([name, font]) => [
      `/${name}`,
      charactersOf(file, file.dictionary(font)),
    ]),
  );
  const parser = new Parser(Buffer.from(file.stream(page.Contents)).toString("latin1"));
  const drawn: Drawn[] = [];
  const marks: Mark[] = [];
  let operands: PdfValue[] = [];
  let font = "";
  for (let value = parser.next(); value !== undefined; value = parser.next()) {
    if (typeof value !== "string" || !value.startsWith("!")) {
      operands.push(value);
      continue;
    }
    const operator = value.slice(1);
    if (operator === "Tf") font = operands[0] as string;
    if (operator === "BMC" || operator === "BDC") {
      const { MCID = null } = (operands[1] ?? {}) as { readonly MCID?: number };
      marks.push({ tag: (operands[0] as string).slice(1), mcid: MCID });
    }
    if (operator === "EMC") marks.pop();
    if (/^(S|s|f|F|f\*|B|B\*|b|b\*|sh|Do|BI)$/.test(operator))
      drawn.push({ marks: [...marks], text: null, glyphs: [], font });
    if (operator === "TJ" || operator === "Tj") {
      const parts = (Array.isArray(operands[0]) ? operands[0] : operands) as readonly PdfValue[];
      const glyphs = parts.flatMap((part) => (part instanceof Uint8Array ? glyphsOf(part) : []));
      const text = glyphs.map((glyph) => fonts.get(font)!.get(glyph) ?? "\0").join("");
      drawn.push({ marks: [...marks], text, glyphs, font });
    }
    operands = [];
  }
  return drawn;
}

/** What each piece of the structure says on a page, by its number: lines one after the other. */
export function textsOn(file: PdfFile, page: PdfDictionary): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { marks, text } of drawnOn(file, page)) {
    const mcid = marks.find((mark) => mark.mcid !== null)?.mcid;
    if (text !== null && mcid != null) texts.set(mcid, texts.has(mcid) ? `${texts.get(mcid)!} ${text}` : text);
  }
  return texts;
}

function glyphsOf(bytes: Uint8Array): number[] {
  return Array.from({ length: bytes.length / 2 }, (_, index) => bytes[index * 2]! * 256 + bytes[index * 2 + 1]!);
}

/** The characters that each glyph of a font stands for, as whoever selects or hears them has them. */
export function charactersOf(file: PdfFile, font: PdfDictionary): Map<number, string> {
  if (font.ToUnicode === undefined) return new Map();
  const map = Buffer.from(file.stream(font.ToUnicode)).toString("latin1");
  const characters = new Map<number, string>();
  for (const [, from, list] of map.matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[(.*?)\]/g))
    [...list!.matchAll(/<(.*?)>/g)].forEach(([, units], index) =>
      characters.set(
        parseInt(from!, 16) + index,
        String.fromCharCode(...units!.split(" ").map((unit) => parseInt(unit, 16))),
      ),
    );
  return characters;
}
