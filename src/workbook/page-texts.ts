import { pageTextStyles, type CellStyle, type PrintSetup } from "../documents";

/** The header and footer of a page: left, centre and right texts, with Excel's format codes. */
interface PageTexts {
  readonly header: readonly string[];
  readonly footer: readonly string[];
}

/**
 * Returns the headers and footers of the first page of a sheet and of the others, with the format codes of their texts.
 * The first page shows only the status at its top: the document itself says the rest.
 */
export function pageTextsOf({ header, footer }: PrintSetup): Readonly<Record<"first" | "others", PageTexts>> {
  const [left, centre, right] = header;
  const lower = footer.map((text) => coded(text, pageTextStyles.plain));
  const upper = (side: string) => coded(side, pageTextStyles.plain);
  const status = coded(centre, pageTextStyles.status);
  return {
    first: { header: ["", status, ""], footer: lower },
    others: { header: [upper(left), status, upper(right)], footer: lower },
  };
}

/** Returns a text with the codes of its style; an empty text stays empty. Excel only accepts whole font sizes. */
function coded(text: string, { size, color, bold = false }: CellStyle): string {
  if (text === "") return "";
  return `&${Math.round(size!)}${bold ? "&B" : ""}${color === undefined ? "" : `&K${color}`}${text}`;
}
