import type { Statement } from "../../statement";
import { conventionOf } from "../../tariff";
import { writeBoxes } from "./boxes";
import { over, text, type PageCell } from "./cells";
import type { Page } from "./page";
import { departmentOf, given, siretLine, toFillShort } from "./parties";
import { styles } from "./styles";

interface Letterhead {
  /** Which paper it is: its exercice, its number, those that the finance package gives. */
  readonly papers: readonly [string, string, string];
  /** Zero-based last column that is printed. */
  readonly last: number;
  /** The way back, on the right of what is printed. */
  readonly beside?: PageCell;
}

/** Writes who issues, and on the right the numbers of the papers. */
export function writeLetterhead(page: Page, statement: Statement, { papers, last, beside }: Letterhead): void {
  const { creditor } = conventionOf(statement.campaign);
  const rows = [
    [text(creditor.name.toLocaleUpperCase("fr"), styles.smallStrong), text(papers[0], styles.smallRightStrong)],
    [text(departmentOf(statement), styles.small), text(papers[1], styles.smallRight)],
    [text(`Affaire suivie par ${given(statement, "contact")}`, styles.smallGrey), text(papers[2], styles.smallRight)],
  ] as const;
  rows.forEach(([left, right], index) => {
    const cells = [left];
    cells[last] = right;
    if (index === 0 && beside !== undefined) cells[last + 1] = beside;
    page.add(cells);
  });
}

/** « Exercice 2014 · Budget principal ». */
export function exerciceLine({ options }: Statement, exercice: string): string {
  const { budget } = options.particulars;
  return `Exercice ${exercice}${budget === undefined ? "" : ` · ${budget}`}`;
}

/** Writes creditor and debtor, side by side. `half`: zero-based last column of the first one. */
export function writeParties(
  page: Page,
  statement: Statement,
  { half, last }: { readonly half: number; readonly last: number },
): void {
  const { creditor, debtor } = conventionOf(statement.campaign);
  const { particulars } = statement.options;
  const chorus = particulars.debtorChorus === undefined ? "" : ` · service Chorus ${particulars.debtorChorus}`;
  writeBoxes(page, [
    {
      from: 0,
      to: half,
      lines: [
        { text: "Créancier", style: styles.smallGrey },
        { text: creditor.name, style: styles.strong },
        { text: given(statement, "creditorAddress", `Adresse\u00a0: ${toFillShort}`), style: styles.small },
        { text: siretLine(creditor.siren, particulars.creditorSiret), style: styles.small },
      ],
    },
    {
      from: half + 1,
      to: last,
      lines: [
        { text: "Débiteur", style: styles.smallGrey },
        { text: `${debtor.name} (${debtor.short})`, style: styles.strong },
        { text: given(statement, "debtorAddress", `Adresse\u00a0: ${toFillShort}`), style: styles.small },
        { text: siretLine(debtor.siren, particulars.debtorSiret) + chorus, style: styles.small },
      ],
    },
  ]);
}

interface Entries {
  /** Columns that a label goes over, and its text after it. */
  readonly label: number;
  readonly value: number;
}

/** Writes a reference of a paper: its label, and what it is, in lines within its cell. `beside`: on the right of what is printed. */
export function writeReference(page: Page, label: string, value: string, columns: Entries, beside?: PageCell): void {
  const cells = [over(columns.label, label, styles.smallGrey)];
  cells[columns.label] = over(columns.value, value, styles.small);
  if (beside !== undefined) cells[columns.label + columns.value] = beside;
  page.add(cells);
}
