import type { Steps } from "../cells";
import type { CellPlace, Tag } from "./structure";

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

/** A cell, with the structure element of its text. */
export interface TaggedCell extends CellPlace {
  readonly element: Element;
  /** The level of its heading; null for any other text. */
  readonly level: number | null;
}

/** The structure that a screen reader follows; its elements are created before pages are drawn, in reading order. */
export class StructureTree {
  private readonly root: Element;
  /** Each after those that it holds. */
  private readonly elements: Element[] = [];

  constructor(private readonly document: Document) {
    this.root = document.struct("Document");
    document.addStructure(this.root);
  }

  /** Adds the elements of a sheet, and returns its cells in reading order. */
  add(tags: readonly Tag[]): TaggedCell[] {
    return tags.flatMap((tag) => this.under(this.root, tag));
  }

  /** Writes the structure, once the last page is drawn, pausing between one element and the next. */
  *endInSteps(): Steps<void> {
    for (const element of this.elements) {
      element.end();
      yield;
    }
    this.root.end();
  }

  private under(parent: Element, { type, scope, span, holds }: Tag): TaggedCell[] {
    const element = this.document.struct(type);
    if (scope !== undefined || span !== undefined)
      element.dictionary.data.A = { O: "Table", Scope: scope, ColSpan: span };
    parent.add(element);
    const level = /^H\d$/.test(type) ? Number(type[1]) : null;
    const cells = holds.flatMap((held) => ("type" in held ? this.under(element, held) : [{ ...held, element, level }]));
    this.elements.push(element);
    return cells;
  }
}

/** The bookmarks of headings, each under the last one of the level above. */
export class Bookmarks {
  private readonly above: PDFKit.PDFOutline[];

  constructor(private readonly document: Document) {
    this.above = [document.outline];
  }

  /** Adds what leads to a heading of the page that is drawn, at points from its top. */
  add(level: number, title: string, top: number): void {
    // The library counts from the right.
    const options = { fit: false, left: this.document.page.width, top, expanded: level === 1 };
    this.above.splice(level, Infinity, this.above[level - 1]!.addItem(title, options));
  }
}
