import { Decimal } from "decimal.js";
import { cellName } from "../cells";
import { countedUnits, sum, type Line, type Statement } from "../statement";
import type { Nature, Payer, TariffRow } from "../tariff";
import { count, empty, euros, imported, linkTo, sumDown, text, type Place } from "./kit/cells";
import type { PrintSetup, SheetModel } from "./kit/model";
import { Page, type PageCell } from "./kit/page";
import { styles } from "./kit/styles";
import { campaignLine, gridLine, printTexts } from "./kit/texts";
import { writeByWeight } from "./repartition-chart";

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
  const draft = new Page(widths);
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
  draft: Page,
  tariff: TariffRow,
  bases: readonly Basis[],
  sheet: string,
  keep: boolean,
): PlacedBasis[] {
  const row = draft.next;
  const cells: PageCell[] = [
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

function writeTotal(draft: Page, { split, total }: Statement, first: number, last: number): number {
  const sumOf = (amount: Decimal, column: number) => euros(amount, styles.total, sumDown(column, first, last));
  const cells: PageCell[] = [text("Total", styles.total)];
  for (const nature of natures)
    for (const payer of payers) cells[columns[nature][payer]] = sumOf(split[nature][payer], columns[nature][payer]);
  cells[totalColumn] = sumOf(total, totalColumn);
  return draft.band(cells, styles.total);
}

/** One base of the liquidation: what is counted of a prestation for one nature, at the price that one payer bears. */
export interface Basis {
  readonly tariff: TariffRow;
  readonly nature: Nature;
  readonly payer: Payer;
  readonly price: Decimal;
  readonly units: number;
  readonly amount: Decimal;
  /** False where nothing is billed on it. */
  readonly isBilled: boolean;
  /** False where a part of a shared school is left out of the titre: then no product gives what is left. */
  readonly isProduct: boolean;
}

export const natures = ["installation", "maintenance"] as const satisfies readonly Nature[];
export const payers = ["cagb", "commune"] as const satisfies readonly Payer[];

/** Every base that the grid has a price for, in its order, installation before maintenance. */
export function basesOf(statement: Statement): Basis[] {
  const lines = new Map<string, Line[]>();
  for (const line of statement.lines) {
    const key = keyOf(line.tariff, line.nature, line.payer);
    const own = lines.get(key);
    if (own === undefined) lines.set(key, [line]);
    else own.push(line);
  }
  return statement.grid.rows.flatMap((tariff) =>
    natures.flatMap((nature) =>
      payers.flatMap((payer) => {
        const price = tariff.prices[nature][payer];
        return price === null
          ? []
          : [basis(tariff, nature, payer, price, lines.get(keyOf(tariff, nature, payer)) ?? [])];
      }),
    ),
  );
}

function basis(tariff: TariffRow, nature: Nature, payer: Payer, price: Decimal, lines: readonly Line[]): Basis {
  const units = lines.reduce((total, line) => total + countedUnits(line), 0);
  const amount = sum(lines.map((line) => line.amount));
  const isProduct = new Decimal(units).times(price).equals(amount);
  return { tariff, nature, payer, price, units, amount, isBilled: lines.length > 0, isProduct };
}

function keyOf({ code }: TariffRow, nature: Nature, payer: Payer): string {
  return `${nature} ${payer} ${code}`;
}
