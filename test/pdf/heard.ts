import { textsOn } from "./page-content";
import type { PdfDictionary, PdfFile, PdfValue } from "./pdf-file";

/** An element of the structure of a PDF. */
export interface Element {
  readonly type: string;
  readonly scope: string | null;
  readonly span: number;
  /** What it says itself, in order, and the elements that it holds. */
  readonly kids: readonly (Element | string)[];
}

/** The structure that a screen reader follows, from its document down. */
export function structureOf(file: PdfFile): Element {
  const texts = new Map(file.pages.map((page) => [page, textsOn(file, page)]));
  const elementOf = (value: PdfValue): Element => {
    const { S, A, K, Pg } = file.dictionary(value);
    const attributes = (A === undefined ? {} : file.dictionary(A)) as { Scope?: string; ColSpan?: number };
    const kids = file.list(K).map((kid): Element | string => {
      if (typeof kid === "number") return plain(texts.get(file.dictionary(Pg))!.get(kid)!);
      const { Type, Pg: page, MCID } = file.dictionary(kid);
      if (Type !== "/MCR") return elementOf(kid);
      return plain(texts.get(file.dictionary(page))!.get(MCID as number)!);
    });
    const { Scope = null, ColSpan = 1 } = attributes;
    return { type: (S as string).slice(1), scope: Scope, span: ColSpan, kids };
  };
  const root = file.dictionary(file.catalog.StructTreeRoot) as PdfDictionary;
  return elementOf(file.list(root.K)[0]!);
}

const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** All that an element says, from the first to the last. */
export function saidBy(element: Element | string): string {
  if (typeof element === "string") return element;
  return element.kids
    .map(saidBy)
    .filter((text) => text !== "")
    .join(" ");
}

/** The elements of a type, within an element. */
export function within(element: Element, type: string): Element[] {
  return element.kids.flatMap((kid) => {
    if (typeof kid === "string") return [];
    return [...(kid.type === type ? [kid] : []), ...within(kid, type)];
  });
}

/**
 * What is heard, line after line: headings and texts; of a table, each cell under the headings of its row and of its column, « Pirey · Part
 * de la CAGB : 12,00 € ».
 */
export function heard(element: Element): string[] {
  if (element.type === "Table") return heardOfTable(element);
  const own = element.kids.filter((kid) => typeof kid === "string");
  if (own.length > 0) return [`${/^H\d$/.test(element.type) ? `${element.type} ` : ""}${saidBy(element)}`];
  return element.kids.flatMap((kid) => (typeof kid === "string" ? [] : heard(kid)));
}

function heardOfTable(table: Element): string[] {
  const columns: string[] = [];
  return within(table, "TR").flatMap((row) => {
    let column = 0;
    let name = "";
    return (row.kids as readonly Element[]).flatMap((cell): string[] => {
      const at = column;
      column += cell.span;
      const said = saidBy(cell);
      if (cell.scope === "/Column") columns[at] = said;
      if (cell.scope === "/Row") name = said;
      if (cell.type === "TH" || said === "") return [];
      const heading = cell.kids.find((kid): kid is Element => typeof kid !== "string" && /^H\d$/.test(kid.type));
      if (heading !== undefined) return heard(heading);
      const over = cell.span > 1 ? [] : [name, columns[at] ?? ""].filter((text) => text !== "");
      return [over.length === 0 ? said : `${over.join(" · ")} : ${said}`];
    });
  });
}
