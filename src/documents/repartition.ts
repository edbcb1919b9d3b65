import type { Decimal } from "decimal.js";
import { sum, type Statement } from "../statement";
import type { Nature, Payer, TariffRow } from "../tariff";
import { basesOf, natures, payers, type Basis } from "./kit/bases";
import { count, euros, imported } from "./kit/cells";
import { block, plus, product, sumOf, type Place } from "./kit/formula";
import type { ModelChart, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import type { PlacedBasis } from "./kit/provenance";
import { heading } from "./kit/rows";
import { chartColors, styles } from "./kit/styles";
import { table, type Cells, type Column } from "./kit/table";
import { gridLine, printTexts } from "./kit/texts";

export interface Repartition {
  readonly model: SheetModel;
  readonly bases: readonly PlacedBasis[];
  readonly total: Place;
}

/** A prestation, and at most one base for each nature: a row of its own for each payer where both bear a price. */
interface PrestationRow {
  readonly tariff: TariffRow;
  readonly bases: readonly Basis[];
}

type NatureKey = `${Nature}-${"quantity" | "price" | Payer}`;

const prestations = table<PrestationRow>()({
  columns: {
    code: { title: "Code", width: 15, align: "left", cell: ({ tariff }, _at, style) => imported(tariff.code, style) },
    prestation: {
      title: "Prestation",
      width: 31,
      align: "left",
      cell: ({ tariff }) => imported(tariff.prestation, styles.wrapped),
    },
    unit: { title: "Unité", width: 11, align: "left", cell: ({ tariff }, _at, style) => imported(tariff.unit, style) },
    "installation-quantity": quantityColumn("installation", "Quantité installée", 12.5),
    "installation-price": priceColumn("installation", "Prix de l’installation", 12.5),
    "installation-cagb": amountColumn("installation", "cagb", "Installation CAGB", 13),
    "installation-commune": amountColumn("installation", "commune", "Installation communes", 13),
    "maintenance-quantity": quantityColumn("maintenance", "Quantité en maintenance", 12.5),
    "maintenance-price": priceColumn("maintenance", "Prix de la maintenance", 12.5),
    "maintenance-cagb": amountColumn("maintenance", "cagb", "Maintenance CAGB", 13),
    "maintenance-commune": amountColumn("maintenance", "commune", "Maintenance communes", 13.5),
    total: {
      title: "Total",
      width: 14,
      cell: ({ bases }, at) => {
        const parts = natures.map((nature) => block(at[`${nature}-cagb`], at[`${nature}-commune`]));
        return euros(sum(bases.map(({ amount }) => amount)), styles.boldLine, sumOf(...parts));
      },
    },
  },
  origin: ({ bases }, at) => ({ kind: "bases", bases: bases.map((basis) => placedAt(at, basis)) }),
});

type NatureColumn = Column<PrestationRow, NatureKey>;

function quantityColumn(nature: Nature, title: string, width: number): NatureColumn {
  return { title, width, cell: (row, _at, style) => cellFor(row, nature, ({ units }) => count(units, style)) };
}

function priceColumn(nature: Nature, title: string, width: number): NatureColumn {
  return { title, width, cell: (row, _at, style) => cellFor(row, nature, ({ price }) => euros(price, style)) };
}

function amountColumn(nature: Nature, payer: Payer, title: string, width: number): NatureColumn {
  return {
    title,
    width,
    cell: (row, at, style) =>
      cellFor(row, nature, (basis) => {
        if (basis.payer !== payer) return null;
        const formula = basis.isProduct ? product(at[`${nature}-quantity`], at[`${nature}-price`]) : undefined;
        return euros(basis.amount, style, formula);
      }),
  };
}

function cellFor<T>({ bases }: PrestationRow, nature: Nature, cellOf: (basis: Basis) => T): T | null {
  const basis = bases.find((one) => one.nature === nature);
  return basis === undefined ? null : cellOf(basis);
}

function placedAt(at: Cells<NatureKey>, basis: Basis): PlacedBasis {
  const { nature, payer } = basis;
  const places = {
    quantity: at[`${nature}-quantity`],
    price: at[`${nature}-price`],
    amount: at[`${nature}-${payer}`],
  };
  return { ...basis, places };
}

/** « Répartition »: by prestation, quantity × price, for each nature and payer. (decisions §7) */
export function makeRepartition(statement: Statement, name: string, recapitulatif: string): Repartition {
  const { campaign, grid, split, total } = statement;
  const page = new Page(name, prestations.widths);
  const title = "Répartition par prestation";
  heading(page, { title, campaign, links: [{ label: "← Récapitulatif", sheet: recapitulatif }] });
  page.paragraph(`Tarif : ${gridLine(grid)}.`, styles.subtitle);
  page.space();
  const rows = rowsOf(statement);
  const lastTariff = grid.rows.at(-1);
  const written = prestations.write(page, rows, {
    keep: ({ tariff }) => tariff === lastTariff,
    repeatTitles: "where cut",
    total: {
      label: "Total",
      cells: {
        "installation-cagb": split.installation.cagb,
        "installation-commune": split.installation.commune,
        "maintenance-cagb": split.maintenance.cagb,
        "maintenance-commune": split.maintenance.commune,
        total,
      },
    },
  });
  const bases = rows.flatMap((row, index) => row.bases.map((basis) => placedAt(written.rows[index]!, basis)));
  const chart = writeByWeight(page, grid.rows, bases);
  const model = page.finish({
    key: "repartition",
    freeze: { rows: written.header + 1, columns: 2 },
    charts: chart === null ? [] : [chart],
    orientation: "landscape",
    ...printTexts(title, campaign),
  });
  return { model, bases, total: written.total.total };
}

function rowsOf(statement: Statement): PrestationRow[] {
  const bases = basesOf(statement);
  return statement.grid.rows.flatMap((tariff) => {
    const own = bases.filter((basis) => basis.tariff === tariff);
    const isShared = natures.some((nature) => payers.every((payer) => tariff.prices[nature][payer] !== null));
    if (!isShared) return [{ tariff, bases: own }];
    return payers.map((payer) => ({ tariff, bases: own.filter((basis) => basis.payer === payer) }));
  });
}

interface WeighedPrestation {
  readonly tariff: TariffRow;
  readonly bases: Readonly<Record<Nature, readonly PlacedBasis[]>>;
  readonly total: Decimal;
}

/** Names spread over the blank cells beside them; amounts stand under those of the large table. */
const byWeight = table<WeighedPrestation>()({
  columns: {
    prestation: {
      title: "Prestation",
      align: "left",
      cell: ({ tariff }, _at, style) => imported(tariff.prestation, style),
    },
    installation: {
      title: "Installation",
      column: prestations.at["installation-cagb"],
      cell: ({ bases }, _at, style) =>
        euros(amountOf(bases.installation), style, plus(...placesOf(bases.installation))),
    },
    maintenance: {
      title: "Maintenance",
      column: prestations.at["maintenance-cagb"],
      cell: ({ bases }, _at, style) => euros(amountOf(bases.maintenance), style, plus(...placesOf(bases.maintenance))),
    },
    total: {
      title: "Total",
      column: prestations.at.total,
      cell: ({ total }, at) => euros(total, styles.boldLine, plus(at.installation, at.maintenance)),
    },
  },
});

function amountOf(bases: readonly Basis[]): Decimal {
  return sum(bases.map(({ amount }) => amount));
}

function placesOf(bases: readonly PlacedBasis[]): Place[] {
  return bases.map(({ places }) => places.amount);
}

/**
 * What weighs most, the heaviest prestation first, whoever bears it: a table of formulas over the one above, and its bars
 * below. Returns null where nothing is billed.
 */
function writeByWeight(page: Page, grid: readonly TariffRow[], bases: readonly PlacedBasis[]): ModelChart | null {
  const weighed = weigh(grid, bases);
  if (weighed.length === 0) return null;
  const whole = (nature: Nature) => amountOf(weighed.flatMap((one) => one.bases[nature]));
  page.space();
  page.section("De la prestation qui coûte le plus à celle qui coûte le moins");
  const { first, last } = byWeight.write(page, weighed, {
    keep: Infinity,
    total: {
      label: "Total",
      cells: {
        installation: whole("installation"),
        maintenance: whole("maintenance"),
        total: sum(weighed.map(({ total }) => total)),
      },
    },
  });
  page.space();
  const { prestation, installation, maintenance, total } = byWeight.at;
  return {
    kind: "bar-stacked",
    title: "Ce que coûte chaque prestation, en euros",
    categories: { column: prestation, firstRow: first, lastRow: last },
    series: [
      { title: "Installation", column: installation, color: chartColors.commune, labels: null },
      { title: "Maintenance", column: maintenance, color: chartColors.cagb, labels: null },
    ],
    hasLegend: true,
    anchor: { ...page.takeRows(8 + 2 * weighed.length), left: 0, right: total },
    altText:
      "Barres empilées, une par prestation, de la plus lourde à la plus légère : l’installation et la maintenance.",
  };
}

/** Sorted by amount; prestations of the same amount stay in the grid's order. */
function weigh(grid: readonly TariffRow[], bases: readonly PlacedBasis[]): WeighedPrestation[] {
  return grid
    .map((tariff): WeighedPrestation => {
      const own = bases.filter((basis) => basis.tariff === tariff);
      const of = (nature: Nature) => own.filter((basis) => basis.nature === nature);
      const byNature = { installation: of("installation"), maintenance: of("maintenance") };
      return { tariff, bases: byNature, total: amountOf(own) };
    })
    .filter(({ total }) => total.greaterThan(0))
    .sort((a, b) => b.total.comparedTo(a.total));
}
