import { Decimal } from "decimal.js";
import { frenchDate } from "../../cells";
import { conventionOf, type Campaign } from "../../tariff";
import { exactEuros, linkTo, over, text, type PageCell } from "./cells";
import { rounded, type Formula } from "./formula";
import type { PrintSetup } from "./model";
import type { Page } from "./page";
import { styles } from "./styles";
import { campaignLine } from "./texts";

/** A link from a document to the top of another, in a column that has room for it. */
export interface DocumentLink {
  /** « ← Récapitulatif ». */
  readonly label: string;
  readonly sheet: string;
  readonly column?: number;
}

interface Heading {
  readonly title: string | PageCell;
  readonly campaign: Campaign;
  /** No row of links where it is absent. */
  readonly links?: readonly DocumentLink[];
  /** Of a document that leaves the office: what it says of itself, or null. Its row is there in both cases. */
  readonly status?: string | null;
}

/** Writes what a document begins with: its title, its campaign, the documents that it leads to, and its status. */
export function heading(page: Page, { title, campaign, links, status }: Heading): void {
  page.mark(page.add([typeof title === "string" ? text(title, styles.title) : title]), "title");
  page.add([text(campaignLine(campaign), styles.subtitle)]);
  if (links !== undefined) page.add(linkCells(links));
  if (status !== undefined) page.mark(page.add(status === null ? [] : [text(status, styles.strong)]), "status");
}

/** Points left blank under a status. */
export const underStatusNote = 7;

/** Writes what a document that is sent says of its status, over columns, and a blank under it; its row is there where it says nothing. */
export function writeStatus(page: Page, status: string | null, columns: number): void {
  const row = status === null ? page.add([]) : page.add([over(columns, status, styles.strong)], false, underStatusNote);
  page.mark(row, "status");
}

/** Links as cells of a row. */
export function linkCells(links: readonly DocumentLink[]): PageCell[] {
  const cells: PageCell[] = [];
  for (const { label, sheet, column = 0 } of links) cells[column] = linkTo(label, sheet, "A1", styles.back);
  return cells;
}

interface Check {
  /** What the gap is; that nothing is expected is said after it. */
  readonly label: string;
  readonly column: number;
  readonly gap: Formula | (() => Formula);
  /** Whether the whole row is in the style of notes. */
  readonly isBand?: boolean;
  readonly keep?: boolean;
  /** Column of what is said, the first one unless told: on the right of the gap, it is beside what is printed. */
  readonly labelColumn?: number;
}

/** Writes the gap between two ways of finding the same amount, a live formula: 0,00 is expected. */
export function checkRow(
  page: Page,
  { label, column, gap, isBand = false, keep = false, labelColumn = 0 }: Check,
): void {
  const cells: PageCell[] = [];
  cells[labelColumn] = text(`${label} (0,00 attendu)`, styles.note);
  const formula = typeof gap === "function" ? () => rounded(gap()) : rounded(gap);
  cells[column] = exactEuros(new Decimal(0), styles.note, formula);
  if (isBand) page.band(cells, styles.note, keep);
  else page.add(cells, keep);
}

/**
 * Header and footer of a printed document, its status on every page; an `&` of a name is doubled, since it begins Excel's
 * codes.
 */
export function printTexts(
  title: string,
  campaign: Campaign,
  status: string | null = null,
): Pick<PrintSetup, "header" | "footer"> {
  const { creditor, service } = conventionOf(campaign);
  return {
    header: [`${creditor.name} · ${service}`, headerOf(status), title.replaceAll("&", "&&")],
    footer: [`Campagne ${campaign.year} · situation au ${frenchDate(campaign.snapshot)}`, "", "Page &P / &N"],
  };
}

const warnings = ["PROVISOIRE", "À NE PAS ÉMETTRE"];

/** What every page bears of a status: « PROVISOIRE », « À NE PAS ÉMETTRE », or both. */
export function headerOf(status: string | null): string {
  const said = status?.toLocaleUpperCase("fr") ?? "";
  return warnings.filter((warning) => said.includes(warning)).join(" · ");
}
