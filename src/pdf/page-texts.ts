import type { PrintSetup } from "../documents";
import type { Layout } from "./geometry";

type Document = PDFKit.PDFDocument;

const size = 9;
const pointsPerInch = 72;
const aligns = ["left", "center", "right"] as const;

/** Writes the header and the footer of a page, which no screen reader tells. */
export function drawPageTexts(
  document: Document,
  { header, footer, margins }: PrintSetup,
  { page, inner }: Layout,
  counts: { readonly page: number; readonly pages: number },
): void {
  document.markContent("Artifact", { type: "Pagination" }).font("regular").fontSize(size).fillColor("#000000");
  const write = (texts: readonly string[], y: number): void =>
    texts.forEach((text, index) => {
      const shown = withoutCodes(text, counts);
      if (shown !== "")
        document.text(shown, inner.x, y, {
          width: inner.width,
          align: aligns[index]!,
          lineBreak: true,
          height: size * 2,
        });
    });
  write(header, margins.header * pointsPerInch);
  write(footer, page.height - margins.footer * pointsPerInch - document.currentLineHeight());
  document.endMarkedContent();
}

/** Returns a text with its codes replaced: `&P` the page, `&N` their number, `&&` an ampersand. */
function withoutCodes(text: string, { page, pages }: { readonly page: number; readonly pages: number }): string {
  const codes: Readonly<Record<string, string>> = { "&P": String(page), "&N": String(pages), "&&": "&" };
  return text.replace(/&[PN&]/g, (code) => codes[code]!);
}
