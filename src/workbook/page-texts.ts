import { pageTextStyles, type CellStyle, type PrintSetup } from "../documents";

/** Header and footer of a page: left, centre, right, with Excel's codes. */
interface PageTexts {
  readonly header: readonly string[];
  readonly footer: readonly string[];
}

/**
 * Returns what the first page of a sheet bears above and below, and what the others do, each text with the codes of its look: what
 * stands at the top of the first page says all but its status.
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

/** Returns a text with the codes of its look, none where it is empty. Excel has whole sizes alone. */
function coded(text: string, { size, color, bold = false }: CellStyle): string {
  if (text === "") return "";
  return `&${Math.round(size!)}${bold ? "&B" : ""}${color === undefined ? "" : `&K${color}`}${text}`;
}
