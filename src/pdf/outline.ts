import type { RowRole } from "../documents";

type Document = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const headings: Readonly<Partial<Record<RowRole, string>>> = { title: "H1", section: "H2", group: "H3" };

/**
 * The structure that a screen reader follows, filled while the pages are drawn: headings, texts, and tables whose rows may
 * go on over several pages.
 */
export class Outline {
  private readonly root: Element;
  private table: Element | null = null;

  constructor(private readonly document: Document) {
    this.root = document.struct("Document");
    document.addStructure(this.root);
  }

  /** Draws what the cells of a row say, each where the structure has it. */
  add(role: RowRole | null, draws: readonly (() => void)[]): void {
    if (role === "titles" || role === "row") {
      this.row(role === "titles", draws);
      return;
    }
    this.closeTable();
    const element = this.document.struct(role === null ? "P" : (headings[role] ?? "P"));
    this.root.add(element);
    for (const draw of draws) element.add(draw);
    element.end();
  }

  /** Ends the structure, once the last page is drawn. */
  end(): void {
    this.closeTable();
    this.root.end();
  }

  private row(areTitles: boolean, draws: readonly (() => void)[]): void {
    if (areTitles) this.closeTable();
    if (this.table === null) {
      this.table = this.document.struct("Table");
      this.root.add(this.table);
    }
    const row = this.document.struct("TR");
    this.table.add(row);
    for (const draw of draws) {
      const cell = areTitles ? this.document.struct("TH", { scope: "Column" }) : this.document.struct("TD");
      row.add(cell);
      cell.add(draw);
      cell.end();
    }
    row.end();
  }

  private closeTable(): void {
    this.table?.end();
    this.table = null;
  }
}
