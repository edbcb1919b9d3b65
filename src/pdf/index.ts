export { drawPdf } from "./draw-pdf";
export { type PdfFonts } from "./fonts";
export { sentDocuments } from "./sent-documents";
