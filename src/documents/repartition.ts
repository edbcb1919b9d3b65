import type { Decimal } from "decimal.js";
import { sum, type Statement } from "../statement";
import { natures, payers, type Nature, type Payer, type TariffRow } from "../tariff";
import { basesOf, basisKey, hasDebtorPart, splitCells, type Basis, type PlacedBasis } from "./kit/billed";
import { count, euros, text } from "./kit/cells";
import { percent } from "./kit/charts";
import { block, plus, sumOf, type Place } from "./kit/formula";
import { HandEdits } from "./kit/hand-edits";
import { heading, printTexts } from "./kit/heading";
import type { ModelChart, SheetModel } from "./kit/model";
import { Page } from "./kit/page";
import { bold, chartColors, styles } from "./kit/styles";
import { columnHelper, table, type Cells } from "./kit/table";
import { gridLine } from "./kit/texts";
import type { Recapitulatif } from "./recapitulatif";
import type { BasesOnFiches, BasisCells } from "./recapitulatif-bases";

export interface Repartition {
  readonly model: SheetModel;
  readonly bases: readonly PlacedBasis[];
  readonly total: Place;
}

/** A base, with its cells on the fiches; null without cells. */
interface BasisRow extends Basis {
  readonly onFiches: BasisCells | null;
}

/** A prestation, and at most one base for each nature. When both payers have a price for it, each has a row. */
interface PrestationRow {
  readonly tariff: TariffRow;
  readonly bases: readonly BasisRow[];
}

type NatureKey = `${Nature}-${"quantity" | "price" | Payer}`;

const column = columnHelper<PrestationRow, NatureKey>();

const prestations = table({
  columns: {
    code: column.imported("Code", 15, ({ tariff }) => tariff.code),
    prestation: column.imported("Prestation", 31, ({ tariff }) => tariff.prestation, styles.wrapped),
    unit: column.imported("Unité", 11, ({ tariff }) => tariff.unit),
    "installation-quantity": quantityColumn("installation", "Quantité installée"),
    "installation-price": column.euros("Prix de l’installation", 12.5, priceOf("installation")),
    "installation-cagb": amountColumn("installation", "cagb", "Installation [CAGB]", 13),
    "installation-commune": amountColumn("installation", "commune", "Installation [communes]", 13),
    "maintenance-quantity": quantityColumn("maintenance", "Quantité en maintenance"),
    "maintenance-price": column.euros("Prix de la maintenance", 12.5, priceOf("maintenance")),
    "maintenance-cagb": amountColumn("maintenance", "cagb", "Maintenance [CAGB]", 13),
    "maintenance-commune": amountColumn("maintenance", "commune", "Maintenance [communes]", 13.5),
    total: column.cell("Total", 14, ({ bases }, at, style) =>
      euros(
        amountOf(bases),
        bold(style),
        sumOf(...natures.map((nature) => block(at[`${nature}-cagb`], at[`${nature}-commune`]))),
      ),
    ),
  },
  origin: ({ bases }, at) => ({ kind: "bases", bases: bases.map((basis) => placedAt(at, basis)) }),
});

function basisFor({ bases }: PrestationRow, nature: Nature): BasisRow | undefined {
  return bases.find((one) => one.nature === nature);
}

function quantityColumn(nature: Nature, title: string) {
  return column.cell(title, 12.5, (row, _at, style) => {
    const basis = basisFor(row, nature);
    if (basis === undefined) return null;
    return count(basis.units, style, basis.onFiches === null ? undefined : sumOf(basis.onFiches.quantity));
  });
}

function priceOf(nature: Nature) {
  return (row: PrestationRow) => basisFor(row, nature)?.price ?? null;
}

function amountColumn(nature: Nature, payer: Payer, title: string, width: number) {
  return column.cell(title, width, (row, _at, style) => {
    const basis = basisFor(row, nature);
    if (basis?.payer !== payer) return null;
    return euros(basis.amount, style, basis.onFiches === null ? undefined : sumOf(basis.onFiches.amount));
  });
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

/** Width of the column of the hand-edit mark, on the right of the print area. */
const markWidth = 40;

/** Makes « Répartition »: by prestation, the totals of the fiches for each nature and payer. (decisions §7) */
export function makeRepartition(statement: Statement, name: string, recapitulatif: Recapitulatif): Repartition {
  const { campaign, grid, split, total } = statement;
  const hasPart = hasDebtorPart(statement);
  const hidden = hasPart ? [] : natures.map((nature) => `${nature}-cagb` as const);
  const widths = prestations.widthsWithout(hidden);
  const page = new Page(name, campaign, [...widths, markWidth], { columns: widths.length });
  const title = "Répartition par prestation";
  heading(page, { title, campaign, links: [{ label: "← Récapitulatif", sheet: recapitulatif.model.name }] });
  page.paragraph(`Tarif : ${gridLine(grid)}.`, styles.subtitle);
  page.space();
  const rows = rowsOf(statement, recapitulatif.bases);
  const lastTariff = grid.rows.at(-1);
  const written = prestations.write(page, rows, {
    keep: ({ tariff }) => tariff === lastTariff,
    repeatTitles: "where cut",
    total: {
      label: "Total",
      cells: {
        ...splitCells(split),
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
    lastColumn: widths.length - 1,
    ...printTexts(title, campaign),
  });
  return { model, bases, total: written.total.total };
}

function rowsOf(statement: Statement, onFiches: BasesOnFiches): PrestationRow[] {
  const bases = basesOf(statement).map((basis) => ({ ...basis, onFiches: onFiches.get(basisKey(basis)) ?? null }));
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

const weighedColumn = columnHelper<WeighedPrestation, Nature>();

/** Makes the table of prestations by weight: its chart is between names and amounts. */
function weightTable() {
  const { at } = prestations;
  const columns = { installation: at["maintenance-price"], maintenance: at["maintenance-commune"] } as const;
  const natureColumn = (nature: Nature, title: string) =>
    weighedColumn.cell(title, { under: columns[nature] }, ({ bases }, _at, style) =>
      euros(amountOf(bases[nature]), style, plus(...bases[nature].map(({ places }) => places.amount))),
    );
  return table({
    columns: {
      prestation: weighedColumn.imported("Prestation", null, ({ tariff }) => tariff.prestation),
      installation: natureColumn("installation", "Installation"),
      maintenance: natureColumn("maintenance", "Maintenance"),
      total: weighedColumn.cell("Total", { under: prestations.at.total }, ({ total }, at, style) =>
        euros(total, bold(style), plus(at.installation, at.maintenance)),
      ),
    },
  });
}

function amountOf(bases: readonly Basis[]): Decimal {
  return sum(bases.map(({ amount }) => amount));
}

/**
 * Writes the prestations in descending order of amount, all payers together: a table of formulas over the one above,
 * with its bars between names and amounts. Returns the chart; null when nothing is billed.
 */
function writeByWeight(page: Page, grid: readonly TariffRow[], bases: readonly PlacedBasis[]): ModelChart | null {
  const byWeight = weightTable();
  const weighed = weigh(grid, bases);
  if (weighed.length === 0) return null;
  const whole = (nature: Nature) => amountOf(weighed.flatMap((one) => one.bases[nature]));
  page.space();
  const all = sum(weighed.map(({ total }) => total));
  const [heaviest] = weighed;
  const title = `Ce qui coûte le plus\u00a0: ${heaviest!.tariff.prestation}, ${percent(heaviest!.total.div(all))} du titre`;
  const edits = new HandEdits();
  const row = page.section(title);
  const column = page.widths.length - 1;
  page.overwrite(row, 0, edits.guard(text(title, styles.section)));
  page.overwrite(row, column, edits.markAt({ sheet: page.sheet, row, column }, styles.smallStrong));
  const { header, first, last, rows, total } = byWeight.write(page, weighed, {
    keep: Infinity,
    total: {
      label: "Total",
      cells: {
        installation: whole("installation"),
        maintenance: whole("maintenance"),
        total: all,
      },
    },
  });
  edits.watch(total.total, all);
  edits.watch(rows[0]!.total, heaviest!.total);
  const bottom = header + Math.max(leastChart, weighed.length + 1);
  while (page.next <= bottom) page.space(page.next < bottom);
  const { prestation, installation, maintenance } = byWeight.at;
  return {
    kind: "bar-stacked",
    title: "Installation et maintenance, en euros",
    categories: { column: prestation, firstRow: first, lastRow: last },
    series: [
      { title: "Installation", column: installation, color: chartColors.commune, labels: null },
      { title: "Maintenance", column: maintenance, color: chartColors.cagb, labels: null },
    ],
    hasLegend: true,
    anchor: { top: header + 1, bottom, left: prestations.at.unit, right: installation - 1 },
    altText: "Barres empilées par prestation, de la plus lourde à la plus légère : installation et maintenance.",
  };
}

/** Rows of the chart where few prestations are billed. */
const leastChart = 10;

/** Returns the billed prestations, the heaviest first; those of the same amount stay in the grid's order. */
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
