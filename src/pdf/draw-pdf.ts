import { zlibSync } from "fflate";
import PDFDocument from "pdfkit";
import { toBytes } from "pdfkit/output";
import { finish, joinBytes, type Steps } from "../cells";
import type { SheetModel } from "../documents";
import { drawPageTexts, drawRowsInSteps, Outline } from "./draw-sheet";
import { layOut } from "./geometry";

/** TrueType files of a family as wide as Calibri, which the sheets are measured in. */
export type PdfFonts = Readonly<Record<"regular" | "bold" | "italic" | "boldItalic", Uint8Array>>;

export interface PdfRequest {
  /** In the order of their pages. */
  readonly models: readonly SheetModel[];
  /** What a reader shows in the place of the file's name. */
  readonly title: string;
  readonly author: string;
  /** What the file says it was made by: the service’s name, by which it is known again. */
  readonly producer: string;
  /** Civil date and time, `2014-11-25 14:03:59`: the same request gives the same bytes. */
  readonly when: string;
  readonly fonts: PdfFonts;
}

/**
 * Draws sheets as a PDF, page for page as a spreadsheet prints them: text that can be selected, fonts embedded, tagged for
 * screen readers, its language and title said.
 */
export function drawPdf(request: PdfRequest): Promise<Uint8Array> {
  return finish(drawPdfInSteps(request));
}

/** Draws the same, pausing between one row and the next; the bytes come once its last page is drawn. */
export function* drawPdfInSteps({
  models,
  title,
  author,
  producer,
  when,
  fonts,
}: PdfRequest): Steps<Promise<Uint8Array>> {
  const document = new CompressedAlike({
    autoFirstPage: false,
    // None but those given: a standard font is not embedded.
    font: "",
    pdfVersion: "1.7",
    // A subset that its types do not know yet.
    subset: "PDF/UA" as PDFKit.Mixins.PDFSubsets,
    tagged: true,
    lang: "fr-FR",
    displayTitle: true,
    info: {
      Title: title,
      Author: author,
      Producer: producer,
      Creator: producer,
      CreationDate: dateOf(when),
    },
  });
  const bytes = toBytes(document);
  for (const [name, font] of Object.entries(fonts) as [keyof PdfFonts, Uint8Array][]) {
    document.registerFont(name, padded(font) as Buffer).font(name);
    yield;
  }
  const outline = new Outline(document);
  const layouts = models.map(layOut);
  const pages = layouts.reduce((sum, layout) => sum + layout.pages.length, 0);
  let page = 0;
  for (const [index, model] of models.entries()) {
    const layout = layouts[index]!;
    for (const rows of layout.pages) {
      page += 1;
      document.addPage({ size: [layout.page.width, layout.page.height], margin: 0 });
      yield;
      drawPageTexts(document, model.print, layout, { page, pages });
      yield* drawRowsInSteps(document, model, layout, rows, outline);
    }
  }
  outline.end();
  yield;
  document.end();
  return bytes;
}

/** Returns the moment of a civil date and time of this place: a PDF has it in universal time. */
function dateOf(when: string): Date {
  return new Date(when.replace(" ", "T"));
}

/** A glyph without an outline at the very end of a font, as Carlito's no-break space is, is looked for beyond the file. */
const bytesOfGlyphHeader = 10;

function padded(font: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(font.length + bytesOfGlyphHeader);
  bytes.set(font);
  return bytes;
}

/** What of a reference the library compresses as it ends. */
interface Stream {
  compress: boolean;
  buffer: readonly Uint8Array[];
  finalize(): void;
}

/**
 * A document whose streams are compressed by the same code wherever it is drawn: the library asks Node for it where there is one, and two
 * of them compress to different bytes.
 */
class CompressedAlike extends PDFDocument {
  override ref(data: object): PDFKit.PDFKitReference {
    const reference = super.ref(data);
    const stream = reference as unknown as Stream;
    const end = stream.finalize.bind(stream);
    stream.finalize = () => {
      if (stream.compress && stream.buffer.length > 0) {
        stream.buffer = [zlibSync(joinBytes(stream.buffer))];
        stream.compress = false;
      }
      end();
    };
    return reference;
  }
}

/** Fonts as wide as Calibri, from the package that brings them: a bundler finds them by these addresses. */
const fontFiles: Readonly<Record<keyof PdfFonts, URL>> = {
  regular: new URL("../../node_modules/@expo-google-fonts/carlito/400Regular/Carlito_400Regular.ttf", import.meta.url),
  bold: new URL("../../node_modules/@expo-google-fonts/carlito/700Bold/Carlito_700Bold.ttf", import.meta.url),
  italic: new URL(
    "../../node_modules/@expo-google-fonts/carlito/400Regular_Italic/Carlito_400Regular_Italic.ttf",
    import.meta.url,
  ),
  boldItalic: new URL(
    "../../node_modules/@expo-google-fonts/carlito/700Bold_Italic/Carlito_700Bold_Italic.ttf",
    import.meta.url,
  ),
};

/** Reads the fonts, whose bytes are given by whoever can read an address; rejects as that does. */
export async function readFonts(bytesAt: (address: URL) => Promise<Uint8Array>): Promise<PdfFonts> {
  const read = Object.entries(fontFiles).map(async ([name, address]) => [name, await bytesAt(address)] as const);
  return Object.fromEntries(await Promise.all(read)) as PdfFonts;
}
