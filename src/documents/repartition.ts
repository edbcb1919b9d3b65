import type { Decimal } from "decimal.js";
import { cellName } from "../cells";
import { sum, type Statement } from "../statement";
import type { Payer, TariffRow } from "../tariff";
import { basesOf, natures, payers, type Basis } from "./bases";
import { count, empty, euros, imported, linkTo, sumDown, text, type Place } from "./cells";
import { Draft, type DraftCell } from "./draft";
import type { PrintSetup, SheetModel } from "./model";
import { writeByWeight } from "./repartition-chart";
import { styles } from "./styles";
import { campaignLine, gridLine, printTexts } from "./texts";

const widths = [15, 31, 11, 12.5, 12.5, 13, 13, 12.5, 12.5, 13, 13.5, 14];
const columns = {
  installation: { quantity: 3, price: 4, cagb: 5, commune: 6 },
  maintenance: { quantity: 7, price: 8, cagb: 9, commune: 10 },
} as const;
const totalColumn = 11;
const headings = [
  ...["Code", "Prestation", "Unité"],
  ...["Quantité installée", "Prix de l’installation", "Installation CAGB", "Installation communes"],
  ...["Quantité en maintenance", "Prix de la maintenance", "Maintenance CAGB", "Maintenance communes"],
  "Total",
];
const textColumns = 3;

/** A base of the liquidation, and the cells that show it. */
export interface PlacedBasis extends Basis {
  readonly places: Readonly<Record<"quantity" | "price" | "amount", Place>>;
}

export interface Repartition {
  readonly model: SheetModel;
  readonly bases: readonly PlacedBasis[];
  readonly total: Place;
}

/** « Répartition »: by prestation, quantity × price, for each nature and payer. (decisions §7) */
export function makeRepartition(statement: Statement, name: string, recapitulatif: string): Repartition {
  const draft = new Draft(widths);
  draft.add([text("Répartition par prestation", styles.title)]);
  draft.add([text(campaignLine(statement.campaign), styles.subtitle)]);
  draft.add([linkTo("← Récapitulatif", recapitulatif, "A1", styles.back)]);
  draft.paragraph(`Tarif : ${gridLine(statement.grid)}.`, styles.subtitle);
  draft.space();
  const headerRow = draft.add(
    headings.map((title, column) => text(title, column < textColumns ? styles.header : styles.headerNumber)),
    true,
  );
  const first = draft.next;
  const bases = basesOf(statement);
  const placed: PlacedBasis[] = [];
  const lastCode = statement.grid.rows.at(-1)?.code;
  for (const tariff of statement.grid.rows) {
    const own = bases.filter((basis) => basis.tariff === tariff);
    for (const payer of payersApart(tariff)) {
      const shown = own.filter((basis) => payer === null || basis.payer === payer);
      placed.push(...writeRow(draft, tariff, shown, name, tariff.code === lastCode));
    }
  }
  const totalRow = writeTotal(draft, statement, first, draft.next - 1);
  const chart = writeByWeight(draft, statement.grid.rows, placed);
  const printed = (titleRows: PrintSetup["titleRows"]) =>
    draft.finish(
      { key: "repartition", name, freeze: { rows: headerRow + 1, columns: 2 }, charts: chart === null ? [] : [chart] },
      { orientation: "landscape", titleRows, ...printTexts("Répartition par prestation", statement.campaign) },
    );
  // A table that holds on the first page needs no titles on the next, above the bars alone.
  const untitled = printed(null);
  const tableIsCut = untitled.print.breaksBefore.some((row) => row <= totalRow);
  const model = tableIsCut ? printed({ first: headerRow, last: headerRow }) : untitled;
  return { model, bases: placed, total: { sheet: name, row: totalRow, column: totalColumn } };
}

/** The payers to be told apart by a row each; or null alone where one row says all, each nature having one payer at most. */
function payersApart({ prices }: TariffRow): readonly (Payer | null)[] {
  const both = natures.some((nature) => payers.every((payer) => prices[nature][payer] !== null));
  return both ? payers : [null];
}

/** One row of a prestation, which shows at most one base for each nature. */
function writeRow(
  draft: Draft,
  tariff: TariffRow,
  bases: readonly Basis[],
  sheet: string,
  keep: boolean,
): PlacedBasis[] {
  const row = draft.next;
  const cells: DraftCell[] = [
    imported(tariff.code, styles.line),
    imported(tariff.prestation, styles.wrapped),
    imported(tariff.unit, styles.line),
  ];
  for (const { nature, payer, units, price, amount, isProduct } of bases) {
    const at = columns[nature];
    const product = isProduct ? `${cellName(row, at.quantity)}*${cellName(row, at.price)}` : undefined;
    cells[at.quantity] = count(units, styles.line);
    cells[at.price] = euros(price, styles.line);
    cells[at[payer]] = euros(amount, styles.line, product);
  }
  const parts = natures.map(
    (nature) => `${cellName(row, columns[nature].cagb)}:${cellName(row, columns[nature].commune)}`,
  );
  const amount = sum(bases.map((basis) => basis.amount));
  cells[totalColumn] = euros(amount, { ...styles.line, bold: true }, `SUM(${parts.join(",")})`);
  draft.add(
    widths.map((_width, column) => cells[column] ?? empty(styles.line)),
    keep,
  );
  return bases.map((basis) => {
    const at = columns[basis.nature];
    const place = (column: number): Place => ({ sheet, row, column });
    return {
      ...basis,
      places: { quantity: place(at.quantity), price: place(at.price), amount: place(at[basis.payer]) },
    };
  });
}

function writeTotal(draft: Draft, { split, total }: Statement, first: number, last: number): number {
  const sumOf = (amount: Decimal, column: number) => euros(amount, styles.total, sumDown(column, first, last));
  const cells: DraftCell[] = [text("Total", styles.total)];
  for (const nature of natures)
    for (const payer of payers) cells[columns[nature][payer]] = sumOf(split[nature][payer], columns[nature][payer]);
  cells[totalColumn] = sumOf(total, totalColumn);
  return draft.band(cells, styles.total);
}
