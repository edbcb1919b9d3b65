import { getDocumentProxy } from "unpdf";

/** What a reader of PDF finds in a file. */
interface ReadPdf {
  readonly title: unknown;
  readonly pages: readonly ReadPage[];
}

interface ReadPage {
  /** Points, rounded. */
  readonly size: readonly [number, number];
  /** What is selected on the page from its beginning to its end, blanks made plain. */
  readonly text: string;
}

/** Reads a PDF as pdf.js does. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await document.getMetadata();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const [, , width, height] = page.view as [number, number, number, number];
    pages.push({
      size: [Math.round(width), Math.round(height)],
      text: items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    });
  }
  return { title: (info as Readonly<Record<string, unknown>>).Title, pages };
}
