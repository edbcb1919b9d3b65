import { message, type Anomaly, type Speech } from "../../messages";
import {
  countDirections,
  type Change,
  type SimulatedCommune,
  type SimulatedPrice,
  type Simulation,
} from "../../statement";
import type { Payer } from "../../tariff";
import { payersIn } from "../kit/billed";
import { communeLink, difference, empty, euros, text } from "../kit/cells";
import { minus, plus, product, same, type Formula, type FormulaSource, type Place } from "../kit/formula";
import { checkRow, heading, linkCells, printTexts } from "../kit/heading";
import type { CellStyle, SheetModel } from "../kit/model";
import { Page } from "../kit/page";
import { partNames, payerName, sayIn, speechIn, type Say } from "../kit/say";
import { bold, styles } from "../kit/styles";
import { columnHelper, table, type Cells } from "../kit/table";
import { gridText, natureNames } from "../kit/texts";
import { byPart, type AnalysisContext, type PlacedChanges } from "./analysis-context";

/** A grid simulated on an inventory. */
export interface SimulationResult {
  readonly simulation: Simulation;
  /** Anomalies of the simulated grid alone: a row whose quantities cannot be read, for instance. */
  readonly anomalies: readonly Anomaly[];
}

type SimulationContext = SimulationResult & AnalysisContext;

/** A simulation, with the cells of « Simulation » that show it. */
export interface PlacedSimulation extends PlacedChanges {
  readonly context: SimulationContext;
  /** Returns the cell of what a price changes of the titre. */
  readonly differenceOf: (price: SimulatedPrice) => Place;
}

/** The act of a simulated grid, whatever its file names, because its prices are not voted. */
export const notVoted = "Projet, non voté";

/** Printed on the sheet, on each of its pages, and on charts made from it. */
export const notOfficial = `${notVoted} – simulation, aucun document officiel`;
export const notOfficialStyle: CellStyle = {
  bold: true,
  size: 12,
  color: "FFFFFF",
  fill: "404040",
  vertical: "center",
};

const priceColumn = columnHelper<SimulatedPrice, `${"units" | "price" | "amount"}-${"now" | "trial"}`>();

/** Makes the table of the prices that bill something, now or simulated: units × price, and what changes. */
const pricesTable = (say: Say) =>
  table({
    columns: {
      prestation: priceColumn.imported("Prestation", 29, ({ tariff }) => tariff.prestation, styles.wrapped),
      nature: priceColumn.text("Nature", 13, ({ nature }) => natureNames[nature]),
      payer: priceColumn.text("À la charge de", 10, ({ payer }) => payerName(payer, say)),
      "units-now": priceColumn.count("Quantité actuelle", 13, ({ now }) => now.units),
      "units-trial": priceColumn.count("Quantité à l’essai", 13, ({ trial }) => trial.units),
      // No price is no tariff: a blank, which a product takes for 0.
      "price-now": priceColumn.euros("Prix actuel", 13, ({ now }) => now.unitPrice),
      "price-trial": priceColumn.euros("Prix à l’essai", 13, ({ trial }) => trial.unitPrice),
      "amount-now": amountColumn("now", "Montant actuel"),
      "amount-trial": amountColumn("trial", "Montant à l’essai"),
      difference: priceColumn.cell("Différence", 13.5, ({ amount }, at, style) =>
        difference(amount.difference, bold(style), minus(at["amount-trial"], at["amount-now"])),
      ),
    },
  });

function amountColumn(side: "now" | "trial", title: string) {
  return priceColumn.cell(title, 13.5, (price, at, style) =>
    euros(
      price[side].amount,
      style,
      price[side].isProduct ? product(at[`units-${side}`], at[`price-${side}`]) : undefined,
    ),
  );
}

/** A commune, or all communes. */
interface CommuneRow {
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
  readonly commune?: SimulatedCommune;
  /** The formula of an amount, if it has one. */
  readonly sum?: (key: SideKey) => Formula | undefined;
}

type SideKey = `${Payer}-${"before" | "after"}`;

const communeColumn = columnHelper<CommuneRow, `${Payer}-${"before" | "after" | "difference"}`>();

/** Makes the table of the communes, over the same columns. `payers`: those whose parts are shown. */
function communesTable(fiches: SimulationContext["fiches"], payers: readonly Payer[]) {
  const nameCell = ({ commune }: CommuneRow) =>
    commune === undefined
      ? text("Total", styles.total)
      : communeLink(commune.commune, fiches.get(commune.commune.insee));
  const all = table({
    columns: {
      commune: communeColumn.cell("[Commune]", null, nameCell, "left"),
      insee: communeColumn.imported("INSEE", null, ({ commune }) => commune?.commune.insee ?? null),
      direction: communeColumn.text("Paierait", null, ({ commune }) => (commune ? directionOf(commune) : null)),
      "commune-before": sideColumn("commune", "before", "Quote-part actuelle"),
      "commune-after": sideColumn("commune", "after", "Quote-part à l’essai"),
      "commune-difference": differenceColumn("commune"),
      "cagb-before": sideColumn("cagb", "before", "Part [CAGB] actuelle"),
      "cagb-after": sideColumn("cagb", "after", "Part [CAGB] à l’essai"),
      "cagb-difference": differenceColumn("cagb"),
      total: communeColumn.cell("Différence en tout", null, ({ total }, at, style) =>
        difference(total.difference, bold(style), plus(at["commune-difference"], at["cagb-difference"])),
      ),
    },
  });
  return payers.includes("cagb") ? all : all.without(["cagb-before", "cagb-after", "cagb-difference", "total"]);
}

function sideColumn(payer: Payer, side: "before" | "after", title: string) {
  return communeColumn.cell(title, null, ({ byPayer, sum }, _at, style) =>
    euros(byPayer[payer][side], style, sum?.(`${payer}-${side}`)),
  );
}

function differenceColumn(payer: Payer) {
  return communeColumn.cell("Différence", null, ({ byPayer }, at, style) =>
    difference(byPayer[payer].difference, bold(style), minus(at[`${payer}-after`], at[`${payer}-before`])),
  );
}

function directionOf({ byPayer: { commune } }: SimulatedCommune): string {
  return commune.difference.isZero() ? "autant" : commune.difference.isPositive() ? "plus" : "moins";
}

/**
 * Makes « Simulation »: the effect of a simulated tariff on this inventory, by prestation and by commune. It is not an
 * official document, has no signature, and states it at its top and on each page.
 */
export function makeSimulation(
  context: SimulationContext,
  name: string,
): { readonly sheet: SheetModel; readonly placed: PlacedSimulation } {
  const { simulation, anomalies, fiches } = context;
  const { byPayer, total, now, trial } = simulation;
  const payers = payersIn(now, trial);
  const { campaign } = simulation.now;
  const prices = pricesTable(sayIn(campaign));
  const page = new Page(name, campaign, prices.widths);
  const banner = writeTop(page, context);
  page.space();
  page.section("Ce que l’essai change");
  const titre = writeResult(page, simulation, prices.at["units-now"], {
    payers,
    communes: () => whole,
    prices: () => priced.total.difference,
  });
  page.space();
  if (anomalies.length > 0) writeAnomalies(page, anomalies, speechIn(campaign));
  page.section("Par prestation");
  const priced = prices.write(page, simulation.prices, {
    keep: 0,
    total: {
      label: "Total du titre",
      cells: {
        "amount-now": total.before,
        "amount-trial": total.after,
        difference: (at) => difference(total.difference, styles.total, minus(at["amount-trial"], at["amount-now"])),
      },
    },
  });
  page.space();
  page.section(page.say("Par [commune]"));
  const byCommune = communesTable(fiches, payers);
  const rows = simulation.communes.map((commune): CommuneRow => ({ ...commune, commune }));
  const communes = byCommune.write(page, rows, { keep: 0, repeatTitles: "always" });
  const whole = byCommune.rows(page, [{ byPayer, total, sum: byCommune.sums(page, communes) }], {
    style: styles.total,
  }).rows[0]!;
  const { header, footer } = printTexts("Simulation", campaign);
  const sheet = page.finish({
    key: "simulation",
    freeze: { rows: banner + 1, columns: 1 },
    orientation: "portrait",
    header: [header[0], "", notOfficial],
    footer,
  });
  const byInsee = new Map(simulation.communes.map(({ commune }, index) => [commune.insee, communes.rows[index]!]));
  const byPrice = new Map(simulation.prices.map((price, index) => [price, priced.rows[index]!.difference]));
  const placed = {
    context,
    sheet: name,
    amounts: { ...byPayer, total },
    payers,
    places: byPart((part) => (part === "total" ? titre : sidesOf(whole, part))),
    communes: simulation.communes,
    placesOf: ({ insee }: { readonly insee: string }) => sidesOf(byInsee.get(insee)!, "commune"),
    differenceOf: (price: SimulatedPrice) => byPrice.get(price)!,
  };
  return { sheet, placed };
}

/** Writes what the sheet is, its links and both tariffs; returns the row of the notice that it is not official. */
function writeTop(page: Page, { simulation: { now }, annexe, recapitulatif }: SimulationContext): number {
  heading(page, { title: "Simulation d’un tarif", campaign: now.campaign });
  const banner = page.band([text(notOfficial, notOfficialStyle)], notOfficialStyle);
  page.add(
    linkCells([
      { label: "→ Annexe délibération", sheet: annexe },
      ...(recapitulatif === null ? [] : [{ label: "→ Récapitulatif", sheet: recapitulatif, column: 1 }]),
    ]),
  );
  page.space();
  page.paragraph(`Tarif actuel : ${gridText(now.grid)}.`);
  page.paragraph(`Tarif à l’essai\u00a0: «\u00a0${notVoted}\u00a0».`);
  return banner;
}

function sidesOf(cells: Cells<SideKey>, payer: Payer) {
  return { before: cells[`${payer}-before`], after: cells[`${payer}-after`] };
}

/** The totals that the result uses, called once the page is finished: of the communes, and of all prices. */
interface ResultSources {
  readonly payers: readonly Payer[];
  readonly communes: () => Cells<SideKey>;
  readonly prices: () => Place;
}

/**
 * Writes both parts, from the totals of the communes; the titre; and its difference, computed again from the prices.
 * Returns the cells of the titre. `firstAmount`: the column of the first amounts, above those of the communes.
 */
function writeResult(
  page: Page,
  simulation: Simulation,
  firstAmount: number,
  { payers, communes, prices }: ResultSources,
) {
  const titles = ["Actuel", "À l’essai", "Différence"].map((title) => text(title, styles.headerNumber));
  page.add([...Array.from({ length: firstAmount }, () => empty(styles.header)), ...titles], true);
  const rows = payers.map((payer) =>
    writeChange(
      page,
      firstAmount,
      page.say(partNames[payer]),
      simulation.byPayer[payer],
      styles.line,
      (side) => () => same(communes()[`${payer}-${side}`]),
    ),
  );
  const titre = writeChange(page, firstAmount, "Total du titre", simulation.total, styles.total, (side) =>
    plus(...rows.map((row) => row[side])),
  );
  checkRow(page, {
    label: "Écart avec les prestations",
    column: titre.difference.column,
    gap: () => minus(titre.difference, prices()),
  });
  const { more, less, same: equal } = countDirections(simulation);
  page.paragraph(
    page.say`[Communes] qui paieraient plus : ${more} ; moins : ${less} ; autant : ${equal}.`,
    styles.strong,
  );
  return titre;
}

function writeChange(
  page: Page,
  firstAmount: number,
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

/** Writes what the simulation could not count and the difference does not include. */
function writeAnomalies(page: Page, anomalies: readonly Anomaly[], speech: Speech): void {
  page.section("Points propres à l’essai");
  for (const { code, params, sheet, cell } of anomalies) {
    const place = sheet === null ? "" : `${sheet}${cell === null ? "" : `!${cell}`} : `;
    page.paragraph(place + message(code, params, speech), styles.note);
  }
  page.space();
}
