export { drawPdf, drawPdfInSteps } from "./draw-pdf";
export { readFonts } from "./font-files";
export { type PdfFonts } from "./fonts";
export { sentDocuments, sentPdfs, zipFileName } from "./sent-documents";
export { zipPdfs } from "./zip-pdfs";
