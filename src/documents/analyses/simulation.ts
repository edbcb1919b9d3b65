import type { Anomaly } from "../../messages";
import { message } from "../../messages";
import {
  countDirections,
  type Change,
  type SimulatedCommune,
  type SimulatedPrice,
  type Simulation,
} from "../../statement";
import type { Payer } from "../../tariff";
import { communesFirst } from "../kit/bases";
import { communeLink, count, difference, empty, euros, imported, text, type PageCell } from "../kit/cells";
import { block, minus, plus, product, same, sumOf, type Formula, type FormulaSource, type Place } from "../kit/formula";
import type { CellStyle, SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { checkRow, heading, linkCells } from "../kit/rows";
import { styles } from "../kit/styles";
import { table, type Cells, type Column } from "../kit/table";
import { gridText, natureNames, payerNames, printTexts } from "../kit/texts";
import type { PlacedChanges } from "./placed-changes";

/** What a simulation's sheet needs beside it. */
export interface SimulationContext {
  readonly simulation: Simulation;
  /** What only the simulated grid brings up. */
  readonly anomalies: readonly Anomaly[];
  readonly annexe: string;
  /** Names of the other sheets to which it leads; null, or no fiche, where the workbook has none. */
  readonly recapitulatif: string | null;
  readonly fiches: ReadonlyMap<string, string>;
}

/** A simulation, and the cells of « Simulation » that say what it says. */
export interface PlacedSimulation extends PlacedChanges {
  readonly context: SimulationContext;
  /** Returns the cell of what a price changes of the titre. */
  readonly differenceOf: (price: SimulatedPrice) => Place;
}

/** Said on the sheet and on each of its printed pages, and on what is drawn from it. */
export const notOfficial = "Simulation – aucun document officiel";
export const notOfficialStyle: CellStyle = {
  bold: true,
  size: 12,
  color: "FFFFFF",
  fill: "404040",
  vertical: "center",
};

const bold = (style: CellStyle) => ({ ...style, bold: true });

/** Prices that bill something, now or simulated: units × price, and what changes. */
const prices = table<SimulatedPrice>()({
  columns: {
    prestation: {
      title: "Prestation",
      width: 29,
      align: "left",
      cell: ({ tariff }) => imported(tariff.prestation, styles.wrapped),
    },
    nature: {
      title: "Nature",
      width: 13,
      align: "left",
      cell: ({ nature }, _at, style) => text(natureNames[nature], style),
    },
    payer: {
      title: "À la charge de",
      width: 10,
      align: "left",
      cell: ({ payer }, _at, style) => text(payerNames[payer], style),
    },
    unitsNow: { title: "Quantité actuelle", width: 13, cell: ({ now }, _at, style) => count(now.units, style) },
    unitsTrial: { title: "Quantité à l’essai", width: 13, cell: ({ trial }, _at, style) => count(trial.units, style) },
    priceNow: { title: "Prix actuel", width: 13, cell: ({ now }) => priceCell(now) },
    priceTrial: { title: "Prix à l’essai", width: 13, cell: ({ trial }) => priceCell(trial) },
    amountNow: {
      title: "Montant actuel",
      width: 13.5,
      cell: ({ now }, at) => amountCell(now, at.unitsNow, at.priceNow),
    },
    amountTrial: {
      title: "Montant à l’essai",
      width: 13.5,
      cell: ({ trial }, at) => amountCell(trial, at.unitsTrial, at.priceTrial),
    },
    difference: {
      title: "Différence",
      width: 13.5,
      cell: ({ amount }, at) => difference(amount.difference, styles.boldLine, minus(at.amountTrial, at.amountNow)),
    },
  },
});

/** No price is no tariff: a blank, which a product takes for 0. */
function priceCell({ unitPrice }: SimulatedPrice["now"]): PageCell | null {
  return unitPrice === null ? null : euros(unitPrice, styles.line);
}

function amountCell({ amount, isProduct }: SimulatedPrice["now"], units: Place, price: Place): PageCell {
  return euros(amount, styles.line, isProduct ? product(units, price) : undefined);
}

/** A commune, or all of them. */
interface CommuneRow {
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
  readonly commune?: SimulatedCommune;
  /** The formula of an amount, where it has one. */
  readonly sum?: (place: Place) => Formula;
}

type ChangeKey = `${Payer}-${"before" | "after"}`;

/** Over the same columns. */
function communesTable(fiches: SimulationContext["fiches"]) {
  return table<CommuneRow>()({
    columns: {
      commune: {
        title: "Commune",
        align: "left",
        cell: ({ commune }, _at, style) =>
          commune === undefined
            ? text("Total", style)
            : communeLink(commune.commune, fiches.get(commune.commune.insee)),
      },
      insee: {
        title: "INSEE",
        align: "left",
        cell: ({ commune }, _at, style) => (commune === undefined ? null : imported(commune.commune.insee, style)),
      },
      direction: {
        title: "Paierait",
        align: "left",
        cell: ({ commune }, _at, style) =>
          commune === undefined ? null : text(directionOf(commune.byPayer.commune), style),
      },
      "commune-before": sideColumn("commune", "before", "Quote-part actuelle"),
      "commune-after": sideColumn("commune", "after", "Quote-part à l’essai"),
      "commune-difference": differenceColumn("commune"),
      "cagb-before": sideColumn("cagb", "before", "Part CAGB actuelle"),
      "cagb-after": sideColumn("cagb", "after", "Part CAGB à l’essai"),
      "cagb-difference": differenceColumn("cagb"),
      total: {
        title: "Différence en tout",
        cell: ({ total }, at, style) =>
          difference(total.difference, bold(style), plus(at["commune-difference"], at["cagb-difference"])),
      },
    },
  });
}

function sideColumn(payer: Payer, side: "before" | "after", title: string): Column<CommuneRow, ChangeKey> {
  return {
    title,
    cell: ({ byPayer, sum }, at, style) => euros(byPayer[payer][side], style, sum?.(at[`${payer}-${side}`])),
  };
}

function differenceColumn(payer: Payer): Column<CommuneRow, ChangeKey> {
  return {
    title: "Différence",
    cell: ({ byPayer }, at, style) =>
      difference(byPayer[payer].difference, bold(style), minus(at[`${payer}-after`], at[`${payer}-before`])),
  };
}

function directionOf({ difference: amount }: Change): string {
  return amount.isZero() ? "autant" : amount.isPositive() ? "plus" : "moins";
}

/**
 * « Simulation »: what a simulated tariff would make of this inventory, by prestation and by commune. No document: no
 * signature, no titre, and it says so at its top and on each page.
 */
export function makeSimulation(
  context: SimulationContext,
  name: string,
): { readonly sheet: SheetModel; readonly placed: PlacedSimulation } {
  const { simulation, anomalies, annexe, recapitulatif, fiches } = context;
  const { byPayer, total } = simulation;
  const { campaign, grid } = simulation.now;
  const page = new Page(name, prices.widths);
  heading(page, { title: "Simulation d’un tarif", campaign });
  const banner = page.band([text(notOfficial, notOfficialStyle)], notOfficialStyle);
  page.add(
    linkCells([
      { label: "→ Annexe délibération", sheet: annexe },
      ...(recapitulatif === null ? [] : [{ label: "→ Récapitulatif", sheet: recapitulatif, column: 1 }]),
    ]),
  );
  page.space();
  page.paragraph(`Tarif actuel : ${gridText(grid)}.`);
  page.paragraph(`Tarif à l’essai : ${gridText(simulation.trial.grid)}.`);
  page.space();
  page.section("Ce que l’essai change");
  const titre = writeResult(page, simulation, () => ({ communes: whole, prices: priced.total.difference }));
  page.space();
  if (anomalies.length > 0) writeAnomalies(page, anomalies);
  page.section("Par prestation");
  const priced = prices.write(page, simulation.prices, {
    keep: Infinity,
    total: {
      label: "Total du titre",
      cells: {
        amountNow: total.before,
        amountTrial: total.after,
        difference: (at) => difference(total.difference, styles.total, minus(at.amountTrial, at.amountNow)),
      },
    },
  });
  page.space();
  page.section("Par commune");
  const table = communesTable(fiches);
  const rows = simulation.communes.map((commune): CommuneRow => ({ ...commune, commune }));
  const communes = table.write(page, rows, { keep: 0, repeatTitles: "always" });
  const { first, last } = communes;
  const sumDown = (place: Place) => sumOf(block({ ...place, row: first }, { ...place, row: last }));
  const row = last < first ? { byPayer, total } : { byPayer, total, sum: sumDown };
  const whole = table.rows(page, [row], { style: styles.total }).rows[0]!;
  const { header, footer } = printTexts("Simulation", campaign);
  const sheet = page.finish({
    key: "simulation",
    freeze: { rows: banner + 1, columns: 1 },
    orientation: "landscape",
    header: [header[0], "", notOfficial],
    footer,
  });
  const byInsee = new Map(simulation.communes.map(({ commune }, index) => [commune.insee, communes.rows[index]!]));
  const byPrice = new Map(simulation.prices.map((price, index) => [price, priced.rows[index]!.difference]));
  const placed = {
    context,
    sheet: name,
    amounts: { ...byPayer, total },
    places: { cagb: sidesOf(whole, "cagb"), commune: sidesOf(whole, "commune"), total: titre },
    communes: simulation.communes,
    placesOf: ({ insee }: { readonly insee: string }) => sidesOf(byInsee.get(insee)!, "commune"),
    differenceOf: (price: SimulatedPrice) => byPrice.get(price)!,
  };
  return { sheet, placed };
}

function sidesOf(cells: Cells<ChangeKey>, payer: Payer) {
  return { before: cells[`${payer}-before`], after: cells[`${payer}-after`] };
}

const partNames = { commune: "Quotes-parts des communes", cagb: "Part de la CAGB" } as const;

/** Totals that the result is taken from. */
interface ResultSources {
  readonly communes: Cells<ChangeKey>;
  /** What all prices change. */
  readonly prices: Place;
}

/**
 * Writes both parts, from the totals of the communes; the titre; and its difference found again by the prices. Returns the
 * cells of the titre. `sources`: asked once the page is finished.
 */
function writeResult(page: Page, simulation: Simulation, sources: () => ResultSources) {
  const titles = ["Actuel", "À l’essai", "Différence"].map((title) => text(title, styles.headerNumber));
  page.add([...Array.from({ length: firstAmount }, () => empty(styles.header)), ...titles], true);
  const rows = communesFirst.map((payer) =>
    writeChange(page, partNames[payer], simulation.byPayer[payer], styles.line, (side) => () => {
      const { communes } = sources();
      return same(communes[`${payer}-${side}`]);
    }),
  );
  const titre = writeChange(page, "Total du titre", simulation.total, styles.total, (side) =>
    plus(...rows.map((row) => row[side])),
  );
  checkRow(page, {
    label: "Écart avec les prestations",
    column: titre.difference.column,
    gap: () => minus(titre.difference, sources().prices),
  });
  const { more, less, same: equal } = countDirections(simulation);
  page.paragraph(`Communes qui paieraient plus : ${more} ; moins : ${less} ; autant : ${equal}.`, styles.strong);
  return titre;
}

/** Amounts of the result stand above those of the communes. */
const firstAmount = prices.at.unitsNow;

function writeChange(
  page: Page,
  label: string,
  { before, after, difference: change }: Change,
  style: CellStyle,
  formula: (side: "before" | "after") => FormulaSource | undefined,
): Readonly<Record<"before" | "after" | "difference", Place>> {
  const place = (column: number) => ({ sheet: page.sheet, row: page.next, column });
  const at = { before: place(firstAmount), after: place(firstAmount + 1), difference: place(firstAmount + 2) };
  page.add(
    [
      text(label, style),
      ...Array.from({ length: firstAmount - 1 }, () => empty(style)),
      euros(before, style, formula("before")),
      euros(after, style, formula("after")),
      difference(change, bold(style), minus(at.after, at.before)),
    ],
    true,
  );
  return at;
}

/** What the simulation could not count: the difference is short of it. */
function writeAnomalies(page: Page, anomalies: readonly Anomaly[]): void {
  page.section("Points propres à l’essai");
  for (const { code, params, sheet, cell } of anomalies) {
    const place = sheet === null ? "" : `${sheet}${cell === null ? "" : `!${cell}`} : `;
    page.paragraph(place + message(code, params), styles.note);
  }
  page.space();
}
