export { drawPdf, drawPdfInSteps, readFonts, type PdfFonts } from "./draw-pdf";
export { sentPdfs, zipFileName, zipPdfs } from "./sent-documents";
