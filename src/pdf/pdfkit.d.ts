// Parts of the library that its types lack.

declare module "pdfkit/output" {
  /** Collects the bytes of a document until it ends. */
  export function toBytes(document: PDFKit.PDFDocument): Promise<Uint8Array>;
}

declare namespace PDFKit {
  interface PDFDocument {
    /** The catalog, the root of the file's structure. */
    readonly _root: { readonly data: Record<string, unknown> };
    /** The font that is written in. */
    readonly _font: {
      /** Characters of each embedded glyph. */
      readonly unicode: number[][];
      readonly font: {
        hasGlyphForCodePoint(codePoint: number): boolean;
        /** Returns a glyph by its number, drawn for some characters. */
        getGlyph(id: number, characters?: readonly number[]): object | null;
        /** The glyphs read, by their number. */
        _glyphs: object;
      };
      /** The words laid out. */
      layoutCache: object;
    };
  }

  interface PDFStructureElement {
    readonly dictionary: { readonly data: Record<string, unknown> };
  }

  interface PDFOutline {
    /** `fit`: the whole page is shown; otherwise, the place at these points from its left and its top. */
    addItem(
      title: string,
      options: { readonly fit: boolean; readonly left: number; readonly top: number; readonly expanded: boolean },
    ): PDFOutline;
  }
}
