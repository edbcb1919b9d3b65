import { getDocumentProxy } from "unpdf";

/** A node of the structure that a screen reader follows, or what is said there. */
interface StructNode {
  readonly type?: string;
  readonly role?: string;
  readonly children?: readonly StructNode[];
}

/** What a reader of PDF finds in a file. */
export interface ReadPdf {
  readonly title: unknown;
  readonly language: unknown;
  readonly isTagged: boolean;
  readonly pages: readonly ReadPage[];
}

export interface ReadPage {
  /** Points, rounded. */
  readonly size: readonly [number, number];
  /** What is selected on the page from its beginning to its end, blanks made plain. */
  readonly text: string;
  /** Roles of the structure, from the top. */
  readonly roles: readonly string[];
}

/** Reads a PDF as pdf.js does. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await document.getMetadata();
  const marked = await document.getMarkInfo();
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
      roles: rolesOf((await page.getStructTree()) as StructNode | null),
    });
  }
  const { Title: title, Language: language } = info as Readonly<Record<string, unknown>>;
  return { title, language, isTagged: marked?.Marked === true, pages };
}

/** The roles of what is said on the page: a table that goes on there is whole in the structure. */
function rolesOf(node: StructNode | null): string[] {
  if (node === null || !isSaid(node)) return [];
  return [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesOf)];
}

function isSaid({ type, children = [] }: StructNode): boolean {
  return type === "content" || children.some(isSaid);
}
