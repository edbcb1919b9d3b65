// What the library has, and its types do not say yet.

declare module "pdfkit/output" {
  /** Gathers what a document writes until it ends. */
  export function toBytes(document: PDFKit.PDFDocument): Promise<Uint8Array>;
}

declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Of a table's heading: what it is over. */
    scope?: "Column" | "Row";
  }
}
