import { cellName } from "../cells";
import { partOf, sum, type Statement } from "../statement";
import type { Nature } from "../tariff";
import { natures, payers, type PlacedBasis, type Repartition } from "./repartition";
import { count, dayAfter, euros, imported, longDate, refer, sumDown, text } from "./kit/cells";
import type { Page, PageCell } from "./kit/page";
import { styles } from "./kit/styles";
import { titreColumns as at, titreWidths, type TableRows } from "./titre";

const headings = [
  ...["Prestation", "Unité", "Quantité", "Prix unitaire"],
  ...["Part de la CAGB", "Quotes-parts des communes", "Total"],
];
const textColumns = 2;

/** The bases of the liquidation, taken from « Répartition »: quantity × price, nature by nature. */
export function writeLiquidation(draft: Page, statement: Statement, repartition: Repartition): TableRows {
  draft.section("Liquidation par prestation");
  const header = draft.add(
    headings.map((title, column) => text(title, column < textColumns ? styles.header : styles.headerNumber)),
    true,
  );
  const billed = repartition.bases.filter(({ isBilled }) => isBilled);
  const subtotals = natures.flatMap((nature) => {
    const own = billed.filter((basis) => basis.nature === nature);
    return own.length === 0 ? [] : [writeNature(draft, statement, nature, own)];
  });
  if (billed.length === 0) draft.band([text("Aucune prestation facturée.", styles.line)], styles.line, true);
  return { header, total: writeTotal(draft, statement, subtotals) };
}

/** The bases of one nature under its name; gives the row of their sub-total. */
function writeNature(draft: Page, statement: Statement, nature: Nature, bases: readonly PlacedBasis[]): number {
  const { campaign, split } = statement;
  const window = `du ${longDate(dayAfter(campaign.windowStart))} au ${longDate(campaign.snapshot)} inclus`;
  const title =
    nature === "installation"
      ? `Installation : matériel installé ${window}`
      : `Maintenance annuelle : matériel en service et effectifs au ${longDate(campaign.snapshot)}`;
  draft.band([text(title, styles.group)], styles.group, true);
  const first = draft.next;
  for (const basis of bases) writeBasis(draft, basis);
  const last = draft.next - 1;
  const sumOf = (amount: Parameters<typeof euros>[0], column: number) =>
    euros(amount, styles.subtotal, sumDown(column, first, last));
  const label = nature === "installation" ? "Sous-total de l’installation" : "Sous-total de la maintenance";
  return draft.band(
    [
      text(label, styles.subtotal),
      ...[null, null, null],
      ...payers.map((payer) => sumOf(split[nature][payer], at[payer])),
      sumOf(sum(payers.map((payer) => split[nature][payer])), at.total),
    ],
    styles.subtotal,
    true,
  );
}

const boldLine = { ...styles.line, bold: true } as const;

function writeBasis(draft: Page, { tariff, payer, units, price, amount, isProduct, places }: PlacedBasis): void {
  const row = draft.next;
  const product = isProduct ? `${cellName(row, at.quantity)}*${cellName(row, at.price)}` : refer(places.amount);
  const cells: PageCell[] = [
    imported(tariff.prestation, styles.indented),
    imported(tariff.unit, styles.line),
    count(units, styles.line, refer(places.quantity)),
    euros(price, styles.line, refer(places.price)),
  ];
  cells[at[payer]] = euros(amount, styles.line, product);
  cells[at.total] = euros(amount, boldLine, `SUM(${cellName(row, at.cagb)}:${cellName(row, at.commune)})`);
  draft.band(cells, styles.line, true);
}

function writeTotal(draft: Page, { split, total }: Statement, subtotals: readonly number[]): number {
  const sumOf = (amount: typeof total, column: number) =>
    euros(
      amount,
      styles.total,
      subtotals.length === 0 ? undefined : subtotals.map((row) => cellName(row, column)).join("+"),
    );
  const cells: PageCell[] = titreWidths.map(() => null);
  cells[0] = text("Total de la liquidation", styles.total);
  for (const payer of payers) cells[at[payer]] = sumOf(partOf(split, payer), at[payer]);
  cells[at.total] = sumOf(total, at.total);
  return draft.band(cells, styles.total);
}
