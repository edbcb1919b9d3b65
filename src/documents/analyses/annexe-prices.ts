import type { Decimal } from "decimal.js";
import { GridPair } from "../../statement";
import type { Grid, Nature, Payer, TariffRow } from "../../tariff";
import { euros, imported, text } from "../kit/cells";
import type { ModelCell } from "../kit/model";
import type { Page, PageCell } from "../kit/page";
import { styles } from "../kit/styles";
import { natureNames, payerNames } from "../kit/texts";
import { natures } from "../repartition";
import { apart, priceColumns as at } from "./annexe";
import type { Sides, Subject } from "./annexe-titres";

/** Rows that the page has room for. */
const most = 12;
const payers = ["cagb", "commune"] as const satisfies readonly Payer[];
const sides = ["before", "after"] as const;

type Prices = Readonly<Record<(typeof sides)[number], Decimal | null>>;

/** What one payer is charged of a prestation, under two grids. */
interface PriceRow {
  readonly tariff: TariffRow;
  readonly payer: Payer;
  readonly prices: Readonly<Record<Nature, Prices>>;
}

/** Both grids, and how they are called; null where there is but one tariff, which nothing is compared with. */
export function gridsOf({ compared, tried }: Subject): Readonly<Record<(typeof sides)[number], Grid>> | null {
  if (tried !== null) return { before: tried.context.simulation.now.grid, after: tried.context.simulation.trial.grid };
  const { before, after } = compared.context.comparison;
  const grids = { before: before.grid, after: after.grid };
  return rowsOf(grids).some(isChanged) ? grids : null;
}

/** The prices of both grids, side by side; where they are too many for the page, those that change, and how many are left out. */
export function writePrices(draft: Page, grids: Readonly<Record<(typeof sides)[number], Grid>>, names: Sides): void {
  const rows = rowsOf(grids);
  const changed = rows.filter(isChanged);
  const shown = rows.length <= most ? rows : changed.slice(0, most);
  draft.section(titleOf(rows));
  if (shown.length > 0) {
    const headings = natures.flatMap((nature) => sides.map((side) => `${natureNames[nature]}, ${names[side]}`));
    draft.band(
      [
        ...["Prestation", "Unité", "À la charge de"].map((title) => text(title, styles.header)),
        ...headings.map((title) => text(title, styles.headerNumber)),
        text("Ce qui change", apart(styles.header)),
      ],
      styles.header,
      true,
    );
    for (const row of shown) writeRow(draft, row);
  }
  const left = [
    countText(changed.length - shown.filter(isChanged).length, "autre ligne change", "autres lignes changent"),
    countText(
      rows.filter((row) => !isChanged(row) && !shown.includes(row)).length,
      "ligne ne change pas",
      "lignes ne changent pas",
    ),
  ].filter((said) => said !== null);
  if (left.length > 0) draft.paragraph(`Hors de ce tableau : ${left.join(", ")}.`, styles.note);
}

function rowsOf({ before, after }: Readonly<Record<(typeof sides)[number], Grid>>): PriceRow[] {
  const pair = new GridPair(before, after);
  return pair.rows
    .flatMap((tariff) =>
      payers.map((payer): PriceRow => {
        const of = (nature: Nature): Prices => {
          const key = { code: tariff.code, nature, payer };
          return { before: pair.price("before", key), after: pair.price("after", key) };
        };
        return { tariff, payer, prices: { installation: of("installation"), maintenance: of("maintenance") } };
      }),
    )
    .filter(({ prices }) => natures.some((nature) => sides.some((side) => prices[nature][side] !== null)));
}

function changedIn({ prices }: PriceRow): Nature[] {
  return natures.filter((nature) => {
    const { before, after } = prices[nature];
    return before === null || after === null ? before !== after : !before.equals(after);
  });
}

function isChanged(row: PriceRow): boolean {
  return changedIn(row).length > 0;
}

/** « 2 prix sur 14 changent ». */
function titleOf(rows: readonly PriceRow[]): string {
  const prices = rows.flatMap(({ prices }) => natures.map((nature) => prices[nature]));
  const total = prices.filter(({ before, after }) => before !== null || after !== null).length;
  const changed = rows.flatMap(changedIn).length;
  if (changed === 0) return "Aucun prix ne change";
  return `${changed === 1 ? "Un prix change" : `${changed} prix changent`} sur ${total}`;
}

function writeRow(draft: Page, row: PriceRow): void {
  const { tariff, payer, prices } = row;
  const changed = changedIn(row);
  const cells: PageCell[] = [];
  cells[at.prestation] = imported(tariff.prestation, styles.line);
  cells[at.unit] = imported(tariff.unit, styles.line);
  cells[at.payer] = text(payerNames[payer], styles.line);
  for (const nature of natures)
    for (const side of sides) {
      const isNew = side === "after" && changed.includes(nature);
      cells[at[nature][side]] = priceCell(prices[nature][side], isNew);
    }
  const [change = "–", other] = changed.map((nature) => natureNames[nature]);
  cells[at.changes] = text(other === undefined ? change : "Les deux", apart(styles.line));
  draft.band(cells, styles.line, true);
}

/** A missing price is no tariff: a dash, not a zero. */
function priceCell(price: Decimal | null, isNew: boolean): ModelCell {
  const style = isNew ? { ...styles.line, bold: true } : styles.line;
  return price === null ? text("–", { ...style, align: "right" }) : euros(price, style);
}

function countText(count: number, one: string, several: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? one : several}`;
}
