import { toBytes } from "pdfkit/output";
import { finish, type Steps } from "../cells";
import type { SheetModel } from "../documents";
import { ArchivedDocument } from "./archived-document";
import { drawPageTexts, drawRowsInSteps } from "./draw-sheet";
import { layOut } from "./geometry";
import { structureOf } from "./structure";
import { Bookmarks, StructureTree } from "./structure-tree";

/** TrueType files of a family as wide as Calibri, which the sheets are measured in. */
export type PdfFonts = Readonly<Record<"regular" | "bold" | "italic" | "boldItalic", Uint8Array>>;

export interface PdfRequest {
  /** In the order of their pages. */
  readonly models: readonly SheetModel[];
  /** The title that a reader shows in place of the file name. */
  readonly title: string;
  readonly author: string;
  /** The producer of the file: the service's name, which identifies it later. */
  readonly producer: string;
  /** Civil date and time, `2014-11-25 14:03:59`: the same request gives the same bytes. */
  readonly when: string;
  readonly fonts: PdfFonts;
}

/**
 * Draws sheets as a PDF, page for page as a spreadsheet prints them: selectable text, embedded fonts, tags for screen
 * readers, language and title, for long-term archiving.
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
  const document = new ArchivedDocument({ title, author, producer, created: dateOf(when) });
  const bytes = toBytes(document);
  for (const [name, font] of Object.entries(fonts)) {
    document.addFont(name, font);
    yield;
  }
  const structure = new StructureTree(document);
  const bookmarks = new Bookmarks(document);
  const layouts = models.map(layOut);
  const pages = layouts.reduce((sum, layout) => sum + layout.pages.length, 0);
  // One page is its own summary.
  if (pages === 1) document._root.data.PageMode = "UseNone";
  let page = 0;
  for (const [index, model] of models.entries()) {
    const layout = layouts[index]!;
    const tagged = structure.add(structureOf(model));
    for (const [place, rows] of layout.pages.entries()) {
      page += 1;
      document.addPage({ size: [layout.page.width, layout.page.height], margin: 0 });
      yield;
      drawPageTexts(document, model.print, layout, { page, pages, isFirst: place === 0 });
      yield* drawRowsInSteps(document, { model, layout, tagged, bookmarks }, rows);
    }
  }
  yield* structure.endInSteps();
  yield;
  document.end();
  return bytes;
}

/** Returns the moment of a civil date and time of this place: a PDF has it in universal time. */
function dateOf(when: string): Date {
  return new Date(when.replace(" ", "T"));
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

/** The fonts, once read: what is drawn later shares what was learnt of them. */
let known: PdfFonts | null = null;

/** Reads the fonts, once, with a function that returns the bytes at an address; rejects when that function does. */
export async function readFonts(bytesAt: (address: URL) => Promise<Uint8Array>): Promise<PdfFonts> {
  if (known !== null) return known;
  const read = Object.entries(fontFiles).map(async ([name, address]) => [name, await bytesAt(address)] as const);
  known = Object.fromEntries(await Promise.all(read)) as PdfFonts;
  return known;
}
