// What the library has, and its types do not say yet.

declare module "pdfkit/output" {
  /** Gathers what a document writes until it ends. */
  export function toBytes(document: PDFKit.PDFDocument): Promise<Uint8Array>;
}

declare namespace PDFKit {
  interface PDFDocument {
    /** The catalog, where a reader begins. */
    readonly _root: { readonly data: Record<string, unknown> };
    /** The font that is written in. */
    readonly _font: {
      /** Characters of each glyph of what is embedded. */
      readonly unicode: number[][];
      readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
    };
  }

  interface PDFStructureElement {
    readonly dictionary: { readonly data: Record<string, unknown> };
  }

  interface PDFOutline {
    /** `fit`: the whole page is shown; else what is at points from its top and its right. */
    addItem(
      title: string,
      options: { readonly fit: boolean; readonly left: number; readonly top: number; readonly expanded: boolean },
    ): PDFOutline;
  }
}
