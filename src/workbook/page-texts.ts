import { pageTextStyles, wordsApart, type CellStyle, type PrintSetup } from "../documents";

/** The header and footer of a page: left, centre and right texts, with Excel's format codes. */
interface PageTexts {
  readonly header: readonly string[];
  readonly footer: readonly string[];
}

/**
 * Returns the headers and footers of the first page of a sheet and of the others, with the format codes of their texts.
 * The first page shows only the status at its top, because the document has the rest. The status is written twice: at
 * the top, and across the page in large pale letters, behind the cells.
 */
export function pageTextsOf({ header, footer }: PrintSetup): Readonly<Record<"first" | "others", PageTexts>> {
  const [left, centre, right] = header;
  const lower = footer.map((text) => coded(text, pageTextStyles.plain));
  const upper = (side: string) => coded(side, pageTextStyles.plain);
  const status =
    coded(centre, pageTextStyles.status) + across(centre, sidesApart + [left, right].map(upper).join("").length);
  return {
    first: { header: ["", status, ""], footer: lower },
    others: { header: [upper(left), status, upper(right)], footer: lower },
  };
}

/** The most characters of a header in Excel, codes included, and those of the codes of its left, centre and right. */
const [mostCharacters, sidesApart] = [255, "&L&C&R".length];
/** Blank lines above the pale status: it begins at a third of an A4 page. */
const blankLines = 4;

/**
 * Returns the end of the header that writes a status across the page, one line for each word; empty when the header has
 * no room for it.
 */
function across(status: string, taken: number): string {
  if (status === "") return "";
  const pale = "\n" + coded("\n".repeat(blankLines) + status.replaceAll(wordsApart, "\n"), pageTextStyles.across);
  return taken + coded(status, pageTextStyles.status).length + pale.length > mostCharacters ? "" : pale;
}

/** Returns a text with the codes of its style; an empty text stays empty. Excel only accepts whole font sizes. */
function coded(text: string, { size, color, bold = false }: CellStyle): string {
  if (text === "") return "";
  return `&${Math.round(size!)}${bold ? "&B" : ""}${color === undefined ? "" : `&K${color}`}${text}`;
}
