export { drawPdf, drawPdfInSteps, readFonts, type PdfFonts } from "./draw-pdf";
export { ownPdfTitle } from "./own-pdf";
export { sentPdfs, zipFileName, zipPdfs } from "./sent-documents";
