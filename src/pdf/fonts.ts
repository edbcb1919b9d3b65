import type { CellStyle } from "../documents";

/** TrueType files of a family as wide as Calibri, which the sheets are measured in. */
export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
  readonly boldItalic: Uint8Array;
}

/** Returns the font of a style. */
export function fontOf({ bold = false, italic = false }: CellStyle): keyof PdfFonts {
  if (bold) return italic ? "boldItalic" : "bold";
  return italic ? "italic" : "regular";
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
  const [regular, bold, italic, boldItalic] = await Promise.all([
    bytesAt(fontFiles.regular),
    bytesAt(fontFiles.bold),
    bytesAt(fontFiles.italic),
    bytesAt(fontFiles.boldItalic),
  ]);
  return { regular, bold, italic, boldItalic };
}
