import type { CellStyle } from "../documents";

/** TrueType files of a family as wide as Calibri, which the sheets are measured in. */
export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
  readonly boldItalic: Uint8Array;
}

export type FontName = keyof PdfFonts;

/** Returns the font of a style. */
export function fontOf({ bold = false, italic = false }: CellStyle): FontName {
  if (bold) return italic ? "boldItalic" : "bold";
  return italic ? "italic" : "regular";
}
