export { drawPdf, drawPdfInSteps, readFonts, type PdfFonts } from "./draw-pdf";
export { acrossPage, layOut, type Box, type Layout, type PlacedRow } from "./geometry";
export { ownPdfTitle } from "./own-pdf";
export { sentPdfs, zipFileName, zipPdfs } from "./sent-documents";
