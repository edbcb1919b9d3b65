import type { CellBlock } from "../../../../src/cells";

export type Part = "leftHeader" | "centerHeader" | "rightHeader" | "leftFooter" | "centerFooter" | "rightFooter";
export const parts: readonly Part[] = [
  "leftHeader",
  "centerHeader",
  "rightHeader",
  "leftFooter",
  "centerFooter",
  "rightFooter",
];

export type Texts = Record<Part, string>;

function noTexts(): Texts {
  return Object.fromEntries(parts.map((part) => [part, ""])) as Texts;
}

export type Margin = "top" | "bottom" | "left" | "right" | "header" | "footer";

/** How a sheet is printed. */
export class PageSetup {
  orientation = "Portrait";
  paperSize = "Letter";
  /** Points. */
  readonly margins: Record<Margin, number> = {
    top: 54,
    bottom: 54,
    left: 50.4,
    right: 50.4,
    header: 21.6,
    footer: 21.6,
  };
  zoom: Readonly<Record<string, number>> = { scale: 100 };
  readonly texts = noTexts();
  /** Of the first page, read and written whether it is apart or not. */
  readonly firstTexts = noTexts();
  isFirstApart = false;
  printArea: readonly CellBlock[] | null = null;
  titleRows: { readonly first: number; readonly last: number } | null = null;
  titleColumns: { readonly first: number; readonly last: number } | null = null;
  /** Read and written, without effect here. */
  readonly settings: Record<string, string | number | boolean> = {
    blackAndWhite: false,
    centerHorizontally: false,
    centerVertically: false,
    draftMode: false,
    firstPageNumber: "",
    printComments: "NoComments",
    printErrors: "AsDisplayed",
    printGridlines: false,
    printHeadings: false,
    printOrder: "DownThenOver",
  };
}
