import { Decimal } from "decimal.js";
import { frenchDate } from "../../cells";
import type { Statement } from "../../statement";
import type { Campaign } from "../../tariff";
import { writeBoxes } from "./boxes";
import { exactEuros, linkTo, over, text, type PageCell } from "./cells";
import { toCents, type FormulaSource } from "./formula";
import type { HandEdits } from "./hand-edits";
import { heldBand } from "./held-band";
import { lettersAcross } from "./measure";
import type { PrintSetup } from "./model";
import type { Page } from "./page";
import { beside, styles } from "./styles";
import { campaignLine, departmentOf, given, siretLine, toFillShort } from "./texts";

/** A link from a document to the top of another, in a column that has room for it. */
export interface DocumentLink {
  /** « ← Récapitulatif ». */
  readonly label: string;
  readonly sheet: string;
  readonly column?: number;
}

interface Heading {
  readonly title: string;
  readonly campaign: Campaign;
  /** Without them, there is no row of links. */
  readonly links?: readonly DocumentLink[];
}

/** Writes what a document begins with: its title, its campaign, and the documents that it leads to. */
export function heading(page: Page, { title, campaign, links }: Heading): void {
  page.mark(page.add([text(title, styles.title)]), "title");
  page.add([text(campaignLine(campaign), styles.subtitle)]);
  if (links !== undefined) page.add(linkCells(links));
}

/** Points left blank under a status. */
export const underStatusNote = 7;

/**
 * Writes the status of a fiche over columns, and a blank row; the row exists even without a status. `points`: the
 * beginning of the note that is about points to correct.
 */
export function writeStatus(
  page: Page,
  status: { readonly note: string; readonly points: string | null } | null,
  columns: number,
): void {
  const cells = status === null ? [] : [over(columns, status.note, styles.strong)];
  page.markStatus(page.add(cells, false, status === null ? undefined : underStatusNote), status?.points ?? null);
}

/**
 * Writes the status of a document in a band over columns, with its word in large type; the row exists even without a
 * status.
 */
export function writeStatusBand(page: Page, status: string | null, columns: number): void {
  page.mark(page.add(status === null ? [] : statusBand(status, page.widths.slice(0, columns))), "status");
}

/** Returns the row of a status over columns: of two words, the one that no correction of the inventory takes away. */
export function statusBand(status: string, widths: readonly number[]): ReturnType<typeof heldBand> {
  return heldBand({ word: headerOf(status).split(wordsApart).at(-1)!, note: status, widths });
}

/** Returns links as the cells of a row. */
export function linkCells(links: readonly DocumentLink[]): PageCell[] {
  const cells: PageCell[] = [];
  for (const { label, sheet, column = 0 } of links) cells[column] = linkTo(label, sheet, "A1", styles.back);
  return cells;
}

interface Check {
  /** The label of the gap; the expected value is appended. */
  readonly label: string;
  readonly column: number;
  readonly gap: FormulaSource;
  readonly keep?: boolean;
  /** Column of the label, by default the first one; on the right of the gap, it is outside the print area. */
  readonly labelColumn?: number;
}

/** Writes the gap between two ways of finding the same amount, a live formula: 0,00 is expected. */
export function checkRow(page: Page, { label, column, gap, keep = false, labelColumn = 0 }: Check): void {
  const cells: PageCell[] = [];
  cells[labelColumn] = text(`${label} (0,00 attendu)`, styles.note);
  cells[column] = exactEuros(new Decimal(0), styles.note, toCents(gap));
  page.add(cells, keep);
}

/**
 * Returns the header and footer of a printed document, with its status on every page. An `&` in a title is doubled,
 * since it begins a code in Excel.
 */
export function printTexts(
  title: string,
  campaign: Campaign,
  status: string | null = null,
): Pick<PrintSetup, "header" | "footer"> {
  const { creditor, service } = campaign.convention;
  return {
    header: [`${creditor.name} · ${service}`.replaceAll("&", "&&"), headerOf(status), title.replaceAll("&", "&&")],
    footer: [`Campagne ${campaign.year} · situation au ${frenchDate(campaign.snapshot)}`, "", "Page &P / &N"],
  };
}

/**
 * Returns a header or footer with its codes replaced: `&P` is the page, `&N` the number of pages, `&&` an ampersand.
 */
export function withPageNumbers(
  text: string,
  { page, pages }: { readonly page: number; readonly pages: number },
): string {
  const codes: Readonly<Record<string, string>> = { "&P": String(page), "&N": String(pages), "&&": "&" };
  return text.replace(/&[PN&]/g, (code) => codes[code]!);
}

/** Between the words of a status. */
export const wordsApart = " · ";
const warnings = ["PROVISOIRE", "À NE PAS ÉMETTRE"];

/** Returns the status on every page: « PROVISOIRE », « À NE PAS ÉMETTRE », or both. */
export function headerOf(status: string | null): string {
  const word = status?.toLocaleUpperCase("fr") ?? "";
  return warnings.filter((warning) => word.includes(warning)).join(wordsApart);
}

/** Writes two texts at both ends of a line, or on two lines when it is too short; and cells outside the print area. */
export function writeEnds(
  page: Page,
  [left, right]: readonly [left: string, right: string],
  columns: number,
  aside: PageCell | null,
): void {
  const cells: PageCell[] = [text(left, styles.smallGrey)];
  if (aside !== null) cells[columns] = aside;
  const isLong = left.length + right.length > lettersAcross(page.widths.slice(0, columns), styles.smallGrey);
  const numbered = isLong ? [] : cells;
  numbered[columns - 1] = text(right, styles.smallRightGrey);
  page.add(cells);
  if (isLong) page.add(numbered);
}

interface Letterhead {
  /** Which paper it is: its exercice, its number, those that the finance package gives. */
  readonly papers: readonly [string, string, string];
  /** Zero-based last column that is printed. */
  readonly last: number;
  /** The link back, on the right of the print area. */
  readonly beside?: PageCell;
}

/** Writes who issues, and on the right the numbers of the papers. */
export function writeLetterhead(page: Page, statement: Statement, { papers, last, beside: aside }: Letterhead): void {
  const { creditor } = statement.campaign.convention;
  const rows = [
    [text(creditor.name.toLocaleUpperCase("fr"), styles.smallStrong), text(papers[0], styles.smallRightStrong)],
    [text(departmentOf(statement), styles.small), text(papers[1], styles.smallRight)],
    [text(`Affaire suivie par ${given(statement, "contact")}`, styles.smallGrey), text(papers[2], styles.smallRight)],
  ] as const;
  const first = page.next;
  rows.forEach(([left, right], index) => {
    const cells = [left];
    cells[last] = right;
    if (index === 0 && aside !== undefined) cells[last + 1] = aside;
    page.add(cells);
  });
  page.markSideBySide(first, [0, last]);
}

/** Returns the line of the financial year and the budget, « Exercice 2014 · Budget principal ». */
export function exerciceLine({ options }: Statement, exercice: string): string {
  const { budget } = options.particulars;
  return `Exercice ${exercice}${budget === undefined ? "" : ` · ${budget}`}`;
}

/**
 * Writes the creditor and the debtor, or the debtors, side by side. `half`: zero-based last column of the first one;
 * `start`: first column of the other.
 */
export function writeParties(
  page: Page,
  statement: Statement,
  { half, start = half + 1, last }: { readonly half: number; readonly start?: number; readonly last: number },
): void {
  const { creditor, debtor } = statement.campaign.convention;
  const { particulars } = statement.options;
  const chorus = particulars.debtorChorus === undefined ? "" : ` · service Chorus ${particulars.debtorChorus}`;
  const lines = (role: string, name: string, address: string, numbers: string) => [
    { text: role, style: styles.smallGrey },
    { text: name, style: styles.strong },
    { text: address, style: styles.small },
    { text: numbers, style: styles.small },
  ];
  const addressOf = (party: "creditorAddress" | "debtorAddress") =>
    given(statement, party, `Adresse\u00a0: ${toFillShort}`);
  const creditorNumbers = siretLine(creditor.siren, particulars.creditorSiret);
  const owing =
    debtor === null
      ? lines("Débiteurs", page.say("[Les communes]"), "Un titre pour chaque quote-part", "SIREN et montants ci-après")
      : lines(
          "Débiteur",
          `${debtor.name} (${debtor.short})`,
          addressOf("debtorAddress"),
          siretLine(debtor.siren, particulars.debtorSiret) + chorus,
        );
  writeBoxes(page, [
    { from: 0, to: half, lines: lines("Créancier", creditor.name, addressOf("creditorAddress"), creditorNumbers) },
    { from: start, to: last, lines: owing },
  ]);
}

/**
 * Writes the title of a paper and, on the right of the print area, whether a figure was changed by hand. `last`:
 * zero-based last printed column.
 */
export function writeTitle(page: Page, title: string, edits: HandEdits, last: number): void {
  const cells = [text(title, styles.title)];
  cells[last + 1] = edits.markAt({ sheet: page.sheet, row: page.next, column: last + 1 }, beside(styles.strong));
  page.mark(page.add(cells), "title");
}

interface Entries {
  /** The number of columns that a label spans, and that of its text after it. */
  readonly label: number;
  readonly value: number;
  /** Replaces the text when a figure that it repeats was changed by hand. */
  readonly guard?: (cell: PageCell) => PageCell;
}

/**
 * Writes a reference of a paper: its label and its value, in lines within its cell. `aside`: on the right of the print
 * area.
 */
export function writeReference(page: Page, label: string, value: string, columns: Entries, aside?: PageCell): void {
  const { guard = (cell) => cell } = columns;
  const cells = [over(columns.label, label, styles.smallGrey)];
  cells[columns.label] = guard(over(columns.value, value, styles.small));
  if (aside !== undefined) cells[columns.label + columns.value] = aside;
  page.add(cells);
}
