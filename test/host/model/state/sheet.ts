import type { CellBlock } from "../../../../src/cells";
import { keyIn } from "../../../../src/workbook/generated-names";
import type { HostBook } from "./book";
import type { HostChart } from "./chart";
import type { HostComment, HostNote } from "./comment";
import type { HostDataBars } from "./data-bars";
import { Grid } from "./grid";
import type { HostName } from "./name";
import { PageSetup } from "./page-setup";
import type { HostTable } from "./table";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** What a file had of a sheet, to write back what changed and nothing else. */
interface SheetOrigin {
  /** Its part in the package. */
  readonly path: string;
  readonly name: string;
  /** Its place among the sheets of the file. */
  readonly place: number;
  /** What it was beside its contents, as a text. */
  readonly layout: string;
}

/** Points of a column and of a row that nobody sized. */
export const standardWidth = 48;
export const standardHeight = 15;

/** A sheet of the open workbook. */
export class HostSheet {
  readonly grid = new Grid();
  visibility: Visibility = "Visible";
  /** Its number in the file, `sheetId`: never that of another sheet, even of one that went. */
  tabId = 0;
  /** RRGGBB, or null. */
  tabColor: string | null = null;
  merges: CellBlock[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** Points, by row and by column. */
  readonly rowHeights = new Map<number, number>();
  readonly columnWidths = new Map<number, number>();
  readonly tables: HostTable[] = [];
  autoFilter: CellBlock | null = null;
  freeze: { readonly rows: number; readonly columns: number } | null = null;
  readonly page = new PageSetup();
  /** Rows and columns before which a page starts. */
  readonly rowBreaks = new Set<number>();
  readonly columnBreaks = new Set<number>();
  readonly charts: HostChart[] = [];
  comments: readonly HostComment[] = [];
  notes: readonly HostNote[] = [];
  /** The first over the others, where they share cells. */
  dataBars: HostDataBars[] = [];
  readonly names: HostName[] = [];
  isProtected = false;
  isDeleted = false;
  /** Read and written, without effect here: gridlines, headings, width by default… */
  readonly settings: Record<string, string | number | boolean> = {
    showGridlines: true,
    showHeadings: true,
    enableCalculation: true,
    standardWidth: 8.43,
  };
  origin: SheetOrigin | null = null;

  constructor(
    readonly book: HostBook,
    readonly id: string,
    public name: string,
  ) {}

  /** What its own names say that a sheet of ours is, or null. */
  get key(): string | null {
    return keyIn(this.names);
  }

  /** Points. */
  heightOf(row: number): number {
    return this.hiddenRows.has(row) ? 0 : (this.rowHeights.get(row) ?? standardHeight);
  }

  widthOf(column: number): number {
    return this.hiddenColumns.has(column) ? 0 : (this.columnWidths.get(column) ?? standardWidth);
  }
}
