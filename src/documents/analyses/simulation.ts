import { Decimal } from "decimal.js";
import { cellName } from "../../cells";
import { message, type Anomaly } from "../../messages";
import {
  countDirections,
  type Change,
  type SimulatedCommune,
  type SimulatedPrice,
  type Simulation,
} from "../../statement";
import type { Commune, Payer } from "../../tariff";
import {
  communeLink,
  count,
  difference,
  empty,
  euros,
  imported,
  linkTo,
  sumDown,
  text,
  type Place,
} from "../kit/cells";
import type { CellStyle, SheetModel } from "../kit/model";
import { Page, type PageCell } from "../kit/page";
import { changePlaces, RowMarkers, type PlacedChanges } from "../kit/places";
import { styles } from "../kit/styles";
import { campaignLine, gridText, natureNames, payerNames, printTexts } from "../kit/texts";

/** Columns of « Simulation », shared by the prices and the communes, and their widths. */
const widths = [29, 13, 10, 13, 13, 13, 13, 13.5, 13.5, 13.5];

const priceColumns = {
  prestation: 0,
  nature: 1,
  payer: 2,
  units: { now: 3, trial: 4 },
  price: { now: 5, trial: 6 },
  amount: { now: 7, trial: 8 },
  difference: 9,
} as const;

const communeColumns = {
  name: 0,
  insee: 1,
  direction: 2,
  commune: { before: 3, after: 4, difference: 5 },
  cagb: { before: 6, after: 7, difference: 8 },
  total: 9,
} as const;

/** Said on the sheet and on each of its printed pages, and on what is drawn from it. */
export const notOfficial = "Simulation – aucun document officiel";
export const band: CellStyle = { bold: true, size: 12, color: "FFFFFF", fill: "404040", vertical: "center" };

/**
 * « Simulation »: what a tariff on trial would make of this inventory, by prestation and by commune. No document: no
 * signature, no titre, and it says so at its top and on each page.
 */
export function makeSimulation(
  context: SimulationContext,
  name: string,
): { readonly sheet: SheetModel; readonly placed: PlacedSimulation } {
  const places = new RowMarkers();
  write(context, name, places);
  const known = new RowMarkers(places);
  return { sheet: write(context, name, known), placed: placedSimulation(context, name, known) };
}

function write(context: SimulationContext, name: string, places: RowMarkers): SheetModel {
  const { simulation, anomalies, annexe, recapitulatif, fiches } = context;
  const { campaign, grid } = simulation.now;
  const draft = new Page(widths);
  draft.add([text("Simulation d’un tarif", styles.title)]);
  draft.add([text(campaignLine(campaign), styles.subtitle)]);
  const bandRow = draft.band([text(notOfficial, band)], band);
  const links = [linkTo("→ Annexe délibération", annexe, "A1", styles.back)];
  if (recapitulatif !== null) links.push(linkTo("→ Récapitulatif", recapitulatif, "A1", styles.back));
  draft.add(links);
  draft.space();
  draft.paragraph(`Tarif actuel : ${gridText(grid)}.`);
  draft.paragraph(`Tarif à l’essai : ${gridText(simulation.trial.grid)}.`);
  draft.space();
  draft.section("Ce que l’essai change");
  writeResult(draft, simulation, places);
  draft.space();
  if (anomalies.length > 0) writeAnomalies(draft, anomalies);
  draft.section("Par prestation");
  places.mark(rowNames.prices, writePrices(draft, simulation, places));
  draft.space();
  draft.section("Par commune");
  const headerRow = writeCommunesHeader(draft);
  places.mark(rowNames.communes, writeCommunes(draft, simulation, fiches, places));
  const { header, footer } = printTexts("Simulation", campaign);
  return draft.finish(
    { key: "simulation", name, freeze: { rows: bandRow + 1, columns: 1 } },
    {
      orientation: "landscape",
      titleRows: { first: headerRow, last: headerRow },
      header: [header[0], "", notOfficial],
      footer,
    },
  );
}

/** What the trial could not count: the difference is short of it. */
function writeAnomalies(draft: Page, anomalies: readonly Anomaly[]): void {
  draft.section("Points propres à l’essai");
  for (const { code, params, sheet, cell } of anomalies) {
    const place = sheet === null ? "" : `${sheet}${cell === null ? "" : `!${cell}`} : `;
    draft.paragraph(place + message(code, params), styles.note);
  }
  draft.space();
}

/** Amounts stand above those of the communes. */
const at = communeColumns.commune;
const names = { commune: "Quotes-parts des communes", cagb: "Part de la CAGB" } as const;

/** Both parts, from the totals of the communes; the titre; and its difference found again by the prices. */
function writeResult(draft: Page, simulation: Simulation, places: RowMarkers): void {
  writeHeader(draft);
  const communes = places.row(rowNames.communes) ?? 0;
  const rows = (["commune", "cagb"] as const).map((payer) =>
    writeChange(draft, names[payer], simulation.byPayer[payer], styles.line, (side) =>
      cellName(communes, communeColumns[payer][side]),
    ),
  );
  const total = writeChange(draft, "Total du titre", simulation.total, styles.total, (side) =>
    rows.map((row) => cellName(row, at[side])).join("+"),
  );
  places.mark(rowNames.titre, total);
  const prices = places.row(rowNames.prices) ?? 0;
  const left = `ROUND(${cellName(total, at.difference)}-${cellName(prices, priceColumns.difference)},2)`;
  const cells: PageCell[] = [text("Écart avec les prestations (0,00 attendu)", styles.note), null, null, null, null];
  draft.add([...cells, euros(new Decimal(0), styles.note, left)]);
  const { more, less, same } = countDirections(simulation);
  draft.paragraph(`Communes qui paieraient plus : ${more} ; moins : ${less} ; autant : ${same}.`, styles.strong);
}

function writeHeader(draft: Page): void {
  const { header, headerNumber } = styles;
  const titles = ["Actuel", "À l’essai", "Différence"].map((title) => text(title, headerNumber));
  draft.add([empty(header), empty(header), empty(header), ...titles], true);
}

function writeChange(
  draft: Page,
  label: string,
  { before, after, difference: change }: Change,
  style: CellStyle,
  formula: (side: "before" | "after") => string,
): number {
  const row = draft.next;
  return draft.add(
    [
      text(label, style),
      empty(style),
      empty(style),
      euros(before, style, formula("before")),
      euros(after, style, formula("after")),
      difference(change, { ...style, bold: true }, `${cellName(row, at.after)}-${cellName(row, at.before)}`),
    ],
    true,
  );
}

/** Prices that bill something, now or on trial: units × price, and what changes; gives the row of their total. */
function writePrices(draft: Page, { prices, total }: Simulation, places: RowMarkers): number {
  const left = ["Prestation", "Nature", "À la charge de"];
  const right = ["Quantité actuelle", "Quantité à l’essai", "Prix actuel", "Prix à l’essai"];
  const amounts = ["Montant actuel", "Montant à l’essai", "Différence"];
  draft.add(
    [
      ...left.map((title) => text(title, styles.header)),
      ...[...right, ...amounts].map((title) => text(title, styles.headerNumber)),
    ],
    true,
  );
  const first = draft.next;
  for (const price of prices) places.mark(rowNames.price(price), writePrice(draft, price));
  const last = draft.next - 1;
  const sum = (column: number) => (last < first ? undefined : sumDown(column, first, last));
  const cells: PageCell[] = widths.map(() => empty(styles.total));
  cells[priceColumns.prestation] = text("Total du titre", styles.total);
  cells[priceColumns.amount.now] = euros(total.before, styles.total, sum(priceColumns.amount.now));
  cells[priceColumns.amount.trial] = euros(total.after, styles.total, sum(priceColumns.amount.trial));
  cells[priceColumns.difference] = difference(total.difference, styles.total, change(draft.next));
  return draft.add(cells);
}

/** Kept with the next: a table this short is not cut by a page. Gives the row. */
function writePrice(draft: Page, price: SimulatedPrice): number {
  const row = draft.next;
  const cells: PageCell[] = widths.map(() => empty(styles.line));
  cells[priceColumns.prestation] = imported(price.tariff.prestation, styles.wrapped);
  cells[priceColumns.nature] = text(natureNames[price.nature], styles.line);
  cells[priceColumns.payer] = text(payerNames[price.payer], styles.line);
  for (const side of ["now", "trial"] as const) {
    const { units, unitPrice, amount, isProduct } = price[side];
    const product = `${cellName(row, priceColumns.units[side])}*${cellName(row, priceColumns.price[side])}`;
    cells[priceColumns.units[side]] = count(units, styles.line);
    // No price is no tariff: a blank, which a product takes for 0.
    if (unitPrice !== null) cells[priceColumns.price[side]] = euros(unitPrice, styles.line);
    cells[priceColumns.amount[side]] = euros(amount, styles.line, isProduct ? product : undefined);
  }
  cells[priceColumns.difference] = difference(price.amount.difference, { ...styles.line, bold: true }, change(row));
  return draft.add(cells, true);
}

function change(row: number): string {
  return `${cellName(row, priceColumns.amount.trial)}-${cellName(row, priceColumns.amount.now)}`;
}

const payers = ["commune", "cagb"] as const satisfies readonly Payer[];

/** The titles of the communes' table; gives their row. */
function writeCommunesHeader(draft: Page): number {
  const titles = ["Quote-part actuelle", "Quote-part à l’essai", "Différence"];
  const cagb = ["Part CAGB actuelle", "Part CAGB à l’essai", "Différence"];
  return draft.add(
    [
      ...["Commune", "INSEE", "Paierait"].map((title) => text(title, styles.header)),
      ...[...titles, ...cagb, "Différence en tout"].map((title) => text(title, styles.headerNumber)),
    ],
    true,
  );
}

interface Row {
  readonly lead: readonly PageCell[];
  readonly byPayer: Readonly<Record<Payer, Change>>;
  readonly total: Change;
}

/** Communes, what is borne of each now and on trial, and their total; gives its row. */
function writeCommunes(
  draft: Page,
  simulation: Simulation,
  fiches: ReadonlyMap<string, string>,
  places: RowMarkers,
): number {
  const { communes } = simulation;
  const first = draft.next;
  communes.forEach((commune, index) => {
    const lead = leadOf(commune, fiches);
    const amounts = amountCells(draft.next, { ...commune, lead }, styles.line, () => undefined);
    places.mark(rowNames.commune(commune.commune), draft.add(amounts, index === communes.length - 1));
  });
  const last = draft.next - 1;
  const sum = (column: number) => (last < first ? undefined : sumDown(column, first, last));
  return draft.add(amountCells(draft.next, { ...simulation, lead: [text("Total", styles.total)] }, styles.total, sum));
}

function leadOf({ commune, byPayer }: SimulatedCommune, fiches: ReadonlyMap<string, string>): PageCell[] {
  return [
    communeLink(commune, fiches),
    imported(commune.insee, styles.line),
    text(directionOf(byPayer.commune), styles.line),
  ];
}

function directionOf({ difference: amount }: Change): string {
  return amount.isZero() ? "autant" : amount.isPositive() ? "plus" : "moins";
}

/** A row's cells: `sum` is the formula of a column's amount, where it has one. */
function amountCells(
  row: number,
  { lead, byPayer, total }: Row,
  style: CellStyle,
  sum: (column: number) => string | undefined,
): PageCell[] {
  const cells: PageCell[] = widths.map((_width, column) => lead[column] ?? empty(style));
  for (const payer of payers) {
    const columns = communeColumns[payer];
    const change = `${cellName(row, columns.after)}-${cellName(row, columns.before)}`;
    cells[columns.before] = euros(byPayer[payer].before, style, sum(columns.before));
    cells[columns.after] = euros(byPayer[payer].after, style, sum(columns.after));
    cells[columns.difference] = difference(byPayer[payer].difference, { ...style, bold: true }, change);
  }
  const both = payers.map((payer) => cellName(row, communeColumns[payer].difference)).join("+");
  cells[communeColumns.total] = difference(total.difference, { ...style, bold: true }, both);
  return cells;
}

/** A simulation, and the cells of « Simulation » that say what it says. */
export interface PlacedSimulation extends PlacedChanges {
  readonly context: SimulationContext;
  /** What a price changes of the titre. */
  readonly differenceOf: (price: SimulatedPrice) => Place;
}

/** Rows of « Simulation », by what they hold. */
const rowNames = {
  /** The total of the communes. */
  communes: "communes",
  /** The total of the prices. */
  prices: "prices",
  titre: "titre",
  commune: ({ insee }: Commune) => `commune ${insee}`,
  price: ({ tariff, nature, payer }: SimulatedPrice) => JSON.stringify([tariff.code, nature, payer]),
} as const;

function placedSimulation(context: SimulationContext, sheet: string, places: RowMarkers): PlacedSimulation {
  const { byPayer, total, communes } = context.simulation;
  const row = (name: string) => places.row(name) ?? 0;
  return {
    context,
    sheet,
    amounts: { ...byPayer, total },
    places: {
      cagb: changePlaces(sheet, row(rowNames.communes), communeColumns.cagb),
      commune: changePlaces(sheet, row(rowNames.communes), communeColumns.commune),
      total: changePlaces(sheet, row(rowNames.titre), communeColumns.commune),
    },
    communes,
    placesOf: (commune) => changePlaces(sheet, row(rowNames.commune(commune)), communeColumns.commune),
    differenceOf: (price) => ({ sheet, row: row(rowNames.price(price)), column: priceColumns.difference }),
  };
}

/** What a simulation's sheet needs beside it. */
export interface SimulationContext {
  readonly simulation: Simulation;
  /** What only the grid on trial brings up. */
  readonly anomalies: readonly Anomaly[];
  readonly annexe: string;
  /** Names of the other sheets to which it leads; null, or no fiche, where the workbook has none. */
  readonly recapitulatif: string | null;
  readonly fiches: ReadonlyMap<string, string>;
}
