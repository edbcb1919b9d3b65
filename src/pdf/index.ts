export { drawPdf, drawPdfInSteps } from "./draw-pdf";
export { readFonts, type PdfFonts } from "./fonts";
export { sentDocuments, sentPdfs, zipFileName, zipPdfs } from "./sent-documents";
