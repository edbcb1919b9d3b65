import { Decimal } from "decimal.js";
import { cellName } from "../cells";
import { countedUnits, sum } from "../statement";
import type { Line, Statement } from "../statement";
import type { Nature, Payer, TariffRow } from "../tariff";
import { count, empty, euros, imported, linkTo, sumDown, text } from "./cells";
import type { Place } from "./cells";
import { Draft } from "./draft";
import type { DraftCell } from "./draft";
import type { SheetModel } from "./model";
import { styles } from "./styles";
import { campaignLine, gridLine, printTexts } from "./texts";

const widths = [15, 31, 10, 9, 11, 13, 13, 9, 11, 13, 13, 14];
const columns = {
  installation: { quantity: 3, price: 4, cagb: 5, commune: 6 },
  maintenance: { quantity: 7, price: 8, cagb: 9, commune: 10 },
} as const;
const totalColumn = 11;

export interface Repartition {
  readonly model: SheetModel;
  /** Rows of one prestation: one, or two where both payers bear a part of the same nature. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  amountAt(row: number, nature: Nature, payer: Payer): Place;
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
  const headerRow = writeHeader(draft);
  const first = draft.next;
  const rows = new Map<string, number[]>();
  const lastCode = statement.grid.rows.at(-1)?.code;
  for (const tariff of statement.grid.rows) {
    const own = statement.lines.filter((line) => line.tariff.code === tariff.code);
    const keep = tariff.code === lastCode;
    rows.set(
      tariff.code,
      payersApart(tariff).map((payer) => writeRow(draft, tariff, payer, own, keep)),
    );
  }
  const last = draft.next - 1;
  const { split, total } = statement;
  const sumOf = (amount: Decimal, column: number) => euros(amount, styles.total, sumDown(column, first, last));
  const totals: DraftCell[] = [text("Total", styles.total)];
  for (const nature of ["installation", "maintenance"] as const)
    for (const payer of ["cagb", "commune"] as const)
      totals[columns[nature][payer]] = sumOf(split[nature][payer], columns[nature][payer]);
  totals[totalColumn] = sumOf(total, totalColumn);
  const totalRow = draft.band(totals, styles.total);
  const model = draft.finish(
    { key: "repartition", name, freeze: { rows: headerRow + 2, columns: 2 } },
    {
      orientation: "landscape",
      titleRows: { first: headerRow, last: headerRow + 1 },
      ...printTexts("Répartition par prestation", statement.campaign),
    },
  );
  return {
    model,
    rows,
    amountAt: (row, nature, payer) => ({ sheet: name, row, column: columns[nature][payer] }),
    total: { sheet: name, row: totalRow, column: totalColumn },
  };
}

function writeHeader(draft: Draft): number {
  const { header, headerNumber } = styles;
  const row = draft.band(
    [null, null, null, text("Installation", header), null, null, null, text("Maintenance annuelle", header)].map(
      (cell) => (cell === null ? null : { ...cell, style: { ...header, wrap: false } }),
    ),
    { ...header, wrap: false },
    true,
  );
  const figures = ["Quantité", "Prix unitaire", "CAGB", "Communes"];
  draft.add(
    [
      ...["Code", "Prestation", "Unité"].map((title) => text(title, header)),
      ...[...figures, ...figures, "Total"].map((title) => text(title, headerNumber)),
    ],
    true,
  );
  return row;
}

/** The payers to be told apart by a row each; or null alone where one row says all, each nature having one payer at most. */
function payersApart({ prices }: TariffRow): readonly (Payer | null)[] {
  const both = [prices.installation, prices.maintenance].some(({ cagb, commune }) => cagb !== null && commune !== null);
  return both ? ["cagb", "commune"] : [null];
}

function writeRow(draft: Draft, tariff: TariffRow, only: Payer | null, lines: readonly Line[], keep: boolean): number {
  const row = draft.next;
  const cells: DraftCell[] = [
    imported(tariff.code, styles.line),
    imported(tariff.prestation, styles.wrapped),
    imported(tariff.unit, styles.line),
  ];
  const amounts: Decimal[] = [];
  for (const nature of ["installation", "maintenance"] as const) {
    const prices = tariff.prices[nature];
    const payer = only ?? (prices.cagb !== null ? "cagb" : "commune");
    const price = prices[payer];
    if (price === null) continue;
    const own = lines.filter((line) => line.nature === nature && line.payer === payer);
    const units = own.reduce((total, line) => total + countedUnits(line), 0);
    const amount = sum(own.map((line) => line.amount));
    const at = columns[nature];
    // A part of a shared school may be left out of the titre: then no product gives what is left.
    const product = new Decimal(units).times(price).equals(amount)
      ? `${cellName(row, at.quantity)}*${cellName(row, at.price)}`
      : undefined;
    cells[at.quantity] = count(units, styles.line);
    cells[at.price] = euros(price, styles.line);
    cells[at[payer]] = euros(amount, styles.line, product);
    amounts.push(amount);
  }
  const parts = (["installation", "maintenance"] as const).map(
    (nature) => `${cellName(row, columns[nature].cagb)}:${cellName(row, columns[nature].commune)}`,
  );
  cells[totalColumn] = euros(sum(amounts), { ...styles.line, bold: true }, `SUM(${parts.join(",")})`);
  return draft.add(
    widths.map((_width, column) => cells[column] ?? empty(styles.line)),
    keep,
  );
}
